package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps references from doing more than is undone: rows that somebody has added since,
 * and that refer to a row which goes, must not go with it.
 */
final class Guards {

	private final Catalog catalog;

	private final Predicate<Item> there;

	/**
	 * Create guards.
	 * @param catalog the names
	 * @param there which references are there when rows go
	 */
	Guards(Catalog catalog, Predicate<Item> there) {
		this.catalog = catalog;
		this.there = there;
	}

	/** What fails if rows that are deleted would take others with them. */
	List<String> delete(Item table, String where) {
		return guards(table, where, "ondelete", Set.of("c", "n", "d"), Set.of());
	}

	/** What fails if rows whose keys change would take references away. */
	List<String> update(Item table, String where, Set<Integer> columns) {
		return guards(table, where, "onupdate", Set.of("n", "d"), columns);
	}

	private List<String> guards(Item table, String where, String when, Set<String> actions, Set<Integer> changed) {
		List<String> guards = new ArrayList<>();
		String oid = String.valueOf(table.key().oid());
		for (Catalog.Group group : this.catalog.users(table.key())) {
			for (Item reference : group.items().values()) {
				if (reference.kind() == Kind.FOREIGN_KEY && reference.is("referred", oid) && this.there.test(reference)
						&& !reference.has("parent") && actions.contains(reference.get(when)) && (changed.isEmpty()
								|| numbers(reference, "referredcolumns").stream().anyMatch(changed::contains))) {
					guards.add(guard(table, where, group.whole(), reference));
				}
			}
		}
		return guards;
	}

	private static List<Integer> numbers(Item reference, String columns) {
		List<Integer> numbers = new ArrayList<>();
		for (String number : reference.get(columns).split(" ")) {
			numbers.add(Integer.valueOf(number));
		}
		return numbers;
	}

	private String guard(Item table, String where, Item child, Item reference) {
		List<Integer> from = numbers(reference, "columns");
		List<Integer> to = numbers(reference, "referredcolumns");
		List<String> same = new ArrayList<>();
		for (int i = 0; i < from.size(); i++) {
			same.add("c." + name(child, from.get(i)) + " = p." + name(table, to.get(i)));
		}
		// Those that go at the same time may refer to each other.
		String others = child.key().equals(table.key())
				? " AND c.ctid NOT IN (SELECT ctid FROM ONLY %s WHERE %s)".formatted(table.qualified(), where) : "";
		return "DO " + Names.dollars("""
				BEGIN
					IF EXISTS (SELECT 1 FROM %s c, (SELECT * FROM ONLY %s WHERE %s) p WHERE %s%s) THEN
						RAISE EXCEPTION USING ERRCODE = 'foreign_key_violation', MESSAGE = %s;
					END IF;
				END""".formatted(child.qualified(), table.qualified(), where, String.join(" AND ", same), others,
				Names.literal("rows of " + this.catalog.name(child) + " refer to rows of " + this.catalog.name(table)
						+ " that go")));
	}

	private String name(Item table, int number) {
		Item column = this.catalog.column(table.key(), number);
		return Names.quoted((column != null) ? column.name() : "");
	}

}
