package io.soundshare.migrations.engine.recording.sqlite;

/**
 * A token of SQL.
 *
 * @param kind what it is
 * @param text what it says, without quotes
 * @param start where it begins
 * @param end where it has ended
 */
record Token(Kind kind, String text, int start, int end) {

	boolean is(String word) {
		return this.kind == Kind.WORD && this.text.equalsIgnoreCase(word);
	}

	boolean isSymbol(char symbol) {
		return this.kind == Kind.SYMBOL && this.text.charAt(0) == symbol;
	}

	/** Whether it can be a name: SQLite takes strings as such, too. */
	boolean isName() {
		return this.kind == Kind.WORD || this.kind == Kind.QUOTED || this.kind == Kind.STRING;
	}

	enum Kind {

		WORD, QUOTED, STRING, NUMBER, SYMBOL

	}

}
