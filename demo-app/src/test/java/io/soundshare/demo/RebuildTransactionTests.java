package io.soundshare.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.SqliteTestDatabase;
import io.soundshare.migrations.TestChangelog;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A whole deployment in one transaction, with tables that are rebuilt in it: foreign keys
 * are not enforced meanwhile, and nothing is lost by that.
 */
@Tag("process")
class RebuildTransactionTests {

	private static final String DELETE = """
			  - changeSet:
			      id: four
			      author: ben
			      changes:
			        - delete: {tableName: songs, where: id = 2}
			""";

	@TempDir
	Path folder;

	private SqliteTestDatabase database;

	@BeforeEach
	void open() {
		this.database = new SqliteTestDatabase(this.folder);
	}

	@Test
	void rebuildsParentsAndKeepsTheirChildren() throws SQLException {
		Migrations migrations = migrations(RebuildCrashTests.CHANGELOG, TransactionMode.DEPLOYMENT);
		migrations.upgrade(Target.parse("one"));
		List<String> one = schema();
		migrations.upgrade();
		assertThat(this.database.rows("SELECT song_id FROM likes")).containsExactly("2");
		assertThat(this.database.rows("SELECT id, title FROM songs ORDER BY id")).containsExactly("1|Blue", "2|Red",
				"3|Green");
		migrations.downgrade(Target.parse("one"));
		assertThat(schema()).isEqualTo(one);
		assertThat(this.database.rows("SELECT song_id FROM likes")).containsExactly("2");
		assertThat(this.database.rows("PRAGMA foreign_key_check")).isEmpty();
	}

	@Test
	void rebuildsParentsInADeploymentOfOneChangeSet() {
		Migrations migrations = migrations(RebuildCrashTests.CHANGELOG, TransactionMode.DEPLOYMENT);
		for (String up : List.of("one", "two", "three")) {
			migrations.upgrade(Target.parse(up));
		}
		assertThat(this.database.applied()).containsExactly("one", "two", "three");
		assertThat(this.database.rows("SELECT song_id FROM likes")).containsExactly("2");
		for (int i = 0; i < 2; i++) {
			migrations.downgrade(Target.parse("-1"));
		}
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(this.database.rows("SELECT song_id FROM likes")).containsExactly("2");
	}

	@Test
	void enforcesForeignKeysAgainAfterwards() throws SQLException {
		try (Connection connection = this.database.dataSource().getConnection()) {
			TestChangelog changelog = new TestChangelog(this.folder).file("changelog.yaml",
					RebuildCrashTests.CHANGELOG);
			Migrations migrations = changelog
				.migrations(new SingleConnectionDataSource(connection, true), "changelog.yaml")
				.transaction(TransactionMode.DEPLOYMENT)
				.build();
			migrations.upgrade();
			assertThat(isEnforcing(connection)).isTrue();
			migrations.downgrade(Target.parse("one"));
			assertThat(isEnforcing(connection)).isTrue();
		}
	}

	@Test
	void leavesNothingOfADeploymentThatFails() {
		Migrations migrations = migrations(RebuildCrashTests.CHANGELOG + """
				  - changeSet:
				      id: bad
				      author: ben
				      changes:
				        - sql: {sql: INSERT INTO missing VALUES (1)}
				""", TransactionMode.DEPLOYMENT);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrations.upgrade());
		assertThat(this.database.schema()).isEmpty();
		assertThat(this.database.applied()).isEmpty();
	}

	@Test
	void refusesWhatWouldHaveCascaded() {
		Migrations migrations = migrations(RebuildCrashTests.CHANGELOG + DELETE, TransactionMode.DEPLOYMENT);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrations.upgrade())
			.withMessageContaining("revision four")
			.withMessageContaining("likes (song_id) -> songs (id)");
		assertThat(this.database.schema()).isEmpty();
		Migrations single = migrations(RebuildCrashTests.CHANGELOG + DELETE, TransactionMode.CHANGE_SET);
		single.upgrade();
		assertThat(this.database.rows("SELECT song_id FROM likes")).isEmpty();
	}

	@Test
	void letsRowsCascadeWhereNothingIsRebuilt() {
		Migrations migrations = migrations(RebuildCrashTests.CHANGELOG + DELETE + DELETE.replace("four", "five"),
				TransactionMode.DEPLOYMENT);
		migrations.upgrade(Target.parse("three"));
		migrations.upgrade();
		assertThat(this.database.rows("SELECT song_id FROM likes")).isEmpty();
	}

	@Test
	void namesTheTableWhoseRowsAreInTheWay() {
		Migrations migrations = migrations(RebuildCrashTests.CHANGELOG + """
				  - changeSet:
				      id: twice
				      author: ben
				      changes:
				        - update: {tableName: songs, columns: [{column: {name: plays, value: 1}}]}
				        - addUniqueConstraint: {tableName: songs, columnNames: plays, constraintName: uk_songs_plays}
				""", TransactionMode.CHANGE_SET);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrations.upgrade())
			.withMessageContaining("songs.plays")
			.withMessageContaining("mend them first")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("new_songs."));
	}

	private Migrations migrations(String content, TransactionMode mode) {
		return new TestChangelog(this.folder).file("changelog.yaml", content)
			.migrations(this.database, "changelog.yaml")
			.transaction(mode)
			.build();
	}

	/** A table that was rebuilt has its name quoted. */
	private List<String> schema() {
		return this.database.schema().stream().map((line) -> line.replace("\"songs\"", "songs")).toList();
	}

	private static boolean isEnforcing(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("PRAGMA foreign_keys")) {
			return result.getInt(1) == 1;
		}
	}

}
