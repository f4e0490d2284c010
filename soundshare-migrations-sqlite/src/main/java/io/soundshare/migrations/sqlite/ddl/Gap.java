package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

/**
 * The text between two entries of a table's list, or around the first and the last one:
 * white space, comments and at most one comma.
 *
 * @param tokens the tokens, placed in the table's text
 */
record Gap(List<Token> tokens) {

	Gap {
		tokens = List.copyOf(tokens);
	}

	/** The gap that begins at an offset. */
	static Gap after(String sql, int offset) {
		List<Token> tokens = Tokenizer.tokenize(sql.substring(offset))
			.stream()
			.takeWhile((token) -> !token.isSignificant() || token.is(","))
			.map((token) -> new Token(token.kind(), token.text(), token.start() + offset))
			.toList();
		return new Gap(tokens);
	}

	/** The tokens before the comma, or all if there is none. */
	List<Token> beforeComma() {
		return this.tokens.stream().takeWhile((token) -> !token.is(",")).toList();
	}

	/** The tokens after the comma. */
	List<Token> afterComma() {
		return this.tokens.stream().dropWhile((token) -> !token.is(",")).skip(1).toList();
	}

	/** The white space directly before the comma, nothing if there is no comma. */
	String spaceBeforeComma() {
		List<Token> before = beforeComma();
		return (before.size() < this.tokens.size()) ? lastSpace(before) : "";
	}

	/** The white space directly before the entry that follows. */
	String spaceAtEnd() {
		return lastSpace(this.tokens);
	}

	/** Whether the comma is at the beginning of the next entry's line. */
	boolean commaLeads() {
		return spaceBeforeComma().contains("\n")
				&& afterComma().stream().noneMatch((token) -> token.text().contains("\n"));
	}

	/** Whether the entry that follows begins a line. */
	boolean breaksLine() {
		return this.tokens.stream().anyMatch((token) -> token.text().contains("\n"));
	}

	/** The comments, with the space between, on the line of the entry before. */
	List<Token> sameLineComments() {
		return untilLastComment(beforeComma().stream().takeWhile(Gap::staysOnLine).toList());
	}

	/** Whether no comment before the comma is on a line of its own. */
	boolean isOnlyAboutEntryBefore() {
		return comments(beforeComma()) == comments(sameLineComments());
	}

	private static long comments(List<Token> tokens) {
		return tokens.stream().filter((token) -> token.kind() == Token.Kind.COMMENT).count();
	}

	/**
	 * The comments after the comma that still are about the entry before: those that its
	 * line ends with.
	 */
	List<Token> sameLineCommentsAfterComma() {
		List<Token> after = afterComma();
		List<Token> line = after.stream().takeWhile(Gap::staysOnLine).toList();
		return (line.size() < after.size()) ? untilLastComment(line) : List.of();
	}

	private static boolean staysOnLine(Token token) {
		return token.kind() == Token.Kind.COMMENT || !token.text().contains("\n");
	}

	private static List<Token> untilLastComment(List<Token> tokens) {
		int size = tokens.size();
		while (size > 0 && tokens.get(size - 1).kind() != Token.Kind.COMMENT) {
			size--;
		}
		return tokens.subList(0, size);
	}

	private static String lastSpace(List<Token> tokens) {
		Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
		return (last != null && last.kind() == Token.Kind.SPACE) ? last.text() : "";
	}

}
