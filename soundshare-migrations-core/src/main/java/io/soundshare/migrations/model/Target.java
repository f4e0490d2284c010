package io.soundshare.migrations.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place where an upgrade, a downgrade or a stamp shall end. As text it is
 * {@code head}, {@code base}, {@code deployment}, {@code known}, {@code +N}, {@code -N},
 * {@code REV}, {@code REV+N}, {@code REV-N}, {@code tag:NAME}, {@code deployment:ID},
 * {@code at:TIME} or {@code only:REV}. The grammar is Alembic's, without branches.
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
	 * Before the oldest applied revision that this build does not know.
	 */
	Target KNOWN = Symbol.KNOWN;

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
		if (typed.startsWith(Deployment.PREFIX)) {
			return new Deployment(typed.substring(Deployment.PREFIX.length()).strip());
		}
		if (typed.startsWith(At.PREFIX)) {
			return At.parse(typed.substring(At.PREFIX.length()).strip());
		}
		if (typed.startsWith(Only.PREFIX)) {
			return only(typed.substring(Only.PREFIX.length()).strip());
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

	/**
	 * Make the target that is the state before a deployment.
	 * @param id the number of the deployment, as the history has it
	 * @return the target
	 * @throws InvalidTargetException if the number is empty
	 */
	static Target deployment(String id) {
		return new Deployment(id);
	}

	/**
	 * Make the target that is the state at a time.
	 * @param time the time
	 * @return the target
	 */
	static Target at(Instant time) {
		return new At(time);
	}

	/**
	 * Make the target that is without one revision, and otherwise as it is.
	 * @param revision an id, a {@code path::id::author}, or a prefix that fits one
	 * @return the target
	 * @throws InvalidTargetException if the id is empty
	 */
	static Target only(String revision) {
		return new Only(revision);
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
		DEPLOYMENT("deployment"),

		/**
		 * Before the oldest applied revision that this build does not know.
		 */
		KNOWN("known");

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
	 * Before everything that was applied in a deployment or after it.
	 *
	 * @param id the number of the deployment
	 */
	record Deployment(String id) implements Target {

		private static final String PREFIX = "deployment:";

		public Deployment {
			if (id.isEmpty()) {
				throw InvalidTargetException.empty();
			}
		}

		@Override
		public String toString() {
			return Printable.line(PREFIX + this.id);
		}

	}

	/**
	 * As it was at a time.
	 *
	 * @param time the time
	 */
	record At(Instant time) implements Target {

		private static final String PREFIX = "at:";

		/** A time without a zone is UTC, as the history is printed. */
		private static At parse(String text) {
			String time = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d)", "$1T$2");
			try {
				TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME
					.parseBest(time.contains("T") ? time : time + "T00:00", ZonedDateTime::from, LocalDateTime::from);
				return new At((parsed instanceof ZonedDateTime zoned) ? zoned.toInstant()
						: LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
			}
			catch (DateTimeException ex) {
				throw InvalidTargetException.wrong("'" + Printable.line(text) + "' is no time.",
						"Give one as ISO-8601 has it, at:2026-11-22T10:00 in UTC or at:2026-11-22T10:00+01:00.");
			}
		}

		@Override
		public String toString() {
			return PREFIX + this.time;
		}

	}

	/**
	 * Without one revision, and otherwise as it is.
	 *
	 * @param revision the revision
	 */
	record Only(String revision) implements Target {

		private static final String PREFIX = "only:";

		public Only {
			if (revision.isEmpty()) {
				throw InvalidTargetException.empty();
			}
		}

		@Override
		public String toString() {
			return Printable.line(PREFIX + this.revision);
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
