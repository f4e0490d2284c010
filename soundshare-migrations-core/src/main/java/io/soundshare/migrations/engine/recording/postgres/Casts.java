package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a value becomes one of another type.
 */
final class Casts {

	/** int2, int4, int8. */
	private static final List<String> INTEGERS = List.of("21", "23", "20");

	private static final String VARCHAR = "1043";

	private static final String TEXT = "25";

	private static final String UUID = "2950";

	private final Set<String> casts = new HashSet<>();

	private Casts() {
	}

	static Casts read(Statements statements) throws SQLException {
		Casts casts = new Casts();
		try (ResultSet rows = statements.prepared("SELECT castsource || ' ' || casttarget FROM pg_cast")
			.executeQuery()) {
			while (rows.next()) {
				casts.casts.add(rows.getString(1));
			}
		}
		return casts;
	}

	/** Whether a type has every value of the one before, and another one for each. */
	static boolean isWider(Item narrow, Item wide) {
		int from = INTEGERS.indexOf(narrow.get("typeoid"));
		int to = INTEGERS.indexOf(wide.get("typeoid"));
		if (from >= 0 && to >= from) {
			return true;
		}
		boolean texts = narrow.is("typeoid", VARCHAR) && narrow.get("collationoid").equals(wide.get("collationoid"));
		return texts && (wide.is("typeoid", TEXT) || (wide.is("typeoid", VARCHAR)
				&& (wide.number("typmod") < 0 || wide.number("typmod") >= narrow.number("typmod"))));
	}

	/** Whether values of a column are the same exactly if they are equal. */
	static boolean isComparable(Item column) {
		return (column.number("typeoid") < 16384 || column.is("typekind", "e"))
				&& ("NSDBTE".contains(column.get("category")) || column.is("typeoid", UUID));
	}

	/**
	 * The expression that makes the value of a column one of the type it had.
	 * @param name the column
	 */
	String cast(String name, Item then, Item now) {
		boolean known = (then.get("typeoid").equals(now.get("typeoid")) && then.number("typeoid") < 16384)
				|| this.casts.contains(now.get("typeoid") + " " + then.get("typeoid"));
		return name + (known ? "::" : "::text::") + then.get("type");
	}

}
