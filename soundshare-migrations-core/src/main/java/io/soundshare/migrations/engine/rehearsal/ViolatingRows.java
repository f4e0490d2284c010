package io.soundshare.migrations.engine.rehearsal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.structure.core.Column;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that keep a change set from being applied.
 */
final class ViolatingRows {

	private static final int SHOWN = 10;

	/** SQLite's message names the columns of what was violated. */
	private static final Pattern FAILED = Pattern.compile("(UNIQUE|NOT NULL) constraint failed: ([^)\\]\\n]+)");

	private final Database database;

	private final Connection connection;

	private final List<String> found = new ArrayList<>();

	ViolatingRows(Database database) {
		this.database = database;
		this.connection = AtomicConnection.of(database).unheard();
	}

	/**
	 * Find them.
	 * @param changeSet what failed
	 * @param reason the failure's text
	 * @return for each constraint how many there are, and the keys of the first ten
	 */
	List<String> of(ChangeSet changeSet, String reason) throws SQLException {
		for (Change change : changeSet.getChanges()) {
			tolerant(() -> look(change));
		}
		if (this.found.isEmpty()) {
			tolerant(() -> look(reason));
		}
		return this.found;
	}

	/** The table may be one that the change set makes: then it is not the rows. */
	private void tolerant(Look look) throws SQLException {
		try {
			look.run();
		}
		catch (SQLException ex) {
			this.connection.rollback();
			Scope.getCurrentScope().getLog(getClass()).fine("No rows were found", ex);
		}
	}

	private void look(Change change) throws SQLException {
		if (change instanceof AddUniqueConstraintChange unique) {
			duplicates(unique.getSchemaName(), unique.getTableName(), split(unique.getColumnNames()));
		}
		else if (change instanceof AddPrimaryKeyChange key) {
			duplicates(key.getSchemaName(), key.getTableName(), split(key.getColumnNames()));
			for (String column : split(key.getColumnNames())) {
				missing(key.getSchemaName(), key.getTableName(), column);
			}
		}
		else if (change instanceof CreateIndexChange index && Boolean.TRUE.equals(index.isUnique())) {
			duplicates(index.getSchemaName(), index.getTableName(),
					index.getColumns().stream().map((column) -> String.valueOf(column.getName())).toList());
		}
		else if (change instanceof AddNotNullConstraintChange required && required.getDefaultNullValue() == null) {
			missing(required.getSchemaName(), required.getTableName(), required.getColumnName());
		}
		else if (change instanceof AddForeignKeyConstraintChange reference) {
			orphans(reference);
		}
	}

	private void look(String reason) throws SQLException {
		Matcher failed = FAILED.matcher(reason);
		if (failed.find()) {
			List<String> places = split(failed.group(2).strip());
			String table = places.get(0).replaceFirst("\\.[^.]*$", "");
			List<String> columns = places.stream().map((place) -> place.replaceFirst(".*\\.", "")).toList();
			if (failed.group(1).equals("UNIQUE")) {
				duplicates(null, table, columns);
			}
			else {
				missing(null, table, columns.get(0));
			}
		}
	}

	private static List<String> split(@Nullable String names) {
		return (names != null) ? Arrays.stream(names.split("\\s*,\\s*")).map(String::strip).toList() : List.of();
	}

	private void duplicates(@Nullable String schema, String table, List<String> columns) throws SQLException {
		String list = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
		String present = columns.stream()
			.map((column) -> quoted(column) + " IS NOT NULL")
			.collect(Collectors.joining(" AND "));
		String from = " FROM " + table(schema, table) + " WHERE " + present + " GROUP BY " + list
				+ " HAVING count(*) > 1";
		add("values of " + table + "(" + String.join(", ", columns) + ") are there more than once",
				"SELECT count(*) FROM (SELECT 1" + from + ") x", "SELECT " + list + from + " ORDER BY " + list,
				columns.size());
	}

	private void missing(@Nullable String schema, String table, String column) throws SQLException {
		String where = " FROM " + table(schema, table) + " WHERE " + quoted(column) + " IS NULL";
		keys("rows of " + table + " have no value in " + column, schema, table, where);
	}

	private void orphans(AddForeignKeyConstraintChange reference) throws SQLException {
		List<String> base = split(reference.getBaseColumnNames());
		List<String> referenced = split(reference.getReferencedColumnNames());
		if (base.size() != referenced.size()) {
			return;
		}
		String same = IntStream.range(0, base.size())
			.mapToObj((i) -> "p." + quoted(referenced.get(i)) + " = c." + quoted(base.get(i)))
			.collect(Collectors.joining(" AND "));
		String present = base.stream()
			.map((column) -> "c." + quoted(column) + " IS NOT NULL")
			.collect(Collectors.joining(" AND "));
		String where = " FROM " + table(reference.getBaseTableSchemaName(), reference.getBaseTableName()) + " c WHERE "
				+ present + " AND NOT EXISTS (SELECT 1 FROM "
				+ table(reference.getReferencedTableSchemaName(), reference.getReferencedTableName()) + " p WHERE "
				+ same + ")";
		keys("rows of " + reference.getBaseTableName() + " refer to rows of " + reference.getReferencedTableName()
				+ " that are not there", reference.getBaseTableSchemaName(), reference.getBaseTableName(), where);
	}

	private void keys(String what, @Nullable String schema, String table, String where) throws SQLException {
		List<String> key = key(schema, table);
		String list = key.stream().map(this::quoted).collect(Collectors.joining(", "));
		add(what, "SELECT count(*)" + where, key.isEmpty() ? null : "SELECT " + list + where + " ORDER BY " + list,
				key.size());
	}

	private List<String> key(@Nullable String schema, String table) throws SQLException {
		String place = (schema != null) ? this.database.correctObjectName(schema, Schema.class)
				: this.connection.getSchema();
		List<String> key = new ArrayList<>();
		try (ResultSet columns = this.connection.getMetaData()
			.getPrimaryKeys(this.connection.getCatalog(), place, this.database.correctObjectName(table, Table.class))) {
			while (columns.next()) {
				key.add(columns.getString("COLUMN_NAME"));
			}
		}
		return key;
	}

	private void add(String what, String count, @Nullable String keys, int columns) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			long number;
			try (ResultSet rows = statement.executeQuery(count)) {
				number = rows.next() ? rows.getLong(1) : 0;
			}
			if (number == 0) {
				return;
			}
			List<String> shown = new ArrayList<>();
			if (keys != null) {
				statement.setMaxRows(SHOWN);
				try (ResultSet rows = statement.executeQuery(keys)) {
					while (rows.next()) {
						List<String> values = new ArrayList<>();
						for (int i = 1; i <= columns; i++) {
							values.add(String.valueOf(rows.getString(i)));
						}
						shown.add((columns == 1) ? values.get(0) : "(" + String.join(", ", values) + ")");
					}
				}
			}
			this.found.add("%,d %s".formatted(number, what) + (shown.isEmpty() ? ""
					: ": " + String.join(", ", shown) + ((number > shown.size()) ? ", …" : "")));
		}
	}

	private String table(@Nullable String schema, String name) {
		return this.database.escapeTableName(null, schema, name);
	}

	private String quoted(String column) {
		return this.database.escapeObjectName(column, Column.class);
	}

	/**
	 * A look at some rows.
	 */
	@FunctionalInterface
	private interface Look {

		void run() throws SQLException;

	}

}
