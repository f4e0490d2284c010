package io.soundshare.migrations.engine.recording.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it was at a time.
 */
final class Catalog {

	/** Nothing at all. */
	static final Catalog EMPTY = new Catalog(Map.of(), new HashMap<>(), "");

	private final Map<Key, Group> groups;

	/** The group each key was ever seen in. OIDs do not come again. */
	private final Map<Key, Key> homes;

	private final String defaultSchema;

	private Catalog(Map<Key, Group> groups, Map<Key, Key> homes, String defaultSchema) {
		this.groups = groups;
		this.homes = homes;
		this.defaultSchema = defaultSchema;
	}

	/** The same with another schema whose objects are named without it. */
	Catalog in(String defaultSchema) {
		return new Catalog(this.groups, this.homes, defaultSchema);
	}

	String defaultSchema() {
		return this.defaultSchema;
	}

	/** The same with some groups read again. */
	Catalog with(Collection<Key> read, Map<Key, Group> groups) {
		Map<Key, Key> homes = this.groups.isEmpty() ? new HashMap<>() : this.homes;
		Map<Key, Group> all = new LinkedHashMap<>(this.groups);
		all.keySet().removeAll(read);
		groups.forEach((owner, group) -> {
			all.put(owner, group);
			group.items().keySet().forEach((key) -> homes.put(key, owner));
			group.aliases().keySet().forEach((key) -> homes.put(key, owner));
		});
		return new Catalog(all, homes, this.defaultSchema);
	}

	Collection<Group> groups() {
		return this.groups.values();
	}

	@Nullable Group group(Key owner) {
		return this.groups.get(owner);
	}

	/** The group something belongs to or did, by whatever key. */
	@Nullable Key home(Key key) {
		Key home = this.homes.get(key);
		return (home != null || key.part() == 0) ? home : this.homes.get(key.whole());
	}

	/** Find an object or part by whatever the catalogue knows it by. */
	@Nullable Item find(Key key) {
		Key home = home(key);
		Group group = (home != null) ? this.groups.get(home) : null;
		if (group == null) {
			return null;
		}
		Item item = group.items().get(group.aliases().getOrDefault(key, key));
		return (item != null || key.part() == 0) ? item : find(key.whole());
	}

	Item item(Key key) {
		return Objects.requireNonNull(find(key), key::toString);
	}

	Stream<Item> items() {
		return this.groups.values().stream().flatMap((group) -> group.items().values().stream());
	}

	/** The parts of a kind of a table, in their order. */
	List<Item> parts(Key owner, Kind kind) {
		Group group = this.groups.get(owner);
		return (group != null)
				? group.items().values().stream().filter((item) -> item.kind() == kind && item.isPart()).toList()
				: List.of();
	}

	@Nullable Item column(Key table, int number) {
		Group group = this.groups.get(table);
		return (group != null) ? group.items().get(Key.column(table.oid(), number)) : null;
	}

	/**
	 * That one object depends on another.
	 *
	 * @param from what depends, as the catalogue says it
	 * @param to what it depends on
	 * @param type how, as pg_depend has it
	 */
	record Edge(Key from, Key to, char type) {
	}

	/**
	 * An object with its parts.
	 *
	 * @param owner what it is known by
	 * @param items itself and its parts
	 * @param aliases what else the catalogue knows them by
	 * @param edges what they depend on
	 */
	record Group(Key owner, Map<Key, Item> items, Map<Key, Key> aliases, List<Edge> edges) {

		Item whole() {
			return Objects.requireNonNull(this.items.get(this.owner));
		}

	}

}
