package io.soundshare.migrations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.model.InterruptedRevisionException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A row for every change set of every operation.
 */
abstract class JournalContractTests extends DatabaseContract {

	private static final String OUTSIDE = """
			--changeset anna:outside runInTransaction:false
			CREATE TABLE outside (id INT PRIMARY KEY);
			--rollback DROP TABLE outside;
			""";

	@Test
	void remembersWhatWasDoneByWhomWhenAndHowItEnded() {
		Instant before = Instant.now().minusMillis(1);
		Migrations migrations = builder(ROOT).application("songs", "1.2.0").build();
		this.changelog.sql(ROOT, TestChangelog.table("one"), TestChangelog.table("two"), TestChangelog.table("three"));
		upgrade(migrations, "two");
		downgrade(migrations, "-1");
		stamp(migrations, "head");
		assertThat(migrations.journal()).extracting(JournalContractTests::line)
			.containsExactly("stamp MARK three DONE", "stamp MARK two DONE", "downgrade REVERT two DONE",
					"upgrade APPLY two DONE", "upgrade APPLY one DONE");
		assertThat(migrations.journal()).allSatisfy((entry) -> {
			assertThat(entry.application()).isEqualTo("songs");
			assertThat(entry.version()).isEqualTo("1.2.0");
			assertThat(entry.user()).isEqualTo(System.getProperty("user.name"));
			assertThat(entry.host()).isNotBlank();
			assertThat(entry.started()).isBetween(before, Instant.now());
			assertThat(entry.durationMillis()).isNotNegative();
			assertThat(entry.path()).isEqualTo(ROOT);
			assertThat(entry.author()).isEqualTo("anna");
			assertThat(entry.deployment()).isNotNull();
		});
	}

	@Test
	void tellsTheStatusHowLongItTookAndWhoItWas() {
		upgrade(fiveTables(), "head");
		assertThat(migrations().status().history()).hasSize(5).allSatisfy((revision) -> {
			assertThat(revision.durationMillis()).isNotNull();
			assertThat(revision.appliedBy()).startsWith(System.getProperty("user.name") + "@");
		});
	}

	@Test
	void worksOnAHistoryWithoutJournalAndStartsOneAtTheFirstWrite() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "two");
		this.database.run("DROP TABLE databasechangelog_journal");
		assertThat(migrations.journal()).isEmpty();
		assertThat(names(migrations.status().history())).containsExactly("two", "one");
		assertThat(migrations.status().history())
			.allMatch((revision) -> revision.durationMillis() == null && revision.appliedBy() == null);
		upgrade(migrations, "+1");
		assertThat(migrations.journal()).extracting(JournalContractTests::line)
			.containsExactly("upgrade APPLY three DONE");
	}

	@Test
	void remembersWhatFailedAndNothingOfItStaysThatCanBeRolledBack() {
		Migrations migrations = migrations(TestChangelog.table("one"), """
				--changeset anna:bad
				CREATE TABLE half (id INT);
				INSERT INTO missing VALUES (1);
				""");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"));
		assertThat(migrations.journal().get(0)).satisfies((entry) -> {
			assertThat(line(entry)).isEqualTo("upgrade APPLY bad FAILED");
			assertThat(entry.message()).contains("missing");
		});
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(this.database.schema().stream().anyMatch((line) -> line.contains("half")))
			.isNotEqualTo(this.database.hasTransactionalDdl());
	}

	@Test
	void remembersWhatWasSkippedAndWhy() {
		Migrations migrations = migrations("""
				--changeset anna:never
				--preconditions onFail:CONTINUE
				--precondition-sql-check expectedResult:1 SELECT 0
				CREATE TABLE never (id INT);
				""");
		upgrade(migrations, "head");
		assertThat(migrations.journal()).hasSize(1).first().satisfies((entry) -> {
			assertThat(line(entry)).isEqualTo("upgrade APPLY never SKIPPED");
			assertThat(entry.message()).contains("precondition");
		});
	}

	@Test
	void outlivesAReset() {
		Migrations migrations = migrations(TestChangelog.table("one"));
		upgrade(migrations, "head");
		migrations.reset(ProgressListener.SILENT);
		assertThat(migrations.journal()).extracting(JournalContractTests::line)
			.containsExactly("reset APPLY one DONE", "upgrade APPLY one DONE");
	}

	@Test
	void isAnyTable() {
		this.changelog.sql(ROOT, TestChangelog.table("one"));
		upgrade(builder(ROOT).journalTable("databasechangelog_diary").build(), "head");
		assertThat(this.database.rows("SELECT CHANGESET_ID FROM databasechangelog_diary")).containsExactly("one");
	}

	@Test
	void saysThatAProcessDiedOutsideATransactionAndTheWayOut() {
		Migrations migrations = migrations(TestChangelog.table("one"), OUTSIDE, TestChangelog.table("two"));
		upgrade(migrations, "one");
		dieIn("outside", Step.Action.APPLY);
		assertThatExceptionOfType(InterruptedRevisionException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("outside")
			.withMessageContaining("anna@web-1")
			.withMessageContaining("Migrations.stamp(Target.parse(\"outside\"))")
			.withMessageContaining("Migrations.forgetInterrupted()")
			.satisfies((failure) -> assertThat(failure.entry().revision()).isEqualTo("outside"));
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(migrations.forgetInterrupted()).hasSize(1);
		assertThat(names(upgrade(migrations, "head"))).containsExactly("outside", "two");
		assertThat(migrations.journal()).extracting(JournalContractTests::line)
			.contains("upgrade APPLY outside INTERRUPTED", "upgrade APPLY outside DONE");
	}

	@Test
	void goesOnWhenTheInterruptedRevisionIsStamped() {
		Migrations migrations = migrations(TestChangelog.table("one"), OUTSIDE, TestChangelog.table("two"));
		upgrade(migrations, "one");
		dieIn("outside", Step.Action.APPLY);
		stamp(migrations, "outside");
		assertThat(names(upgrade(migrations, "head"))).containsExactly("two");
	}

	@Test
	void saysThatAProcessDiedWhileItUndidSomething() {
		Migrations migrations = migrations(TestChangelog.table("one"), OUTSIDE);
		upgrade(migrations, "head");
		dieIn("outside", Step.Action.REVERT);
		assertThatExceptionOfType(InterruptedRevisionException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("undone");
		stamp(migrations, "-1");
		assertThat(this.database.applied()).containsExactly("one");
	}

	@Test
	void knowsThatOnlyTheLastWordWasMissing() {
		Migrations migrations = migrations(TestChangelog.table("one"), OUTSIDE);
		upgrade(migrations, "head");
		this.database.run("UPDATE databasechangelog_journal SET OUTCOME = 'STARTED', DURATION_MILLIS = NULL"
				+ " WHERE CHANGESET_ID = 'outside'");
		assertThat(upgrade(migrations, "head").isEmpty()).isTrue();
		assertThat(migrations.journal().get(0)).extracting(JournalEntry::outcome).isEqualTo(Outcome.DONE);
	}

	@Test
	void knowsThatOnlyTheLastWordOfADowngradeWasMissing() {
		Migrations migrations = migrations(OUTSIDE);
		upgrade(migrations, "head");
		downgrade(migrations, "base");
		this.database.run("UPDATE databasechangelog_journal SET OUTCOME = 'STARTED', DURATION_MILLIS = NULL"
				+ " WHERE ACTION = 'REVERT'");
		assertThat(downgrade(migrations, "base").isEmpty()).isTrue();
		assertThat(migrations.journal().get(0)).extracting(JournalEntry::outcome).isEqualTo(Outcome.DONE);
	}

	@Test
	void saysBeforeThatItBeginsWhatCannotBeAtomic() {
		Migrations migrations = migrations(OUTSIDE);
		List<String> seen = new ArrayList<>();
		migrations.upgrade(Target.HEAD, (progress) -> {
			if (progress.kind() == Progress.Kind.STARTED) {
				seen.addAll(this.database.rows("SELECT OUTCOME FROM databasechangelog_journal"));
			}
		});
		assertThat(seen).containsExactly("STARTED");
		assertThat(migrations.journal()).extracting(JournalContractTests::line)
			.containsExactly("upgrade APPLY outside DONE");
	}

	private void dieIn(String revision, Step.Action action) {
		this.database
			.run("INSERT INTO databasechangelog_journal (ID, OPERATION, ACTION, CHANGESET_ID, AUTHOR, FILENAME,"
					+ " OS_USER, HOST, STARTED, OUTCOME) VALUES (100, 'upgrade', '" + action + "', '" + revision
					+ "', 'anna', '" + ROOT + "', 'anna', 'web-1', '2026-11-22T08:15:00.000Z', 'STARTED')");
	}

	private static String line(JournalEntry entry) {
		return entry.operation() + " " + entry.action() + " " + entry.revision() + " " + entry.outcome();
	}

}
