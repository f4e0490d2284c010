package io.soundshare.migrations.engine.recording.postgres;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it was at a time.
 */
final class Catalog {

	private final Map<Key, Group> groups;

	private final CatalogIndex index;

	private final String defaultSchema;

	private Catalog(Map<Key, Group> groups, CatalogIndex index, String defaultSchema) {
		this.groups = groups;
		this.index = index;
		this.defaultSchema = defaultSchema;
	}

	/** Nothing at all. */
	static Catalog empty() {
		return new Catalog(Map.of(), new CatalogIndex(), "");
	}

	/** The same with another schema whose objects are named without it. */
	Catalog in(String defaultSchema) {
		return defaultSchema.equals(this.defaultSchema) ? this : new Catalog(this.groups, this.index, defaultSchema);
	}

	String defaultSchema() {
		return this.defaultSchema;
	}

	/** The same with some groups read again. */
	Catalog with(Collection<Key> read, Map<Key, Group> groups) {
		if (read.isEmpty()) {
			return this;
		}
		Map<Key, Group> all = new LinkedHashMap<>(this.groups);
		all.keySet().removeAll(read);
		all.putAll(groups);
		this.index.add(groups.values());
		return new Catalog(all, this.index, this.defaultSchema);
	}

	/** The same with a group as it is in another one. */
	Catalog withGroupOf(Catalog other, Key owner) {
		Group group = other.group(owner);
		return with(List.of(owner), (group != null) ? Map.of(owner, group) : Map.of());
	}

	Collection<Group> groups() {
		return this.groups.values();
	}

	@Nullable Group group(Key owner) {
		return this.groups.get(owner);
	}

	/** The group something belongs to or did, by whatever key. */
	@Nullable Key home(Key key) {
		return this.index.home(key);
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
	 * The name of an object for people, with its schema if that is not the default one.
	 */
	String name(Item item) {
		return (item.schema().isEmpty() || item.schema().equals(this.defaultSchema)) ? item.name()
				: item.schema() + "." + item.name();
	}

	/** The objects that have one of some names, or a part that has. */
	Set<Key> named(Collection<String> names) {
		Set<Key> named = new LinkedHashSet<>();
		names.forEach((name) -> this.index.named(name)
			.stream()
			.map(this.groups::get)
			.filter(Objects::nonNull)
			.filter((group) -> group.items()
				.values()
				.stream()
				.anyMatch((item) -> item.name().equals(name) && (!item.isPart() || item.kind().isNamedAlone())))
			.forEach((group) -> named.add(group.owner())));
		return named;
	}

	/** The objects that have parts which depend on an object. */
	List<Group> users(Key owner) {
		return this.index.users(owner).stream().map(this.groups::get).filter(Objects::nonNull).toList();
	}

	/** The relations, and columns of them, that an object depends on. */
	Set<Key> uses(Item item) {
		Group group = this.groups.get(item.owner());
		List<Edge> edges = (group != null) ? group.edges() : List.of();
		return edges.stream()
			.filter((edge) -> !item.isPart() || edge.from().whole().equals(item.key().whole()))
			.filter((edge) -> edge.to().catalog() == Key.RELATIONS)
			.map((edge) -> find(edge.to()))
			.filter(Objects::nonNull)
			.map(Item::key)
			.collect(Collectors.toSet());
	}

	/** The tables that inherit from a table, and its partitions. */
	List<Item> children(Key table) {
		String oid = String.valueOf(table.oid());
		return users(table).stream()
			.filter((group) -> group.items()
				.values()
				.stream()
				.anyMatch(
						(part) -> part.kind() == Kind.INHERITANCE && part.isRelation("rpf") && part.is("parent", oid)))
			.map(Group::whole)
			.toList();
	}

	/** The sequences that go with a table. */
	List<Item> sequences(Key table) {
		return users(table).stream()
			.map(Group::whole)
			.filter((item) -> item.kind() == Kind.SEQUENCE && item.is("ownedby", String.valueOf(table.oid())))
			.toList();
	}

	/**
	 * Whether a table, and the types of its columns, are what they are in another
	 * catalogue.
	 */
	boolean isSame(Key table, Catalog other) {
		Group group = this.groups.get(table);
		Group same = other.group(table);
		if (group == null || same == null || !Item.areSame(group.items(), same.items())) {
			return false;
		}
		return group.items()
			.values()
			.stream()
			.filter((item) -> item.has("typeoid"))
			.map((item) -> new Key(Key.TYPES, item.number("typeoid"), 0))
			.allMatch((type) -> {
				Group here = this.groups.get(type);
				Group there = other.group(type);
				return here == there || (here != null && there != null && Item.areSame(here.items(), there.items()));
			});
	}

	/** Whether there is one of what nothing more is known of. */
	boolean hasOther(String type) {
		return this.groups.values()
			.stream()
			.anyMatch((group) -> group.whole().kind() == Kind.OTHER && group.whole().is("type", type));
	}

	/**
	 * That one object depends on another.
	 *
	 * @param from what depends, as the catalogue says it
	 * @param to what it depends on
	 */
	record Edge(Key from, Key to) {
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
