package io.soundshare.migrations.engine.recording.postgres;

/**
 * A token of SQL.
 *
 * @param kind what it is
 * @param text what it says: a name as the catalogue has it, a string without its quotes
 */
record SqlToken(Kind kind, String text) {

	enum Kind {

		/** A keyword or a name without quotes, in lower case. */
		WORD,

		/** A name in quotes. */
		QUOTED,

		/** A string, however it is quoted. */
		STRING,

		/** A number, an operator, a bracket. */
		SIGN

	}

	boolean is(String word) {
		return (this.kind == Kind.WORD || this.kind == Kind.SIGN) && this.text.equals(word);
	}

	boolean isName() {
		return this.kind == Kind.WORD || this.kind == Kind.QUOTED;
	}

}
