package io.soundshare.migrations.autogenerate.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An expression as words and signs, on the way to a form that is the same for what means
 * the same.
 */
public final class SqlWords {

	private static final Set<String> BEFORE_OPERAND = Set.of("and", "or", "not", "when", "then", "else", "case",
			"between", "like", "is", "from");

	private static final Set<String> BEFORE_LIST = Set.of("in", "any", "all", "exists", "over");

	private static final Set<String> NO_SPACE_AFTER = Set.of("(", "[", ".", "::");

	private static final Set<String> NO_SPACE_BEFORE = Set.of(")", "]", "[", ",", ".", "::");

	private final List<String> words;

	public SqlWords(List<String> words) {
		this.words = new ArrayList<>(words);
	}

	List<String> words() {
		return this.words;
	}

	/**
	 * Drops the parentheses around the whole, around others, and around a single word.
	 */
	public SqlWords dropParentheses() {
		boolean more = true;
		while (more) {
			more = false;
			for (int i = 0; i < this.words.size(); i++) {
				more |= dropParentheses(i);
			}
		}
		return this;
	}

	private boolean dropParentheses(int open) {
		if (!this.words.get(open).equals("(") || (open > 0 && takesParentheses(this.words.get(open - 1)))) {
			return false;
		}
		int close = close(open);
		if (close <= open + 1) {
			return false;
		}
		boolean whole = open == 0 && close == this.words.size() - 1;
		boolean twice = this.words.get(open + 1).equals("(") && close(open + 1) == close - 1;
		boolean single = close == open + 2
				|| (this.words.get(open + 1).equals("ARRAY") && close(open + 2) == close - 1);
		if (whole || twice || single) {
			this.words.remove(close);
			this.words.remove(open);
			return true;
		}
		return false;
	}

	/** Tell whether all of it is in one pair of parentheses. */
	public boolean isEnclosed() {
		return this.words.size() > 2 && this.words.get(0).equals("(") && close(0) == this.words.size() - 1;
	}

	/**
	 * The place where the parenthesis or bracket at a place closes; -1 if it does not.
	 */
	private int close(int open) {
		String opening = this.words.get(open);
		String closing = opening.equals("(") ? ")" : "]";
		int depth = 0;
		for (int i = open; i < this.words.size(); i++) {
			depth += this.words.get(i).equals(opening) ? 1 : this.words.get(i).equals(closing) ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	private static boolean takesParentheses(String before) {
		boolean word = Character.isLetter(before.codePointAt(0)) || before.startsWith("_") || before.startsWith("\"");
		return word && !BEFORE_OPERAND.contains(before.toLowerCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		String before = "(";
		for (String word : this.words) {
			boolean call = word.equals("(") && takesParentheses(before)
					&& !BEFORE_LIST.contains(before.toLowerCase(Locale.ROOT));
			boolean tight = NO_SPACE_AFTER.contains(before) || NO_SPACE_BEFORE.contains(word) || call;
			text.append(tight ? "" : " ").append(word);
			before = word;
		}
		return text.toString();
	}

}
