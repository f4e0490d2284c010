package io.soundshare.migrations.engine.recording.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An object of a schema, or a part of one.
 *
 * @param key what the catalogue knows it by
 * @param kind what it is
 * @param owner the table, view or domain it is a part of; itself if it is none
 * @param schema the name of its schema; empty where it is in none
 * @param name its name
 * @param version what is another one as soon as anything writes its row
 * @param values whatever else is known of it
 */
record Item(Key key, Kind kind, Key owner, String schema, String name, String version, Map<String, String> values) {

	private static final Set<String> VERSIONS = Set.of("ruleversion", "valueversion", "file");

	/** Whether objects are the same but for the versions of their rows. */
	static boolean areSame(Map<Key, Item> items, Map<Key, Item> others) {
		return items.keySet().equals(others.keySet()) && items.values()
			.stream()
			.allMatch((item) -> item.isSame(Objects.requireNonNull(others.get(item.key()))));
	}

	private boolean isSame(Item other) {
		Map<String, String> these = new HashMap<>(this.values);
		Map<String, String> those = new HashMap<>(other.values);
		these.keySet().removeAll(VERSIONS);
		those.keySet().removeAll(VERSIONS);
		return this.name.equals(other.name) && this.schema.equals(other.schema) && these.equals(those);
	}

	/** A value, and nothing if it has none. */
	String get(String value) {
		return this.values.getOrDefault(value, "");
	}

	boolean has(String value) {
		return this.values.containsKey(value);
	}

	boolean is(String value, String expected) {
		return expected.equals(this.values.get(value));
	}

	boolean isSet(String value) {
		return is(value, "t");
	}

	long number(String value) {
		return Long.parseLong(Objects.requireNonNull(this.values.get(value), value));
	}

	boolean isRelation(String kinds) {
		return has("relkind") && kinds.contains(get("relkind"));
	}

	boolean isPart() {
		return !this.key.equals(this.owner);
	}

	/** Its name with its schema, quoted. */
	String qualified() {
		return this.schema.isEmpty() ? Names.quoted(this.name)
				: Names.quoted(this.schema) + "." + Names.quoted(this.name);
	}

}
