package io.soundshare.migrations.sqlite.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.database.Database;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertStatement;
import liquibase.statement.core.UpdateStatement;
import org.jspecify.annotations.Nullable;

/**
 * The values of a table's columns, by the types the table has now.
 */
public final class ColumnValues {

	private final String table;

	private final Map<String, ValueKind> kinds;

	private ColumnValues(String table, Map<String, ValueKind> kinds) {
		this.table = table;
		this.kinds = kinds;
	}

	/**
	 * The values of a table's columns.
	 * @param table the table's name
	 * @param database the database
	 * @return the values; of a table that is not there, or not known, they stay as they
	 * are but for SQLite's words
	 */
	public static ColumnValues of(@Nullable String table, Database database) {
		Map<String, ValueKind> kinds = new HashMap<>();
		SqliteSchema schema = schema(database);
		if (schema != null && table != null) {
			schema.columnTypes(table)
				.forEach((column, type) -> kinds.put(Names.fold(column), ValueKind.of(type, database)));
		}
		return new ColumnValues(String.valueOf(table), kinds);
	}

	/**
	 * The kind of values that a column holds.
	 * @param column the column's name
	 * @return its kind, empty if there is no such column
	 */
	public Optional<ValueKind> kind(String column) {
		return Optional.ofNullable(this.kinds.get(Names.fold(column)));
	}

	/**
	 * A value as its column needs it.
	 * @param column the column's name
	 * @param value the value as Liquibase holds it
	 * @return the value to write, the same if the column cannot have it
	 */
	public @Nullable Object get(String column, @Nullable Object value) {
		return typed(column, value).value();
	}

	private TypedValue typed(String column, @Nullable Object value) {
		return TypedValue.of(value, kind(column).orElse(ValueKind.OTHER));
	}

	/**
	 * Values of the conditions of a WHERE, which have the names of columns if all have.
	 * @param columns the names
	 * @param values the values
	 * @return the values to write
	 */
	public List<@Nullable Object> parameters(List<String> columns, List<Object> values) {
		List<@Nullable Object> converted = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			converted.add((columns.size() == values.size()) ? get(columns.get(i), values.get(i)) : values.get(i));
		}
		return converted;
	}

	/**
	 * A condition in SQLite's words, its literals as the columns hold their values.
	 * @param where the condition; what cannot be translated of it stays, and SQLite says
	 * what is wrong
	 * @return the condition to write
	 */
	public @Nullable String condition(@Nullable String where) {
		return (where != null) ? new Condition(this).write(SqlExpression.of(where).sql()) : null;
	}

	/**
	 * Why a statement's values cannot be written, whatever the table is like.
	 * @param statement any statement
	 * @param database the database
	 * @return the reasons
	 */
	public static List<String> untranslatable(SqlStatement statement, Database database) {
		List<String> reasons = new ArrayList<>();
		SqliteSchema schema = schema(database);
		values(statement).forEach((column, value) -> {
			if (value instanceof DatabaseFunction) {
				TypedValue typed = TypedValue.of(value, ValueKind.OTHER);
				String reason = (typed.refusal() != null) ? typed.refusal()
						: whyNotCompiles(typed.value(), table(statement), schema);
				if (reason != null) {
					reasons.add(subject(table(statement), column) + ": " + reason);
				}
			}
		});
		return reasons;
	}

	/**
	 * Why a statement's values cannot be those of the columns there are.
	 * @param statement any statement
	 * @param database the database
	 * @return the reasons
	 */
	public static List<String> refusals(SqlStatement statement, Database database) {
		List<String> reasons = new ArrayList<>();
		Map<String, Object> values = values(statement);
		if (!values.isEmpty()) {
			ColumnValues columns = of(table(statement), database);
			values.forEach((column, value) -> {
				String refusal = columns.typed(column, value).refusal();
				if (refusal != null) {
					reasons.add(subject(columns.table, column) + ": " + refusal);
				}
			});
		}
		return reasons;
	}

	/** SQLite says so only when it comes to run. */
	private static @Nullable String whyNotCompiles(@Nullable Object value, @Nullable String table,
			@Nullable SqliteSchema schema) {
		if (schema == null || !(value instanceof DatabaseFunction function)
				|| !function.getClass().equals(DatabaseFunction.class)) {
			return null;
		}
		boolean known = table != null && schema.table(table).isPresent();
		return schema
			.whyNotCompiles(
					"SELECT " + function.getValue() + (known ? " FROM main." + Names.quote(String.valueOf(table)) : ""))
			.filter((reason) -> reason.contains("no such function") || reason.contains("syntax error"))
			.map((reason) -> function.getValue() + " cannot be computed: " + reason
					+ ". Give SQLite a value of its own with a property per dbms")
			.orElse(null);
	}

	private static String subject(@Nullable String table, String column) {
		return "Column " + column + " of table " + table;
	}

	private static @Nullable String table(SqlStatement statement) {
		if (statement instanceof InsertStatement insert) {
			return insert.getTableName();
		}
		return (statement instanceof UpdateStatement update) ? update.getTableName() : null;
	}

	private static Map<String, Object> values(SqlStatement statement) {
		if (statement instanceof InsertStatement insert) {
			return insert.getColumnValues();
		}
		return (statement instanceof UpdateStatement update) ? update.getNewColumnValues() : Map.of();
	}

	private static @Nullable SqliteSchema schema(Database database) {
		return (database instanceof SchemaSource source && database.getConnection() != null) ? source.schema() : null;
	}

}
