package io.soundshare.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.model.BackupFailedException;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class PostgresRehearsalTests extends DatabaseContract {

	private static final String SONGS = """
			--changeset anna:songs
			CREATE TABLE songs (id INTEGER PRIMARY KEY, title VARCHAR(100), "Album No" INT);
			INSERT INTO songs VALUES (1, 'Blue', 7), (2, 'Red', NULL), (3, 'Blue', 8), (4, NULL, 9);
			CREATE VIEW titles AS SELECT title FROM songs;
			""";

	private static final String SHORTER = """
			--changeset anna:shorter
			DROP VIEW titles;
			ALTER TABLE songs ALTER COLUMN title TYPE VARCHAR(2) USING left(title, 2), ALTER COLUMN id TYPE BIGINT;
			CREATE VIEW titles AS SELECT title FROM songs;
			""";

	private static final String UNIQUE = """
			--changeset anna:unique
			ALTER TABLE songs ADD CONSTRAINT one_title UNIQUE (title);
			""";

	/** Nothing, where the tests cannot run. */
	private @Nullable List<String> before;

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

	@BeforeEach
	void upgrade() {
		((PostgresTestDatabase) this.database).assumeTools();
		migrations(SONGS).upgrade();
		this.before = everything();
	}

	@Test
	void findsValuesThatAreCut() {
		assertThat(migrations(SONGS, SHORTER).rehearse(Target.HEAD, ProgressListener.SILENT).findings())
			.extracting(Finding::text)
			.contains("it takes away values of songs.title, which are others with its new type")
			.noneMatch((text) -> text.contains("songs.id"));
	}

	@AfterEach
	void leavesTheServerAlone() {
		assertThat((this.before != null) ? everything() : null).isEqualTo(this.before);
		assertThat(this.database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'soundshare_rehearsal%'"))
			.isEmpty();
	}

	private List<String> everything() {
		List<String> everything = new ArrayList<>(this.database.schema());
		everything.addAll(this.database.rows("SELECT * FROM songs ORDER BY id"));
		everything.addAll(this.database.history());
		return everything;
	}

	private RehearsalReport rehearse(boolean data, String... changeSets) {
		return migrations(changeSets).rehearse(Target.HEAD, data, ProgressListener.SILENT);
	}

	private static List<String> found(RehearsalReport report) {
		return report.findings()
			.stream()
			.map((finding) -> finding.kind() + " " + ((finding.revision() != null) ? finding.revision().id() : "-")
					+ ": " + finding.text())
			.toList();
	}

	@Test
	void findsNothingWhereNothingIsWrong() {
		RehearsalReport report = rehearse(true, SONGS, """
				--changeset anna:plays
				ALTER TABLE songs ADD COLUMN plays INT NOT NULL DEFAULT 1;
				CREATE TABLE likes (song INT REFERENCES songs (id));
				UPDATE songs SET plays = 2, title = upper(title);
				SELECT pg_sleep(0.3);
				""");
		assertThat(found(report)).isEmpty();
		assertThat(report.steps()).singleElement().satisfies((step) -> {
			assertThat(step.down()).isNotNull();
			assertThat(step.again()).isNotNull();
			assertThat(step.locks()).contains("songs AccessExclusive").noneMatch((lock) -> lock.startsWith("likes"));
		});
	}

	@Test
	void findsRowsOnlyWithTheData() {
		assertThat(found(rehearse(false, SONGS, UNIQUE))).isEmpty();
		assertThat(found(rehearse(true, SONGS, UNIQUE))).first()
			.asString()
			.startsWith("FAILS unique: ")
			.contains("Blue");
	}

	@Test
	void findsRowsOfAChangeOfLiquibase() {
		this.changelog.sql("songs.sql", SONGS);
		this.changelog.file("root.yaml", """
				databaseChangeLog:
				  - include: {file: db/changelog.sql}
				  - changeSet:
				      id: required
				      author: anna
				      changes:
				        - addNotNullConstraint: {tableName: songs, columnName: title}
				""");
		RehearsalReport report = builder("root.yaml").build().rehearse(Target.HEAD, ProgressListener.SILENT);
		assertThat(found(report)).last().isEqualTo("VIOLATES required: 1 rows of songs have no value in title: 4");
	}

	@Test
	void findsAWayBackThatDoesNotRestore() {
		assertThat(found(rehearse(true, SONGS, """
				--changeset anna:views
				DROP VIEW titles;
				DELETE FROM songs WHERE id = 4;
				--rollback INSERT INTO songs VALUES (4, NULL, 10);
				"""))).contains("LOSES views: it takes away 1 of 4 rows of songs",
				"DOES_NOT_RESTORE views: after going back view titles is missing",
				"DOES_NOT_RESTORE views: after going back songs has other values in its rows");
	}

	@Test
	void saysThatNoCopyMayBeMade() throws SQLException {
		String name = "owner_" + Long.toHexString(System.nanoTime());
		this.database.run("CREATE ROLE " + name + " LOGIN PASSWORD 'x'",
				"GRANT ALL ON ALL TABLES IN SCHEMA public TO " + name);
		try (Connection connection = this.database.dataSource().getConnection()) {
			DataSource poor = new DriverManagerDataSource(connection.getMetaData().getURL(), name, "x");
			assertThatExceptionOfType(BackupFailedException.class)
				.isThrownBy(() -> Migrations.builder(poor, ROOT)
					.resources(this.changelog.resources())
					.build()
					.rehearse(Target.HEAD, ProgressListener.SILENT))
				.withMessageContaining("permission denied to create database");
		}
		finally {
			this.database.run("DROP OWNED BY " + name, "DROP ROLE " + name);
		}
	}

	@Test
	void findsRowsBesideTablesThatAreNotThereYet() {
		this.changelog.file("root.yaml", """
				databaseChangeLog:
				  - include: {file: db/changelog.sql}
				  - changeSet:
				      id: unique
				      author: anna
				      changes:
				        - createTable:
				            tableName: made
				            columns: [{column: {name: id, type: int}}]
				        - createIndex:
				            tableName: made
				            indexName: of_made
				            unique: true
				            columns: [{column: {name: id}}]
				        - addUniqueConstraint: {tableName: SONGS, columnNames: TITLE}
				""");
		RehearsalReport report = builder("root.yaml").build().rehearse(Target.HEAD, ProgressListener.SILENT);
		assertThat(found(report)).last()
			.isEqualTo("VIOLATES unique: 1 values of SONGS(TITLE) are there more than once: Blue");
	}

	@Test
	void rehearsesFromBase() {
		this.before = List.of();
		TestDatabase empty = this.database.another();
		use(empty);
		RehearsalReport report = rehearse(true, SONGS);
		assertThat(found(report)).isEmpty();
		assertThat(report.steps()).hasSize(1);
		assertThat(empty.schema()).isEmpty();
		empty.run("CREATE TABLE songs (id INT)");
		assertThat(rehearse(true, SONGS).findings()).extracting(Finding::kind).contains(Finding.Kind.FAILS);
		migrations(SONGS).status();
		empty.run("DROP TABLE songs");
		migrations(SONGS).upgrade();
		this.before = everything();
	}

}
