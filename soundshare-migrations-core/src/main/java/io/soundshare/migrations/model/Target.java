package io.soundshare.migrations.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place where an upgrade, a downgrade or a stamp shall end. As text it is
 * {@code head}, {@code base}, {@code deployment}, {@code +N}, {@code -N}, {@code REV},
 * {@code REV+N}, {@code REV-N} or {@code tag:NAME}. The grammar is Alembic's, without
 * branches.
 */
public sealed interface Target {

	/**
	 * The last revision of the changelog.
	 */
	Target HEAD = Symbol.HEAD;

	/**
	 * Before every revision.
	 */
	Target BASE = Symbol.BASE;

	/**
	 * Before everything that was applied together with the current revision.
	 */
	Target DEPLOYMENT = Symbol.DEPLOYMENT;

	/**
	 * Understand a target as it is typed.
	 * @param text the text
	 * @return the target
	 * @throws InvalidTargetException if the text is empty
	 */
	static Target parse(String text) {
		String typed = text.strip();
		for (Symbol symbol : Symbol.values()) {
			if (typed.equals(symbol.toString())) {
				return symbol;
			}
		}
		if (typed.startsWith(Tag.PREFIX)) {
			return tag(typed.substring(Tag.PREFIX.length()));
		}
		if (Steps.TEXT.matcher(typed).matches()) {
			return new Steps(Integer.parseInt(typed), typed.startsWith("+"));
		}
		Matcher offset = Named.OFFSET.matcher(typed);
		return offset.matches() ? new Named(typed, offset.group(1), Integer.parseInt(offset.group(2)))
				: revision(typed);
	}

	/**
	 * Make the target that many steps up from the current revision.
	 * @param steps how many, from 0
	 * @return the target
	 */
	static Target forward(int steps) {
		return new Steps(positive(steps), true);
	}

	/**
	 * Make the target that many steps down from the current revision.
	 * @param steps how many, from 0
	 * @return the target
	 */
	static Target back(int steps) {
		return new Steps(-positive(steps), false);
	}

	/**
	 * Make the target that is a revision.
	 * @param id an id, a {@code path::id::author}, or a prefix that fits one; never read
	 * as an id with an offset
	 * @return the target
	 * @throws InvalidTargetException if the id is empty
	 */
	static Target revision(String id) {
		return new Named(id, id, 0);
	}

	/**
	 * Make the target that is the revision with a tag.
	 * @param name the tag
	 * @return the target
	 * @throws InvalidTargetException if the name is empty
	 */
	static Target tag(String name) {
		return new Tag(name);
	}

	private static int positive(int steps) {
		if (steps < 0) {
			throw new IllegalArgumentException("Steps are counted from 0, and were " + steps);
		}
		return steps;
	}

	/**
	 * A place every changelog has.
	 */
	enum Symbol implements Target {

		/**
		 * The last revision of the changelog.
		 */
		HEAD("head"),

		/**
		 * Before every revision.
		 */
		BASE("base"),

		/**
		 * Before everything that was applied together with the current revision.
		 */
		DEPLOYMENT("deployment");

		private final String text;

		Symbol(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * So many steps from the current revision.
	 *
	 * @param count how many: up if positive, down if negative
	 * @param up whether it goes up, which 0 does not tell
	 */
	record Steps(int count, boolean up) implements Target {

		private static final Pattern TEXT = Pattern.compile("[+-]\\d{1,9}");

		@Override
		public String toString() {
			return (this.up ? "+" : "-") + Math.abs(this.count);
		}

	}

	/**
	 * The revision with a tag.
	 *
	 * @param name the tag
	 */
	record Tag(String name) implements Target {

		private static final String PREFIX = "tag:";

		public Tag {
			if (name.isEmpty()) {
				throw InvalidTargetException.empty();
			}
		}

		@Override
		public String toString() {
			return Printable.line(PREFIX + this.name);
		}

	}

	/**
	 * A revision, or so many steps from it. Where the whole text is an id, that is what
	 * is meant.
	 *
	 * @param text the text as it was typed
	 * @param revision the revision if there is an offset: what is before that
	 * @param offset the steps to go on from there: up if positive, down if negative
	 */
	record Named(String text, String revision, int offset) implements Target {

		/** Signs alone are before no number of steps. */
		private static final Pattern OFFSET = Pattern.compile("((?![+-]+\\d+$).+)([+-]\\d{1,9})", Pattern.DOTALL);

		public Named {
			if (text.isEmpty()) {
				throw InvalidTargetException.empty();
			}
		}

		@Override
		public String toString() {
			return Printable.line(this.text);
		}

	}

}
