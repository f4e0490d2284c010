package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement of a script.
 *
 * @param tokens its tokens
 */
record SqlStatement(List<SqlToken> tokens) {

	/** What a statement does, as far as its first words tell. */
	enum Effect {

		/** Nothing that would have to be undone. */
		NONE,

		/** It changes objects. */
		SCHEMA,

		/** It changes rows. */
		ROWS,

		/** It may do anything. */
		ANYTHING,

		/** It changes what nothing here can bring back. */
		BEYOND

	}

	private static final Set<String> HARMLESS = Set.of("show", "set", "reset", "analyze", "vacuum", "checkpoint",
			"listen", "notify", "unlisten", "load", "lock", "declare", "fetch", "move", "close", "deallocate", "begin",
			"start", "end", "savepoint", "release", "discard", "cluster", "reindex", "commit");

	private static final Set<String> ROWS = Set.of("insert", "update", "delete", "merge", "truncate", "copy");

	private static final Set<String> BEYOND = Set.of("role", "user", "group", "database", "tablespace", "server",
			"subscription", "publication", "event", "system", "language", "large");

	private static final Set<String> BEFORE_TARGET = Set.of("insert", "into", "update", "delete", "from", "merge",
			"truncate", "table", "copy", "only", "create", "alter", "drop", "if", "exists", "not", "comment", "on",
			"column");

	/** What can follow DROP in ALTER TABLE without a column going. */
	private static final Set<String> KEPT = Set.of("constraint", "default", "not", "identity", "expression");

	private static final Set<String> COMMON = Set.of("count", "max", "min", "sum", "coalesce", "lower", "upper", "in",
			"exists", "values", "and", "or", "not", "from", "where", "select", "on", "as", "now", "version",
			"current_schema", "pg_backend_pid", "nullif", "any", "all", "varchar", "numeric", "decimal", "cast", "over",
			"union", "then", "when", "else", "array", "concat");

	static List<SqlStatement> split(String sql) {
		List<SqlStatement> statements = new ArrayList<>();
		List<SqlToken> tokens = new ArrayList<>();
		int depth = 0;
		int atomic = 0;
		for (SqlToken token : SqlTokenizer.tokens(sql)) {
			if (token.is("(")) {
				depth++;
			}
			else if (token.is(")")) {
				depth--;
			}
			else if ((token.is("atomic") && !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("begin"))
					|| (token.is("case") && atomic > 0)) {
				atomic++;
			}
			else if (token.is("end") && atomic > 0) {
				atomic--;
			}
			if (token.is(";") && depth <= 0 && atomic == 0) {
				add(tokens, statements);
				tokens = new ArrayList<>();
			}
			else {
				tokens.add(token);
			}
		}
		add(tokens, statements);
		return statements;
	}

	private static void add(List<SqlToken> tokens, List<SqlStatement> statements) {
		if (!tokens.isEmpty()) {
			statements.add(new SqlStatement(tokens));
		}
	}

	boolean isAt(int place, String word) {
		return place >= 0 && place < this.tokens.size() && this.tokens.get(place).is(word);
	}

	boolean has(String word) {
		return this.tokens.stream().anyMatch((token) -> token.is(word));
	}

	String first() {
		return this.tokens.stream().filter((token) -> !token.is("(")).findFirst().map(SqlToken::text).orElse("");
	}

	private String second() {
		return (this.tokens.size() > 1) ? this.tokens.get(1).text() : "";
	}

	Effect effect() {
		String first = first();
		if (first.equals("explain")) {
			return has("analyze") ? Effect.ANYTHING : Effect.NONE;
		}
		if (HARMLESS.contains(first)) {
			return Effect.NONE;
		}
		if (ROWS.contains(first)) {
			return Effect.ROWS;
		}
		return switch (first) {
			case "select", "values", "table" -> has("into") ? Effect.SCHEMA : Effect.NONE;
			case "with" -> makesTable() ? Effect.ANYTHING : changesRows() ? Effect.ROWS : Effect.NONE;
			case "do", "call", "execute", "prepare" -> Effect.ANYTHING;
			case "grant", "revoke" -> isOnOwn() ? Effect.SCHEMA : Effect.BEYOND;
			case "comment" -> (isAt(1, "on") && BEYOND.contains(word(2))) ? Effect.BEYOND : Effect.SCHEMA;
			case "create" -> isBeyond() ? Effect.BEYOND : selectsWithChanges() ? Effect.ANYTHING : Effect.SCHEMA;
			case "alter", "drop" -> isBeyond() ? Effect.BEYOND : Effect.SCHEMA;
			case "security", "reassign", "rollback", "abort" -> Effect.BEYOND;
			default -> Effect.SCHEMA;
		};
	}

	private boolean changesRows() {
		return has("insert") || has("update") || has("delete") || has("merge");
	}

	/** Whether a query puts its rows into a new table. */
	private boolean makesTable() {
		for (int i = 1; i < this.tokens.size(); i++) {
			if (isAt(i, "into") && !isAt(i - 1, "insert") && !isAt(i - 1, "merge")) {
				return true;
			}
		}
		return false;
	}

	/** Whether what is made of a query changes rows on the way. */
	private boolean selectsWithChanges() {
		for (int i = 1; i < this.tokens.size(); i++) {
			if (isAt(i, "with") && (isAt(i - 1, "as") || isAt(i - 1, "(")) && changesRows()) {
				return true;
			}
		}
		return false;
	}

	/** Whether privileges are about what is in a schema, or a schema. */
	private boolean isOnOwn() {
		for (int i = 1; i < this.tokens.size(); i++) {
			if (isAt(i, "on")) {
				return !BEYOND.contains(word(i + 1)) && !isAt(i + 1, "parameter") && !isAt(i + 1, "foreign");
			}
		}
		return false;
	}

	private String word(int place) {
		return (place < this.tokens.size() && this.tokens.get(place).kind() == SqlToken.Kind.WORD)
				? this.tokens.get(place).text() : "";
	}

	private boolean isBeyond() {
		return BEYOND.contains(second()) || (second().equals("foreign") && isAt(2, "data"));
	}

	/**
	 * The name of the table it changes, or whose rows it changes, without its schema;
	 * nothing if it is not plain.
	 */
	String target() {
		int place = 0;
		if (first().equals("create") && (isAt(1, "index") || isAt(2, "index"))) {
			while (place < this.tokens.size() && !isAt(place, "on")) {
				place++;
			}
		}
		while (place < this.tokens.size() && this.tokens.get(place).kind() == SqlToken.Kind.WORD
				&& BEFORE_TARGET.contains(this.tokens.get(place).text())) {
			place++;
		}
		while (isAt(place + 1, ".")) {
			place += 2;
		}
		return (place < this.tokens.size() && this.tokens.get(place).isName()) ? this.tokens.get(place).text() : "";
	}

	/**
	 * What of it tells whose rows it changes: the names of tables that it changes, and
	 * what it calls.
	 */
	List<SqlToken> targets() {
		if (first().equals("truncate")) {
			return this.tokens;
		}
		List<SqlToken> targets = new ArrayList<>();
		for (int i = 0; i < this.tokens.size(); i++) {
			if ((isAt(i, "into") && (isAt(i - 1, "insert") || isAt(i - 1, "merge")))
					|| (isAt(i, "from") && isAt(i - 1, "delete")) || isAt(i, "update") || (i == 0 && isAt(0, "copy"))) {
				addName(isAt(i + 1, "only") ? i + 2 : i + 1, targets);
			}
			else if (this.tokens.get(i).isName() && isAt(i + 1, "(") && !COMMON.contains(this.tokens.get(i).text())) {
				targets.add(this.tokens.get(i));
				targets.add(this.tokens.get(i + 1));
			}
		}
		return targets;
	}

	private void addName(int place, List<SqlToken> names) {
		int last = place;
		while (isAt(last + 1, ".")) {
			last += 2;
		}
		if (last < this.tokens.size() && this.tokens.get(last).isName()) {
			names.add(this.tokens.get(last));
			names.add(new SqlToken(SqlToken.Kind.SIGN, ","));
		}
	}

	/** Whether it may take data away. */
	boolean mayLose() {
		return switch (first()) {
			case "drop" -> !second().equals("index") && !second().equals("view") && !second().equals("trigger")
					&& !second().equals("function");
			case "alter" -> isAt(1, "table") ? !lostColumns().isEmpty() : isAt(1, "type") || isAt(1, "foreign");
			default -> effect() == Effect.ANYTHING || effect() == Effect.NONE;
		};
	}

	/** Whether it may set sequences. */
	boolean maySetSequences() {
		return mayLose() || has("sequence") || has("restart") || has("identity");
	}

	/** The names of the columns that it drops or gives another type. */
	Set<String> lostColumns() {
		Set<String> names = new HashSet<>();
		for (int i = 0; i + 1 < this.tokens.size(); i++) {
			if (isAt(i, "drop") && !KEPT.contains(this.tokens.get(i + 1).text())) {
				int name = i + 1;
				while (isAt(name, "column") || isAt(name, "if") || isAt(name, "exists")) {
					name++;
				}
				if (name < this.tokens.size()) {
					names.add(this.tokens.get(name).text());
				}
			}
			else if (isAt(i, "type") && i > 2) {
				names.add(this.tokens.get(isAt(i - 1, "data") ? i - 3 : i - 1).text());
			}
		}
		return names;
	}

	/** The names of what it calls, but for those that everybody calls. */
	Set<String> calls() {
		Set<String> calls = new HashSet<>();
		for (int i = 0; i + 1 < this.tokens.size(); i++) {
			if (this.tokens.get(i).isName() && isAt(i + 1, "(") && !COMMON.contains(this.tokens.get(i).text())) {
				calls.add(this.tokens.get(i).text());
			}
		}
		return calls;
	}

	/** Its first words, for people. */
	String title() {
		return String.join(" ", this.tokens.stream().limit(3).map(SqlToken::text).toList());
	}

}
