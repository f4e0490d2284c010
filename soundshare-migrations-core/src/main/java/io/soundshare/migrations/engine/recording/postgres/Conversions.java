package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives columns their old types back. Where rows have come with the new type that go only
 * later, a value that has no way back becomes none for a while: in the end only rows may
 * be left that had one.
 */
final class Conversions {

	private final Ddl ddl;

	private final Casts casts;

	/** The tables with rows that go only later. */
	private final Set<Key> changing;

	private final Map<Item, String> statements = new HashMap<>();

	private final List<String> last = new ArrayList<>();

	Conversions(Catalog before, Casts casts, Set<Key> changing) {
		this.ddl = new Ddl(before);
		this.casts = casts;
		this.changing = changing;
	}

	/** What gives a column its type. */
	String convert(Item then, Item now) {
		Item owner = this.ddl.owner(then);
		String name = Names.quoted(then.name());
		String type = then.get("type") + (then.has("collation") ? " COLLATE " + then.get("collation") : "");
		if (owner.kind() == Kind.TYPE) {
			return this.ddl.alter(owner, "ALTER ATTRIBUTE %s TYPE %s".formatted(name, type));
		}
		String statement = this.changing.contains(owner.key())
				? tolerant(then, owner, type, this.casts.cast("value", then, now), now) : this.ddl.alter(owner,
						"ALTER COLUMN %s TYPE %s USING %s".formatted(name, type, this.casts.cast(name, then, now)));
		this.statements.put(then, statement);
		return statement;
	}

	private String tolerant(Item column, Item owner, String type, String cast, Item now) {
		String name = Names.quoted(column.name());
		String beside = Names.quoted("~undo " + column.key().part());
		String function = "pg_temp." + Names.quoted("~undo " + column.owner().oid() + " " + column.key().part());
		if (column.has("required")) {
			this.last.add(this.ddl.alter(owner, "ALTER COLUMN " + name + " SET NOT NULL"));
		}
		this.last.add(
				"""
						DO %s; ALTER TABLE %s DROP COLUMN %s; DROP FUNCTION %s(%s)"""
					.formatted(
							Names.dollars("""
									BEGIN
										IF EXISTS (SELECT 1 FROM %s WHERE %s IS NULL AND %s IS NOT NULL) THEN
											RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = %s;
										END IF;
									END""".formatted(owner.qualified(), name, beside,
									Names.literal("there are values in " + name + " that are none of type "
											+ column.get("type")))),
							owner.qualified(), beside, function, now.get("type")));
		return """
				CREATE FUNCTION %1$s(value %2$s) RETURNS %3$s LANGUAGE plpgsql AS %4$s;
				ALTER TABLE %5$s ADD COLUMN %6$s text;
				%7$sALTER TABLE %5$s ALTER COLUMN %6$s TYPE text USING CASE WHEN %1$s(%8$s) IS NULL THEN %8$s::text END,
					ALTER COLUMN %8$s TYPE %9$s USING %1$s(%8$s)"""
			.formatted(function, now.get("type"), column.get("type"),
					Names.dollars("BEGIN RETURN " + cast + "; EXCEPTION WHEN OTHERS THEN RETURN NULL; END"),
					owner.qualified(), beside, column.has("required")
							? this.ddl.alter(owner, "ALTER COLUMN " + name + " DROP NOT NULL") + ";\n" : "",
					name, type);
	}

	/**
	 * Give a column its old type without the values, since there is no way back for them.
	 */
	void discard(Item then, List<String> before, List<String> after) {
		String statement = this.statements.get(then);
		Item owner = this.ddl.owner(then);
		if (statement != null && !this.changing.contains(owner.key())) {
			String alter = "ALTER COLUMN " + Names.quoted(then.name());
			before.replaceAll((sql) -> sql.equals(statement) ? this.ddl.alter(owner,
					(then.has("required") ? alter + " DROP NOT NULL, " : "") + alter + " TYPE " + then.get("type")
							+ (then.has("collation") ? " COLLATE " + then.get("collation") : "") + " USING NULL")
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
