package io.soundshare.migrations;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import io.soundshare.migrations.model.RehearsalReport.Rehearsed;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteRehearsalTests extends DatabaseContract {

	private static final String SONGS = """
			--changeset anna:songs
			CREATE TABLE songs (id INTEGER PRIMARY KEY, title VARCHAR(100), album INT);
			CREATE TABLE albums (id INTEGER PRIMARY KEY, name VARCHAR(100));
			INSERT INTO songs VALUES (1, 'Blue', 7), (2, 'Red', NULL), (3, 'Blue', 8), (4, NULL, 9);
			INSERT INTO albums VALUES (7, 'Seven');
			""";

	private Path file;

	private byte[] before;

	@Override
	TestDatabase open(Path folder) {
		this.file = folder.resolve("songs.db");
		return new SqliteTestDatabase(folder, this.file);
	}

	@BeforeEach
	void upgrade() throws IOException {
		migrations(SONGS).upgrade();
		this.before = Files.readAllBytes(this.file);
	}

	@AfterEach
	void leavesTheDatabaseAlone() throws IOException {
		assertThat(this.file).hasBinaryContent(this.before);
		assertThat(this.folder.toFile().list()).doesNotContain("songs.db.backups", "songs.db-journal", "songs.db-wal");
		assertThat(Path.of(System.getProperty("java.io.tmpdir"))
			.toFile()
			.list((folder, name) -> name.startsWith("soundshare-rehearsal"))).isEmpty();
	}

	private RehearsalReport rehearse(String... changeSets) {
		return rehearse(migrationsAfter(changeSets));
	}

	private Migrations migrationsAfter(String... changeSets) {
		this.changelog.sql(ROOT, all(changeSets));
		return builder(ROOT).build();
	}

	private static String[] all(String... changeSets) {
		String[] all = new String[changeSets.length + 1];
		all[0] = SONGS;
		System.arraycopy(changeSets, 0, all, 1, changeSets.length);
		return all;
	}

	private static RehearsalReport rehearse(Migrations migrations) {
		return migrations.rehearse(Target.HEAD, ProgressListener.SILENT);
	}

	private static List<String> found(RehearsalReport report) {
		return report.findings()
			.stream()
			.map((finding) -> finding.kind() + " " + ((finding.revision() != null) ? finding.revision().id() : "-")
					+ ": " + finding.text())
			.toList();
	}

	@Test
	void findsOnlyWhatIsTakenAwayWhereNothingIsWrong() {
		RehearsalReport report = rehearse("""
				--changeset anna:plays
				ALTER TABLE songs ADD COLUMN plays INT;
				UPDATE songs SET plays = id;
				""", """
				--changeset anna:likes
				CREATE TABLE likes (song INT);
				DELETE FROM songs WHERE id = 2;
				""");
		assertThat(found(report)).containsExactly("LOSES likes: it takes away 1 of 4 rows of songs");
		assertThat(report.isFailed()).isFalse();
		assertThat(report.steps()).extracting((step) -> step.revision().id()).containsExactly("plays", "likes");
		assertThat(report.steps()).allSatisfy((step) -> {
			assertThat(step.down()).isNotNull();
			assertThat(step.again()).isNotNull();
		});
		assertThat(report.took()).isGreaterThan(report.copied());
	}

	@Test
	void takesNoNewNameForALoss() {
		assertThat(found(rehearse("""
				--changeset anna:rename
				ALTER TABLE songs RENAME COLUMN album TO record;
				ALTER TABLE albums RENAME TO records;
				"""))).isEmpty();
	}

	@Test
	void findsRowsThatAreThereTwice() {
		RehearsalReport report = rehearse("""
				--changeset anna:harmless
				CREATE TABLE likes (song INT);
				""", """
				--changeset anna:unique
				CREATE UNIQUE INDEX titles ON songs (title);
				""");
		assertThat(found(report)).hasSize(2)
			.last()
			.isEqualTo("VIOLATES unique: 1 values of songs(title) are there more than once: Blue");
		assertThat(report.findings().get(0).kind()).isEqualTo(Finding.Kind.FAILS);
		assertThat(report.isFailed()).isTrue();
		assertThat(report.steps()).extracting(Rehearsed::revision).extracting("id").containsExactly("harmless");
	}

	@Test
	void findsRowsThatHaveNoValue() {
		assertThat(found(rehearse("""
				--changeset anna:required
				CREATE TABLE new_songs (id INTEGER PRIMARY KEY, title VARCHAR(100) NOT NULL, album INT);
				INSERT INTO new_songs SELECT id, title, album FROM songs;
				DROP TABLE songs;
				ALTER TABLE new_songs RENAME TO songs;
				"""))).hasSize(1)
			.first()
			.asString()
			.startsWith("FAILS required: ")
			.contains("NOT NULL constraint failed");
	}

	@Test
	void findsWhatCannotRun() {
		assertThat(found(rehearse("""
				--changeset anna:wrong
				INSERT INTO song VALUES (1);
				"""))).hasSize(1).first().asString().contains("no such table: song");
	}

	@Test
	void findsWhatATriggerForbids() {
		assertThat(found(rehearse("""
				--changeset anna:trigger splitStatements:false
				CREATE TRIGGER fixed BEFORE UPDATE ON songs BEGIN SELECT RAISE(ABORT, 'songs are fixed'); END;
				""", """
				--changeset anna:update
				UPDATE songs SET album = 1;
				"""))).hasSize(1).first().asString().startsWith("FAILS update: ").contains("songs are fixed");
	}

	@Test
	void findsARollbackThatDoesNotBringRowsBack() {
		assertThat(found(rehearse("""
				--changeset anna:update
				UPDATE songs SET title = 'same';
				--rollback SELECT 1;
				"""))).containsExactly("DOES_NOT_RESTORE update: after going back songs has other values in its rows");
	}

	@Test
	void findsARollbackThatLosesRows() {
		assertThat(found(rehearse("""
				--changeset anna:fewer
				DELETE FROM songs WHERE id > 2;
				--rollback INSERT INTO songs VALUES (3, 'Blue', 8);
				"""))).containsExactly("LOSES fewer: it takes away 2 of 4 rows of songs",
				"DOES_NOT_RESTORE fewer: after going back songs has 3 rows and had 4");
	}

	@Test
	void findsARollbackThatLeavesSomethingBehind() {
		assertThat(found(rehearse("""
				--changeset anna:index
				CREATE INDEX IF NOT EXISTS titles ON songs (title);
				--rollback SELECT 1;
				"""))).containsExactly("DOES_NOT_RESTORE index: after going back index titles is left behind");
	}

	@Test
	void findsARollbackThatTakesTooMuch() {
		assertThat(found(rehearse("""
				--changeset anna:likes
				CREATE TABLE likes (song INT);
				--rollback DROP TABLE likes;
				--rollback DROP TABLE albums;
				"""))).contains("DOES_NOT_RESTORE likes: after going back table albums is missing");
	}

	@Test
	void findsAColumnThatComesBackEmpty() {
		Migrations migrations = migrationsAfter("""
				--changeset anna:drop
				ALTER TABLE songs DROP COLUMN album;
				--rollback ALTER TABLE songs ADD COLUMN album INT;
				""");
		assertThat(found(rehearse(migrations))).containsExactly("LOSES drop: it takes away column songs.album");
		migrations = builder(ROOT).recordUndo(false).build();
		assertThat(found(rehearse(migrations)))
			.contains("DOES_NOT_RESTORE drop: after going back songs has other values in its rows");
	}

	@Test
	void findsARollbackThatFails() {
		this.changelog.sql(ROOT, all("""
				--changeset anna:likes
				CREATE TABLE likes (song INT);
				--rollback DROP TABLE like;
				"""));
		assertThat(found(rehearse(builder(ROOT).recordUndo(false).build()))).hasSize(1)
			.first()
			.asString()
			.startsWith("FAILS likes: it cannot be undone: ")
			.contains("no such table: like");
	}

	@Test
	void findsWhatCannotBeDoneTwice() {
		assertThat(found(rehearse("""
				--changeset anna:likes
				CREATE TABLE likes (song INT);
				--rollback SELECT 1;
				""")))
			.anySatisfy((text) -> assertThat(text).startsWith("FAILS likes: it cannot be applied a second time: ")
				.contains("already exists"));
	}

	@Test
	void findsWhatHasNoWayBack() {
		this.changelog.sql(ROOT, all("""
				--changeset anna:update
				UPDATE songs SET album = 1;
				""", """
				--changeset anna:likes
				CREATE TABLE likes (song INT);
				--rollback DROP TABLE likes;
				"""));
		RehearsalReport report = rehearse(builder(ROOT).recordUndo(false).build());
		assertThat(found(report)).hasSize(1).first().asString().startsWith("IRREVERSIBLE update: there is no way back");
		assertThat(report.isFailed()).isFalse();
		assertThat(report.steps().get(0).down()).isNull();
		assertThat(report.steps().get(1).down()).isNotNull();
	}

	@Test
	void goesBackToWhatWasThereAndNoFurther() {
		String view = """
				--changeset anna:view runOnChange:true
				DROP VIEW IF EXISTS titles;
				CREATE VIEW titles AS SELECT title%s FROM songs;
				""";
		String skipped = """
				--changeset anna:skipped
				--preconditions onFail:CONTINUE
				--precondition-sql-check expectedResult:1 SELECT 2
				CREATE TABLE never (id INT);
				""";
		String likes = """
				--changeset anna:likes
				CREATE TABLE likes (song INT);
				""";
		String plays = """
				--changeset anna:plays
				CREATE TABLE plays (song INT);
				""";
		assertThat(found(rehearse(skipped, likes, plays))).isEmpty();
		SqliteTestDatabase other = new SqliteTestDatabase(this.folder);
		this.changelog.sql(ROOT, SONGS, view.formatted(""));
		Migrations migrations = Migrations.builder(other.dataSource(), ROOT)
			.resources(this.changelog.resources())
			.build();
		migrations.upgrade();
		this.changelog.sql(ROOT, SONGS, view.formatted(", id"), likes);
		assertThat(found(rehearse(migrations))).isEmpty();
	}

	@Test
	void findsBytesAndColumnsThatChange() {
		assertThat(found(rehearse("""
				--changeset anna:bytes
				UPDATE albums SET name = x'ff00ee';
				""", """
				--changeset anna:others
				UPDATE albums SET name = x'fe00ed';
				--rollback SELECT 1;
				""", """
				--changeset anna:swap
				ALTER TABLE songs ADD COLUMN more INT;
				ALTER TABLE songs DROP COLUMN album;
				"""))).containsExactly("LOSES swap: it takes away column songs.album",
				"DOES_NOT_RESTORE others: after going back albums has other values in its rows",
				"DOES_NOT_RESTORE bytes: after going back albums has other values in its rows");
	}

	@Test
	void findsValuesThatAreCut() {
		assertThat(found(rehearse("""
				--changeset anna:shorter
				CREATE TABLE shorter (id BIGINT PRIMARY KEY, title VARCHAR(2), album DECIMAL(10,2));
				INSERT INTO shorter SELECT id, substr(title, 1, 2), album FROM songs;
				DROP TABLE songs;
				ALTER TABLE shorter RENAME TO songs;
				""")))
			.containsExactly("LOSES shorter: it takes away values of songs.title, which are others with its new type");
	}

	@Test
	void findsValuesThatAreTakenAway() {
		assertThat(found(rehearse("""
				--changeset anna:fewer
				UPDATE songs SET album = NULL WHERE id > 2;
				"""))).containsExactly("LOSES fewer: it takes away 2 of 3 values of songs.album");
	}

	@Test
	void saysHowMuchSpaceACopyNeedsThatHasNone() throws IOException {
		SqliteTestDatabase large = new SqliteTestDatabase(this.folder, this.folder.resolve("large.db"));
		large.run("CREATE TABLE songs (id INT)");
		long free = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).getUsableSpace();
		long pages = free / 4096 + 1_000_000;
		try (RandomAccessFile bytes = new RandomAccessFile(large.file().toFile(), "rw")) {
			bytes.setLength(pages * 4096);
			bytes.seek(28);
			bytes.writeInt((int) pages);
		}
		assertThatExceptionOfType(BackupFailedException.class)
			.isThrownBy(() -> rehearse(
					Migrations.builder(large.dataSource(), ROOT).resources(this.changelog.resources()).build()))
			.withMessageContaining("There is no copy of the database to rehearse on: it has %,d bytes, and ",
					pages * 4096)
			.withMessageContaining(" free");
		Files.delete(large.file());
	}

	@Test
	void rehearsesAnEmptyDatabase() throws IOException {
		this.changelog.sql(ROOT, SONGS);
		SqliteTestDatabase absent = new SqliteTestDatabase(this.folder);
		RehearsalReport report = Migrations.builder(absent.dataSource(), ROOT)
			.resources(this.changelog.resources())
			.build()
			.rehearse(Target.HEAD, ProgressListener.SILENT);
		assertThat(found(report)).isEmpty();
		assertThat(report.steps()).hasSize(1);
		assertThat(absent.file()).doesNotExist();
	}

	@Test
	void saysThatThereIsNothingToDo() {
		assertThat(rehearse(migrations(SONGS)).steps()).isEmpty();
	}

	@Test
	void enforcesForeignKeysAsTheDatabaseDoes() {
		assertThat(found(rehearse("""
				--changeset anna:reference
				CREATE TABLE likes (song INT REFERENCES songs (id));
				INSERT INTO likes VALUES (99);
				"""))).hasSize(1).first().asString().contains("FOREIGN KEY constraint failed");
	}

}
