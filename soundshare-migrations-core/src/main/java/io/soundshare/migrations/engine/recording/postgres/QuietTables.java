package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Has nothing happen but what a statement says while rows are put back: no trigger, rule
 * or policy has a say, and references are looked at when all rows are there. The owner of
 * a table may turn all of that off for a while.
 */
final class QuietTables {

	private final List<String> begin = new ArrayList<>();

	private final List<String> end = new ArrayList<>();

	/**
	 * Create what comes before and after changes of rows.
	 * @param catalog the names
	 * @param tables the tables whose rows change
	 * @param there which of their parts are there then
	 */
	QuietTables(Catalog catalog, Collection<Key> tables, Predicate<Item> there) {
		Ddl ddl = new Ddl(catalog);
		Set<Key> changing = new LinkedHashSet<>(tables);
		List<String> deferred = new ArrayList<>();
		List<String> again = new ArrayList<>();
		for (Key key : changing) {
			Item table = catalog.item(key);
			List<Item> triggers = catalog.parts(key, Kind.TRIGGER)
				.stream()
				.filter(there)
				.filter(QuietTables::isOn)
				.toList();
			if (!triggers.isEmpty()) {
				this.begin.add(ddl.alter(table, "DISABLE TRIGGER USER"));
				triggers.forEach((trigger) -> again.add(ddl.alter(table, enable(trigger))));
			}
			for (Item rule : catalog.parts(key, Kind.RULE).stream().filter(there).filter(QuietTables::isOn).toList()) {
				this.begin.add(ddl.alter(table, "DISABLE RULE " + Names.quoted(rule.name())));
				again.add(ddl.alter(table, enable(rule)));
			}
			if (table.has("forced")) {
				this.begin.add(ddl.alter(table, "NO FORCE ROW LEVEL SECURITY"));
				again.add(ddl.alter(table, "FORCE ROW LEVEL SECURITY"));
			}
			for (Item reference : catalog.parts(key, Kind.FOREIGN_KEY)) {
				if (there.test(reference) && !reference.has("parent")) {
					defer(ddl, reference, changing, deferred, again);
				}
			}
			deferred.addAll(deferredTo(catalog, key, there));
		}
		if (!deferred.isEmpty()) {
			this.end.add("SET CONSTRAINTS " + String.join(", ", new LinkedHashSet<>(deferred)) + " IMMEDIATE");
		}
		this.end.addAll(again);
	}

	/** The references to a table that are looked at later by themselves. */
	private static List<String> deferredTo(Catalog catalog, Key table, Predicate<Item> there) {
		String oid = String.valueOf(table.oid());
		return catalog.users(table)
			.stream()
			.flatMap((group) -> group.items().values().stream())
			.filter((part) -> part.kind() == Kind.FOREIGN_KEY && part.is("referred", oid) && part.isSet("deferred"))
			.filter(there)
			.map(Item::qualified)
			.toList();
	}

	private void defer(Ddl ddl, Item reference, Set<Key> changing, List<String> deferred, List<String> again) {
		boolean among = changing.contains(Key.relation(reference.number("referred")));
		String name = Names.quoted(reference.name());
		if (reference.isSet("deferred")) {
			deferred.add(reference.qualified());
		}
		else if (among) {
			Item table = ddl.owner(reference);
			this.begin.add(ddl.alter(table, "ALTER CONSTRAINT " + name + " DEFERRABLE INITIALLY DEFERRED"));
			deferred.add(reference.qualified());
			again.add(ddl.alter(table, "ALTER CONSTRAINT " + name
					+ (reference.isSet("deferrable") ? " DEFERRABLE INITIALLY IMMEDIATE" : " NOT DEFERRABLE")));
		}
	}

	static boolean isOn(Item item) {
		return !item.is("enabled", "D");
	}

	static String enable(Item item) {
		String how = switch (item.get("enabled")) {
			case "R" -> "ENABLE REPLICA ";
			case "A" -> "ENABLE ALWAYS ";
			default -> "ENABLE ";
		};
		return how + item.kind().word() + " " + Names.quoted(item.name());
	}

	List<String> begin() {
		return this.begin;
	}

	List<String> end() {
		return this.end;
	}

}
