package io.soundshare.migrations.engine.recording.sqlite;

import java.util.List;
import java.util.Set;

/**
 * Reads of a statement what it does to what.
 */
final class CommandParser {

	/** What they set is in the file, and is no row and no object. */
	private static final Set<String> SETTINGS = Set.of("user_version", "application_id");

	private static final Token NONE = new Token(Token.Kind.SYMBOL, " ", 0, 0);

	private final String sql;

	private final List<Token> tokens;

	private int at;

	private CommandParser(String sql, List<Token> tokens) {
		this.sql = sql.substring(tokens.get(0).start());
		this.tokens = tokens;
	}

	static List<Command> commands(String sql) {
		return Lexer.statements(sql).stream().map((tokens) -> new CommandParser(sql, tokens).command()).toList();
	}

	private Command command() {
		return switch (Names.upper(next().text())) {
			case "SELECT", "EXPLAIN", "VALUES", "REINDEX", "SAVEPOINT", "RELEASE", "COMMIT", "END", "BEGIN" ->
				make(Command.Kind.NOTHING, "");
			case "WITH" -> with();
			case "INSERT", "REPLACE" -> insert();
			case "UPDATE" -> update();
			case "DELETE" -> delete();
			case "CREATE" -> create();
			case "DROP" -> drop();
			case "ALTER" -> alter();
			case "ANALYZE" -> make(Command.Kind.ANALYZE, "");
			case "PRAGMA" -> pragma();
			case "ROLLBACK" -> refused("it rolls back by itself");
			case "ATTACH", "DETACH" -> refused("it attaches or detaches a database");
			case "VACUUM" -> refused("it runs VACUUM");
			default -> refused("it runs a statement that is not understood, " + this.tokens.get(0).text());
		};
	}

	private Command with() {
		int depth = 0;
		Token before = NONE;
		for (; this.at < this.tokens.size(); this.at++) {
			Token token = peek();
			depth += (token.isSymbol('(')) ? 1 : (token.isSymbol(')')) ? -1 : 0;
			if (depth == 0 && before.isSymbol(')')) {
				if (token.is("SELECT") || token.is("VALUES")) {
					break;
				}
				if (token.is("INSERT") || token.is("REPLACE") || token.is("UPDATE") || token.is("DELETE")) {
					return command();
				}
			}
			before = token;
		}
		return make(Command.Kind.NOTHING, "");
	}

	private Command insert() {
		while (this.at < this.tokens.size() && !next().is("INTO")) {
			// OR, and what to do then.
		}
		return onTable(Command.Kind.INSERT);
	}

	private Command update() {
		if (peek().is("OR")) {
			this.at += 2;
		}
		return onTable(Command.Kind.UPDATE);
	}

	private Command delete() {
		skip("FROM");
		return onTable(Command.Kind.DELETE);
	}

	private Command create() {
		if (skip("TEMP") || skip("TEMPORARY")) {
			return make(Command.Kind.TEMPORARY, "");
		}
		skip("UNIQUE");
		boolean virtual = skip("VIRTUAL");
		Token what = next();
		if (skip("IF")) {
			this.at += 2;
		}
		if (what.is("TABLE")) {
			return onTable(Command.Kind.CREATE_TABLE, (virtual) ? "VIRTUAL" : "");
		}
		Command created = onTable(Command.Kind.CREATE_OTHER, what.text());
		if (what.is("VIEW") || created.kind() != Command.Kind.CREATE_OTHER) {
			return created;
		}
		while (this.at < this.tokens.size() && !next().is("ON")) {
			// To the table of an index or a trigger.
		}
		return onTable(Command.Kind.CREATE_OTHER, what.text());
	}

	private Command drop() {
		Token what = next();
		if (skip("IF")) {
			this.at++;
		}
		return onTable((what.is("TABLE")) ? Command.Kind.DROP_TABLE : Command.Kind.DROP_OTHER, what.text());
	}

	private Command alter() {
		skip("TABLE");
		Command table = onTable(Command.Kind.ALTER_TABLE);
		if (table.kind() != Command.Kind.ALTER_TABLE) {
			return table;
		}
		if (skip("RENAME")) {
			if (skip("TO")) {
				return new Command(Command.Kind.RENAME_TABLE, table.target(), "", next().text(), this.tokens, this.sql);
			}
			skip("COLUMN");
			String column = next().text();
			skip("TO");
			return new Command(Command.Kind.RENAME_COLUMN, table.target(), column, next().text(), this.tokens,
					this.sql);
		}
		if (skip("DROP") && !peek().is("CONSTRAINT")) {
			skip("COLUMN");
			return make(Command.Kind.DROP_COLUMN, table.target(), next().text());
		}
		return table;
	}

	private Command pragma() {
		String name = Names.fold(next().text());
		if (peek().isSymbol('.')) {
			this.at++;
			name = Names.fold(next().text());
		}
		boolean sets = peek().isSymbol('=') || peek().isSymbol('(');
		if (SETTINGS.contains(name) && sets) {
			return make(Command.Kind.SETTING, "", name);
		}
		if (name.equals("optimize")) {
			return make(Command.Kind.ANALYZE, "");
		}
		if (sets && (name.equals("writable_schema") || name.equals("schema_version"))
				&& !Set.of("0", "off", "no", "false").contains(Names.fold(this.tokens.get(this.at + 1).text()))) {
			return refused("it changes the schema behind SQLite's back, by " + name);
		}
		return make(Command.Kind.PRAGMA, "", name);
	}

	private Command onTable(Command.Kind kind) {
		return onTable(kind, "");
	}

	private Command onTable(Command.Kind kind, String detail) {
		String name = next().text();
		if (peek().isSymbol('.')) {
			this.at++;
			String schema = name;
			name = next().text();
			if (Names.same(schema, "temp")) {
				return make(Command.Kind.TEMPORARY, "");
			}
			if (!Names.same(schema, "main")) {
				return refused("it uses an attached database, " + schema);
			}
		}
		return make(kind, name, detail);
	}

	private Command refused(String reason) {
		return make(Command.Kind.REFUSED, "", reason);
	}

	private Command make(Command.Kind kind, String target) {
		return make(kind, target, "");
	}

	private Command make(Command.Kind kind, String target, String detail) {
		return new Command(kind, target, detail, "", this.tokens, this.sql);
	}

	private boolean skip(String word) {
		boolean found = peek().is(word);
		if (found) {
			this.at++;
		}
		return found;
	}

	private Token peek() {
		return (this.at < this.tokens.size()) ? this.tokens.get(this.at) : NONE;
	}

	private Token next() {
		Token token = peek();
		this.at++;
		return token;
	}

}
