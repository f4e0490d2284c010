package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the objects that stay the names and schemas they had. What would be in somebody's
 * way goes out of it first: the parts of tables, then these, then schemas.
 */
final class Renames {

	private final Matching matching;

	private final Ddl ddl;

	private final List<String> statements = new ArrayList<>();

	/** The names of those that were renamed out of the way. */
	private final Map<Key, String> moved = new HashMap<>();

	private final Set<String> taken = new HashSet<>();

	Renames(Matching matching, Changes changes, List<Item> late) {
		this.matching = matching;
		this.ddl = new Ddl(matching.after());
		List<Item> renamed = matching.pairs()
			.values()
			.stream()
			.filter((now) -> !changes.isDropped(now) || (now.kind().isHard() && changes.remade().contains(now.key())))
			.filter((now) -> !isImplied(now))
			.sorted(Comparator.comparing((Item now) -> now.kind() == Kind.SCHEMA)
				.thenComparing(Item::kind)
				.thenComparing((now) -> now.key().oid())
				.thenComparing((now) -> now.key().part()))
			.toList();
		for (boolean part : new boolean[] { true, false }) {
			run(renamed.stream().filter((item) -> item.isPart() == part).toList(),
					late.stream().filter((item) -> item.isPart() == part).toList(), changes);
		}
	}

	/** What PostgreSQL renames with something else. */
	private static boolean isImplied(Item item) {
		return item.kind() == Kind.DEFAULT || item.kind() == Kind.INHERITANCE || item.kind() == Kind.OTHER
				|| item.has("parent") || item.kind() == Kind.EXTENSION
				|| (item.kind() == Kind.COLUMN && item.has("inherited"));
	}

	private void run(List<Item> kept, List<Item> late, Changes changes) {
		Map<String, Item> places = new HashMap<>();
		kept.forEach((item) -> places.put(place(item, item.schema(), item.name()), item));
		late.forEach((item) -> places.put(place(item, item.schema(), item.name()), item));
		for (Item then : targets()) {
			Item inTheWay = places.get(place(then, then.schema(), then.name()));
			Item itself = this.matching.present(then);
			if (inTheWay != null
					&& (itself == null || changes.isRemade(itself) || !itself.key().equals(inTheWay.key()))) {
				moveAway(inTheWay);
			}
		}
		for (Item now : kept) {
			Item then = this.matching.old(now);
			if (then != null && !changes.remade().contains(now.key())) {
				rename(now, then);
			}
		}
	}

	/** Whatever gets a name in this undo, or gets it back. */
	private List<Item> targets() {
		List<Item> targets = new ArrayList<>(this.matching.gone());
		this.matching.pairs().keySet().forEach((key) -> targets.add(this.matching.before().item(key)));
		return targets;
	}

	/** Where a name can be only once. */
	private String place(Item item, String schema, String name) {
		String space = switch (item.kind()) {
			case TABLE, VIEW, SEQUENCE, INDEX, TYPE -> "relation " + schema;
			case ROUTINE -> "routine " + item.get("signature") + " " + schema;
			case COLUMN, CONSTRAINT, FOREIGN_KEY, TRIGGER, RULE, POLICY -> item.kind().word() + " " + item.owner();
			default -> item.kind() + " " + schema;
		};
		return space + " " + name;
	}

	private void moveAway(Item item) {
		if (!this.moved.containsKey(item.key())) {
			String name = "undo~" + (this.moved.size() + 1);
			while (!this.taken.add(name)) {
				name += "~";
			}
			this.moved.put(item.key(), name);
			this.statements.add(rename(item, item.name(), name));
		}
	}

	private void rename(Item now, Item then) {
		String name = this.moved.getOrDefault(now.key(), now.name());
		if (!name.equals(then.name())) {
			this.statements.add(rename(now, name, then.name()));
		}
		if (!now.isPart() && !now.schema().equals(then.schema()) && !now.get("schemaoid").equals(then.get("schemaoid"))
				&& !isOwned(now)) {
			this.statements.add("ALTER %s %s SET SCHEMA %s".formatted(Ddl.word(now),
					this.ddl.name(renamed(now, then.name())), Names.quoted(oldSchemaNow(then))));
		}
	}

	/** A sequence goes where its table does. */
	private static boolean isOwned(Item item) {
		return item.kind() == Kind.SEQUENCE && item.has("owned");
	}

	/** Schemas are renamed last. */
	private String oldSchemaNow(Item then) {
		Item schema = this.matching.after().find(new Key(Key.SCHEMAS, then.number("schemaoid"), 0));
		return (schema != null) ? schema.name() : then.schema();
	}

	private static Item renamed(Item item, String name) {
		return new Item(item.key(), item.kind(), item.owner(), item.schema(), name, item.version(), item.values());
	}

	private String rename(Item item, String from, String to) {
		String quoted = Names.quoted(to);
		return switch (item.kind()) {
			case COLUMN -> {
				Item table = this.ddl.owner(item);
				yield this.ddl.alter(table, "RENAME %s %s TO %s"
					.formatted((table.kind() == Kind.TYPE) ? "ATTRIBUTE" : "COLUMN", Names.quoted(from), quoted));
			}
			case CONSTRAINT, FOREIGN_KEY -> this.ddl.alter(this.ddl.owner(item),
					"RENAME CONSTRAINT %s TO %s".formatted(Names.quoted(from), quoted));
			default -> "ALTER %s RENAME TO %s".formatted(this.ddl.named(renamed(item, from)), quoted);
		};
	}

	List<String> statements() {
		return this.statements;
	}

	/** The present name of an object that is only dropped at the end. */
	Item present(Item item) {
		Item moved = renamed(item, this.moved.getOrDefault(item.key(), item.name()));
		if (!item.has("schemaoid")) {
			return moved;
		}
		Key key = new Key(Key.SCHEMAS, item.number("schemaoid"), 0);
		Item schema = this.matching.before().find(key);
		return (schema != null) ? new Item(moved.key(), moved.kind(), moved.owner(), schema.name(), moved.name(),
				moved.version(), moved.values()) : moved;
	}

}
