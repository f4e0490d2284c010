package io.soundshare.migrations;

import java.nio.file.Path;
import java.util.List;

import io.soundshare.migrations.model.DataLossException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteUndoTests extends UndoContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

	@Test
	void keepsRowsInColumnsThatHaveATypeForThoseWhoReadTheSchema() {
		Migrations migrations = migrations("""
				--changeset anna:one
				CREATE TABLE songs (id INT PRIMARY KEY, length);
				INSERT INTO songs VALUES (1, 'long');
				--changeset anna:two
				ALTER TABLE songs DROP COLUMN length;
				--changeset anna:three
				DROP TABLE songs;
				""");
		upgrade(migrations, "head");
		assertThat(migrations.status().kept()).hasSize(2)
			.allSatisfy((kept) -> assertThat(
					this.database.rows("SELECT type FROM pragma_table_info('" + kept.table() + "')"))
				.isNotEmpty()
				.doesNotContain(""));
		downgrade(migrations, "one");
		assertThat(this.database.rows("SELECT id, length, typeof(length) FROM songs")).containsExactly("1|long|text");
	}

	private static final String REBUILD = """
			CREATE TABLE other (id INTEGER PRIMARY KEY, title VARCHAR(100) CHECK (title <> ''));
			INSERT INTO other SELECT * FROM songs;
			DROP TABLE songs;
			ALTER TABLE other RENAME TO songs;
			""";

	private static final String SONGS = """
			--changeset anna:songs
			CREATE TABLE songs (id INT PRIMARY KEY, title VARCHAR(100));
			INSERT INTO songs VALUES (1, 'Jóga');
			--changeset anna:plays
			ALTER TABLE songs ADD COLUMN plays INT;
			--changeset anna:likes
			CREATE TABLE likes (song INT);
			""";

	@ParameterizedTest
	@ValueSource(strings = { "VIEW mine AS SELECT id, plays FROM songs", "VIEW mine AS SELECT \"plays\" FROM songs",
			"VIEW mine AS SELECT * FROM songs JOIN likes ON song = id", "INDEX mine ON songs (plays)",
			"TRIGGER mine AFTER DELETE ON songs BEGIN INSERT INTO likes VALUES (OLD.id); END" })
	void refusesADowngradeThatWouldBreakWhatSomebodyHasMadeSince(String object) {
		Migrations migrations = migrations(SONGS);
		upgrade(migrations, "head");
		this.database.run("CREATE " + object);
		List<String> schema = this.database.schema();
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "songs"))
			.withMessageContaining(" mine was made since, and would be broken");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.applied()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "VIEW mine AS SELECT * FROM songs", "VIEW mine AS SELECT \"title\" FROM songs",
			"VIEW mine AS SELECT missing FROM songs", "INDEX mine ON songs (title)",
			"TRIGGER mine AFTER DELETE ON songs BEGIN INSERT INTO songs VALUES (OLD.id, 'gone'); END" })
	void carriesOverWhatSomebodyHasMadeSince(String object) {
		Migrations migrations = migrations(SONGS);
		upgrade(migrations, "head");
		this.database.run("CREATE " + object);
		downgrade(migrations, "songs");
		assertThat(this.database.schema()).hasSize(2).anyMatch((line) -> line.contains(object));
	}

	@ParameterizedTest
	@ValueSource(strings = { "VIEW mine AS SELECT title FROM songs", "INDEX mine ON songs (title)",
			"TRIGGER mine AFTER DELETE ON songs BEGIN INSERT INTO songs VALUES (OLD.id, 'gone'); END" })
	void carriesOverWhatSomebodyHasMadeSinceOnATableThatIsMadeAgain(String object) {
		Migrations migrations = migrations("""
				--changeset anna:songs
				CREATE TABLE songs (id INT PRIMARY KEY, title VARCHAR(100));
				INSERT INTO songs VALUES (1, 'Jóga');
				--changeset anna:checked
				CREATE TABLE other (id INT PRIMARY KEY, title VARCHAR(100) CHECK (title <> ''));
				INSERT INTO other SELECT * FROM songs;
				DROP TABLE songs;
				ALTER TABLE other RENAME TO songs;
				""");
		upgrade(migrations, "head");
		this.database.run("CREATE " + object);
		downgrade(migrations, "songs");
		assertThat(this.database.schema()).hasSize(2)
			.anyMatch((line) -> line.contains(object))
			.noneMatch((line) -> line.contains("CHECK"));
		assertThat(this.database.rows("SELECT * FROM songs")).containsExactly("1|Jóga");
	}

	@ParameterizedTest
	@ValueSource(strings = { REBUILD, "DELETE FROM songs;", REBUILD + "--rollback DROP TABLE missing;",
			"DELETE FROM songs;\n--rollback INSERT INTO songs VALUES (1, hex(zeroblob(300000)));" })
	void saysThatTheDiskIsFullAndNothingElse(String changes) {
		Migrations migrations = migrations("""
				--changeset anna:songs
				CREATE TABLE songs (id INTEGER PRIMARY KEY, title VARCHAR(100));
				INSERT INTO songs WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
				SELECT i, hex(zeroblob(50)) FROM n;
				--changeset anna:changes
				""" + changes);
		upgrade(migrations, "head");
		String rows = "SELECT count(*) FROM songs";
		List<String> before = this.database.rows(rows);
		this.database.run("VACUUM");
		List<String> schema = this.database.schema();
		List<String> applied = this.database.applied();
		SQLiteConfig config = new SQLiteConfig();
		config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, "1");
		SQLiteDataSource full = new SQLiteDataSource(config);
		full.setUrl("jdbc:sqlite:" + ((SqliteTestDatabase) this.database).file());
		Migrations onFullDisk = Migrations.builder(full, ROOT).resources(this.changelog.resources()).build();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> downgrade(onFullDisk, "songs"))
			.satisfies((failure) -> {
				assertThat(failure).hasStackTraceContaining("SQLITE_FULL");
				assertThat(failure.problem() + failure.wayOut()).containsIgnoringCase("database or disk is full")
					.contains("Make room on the disk", "The database is as it was")
					.doesNotContain("cannot rollback");
			});
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.applied()).isEqualTo(applied);
		assertThat(this.database.rows(rows)).isEqualTo(before);
		downgrade(migrations, "songs");
	}

	@Test
	void showsNoNameOfATableAsItIsThatMovesTheCursor() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:hostile
				CREATE TABLE "a
				b\u001b[2J" (id INT);
				""");
		upgrade(migrations, "head");
		this.database.run("INSERT INTO \"a\nb\u001b[2J\" VALUES (1)");
		Plan plan = migrations.plan(Operation.DOWNGRADE, Target.parse("-1"));
		assertThat(plan.isLossy()).isTrue();
		assertThat(new DataLossException(plan, Wording.of("")).problem()).contains("table a\\nb\\e[2J (1 row)")
			.doesNotContain("\u001b");
	}

}
