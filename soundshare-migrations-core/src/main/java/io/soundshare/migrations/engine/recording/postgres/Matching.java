package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;
import org.jspecify.annotations.Nullable;

/**
 * Which object of a catalogue is which of a later one. Whoever has the same OID is the
 * same, whatever it is called; what holds no data is the same also if it was made again.
 */
final class Matching {

	private final Catalog before;

	private final Catalog after;

	/** By the key it has after. */
	private final Map<Key, Item> old = new HashMap<>();

	/** By the key it had before. */
	private final Map<Key, Item> present = new LinkedHashMap<>();

	private final List<Item> made = new ArrayList<>();

	private final List<Item> gone = new ArrayList<>();

	Matching(Catalog before, Catalog after) {
		this.before = before;
		this.after = after;
		List<Item> then = touched(before, after);
		List<Item> now = touched(after, before);
		Map<Key, Item> byKey = new LinkedHashMap<>();
		then.forEach((item) -> byKey.put(item.key(), item));
		for (Item item : now) {
			Item same = byKey.get(item.key());
			if (same != null && !isAnother(same, item)) {
				pair(same, item);
			}
		}
		Map<String, Item> byName = new LinkedHashMap<>();
		then.stream()
			.filter((item) -> !this.present.containsKey(item.key()))
			.forEach((item) -> byName.put(identity(item, item.owner()), item));
		for (Item item : now) {
			Item same = this.old.containsKey(item.key()) ? null : byName.get(identity(item, oldOwner(item)));
			if (same != null && !this.present.containsKey(same.key()) && isSoft(item)) {
				pair(same, item);
			}
		}
		then.stream().filter((item) -> !this.present.containsKey(item.key())).forEach(this.gone::add);
		now.stream().filter((item) -> !this.old.containsKey(item.key())).forEach(this.made::add);
	}

	private static List<Item> touched(Catalog catalog, Catalog other) {
		List<Item> items = new ArrayList<>();
		for (Group group : catalog.groups()) {
			if (group != other.group(group.owner())) {
				items.addAll(group.items().values());
			}
		}
		// What belongs to others is known after those.
		items.sort((left, right) -> Boolean.compare(left.isPart(), right.isPart()));
		return items;
	}

	/** A generated column gets another expression only as another column. */
	private static boolean isAnother(Item then, Item now) {
		if (then.kind() != Kind.COLUMN) {
			return false;
		}
		return !then.get("generated").equals(now.get("generated"))
				|| (then.has("generated") && !then.get("valueversion").equals(now.get("valueversion"))
						&& !then.get("value").equals(now.get("value")));
	}

	private boolean isSoft(Item item) {
		return !item.kind().isHard() || (item.kind() == Kind.COLUMN
				&& Objects.requireNonNull(this.after.group(item.owner())).whole().kind() == Kind.VIEW);
	}

	private void pair(Item then, Item now) {
		this.old.put(now.key(), then);
		this.present.put(then.key(), now);
	}

	private Key oldOwner(Item item) {
		Item owner = this.old.get(item.owner());
		return (owner != null) ? owner.key() : item.owner();
	}

	private static String identity(Item item, Key owner) {
		String part = switch (item.kind()) {
			case COLUMN -> String.valueOf(item.key().part());
			case DEFAULT -> item.get("column");
			case INHERITANCE -> item.get("parent");
			case ROUTINE -> item.schema() + "." + item.name() + "(" + item.get("signature") + ")";
			default -> item.name();
		};
		return item.isPart() ? item.kind() + " " + part + " " + owner : item.kind() + " " + item.schema() + "." + part;
	}

	/** What an object was before; {@code null} if it was not there. */
	@Nullable Item old(Item now) {
		Item old = this.old.get(now.key());
		return (old == null && this.after.group(now.owner()) == this.before.group(now.owner())) ? now : old;
	}

	/** What an object is after; {@code null} if it is not there. */
	@Nullable Item present(Item then) {
		Item present = this.present.get(then.key());
		return (present == null && this.after.group(then.owner()) == this.before.group(then.owner())) ? then : present;
	}

	/** The tables, columns and so on that an object uses, as what they were before. */
	Set<Key> usesBefore(Item now) {
		Set<Key> before = new LinkedHashSet<>();
		for (Key used : this.after.uses(now)) {
			Item old = old(this.after.item(used));
			before.add((old != null) ? old.key() : used);
		}
		return before;
	}

	/** The objects that are there before and after, of groups that were read again. */
	Map<Key, Item> pairs() {
		return this.present;
	}

	List<Item> made() {
		return this.made;
	}

	List<Item> gone() {
		return this.gone;
	}

	boolean isMade(Item item) {
		return old(item) == null;
	}

	boolean isGone(Item item) {
		return present(item) == null;
	}

	/** The objects that were read again, of which anything is another. */
	Set<Key> touched() {
		Set<Key> touched = new LinkedHashSet<>();
		this.made.forEach((item) -> touched.add(item.owner()));
		this.gone.forEach((item) -> touched.add(item.owner()));
		this.present.forEach((key, item) -> {
			touched.add(item.owner());
			touched.add(this.before.item(key).owner());
		});
		return touched;
	}

	/** The tables and columns that are new. */
	List<Place> places() {
		List<Place> places = new ArrayList<>();
		for (Item item : this.made) {
			Item owner = this.after.item(item.owner());
			if (item.kind() == Kind.TABLE) {
				places.add(new Place(this.after.name(item), null));
			}
			else if (item.kind() == Kind.COLUMN && owner.kind() == Kind.TABLE && !isMade(owner)) {
				places.add(new Place(this.after.name(owner), item.name()));
			}
		}
		return places;
	}

	boolean isEmpty() {
		return this.made.isEmpty() && this.gone.isEmpty() && this.present.isEmpty();
	}

	Catalog before() {
		return this.before;
	}

	Catalog after() {
		return this.after;
	}

}
