package io.soundshare.migrations.autogenerate.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import liquibase.change.AddColumnConfig;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.statement.DatabaseFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column as Liquibase's changes describe one.
 */
final class ColumnConfigs {

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

	/** A text, with the cast PostgreSQL tells it with. */
	private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::[a-z ]+(?:\\(\\d+\\))?)?");

	/** Bits, whose values Liquibase takes for truth values: FALSE is no bit. */
	private static final Pattern BITS = Pattern.compile("(?i)(?:pg_catalog\\.)?bit\\b.*");

	private static final Pattern TIMES = Pattern.compile("(?i)[\"`]*(?:date|time).*");

	private static final Pattern NO_TEXTS = Pattern
		.compile("(?i)[\"`]*(?:\\w*int|bool|numeric|decimal|dec|number|real|float|double|serial).*");

	private ColumnConfigs() {
	}

	/** A column of a new table. */
	static ColumnConfig of(Column column, @Nullable PrimaryKey key) {
		ColumnConfig config = new ColumnConfig();
		describe(column, config);
		constrain(column, key, config);
		return config;
	}

	private static void constrain(Column column, @Nullable PrimaryKey key, ColumnConfig config) {
		ConstraintsConfig constraints = new ConstraintsConfig();
		if (key != null && key.columns().contains(column.name())) {
			constraints.setPrimaryKey(true);
			constraints.setPrimaryKeyName(key.name());
		}
		if (!column.nullable()) {
			constraints.setNullable(false);
		}
		if (!column.nullable() || constraints.isPrimaryKey() != null) {
			config.setConstraints(constraints);
		}
	}

	/** A column that is added, and the key it is if it comes with one. */
	static AddColumnConfig added(Column column, @Nullable PrimaryKey key) {
		AddColumnConfig config = new AddColumnConfig();
		describe(column, config);
		constrain(column, key, config);
		return config;
	}

	private static void describe(Column column, ColumnConfig config) {
		config.setName(column.name());
		config.setType(type(column));
		if (column.autoIncrement()) {
			config.setAutoIncrement(true);
		}
		if (column.comment() != null) {
			config.setRemarks(column.comment().declared());
		}
		if (column.defaultValue() != null) {
			setDefault(column, column.defaultValue(), config::setDefaultValue, config::setDefaultValueNumeric,
					config::setDefaultValueBoolean, config::setDefaultValueComputed);
		}
	}

	static String type(Column column) {
		return column.type().declared();
	}

	/** A default of a column that is there. */
	static AddDefaultValueChange addDefault(Column column, DeclaredSql value) {
		AddDefaultValueChange change = new AddDefaultValueChange();
		change.setColumnName(column.name());
		change.setColumnDataType(type(column));
		setDefault(column, value, change::setDefaultValue, (number) -> change.setDefaultValueNumeric(number.toString()),
				change::setDefaultValueBoolean, change::setDefaultValueComputed);
		return change;
	}

	/** A value for the rows there are. */
	static ColumnConfig value(String column, String sql) {
		ColumnConfig value = new ColumnConfig();
		value.setName(column);
		// Liquibase takes the word null for NULL, and its XML an empty value for none. A
		// cast somebody has written may do something.
		Consumer<String> text = (content) -> {
			if (content.isEmpty() || content.equalsIgnoreCase("null") || !sql.strip().endsWith("'")) {
				value.setValueComputed(new DatabaseFunction(sql));
			}
			else {
				value.setValue(content);
			}
		};
		set(sql, text, value::setValueNumeric, value::setValueBoolean, value::setValueComputed);
		return value;
	}

	private static void setDefault(Column column, DeclaredSql value, Consumer<String> text, Consumer<Number> number,
			Consumer<Boolean> truth, Consumer<DatabaseFunction> expression) {
		if (BITS.matcher(type(column)).matches() || isOfAnotherKind(type(column), value.declared().strip())) {
			expression.accept(new DatabaseFunction(value.declared()));
		}
		else {
			set(value.declared(), text, number, truth, expression);
		}
	}

	/**
	 * Whether Liquibase would convert it, or fail to: the database may take it, or tell.
	 */
	private static boolean isOfAnotherKind(String type, String sql) {
		return TIMES.matcher(type).matches() ? NUMBER.matcher(sql).matches() || TRUTH.matcher(sql).matches()
				: NO_TEXTS.matcher(type).matches() && TEXT.matcher(sql).matches();
	}

	/** Numbers, texts and truth values are written as such, all else as an expression. */
	private static void set(String written, Consumer<String> text, Consumer<Number> number, Consumer<Boolean> truth,
			Consumer<DatabaseFunction> expression) {
		String sql = written.strip();
		if (NUMBER.matcher(sql).matches()) {
			// YAML has no name for a BigDecimal without a fraction.
			number.accept(sql.contains(".") ? new BigDecimal(sql) : new BigInteger(sql));
		}
		else if (TRUTH.matcher(sql).matches()) {
			truth.accept(Boolean.valueOf(sql.toLowerCase(Locale.ROOT)));
		}
		else if (TEXT.matcher(sql).matches()) {
			text.accept(TEXT.matcher(sql).replaceFirst("$1").replace("''", "'"));
		}
		else {
			expression.accept(new DatabaseFunction(sql));
		}
	}

}
