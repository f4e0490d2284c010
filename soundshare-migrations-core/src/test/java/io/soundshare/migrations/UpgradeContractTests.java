package io.soundshare.migrations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class UpgradeContractTests extends DatabaseContract {

	@Test
	void appliesEverythingToEmptyDatabaseAndNothingTheSecondTime() {
		Migrations migrations = fiveTables();
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "two", "three", "four", "five");
		List<String> history = this.database.history();
		assertThat(upgrade(migrations, "head").isEmpty()).isTrue();
		assertThat(this.database.history()).isEqualTo(history).hasSize(5);
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
	}

	@Test
	void appliesUpToTarget() {
		Migrations migrations = fiveTables();
		assertThat(names(upgrade(migrations, "+1"))).containsExactly("one");
		assertThat(names(upgrade(migrations, "two"))).containsExactly("two");
		assertThat(names(upgrade(migrations, "two+1"))).containsExactly("three");
		assertThat(names(upgrade(migrations, "head-1"))).containsExactly("four");
		assertThat(names(upgrade(migrations, "head"))).containsExactly("five");
	}

	@Test
	void appliesUpToTag() {
		this.changelog.file("db/changelog.yaml",
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, changes: [{createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}}]}
						  - changeSet: {id: release, author: anna, changes: [{tagDatabase: {tag: '1.0'}}]}
						  - changeSet: {id: two, author: anna, changes: [{createTable: {tableName: b, columns: [{column: {name: id, type: int}}]}}]}
						""");
		Migrations migrations = builder("db/changelog.yaml").build();
		assertThat(names(upgrade(migrations, "tag:1.0"))).containsExactly("one", "release");
		assertThat(migrations.status().current().tag()).isEqualTo("1.0");
		upgrade(migrations, "head");
		assertThat(names(downgrade(migrations, "tag:1.0"))).containsExactly("two");
		assertThat(this.database.applied()).containsExactly("one", "release");
	}

	@Test
	void refusesTargetThatGoesTooFarAndSaysHowFarItGoes() {
		Migrations migrations = fiveTables();
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> upgrade(migrations, "+6"))
			.withMessageContaining("5 revisions");
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void appliesAnEarlierRevisionThatCameLater() {
		upgrade(migrations(TestChangelog.table("one"), TestChangelog.table("three")), "head");
		Migrations merged = migrations(TestChangelog.table("one"), TestChangelog.table("two"),
				TestChangelog.table("three"));
		assertThat(names(upgrade(merged, "head"))).containsExactly("two");
		assertThat(this.database.applied()).containsExactly("one", "three", "two");
		assertThat(merged.status().current()).hasToString("two");
		assertThat(merged.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void tellsTheListenerOfEachStep() {
		List<String> heard = new ArrayList<>();
		fiveTables().upgrade(Target.forward(2), (progress) -> heard.add(progress.kind() + " " + progress.step().action()
				+ " " + progress.step().revision() + " " + progress.number() + "/" + progress.total()));
		assertThat(heard).containsExactly("STARTED APPLY one 1/2", "COMPLETED APPLY one 1/2", "STARTED APPLY two 2/2",
				"COMPLETED APPLY two 2/2");
	}

	@Test
	void givesEachUpgradeItsOwnDeployment() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "+2");
		upgrade(migrations, "+1");
		assertThat(this.database.rows("SELECT COUNT(DISTINCT DEPLOYMENT_ID) FROM databasechangelog"))
			.containsExactly("2");
		assertThat(names(downgrade(migrations, "deployment"))).containsExactly("three");
		assertThat(names(downgrade(migrations, "deployment"))).containsExactly("two", "one");
	}

	@Test
	void runsRunAlwaysEachTime() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				"--changeset anna:always runAlways:true\nINSERT INTO t_one SELECT COUNT(*) FROM t_one;\n--rollback empty\n",
				TestChangelog.table("two"));
		upgrade(migrations, "head");
		upgrade(migrations, "head");
		upgrade(migrations, "head");
		assertThat(this.database.rows("SELECT COUNT(*) FROM t_one")).containsExactly("3");
		assertThat(this.database.rows("SELECT ID FROM databasechangelog WHERE EXECTYPE = 'RERAN'"))
			.containsExactly("always");
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void runsEditedRunOnChangeAgain() {
		String view = "--changeset anna:view runOnChange:true\nDROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT %s AS n;\n"
				+ "--rollback DROP VIEW v;\n";
		upgrade(migrations(TestChangelog.table("one"), view.formatted("1")), "head");
		Migrations edited = migrations(TestChangelog.table("one"), view.formatted("2"));
		MigrationStatus status = edited.status();
		assertThat(status.state()).isEqualTo(SchemaState.PENDING);
		assertThat(names(status.pending())).containsExactly("view");
		assertThat(names(upgrade(edited, "head"))).containsExactly("view");
		assertThat(this.database.rows("SELECT n FROM v")).containsExactly("2");
		assertThat(this.database.rows("SELECT EXECTYPE FROM databasechangelog WHERE ID = 'view'"))
			.containsExactly("RERAN");
		assertThat(edited.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(upgrade(edited, "head").isEmpty()).isTrue();
	}

	@Test
	void marksRevisionWhosePreconditionSaysSoAndOnlyForgetsItOnTheWayDown() {
		this.database.run("CREATE TABLE t_one (id INT PRIMARY KEY)", "INSERT INTO t_one VALUES (7)");
		Migrations migrations = migrations("""
				--changeset anna:one
				--preconditions onFail:MARK_RAN
				--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM t_one
				CREATE TABLE t_one (id INT PRIMARY KEY);
				--rollback DROP TABLE t_one;
				""");
		upgrade(migrations, "head");
		assertThat(this.database.rows("SELECT ID, EXECTYPE FROM databasechangelog")).containsExactly("one|MARK_RAN");
		assertThat(names(downgrade(migrations, "base"))).containsExactly("one");
		assertThat(this.database.rows("SELECT ID FROM databasechangelog")).isEmpty();
		assertThat(this.database.rows("SELECT id FROM t_one")).containsExactly("7");
	}

	@Test
	void leavesRevisionPendingWhosePreconditionSaysContinue() {
		Migrations migrations = migrations(TestChangelog.table("one"), """
				--changeset anna:two
				--preconditions onFail:CONTINUE
				--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM t_one
				CREATE TABLE t_two (id INT PRIMARY KEY);
				--rollback DROP TABLE t_two;
				""", TestChangelog.table("three"));
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "three");
		assertThat(names(migrations.status().pending())).containsExactly("two");
		this.database.run("INSERT INTO t_one VALUES (1)");
		assertThat(names(upgrade(migrations, "head"))).containsExactly("two");
	}

	@Test
	void goesOnAfterRevisionThatMayFailAndTriesItAgain() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				"--changeset anna:two failOnError:false\nINSERT INTO missing VALUES (1);\n--rollback empty\n",
				TestChangelog.table("three"));
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "three");
		assertThat(this.database.applied()).containsExactly("one", "three");
		assertThat(names(migrations.status().pending())).containsExactly("two");
		this.database.run("CREATE TABLE missing (id INT)");
		assertThat(names(upgrade(migrations, "head"))).containsExactly("two");
	}

	@Test
	void rollsBackTheRevisionThatFailsAndKeepsTheEarlierOnes() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				"--changeset anna:broken\nCREATE TABLE half (id INT);\nINSERT INTO half VALUES (1);\n"
						+ "INSERT INTO missing VALUES (1);\n--rollback DROP TABLE half;\n",
				TestChangelog.table("three"));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("broken")
			.withMessageContaining(ROOT)
			.withMessageContaining("missing")
			.withMessageContaining("INSERT INTO missing VALUES (1)")
			.withMessageContaining("1 revision before it is done")
			.satisfies((failure) -> {
				assertThat(failure.revision()).hasToString("broken");
				assertThat(names(failure.completed())).containsExactly("one");
			});
		assertThat(this.database.schema().stream().anyMatch((line) -> line.contains("half")))
			.isNotEqualTo(this.database.hasTransactionalDdl());
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(migrations.lock().held()).isFalse();
	}

	@Test
	void stopsAtPreconditionThatHalts() {
		Migrations migrations = migrations(TestChangelog.table("one"), """
				--changeset anna:two
				--preconditions onFail:HALT onFailMessage:"Load the artists first"
				--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM t_one
				CREATE TABLE t_two (id INT);
				""");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("Load the artists first")
			.satisfies((failure) -> assertThat(failure.revision()).hasToString("two"));
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(migrations.lock().held()).isFalse();
	}

	@Test
	void tellsTheListenerOfTheCustomizer() {
		List<String> heard = new ArrayList<>();
		this.changelog.sql(ROOT, TestChangelog.table("one"));
		Migrations migrations = builder(ROOT)
			.customizer((liquibase) -> liquibase.setChangeExecListener(new AbstractChangeExecListener() {

				@Override
				public void ran(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
						ChangeSet.ExecType execType) {
					heard.add(changeSet.getId() + " " + execType);
				}

			}))
			.build();
		upgrade(migrations, "head");
		assertThat(heard).containsExactly("one EXECUTED");
	}

	@Test
	void givesItsConnectionBackIfTheCustomizerFails() {
		this.changelog.sql(ROOT, TestChangelog.table("one"));
		Migrations migrations = builder(ROOT).customizer((liquibase) -> {
			throw new IllegalStateException("not today");
		}).build();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("not today");
		assertThat(this.dataSource.open()).isZero();
	}

	@Test
	void honoursContextsAndLabels() {
		String[] changeSets = { TestChangelog.table("one"),
				TestChangelog.table("two").replace("anna:two", "anna:two context:test"),
				TestChangelog.table("three").replace("anna:three", "anna:three labels:slow,big") };
		this.changelog.sql(ROOT, changeSets);
		Migrations fast = builder(ROOT).contexts("prod").labelFilter("!slow").build();
		assertThat(names(upgrade(fast, "head"))).containsExactly("one");
		assertThat(fast.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(fast.status().head()).hasToString("one");
		Migrations all = builder(ROOT).contexts("test").build();
		assertThat(names(upgrade(all, "head"))).containsExactly("two", "three");
		Revision three = all.show("three").revision();
		assertThat(three.labels()).containsExactly("big", "slow");
		assertThat(all.show("two").revision().contexts()).containsExactly("test");
		assertThat(fast.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void leavesOutWhatIsForAnotherDatabase() {
		String mine = this.database.dbms();
		String other = mine.equals("sqlite") ? "postgresql" : "sqlite";
		this.changelog.file("db/changelog.yaml",
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, dbms: %1$s, changes: [{sql: {sql: CREATE TABLE a (id INT)}}]}
						  - changeSet: {id: two, author: anna, dbms: %2$s, changes: [{sql: {sql: this is no SQL}}]}
						  - changeSet: {id: three, author: anna, changes: [{sql: {sql: this is no SQL, dbms: %2$s}}]}
						  - changeSet: {id: four, author: anna, changes: [{sql: {sql: this is no SQL, dbms: %2$s}}, {sql: {sql: CREATE TABLE b (id INT), dbms: %1$s}}]}
						"""
					.formatted(mine, other));
		Migrations migrations = builder("db/changelog.yaml").build();
		assertThat(names(migrations.status().pending())).containsExactly("one", "four");
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "four");
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void usesParametersOfTheChangelog() {
		this.changelog.sql(ROOT, "--changeset anna:one\nCREATE TABLE ${prefix}_songs (id INT);\n");
		upgrade(builder(ROOT).parameters(Map.of("prefix", "my")).build(), "head");
		assertThat(this.database.rows("SELECT * FROM my_songs")).isEmpty();
	}

	@Test
	void keepsItsHistoryInTablesOfAnotherName() {
		this.changelog.sql(ROOT, TestChangelog.table("one"), TestChangelog.table("two"));
		Migrations migrations = builder(ROOT).changeLogTable("my_history").changeLogLockTable("my_lock").build();
		upgrade(migrations, "head");
		downgrade(migrations, "-1");
		assertThat(this.database.rows("SELECT ID FROM my_history")).containsExactly("one");
		assertThat(this.database.rows("SELECT COUNT(*) FROM my_lock")).containsExactly("1");
		assertThat(migrations.status().state()).isEqualTo(SchemaState.PENDING);
	}

	@Test
	void quotesNamesThatNeedIt() {
		this.changelog.file("db/changelog.yaml", """
				databaseChangeLog:
				  - objectQuotingStrategy: QUOTE_ALL_OBJECTS
				  - changeSet:
				      id: it's "quoted" -- ü
				      author: O'Brien
				      changes:
				        - createTable:
				            tableName: order
				            columns:
				              - column: {name: group, type: int}
				              - column: {name: Mixed Case, type: varchar(10)}
				""");
		Migrations migrations = builder("db/changelog.yaml").build();
		upgrade(migrations, "head");
		assertThat(this.database
			.rows("SELECT " + this.database.quoted("Mixed Case") + " FROM " + this.database.quoted("order"))).isEmpty();
		assertThat(this.database.rows("SELECT ID, AUTHOR FROM databasechangelog"))
			.containsExactly("it's \"quoted\" -- ü|O'Brien");
		assertThat(names(downgrade(migrations, "it's \"quoted\" -- ü-1"))).hasSize(1);
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void printsNothing() {
		PrintStream out = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true));
		try {
			Migrations migrations = fiveTables();
			upgrade(migrations, "head");
			downgrade(migrations, "-1");
			migrations.reset(ProgressListener.SILENT);
			migrations.status();
			downgrade(migrations, "-1");
			upgrade(builder(ROOT).showSummary(UpdateSummaryEnum.VERBOSE, null).build(), "head");
		}
		finally {
			System.setOut(out);
		}
		// What the test's own server has to say is not ours.
		assertThat(printed.toString().lines().filter((line) -> !line.contains("EmbeddedPostgres"))).isEmpty();
	}

}
