package io.soundshare.migrations.engine.recording.postgres;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.postgres.Catalog.Edge;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;

/**
 * What depends on what in a catalogue.
 */
final class Graph {

	/** By the key of what depends. */
	private final Map<Key, Set<Item>> needs = new HashMap<>();

	/** By the key of what is depended on. */
	private final Map<Key, Set<Item>> needed = new HashMap<>();

	Graph(Catalog catalog) {
		for (Group group : catalog.groups()) {
			for (Edge edge : group.edges()) {
				Item from = catalog.find(edge.from());
				Item to = catalog.find(edge.to());
				if (from != null && to != null && !isImplied(from, to)) {
					add(from, to);
				}
			}
		}
	}

	/**
	 * A sequence needs no column, though it goes with it. A part is not told of its own
	 * table.
	 */
	private static boolean isImplied(Item from, Item to) {
		return from.key().equals(to.key()) || (from.kind() == Kind.SEQUENCE && to.kind() == Kind.COLUMN)
				|| from.owner().equals(to.key());
	}

	private void add(Item from, Item to) {
		this.needs.computeIfAbsent(from.key(), (key) -> new LinkedHashSet<>()).add(to);
		this.needed.computeIfAbsent(to.key(), (key) -> new LinkedHashSet<>()).add(from);
	}

	Set<Item> needs(Item item) {
		return this.needs.getOrDefault(item.key(), Set.of());
	}

	Set<Item> neededBy(Item item) {
		return this.needed.getOrDefault(item.key(), Set.of());
	}

}
