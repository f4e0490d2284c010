package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The objects that statements can change.
 *
 * @param keys those that are known
 * @param names the names of those that may be there or come
 */
record Scope(Set<Key> keys, Set<String> names) {

	private static final Set<String> KINDS = Set.of("table", "index", "view", "materialized", "sequence", "function",
			"procedure", "trigger", "type", "domain", "rule", "policy", "column", "constraint");

	/** Where these words are, anything may change. */
	private static final Set<String> WIDE = Set.of("schema", "inherits", "inherit", "partition", "attach", "detach",
			"statistics", "temp", "temporary", "extension", "aggregate", "operator", "owned");

	static Scope none() {
		return new Scope(new LinkedHashSet<>(), new LinkedHashSet<>());
	}

	/**
	 * Tell what statements that change objects can change.
	 * @return {@code null} if that is not known
	 */
	static @Nullable Scope of(Catalog catalog, List<SqlStatement> script) {
		Scope scope = none();
		for (SqlStatement statement : script) {
			if (isWide(statement)) {
				return null;
			}
			Set<String> names = new LinkedHashSet<>();
			statement.tokens().stream().filter(SqlToken::isName).forEach((token) -> names.add(token.text()));
			scope.names().addAll(names);
			boolean others = statement.has("type") || statement.has("rename");
			scope.add(catalog, names, others);
		}
		return catalog.hasOther("event trigger") ? null : scope;
	}

	private static boolean isWide(SqlStatement statement) {
		List<SqlToken> tokens = statement.tokens();
		int kind = 1;
		while (kind < tokens.size() && (statement.isAt(kind, "or") || statement.isAt(kind, "replace")
				|| statement.isAt(kind, "unique") || statement.isAt(kind, "unlogged") || statement.isAt(kind, "on"))) {
			kind++;
		}
		boolean known = switch (statement.first()) {
			case "create", "alter", "drop", "comment" ->
				kind < tokens.size() && KINDS.contains(tokens.get(kind).text());
			case "grant", "revoke" -> !statement.has("all") || !statement.has("in");
			default -> false;
		};
		if (!known) {
			return true;
		}
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean action = statement.isAt(i - 1, "delete") || statement.isAt(i - 1, "update");
			if (token.kind() == SqlToken.Kind.WORD
					&& (WIDE.contains(token.text()) || (token.is("cascade") && !action) || token.text().equals("u"))) {
				return true;
			}
		}
		return false;
	}

	/** Add what has come under one of the names since they were named. */
	void addNamed(Catalog catalog) {
		add(catalog, this.names, false);
	}

	private void add(Catalog catalog, Set<String> names, boolean others) {
		Deque<Key> open = new ArrayDeque<>(catalog.named(names));
		while (!open.isEmpty()) {
			Key key = open.remove();
			if (this.keys.add(key)) {
				catalog.children(key).forEach((child) -> open.add(child.key()));
				catalog.sequences(key).forEach((sequence) -> open.add(sequence.key()));
			}
		}
		if (others) {
			Set<Key> named = Set.copyOf(this.keys);
			named.forEach((key) -> catalog.users(key).forEach((group) -> this.keys.add(group.owner())));
		}
	}

	/** Some objects, and whatever has their names. */
	static Scope of(Collection<Item> items) {
		Scope scope = none();
		items.forEach((item) -> scope.keys().add(item.key()));
		return scope;
	}

	/** What another one has more. */
	Scope without(Scope other) {
		Scope rest = none();
		rest.keys().addAll(this.keys);
		rest.keys().removeAll(other.keys());
		rest.names().addAll(this.names);
		rest.names().removeAll(other.names());
		return rest;
	}

	void addAll(Scope other) {
		this.keys.addAll(other.keys());
		this.names.addAll(other.names());
	}

	boolean isEmpty() {
		return this.keys.isEmpty() && this.names.isEmpty();
	}

	Object[] oids(int catalog) {
		return this.keys.stream().filter((key) -> key.catalog() == catalog).map(Key::oid).toArray();
	}

}
