package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A column that gets a type back which does not take every value that it may hold by now.
 * PostgreSQL cuts and rounds such values without a word.
 */
final class Narrowing {

	/** A single byte, which has no collation. */
	private static final String CHAR = "18";

	/** The elements of arrays that can be compared. */
	private static final Pattern ELEMENTS = Pattern
		.compile("^(character|text|bit|numeric|smallint|integer|bigint|real|double|boolean|date|time|interval|uuid)");

	private static final Pattern TEXTS = Pattern.compile("^(character|text)");

	private static final Pattern TIMES = Pattern.compile("^(date|time|interval)");

	private final Casts casts;

	private final Item then;

	private final Item now;

	private final List<String> spared = new ArrayList<>();

	private final List<String> copies = new ArrayList<>();

	private Narrowing(Casts casts, Item then, Item now) {
		this.casts = casts;
		this.then = then;
		this.now = now;
	}

	/**
	 * Return the narrowing of a column; {@code null} if every value survives, or if it
	 * cannot be said of one.
	 */
	static @Nullable Narrowing of(Casts casts, Item then, Item now) {
		boolean same = then.get("typeoid").equals(now.get("typeoid")) && then.get("typmod").equals(now.get("typmod"));
		// How a date is written depends on the session.
		boolean written = (now.is("category", "S") && "DT".contains(then.get("category"))) || (isArray(then)
				&& isArray(now) && TEXTS.matcher(now.get("type")).find() && TIMES.matcher(then.get("type")).find());
		return (same || written || Casts.isWider(now, then) || !isKnown(then) || !isKnown(now)) ? null
				: new Narrowing(casts, then, now);
	}

	/** Whether values of a type can be compared: domains as the type they are of. */
	private static boolean isKnown(Item column) {
		boolean own = column.number("typeoid") >= 16384;
		if (own) {
			return column.is("typekind", "d") && "NSDBTV".contains(column.get("category"));
		}
		return isArray(column) ? ELEMENTS.matcher(column.get("type")).find()
				: (Casts.isComparable(column) || column.is("category", "V")) && !column.is("typeoid", CHAR);
	}

	private static boolean isArray(Item column) {
		return column.is("category", "A");
	}

	/**
	 * Leave values alone that a copy brings back.
	 * @param back what became of them by the type they have now and back
	 */
	void spare(String copy, String back) {
		this.copies.add("to_regclass(%s) IS NOT NULL".formatted(Names.literal(copy)));
		this.spared.add(copy + " k WHERE k." + back);
	}

	/** Whether what is needed to tell is there: copies are not kept for ever. */
	private String known() {
		return this.copies.isEmpty() ? "TRUE" : String.join(" AND ", this.copies);
	}

	/** The condition that a value does not survive. */
	String condition(String value) {
		String there = this.casts.cast(value, this.then, this.now);
		String back = this.casts.cast("(" + there + ")", this.now, this.then)
				+ (this.now.is("category", "S") ? " COLLATE \"C\"" : "");
		StringBuilder condition = new StringBuilder("(" + back + ") IS DISTINCT FROM " + value);
		this.spared.forEach((kept) -> condition
			.append(" AND NOT EXISTS (SELECT 1 FROM %s IS NOT DISTINCT FROM (%s)::text)".formatted(kept, there)));
		return condition.toString();
	}

	/** The body of a function that gives a value the type, or none. */
	String tolerant(String cast) {
		return """
				BEGIN
					IF %s THEN
						IF %s THEN
							RETURN NULL;
						END IF;
					END IF;
					RETURN %s;
				EXCEPTION WHEN OTHERS THEN
					RETURN NULL;
				END""".formatted(known(), condition("value"), cast);
	}

	/** Whether there are values in a table that do not survive. */
	static boolean isIn(Statements statements, Item table, Casts casts, Item then, Item now) throws SQLException {
		Narrowing narrowing = of(casts, then, now);
		return narrowing != null && statements.isTrue("SELECT EXISTS (SELECT 1 FROM ONLY %s t WHERE %s)"
			.formatted(table.qualified(), narrowing.condition("t." + Names.quoted(now.name()))));
	}

	/** What fails if there are values that do not survive. */
	String guard(Item table, String name) {
		return block("IF " + known() + " THEN\n%s\nEND IF;",
				"%s t WHERE %s".formatted(table.qualified(), condition("t." + Names.quoted(this.then.name()))),
				this.then, name);
	}

	/**
	 * The block that fails if there are rows with values that a column does not take.
	 * @param rows where they are looked for
	 * @param name the name of the table for people
	 */
	static String block(String rows, Item column, String name) {
		return block("%s", rows, column, name);
	}

	private static String block(String around, String rows, Item column, String name) {
		String message = " row(s) of %s hold values in %s that %s cannot take".formatted(name, column.name(),
				column.get("type").replace("character varying", "varchar"));
		return "DO " + Names.dollars("""
				DECLARE
					lost bigint := 0;
				BEGIN
					%s
					IF lost > 0 THEN
						RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = lost || %s;
					END IF;
				END""".formatted(around.formatted("lost := (SELECT count(*) FROM " + rows + ");"),
				Names.literal(message)));
	}

}
