package io.soundshare.migrations;

import java.util.List;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.model.TransactionRefusedException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * All or nothing of an operation, where that is wanted.
 */
abstract class OneTransactionContractTests extends DatabaseContract {

	private static final String BAD = """
			--changeset anna:bad
			CREATE TABLE half (id INT);
			INSERT INTO missing VALUES (1);
			""";

	@Test
	void appliesAndUndoesAll() {
		Migrations migrations = whole(TestChangelog.table("one"), TestChangelog.table("two"),
				TestChangelog.table("three"));
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "two", "three");
		List<String> rows = this.database.history();
		List<String> schema = this.database.schema();
		assertThat(migrations.journal()).hasSize(3).allMatch((entry) -> entry.outcome() == Outcome.DONE);
		assertThat(names(downgrade(migrations, "base"))).containsExactly("three", "two", "one");
		assertThat(this.database.schema()).isEmpty();
		assertThat(names(stamp(migrations, "head"))).containsExactly("one", "two", "three");
		assertThat(this.database.history()).isEqualTo(rows);
		stamp(migrations, "base");
		upgrade(migrations(), "head");
		assertThat(this.database.history()).isEqualTo(rows);
		assertThat(this.database.schema()).isEqualTo(schema);
	}

	@Test
	void leavesNothingOfAnUpgradeThatFails() {
		Migrations migrations = whole(TestChangelog.table("one"), TestChangelog.table("two"), BAD);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("missing")
			.withMessageContaining("Nothing of the upgrade stays")
			.satisfies((failure) -> assertThat(failure.completed()).isEmpty());
		assertThat(this.database.schema()).isEmpty();
		assertThat(this.database.applied()).isEmpty();
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
		assertThat(migrations.journal()).hasSize(1).first().satisfies((entry) -> {
			assertThat(entry.revision()).isEqualTo("bad");
			assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
		});
	}

	@Test
	void leavesAllOfADowngradeThatFails() {
		Migrations migrations = whole(TestChangelog.table("one"), """
				--changeset anna:two
				CREATE TABLE t_two (id INT);
				--rollback DROP TABLE missing;
				""", TestChangelog.table("three"));
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> downgrade(migrations, "base"))
			.withMessageContaining("revision two");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.applied()).containsExactly("one", "two", "three");
	}

	@Test
	void refusesWhatDoesNotRunInATransactionBeforeAnythingRuns() {
		Migrations migrations = whole(TestChangelog.table("one"), """
				--changeset anna:outside runInTransaction:false
				CREATE TABLE outside (id INT);
				""");
		assertThatExceptionOfType(TransactionRefusedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("outside")
			.withMessageContaining("runInTransaction=false")
			.withMessageContaining("TransactionMode.CHANGE_SET")
			.satisfies((failure) -> assertThat(names(failure.revisions())).containsExactly("outside"));
		assertThat(this.database.schema()).isEmpty();
		assertThat(names(upgrade(migrations, "one"))).containsExactly("one");
	}

	@Test
	void keepsWhatSurroundsAChangeSetThatMayFailOrBeSkipped() {
		Migrations migrations = whole(TestChangelog.table("one"), """
				--changeset anna:may-fail failOnError:false
				CREATE TABLE half (id INT);
				INSERT INTO missing VALUES (1);
				""", """
				--changeset anna:never
				--preconditions onFail:CONTINUE
				--precondition-sql-check expectedResult:1 SELECT 0
				CREATE TABLE never (id INT);
				""", """
				--changeset anna:marked
				--preconditions onFail:MARK_RAN
				--precondition-sql-check expectedResult:1 SELECT 0
				CREATE TABLE marked (id INT);
				""", TestChangelog.table("two"));
		assertThat(names(upgrade(migrations, "head"))).containsExactly("one", "marked", "two");
		assertThat(this.database.applied()).containsExactly("one", "marked", "two");
		assertThat(this.database.schema()).noneMatch((line) -> line.contains("half") || line.contains("never"));
		assertThat(migrations.journal()).extracting(JournalEntry::revision)
			.containsExactly("two", "marked", "never", "may-fail", "one");
	}

	private Migrations whole(String... changeSets) {
		this.changelog.sql(ROOT, changeSets);
		return builder(ROOT).transaction(TransactionMode.DEPLOYMENT).build();
	}

}
