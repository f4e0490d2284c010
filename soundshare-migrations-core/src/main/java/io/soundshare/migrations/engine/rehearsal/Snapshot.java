package io.soundshare.migrations.engine.rehearsal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.UndoDialect;

/**
 * The schema and the rows of a database at one time, as far as it takes to compare them.
 *
 * @param objects the definition of each object by its kind and name
 * @param tables what is in each table, by its name
 */
record Snapshot(Map<String, String> objects, Map<String, Rows> tables) {

	private static final int FETCHED = 1000;

	static Snapshot of(Connection connection, DatabaseProduct product, RecordingPolicy policy) throws SQLException {
		UndoDialect dialect = product.undo();
		Map<String, Rows> tables = new TreeMap<>();
		DatabaseMetaData metadata = connection.getMetaData();
		String quote = metadata.getIdentifierQuoteString();
		try (ResultSet found = metadata.getTables(connection.getCatalog(), connection.getSchema(), "%",
				new String[] { "TABLE" })) {
			List<String> names = new ArrayList<>();
			while (found.next()) {
				names.add(found.getString("TABLE_NAME"));
			}
			for (String name : names) {
				if (!policy.isOwn(name) && !name.startsWith("sqlite_")) {
					tables.put(name, rows(connection, quote + name.replace(quote, quote + quote) + quote));
				}
			}
		}
		return new Snapshot((dialect != null) ? dialect.objects(connection, policy) : Map.of(), tables);
	}

	/** Columns by their names and rows in any order: a way back may change both. */
	private static Rows rows(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setFetchSize(FETCHED);
			try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
				ResultSetMetaData metadata = rows.getMetaData();
				int width = metadata.getColumnCount();
				long[] names = new long[width];
				ColumnValues[] columns = new ColumnValues[width];
				for (int i = 0; i < width; i++) {
					columns[i] = ColumnValues.none(metadata, i + 1);
					names[i] = ColumnValues.hash(metadata.getColumnName(i + 1));
				}
				long count = 0;
				long sum = 0;
				while (rows.next()) {
					long row = 0;
					for (int i = 0; i < width; i++) {
						Object value = rows.getObject(i + 1);
						long hash = ColumnValues.hash(value);
						columns[i] = columns[i].and(value, hash);
						row += ColumnValues.mixed(names[i] ^ hash);
					}
					count++;
					sum += ColumnValues.mixed(row);
				}
				Map<String, ColumnValues> sums = new TreeMap<>();
				for (int i = 0; i < width; i++) {
					sums.put(metadata.getColumnName(i + 1), columns[i]);
				}
				return new Rows(sums, count, sum);
			}
		}
	}

	/**
	 * Tell what is not as it was.
	 * @param before how it was
	 */
	List<String> differences(Snapshot before) {
		List<String> differences = new ArrayList<>();
		TreeSet<String> names = new TreeSet<>(before.objects.keySet());
		names.addAll(this.objects.keySet());
		for (String name : names) {
			String was = before.objects.get(name);
			String is = this.objects.get(name);
			if (was == null) {
				differences.add(name + " is left behind");
			}
			else if (is == null) {
				differences.add(name + " is missing");
			}
			else if (!words(was).equals(words(is))) {
				differences.add(name + " is another one");
			}
		}
		before.tables.forEach((name, was) -> {
			Rows is = this.tables.get(name);
			if (is != null && !(is.count() == was.count() && is.sum() == was.sum())) {
				differences.add((is.count() != was.count())
						? name + " has %,d rows and had %,d".formatted(is.count(), was.count())
						: name + " has other values in its rows");
			}
		});
		return differences;
	}

	/**
	 * Tell what was taken away on the way here. What has another name now is there still.
	 * @param before how it was
	 */
	List<String> losses(Snapshot before) {
		List<String> losses = new ArrayList<>();
		before.tables.forEach((name, was) -> {
			Rows is = this.tables.get(name);
			if (was.count() == 0) {
				return;
			}
			if (is == null) {
				if (this.tables.entrySet()
					.stream()
					.anyMatch((table) -> !before.tables.containsKey(table.getKey()) && table.getValue().equals(was))) {
					return;
				}
				losses.add("table %s with %,d rows".formatted(name, was.count()));
				return;
			}
			was.columns()
				.entrySet()
				.stream()
				.filter((column) -> !is.columns().containsKey(column.getKey())
						&& !is.isNew(was, column.getValue().sum()))
				.forEach((column) -> losses.add("column " + name + "." + column.getKey()));
			if (is.count() == was.count()) {
				was.columns()
					.forEach((column, values) -> losses
						.addAll(losses(name + "." + column, values, is.columns().getOrDefault(column, values))));
			}
			if (is.count() < was.count()) {
				losses.add("%,d of %,d rows of %s".formatted(was.count() - is.count(), was.count(), name));
			}
		});
		return losses;
	}

	/** Of a column that is there still, in as many rows. */
	private static List<String> losses(String column, ColumnValues was, ColumnValues is) {
		if (is.present() < was.present()) {
			return List.of("%,d of %,d values of %s".formatted(was.present() - is.present(), was.present(), column));
		}
		return is.isCut(was) ? List.of("values of %s, which are others with its new type".formatted(column))
				: List.of();
	}

	/** A definition whatever the order of its columns, and however it is written. */
	private static List<String> words(String definition) {
		return Arrays.stream(definition.replaceAll("[\"`\\[\\]]", "").split("[\\s,()]+"))
			.filter((word) -> !word.isEmpty())
			.sorted()
			.toList();
	}

	/**
	 * What is in a table.
	 *
	 * @param columns what tells the values of each column from others, by its name
	 * @param count how many rows
	 * @param sum what tells them from others
	 */
	record Rows(Map<String, ColumnValues> columns, long count, long sum) {

		/** Whether a column that was not there has certain values. */
		boolean isNew(Rows was, long values) {
			return this.columns.entrySet()
				.stream()
				.anyMatch((column) -> !was.columns.containsKey(column.getKey()) && column.getValue().sum() == values);
		}

	}

}
