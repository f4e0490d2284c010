package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A schema without rows, in memory, to try out whether views, triggers and indexes work
 * in it. SQLite itself looks at them only when somebody uses them.
 */
final class DrySchema implements AutoCloseable {

	private final Connection connection;

	private final Sql sql;

	DrySchema(Map<String, String> objects) throws SQLException {
		this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
		this.sql = new Sql(this.connection);
		for (String kind : List.of("table", "view")) {
			new TreeMap<>(objects).forEach((label, text) -> {
				if (Bystanders.kind(label).equals(kind)) {
					isRun(exact(text));
				}
			});
		}
	}

	/** Whether an object works here; one that goes with its table is not asked. */
	boolean works(String label, String text) throws SQLException {
		String name = Names.quote(Bystanders.name(label));
		return switch (Bystanders.kind(label)) {
			case "view" -> isRun("EXPLAIN SELECT * FROM " + name);
			case "index" -> isRun("SAVEPOINT dry; " + exact(text) + "; ROLLBACK TO dry; RELEASE dry");
			case "trigger" -> {
				boolean works = isRun(exact(text)) && isFired(Bystanders.owner(text));
				isRun("DROP TRIGGER IF EXISTS " + name);
				yield works;
			}
			default -> true;
		};
	}

	/** Whether there is a table or view. */
	boolean has(String name) throws SQLException {
		return this.sql.number("SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND name = "
				+ Names.literal(name) + " COLLATE NOCASE") > 0;
	}

	private boolean isFired(String owner) throws SQLException {
		String name = Names.quote(owner);
		List<String> sets = new ArrayList<>();
		for (String column : this.sql.texts("SELECT name FROM pragma_table_info(" + Names.literal(owner) + ")")) {
			sets.add(Names.quote(column) + " = NULL");
		}
		return isRun("EXPLAIN DELETE FROM " + name) && isRun("EXPLAIN INSERT INTO " + name + " DEFAULT VALUES")
				&& isRun("EXPLAIN UPDATE " + name + " SET " + String.join(", ", sets));
	}

	private boolean isRun(String statement) {
		try {
			this.sql.run(statement);
			return true;
		}
		catch (SQLException ex) {
			// Which is the question.
			return false;
		}
	}

	/**
	 * The same with names that are never taken for strings, as SQLite takes those in
	 * double quotes that are of nothing.
	 */
	private static String exact(String text) {
		StringBuilder exact = new StringBuilder(text);
		List<Token> tokens = Lexer.tokens(text);
		for (int i = tokens.size() - 1; i >= 0; i--) {
			Token token = tokens.get(i);
			if (token.kind() == Token.Kind.QUOTED && text.charAt(token.start()) == '"') {
				exact.replace(token.start(), token.end(), "`" + token.text().replace("`", "``") + "`");
			}
		}
		return exact.toString();
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
