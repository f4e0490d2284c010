package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out what has changed in the catalogue since it was looked at last. Each row of it
 * has a version: the transaction that wrote it, and its place. Looked at are the rows of
 * some objects, found by indexes, or all rows: then the versions of those that have been
 * written lately, and the number of all. That makes no text of any definition.
 */
final class CatalogScan {

	/** What is known of the rows of each object: their versions. */
	private final Map<Key, Map<String, String>> known = new HashMap<>();

	/** How many rows are known of each source. */
	private final int[] counts = new int[CatalogSource.ALL.size()];

	private String horizon = "";

	private String searchPath = "";

	/** The transaction of the last look, if it had written anything by then. */
	private String transaction = "";

	/** Whether that was rolled back: rows that are older than any look are back. */
	private boolean lost;

	/**
	 * Look at all rows.
	 * @return the objects of which any row has changed, is new or is gone, and the last
	 * version that is known of them
	 */
	Map<Key, String> all(Statements statements) throws SQLException {
		Map<Key, String> changed = new LinkedHashMap<>();
		Set<Integer> fewer = new LinkedHashSet<>();
		String query = statements.call(CatalogSource.EVERYTHING, List.of(this.horizon, this.horizon, this.transaction));
		try (Statement statement = statements.connection().createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				int number = rows.getInt(1);
				if (number < 0) {
					surroundings(rows);
					continue;
				}
				String recent = rows.getString(3);
				if (recent != null) {
					for (String row : recent.split(";")) {
						take(number, row.split(" ", 4), changed);
					}
				}
				if (CatalogSource.ALL.get(number).counted() && rows.getLong(2) != this.counts[number]) {
					fewer.add(number);
				}
			}
		}
		for (int number : fewer) {
			forget(statements, number, changed);
		}
		return changed;
	}

	private void surroundings(ResultSet row) throws SQLException {
		String[] fields = row.getString(3).split("\n", 5);
		this.horizon = fields[0];
		transaction(fields[2], fields[3], fields[4]);
	}

	private void transaction(String transaction, String status, String searchPath) {
		this.transaction = transaction;
		this.lost = status.equals("aborted");
		this.searchPath = searchPath;
	}

	private void take(int number, String[] fields, Map<Key, String> changed) {
		Key owner = new Key(Integer.parseInt(fields[1]), Long.parseLong(fields[2]), 0);
		String before = this.known.computeIfAbsent(owner, (any) -> new HashMap<>())
			.put(number + " " + fields[0], fields[3]);
		if (before == null) {
			this.counts[number]++;
		}
		if (!fields[3].equals(before)) {
			changed.put(owner, fields[3]);
		}
	}

	private void forget(Statements statements, int number, Map<Key, String> changed) throws SQLException {
		Set<String> present = new HashSet<>();
		try (ResultSet rows = statements.prepared(CatalogSource.ALL.get(number).present()).executeQuery()) {
			while (rows.next()) {
				present.add(number + " " + rows.getString(1));
			}
		}
		this.known.forEach((owner, rows) -> {
			if (rows.keySet().removeIf((row) -> row.startsWith(number + " ") && !present.contains(row))) {
				changed.put(owner, "");
			}
		});
		this.known.values().removeIf(Map::isEmpty);
		this.counts[number] = present.size();
	}

	/**
	 * Look at the rows of some objects.
	 * @param scope which objects
	 * @param parts their parts, as far as they are known
	 * @return the same as of all
	 */
	Map<Key, String> some(Statements statements, Scope scope, Set<Key> parts) throws SQLException {
		Batch batch = new Batch(statements, "");
		batch.add(CatalogSource.SOME, scope.oids(Key.RELATIONS), scope.oids(Key.TYPES), scope.oids(Key.ROUTINES),
				scope.names().toArray(String[]::new), parts.stream().map(Key::oid).distinct().toArray(),
				this.transaction);
		Map<Key, Map<String, String>> found = new LinkedHashMap<>();
		scope.keys().forEach((key) -> found.put(key, new HashMap<>()));
		Set<String> comments = new HashSet<>();
		Map<Key, String> changed = new LinkedHashMap<>();
		batch.run((rows) -> {
			while (rows.next()) {
				take(rows, found, comments, changed);
			}
		});
		found.forEach((owner, rows) -> compare(owner, rows, changed));
		Set<Key> commented = new HashSet<>(parts);
		commented.addAll(scope.keys());
		commented.forEach((key) -> compareComments(key, comments, changed));
		return changed;
	}

	private void take(ResultSet row, Map<Key, Map<String, String>> found, Set<String> comments,
			Map<Key, String> changed) throws SQLException {
		int number = row.getInt(1);
		if (number < 0) {
			String[] fields = row.getString(5).split("\n", 3);
			transaction(fields[0], fields[1], fields[2]);
		}
		else if (number == CatalogSource.COMMENTS) {
			// Of a part, by the part.
			comments.add(number + " " + row.getString(2));
			take(number, new String[] { row.getString(2), row.getString(3), row.getString(4), row.getString(5) },
					changed);
		}
		else {
			found.computeIfAbsent(new Key(row.getInt(3), row.getLong(4), 0), (any) -> new HashMap<>())
				.put(number + " " + row.getString(2), row.getString(5));
		}
	}

	private void compareComments(Key key, Set<String> present, Map<Key, String> changed) {
		Map<String, String> rows = this.known.get(key);
		if (rows != null) {
			String comments = CatalogSource.COMMENTS + " ";
			for (String row : Set.copyOf(rows.keySet())) {
				if (row.startsWith(comments) && !present.contains(row)) {
					rows.remove(row);
					this.counts[CatalogSource.COMMENTS]--;
					changed.put(key, "");
				}
			}
		}
	}

	private void compare(Key owner, Map<String, String> now, Map<Key, String> changed) {
		Map<String, String> then = this.known.computeIfAbsent(owner, (any) -> new HashMap<>());
		for (String row : Set.copyOf(then.keySet())) {
			int number = Integer.parseInt(row.substring(0, row.indexOf(' ')));
			if (number != CatalogSource.COMMENTS && !now.containsKey(row) && CatalogSource.ALL.get(number).indexed()) {
				then.remove(row);
				this.counts[number]--;
				changed.put(owner, "");
			}
		}
		now.forEach((row, version) -> {
			String before = then.put(row, version);
			if (before == null) {
				this.counts[Integer.parseInt(row.substring(0, row.indexOf(' ')))]++;
			}
			if (!version.equals(before)) {
				changed.put(owner, version);
			}
		});
		if (then.isEmpty()) {
			this.known.remove(owner);
		}
	}

	/** Whether what was seen before the last look was rolled back. */
	boolean isLost() {
		return this.lost;
	}

	/** The catalogues of which no row is known. */
	Set<String> empty() {
		return IntStream.range(0, this.counts.length)
			.filter((number) -> this.counts[number] == 0)
			.mapToObj((number) -> CatalogSource.ALL.get(number).name())
			.collect(Collectors.toSet());
	}

	/** The search path at the last look. */
	String searchPath() {
		return this.searchPath;
	}

}
