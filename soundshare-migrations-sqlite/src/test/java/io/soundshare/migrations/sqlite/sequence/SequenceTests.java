package io.soundshare.migrations.sqlite.sequence;

import java.nio.file.Path;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import io.soundshare.migrations.sqlite.sqlgenerator.Migrated;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A sequence is the table that Hibernate uses in its place.
 */
class SequenceTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void lifeOfASequence(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, driver, true)) {
			database.update("s", "changes: [{createSequence: {sequenceName: song_seq, startValue: 7}}]",
					"changes: [{renameSequence: {oldSequenceName: song_seq, newSequenceName: songs_seq}}]");
			assertThat(database.objects()).containsExactly("table songs_seq");
			assertThat(database.rows("SELECT name, type FROM pragma_table_info('songs_seq')"))
				.containsExactly("next_val|bigint");
			assertThat(database.rows("SELECT * FROM songs_seq")).containsExactly("7");
			database.rollback(Migrated.YAML, 1);
			assertThat(database.rows("SELECT * FROM song_seq")).containsExactly("7");
			database.update("d", "changes: [{dropSequence: {sequenceName: song_seq}}]");
			assertThat(database.objects()).isEmpty();
		}
	}

	@Test
	void rollbackOfCreateDrops() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s", "changes: [{createSequence: {sequenceName: s}}]");
			assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name = 's'"))
				.containsExactly("CREATE TABLE \"s\" (next_val bigint /* START WITH 1 INCREMENT BY 1 */)");
			assertThat(database.rollback(Migrated.YAML, 1).objects()).isEmpty();
		}
	}

	@Test
	void countingGoesOnFromTheLastValue() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE used (next_val bigint)", "INSERT INTO used VALUES (42)",
					"CREATE TABLE log (x)", "CREATE VIEW seen AS SELECT next_val FROM used",
					"CREATE TRIGGER watch AFTER UPDATE ON used BEGIN INSERT INTO log VALUES (NEW.next_val); END");
			database.update("s", "changes: [{createSequence: {sequenceName: fresh, startValue: 10}}]", """
					changes:
					- alterSequence: {sequenceName: used, incrementBy: 50}
					- alterSequence: {sequenceName: fresh, incrementBy: 50}
					- alterSequence: {sequenceName: fresh, maxValue: 1000}
					""");
			assertThat(database.rows("SELECT * FROM seen")).containsExactly("91");
			assertThat(database.rows("SELECT * FROM fresh")).containsExactly("10");
			assertThat(database.execute("UPDATE used SET next_val = 92").rows("SELECT * FROM log"))
				.containsExactly("92");
			assertThat(database.objects()).containsExactly("table fresh", "table log", "table used", "trigger watch",
					"view seen");
		}
	}

	@Test
	void insertTakesValues() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE song (id INTEGER PRIMARY KEY, other INTEGER, title TEXT)");
			database.file("songs.csv", "id,title\nsong_seq,a\nsong_seq,b\n").update("s", """
					changes:
					- createSequence: {sequenceName: song_seq, incrementBy: 50}
					- insert:
					    tableName: song
					    columns:
					    - column: {name: id, valueSequenceNext: song_seq}
					    - column: {name: other, valueSequenceNext: song_seq}
					- insert:
					    tableName: song
					    columns:
					    - column: {name: id, valueSequenceNext: song_seq}
					    - column: {name: other, valueSequenceCurrent: song_seq}
					- loadData:
					    tableName: song
					    file: songs.csv
					    columns: [{column: {name: id, type: sequence}}]
					""");
			assertThat(database.rows("SELECT * FROM song")).containsExactly("1|51|null", "101|51|null", "151|null|a",
					"201|null|b");
			assertThat(database.rows("SELECT * FROM song_seq")).containsExactly("251");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "alterSequence: {sequenceName: nowhere, incrementBy: 2}",
			"alterSequence: {sequenceName: nowhere, maxValue: 2}",
			"renameSequence: {oldSequenceName: nowhere, newSequenceName: s}", "dropSequence: {sequenceName: nowhere}",
			"insert: {tableName: plain, columns: [{column: {name: next_val, valueSequenceNext: nowhere}}]}" })
	void missingSequenceIsNamed(String change) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE plain (next_val bigint, more TEXT)");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("s", "changes: [{" + change + "}]"))
				.withMessageContaining("There is no sequence nowhere");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("s", "changes: [{" + change.replace("nowhere", "plain") + "}]"))
				.withMessageContaining("Table plain is not a sequence");
			assertThat(database.objects()).containsExactly("table plain");
		}
	}

	@Test
	void takenNameIsNamed() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE s (x)");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("s", "changes: [{createSequence: {sequenceName: S}}]"))
				.withMessageContaining("Sequence S cannot be created");
		}
	}

	@Test
	void updateWithASequenceIsRefusedBeforeAnythingRuns() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.update("s",
					"changes: [{createSequence: {sequenceName: s}}]",
					"changes: [{update: {tableName: song, columns: [{column: {name: id, valueSequenceNext: s}}]}}]"))
				.withMessageContaining("Use valueComputed");
			assertThat(database.objects()).isEmpty();
		}
	}

	@Test
	void writtenSqlMakesAndCountsUpTheSequence() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			String sql = database.file(Migrated.YAML, """
					databaseChangeLog:
					- changeSet:
					    id: s
					    author: test
					    changes:
					    - createSequence: {sequenceName: s, startValue: 5, minValue: 5, cycle: true}
					    - createTable: {tableName: t, columns: [{column: {name: id, type: int}}]}
					    - insert: {tableName: t, columns: [{column: {name: id, valueSequenceNext: s}}]}
					    - renameSequence: {oldSequenceName: s, newSequenceName: z}
					""").sql(Migrated.YAML);
			assertThat(sql).containsSubsequence(
					"CREATE TABLE \"s\" (next_val bigint /* START WITH 5 INCREMENT BY 1 */);", "VALUES (5);",
					"VALUES ((SELECT next_val FROM \"s\"));", "UPDATE \"s\" SET next_val = next_val + 1;",
					"ALTER TABLE \"s\" RENAME TO \"z\";");
		}
	}

}
