package io.soundshare.migrations.engine.recording.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Edge;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;
import io.soundshare.migrations.engine.recording.postgres.CatalogQueries.Family;

/**
 * Reads objects with their definitions, all in one go to the server: the queries of the
 * families that are asked for, and around them what takes the search path out of the way,
 * since what it leads to has no schema in front of its name in definitions.
 */
final class GroupReader {

	/** How many columns a row begins with that are not values. */
	private static final int HEAD = 9;

	private final Statements statements;

	private final RecordingPolicy policy;

	GroupReader(Statements statements, RecordingPolicy policy) {
		this.statements = statements;
		this.policy = policy;
	}

	/**
	 * Read some objects.
	 * @param owners what they are known by
	 * @param versions the last known versions of those that nothing more is known of
	 * @param scan the last look at the catalogue
	 * @return those that are there
	 */
	Map<Key, Group> read(Collection<Key> owners, Map<Key, String> versions, CatalogScan scan) throws SQLException {
		Map<Key, Map<Key, Item>> items = new LinkedHashMap<>();
		List<Edge> edges = new ArrayList<>();
		Batch batch = new Batch(this.statements, scan.searchPath());
		boolean any = false;
		for (Family family : Family.values()) {
			Object[] oids = owners.stream().filter((key) -> key.catalog() == family.catalog()).map(Key::oid).toArray();
			if (oids.length > 0) {
				any = true;
				for (String sql : CatalogQueries.of(family, this.statements.version(), scan.empty())) {
					batch.add(sql, (Object) oids);
				}
			}
		}
		if (any) {
			batch.run((rows) -> take(rows, items, edges));
		}
		Set<Key> found = new HashSet<>(items.keySet());
		items.values().forEach((parts) -> found.addAll(Aliases.of(parts.values()).keySet()));
		readUnknown(owners.stream().filter((key) -> key.isUnknown() && !found.contains(key)).toList(), versions, items);
		return groups(items, edges);
	}

	private void readUnknown(List<Key> keys, Map<Key, String> versions, Map<Key, Map<Key, Item>> items)
			throws SQLException {
		List<Key> there = keys.stream().filter((key) -> !versions.getOrDefault(key, "").isEmpty()).toList();
		if (there.isEmpty()) {
			return;
		}
		PreparedStatement query = this.statements.prepared(CatalogQueries.UNKNOWN);
		query.setArray(1, this.statements.array("int8", there.stream().map((key) -> (long) key.catalog()).toArray()));
		query.setArray(2, this.statements.array("int8", there.stream().map(Key::oid).toArray()));
		query.setArray(3, this.statements.array("text", there.stream().map(versions::get).toArray()));
		try (ResultSet rows = query.executeQuery()) {
			take(rows, items, new ArrayList<>());
		}
	}

	private void take(ResultSet rows, Map<Key, Map<Key, Item>> items, List<Edge> edges) throws SQLException {
		ResultSetMetaData columns = rows.getMetaData();
		boolean dependencies = columns.getColumnCount() < HEAD;
		while (rows.next()) {
			if (dependencies) {
				edges.add(new Edge(new Key(rows.getInt(1), rows.getLong(2), rows.getInt(3)),
						new Key(rows.getInt(4), rows.getLong(5), rows.getInt(6))));
			}
			else {
				add(item(rows, columns), items);
			}
		}
	}

	private void add(Item item, Map<Key, Map<Key, Item>> items) {
		Map<Key, Item> parts = items.get(item.owner());
		if (item.isPart() ? parts == null : this.policy.isOwn(item.name())) {
			return;
		}
		parts = items.computeIfAbsent(item.owner(), (owner) -> new LinkedHashMap<>());
		parts.put(item.key(), item);
		if (item.has("value") && item.kind() == Kind.COLUMN && !item.has("generated")) {
			Item value = defaultOf(item);
			parts.put(value.key(), value);
		}
	}

	/** The default of a column is an object of its own. */
	private static Item defaultOf(Item column) {
		return new Item(new Key(Key.DEFAULTS, column.number("valueoid"), 0), Kind.DEFAULT, column.owner(),
				column.schema(), column.name(), column.get("valueversion"),
				Map.of("definition", column.get("value"), "column", String.valueOf(column.key().part())));
	}

	private static Item item(ResultSet row, ResultSetMetaData columns) throws SQLException {
		Map<String, String> values = new TreeMap<>();
		for (int i = HEAD + 1; i <= columns.getColumnCount(); i++) {
			String value = row.getString(i);
			if (value != null) {
				values.put(columns.getColumnLabel(i), value);
			}
		}
		return new Item(new Key(row.getInt(1), row.getLong(2), row.getInt(3)), Kind.valueOf(row.getString(6)),
				new Key(row.getInt(4), row.getLong(5), 0), row.getString(7), row.getString(8), row.getString(9),
				values);
	}

	private static Map<Key, Group> groups(Map<Key, Map<Key, Item>> items, List<Edge> edges) {
		Map<Key, Key> homes = new HashMap<>();
		Map<Key, Map<Key, Key>> aliases = new HashMap<>();
		items.forEach((owner, parts) -> {
			Map<Key, Key> others = Aliases.of(parts.values());
			aliases.put(owner, others);
			parts.keySet().forEach((key) -> homes.put(key.whole(), owner));
			others.keySet().forEach((key) -> homes.put(key, owner));
		});
		Map<Key, List<Edge>> byOwner = new HashMap<>();
		for (Edge edge : edges) {
			Key home = homes.get(edge.from().whole());
			if (home != null) {
				byOwner.computeIfAbsent(home, (owner) -> new ArrayList<>()).add(edge);
			}
		}
		Map<Key, Group> groups = new LinkedHashMap<>();
		items.forEach((owner, parts) -> {
			if (parts.containsKey(owner)) {
				groups.put(owner, new Group(owner, parts, Objects.requireNonNull(aliases.get(owner)),
						byOwner.getOrDefault(owner, List.of())));
			}
		});
		return groups;
	}

}
