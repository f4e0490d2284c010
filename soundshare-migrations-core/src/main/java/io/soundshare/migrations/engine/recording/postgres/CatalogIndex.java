package io.soundshare.migrations.engine.recording.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.postgres.Catalog.Edge;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;
import org.jspecify.annotations.Nullable;

/**
 * Where things are found. OIDs do not come again, so what is known of an object is true
 * for all times; what it depends on, and its names, may be those of another time.
 */
final class CatalogIndex {

	private final Map<Key, Key> homes = new HashMap<>();

	private final Map<Key, Set<Key>> users = new HashMap<>();

	private final Map<String, Set<Key>> names = new HashMap<>();

	void add(Collection<Group> groups) {
		for (Group group : groups) {
			group.items().forEach((key, item) -> {
				this.homes.put(key, group.owner());
				this.names.computeIfAbsent(item.name(), (name) -> new LinkedHashSet<>()).add(group.owner());
			});
			group.aliases().keySet().forEach((key) -> this.homes.put(key, group.owner()));
		}
		for (Group group : groups) {
			for (Edge edge : group.edges()) {
				Key home = home(edge.to());
				if (home != null) {
					this.users.computeIfAbsent(home, (key) -> new LinkedHashSet<>()).add(group.owner());
				}
			}
		}
	}

	@Nullable Key home(Key key) {
		Key home = this.homes.get(key);
		return (home != null || key.part() == 0) ? home : this.homes.get(key.whole());
	}

	Set<Key> users(Key owner) {
		return this.users.getOrDefault(owner, Set.of());
	}

	Set<Key> named(String name) {
		return this.names.getOrDefault(name, Set.of());
	}

}
