package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * How a value becomes one of another type.
 */
final class Casts {

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
