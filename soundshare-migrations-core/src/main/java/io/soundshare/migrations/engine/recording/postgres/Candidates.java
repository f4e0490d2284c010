package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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

	private final Map<String, List<Item>> byName = new HashMap<>();

	private final Map<Key, Item> found = new LinkedHashMap<>();

	private final Deque<Item> open = new ArrayDeque<>();

	/** Whether tables may be emptied: then those that refer to them may be, too. */
	private boolean truncating;

	Candidates(Catalog catalog) {
		this.catalog = catalog;
		catalog.groups().forEach((group) -> {
			Item item = group.whole();
			if (item.kind() == Kind.TABLE || item.kind() == Kind.VIEW || item.kind() == Kind.ROUTINE) {
				this.byName.computeIfAbsent(item.name(), (name) -> new ArrayList<>()).add(item);
			}
		});
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
				this.byName.getOrDefault(token.text(), List.of())
					.stream()
					.filter((item) -> item.kind() != Kind.ROUTINE || call)
					.forEach(this::add);
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
			name(SqlTokenizer.tokens((item.has("source") && !item.get("source").isEmpty()) ? item.get("source")
					: item.get("definition")));
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
		for (Catalog.Group group : this.catalog.groups()) {
			group.items()
				.values()
				.stream()
				.filter((part) -> isChangedWith(part, item))
				.forEach((part) -> add(group.whole()));
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

	/** Whether a text calls a function of theirs. */
	boolean calls(List<SqlToken> tokens) {
		for (int i = 0; i + 1 < tokens.size(); i++) {
			if (tokens.get(i).isName() && tokens.get(i + 1).is("(")
					&& this.byName.getOrDefault(tokens.get(i).text(), List.of())
						.stream()
						.anyMatch((item) -> item.kind() == Kind.ROUTINE)) {
				return true;
			}
		}
		return false;
	}

}
