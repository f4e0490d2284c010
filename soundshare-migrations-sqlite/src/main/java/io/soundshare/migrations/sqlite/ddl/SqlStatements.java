package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of an SQL script, cut where SQLite cuts them
 * (<a href="https://sqlite.org/c3ref/complete.html">sqlite3_complete</a>): at each
 * semicolon, in a {@code CREATE TRIGGER} only at the one after {@code ; END}.
 */
public final class SqlStatements {

	private SqlStatements() {
	}

	/**
	 * The statements of a script. Comments before a statement and line comments after it
	 * are left out, as are empty statements and the semicolon that ends each.
	 * @param script one or more statements
	 * @return the statements in the script's order
	 */
	public static List<String> split(String script) {
		List<String> statements = new ArrayList<>();
		List<Token> statement = new ArrayList<>();
		StatementEnd end = new StatementEnd();
		for (Token token : Tokenizer.tokenize(script)) {
			if (!statement.isEmpty() || (token.isSignificant() && !token.is(";"))) {
				statement.add(token);
			}
			if (token.isSignificant() && end.isReachedBy(token)) {
				addTo(statements, statement, script);
				statement.clear();
				end = new StatementEnd();
			}
		}
		addTo(statements, statement, script);
		return List.copyOf(statements);
	}

	/**
	 * Whether a text is a whole statement, as far as its end tells.
	 * @param piece what may be a statement or, cut at an inner semicolon, the first part
	 * of one
	 * @return false for the first part of a {@code CREATE TRIGGER} and for an open quote
	 */
	public static boolean isComplete(String piece) {
		StatementEnd end = new StatementEnd();
		for (Token token : Tokenizer.tokenize(piece)) {
			if (token.isUnterminated()) {
				return false;
			}
			if (token.isSignificant() && end.isReachedBy(token)) {
				end = new StatementEnd();
			}
		}
		return !end.isInsideTrigger();
	}

	private static void addTo(List<String> statements, List<Token> statement, String script) {
		int size = statement.size();
		while (size > 0 && isLeftOutAtTheEnd(statement.get(size - 1))) {
			size--;
		}
		if (size > 0) {
			statements.add(script.substring(statement.get(0).start(), statement.get(size - 1).end()));
		}
	}

	// A line comment at the end would swallow the semicolon that a reader adds.
	private static boolean isLeftOutAtTheEnd(Token token) {
		return token.kind() == Token.Kind.SPACE || token.isLineComment() || token.is(";")
				|| (token.kind() == Token.Kind.COMMENT && token.isUnterminated());
	}

	/** The end of a statement, found token by token. */
	private static final class StatementEnd {

		private State state = State.START;

		boolean isReachedBy(Token token) {
			this.state = switch (this.state) {
				case START -> start(token);
				case CREATE -> create(token);
				case TRIGGER -> token.is(";") ? State.TRIGGER_SEMICOLON : State.TRIGGER;
				case TRIGGER_SEMICOLON -> triggerSemicolon(token);
				case PLAIN, TRIGGER_END, ENDED -> this.state;
			};
			if (token.is(";") && !isInsideTrigger()) {
				this.state = State.ENDED;
			}
			return this.state == State.ENDED;
		}

		boolean isInsideTrigger() {
			return this.state == State.TRIGGER || this.state == State.TRIGGER_SEMICOLON;
		}

		private State start(Token token) {
			if (token.is("CREATE")) {
				return State.CREATE;
			}
			boolean explain = token.is("EXPLAIN") || token.is("QUERY") || token.is("PLAN");
			return explain ? State.START : State.PLAIN;
		}

		private State create(Token token) {
			if (token.is("TRIGGER")) {
				return State.TRIGGER;
			}
			return (token.is("TEMP") || token.is("TEMPORARY")) ? State.CREATE : State.PLAIN;
		}

		private State triggerSemicolon(Token token) {
			if (token.is("END")) {
				return State.TRIGGER_END;
			}
			return token.is(";") ? State.TRIGGER_SEMICOLON : State.TRIGGER;
		}

	}

	private enum State {

		START, CREATE, PLAIN, TRIGGER, TRIGGER_SEMICOLON, TRIGGER_END, ENDED

	}

}
