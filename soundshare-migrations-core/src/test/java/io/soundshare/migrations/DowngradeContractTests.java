package io.soundshare.migrations;

import java.util.List;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

abstract class DowngradeContractTests extends DatabaseContract {

	@Test
	void goesDownByCountRevisionAndBaseAndUpAgainToTheSameSchemaAndHistory() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		List<String> history = this.database.history();
		assertThat(names(downgrade(migrations, "-1"))).containsExactly("five");
		assertThat(names(downgrade(migrations, "three"))).containsExactly("four");
		assertThat(names(downgrade(migrations, "three-1"))).containsExactly("three");
		assertThat(this.database.applied()).containsExactly("one", "two");
		assertThat(names(downgrade(migrations, "base"))).containsExactly("two", "one");
		assertThat(this.database.schema()).isEmpty();
		assertThat(downgrade(migrations, "base").isEmpty()).isTrue();
		upgrade(migrations, "head");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.history()).isEqualTo(history);
		assertThat(migrations.lock().held()).isFalse();
	}

	@Test
	void undoesTheLastDeployment() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "two");
		upgrade(migrations, "head");
		assertThat(names(downgrade(migrations, "deployment"))).containsExactly("five", "four", "three");
		assertThat(names(downgrade(migrations, "deployment"))).containsExactly("two", "one");
		assertThat(downgrade(migrations, "deployment").isEmpty()).isTrue();
	}

	@Test
	void doesNothingInEmptyDatabase() {
		assertThat(downgrade(fiveTables(), "base").isEmpty()).isTrue();
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void refusesToGoFurtherThanThereIs() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "two");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> downgrade(migrations, "-3"))
			.withMessageContaining("2 revisions");
		assertThat(this.database.applied()).containsExactly("one", "two");
	}

	@Test
	void runsNothingAcrossIrreversibleRevisionsAndNamesEachAndItsFile() {
		Migrations migrations = unrecorded(TestChangelog.table("one"),
				"--changeset anna:two\nINSERT INTO t_one VALUES (1);\n", TestChangelog.table("three"),
				"--changeset anna:four\nINSERT INTO t_one VALUES (2);\n", TestChangelog.table("five"));
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		assertThat(migrations.show("two").revision().reversible()).isFalse();
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "one"))
			.withMessageContaining("two")
			.withMessageContaining("four")
			.withMessageContaining(ROOT)
			.satisfies((failure) -> assertThat(names(failure.revisions())).containsExactly("four", "two"));
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.applied()).hasSize(5);
		assertThat(names(downgrade(migrations, "four"))).containsExactly("five");
	}

	@Test
	void namesEveryChangeThatBlocksUncut() {
		String name = "a_table_with_a_name_as_long_as_they_come_".repeat(2) + "1";
		String columns = "columns: [{column: {name: id, type: int}}]";
		this.changelog.file("db/root.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: one
				      author: anna
				      changes: [{createTable: {tableName: t_one, %1$s}}, {createTable: {tableName: t_two, %1$s}}]
				  - changeSet:
				      id: two
				      author: anna
				      changes:
				        - insert: {tableName: t_one, columns: [{column: {name: id, valueNumeric: 1}}]}
				        - createTable: {tableName: %2$s, %1$s}
				        - renameTable: {oldTableName: t_two, newTableName: t_three}
				        - dropTable: {tableName: t_three}
				        - delete: {tableName: t_one}
				        - sql: {sql: "DELETE FROM t_one"}
				        - dropTable: {tableName: %2$s}
				  - changeSet: {id: three, author: anna, comment: Only one, changes: [{dropTable: {tableName: t_one}}]}
				""".formatted(columns, name.substring(0, 60)));
		Migrations migrations = builder("db/root.yaml").recordUndo(false).build();
		upgrade(migrations, "head");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(migrations, "one"))
			.satisfies((failure) -> assertThat(failure.problem().lines().skip(1)).containsExactly(
					"  three  Only one  (db/root.yaml)", "    no way back from dropTable tableName=t_one",
					"  two  (db/root.yaml)", "    no way back from change 1 of 7, insert tableName=t_one",
					"    no way back from change 4 of 7, dropTable tableName=t_three",
					"    no way back from change 5 of 7, delete tableName=t_one",
					"    no way back from change 6 of 7, sql",
					"    no way back from change 7 of 7, dropTable tableName=" + name.substring(0, 60)));
	}

	@Test
	void undoesRemarksByLeavingThemAlone() {
		// Without our extension there are none on SQLite.
		assumeThat(this.database.dbms()).isNotEqualTo("sqlite");
		this.changelog.file("db/root.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: one
				      author: anna
				      changes:
				        - createTable: {tableName: t_one, columns: [{column: {name: id, type: int}}]}
				        - setTableRemarks: {tableName: t_one, remarks: First}
				  - changeSet:
				      id: two
				      author: anna
				      changes:
				        - setTableRemarks: {tableName: t_one, remarks: Table}
				        - setColumnRemarks: {tableName: t_one, columnName: id, columnDataType: int, remarks: Column}
				""");
		Migrations migrations = builder("db/root.yaml").recordUndo(false).build();
		upgrade(migrations, "head");
		List<String> history = this.database.history();
		assertThat(migrations.show("two").revision().reversible()).isTrue();
		assertThat(migrations.script(Operation.DOWNGRADE, Target.parse("one")).sql()).doesNotContain("First", "Column");
		assertThat(names(downgrade(migrations, "one"))).containsExactly("two");
		upgrade(migrations, "head");
		assertThat(this.database.history()).isEqualTo(history);
		assertThat(names(downgrade(migrations, "base"))).containsExactly("two", "one");
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void refusesTagThatIsOnSeveralRevisionsAndNamesThem() {
		this.changelog.file("db/root.yaml", """
				databaseChangeLog:
				  - changeSet: {id: one, author: anna, changes: [{tagDatabase: {tag: v1}}]}
				  - changeSet: {id: two, author: anna, changes: [{tagDatabase: {tag: v2}}]}
				  - changeSet: {id: three, author: anna, changes: [{tagDatabase: {tag: v1}}, {tagDatabase: {tag: v1}}]}
				  - changeSet: {id: four, author: bo, changes: [{tagDatabase: {tag: v4}}, {tagDatabase: {tag: v4}}]}
				""");
		Migrations migrations = builder("db/root.yaml").build();
		refusesTag(() -> upgrade(migrations, "tag:v1"));
		refusesTag(() -> stamp(migrations, "tag:v1"));
		refusesTag(() -> migrations.script(Operation.UPGRADE, Target.parse("tag:v1")));
		assertThat(names(upgrade(migrations, "tag:v4"))).containsExactly("one", "two", "three", "four");
		refusesTag(() -> downgrade(migrations, "tag:v1"));
		refusesTag(() -> migrations.script(Operation.DOWNGRADE, Target.parse("tag:v1")));
		assertThat(this.database.applied()).hasSize(4);
		assertThat(names(downgrade(migrations, "tag:v2"))).containsExactly("four", "three");
		assertThat(names(downgrade(migrations, "tag:v1"))).containsExactly("two");
	}

	private static void refusesTag(Runnable operation) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(operation::run)
			.withMessageContaining("The tag 'v1' is on 2 revisions")
			.withMessageContaining("db/root.yaml::one::anna")
			.withMessageContaining("db/root.yaml::three::anna")
			.satisfies((failure) -> assertThat(names(failure.candidates())).containsExactly("one", "three"));
	}

	@Test
	void runsNothingAcrossUnknownRevision() {
		fiveTables();
		upgrade(unrecorded(), "head");
		Migrations older = migrations(TestChangelog.table("one"), TestChangelog.table("two"));
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(older, "one"))
			.withMessageContaining("three")
			.withMessageContaining("this build does not know it, and no undo of it was recorded")
			.withMessageContaining("by the build that brought it");
		assertThat(this.database.applied()).hasSize(5);
	}

	@Test
	void keepsWhatWasUndoneBeforeTheRollbackThatFails() {
		Migrations migrations = unrecorded(TestChangelog.table("one"),
				"--changeset anna:two\nCREATE TABLE t_two (id INT);\n--rollback DROP TABLE t_two;\n"
						+ "--rollback DROP TABLE missing;\n",
				TestChangelog.table("three"));
		upgrade(migrations, "head");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> downgrade(migrations, "base"))
			.withMessageContaining("downgrade failed at revision two")
			.withMessageContaining("missing")
			.satisfies((failure) -> assertThat(names(failure.completed())).containsExactly("three"));
		assertThat(this.database.applied()).containsExactly("one", "two");
		assertThat(this.database.schema().stream().anyMatch((line) -> line.contains("t_two")))
			.isEqualTo(this.database.hasTransactionalDdl());
		assertThat(migrations.lock().held()).isFalse();
	}

	@Test
	void undoesInTheOrderOfExecutionNotOfTheChangelog() {
		upgrade(migrations(TestChangelog.table("one"), TestChangelog.table("three")), "head");
		Migrations merged = migrations(TestChangelog.table("one"), TestChangelog.table("two"),
				TestChangelog.table("three"));
		upgrade(merged, "head");
		assertThat(names(downgrade(merged, "-2"))).containsExactly("two", "three");
		assertThat(this.database.applied()).containsExactly("one");
	}

	@Test
	void undoesRevisionThatNoContextSelectsNow() {
		this.changelog.sql(ROOT, TestChangelog.table("one").replace("anna:one", "anna:one context:test"));
		upgrade(builder(ROOT).contexts("test").build(), "head");
		assertThat(names(downgrade(builder(ROOT).contexts("prod").build(), "base"))).containsExactly("one");
		assertThat(this.database.schema()).isEmpty();
		assertThat(this.database.applied()).isEmpty();
	}

	@Test
	void goesDownAcrossChangedRevisionWithTheRollbackOfThisBuild() {
		upgrade(fiveTables(), "one");
		Migrations edited = migrations(TestChangelog.table("one").replace("INT PRIMARY", "BIGINT PRIMARY"));
		assertThat(names(downgrade(edited, "base"))).containsExactly("one");
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void undoesTheVariantOfARevisionThatIsForThisDatabase() {
		String other = this.database.dbms().equals("sqlite") ? "postgresql" : "sqlite";
		this.changelog.sql(ROOT,
				TestChangelog.table("one").replace("anna:one", "anna:one dbms:" + this.database.dbms()),
				TestChangelog.table("one").replace("anna:one", "anna:one dbms:" + other).replace("t_one", "wrong"),
				TestChangelog.table("two"));
		Migrations migrations = migrations();
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "two");
		assertThat(names(migrations.status().history())).containsExactly("two", "one");
		assertThat(migrations.show("one").downgradeSql()).containsExactly("DROP TABLE t_one");
		assertThat(names(downgrade(migrations, "base"))).containsExactly("two", "one");
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void undoesRevisionsWithTheirDataAndDependencies() {
		Migrations migrations = migrations("""
				--changeset anna:one
				CREATE TABLE artists (id INT PRIMARY KEY, name VARCHAR(100) NOT NULL);
				INSERT INTO artists VALUES (1, 'Björk');
				INSERT INTO artists VALUES (2, 'Alice; Bob -- and ''friends''');
				--rollback DROP TABLE artists;
				--changeset anna:two
				CREATE TABLE songs (id INT PRIMARY KEY, artist_id INT REFERENCES artists (id) ON DELETE CASCADE);
				INSERT INTO songs VALUES (10, 1);
				CREATE INDEX idx_songs_artist ON songs (artist_id);
				CREATE VIEW song_artists AS SELECT s.id, a.name FROM songs s JOIN artists a ON a.id = s.artist_id;
				--rollback DROP VIEW song_artists;
				--rollback DROP TABLE songs;
				""");
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT name FROM artists ORDER BY id")).containsExactly("Björk",
				"Alice; Bob -- and 'friends'");
		upgrade(migrations, "head");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.rows("SELECT * FROM song_artists")).containsExactly("10|Björk");
	}

}
