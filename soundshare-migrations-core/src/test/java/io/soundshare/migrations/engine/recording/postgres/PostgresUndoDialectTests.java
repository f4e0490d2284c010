package io.soundshare.migrations.engine.recording.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.PostgresTestDatabase;
import io.soundshare.migrations.engine.recording.Recorder;
import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What whoever has change sets recorded relies on.
 */
class PostgresUndoDialectTests {

	private static final String SONGS = "CREATE TABLE songs (id integer PRIMARY KEY, title text)";

	private static final String TEMPORARY = "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
			+ "WHERE n.nspname LIKE 'pg_temp%' UNION ALL SELECT 1 FROM pg_proc p JOIN pg_namespace n "
			+ "ON n.oid = p.pronamespace WHERE n.nspname LIKE 'pg_temp%' UNION ALL SELECT 1 FROM pg_trigger "
			+ "WHERE tgname LIKE '%~undo%' UNION ALL SELECT 1 FROM pg_class WHERE relname LIKE 'kept%'";

	private final PostgresUndo undo = new PostgresUndo();

	@Test
	void recordsNothingOfOwnTablesAndReads() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of(SONGS)) {
			Recording recording = changeSet
				.apply("CREATE TABLE databasechangelog (id text)", "INSERT INTO databasechangelog VALUES ('a')",
						"SELECT count(*), max(title) FROM songs", "SET search_path TO public", "-- nothing", "")
				.recording();
			assertThat(recording).isEqualTo(Recording.NOTHING);
		}
	}

	@Test
	void saysWhatIsNew() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of(SONGS + "; CREATE SCHEMA other")) {
			Recording recording = changeSet
				.apply("CREATE TABLE albums (id integer)", "ALTER TABLE songs ADD COLUMN album integer",
						"INSERT INTO songs VALUES (1, 'a', 2), (2, 'b', 2)", "INSERT INTO albums VALUES (2)",
						"CREATE TABLE other.thing (id integer)")
				.recording();
			assertThat(recording.made()).extracting(Recording.Place::toString)
				.containsExactlyInAnyOrder("table albums", "column songs.album", "table other.thing");
			assertThat(recording.inserted()).isEqualTo(Map.of("songs", 2L));
			assertThat(recording.before()).containsOnlyKeys("table songs");
			assertThat(recording.after()).containsOnlyKeys("table songs", "table albums", "table other.thing");
			assertThat(recording.after().get("table songs")).contains("column album integer", "PRIMARY KEY (id)");
		}
	}

	@Test
	void forgetsWhatWasRolledBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of(SONGS + "; INSERT INTO songs VALUES (1, 'a')")) {
			Connection connection = changeSet.connection();
			Recorder recorder = this.undo.recorder(connection, RecordedChangeSet.POLICY);
			recorder.begin(1);
			Savepoint mark = connection.setSavepoint();
			run(recorder, connection, "ALTER TABLE songs RENAME COLUMN title TO name");
			run(recorder, connection, "UPDATE songs SET name = 'b'");
			run(recorder, connection, "DO $$ BEGIN INSERT INTO songs VALUES (7, 'x'); END $$");
			connection.rollback(mark);
			recorder.rolledBack();
			run(recorder, connection, "UPDATE songs SET title = 'c'");
			Recording recording = recorder.end();
			connection.commit();
			assertThat(recording.entries()).extracting(Recording.Entry::sql)
				.containsExactly(
						"UPDATE ONLY \"public\".\"songs\" SET \"title\" = 'a' WHERE \"id\" = '1' AND \"title\" = 'c'");
			assertThat(nothingIsLeft(connection)).isTrue();
		}
	}

	@Test
	void noticesThatATransactionWasRolledBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of(SONGS)) {
			Connection connection = changeSet.connection();
			Recorder recorder = this.undo.recorder(connection, RecordedChangeSet.POLICY);
			recorder.begin(1);
			run(recorder, connection, "ALTER TABLE songs RENAME COLUMN title TO name");
			recorder.end();
			connection.rollback();
			recorder.begin(2);
			run(recorder, connection, "ALTER TABLE songs RENAME COLUMN title TO name");
			Recording recording = recorder.end();
			connection.commit();
			assertThat(recording.entries()).extracting(Recording.Entry::sql)
				.containsExactly("ALTER TABLE \"public\".\"songs\" RENAME COLUMN \"name\" TO \"title\"");
		}
	}

	@Test
	void takesWhatOthersDoForWhatWas() throws SQLException {
		PostgresTestDatabase database = new PostgresTestDatabase();
		database.run(SONGS);
		try (Connection connection = database.dataSource().getConnection()) {
			connection.setAutoCommit(false);
			Recorder recorder = this.undo.recorder(connection, RecordedChangeSet.POLICY);
			recorder.begin(1);
			run(recorder, connection, "CREATE TABLE albums (id integer)");
			recorder.end();
			connection.commit();
			database.run("ALTER TABLE songs ADD COLUMN year integer");
			database.run("CREATE TABLE others (id integer)");
			recorder.begin(2);
			run(recorder, connection, "ALTER TABLE songs ADD COLUMN length integer");
			run(recorder, connection, "COMMENT ON TABLE others IS 'theirs'");
			Recording recording = recorder.end();
			assertThat(recording.entries()).extracting(Recording.Entry::sql)
				.containsExactlyInAnyOrder("ALTER TABLE \"public\".\"songs\" DROP COLUMN \"length\"",
						"COMMENT ON TABLE \"public\".\"others\" IS NULL");
			connection.rollback();
		}
	}

	@Test
	void worksWithoutTransactions() throws SQLException {
		PostgresTestDatabase database = new PostgresTestDatabase();
		database.run(SONGS + "; INSERT INTO songs VALUES (1, 'a'), (2, 'b')");
		try (Connection connection = database.dataSource().getConnection()) {
			List<String> before = PostgresSnapshot.objects(connection);
			List<String> rows = PostgresSnapshot.rows(connection);
			Recorder recorder = this.undo.recorder(connection, RecordedChangeSet.POLICY);
			recorder.begin(1);
			run(recorder, connection, "CREATE INDEX CONCURRENTLY titles ON songs (title)");
			run(recorder, connection, "UPDATE songs SET title = 'c' WHERE id = 1");
			run(recorder, connection, "ALTER TABLE songs DROP COLUMN title");
			run(recorder, connection, "VACUUM songs");
			Recording recording = recorder.end();
			assertThat(recording.kept()).hasSize(1);
			for (int i = recording.entries().size() - 1; i >= 0; i--) {
				run(connection, recording.entries().get(i).sql());
			}
			run(connection, "DROP TABLE " + recording.kept().get(0).name());
			assertThat(PostgresSnapshot.objects(connection)).isEqualTo(before);
			assertThat(PostgresSnapshot.rows(connection)).isEqualTo(rows);
			assertThat(nothingIsLeft(connection)).isTrue();
		}
	}

	@Test
	void leavesNothingBehind() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of(SONGS + "; INSERT INTO songs VALUES (1, 'a')")) {
			changeSet.apply("UPDATE songs SET title = 'b'", "ALTER TABLE songs ADD COLUMN year integer",
					"ALTER TABLE songs ALTER COLUMN id TYPE bigint", "DO $$ BEGIN DELETE FROM songs; END $$");
			assertThat(nothingIsLeft(changeSet.connection())).isTrue();
		}
	}

	@Test
	void keepsNothingIfNothingIsToBeKept() throws SQLException {
		RecordingPolicy policy = new RecordingPolicy(Set.of(), "kept_", false, 1000, 1_000_000);
		try (RecordedChangeSet changeSet = new RecordedChangeSet(policy,
				"CREATE TABLE songs (id integer PRIMARY KEY, title text NOT NULL); INSERT INTO songs VALUES (1, 'a')")) {
			assertThat(changeSet.apply("ALTER TABLE songs DROP COLUMN title").recording().kept()).isEmpty();
			changeSet.revert().hasSchemaAsBefore();
			assertThat(changeSet.rows()).containsExactly("public.songs (1,\"\")");
		}
	}

	@Test
	void refusesMoreCharactersThanTheLimit() throws SQLException {
		RecordingPolicy policy = new RecordingPolicy(Set.of(), "kept_", true, 1000, 200);
		try (RecordedChangeSet changeSet = new RecordedChangeSet(policy,
				SONGS + "; INSERT INTO songs VALUES (1, repeat('a', 300))")) {
			Recording recording = changeSet.apply("UPDATE songs SET title = ''", "ALTER TABLE songs DROP COLUMN title")
				.recording();
			assertThat(recording.obstacle()).contains("200 characters");
			assertThat(recording.entries()).isEmpty();
			assertThat(recording.kept()).isEmpty();
			assertThat(nothingIsLeft(changeSet.connection())).isTrue();
		}
	}

	@Test
	void fillsAnyTableThatHasComeBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet
			.of(SONGS + "; INSERT INTO songs VALUES (1, 'a'), (2, 'b')")) {
			Recording recording = changeSet.apply("DROP TABLE songs").recording();
			assertThat(recording.kept())
				.containsExactly(new Recording.Kept("kept_7_1", new Recording.Place("songs", null), 2));
			changeSet
				.then("CREATE TABLE songs (title text, id integer PRIMARY KEY); INSERT INTO songs VALUES ('c', 2)");
			for (Recording.Entry entry : recording.entries()) {
				if ("kept_7_1".equals(entry.keptTable())) {
					changeSet.then(entry.sql());
				}
			}
			assertThat(changeSet.rows()).containsExactly("public.songs (1,a)", "public.songs (2,c)");
		}
	}

	@Test
	void takesNoRowsAlongThatReferToThoseThatGo() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet
			.of(SONGS + "; CREATE TABLE plays (song integer REFERENCES songs ON DELETE CASCADE)")) {
			changeSet.apply("INSERT INTO songs VALUES (1, 'a')").then("INSERT INTO plays VALUES (1)");
			assertThatExceptionOfType(SQLException.class).isThrownBy(changeSet::revert)
				.withMessageContaining("rows of plays refer to rows of songs that go");
		}
	}

	@Test
	void tellsTheSameObjectsWhateverTheSearchPath() throws SQLException {
		PostgresTestDatabase database = new PostgresTestDatabase();
		database.run("CREATE SCHEMA other; " + SONGS
				+ "; CREATE VIEW titles AS SELECT title FROM songs; CREATE TABLE other.plays (song integer REFERENCES songs)");
		try (Connection connection = database.dataSource().getConnection()) {
			Map<String, String> objects = this.undo.objects(connection, RecordedChangeSet.POLICY);
			assertThat(objects).containsKeys("table songs", "view titles", "table other.plays");
			run(connection, "SET search_path TO public, other");
			assertThat(this.undo.objects(connection, RecordedChangeSet.POLICY)).isEqualTo(objects);
		}
	}

	private static boolean nothingIsLeft(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			return !statement.executeQuery(TEMPORARY).next();
		}
	}

	private static void run(Recorder recorder, Connection connection, String sql) throws SQLException {
		recorder.willExecute(sql);
		run(connection, sql);
	}

	private static void run(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
