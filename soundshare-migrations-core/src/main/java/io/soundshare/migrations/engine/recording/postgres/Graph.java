package io.soundshare.migrations.engine.recording.postgres;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.postgres.Catalog.Edge;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;

/**
 * What depends on what in a catalogue. Found out where it is asked for.
 */
final class Graph {

	private final Catalog catalog;

	/** What the parts of an object need, by the object. */
	private final Map<Key, Map<Key, Set<Item>>> needs = new HashMap<>();

	/** What needs the parts of an object, by the object. */
	private final Map<Key, Map<Key, Set<Item>>> needed = new HashMap<>();

	Graph(Catalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * A sequence needs no column, though it goes with it. A part is not told of its own
	 * table.
	 */
	private static boolean isImplied(Item from, Item to) {
		return from.key().equals(to.key()) || (from.kind() == Kind.SEQUENCE && to.kind() == Kind.COLUMN)
				|| from.owner().equals(to.key());
	}

	Set<Item> needs(Item item) {
		return this.needs.computeIfAbsent(item.owner(), this::readNeeds).getOrDefault(item.key(), Set.of());
	}

	private Map<Key, Set<Item>> readNeeds(Key owner) {
		Map<Key, Set<Item>> needs = new HashMap<>();
		Group group = this.catalog.group(owner);
		if (group != null) {
			for (Edge edge : group.edges()) {
				Item from = this.catalog.find(edge.from());
				Item to = this.catalog.find(edge.to());
				if (from != null && to != null && !isImplied(from, to)) {
					needs.computeIfAbsent(from.key(), (key) -> new LinkedHashSet<>()).add(to);
				}
			}
		}
		return needs;
	}

	Set<Item> neededBy(Item item) {
		return this.needed.computeIfAbsent(item.owner(), this::readNeeded).getOrDefault(item.key(), Set.of());
	}

	private Map<Key, Set<Item>> readNeeded(Key owner) {
		Map<Key, Set<Item>> needed = new HashMap<>();
		for (Group group : this.catalog.users(owner)) {
			for (Edge edge : group.edges()) {
				Item from = this.catalog.find(edge.from());
				Item to = this.catalog.find(edge.to());
				if (from != null && to != null && to.owner().equals(owner) && !isImplied(from, to)) {
					needed.computeIfAbsent(to.key(), (key) -> new LinkedHashSet<>()).add(from);
				}
			}
		}
		return needed;
	}

}
