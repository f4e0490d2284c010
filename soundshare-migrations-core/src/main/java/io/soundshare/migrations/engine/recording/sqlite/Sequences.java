package io.soundshare.migrations.engine.recording.sqlite;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What sets back the highest number a table has given out, if nobody has gone on since.
 */
final class Sequences {

	private Sequences() {
	}

	static List<String> restore(String table, @Nullable Long before, @Nullable Long after) {
		String name = Names.literal(table);
		if (Objects.equals(before, after)) {
			return List.of();
		}
		if (before == null) {
			return List.of("DELETE FROM sqlite_sequence WHERE name = " + name + " AND seq = " + after);
		}
		if (after == null) {
			return List.of("DELETE FROM sqlite_sequence WHERE name = " + name,
					"INSERT INTO sqlite_sequence (name, seq) VALUES (" + name + ", " + before + ")");
		}
		return List.of("UPDATE sqlite_sequence SET seq = " + before + " WHERE name = " + name + " AND seq = " + after);
	}

}
