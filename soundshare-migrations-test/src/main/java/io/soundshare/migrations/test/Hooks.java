package io.soundshare.migrations.test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.soundshare.migrations.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What an application says about its revisions, each named by its id, its
 * {@code path::id::author}, or a beginning of its id that no other has.
 */
final class Hooks {

	final Map<String, List<DatabaseWork>> before = new HashMap<>();

	final Map<String, List<DatabaseWork>> at = new HashMap<>();

	final Map<String, List<DatabaseWork>> afterDowngrade = new HashMap<>();

	final Map<String, String> irreversible = new HashMap<>();

	final Map<String, String> loses = new HashMap<>();

	final Map<String, String> skipped = new HashMap<>();

	final Map<MigrationCheck, String> skippedChecks = new EnumMap<>(MigrationCheck.class);

	final Set<String> leftAlone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	@Nullable String minimumDowngrade;

	static void add(Map<String, List<DatabaseWork>> works, String revision, DatabaseWork work) {
		works.computeIfAbsent(revision, (name) -> new ArrayList<>()).add(work);
	}

	static List<DatabaseWork> works(Map<String, List<DatabaseWork>> works, Revision revision) {
		return works.entrySet()
			.stream()
			.filter((entry) -> isMeant(entry.getKey(), revision))
			.flatMap((entry) -> entry.getValue().stream())
			.toList();
	}

	static @Nullable String reason(Map<String, String> reasons, Revision revision) {
		return reasons.entrySet()
			.stream()
			.filter((entry) -> isMeant(entry.getKey(), revision))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	static boolean isMeant(String name, Revision revision) {
		return revision.id().startsWith(name) || revision.key().equals(name);
	}

	/** Refuse a name that no revision has, or that several may have. */
	void require(List<Revision> revisions) {
		Stream
			.of(this.before.keySet().stream(), this.at.keySet().stream(), this.afterDowngrade.keySet().stream(),
					this.irreversible.keySet().stream(), this.loses.keySet().stream(), this.skipped.keySet().stream(),
					Stream.ofNullable(this.minimumDowngrade))
			.flatMap((names) -> names)
			.distinct()
			.forEach((name) -> {
				long number = revisions.stream().filter((revision) -> isMeant(name, revision)).count();
				if (number != 1) {
					throw new IllegalArgumentException("The tests are told of a revision '" + name + "', and "
							+ ((number == 0) ? "the changelog has none." : number + " begin like that.")
							+ " Name one by its id.");
				}
			});
	}

}
