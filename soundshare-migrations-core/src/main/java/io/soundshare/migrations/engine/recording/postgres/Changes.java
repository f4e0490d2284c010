package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;

/**
 * What must happen to the objects of a later catalogue so that they are those of the
 * earlier one. Of objects that are there in both, some get another definition in their
 * place; some are dropped and made again, and with them what depends on them.
 */
final class Changes {

	private final Matching matching;

	private final Graph after;

	/** Those to be dropped and made again, by the key they have after. */
	private final Set<Key> remade = new HashSet<>();

	/** Those that get their old definition in their place, by the key they had before. */
	private final Set<Key> replaced = new HashSet<>();

	/** The columns that get their old type, by the key they have after. */
	private final Map<Key, Item> converted = new LinkedHashMap<>();

	/**
	 * The generated columns that are dropped and made again, by the key they have after.
	 */
	private final Set<Key> generated = new HashSet<>();

	private final boolean rows;

	private final Deque<Item> open = new ArrayDeque<>();

	Changes(Matching matching, Graph after, boolean rows) {
		this.rows = rows;
		this.matching = matching;
		this.after = after;
		matching.pairs().forEach((key, now) -> decide(matching.before().item(key), now));
		this.open.addAll(matching.made());
		while (!this.open.isEmpty()) {
			Item item = this.open.remove();
			for (Item part : parts(item)) {
				after.neededBy(part).forEach((dependent) -> follow(dependent, item));
			}
		}
	}

	/** An object goes with all of its parts. */
	private Collection<Item> parts(Item item) {
		Group group = this.matching.after().group(item.owner());
		return (item.isPart() || group == null) ? List.of(item) : group.items().values();
	}

	private void decide(Item then, Item now) {
		switch (then.kind()) {
			case SCHEMA, EXTENSION, SEQUENCE, TABLE -> {
			}
			case TYPE -> {
				if (!isSameType(then, now)) {
					remake(now);
				}
			}
			case COLUMN -> {
				if (!isSameColumn(then, now)) {
					convert(now);
				}
			}
			case VIEW -> {
				if ((!then.get("ruleversion").equals(now.get("ruleversion")) && isOfAnother(then, now))
						|| !then.get("shape").equals(now.get("shape"))
						|| !then.get("relkind").equals(now.get("relkind"))) {
					change(then, now, then.get("shape").equals(now.get("shape")) && now.is("relkind", "v"));
				}
			}
			case ROUTINE -> {
				if (isAnother(then, now) || !then.get("aggregate").equals(now.get("aggregate"))) {
					change(then, now, isReplaceable(then, now));
				}
			}
			default -> {
				// What was dropped and made again has not been there for all changes of
				// rows.
				if (isAnother(then, now) || (this.rows && !then.key().equals(now.key()))) {
					remake(now);
				}
			}
		}
	}

	private boolean isAnother(Item then, Item now) {
		return !then.version().equals(now.version()) && isOfAnother(then, now);
	}

	/** The same text may be about other columns, which have got the names of the old. */
	private boolean isOfAnother(Item then, Item now) {
		return !then.get("definition").equals(now.get("definition"))
				|| !this.matching.before().uses(then).equals(this.matching.usesBefore(now));
	}

	private static boolean isReplaceable(Item then, Item now) {
		return then.get("shape").equals(now.get("shape")) && !then.is("type", "a")
				&& then.number("defaults") >= now.number("defaults");
	}

	private void change(Item then, Item now, boolean replaceable) {
		if (replaceable) {
			this.replaced.add(then.key());
		}
		else {
			remake(now);
		}
	}

	/** A label keeps its OID when it is renamed. */
	private static boolean isSameType(Item then, Item now) {
		return then.get("labeloids").equals(now.get("labeloids"))
				&& (then.version().equals(now.version()) || then.get("range").equals(now.get("range")));
	}

	private boolean isSameColumn(Item then, Item now) {
		if (!then.get("typmod").equals(now.get("typmod"))
				|| !then.get("collationoid").equals(now.get("collationoid"))) {
			return isOfView(now);
		}
		return then.get("typeoid").equals(now.get("typeoid")) || isOfView(now);
	}

	private boolean isOfView(Item column) {
		Item owner = this.matching.after().find(column.owner());
		return owner == null || owner.kind() == Kind.VIEW;
	}

	private void remake(Item now) {
		if (this.matching.old(now) != null && this.remade.add(now.key())) {
			this.open.add(now);
		}
	}

	private void convert(Item now) {
		if (this.converted.putIfAbsent(now.key(), now) == null) {
			this.open.add(now);
		}
	}

	/** What becomes of something that depends on what goes or becomes another. */
	private void follow(Item dependent, Item on) {
		if (this.matching.isMade(dependent) || isOfRemade(dependent)) {
			return;
		}
		boolean type = on.kind() == Kind.TYPE;
		switch (dependent.kind()) {
			case COLUMN -> {
				if (dependent.has("generated") && !type) {
					if (this.generated.add(dependent.key())) {
						this.open.add(dependent);
					}
				}
				else if (type && !isOfView(dependent)) {
					convert(dependent);
				}
			}
			case TYPE -> {
				if (type) {
					remake(dependent);
				}
			}
			case SCHEMA, EXTENSION, SEQUENCE, TABLE -> {
			}
			case INDEX, CONSTRAINT, STATISTICS -> {
				if (!this.converted.containsKey(on.key()) || !isRebuilt(dependent)) {
					remake(dependent);
				}
			}
			default -> remake(dependent);
		}
	}

	/** Whether PostgreSQL itself builds it again when a column gets another type. */
	private static boolean isRebuilt(Item item) {
		return switch (item.kind()) {
			case CONSTRAINT -> item.is("type", "p") || item.is("type", "u");
			case INDEX ->
				!item.isSet("partial") && Arrays.stream(item.get("columns").split(" ")).noneMatch("0"::equals);
			default -> true;
		};
	}

	private boolean isOfRemade(Item item) {
		return item.isPart() && this.remade.contains(item.owner());
	}

	boolean isRemade(Item now) {
		return this.remade.contains(now.key()) || isOfRemade(now);
	}

	boolean isReplaced(Item then) {
		return this.replaced.contains(then.key());
	}

	boolean isConverted(Item now) {
		return this.converted.containsKey(now.key());
	}

	/** Whether an object that is there is dropped. */
	boolean isDropped(Item now) {
		return this.matching.isMade(now) || isRemade(now) || this.generated.contains(now.key())
				|| (now.isPart() && this.matching.isMade(this.matching.after().item(now.owner())));
	}

	/** Whether an object is made that was there. */
	boolean isCreated(Item then) {
		Item now = this.matching.present(then);
		return now == null || isRemade(now) || this.generated.contains(now.key());
	}

	Set<Key> remade() {
		return this.remade;
	}

	Set<Key> generated() {
		return this.generated;
	}

	Map<Key, Item> converted() {
		return this.converted;
	}

	Graph graphAfter() {
		return this.after;
	}

}
