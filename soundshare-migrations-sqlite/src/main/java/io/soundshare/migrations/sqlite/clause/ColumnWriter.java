package io.soundshare.migrations.sqlite.clause;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.value.SqlExpression;
import liquibase.database.Database;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.structure.core.Column;
import org.jspecify.annotations.Nullable;

/**
 * Puts the definition of a column together, piece by piece, in the order of the calls.
 */
final class ColumnWriter {

	private static final Pattern GENERATED = Pattern
		.compile("(?is).*\\bAS\\s*\\(.*\\)(?:\\s*(STORED|VIRTUAL|PERSISTED|PERSISTENT))?\\s*");

	private static final Pattern CHECK = Pattern.compile("(?is)(?:CONSTRAINT\\s+.+?\\s+)?CHECK\\s*\\(.*\\)");

	private static final Pattern IDENTITY = Pattern.compile("(?is)GENERATED\\s+(?:ALWAYS|BY\\s+DEFAULT).*IDENTITY.*");

	private final String table;

	private final String column;

	private final @Nullable ColumnType type;

	private final Database database;

	private final StringBuilder sql = new StringBuilder();

	private final List<String> errors = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	private boolean primaryKey;

	private boolean autoIncrement;

	private @Nullable Long start;

	private boolean notNull;

	private boolean unique;

	private boolean foreignKey;

	private boolean generated;

	private boolean stored;

	private boolean hasDefault;

	private boolean constantDefault = true;

	ColumnWriter(String table, String column, @Nullable ColumnType type, Database database) {
		this.table = table;
		this.column = column;
		this.type = type;
		this.database = database;
	}

	/**
	 * The name and the type; of a computed column the name may hold the whole definition.
	 */
	void head(boolean computed) {
		boolean definition = computed && this.column.contains("(");
		this.sql.append(definition ? this.column : this.database.escapeObjectName(this.column, Column.class));
		if (definition) {
			generated(this.column);
		}
		if (this.type != null && !definition) {
			this.sql.append(' ').append(this.type.sql());
		}
		if (this.type != null && !this.type.values().isEmpty()) {
			check(this.database.escapeObjectName(this.column, Column.class) + " IN " + this.type.values());
		}
	}

	void primaryKey(@Nullable String name) {
		this.primaryKey = true;
		add(ForeignKeyClause.named(name, this.database) + "PRIMARY KEY");
	}

	/**
	 * AUTOINCREMENT has its place right behind PRIMARY KEY, and turns the type into
	 * INTEGER.
	 */
	void autoIncrement(@Nullable AutoIncrementConstraint counter, boolean onlyKey) {
		if (counter == null) {
			return;
		}
		if (!onlyKey) {
			this.errors.add(subject() + " cannot count up by itself: on SQLite only a primary key of one column can."
					+ " Make it the primary key (primaryKey: true on this column alone), or drop autoIncrement");
			return;
		}
		if (this.type == null || !this.type.integer()) {
			this.errors.add(subject() + " cannot count up by itself: it is no integer, but "
					+ ((this.type != null) ? this.type.sql() : "computed") + ". Make it bigint, or drop autoIncrement");
			return;
		}
		BigInteger increment = counter.getIncrementBy();
		if (increment != null && !increment.equals(BigInteger.ONE)) {
			this.errors.add(subject() + " cannot count up by " + increment
					+ ": SQLite counts by 1. Drop incrementBy, or let the application hand out the numbers");
		}
		if ("ALWAYS".equalsIgnoreCase(counter.getGenerationType())) {
			this.warnings.add(subject() + ": SQLite takes a number that is given, also with generationType ALWAYS");
		}
		startWith(counter.getStartWith());
		this.autoIncrement = true;
		int typeAt = this.sql.indexOf(" " + this.type.sql());
		this.sql.replace(typeAt + 1, typeAt + 1 + this.type.sql().length(), "INTEGER").append(" AUTOINCREMENT");
	}

	private void startWith(@Nullable BigInteger first) {
		if (first == null) {
			return;
		}
		if (first.signum() < 1 || first.bitLength() > 63) {
			this.errors.add(subject() + " cannot start at " + first
					+ ": SQLite counts from a number between 1 and 9223372036854775807");
		}
		else if (!first.equals(BigInteger.ONE)) {
			this.start = first.longValueExact();
		}
	}

	void defaultValue(@Nullable Object value, @Nullable String name) {
		if (value == null) {
			return;
		}
		String text = value.toString().strip();
		if (IDENTITY.matcher(text).matches()) {
			this.errors
				.add(subject() + " cannot be " + text + " on SQLite. Write autoIncrement: true on the primary key");
			return;
		}
		if (text.toUpperCase(Locale.ROOT).startsWith("GENERATED ALWAYS ")) {
			generated(text);
			add(text);
			return;
		}
		DefaultValue defaultValue = DefaultValue.of(value, (this.type != null) ? this.type.type() : null,
				this.database);
		defaultValue.refused().ifPresent((reason) -> this.errors.add(subject() + ": " + reason));
		if (defaultValue.loss() != null) {
			this.warnings.add(subject() + ": SQLite has no " + defaultValue.loss() + ". Write a trigger instead");
		}
		this.hasDefault = true;
		this.constantDefault = defaultValue.constant();
		add(ForeignKeyClause.named(name, this.database) + "DEFAULT " + defaultValue.sql());
	}

	void notNull(@Nullable String name) {
		this.notNull = true;
		add(ForeignKeyClause.named(name, this.database) + "NOT NULL");
	}

	void unique(@Nullable String name) {
		this.unique = true;
		add(ForeignKeyClause.named(name, this.database) + "UNIQUE");
	}

	void check(String text) {
		String check = SqlExpression.of(text).sql();
		if (CHECK.matcher(check).matches()) {
			add(check);
			return;
		}
		boolean enclosed = check.startsWith("(") && Parentheses.close(check, 0) == check.length() - 1;
		add(enclosed ? "CHECK " + check : "CHECK (" + check + ")");
	}

	void foreignKey(ForeignKeyConstraint key) {
		this.foreignKey = true;
		add(ForeignKeyClause.named(key.getForeignKeyName(), this.database)
				+ ForeignKeyClause.references(key, this.database));
	}

	/** The constraints that the changelog appended to the type. */
	void tail() {
		if (this.type == null || this.type.tail().isEmpty()) {
			return;
		}
		String tail = this.type.tail();
		String upper = tail.toUpperCase(Locale.ROOT);
		this.notNull |= upper.contains("NOT NULL");
		this.unique |= upper.contains("UNIQUE");
		this.primaryKey |= upper.contains("PRIMARY KEY");
		this.foreignKey |= upper.contains("REFERENCES");
		if (upper.contains("DEFAULT")) {
			this.hasDefault = true;
			this.constantDefault = false;
		}
		if (upper.startsWith("GENERATED") || upper.startsWith("AS")) {
			generated(tail);
		}
		add(tail);
	}

	private void generated(String definition) {
		Matcher parts = GENERATED.matcher(definition);
		this.generated = parts.matches();
		this.stored = this.generated && "STORED".equalsIgnoreCase(parts.group(1));
	}

	private void add(String clause) {
		this.sql.append(' ').append(clause);
	}

	private String subject() {
		return "Column " + this.column + " of table " + this.table;
	}

	ColumnClause toClause() {
		return new ColumnClause(this.column, this.sql.toString(), this.primaryKey, this.autoIncrement, this.start,
				this.notNull, this.unique, this.foreignKey, this.generated, this.stored, this.hasDefault,
				this.constantDefault, this.errors, this.warnings);
	}

}
