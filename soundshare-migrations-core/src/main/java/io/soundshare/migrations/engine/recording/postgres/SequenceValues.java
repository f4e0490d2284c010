package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How far sequences are. They go back to where they were if nobody has drawn from them
 * since: else whoever has would get the same numbers again.
 */
final class SequenceValues {

	private final Statements statements;

	private final Map<Key, Value> values = new LinkedHashMap<>();

	SequenceValues(Statements statements) {
		this.statements = statements;
	}

	/** Remember where some sequences are, unless that is known. */
	void add(Collection<Item> sequences) throws SQLException {
		List<Item> unknown = sequences.stream().filter((item) -> !this.values.containsKey(item.key())).toList();
		this.values.putAll(read(unknown));
	}

	private Map<Key, Value> read(List<Item> sequences) throws SQLException {
		Map<Key, Value> read = new LinkedHashMap<>();
		if (sequences.isEmpty()) {
			return read;
		}
		List<String> queries = new ArrayList<>();
		for (int i = 0; i < sequences.size(); i++) {
			queries.add("SELECT " + i + ", last_value, is_called FROM " + sequences.get(i).qualified());
		}
		try (Statement statement = this.statements.connection().createStatement();
				ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", queries))) {
			while (rows.next()) {
				read.put(sequences.get(rows.getInt(1)).key(), new Value(rows.getLong(2), rows.getBoolean(3)));
			}
		}
		return read;
	}

	/** Return what sets back those that have moved, and those that are gone. */
	List<String> undo(Catalog first, Catalog after) throws SQLException {
		List<String> undo = new ArrayList<>();
		Map<Key, Value> now = read(this.values.keySet().stream().map(after::find).filter(Objects::nonNull).toList());
		this.values.forEach((key, then) -> {
			Value value = now.get(key);
			if (!then.equals(value)) {
				undo.add(set(Objects.requireNonNull(first.find(key)), then, value));
			}
		});
		return undo;
	}

	private static String set(Item sequence, Value then, @Nullable Value now) {
		String set = "SELECT pg_catalog.setval(%s, %d, %s)".formatted(Names.literal(sequence.qualified()), then.last(),
				then.called());
		return (now != null) ? set + " FROM %s WHERE last_value = %d AND is_called = %s".formatted(sequence.qualified(),
				now.last(), now.called()) : set;
	}

	/** The sequences that give the values of some tables, and those that are named. */
	static Collection<Item> of(Catalog catalog, Collection<Item> tables, List<SqlToken> tokens) {
		Map<Key, Item> found = new LinkedHashMap<>();
		for (Item table : tables) {
			Catalog.Group group = catalog.group(table.key());
			if (group != null) {
				group.edges().forEach((edge) -> add(catalog.find(edge.to()), found));
			}
		}
		List<Long> oids = tables.stream().map((table) -> table.key().oid()).toList();
		String text = tokens.stream().map(SqlToken::text).collect(Collectors.joining(" "));
		catalog.groups().forEach((group) -> {
			Item item = group.whole();
			if (item.kind() == Kind.SEQUENCE
					&& (text.contains(item.name()) || (item.has("ownedby") && oids.contains(item.number("ownedby"))))) {
				add(item, found);
			}
		});
		return found.values();
	}

	private static void add(@Nullable Item item, Map<Key, Item> found) {
		if (item != null && item.kind() == Kind.SEQUENCE) {
			found.put(item.key(), item);
		}
	}

	/**
	 * Where a sequence is.
	 *
	 * @param last the last value
	 * @param called whether that was given to anybody
	 */
	private record Value(long last, boolean called) {
	}

}
