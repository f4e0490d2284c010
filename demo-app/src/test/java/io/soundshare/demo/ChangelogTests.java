package io.soundshare.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The changelog on real files, with foreign keys enforced and not: the Liquibase command
 * line does not enforce them.
 */
@Tag("slow")
class ChangelogTests {

	private static final String PARKED_ROWS = "parked_rows";

	@TempDir
	Path directory;

	@ParameterizedTest(name = "foreign keys: {0}")
	@ValueSource(booleans = { true, false })
	void everyRevisionGoesDownAndUpAgainWithItsData(boolean foreignKeys) throws Exception {
		try (DatabaseFile database = new DatabaseFile(this.directory.resolve("users.db"), foreignKeys)) {
			List<List<String>> schemas = schemasOnTheWayUp(database);
			int head = database.revisions();
			useTheService(database);
			Map<String, List<String>> data = database.data();
			for (int steps = 1; steps < head; steps++) {
				database.downgrade(steps);
				assertThat(database.schema()).isEqualTo(schemas.get(head - steps));
				assertThat(database.faults()).isEmpty();
				database.upgradeToHead();
				assertThat(database.schema()).isEqualTo(schemas.get(head));
				assertThat(database.data()).as("after %d down and up", steps).isEqualTo(data);
				assertThat(database.faults()).isEmpty();
			}
		}
	}

	@ParameterizedTest(name = "foreign keys: {0}")
	@ValueSource(booleans = { true, false })
	void revisionByRevisionTheDatabaseLooksGoingDownAsItDidGoingUp(boolean foreignKeys) throws Exception {
		try (DatabaseFile database = new DatabaseFile(this.directory.resolve("seeds.db"), foreignKeys)) {
			List<List<String>> schemas = new ArrayList<>();
			List<Map<String, List<String>>> data = new ArrayList<>();
			int head = database.revisions();
			for (int revision = 0; revision <= head; revision++) {
				schemas.add(database.schema());
				data.add(comparable(database));
				assertThat(database.faults()).isEmpty();
				database.upgrade(1);
			}
			for (int revision = head - 1; revision >= 0; revision--) {
				database.downgrade(1);
				assertThat(database.schema()).isEqualTo(schemas.get(revision));
				assertThat(comparable(database)).isEqualTo(data.get(revision));
				assertThat(database.faults()).isEmpty();
			}
			for (int revision = 1; revision <= head; revision++) {
				database.upgrade(1);
				assertThat(database.schema()).isEqualTo(schemas.get(revision));
				assertThat(comparable(database)).isEqualTo(data.get(revision));
				assertThat(database.faults()).isEmpty();
			}
			assertThat(database.data().get(PARKED_ROWS)).isEmpty();
		}
	}

	private List<List<String>> schemasOnTheWayUp(DatabaseFile database) throws Exception {
		List<List<String>> schemas = new ArrayList<>(List.of(database.schema()));
		for (int revision = 1; revision <= database.revisions(); revision++) {
			database.upgrade(1);
			schemas.add(database.schema());
		}
		return schemas;
	}

	/**
	 * All cells but those meant to differ: parked rows, the highest id ever given out,
	 * and dates that are known once they are backfilled.
	 */
	private Map<String, List<String>> comparable(DatabaseFile database) throws Exception {
		Map<String, List<String>> data = database.data();
		data.remove(PARKED_ROWS);
		data.remove("sqlite_sequence");
		data.computeIfPresent("playlist_songs", (table,
				rows) -> rows.stream().map((row) -> row.replaceFirst("(, (null, null|text, [^,]*))?]$", "]")).toList());
		return data;
	}

	/**
	 * Everything that an older schema has no place for, or that hangs on a seeded row.
	 */
	private void useTheService(DatabaseFile database) throws Exception {
		database.execute("UPDATE songs SET title = 'Last Tram', normalized_title = 'last tram' WHERE id = 1",
				"UPDATE songs SET status = 'DRAFT' WHERE id = 5", "UPDATE songs SET status = 'WITHDRAWN' WHERE id = 6",
				"DELETE FROM songs WHERE id = 18 AND id NOT IN (SELECT song_id FROM plays)",
				"INSERT INTO artists (id, name) VALUES (70, 'Tórshavn')",
				"INSERT INTO albums (id, artist_id, title) VALUES (70, 70, 'Undated'), (71, 1, 'Encore')",
				"INSERT INTO songs (id, artist_id, album_id, title, normalized_title, duration_seconds) "
						+ "VALUES (70, 70, 70, 'Ævintýr', 'aevintyr', 99), (71, 1, 71, '1999', '1999', 1)",
				"UPDATE songs SET isrc = 'FOAAA2600001' WHERE id = 1",
				"UPDATE songs SET isrc = 'FOAAA2600070', cover_of_id = 1 WHERE id = 70",
				"UPDATE songs SET cover_of_id = 70 WHERE id = 2",
				"INSERT INTO users (id, handle, display_name, joined_at) "
						+ "VALUES (70, 'ida_of_the_islands_far_out_in_the_north_atlantic', 'Ida', '2026-11-01 00:00:00.000'), (71, 'gone', 'Gone', '2026-11-02 00:00:00.000')",
				"INSERT INTO user_preferences (user_id, theme, language, autoplay, volume) "
						+ "VALUES (1, 'DARK', 'fo', 0, 35), (70, 'LIGHT', 'en', 1, 100)",
				"INSERT INTO playlists (id, user_id, name, created_at) "
						+ "VALUES (70, 70, 'Both', '2026-11-03 00:00:00.000'), (71, 1, 'Empty', '2026-11-03 00:00:00.000')",
				"UPDATE playlists SET visibility = 'PRIVATE' WHERE id IN (1, 70)",
				"INSERT INTO playlist_songs (playlist_id, position, song_id, added_at) "
						+ "VALUES (70, 0, 70, '2026-11-04 00:00:00.000'), (70, 1, 1, '2026-11-05 00:00:00.000'), "
						+ "(1, 4, 71, '2026-11-06 00:00:00.000')",
				"INSERT INTO likes (user_id, song_id, liked_at) "
						+ "VALUES (70, 1, '2026-11-07 00:00:00.000'), (1, 70, '2026-11-07 00:00:00.000')",
				"INSERT INTO plays (song_id, user_id, played_at) "
						+ "VALUES (1, 71, '2026-11-08 00:00:00.000'), (70, 71, '2026-11-09 00:00:00.000'), "
						+ "(70, 1, '2026-11-08 12:00:00.000'), (2, 70, '2026-11-10 00:00:00.000')",
				"UPDATE plays SET user_id = NULL WHERE user_id = 71", "DELETE FROM users WHERE id = 71",
				"DELETE FROM plays WHERE song_id = 2 AND user_id = 70");
	}

}
