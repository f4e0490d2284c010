package io.soundshare.migrations.sqlite.ddl;

import java.util.Optional;

/**
 * A token of an SQL text, with the place where it starts.
 *
 * @param kind what the token is
 * @param text the token as it is written
 * @param start the offset of its first character
 */
public record Token(Kind kind, String text, int start) {

	/**
	 * The kind of a token.
	 */
	public enum Kind {

		/** An unquoted name or keyword. */
		WORD,

		/** A name in double quotes, backticks or brackets. */
		QUOTED,

		/** A text in single quotes. */
		STRING,

		/** A number. */
		NUMBER,

		/** A blob, {@code x'..'}. */
		BLOB,

		/** An operator or punctuation. */
		OPERATOR,

		/** A parameter, {@code ?1} or {@code :name}. */
		PARAMETER,

		/** A comment, without the line break that ends it. */
		COMMENT,

		/** White space. */
		SPACE

	}

	/**
	 * The end of the token.
	 * @return the offset after its last character
	 */
	public int end() {
		return this.start + this.text.length();
	}

	/**
	 * Whether this is the keyword or operator, unquoted and in any case.
	 * @param keywordOrOperator what to compare with
	 * @return true if it is
	 */
	public boolean is(String keywordOrOperator) {
		return (this.kind == Kind.WORD || this.kind == Kind.OPERATOR) && Names.same(this.text, keywordOrOperator);
	}

	/**
	 * The name this token denotes where SQLite expects a name: it takes a string there,
	 * too.
	 * @return the name without its quotes, or empty if this cannot be a name
	 */
	public Optional<String> identifier() {
		return switch (this.kind) {
			case WORD -> Optional.of(this.text);
			case QUOTED, STRING -> Optional.of(Names.unquote(this.text));
			default -> Optional.empty();
		};
	}

	/**
	 * Whether the token has a meaning, that is: is neither white space nor a comment.
	 * @return true if it has
	 */
	public boolean isSignificant() {
		return this.kind != Kind.SPACE && this.kind != Kind.COMMENT;
	}

	/** A comment that only a line break ends. */
	boolean isLineComment() {
		return this.kind == Kind.COMMENT && this.text.startsWith("--");
	}

	/**
	 * Whether this is a quote or a block comment that is never closed.
	 * @return whether it is
	 */
	public boolean isUnterminated() {
		return switch (this.kind) {
			case STRING, QUOTED, BLOB -> !Names.isClosed(this.text);
			case COMMENT -> this.text.startsWith("/*") && (this.text.length() < 4 || !this.text.endsWith("*/"));
			default -> false;
		};
	}

}
