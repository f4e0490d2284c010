package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Gives columns their old types back. Where rows have come with the new type that go only
 * later, a value that has no way back, or that would be cut, becomes none for a while: in
 * the end only rows may be left that had one.
 */
final class Conversions {

	private final Catalog before;

	private final Ddl ddl;

	private final Casts casts;

	/** The tables with rows that go only later. */
	private final Set<Key> changing;

	private final Map<Item, Item> present = new HashMap<>();

	private final Map<Item, Narrowing> narrowings = new HashMap<>();

	private final Map<Item, String> statements = new HashMap<>();

	private final List<String> last = new ArrayList<>();

	Conversions(Catalog before, Casts casts, Set<Key> changing) {
		this.before = before;
		this.ddl = new Ddl(before);
		this.casts = casts;
		this.changing = changing;
	}

	/** What gives a column its type. */
	String convert(Item then, Item now) {
		Item owner = this.ddl.owner(then);
		if (owner.kind() == Kind.TYPE) {
			return this.ddl.alter(owner, "ALTER ATTRIBUTE %s TYPE %s".formatted(Names.quoted(then.name()), type(then)));
		}
		Narrowing narrowing = Narrowing.of(this.casts, then, now);
		if (narrowing != null && !TableRows.isUnique(this.before, then) && !isChangingBelow(owner)) {
			this.narrowings.put(then, narrowing);
		}
		this.present.put(then, now);
		if (isTolerant(then)) {
			finish(then, owner);
		}
		return state(then);
	}

	private static String type(Item column) {
		return column.get("type") + (column.has("collation") ? " COLLATE " + column.get("collation") : "");
	}

	private boolean isTolerant(Item column) {
		return this.present.containsKey(column) && this.changing.contains(column.owner());
	}

	/** Whether rows go only later from tables that are converted with that one. */
	private boolean isChangingBelow(Item table) {
		return this.before.children(table.key())
			.stream()
			.anyMatch((child) -> this.changing.contains(child.key()) || isChangingBelow(child));
	}

	private String state(Item then) {
		Item owner = this.ddl.owner(then);
		Item now = Objects.requireNonNull(this.present.get(then));
		String name = Names.quoted(then.name());
		Narrowing narrowing = this.narrowings.get(then);
		String statement = isTolerant(then) ? tolerant(then, owner, this.casts.cast("value", then, now), narrowing)
				: ((narrowing != null) ? narrowing.guard(owner, this.before.name(owner)) + ";\n" : "")
						+ this.ddl.alter(owner, "ALTER COLUMN %s TYPE %s USING %s".formatted(name, type(then),
								this.casts.cast(name, then, now)));
		this.statements.put(then, statement);
		return statement;
	}

	/**
	 * The column, for a while, with the values that a column has no way back for;
	 * {@code null} if there is none.
	 */
	@Nullable String beside(Item column) {
		return isTolerant(column) ? besideOf(column) : null;
	}

	private static String besideOf(Item column) {
		return Names.quoted("~undo " + column.key().part());
	}

	private static String function(Item column) {
		return "pg_temp." + Names.quoted("~undo " + column.owner().oid() + " " + column.key().part());
	}

	private void finish(Item column, Item owner) {
		String name = Names.quoted(column.name());
		String beside = besideOf(column);
		if (column.has("required")) {
			this.last.add(this.ddl.alter(owner, "ALTER COLUMN " + name + " SET NOT NULL"));
		}
		this.last.add("%s; ALTER TABLE %s DROP COLUMN %s; DROP FUNCTION %s(anyelement)".formatted(
				Narrowing.block("%s WHERE %s IS NULL AND %s IS NOT NULL".formatted(owner.qualified(), name, beside),
						column, this.before.name(owner)),
				owner.qualified(), beside, function(column)));
	}

	private String tolerant(Item column, Item owner, String cast, @Nullable Narrowing narrowing) {
		String name = Names.quoted(column.name());
		return """
				CREATE FUNCTION %1$s(value anyelement) RETURNS %2$s LANGUAGE plpgsql AS %3$s;
				ALTER TABLE %4$s ADD COLUMN %5$s text;
				%6$sALTER TABLE %4$s ALTER COLUMN %5$s TYPE text USING CASE WHEN %1$s(%7$s) IS NULL THEN %7$s::text END,
					ALTER COLUMN %7$s TYPE %8$s USING %1$s(%7$s)""".formatted(function(column), column.get("type"),
				Names.dollars((narrowing != null) ? narrowing.tolerant(cast)
						: "BEGIN RETURN " + cast + "; EXCEPTION WHEN OTHERS THEN RETURN NULL; END"),
				owner.qualified(), besideOf(column),
				column.has("required") ? this.ddl.alter(owner, "ALTER COLUMN " + name + " DROP NOT NULL") + ";\n" : "",
				name, type(column));
	}

	/**
	 * Leave values alone that a copy brings back.
	 * @param then the column, or one that inherits from it
	 * @param back what became of them by the type they have now and back
	 */
	void spare(Item then, String copy, String back, List<String> before) {
		Narrowing narrowing = this.narrowings.get(then);
		if (narrowing != null) {
			narrowing.spare(copy, back);
			String old = Objects.requireNonNull(this.statements.get(then));
			String spared = state(then);
			before.replaceAll((sql) -> sql.equals(old) ? spared : sql);
		}
		this.before.parts(then.owner(), Kind.INHERITANCE)
			.stream()
			.flatMap((part) -> this.before.parts(Key.relation(part.number("parent")), Kind.COLUMN).stream())
			.filter((column) -> column.name().equals(then.name()))
			.forEach((column) -> spare(column, copy, back, before));
	}

	/**
	 * Give a column its old type without the values, since there is no way back for them.
	 */
	void discard(Item then, List<String> before, List<String> after) {
		String statement = this.statements.get(then);
		Item owner = this.ddl.owner(then);
		if (statement != null && !this.changing.contains(owner.key())) {
			String alter = "ALTER COLUMN " + Names.quoted(then.name());
			before.replaceAll((sql) -> sql.equals(statement)
					? this.ddl.alter(owner, (then.has("required") ? alter + " DROP NOT NULL, " : "") + alter + " TYPE "
							+ type(then) + " USING NULL")
					: sql);
			if (then.has("required")) {
				after.add(0, this.ddl.alter(owner, alter + " SET NOT NULL"));
			}
		}
	}

	/** What comes when all rows are what they were. */
	List<String> last() {
		return this.last;
	}

}
