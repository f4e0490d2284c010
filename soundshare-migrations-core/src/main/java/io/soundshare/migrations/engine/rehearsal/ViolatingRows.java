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

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that keep a change set from being applied.
 */
final class ViolatingRows {

	private static final int SHOWN = 10;

	/** SQLite's message names the columns of what was violated. */
	private static final Pattern FAILED = Pattern.compile("(UNIQUE|NOT NULL) constraint failed: ([^)\\]\\n]+)");

	private final Connection connection;

	private final String quote;

	private final List<String> found = new ArrayList<>();

	ViolatingRows(Connection connection) throws SQLException {
		this.connection = connection;
		this.quote = connection.getMetaData().getIdentifierQuoteString();
	}

	/**
	 * Find them.
	 * @param changeSet what failed
	 * @param reason the failure's text
	 * @return for each constraint how many there are, and the keys of the first ten
	 */
	List<String> of(ChangeSet changeSet, String reason) {
		for (Change change : changeSet.getChanges()) {
			look(change);
		}
		if (this.found.isEmpty()) {
			look(reason);
		}
		return this.found;
	}

	private void look(Change change) {
		if (change instanceof AddUniqueConstraintChange unique) {
			duplicates(unique.getTableName(), split(unique.getColumnNames()));
		}
		else if (change instanceof AddPrimaryKeyChange key) {
			duplicates(key.getTableName(), split(key.getColumnNames()));
			split(key.getColumnNames()).forEach((column) -> missing(key.getTableName(), column));
		}
		else if (change instanceof CreateIndexChange index && Boolean.TRUE.equals(index.isUnique())) {
			duplicates(index.getTableName(),
					index.getColumns().stream().map((column) -> String.valueOf(column.getName())).toList());
		}
		else if (change instanceof AddNotNullConstraintChange required && required.getDefaultNullValue() == null) {
			missing(required.getTableName(), required.getColumnName());
		}
		else if (change instanceof AddForeignKeyConstraintChange reference) {
			orphans(reference);
		}
	}

	private void look(String reason) {
		Matcher failed = FAILED.matcher(reason);
		if (failed.find()) {
			List<String> places = split(failed.group(2).strip());
			String table = places.get(0).replaceFirst("\\.[^.]*$", "");
			List<String> columns = places.stream().map((place) -> place.replaceFirst(".*\\.", "")).toList();
			if (failed.group(1).equals("UNIQUE")) {
				duplicates(table, columns);
			}
			else {
				missing(table, columns.get(0));
			}
		}
	}

	private static List<String> split(@Nullable String names) {
		return (names != null) ? Arrays.stream(names.split("\\s*,\\s*")).map(String::strip).toList() : List.of();
	}

	private void duplicates(String table, List<String> columns) {
		String list = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
		String present = columns.stream()
			.map((column) -> quoted(column) + " IS NOT NULL")
			.collect(Collectors.joining(" AND "));
		String from = " FROM " + quoted(table) + " WHERE " + present + " GROUP BY " + list + " HAVING count(*) > 1";
		add("values of " + table + "(" + String.join(", ", columns) + ") are there more than once",
				"SELECT count(*) FROM (SELECT 1" + from + ") x", "SELECT " + list + from + " ORDER BY " + list,
				columns.size());
	}

	private void missing(String table, String column) {
		String where = " FROM " + quoted(table) + " WHERE " + quoted(column) + " IS NULL";
		keys("rows of " + table + " have no value in " + column, table, where);
	}

	private void orphans(AddForeignKeyConstraintChange reference) {
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
		String where = " FROM " + quoted(reference.getBaseTableName()) + " c WHERE " + present
				+ " AND NOT EXISTS (SELECT 1 FROM " + quoted(reference.getReferencedTableName()) + " p WHERE " + same
				+ ")";
		keys("rows of " + reference.getBaseTableName() + " refer to rows of " + reference.getReferencedTableName()
				+ " that are not there", reference.getBaseTableName(), where);
	}

	private void keys(String what, String table, String where) {
		List<String> key = key(table);
		String list = key.stream().map(this::quoted).collect(Collectors.joining(", "));
		add(what, "SELECT count(*)" + where, key.isEmpty() ? null : "SELECT " + list + where + " ORDER BY " + list,
				key.size());
	}

	private List<String> key(String table) {
		List<String> key = new ArrayList<>();
		try (ResultSet columns = this.connection.getMetaData()
			.getPrimaryKeys(this.connection.getCatalog(), this.connection.getSchema(), table)) {
			while (columns.next()) {
				key.add(columns.getString("COLUMN_NAME"));
			}
		}
		catch (SQLException ex) {
			// Then there are no keys to show.
			key.clear();
		}
		return key;
	}

	private void add(String what, String count, @Nullable String keys, int columns) {
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
		catch (SQLException ex) {
			// The table may be one that the change set makes: then it is not the rows.
			Scope.getCurrentScope().getLog(getClass()).fine("No rows were found by " + count, ex);
		}
	}

	private String quoted(String name) {
		return this.quote + name.replace(this.quote, this.quote + this.quote) + this.quote;
	}

}
