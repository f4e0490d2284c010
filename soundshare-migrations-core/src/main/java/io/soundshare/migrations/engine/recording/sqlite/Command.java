package io.soundshare.migrations.engine.recording.sqlite;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement, as far as it has to be understood.
 *
 * @param kind what it does
 * @param target the table it does it to, or the object that is not one
 * @param detail the column, the name of a pragma, or why it cannot be undone
 * @param newName what something is called from then on
 * @param tokens its text, in tokens
 * @param sql its text, with all that follows it
 */
record Command(Kind kind, String target, String detail, String newName, List<Token> tokens, String sql) {

	/** All names that occur in it, and its keywords too. */
	Set<String> names() {
		return names(this.tokens);
	}

	static Set<String> names(List<Token> tokens) {
		return tokens.stream()
			.filter(Token::isName)
			.map((token) -> Names.fold(token.text()))
			.collect(Collectors.toSet());
	}

	/** Whether rows that are in the way may be deleted by it. */
	boolean isReplacing() {
		return isReplacing(this.tokens);
	}

	/** There is a function of that name, too. */
	static boolean isReplacing(List<Token> tokens) {
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.get(i).is("REPLACE")
					&& ((i > 0 && (tokens.get(i - 1).is("OR") || tokens.get(i - 1).is("CONFLICT")))
							|| (i + 1 < tokens.size() && tokens.get(i + 1).is("INTO")))) {
				return true;
			}
		}
		return false;
	}

	/** What is behind a statement in one text cannot be looked at before it runs. */
	static void refuseMixture(Collection<Command> commands) {
		boolean rows = commands.stream().allMatch(Command::changesRows);
		boolean additions = commands.stream()
			.allMatch((command) -> command.kind() == Kind.CREATE_TABLE || command.kind() == Kind.CREATE_OTHER);
		if (!rows && !additions) {
			throw new ObstacleException("it gives SQLite several statements at once");
		}
	}

	boolean changesRows() {
		return this.kind == Kind.INSERT || this.kind == Kind.UPDATE || this.kind == Kind.DELETE;
	}

	enum Kind {

		NOTHING, INSERT, UPDATE, DELETE, CREATE_TABLE, CREATE_OTHER, DROP_TABLE, DROP_OTHER, RENAME_TABLE,
		RENAME_COLUMN, DROP_COLUMN, ALTER_TABLE, ANALYZE, TEMPORARY, SETTING, PRAGMA, REFUSED

	}

}
