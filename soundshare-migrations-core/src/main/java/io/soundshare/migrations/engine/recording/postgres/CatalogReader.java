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
import java.util.LinkedHashSet;
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
 * Reads the catalogue, and later what may have changed in it.
 */
final class CatalogReader {

	/** How many columns a row begins with that are not values. */
	private static final int HEAD = 9;

	private final Statements statements;

	private final RecordingPolicy policy;

	private final CatalogScan scan = new CatalogScan();

	private Catalog catalog = Catalog.EMPTY;

	CatalogReader(Statements statements, RecordingPolicy policy) {
		this.statements = statements;
		this.policy = policy;
	}

	/** Return the catalogue as it is now. */
	Catalog read() throws SQLException {
		Map<Key, String> changed = this.scan.changed(this.statements);
		if (changed.isEmpty()) {
			return this.catalog;
		}
		SearchPath path = SearchPath.hide(this.statements);
		try {
			read(changed);
			this.catalog = this.catalog.in(path.schema());
		}
		catch (SQLException ex) {
			path.restore(ex);
			throw ex;
		}
		path.restore();
		return this.catalog;
	}

	private void read(Map<Key, String> changed) throws SQLException {
		Catalog before = this.catalog;
		Set<Key> owners = owners(changed.keySet());
		this.catalog = before.with(owners, groups(owners, changed));
		// The definitions of what depends on something have its name in them.
		Set<Key> dependents = dependents(before, owners);
		this.catalog = this.catalog.with(dependents, groups(dependents, changed));
	}

	private Set<Key> owners(Collection<Key> changed) {
		Set<Key> owners = new LinkedHashSet<>();
		for (Key key : changed) {
			Key home = this.catalog.home(key);
			if (home != null || !key.isPartOfAnother()) {
				owners.add((home != null) ? home : key);
			}
		}
		return owners;
	}

	private Set<Key> dependents(Catalog before, Set<Key> owners) {
		Set<Key> renamed = new HashSet<>();
		for (Key owner : owners) {
			Group then = before.group(owner);
			Group now = this.catalog.group(owner);
			if (then != null && now != null) {
				then.items().forEach((key, item) -> {
					Item same = now.items().get(key);
					if (same != null && !(same.name().equals(item.name()) && same.schema().equals(item.schema()))) {
						renamed.add(key);
					}
				});
			}
		}
		Set<Key> dependents = new LinkedHashSet<>();
		if (renamed.isEmpty()) {
			return dependents;
		}
		boolean all = renamed.stream().anyMatch((key) -> key.catalog() == Key.SCHEMAS);
		for (Group group : this.catalog.groups()) {
			if ((all && group.whole().kind() != Kind.OTHER) || group.edges().stream().anyMatch((edge) -> isOne(renamed, edge.to()))) {
				dependents.add(group.owner());
			}
		}
		dependents.removeAll(owners);
		return dependents;
	}

	private boolean isOne(Set<Key> renamed, Key key) {
		Item item = this.catalog.find(key);
		return item != null && (renamed.contains(item.key()) || renamed.contains(item.owner()));
	}

	private Map<Key, Group> groups(Collection<Key> owners, Map<Key, String> versions) throws SQLException {
		Map<Key, Map<Key, Item>> items = new LinkedHashMap<>();
		read(Family.RELATIONS, oids(owners, Key.RELATIONS), items);
		read(Family.TYPES, oids(owners, Key.TYPES), items);
		read(Family.ROUTINES, oids(owners, Key.ROUTINES), items);
		read(Family.SCHEMAS, oids(owners, Key.SCHEMAS), items);
		read(Family.EXTENSIONS, oids(owners, Key.EXTENSIONS), items);
		readUnknown(owners.stream().filter((key) -> isUnknown(key) && !items.containsKey(key)).toList(), versions,
				items);
		Map<Key, Map<Key, Key>> aliases = new HashMap<>();
		Map<Key, List<Edge>> edges = edges(items, aliases);
		Map<Key, Group> groups = new LinkedHashMap<>();
		items.forEach((owner, parts) -> {
			if (parts.containsKey(owner)) {
				groups.put(owner, new Group(owner, parts, Objects.requireNonNull(aliases.get(owner)),
						edges.getOrDefault(owner, List.of())));
			}
		});
		return groups;
	}

	private static boolean isUnknown(Key key) {
		return switch (key.catalog()) {
			case Key.RELATIONS, Key.ROUTINES, Key.SCHEMAS, Key.EXTENSIONS -> false;
			default -> true;
		};
	}

	private static Object[] oids(Collection<Key> owners, int catalog) {
		return owners.stream().filter((key) -> key.catalog() == catalog).map(Key::oid).toArray();
	}

	private void read(Family family, Object[] oids, Map<Key, Map<Key, Item>> items) throws SQLException {
		if (oids.length == 0) {
			return;
		}
		for (String sql : CatalogQueries.of(family)) {
			PreparedStatement query = this.statements.prepared(sql);
			query.setArray(1, this.statements.connection().createArrayOf("oid", oids));
			take(query, items);
		}
	}

	private void readUnknown(List<Key> keys, Map<Key, String> versions, Map<Key, Map<Key, Item>> items)
			throws SQLException {
		List<Key> there = keys.stream().filter((key) -> !versions.getOrDefault(key, "").isEmpty()).toList();
		if (there.isEmpty()) {
			return;
		}
		PreparedStatement query = this.statements.prepared(CatalogQueries.UNKNOWN);
		query.setArray(1, array("int8", there.stream().map((key) -> (long) key.catalog()).toArray()));
		query.setArray(2, array("int8", there.stream().map(Key::oid).toArray()));
		query.setArray(3, array("text", there.stream().map(versions::get).toArray()));
		take(query, items);
	}

	private java.sql.Array array(String type, Object[] values) throws SQLException {
		return this.statements.connection().createArrayOf(type, values);
	}

	private void take(PreparedStatement query, Map<Key, Map<Key, Item>> items) throws SQLException {
		try (ResultSet rows = query.executeQuery()) {
			ResultSetMetaData columns = rows.getMetaData();
			while (rows.next()) {
				Item item = item(rows, columns);
				Map<Key, Item> parts = items.get(item.owner());
				if (item.isPart() ? parts == null : this.policy.isOwn(item.name())) {
					continue;
				}
				parts = items.computeIfAbsent(item.owner(), (owner) -> new LinkedHashMap<>());
				parts.put(item.key(), item);
				if (item.has("value") && item.kind() == Kind.COLUMN && !item.has("generated")) {
					Item value = defaultOf(item);
					parts.put(value.key(), value);
				}
			}
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

	private Map<Key, List<Edge>> edges(Map<Key, Map<Key, Item>> items, Map<Key, Map<Key, Key>> aliases)
			throws SQLException {
		Map<Key, Key> homes = new HashMap<>();
		items.forEach((owner, parts) -> {
			Map<Key, Key> others = Aliases.of(parts.values());
			aliases.put(owner, others);
			parts.keySet().forEach((key) -> homes.put(key.whole(), owner));
			others.keySet().forEach((key) -> homes.put(key, owner));
		});
		Map<Key, List<Edge>> edges = new HashMap<>();
		if (homes.isEmpty()) {
			return edges;
		}
		PreparedStatement query = this.statements.prepared(CatalogQueries.DEPENDENCIES);
		query.setArray(1, array("oid", homes.keySet().stream().map(Key::oid).distinct().toArray()));
		try (ResultSet rows = query.executeQuery()) {
			while (rows.next()) {
				Key from = new Key(rows.getInt(1), rows.getLong(2), rows.getInt(3));
				Key home = homes.get(from.whole());
				if (home != null) {
					edges.computeIfAbsent(home, (owner) -> new ArrayList<>())
						.add(new Edge(from, new Key(rows.getInt(4), rows.getLong(5), rows.getInt(6)),
								rows.getString(7).charAt(0)));
				}
			}
		}
		return edges;
	}

}
