package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What data a script may take away, as far as its words tell: too much rather than too
 * little.
 */
final class Losses {

	private final Catalog catalog;

	/** Whether columns may get other values by an expression. */
	private final boolean computed;

	/** The tables that may be dropped, or all their columns. */
	private final Set<Key> tables = new LinkedHashSet<>();

	/** The columns that may be dropped or get another type. */
	private final Map<Key, Set<Item>> columns = new LinkedHashMap<>();

	Losses(Catalog catalog, List<SqlStatement> script) {
		this.catalog = catalog;
		this.computed = script.stream()
			.anyMatch((statement) -> statement.has("using") || !statement.first().equals("alter"));
		if (script.size() > 1 && script.stream().anyMatch((statement) -> statement.has("rename"))) {
			// What is lost may have another name by then.
			look(script.stream().flatMap((statement) -> statement.tokens().stream()).toList());
			return;
		}
		for (SqlStatement statement : script) {
			switch (statement.first()) {
				case "create", "comment", "grant", "revoke" -> {
				}
				case "insert", "update", "delete", "merge", "truncate", "copy" -> {
				}
				case "alter" -> {
					Set<String> names = statement.lostColumns();
					if (!statement.isAt(1, "table")) {
						look(statement.tokens());
					}
					else if (!names.isEmpty()) {
						statement.tokens()
							.stream()
							.filter(SqlToken::isName)
							.map(SqlToken::text)
							.limit(8)
							.forEach(names::add);
						find(names, false, false);
					}
				}
				default -> look(statement.tokens());
			}
		}
	}

	private void look(List<SqlToken> statement) {
		List<SqlToken> tokens = new ArrayList<>();
		open(statement, tokens, 0);
		Set<String> words = new HashSet<>();
		Set<String> names = new HashSet<>();
		for (SqlToken token : tokens) {
			((token.kind() == SqlToken.Kind.QUOTED) ? names : words).add(token.text());
		}
		names.addAll(words);
		boolean drops = words.contains("drop");
		if (drops || words.contains("type")) {
			boolean all = (drops && words.contains("table") && isDropOf("table", tokens)) || words.contains("execute");
			find(names, all, words.contains("cascade") || words.contains("schema"));
		}
	}

	private static void open(List<SqlToken> script, List<SqlToken> tokens, int depth) {
		for (SqlToken token : script) {
			tokens.add(token);
			if (token.kind() == SqlToken.Kind.STRING && depth < 3) {
				open(SqlTokenizer.tokens(token.text()), tokens, depth + 1);
			}
		}
	}

	private static boolean isDropOf(String word, List<SqlToken> tokens) {
		for (int i = 0; i + 1 < tokens.size(); i++) {
			if (tokens.get(i).is("drop") && (tokens.get(i + 1).is(word) || tokens.get(i + 1).is("foreign")
					|| tokens.get(i + 1).is("schema"))) {
				return true;
			}
		}
		return false;
	}

	private void find(Set<String> names, boolean all, boolean cascade) {
		Set<Key> types = new HashSet<>();
		for (Catalog.Group group : this.catalog.groups()) {
			Item item = group.whole();
			boolean named = names.contains(item.name());
			if (item.kind() == Kind.TABLE && named) {
				if (all) {
					addTable(item);
				}
				this.catalog.parts(item.key(), Kind.COLUMN)
					.stream()
					.filter((column) -> names.contains(column.name()))
					.forEach(this::addColumn);
			}
			else if (item.kind() == Kind.TYPE && named) {
				types.add(item.key());
			}
			else if (item.kind() == Kind.TABLE && cascade && names.contains(item.schema())) {
				addTable(item);
			}
			else if (item.kind() == Kind.EXTENSION && named) {
				addOfOtherTypes();
			}
		}
		if (!types.isEmpty()) {
			addOfTypes(types);
		}
	}

	/** A table with those that inherit from it: they may go with it. */
	private void addTable(Item table) {
		Deque<Key> open = new ArrayDeque<>(List.of(table.key()));
		while (!open.isEmpty()) {
			Key key = open.remove();
			if (this.tables.add(key)) {
				String oid = String.valueOf(key.oid());
				this.catalog.groups()
					.stream()
					.filter((group) -> group.items()
						.values()
						.stream()
						.anyMatch((part) -> part.kind() == Kind.INHERITANCE && part.is("parent", oid)))
					.forEach((group) -> open.add(group.owner()));
			}
		}
	}

	private void addColumn(Item column) {
		if (!column.has("generated")) {
			this.columns.computeIfAbsent(column.owner(), (table) -> new LinkedHashSet<>()).add(column);
			String oid = String.valueOf(column.owner().oid());
			for (Catalog.Group group : this.catalog.groups()) {
				if (group.items()
					.values()
					.stream()
					.anyMatch((part) -> part.kind() == Kind.INHERITANCE && part.isRelation("rpf")
							&& part.is("parent", oid))) {
					this.catalog.parts(group.owner(), Kind.COLUMN)
						.stream()
						.filter((child) -> child.name().equals(column.name()))
						.forEach(this::addColumn);
				}
			}
		}
	}

	private void addOfTypes(Set<Key> types) {
		Graph graph = new Graph(this.catalog);
		Deque<Key> open = new ArrayDeque<>(types);
		while (!open.isEmpty()) {
			Item type = this.catalog.item(open.remove());
			for (Item dependent : graph.neededBy(type)) {
				if (dependent.kind() == Kind.TYPE && types.add(dependent.key())) {
					open.add(dependent.key());
				}
				Item owner = this.catalog.find(dependent.owner());
				if (dependent.kind() == Kind.COLUMN && owner != null && owner.kind() == Kind.TABLE) {
					addColumn(dependent);
				}
				else if (dependent.kind() == Kind.COLUMN && owner != null && types.add(owner.key())) {
					open.add(owner.key());
				}
			}
		}
	}

	/** The columns whose types come from an extension. */
	private void addOfOtherTypes() {
		this.catalog.items()
			.filter((item) -> item.kind() == Kind.COLUMN && item.number("typeoid") >= 16384
					&& this.catalog.find(new Key(Key.TYPES, item.number("typeoid"), 0)) == null)
			.filter((column) -> this.catalog.item(column.owner()).kind() == Kind.TABLE)
			.forEach(this::addColumn);
	}

	boolean isComputed() {
		return this.computed;
	}

	Collection<Key> tables() {
		return this.tables;
	}

	Map<Key, Set<Item>> columns() {
		return this.columns;
	}

}
