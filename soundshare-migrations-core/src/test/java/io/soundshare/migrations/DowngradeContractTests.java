package io.soundshare.migrations;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
		Migrations migrations = migrations(TestChangelog.table("one"),
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
	void runsNothingAcrossUnknownRevision() {
		upgrade(fiveTables(), "head");
		Migrations older = migrations(TestChangelog.table("one"), TestChangelog.table("two"));
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> downgrade(older, "one"))
			.withMessageContaining("three")
			.withMessageContaining("by the build that brought it");
		assertThat(this.database.applied()).hasSize(5);
	}

	@Test
	void keepsWhatWasUndoneBeforeTheRollbackThatFails() {
		Migrations migrations = migrations(TestChangelog.table("one"),
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
