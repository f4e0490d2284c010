package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Undo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is recorded when a revision is applied, and undoes it when it has to go.
 */
abstract class UndoContractTests extends DatabaseContract {

	private static final String SONGS = """
			--changeset anna:songs
			CREATE TABLE songs (id INT PRIMARY KEY, title VARCHAR(100) NOT NULL, length INT);
			INSERT INTO songs VALUES (1, 'Hyperballad', 321);
			INSERT INTO songs VALUES (2, 'It''s "quoted" -- and; more', NULL);
			""";

	private static final String[] CHANGES = { """
			--changeset anna:insert
			INSERT INTO songs VALUES (3, 'Jóga', 305);
			""", """
			--changeset anna:update
			UPDATE songs SET title = upper(title), length = 0 WHERE id <> 3;
			""", """
			--changeset anna:view
			CREATE VIEW titles AS SELECT title FROM songs;
			""", """
			--changeset anna:delete
			DELETE FROM songs WHERE id = 2;
			""", """
			--changeset anna:mixed
			ALTER TABLE songs ADD COLUMN plays INT DEFAULT 7;
			UPDATE songs SET plays = id;
			CREATE INDEX songs_plays ON songs (plays);
			DELETE FROM songs WHERE id = 1;
			""", """
			--changeset anna:column
			ALTER TABLE songs DROP COLUMN length;
			""", """
			--changeset anna:gone
			DROP VIEW titles;
			DROP TABLE songs;
			""" };

	/**
	 * A changelog that needs an undo for each revision, of which nobody has written one.
	 */
	private Migrations all() {
		String[] changeSets = new String[CHANGES.length + 1];
		changeSets[0] = SONGS;
		System.arraycopy(CHANGES, 0, changeSets, 1, CHANGES.length);
		return migrations(changeSets);
	}

	private List<String> songs() {
		return this.database.rows("SELECT * FROM songs ORDER BY id");
	}

	@Test
	void undoesWhatNobodyHasWrittenARollbackFor() {
		Migrations migrations = all();
		upgrade(migrations, "mixed");
		List<String> schema = this.database.schema();
		// What comes back may be the last column on PostgreSQL.
		String columns = "SELECT id, title, length, plays FROM songs ORDER BY id";
		List<String> rows = this.database.rows(columns);
		upgrade(migrations, "head");
		assertThat(migrations.status().history()).extracting((revision) -> revision.undo().how())
			.containsOnly(Undo.How.RECORDED);
		downgrade(migrations, "mixed");
		assertThat(this.database.schema()).hasSameElementsAs(schema);
		assertThat(this.database.rows(columns)).isEqualTo(rows).containsExactly("3|Jóga|305|3");
		downgrade(migrations, "songs");
		assertThat(songs()).containsExactly("1|Hyperballad|321", "2|It's \"quoted\" -- and; more|null");
		downgrade(migrations, "base");
		assertThat(this.database.schema()).isEmpty();
		assertThat(migrations.status().kept()).isEmpty();
		upgrade(migrations, "head");
		assertThat(downgrade(migrations, "base").steps()).hasSize(CHANGES.length + 1);
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void undoesRevisionsThatThisBuildDoesNotKnow() {
		Migrations newer = all();
		upgrade(newer, "songs");
		List<String> schema = this.database.schema();
		List<String> rows = songs();
		upgrade(newer, "head");
		Migrations older = migrations(SONGS);
		assertThat(older.status().unknown()).hasSize(CHANGES.length).allMatch(Revision::reversible);
		assertThat(names(downgrade(older, "known"))).containsExactly("gone", "column", "mixed", "delete", "view",
				"update", "insert");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(songs()).isEqualTo(rows);
		assertThat(downgrade(older, "known").isEmpty()).isTrue();
		upgrade(all(), "head");
		assertThat(this.database.applied()).hasSize(CHANGES.length + 1);
	}

	@Test
	void saysBeforehandWhatIsLostAndWhatIsRestored() {
		Migrations migrations = all();
		upgrade(migrations, "head");
		Plan plan = migrations.plan(Operation.DOWNGRADE, Target.revision("delete"));
		assertThat(plan.revisions()).extracting((revision) -> revision.undo().restores())
			.containsExactly(List.of("table songs (1 row)"), List.of("column songs.length (up to 1 value)"), List.of());
		downgrade(migrations, "mixed");
		this.database.run("INSERT INTO songs (id, title, plays) VALUES (4, 'Army of Me', 5)");
		plan = migrations.plan(Operation.DOWNGRADE, Target.BASE);
		assertThat(plan.isLossy()).isTrue();
		assertThat(plan.revisions()).extracting((revision) -> revision.undo().loses())
			.containsExactly(List.of("column songs.plays (1 value)"), List.of(), List.of(), List.of(), List.of(),
					List.of("table songs (1 row)"));
		assertThat(this.database.applied()).hasSize(6);
	}

	@Test
	void saysWhichRowsGetTheirValuesBackAndWhichGetOthers() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:users
				CREATE TABLE users (id INT PRIMARY KEY, bio VARCHAR(10) NOT NULL, age INT NOT NULL);
				INSERT INTO users VALUES (1, 'one', 11), (2, 'two', 12), (3, 'three', 13);
				--changeset anna:columns
				ALTER TABLE users DROP COLUMN bio;
				ALTER TABLE users DROP COLUMN age;
				""");
		upgrade(migrations, "head");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.parse("-1")).isLossy()).isFalse();
		this.database.run("DELETE FROM users WHERE id = 1", "INSERT INTO users VALUES (4)",
				"INSERT INTO users VALUES (5)");
		Undo undo = migrations.plan(Operation.DOWNGRADE, Target.parse("-1")).revisions().get(0).undo();
		assertThat(undo.restores()).containsExactlyInAnyOrder("column users.bio (2 of 3 values)",
				"column users.age (2 of 3 values)");
		assertThat(undo.loses()).containsExactlyInAnyOrder("column users.bio of 2 rows, which get ''",
				"column users.age of 2 rows, which get 0");
		downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT id, bio, age FROM users ORDER BY id")).containsExactly("2|two|12",
				"3|three|13", "4||0", "5||0");
	}

	@Test
	void saysWhichRowsGetAValueThatNoneWasKeptOf() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:users
				CREATE TABLE users (id INT PRIMARY KEY, bio VARCHAR(10) NOT NULL);
				--changeset anna:column
				ALTER TABLE users DROP COLUMN bio;
				--changeset anna:rows
				INSERT INTO users VALUES (1), (2);
				""");
		upgrade(migrations, "head");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.parse("-2")).isLossy()).isFalse();
		this.database.run("INSERT INTO users VALUES (3)");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.parse("-2")).revisions().get(1).undo().loses())
			.containsExactly("column users.bio of 1 row, which gets ''");
	}

	@Test
	void saysWhichRowsAWrittenRollbackDeletesThatAreNotItsOwn() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:seed
				INSERT INTO songs VALUES (3, 'Jóga', 305), (4, 'Isobel', 347);
				--rollback DELETE FROM songs WHERE title = 'Jóga';
				--rollback DELETE FROM "songs" WHERE title LIKE '%sobel';
				--changeset anna:kinds
				ALTER TABLE songs ADD COLUMN kind VARCHAR(10);
				--rollback DELETE FROM songs WHERE kind = 'live';
				--rollback ALTER TABLE songs DROP COLUMN kind;
				--changeset anna:plays
				CREATE TABLE plays (song INT);
				--rollback DELETE FROM plays;
				--rollback DROP TABLE plays;
				--changeset anna:other
				UPDATE songs SET length = 0;
				--rollback WITH old AS (SELECT 5 AS id) DELETE FROM songs WHERE id IN (SELECT id FROM old);
				""");
		upgrade(migrations, "plays");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.parse("songs")).isLossy()).isFalse();
		this.database.run("INSERT INTO songs VALUES (5, 'Jóga', 1, 'live')",
				"INSERT INTO songs VALUES (6, 'x', 1, 'live')", "INSERT INTO plays VALUES (5)");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.parse("songs")).revisions())
			.extracting((revision) -> revision.undo().loses())
			.containsExactly(List.of("table plays (1 row)"),
					List.of("column songs.kind (2 values)", "2 rows of table songs"), List.of("1 row of table songs"));
		upgrade(migrations, "head");
		assertThat(migrations.show("other").revision().undo().loses()).containsExactly("rows of table songs");
	}

	@Test
	void losesNothingInWhatTheRevisionsHaveFilledThemselves() {
		Migrations migrations = all();
		upgrade(migrations, "delete");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.BASE).isLossy()).isFalse();
	}

	@Test
	void refusesARecordThatDoesNotFitTheSchemaAnyMore() {
		Migrations migrations = all();
		upgrade(migrations, "view");
		this.database.run("DROP VIEW titles");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "update"))
			.withMessageContaining("view titles is gone");
		this.database.run("CREATE VIEW titles AS SELECT title, id FROM songs");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "update"))
			.withMessageContaining("view titles was changed since");
		assertThat(this.database.applied()).hasSize(4);
	}

	@Test
	void refusesARecordThatSomebodyHasChanged() {
		Migrations migrations = all();
		upgrade(migrations, "insert");
		this.database.run("UPDATE DATABASECHANGELOG_JOURNAL_UNDO SET TEXT = 'DELETE FROM songs'"
				+ " WHERE KIND = 'SQL' AND JOURNAL_ID = 2");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "-1"))
			.withMessageContaining("row 2 of the journal is not as it was written");
		assertThat(songs()).hasSize(3);
	}

	@Test
	void bringsRowsBackIntoWhatAWrittenRollbackHasMade() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:column
				ALTER TABLE songs DROP COLUMN length;
				--rollback ALTER TABLE songs ADD COLUMN length INT;
				""");
		upgrade(migrations, "head");
		assertThat(migrations.show("column").revision().undo().how()).isEqualTo(Undo.How.WRITTEN);
		downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT id, length FROM songs ORDER BY id")).containsExactly("1|321", "2|null");
		assertThat(migrations.status().kept()).isEmpty();
	}

	@Test
	void tellsThatRowsOfANewTableAreNotItsOwnAnyMore() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:plans
				CREATE TABLE plans (id INT PRIMARY KEY, price INT);
				INSERT INTO plans VALUES (1, 10), (2, 20);
				--changeset anna:more
				CREATE TABLE uses (plan INT REFERENCES plans (id));
				""");
		upgrade(migrations, "head");
		Target songs = Target.parse("songs");
		assertThat(migrations.plan(Operation.DOWNGRADE, songs).isLossy()).isFalse();
		this.database.run("DELETE FROM plans WHERE id = 2", "INSERT INTO plans VALUES (7, 777)");
		assertThat(migrations.plan(Operation.DOWNGRADE, songs).steps()).last()
			.satisfies((step) -> assertThat(step.revision().undo().loses()).containsExactly("table plans (2 rows)"));
	}

	@Test
	void bringsValuesBackToTheRowsTheyAreOf() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:users
				CREATE TABLE users (id VARCHAR(10) PRIMARY KEY, name VARCHAR(10) COLLATE \"%s\", bio VARCHAR(10));
				INSERT INTO users VALUES ('u1', 'ann', 'one'), ('u2', 'bob', 'two');
				--changeset anna:column
				UPDATE users SET name = 'x';
				ALTER TABLE users DROP COLUMN bio;
				""".formatted(this.database.dbms().equals("sqlite") ? "NOCASE" : "C"));
		upgrade(migrations, "head");
		this.database.run("UPDATE users SET name = 'X' WHERE id = 'u1'", "DELETE FROM users WHERE id = 'u2'",
				"INSERT INTO users VALUES ('u3', 'x')");
		downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT id, name, bio FROM users ORDER BY id")).containsExactly("u1|X|one",
				"u3|x|null");
	}

	@Test
	void givesConvertedValuesBackBesideWhatUsersHaveWritten() {
		String definition = "(id INTEGER PRIMARY KEY, name VARCHAR(10), price %s NOT NULL UNIQUE CHECK (price > 0))";
		Migrations migrations = migrations(SONGS, """
				--changeset anna:offers
				CREATE TABLE offers %s;
				INSERT INTO offers VALUES (1, 'a', 1.5), (2, 'b', 2.5), (3, 'c', 3.5), (4, 'd', 4.25), (5, 'e', 5.25);
				--changeset anna:whole
				%s
				""".formatted(definition.formatted("FLOAT"), this.database.dbms().equals("sqlite") ? """
				CREATE TABLE new_offers %s;
				INSERT INTO new_offers SELECT id, name, CAST(price AS INTEGER) FROM offers WHERE id <> 5;
				DROP TABLE offers;
				ALTER TABLE new_offers RENAME TO offers;
				""".formatted(definition.formatted("INTEGER")) : """
				ALTER TABLE offers ALTER price TYPE int USING floor(price)::int;
				DELETE FROM offers WHERE id = 5;
				"""));
		upgrade(migrations, "head");
		this.database.run("UPDATE offers SET name = 'A' WHERE id = 1", "UPDATE offers SET price = 20 WHERE id = 2",
				"DELETE FROM offers WHERE id = 3", "INSERT INTO offers VALUES (6, 'f', 3)");
		downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT id, name, price FROM offers ORDER BY id")
			.stream()
			.map((row) -> row.replace(".0", ""))).containsExactly("1|A|1.5", "2|b|20", "4|d|4.25", "5|e|5.25", "6|f|3");
	}

	@Test
	void leavesRowsAsUsersHaveMadeThemSince() {
		Migrations migrations = migrations(SONGS,
				"""
						--changeset anna:rows
						INSERT INTO songs VALUES (3, 'Army of Me', 234), (4, 'Isobel', 347), (5, 'Enjoy', 237), (6, 'Six', NULL);
						UPDATE songs SET length = 320, title = 'x' WHERE id < 3;
						""");
		upgrade(migrations, "head");
		this.database.run("UPDATE songs SET title = 'Mine' WHERE id IN (1, 4)", "DELETE FROM songs WHERE id = 5",
				"INSERT INTO songs VALUES (5, 'Mine, too', 1)");
		downgrade(migrations, "-1");
		assertThat(songs()).containsExactly("1|Mine|320", "2|It's \"quoted\" -- and; more|null", "4|Mine|347",
				"5|Mine, too|1");
	}

	@Test
	void leavesWhatAWrittenRollbackHasFilledItself() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:counter
				CREATE TABLE counter (next_value INT);
				INSERT INTO counter VALUES (1);
				--changeset anna:split
				ALTER TABLE songs ADD COLUMN name VARCHAR(100);
				UPDATE songs SET name = title;
				ALTER TABLE songs DROP COLUMN title;
				ALTER TABLE counter RENAME TO counter_old;
				CREATE TABLE counter (next_value INT, step INT);
				INSERT INTO counter SELECT next_value, 10 FROM counter_old;
				DROP TABLE counter_old;
				--rollback ALTER TABLE songs ADD COLUMN title VARCHAR(100);
				--rollback UPDATE songs SET title = name;
				--rollback ALTER TABLE songs DROP COLUMN name;
				--rollback ALTER TABLE counter RENAME TO counter_old;
				--rollback CREATE TABLE counter (next_value INT);
				--rollback INSERT INTO counter SELECT next_value FROM counter_old;
				--rollback DROP TABLE counter_old;
				""");
		upgrade(migrations, "head");
		this.database.run("UPDATE songs SET name = 'Jóga' WHERE id = 1", "UPDATE counter SET next_value = 51");
		Result result = downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT title FROM songs ORDER BY id")).startsWith("Jóga").hasSize(2);
		assertThat(this.database.rows("SELECT * FROM counter")).containsExactly("51");
		// The values before the upgrade are not lost either.
		assertThat(result.remarks()).singleElement()
			.satisfies((remark) -> assertThat(remark.reason())
				.contains("the rollback has filled column songs.title itself"));
		assertThat(migrations.status().kept()).extracting(KeptRows::place).contains("column songs.title");
	}

	@Test
	void takesTheRecordWhereAWrittenRollbackDoesNothing() {
		Migrations migrations = migrations(SONGS, CHANGES[0] + "--rollback empty\n",
				CHANGES[1] + "--rollback not required\n");
		upgrade(migrations, "songs");
		List<String> rows = songs();
		upgrade(migrations, "head");
		downgrade(migrations, "songs");
		assertThat(songs()).isEqualTo(rows);
	}

	@Test
	void undoesRowsOfColumnsThatAreCalledLikeSecrets() {
		Migrations migrations = migrations("""
				--changeset anna:one
				CREATE TABLE logins (id INT PRIMARY KEY, password VARCHAR(100), token VARCHAR(100));
				INSERT INTO logins VALUES (1, 'password=old', 'token: abc');
				--changeset anna:two
				UPDATE logins SET password = 'new', token = 'secret';
				""");
		upgrade(migrations, "head");
		downgrade(migrations, "one");
		assertThat(this.database.rows("SELECT * FROM logins")).containsExactly("1|password=old|token: abc");
	}

	@Test
	void storesNoValueOfASecretParameter() {
		this.changelog.sql(ROOT, """
				--changeset anna:one
				CREATE TABLE logins (id INT PRIMARY KEY, password VARCHAR(100));
				INSERT INTO logins VALUES (1, '${adminPassword}');
				--changeset anna:two
				UPDATE logins SET password = 'changed';
				""");
		Migrations migrations = builder(ROOT).parameters(Map.of("adminPassword", "tiger-4711")).build();
		Result result = upgrade(migrations, "head");
		assertThat(result.remarks()).extracting(Result.Remark::reason)
			.containsExactly("it cannot be undone: its undo would hold the value of a secret");
		assertThat(this.database.rows("SELECT TEXT FROM DATABASECHANGELOG_JOURNAL_UNDO"))
			.noneMatch((text) -> text.contains("tiger-4711"));
	}

	@Test
	void doesWithoutAJournalThatSomebodyHasDropped() {
		Migrations migrations = all();
		upgrade(migrations, "update");
		this.database.run("DROP TABLE DATABASECHANGELOG_JOURNAL");
		upgrade(migrations, "view");
		assertThat(names(downgrade(migrations, "update"))).containsExactly("view");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "-1"));
	}

	@Test
	void takesTheRecordWhereAWrittenRollbackFails() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:two
				CREATE TABLE t_two (id INT);
				--rollback DROP TABLE t_two;
				--rollback DROP TABLE missing;
				""");
		upgrade(migrations, "songs");
		List<String> schema = this.database.schema();
		upgrade(migrations, "head");
		Result result = downgrade(migrations, "-1");
		assertThat(names(result)).containsExactly("two");
		assertThat(result.remarks()).singleElement()
			.satisfies((remark) -> assertThat(remark.reason()).contains("its rollback failed", "as it was recorded"));
		assertThat(this.database.schema()).isEqualTo(schema);
	}

	@Test
	void keepsRowsForATimeAndSweepsThem() {
		Migrations migrations = all();
		upgrade(migrations, "head");
		assertThat(migrations.status().kept()).extracting(KeptRows::place)
			.containsExactly("column songs.length", "table songs");
		migrations(TestChangelog.table("other"));
		upgrade(builder(ROOT).keepDropped(Duration.ofNanos(1)).build(), "head");
		assertThat(all().status().kept()).isEmpty();
		assertThat(this.database.schema().stream().filter((line) -> line.contains("_kept_"))).isEmpty();
		assertThat(names(downgrade(builder(ROOT).build(), "mixed"))).containsExactly("other", "gone", "column");
		assertThat(this.database.rows("SELECT * FROM songs")).isEmpty();
	}

	@Test
	void keepsNoRowsWhereItMustNot() {
		all();
		Migrations migrations = builder(ROOT).keepDropped(Duration.ZERO).build();
		upgrade(migrations, "head");
		assertThat(migrations.status().kept()).isEmpty();
		downgrade(migrations, "column");
		assertThat(this.database.rows("SELECT * FROM songs")).isEmpty();
	}

	@Test
	void saysInTheUpgradeWhatIsTooMuchToRecord() {
		migrations(SONGS, CHANGES[1]);
		Migrations migrations = builder(ROOT).undoLimit(1, 1_000).build();
		Result result = upgrade(migrations, "head");
		assertThat(result.remarks()).singleElement()
			.satisfies((remark) -> assertThat(remark.reason()).contains("it cannot be undone", "recorded at most"));
		assertThat(migrations.show("update").revision().reversible()).isFalse();
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "-1"))
			.withMessageContaining("recorded at most");
	}

	@Test
	void undoesOneRevisionThatNothingLaterDependsOn() {
		Migrations migrations = migrations(SONGS, TestChangelog.table("one"), """
				--changeset anna:rows
				INSERT INTO t_one VALUES (1);
				""", CHANGES[1], CHANGES[2]);
		upgrade(migrations, "head");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> downgrade(migrations, "only:songs"))
			.withMessageContaining("view has to do with songs");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> downgrade(migrations, "only:one"))
			.withMessageContaining("rows has to do with t_one");
		assertThat(names(downgrade(migrations, "only:rows"))).containsExactly("rows");
		assertThat(names(downgrade(migrations, "only:one"))).containsExactly("one");
		assertThat(this.database.applied()).containsExactly("songs", "update", "view");
		assertThat(names(migrations.status().pending())).containsExactly("one", "rows");
	}

	@Test
	void goesBackToATimeAndBeforeADeployment() throws InterruptedException {
		Migrations migrations = fiveTables();
		upgrade(migrations, "two");
		String first = migrations.status().history().get(0).deployment();
		Thread.sleep(1_100);
		Instant between = Instant.now();
		Thread.sleep(1_100);
		upgrade(migrations, "four");
		String second = migrations.status().history().get(0).deployment();
		upgrade(migrations, "head");
		assertThat(migrations.plan(Operation.DOWNGRADE, Target.at(between)).revisions()).hasSize(3);
		assertThat(names(downgrade(migrations, "deployment:" + second))).containsExactly("five", "four", "three");
		assertThat(downgrade(migrations, "at:" + between).isEmpty()).isTrue();
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> downgrade(migrations, "deployment:12"))
			.withMessageContaining("no deployment 12");
		assertThat(names(downgrade(migrations, "deployment:" + first))).containsExactly("two", "one");
	}

	@Test
	void undoesAllTimesThatARevisionRan() {
		String view = """
				--changeset anna:view runOnChange:true
				DROP VIEW IF EXISTS titles;
				CREATE VIEW titles AS SELECT title FROM songs;
				""";
		Migrations migrations = migrations(SONGS, view);
		upgrade(migrations, "songs");
		List<String> schema = this.database.schema();
		upgrade(migrations, "head");
		migrations(SONGS, view.replace("SELECT title", "SELECT title, id"));
		upgrade(migrations(), "head");
		assertThat(names(downgrade(migrations(), "-1"))).containsExactly("view");
		assertThat(this.database.schema()).isEqualTo(schema);
	}

	@Test
	void undoesThePartThatWasDoneBeforeItFailedOutsideATransaction() {
		Migrations migrations = migrations(SONGS, """
				--changeset anna:half runInTransaction:false
				INSERT INTO songs VALUES (3, 'Jóga', 305);
				CREATE TABLE half (id INT);
				INSERT INTO nowhere VALUES (1);
				""");
		upgrade(migrations, "songs");
		List<String> schema = this.database.schema();
		List<String> rows = songs();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("What it had done by then was undone.");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(songs()).isEqualTo(rows);
		assertThat(migrations.journal().get(0).message()).contains("was undone");
	}

	@Test
	void writesTheRecordedUndoIntoAScriptThatDoesTheSame() {
		Migrations migrations = all();
		upgrade(migrations, "songs");
		List<String> schema = this.database.schema();
		List<String> rows = songs();
		upgrade(migrations, "column");
		String script = migrations.script(Operation.DOWNGRADE, Target.revision("songs")).sql();
		byHand(script);
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(songs()).isEqualTo(rows);
		assertThat(this.database.applied()).containsExactly("songs");
		upgrade(migrations, "column");
		downgrade(migrations, "songs");
		assertThat(songs()).isEqualTo(rows);
	}

	/** Both drivers take a whole script. */
	private void byHand(String script) {
		try (Connection connection = this.database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.executeUpdate(script);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(script, ex);
		}
	}

}
