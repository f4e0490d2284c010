package io.soundshare.migrations.boot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Undo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person reads, as it was last agreed to.
 */
class TextReportTests {

	private static final LockStatus FREE = new LockStatus(false, null, null);

	private static final DatabaseInfo DATABASE = new DatabaseInfo("SQLite", "3.53.2", "jdbc:sqlite:app.db");

	private static final Revision SONGS = applied("11aa", "Create songs", 1, RevisionState.APPLIED, false, false);

	private static final Revision LIKES = applied("22bb", "Create likes", 2, RevisionState.CHANGED, false, false);

	private static final Revision GONE = applied("99ff", "From another branch", 3, RevisionState.UNKNOWN, true, false);

	private static final Revision PLAYS = pending("33cc", "Count plays", false);

	private static final Revision STATUS = pending("44dd", "Über Nacht", true);

	@Test
	void currentIsAlembics() {
		assertThat(TextReport.current(upToDate())).isEqualTo("22bb (head)");
		assertThat(TextReport.current(everything())).isEqualTo("99ff");
		assertThat(TextReport.current(empty())).isEqualTo("(base)");
	}

	@Test
	void currentSaysSoWhenTheHeadIsNotTheLastThatRan() {
		Revision late = applied("11aa", "Create songs", 2, RevisionState.APPLIED, true, false);
		Revision head = applied("22bb", "Create likes", 1, RevisionState.APPLIED, false, true);
		assertThat(TextReport.current(new MigrationStatus(SchemaState.UP_TO_DATE, late, head, List.of(),
				List.of(late, head), List.of(), List.of(), FREE, DATABASE, List.of())))
			.isEqualTo("11aa (up to date; head 22bb was applied before it)");
	}

	@Test
	void historyIsNewestFirst() {
		assertThat(TextReport.history(everything(), Integer.MAX_VALUE)).isEqualTo(Golden.text("history.txt"));
		assertThat(TextReport.history(empty(), Integer.MAX_VALUE)).isEqualTo("(no revisions)");
	}

	@Test
	void statusListsWhatIsAmiss() {
		assertThat(TextReport.status(everything())).isEqualTo(Golden.text("status.txt"));
	}

	@Test
	void statusIsShortWhenNothingIsAmiss() {
		assertThat(TextReport.status(upToDate())).isEqualTo(Golden.text("status-up-to-date.txt"));
	}

	@Test
	void statusOfNothing() {
		assertThat(TextReport.status(empty())).contains("Current   (base)", "Head      (none)", "Applied   0")
			.doesNotContain("null");
	}

	@Test
	void showTellsBothWays() {
		assertThat(TextReport.show(new RevisionDetail(LIKES, List.of("createTable tableName=likes", "sql"),
				List.of("CREATE TABLE likes (id INTEGER)", "INSERT INTO likes VALUES (1);"),
				List.of("DROP TABLE likes"))))
			.isEqualTo(Golden.text("show.txt"));
	}

	@Test
	void showSaysWhatIsNotKnown() {
		assertThat(TextReport.show(new RevisionDetail(GONE, List.of(), null, null)))
			.endsWith("\n\nUpgrade\n(not known without running it)\n\nDowngrade\n(cannot be undone: no rollback)");
		assertThat(TextReport.show(new RevisionDetail(PLAYS, List.of(), List.of(), null)))
			.endsWith("\n\nUpgrade\n(nothing)\n\nDowngrade\n(not known without running it)")
			.doesNotContain("Applied", "Deployment", "null");
	}

	@Test
	void progressNamesStepAndRevision() {
		assertThat(Step.Action.values()).extracting((action) -> ProgressText.started(new Step(action, PLAYS), 2, 7))
			.containsExactly("up 2/7  33cc  Count plays", "down 2/7  33cc  Count plays", "mark 2/7  33cc  Count plays",
					"unmark 2/7  33cc  Count plays");
		assertThat(ProgressText.took(Duration.ofMillis(1234))).isEqualTo("  (1234 ms)");
	}

	@Test
	void theLastLineSaysWhatWasDone() {
		Step up = new Step(Step.Action.APPLY, PLAYS);
		Step down = new Step(Step.Action.REVERT, LIKES);
		assertThat(ProgressText.done(result(Operation.UPGRADE, List.of(up)), upToDate()))
			.isEqualTo("1 revision applied. Current: 22bb (head)");
		assertThat(ProgressText.done(result(Operation.DOWNGRADE, List.of(down, down)), empty()))
			.isEqualTo("2 revisions undone. Current: (base)");
		assertThat(ProgressText.done(result(Operation.STAMP, List.of(up)), upToDate()))
			.isEqualTo("1 revision stamped. Current: 22bb (head)");
		assertThat(ProgressText.done(result(Operation.RESET, List.of(up, up)), upToDate()))
			.isEqualTo("2 revisions applied after dropping everything. Current: 22bb (head)");
		assertThat(ProgressText.done(result(Operation.UPGRADE, List.of()), upToDate()))
			.isEqualTo("Nothing to do. Current: 22bb (head)");
	}

	private static Result result(Operation operation, List<Step> steps, Result.Remark... remarks) {
		return new Result(operation, steps, List.of(remarks), Duration.ZERO);
	}

	private static MigrationStatus everything() {
		return new MigrationStatus(SchemaState.DIVERGED, GONE, STATUS, List.of(PLAYS, STATUS),
				List.of(GONE, LIKES, SONGS), List.of(GONE), List.of(LIKES),
				new LockStatus(true, "build-7 (10.0.0.7)", Instant.parse("2026-11-22T08:15:00Z")), DATABASE, List.of());
	}

	private static MigrationStatus upToDate() {
		Revision head = applied("22bb", "Create likes", 2, RevisionState.APPLIED, true, true);
		return new MigrationStatus(SchemaState.UP_TO_DATE, head, head, List.of(), List.of(head, SONGS), List.of(),
				List.of(), FREE, DATABASE, List.of());
	}

	private static MigrationStatus empty() {
		return new MigrationStatus(SchemaState.UP_TO_DATE, null, null, List.of(), List.of(), List.of(), List.of(), FREE,
				new DatabaseInfo("SQLite", "3.53.2", null), List.of());
	}

	private static Revision applied(String id, String comment, int order, RevisionState state, boolean current,
			boolean head) {
		return new Revision(id, id, "anna", "db/" + id + ".yaml", "sql", comment, "v" + order,
				(order == 2) ? List.of("music", "live") : List.of(), (order == 2) ? List.of("prod") : List.of(),
				"9:" + id, state, order, Instant.parse("2026-11-22T07:00:00Z").plusSeconds(order),
				(order == 1) ? 12L : null, "123456789" + order, null,
				(state != RevisionState.UNKNOWN) ? new Undo(Undo.How.WRITTEN, null) : Undo.none(null), current, head,
				"EXECUTED", null, List.of());
	}

	private static Revision pending(String id, String comment, boolean head) {
		return new Revision(id, id, "bo", "db/" + id + ".yaml", "sql", comment, null, List.of(), List.of(), "9:" + id,
				RevisionState.PENDING, null, null, null, null, null, new Undo(Undo.How.WRITTEN, null), false, head,
				null, null, List.of());
	}

}
