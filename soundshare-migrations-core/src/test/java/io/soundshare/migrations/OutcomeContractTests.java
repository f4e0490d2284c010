package io.soundshare.migrations;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.plan.Revisions;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.PendingRevisionException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Result.Remark;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Words for revisions that are skipped, only marked as run, or run in spite of a warning.
 */
abstract class OutcomeContractTests extends DatabaseContract {

	private static final String HOLDS_IF_ONE_HAS_ROWS = "--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM t_one\n";

	@Test
	void saysWhyARevisionIsSkippedMarkedOrRunAllTheSame() {
		Migrations migrations = migrations(TestChangelog.table("one"), guarded("two", "onFail:CONTINUE"),
				guarded("three", "onFail:MARK_RAN"), guarded("four", "onFail:WARN"),
				TestChangelog.table("five")
					.replace("anna:five", "anna:five failOnError:false")
					.replace("t_five", "t_one"),
				asksMissing("six", "onError:CONTINUE"), asksMissing("seven", "onError:MARK_RAN"),
				asksMissing("eight", "onError:WARN"));
		List<String> heard = new ArrayList<>();
		Result result = migrations.upgrade(Target.HEAD, listener(heard));
		assertThat(result.steps()).map((step) -> step.action() + " " + step.revision())
			.containsExactly("APPLY one", "MARK three", "APPLY four", "MARK seven", "APPLY eight");
		assertThat(result.remarks()).map((remark) -> remark.kind() + " " + remark.revision())
			.containsExactly("SKIPPED two", "MARKED three", "WARNED four", "SKIPPED five", "SKIPPED six",
					"MARKED seven", "WARNED eight");
		assertThat(heard).containsExactlyElementsOf(
				result.remarks().stream().map((remark) -> remark.kind() + " " + remark.reason()).toList());
		assertThat(result.remarks(Remark.Kind.SKIPPED)).extracting(Remark::reason).satisfies((reasons) -> {
			assertThat(reasons.get(0)).contains("precondition sqlCheck does not hold", "'1'", "'0'");
			assertThat(reasons.get(1)).contains("it failed, and failOnError is false", "t_one");
			assertThat(reasons.get(2)).contains("precondition sqlCheck could not be checked",
					"SELECT COUNT(*) FROM missing");
		});
		assertThat(migrations.journal()).map((entry) -> entry.revision() + " " + entry.outcome())
			.containsExactly("eight DONE", "seven MARKED", "six SKIPPED", "five SKIPPED", "four DONE", "three MARKED",
					"two SKIPPED", "one DONE");
		assertThat(migrations.journal().get(1).message()).contains("could not be checked");
		assertThat(migrations.journal().get(4).message()).contains("does not hold");
	}

	@Test
	void showsHowEachRevisionCameAbout() {
		Migrations migrations = migrations(TestChangelog.table("one"), guarded("two", "onFail:MARK_RAN"),
				"--changeset anna:three runAlways:true\nDELETE FROM t_one;\n--rollback empty\n",
				guarded("four", "onFail:CONTINUE"));
		assertThat(migrations.status().pending()).extracting(Revision::execution).containsOnlyNulls();
		upgrade(migrations, "head");
		upgrade(migrations, "head");
		MigrationStatus status = migrations.status();
		assertThat(status.history()).map((revision) -> revision + " " + revision.execution() + " " + revision.state())
			.containsExactly("three RERAN APPLIED", "two MARK_RAN APPLIED", "one EXECUTED APPLIED");
		assertThat(status.history().get(1).isMarked()).isTrue();
		assertThat(status.history().get(1).durationMillis()).isNotNull();
		assertThat(status.pending().get(0).skipped()).contains("does not hold");
		assertThat(status.outstanding()).isEmpty();
		assertThat(status.state()).isEqualTo(SchemaState.PENDING);
		assertThat(status.effectiveState()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(Documents.of(status.history().get(1))).containsEntry("execution", "MARK_RAN");
	}

	@Test
	void countsOnlyWhatTheLastUpgradeSkippedAsSkipped() {
		Migrations migrations = migrations(TestChangelog.table("one"), guarded("two", "onFail:CONTINUE"));
		upgrade(migrations, "head");
		this.database.run("INSERT INTO t_one VALUES (1)");
		assertThat(names(upgrade(migrations, "head"))).containsExactly("two");
		downgrade(migrations, "-1");
		assertThat(migrations.status().pending().get(0).skipped()).isNull();
		assertThat(migrations.status().outstanding()).hasSize(1);
	}

	@Test
	void staysMarkedHoweverOftenItIsMarkedAndIsOnlyForgottenOnTheWayDown() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				guarded("always", "onFail:MARK_RAN").replace("anna:always", "anna:always runAlways:true")
					.replaceAll("--rollback.*\n", ""));
		for (int i = 0; i < 3; i++) {
			Result result = upgrade(migrations, "head");
			assertThat(result.remarks(Remark.Kind.MARKED)).hasSize(1);
			assertThat(execution("always")).containsExactly("MARK_RAN");
		}
		Plan plan = new Planner(new Revisions(List.of(), List.of(migrations.show("always").revision())))
			.downgrade(Target.BASE);
		assertThat(plan.steps()).extracting(Step::action).containsExactly(Step.Action.UNMARK);
		assertThat(names(downgrade(migrations, "one"))).containsExactly("always");
		assertThat(this.database.applied()).containsExactly("one");
	}

	@Test
	void undoesWhatHasRunOnceThoughItWasMarkedLater() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				"--changeset anna:once runAlways:true\n--preconditions onFail:MARK_RAN\n"
						+ "--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM t_one\n"
						+ "INSERT INTO t_one VALUES (1);\n--rollback DELETE FROM t_one;\n");
		upgrade(migrations, "head");
		assertThat(upgrade(migrations, "head").remarks(Remark.Kind.MARKED)).hasSize(1);
		assertThat(execution("once")).containsExactly("RERAN");
		downgrade(migrations, "one");
		assertThat(this.database.rows("SELECT * FROM t_one")).isEmpty();
	}

	@Test
	void runsAndUndoesWhatWasMarkedFirst() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				guarded("two", "onFail:MARK_RAN").replace("anna:two", "anna:two runAlways:true"));
		upgrade(migrations, "head");
		this.database.run("INSERT INTO t_one VALUES (1)");
		assertThat(upgrade(migrations, "head").remarks()).isEmpty();
		assertThat(execution("two")).containsExactly("RERAN");
		downgrade(migrations, "one");
		assertThat(this.database.schema().toString()).doesNotContain("t_two");
	}

	@Test
	void takesATagThatWasNeverSetForNoPlaceToGoTo() {
		this.changelog.file("db/root.yaml",
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, changes: [{createTable: {tableName: t_one, columns: [{column: {name: id, type: int}}]}}]}
						  - changeSet: {id: v1, author: anna, changes: [{tagDatabase: {tag: v1}}]}
						  - changeSet:
						      id: v2
						      author: anna
						      preConditions: [{onFail: MARK_RAN}, {tableExists: {tableName: missing}}]
						      changes: [{tagDatabase: {tag: v2}}]
						  - changeSet: {id: two, author: anna, changes: [{createTable: {tableName: t_two, columns: [{column: {name: id, type: int}}]}}]}
						""");
		Migrations migrations = builder("db/root.yaml").build();
		upgrade(migrations, "head");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> downgrade(migrations, "tag:v2"))
			.withMessageContaining("never set")
			.withMessageContaining("revision v2");
		assertThat(upgrade(migrations, "tag:v2").isEmpty()).isTrue();
		assertThat(names(downgrade(migrations, "tag:v1"))).containsExactly("two", "v2");
		upgrade(migrations, "v2");
		this.database.run("UPDATE " + this.database.historyTable() + " SET TAG = 'by hand' WHERE ID = 'one'");
		assertThat(names(downgrade(migrations, "tag:by hand"))).containsExactly("v2", "v1");
	}

	@Test
	void isUpToDateWhenAllThatIsPendingWouldBeSkipped() {
		Migrations migrations = migrations(TestChangelog.table("one"), guarded("two", "onFail:CONTINUE"),
				asksMissing("three", "onError:CONTINUE"));
		upgrade(migrations, "one");
		assertThat(MigrationsInternals.of(migrations).requireUpToDate((status) -> {
		})).map((remark) -> remark.kind() + " " + remark.revision()).containsExactly("SKIPPED two", "SKIPPED three");
		this.database.run("INSERT INTO t_one VALUES (1)");
		assertThatExceptionOfType(PendingRevisionException.class)
			.isThrownBy(() -> MigrationsInternals.of(migrations).requireUpToDate((status) -> {
			}))
			.satisfies((failure) -> assertThat(names(failure.revisions())).containsExactly("two"));
	}

	@Test
	void isUpToDateWhenWhatMayFailHasFailed() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				"--changeset anna:two failOnError:false\nINSERT INTO missing VALUES (1);\n--rollback empty\n");
		upgrade(migrations, "one");
		assertThatExceptionOfType(PendingRevisionException.class)
			.isThrownBy(() -> MigrationsInternals.of(migrations).requireUpToDate((status) -> {
			}));
		upgrade(migrations, "head");
		assertThat(MigrationsInternals.of(migrations).requireUpToDate((status) -> {
		})).hasSize(1);
	}

	@Test
	void isNotUpToDateWhenAnUpgradeWouldMark() {
		Migrations migrations = migrations(TestChangelog.table("one"), guarded("two", "onFail:MARK_RAN"));
		upgrade(migrations, "one");
		assertThatExceptionOfType(PendingRevisionException.class)
			.isThrownBy(() -> MigrationsInternals.of(migrations).requireUpToDate((status) -> {
			}));
	}

	@Test
	void documentsWhatWasSkippedAndMarked() {
		Result result = upgrade(migrations(TestChangelog.table("one"), guarded("two", "onFail:CONTINUE"),
				guarded("three", "onFail:MARK_RAN")), "head");
		assertThat(Documents.of(result)).containsOnlyKeys("operation", "steps", "skipped", "marked", "warnings",
				"durationMillis", "backup");
		assertThat(Documents.of(result).get("skipped").toString()).contains("id=two", "reason=the precondition");
		assertThat(Documents.of(result).get("marked").toString()).contains("id=three", "execution=null");
	}

	private List<String> execution(String id) {
		return this.database.rows("SELECT EXECTYPE FROM " + this.database.historyTable() + " WHERE ID = '" + id + "'");
	}

	private static String guarded(String id, String option) {
		return TestChangelog.table(id)
			.replace("CREATE", "--preconditions " + option + "\n" + HOLDS_IF_ONE_HAS_ROWS + "CREATE");
	}

	private static String asksMissing(String id, String option) {
		return TestChangelog.table(id)
			.replace("CREATE", "--preconditions " + option
					+ "\n--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM missing\nCREATE");
	}

	private static ProgressListener listener(List<String> heard) {
		return (progress) -> {
			if (progress.reason() != null) {
				String kind = (progress.kind() == Progress.Kind.COMPLETED) ? "WARNED" : progress.kind().toString();
				heard.add(kind + " " + progress.reason());
			}
		};
	}

}
