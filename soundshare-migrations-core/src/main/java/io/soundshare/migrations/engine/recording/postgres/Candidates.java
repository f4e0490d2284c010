package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables whose rows a statement may change: those it names, and those that change
 * with them, by references, triggers, rules, views, partitions or functions.
 */
final class Candidates {

	private static final Set<String> ACTIONS = Set.of("c", "n", "d");

	private final Catalog catalog;

	private final Map<Key, Item> found = new LinkedHashMap<>();

	private final Deque<Item> open = new ArrayDeque<>();

	/** Whether tables may be emptied: then those that refer to them may be, too. */
	private boolean truncating;

	Candidates(Catalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Return the tables that any of the tokens names, and those that change with them.
	 */
	Collection<Item> of(List<SqlToken> tokens) {
		name(tokens);
		while (!this.open.isEmpty()) {
			follow(this.open.remove());
		}
		return this.found.values().stream().filter((item) -> item.isRelation("rpf")).toList();
	}

	private void name(List<SqlToken> tokens) {
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			this.truncating |= token.is("truncate");
			if (token.isName()) {
				boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
				for (Key key : this.catalog.named(List.of(token.text()))) {
					Item item = this.catalog.item(key);
					boolean named = item.name().equals(token.text()) && switch (item.kind()) {
						case ROUTINE -> call;
						case TABLE, VIEW -> true;
						default -> false;
					};
					if (named) {
						add(item);
					}
				}
			}
			else if (token.kind() == SqlToken.Kind.STRING && token.text().length() > 2) {
				name(SqlTokenizer.tokens(token.text()));
			}
		}
	}

	private void add(Item item) {
		if (this.found.putIfAbsent(item.key(), item) == null) {
			this.open.add(item);
		}
	}

	private void follow(Item item) {
		if (item.kind() == Kind.ROUTINE) {
			String source = item.get("source");
			name(SqlTokenizer.tokens(source.isEmpty() ? item.get("definition") : source));
			return;
		}
		if (item.kind() == Kind.VIEW) {
			name(SqlTokenizer.tokens(item.get("definition")));
		}
		for (Item trigger : this.catalog.parts(item.key(), Kind.TRIGGER)) {
			Item routine = this.catalog.find(new Key(Key.ROUTINES, trigger.number("routine"), 0));
			if (routine != null) {
				add(routine);
			}
		}
		this.catalog.parts(item.key(), Kind.RULE).forEach((rule) -> name(SqlTokenizer.tokens(rule.get("definition"))));
		for (Catalog.Group group : this.catalog.users(item.key())) {
			if (group.items().values().stream().anyMatch((part) -> isChangedWith(part, item))) {
				add(group.whole());
			}
		}
	}

	/** Whether rows of a table that has this part change with those of another. */
	private boolean isChangedWith(Item part, Item table) {
		return switch (part.kind()) {
			case FOREIGN_KEY -> part.is("referred", String.valueOf(table.key().oid())) && (this.truncating
					|| ACTIONS.contains(part.get("ondelete")) || ACTIONS.contains(part.get("onupdate")));
			case INHERITANCE -> part.isRelation("rpf") && part.is("parent", String.valueOf(table.key().oid()));
			default -> false;
		};
	}

	/** Everything that was found. */
	Collection<Item> all() {
		return this.found.values();
	}

}
