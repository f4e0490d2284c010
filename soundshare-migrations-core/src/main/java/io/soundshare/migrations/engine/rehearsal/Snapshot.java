package io.soundshare.migrations.engine.rehearsal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.UndoDialect;
import org.jspecify.annotations.Nullable;

/**
 * The schema and the rows of a database at one time, as far as it takes to compare them.
 *
 * @param objects the definition of each object by its kind and name
 * @param tables what is in each table, by its name
 */
record Snapshot(Map<String, String> objects, Map<String, Rows> tables) {

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
			statement.setFetchSize(1000);
			try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
				ResultSetMetaData columns = rows.getMetaData();
				List<Integer> order = new ArrayList<>(
						IntStream.rangeClosed(1, columns.getColumnCount()).boxed().toList());
				List<String> names = new ArrayList<>();
				for (int column : order) {
					names.add(columns.getColumnName(column));
				}
				order.sort(Comparator.comparing((column) -> names.get(column - 1)));
				MessageDigest digest = digest();
				long count = 0;
				long sum = 0;
				while (rows.next()) {
					count++;
					for (int column : order) {
						add(digest, rows.getBytes(column), rows.getString(column));
					}
					sum += ByteBuffer.wrap(digest.digest()).getLong();
				}
				return new Rows(names, count, sum);
			}
		}
	}

	private static void add(MessageDigest digest, byte @Nullable [] bytes, @Nullable String text) {
		byte[] value = (text != null) ? text.getBytes(StandardCharsets.UTF_8) : bytes;
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, (value != null) ? value.length : -1));
		if (value != null) {
			digest.update(value);
		}
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("MD5");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has MD5", ex);
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
			if (is == null) {
				if (this.tables.entrySet()
					.stream()
					.anyMatch((table) -> !before.tables.containsKey(table.getKey()) && table.getValue().equals(was))) {
					return;
				}
				losses.add("table %s with %,d rows".formatted(name, was.count()));
				return;
			}
			if (is.columns().size() < was.columns().size()) {
				was.columns()
					.stream()
					.filter((column) -> !is.columns().contains(column))
					.forEach((column) -> losses.add("column " + name + "." + column));
			}
			if (is.count() < was.count()) {
				losses.add("%,d of %,d rows of %s".formatted(was.count() - is.count(), was.count(), name));
			}
		});
		return losses;
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
	 * @param columns the names of its columns
	 * @param count how many rows
	 * @param sum what tells them from others
	 */
	record Rows(List<String> columns, long count, long sum) {

	}

}
