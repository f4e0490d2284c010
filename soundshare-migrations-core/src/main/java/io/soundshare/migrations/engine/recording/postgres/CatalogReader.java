package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;

/**
 * Knows the catalogue, and reads again what has changed in it.
 */
final class CatalogReader {

	private final Surroundings surroundings;

	private final Statements statements;

	private CatalogScan scan = new CatalogScan();

	private final GroupReader groups;

	private Catalog catalog = Catalog.empty();

	private boolean complete;

	CatalogReader(Surroundings surroundings, RecordingPolicy policy) {
		this.surroundings = surroundings;
		this.statements = surroundings.statements();
		this.groups = new GroupReader(this.statements, policy);
	}

	/** The catalogue as it was at the last look. */
	Catalog catalog() {
		return this.catalog;
	}

	/** Whether it was ever looked at. */
	boolean isComplete() {
		return this.complete;
	}

	/**
	 * Look at all of it.
	 * @return the objects that have changed
	 */
	Set<Key> all() throws SQLException {
		this.complete = true;
		Map<Key, String> changed = this.scan.all(this.statements);
		return this.scan.isLost() ? again() : take(changed);
	}

	/**
	 * Look at some objects.
	 * @return those that have changed
	 */
	Set<Key> some(Scope scope) throws SQLException {
		Set<Key> parts = new HashSet<>();
		for (Key key : scope.keys()) {
			Group group = this.catalog.group(key);
			if (group != null) {
				group.items().keySet().forEach((part) -> parts.add(part.whole()));
				parts.addAll(group.aliases().keySet());
			}
		}
		Map<Key, String> changed = this.scan.some(this.statements, scope, parts);
		return this.scan.isLost() ? again() : take(changed);
	}

	/** Forget everything, since some of it was never so. */
	private Set<Key> again() throws SQLException {
		Set<Key> known = all(this.catalog.groups());
		this.scan = new CatalogScan();
		this.catalog = Catalog.empty();
		known.addAll(take(this.scan.all(this.statements)));
		return known;
	}

	private Set<Key> take(Map<Key, String> versions) throws SQLException {
		this.catalog = this.catalog.in(this.surroundings.schema());
		if (versions.isEmpty()) {
			return Set.of();
		}
		Catalog before = this.catalog;
		Set<Key> owners = new LinkedHashSet<>();
		for (Key key : versions.keySet()) {
			Key home = before.home(key);
			if (home != null || !key.isPartOfAnother()) {
				owners.add((home != null) ? home : key);
			}
		}
		this.catalog = before.with(owners, read(owners, versions));
		// The definitions of what depends on something have its name in them.
		Set<Key> dependents = dependents(before, owners);
		this.catalog = this.catalog.with(dependents, read(dependents, versions));
		owners.addAll(dependents);
		return owners;
	}

	private Map<Key, Group> read(Set<Key> owners, Map<Key, String> versions) throws SQLException {
		return owners.isEmpty() ? new HashMap<>() : this.groups.read(owners, versions, this.scan);
	}

	private Set<Key> dependents(Catalog before, Set<Key> owners) {
		Set<Key> dependents = new LinkedHashSet<>();
		for (Key owner : owners) {
			Group then = before.group(owner);
			Group now = this.catalog.group(owner);
			if (then != null && now != null && isRenamed(then, now)) {
				if (owner.catalog() == Key.SCHEMAS) {
					dependents.addAll(all(this.catalog.groups()));
				}
				dependents.addAll(all(this.catalog.users(owner)));
			}
		}
		dependents.removeAll(owners);
		return dependents;
	}

	private static Set<Key> all(Collection<Group> groups) {
		Set<Key> all = new LinkedHashSet<>();
		groups.stream()
			.filter((group) -> group.whole().kind() != Kind.OTHER)
			.forEach((group) -> all.add(group.owner()));
		return all;
	}

	private static boolean isRenamed(Group then, Group now) {
		return then.items().values().stream().anyMatch((item) -> {
			Item same = now.items().get(item.key());
			return same != null && !(same.name().equals(item.name()) && same.schema().equals(item.schema()));
		});
	}

}
