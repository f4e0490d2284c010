package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.soundshare.migrations.engine.failure.CsvPlace;
import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.failure.PreconditionText;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.Printable;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's events of one change set after the other. They tell what has become of it,
 * or what went wrong.
 */
final class ChangeSetEvents extends AbstractChangeExecListener {

	private final ProgressTracker progress;

	private final UnaryOperator<String> redacted;

	private @Nullable StepOutcome outcome;

	private @Nullable PreconditionContainer preconditions;

	private @Nullable Change change;

	private String place = "";

	private final List<String> done = new ArrayList<>();

	private String note = "";

	/**
	 * Create a listener.
	 * @param progress hears of what begins
	 * @param redacted takes out of SQL, and what is said of it, what must not be shown
	 */
	ChangeSetEvents(ProgressTracker progress, UnaryOperator<String> redacted) {
		this.progress = progress;
		this.redacted = redacted;
	}

	/** Take what has become of the step that began; {@code null} if none did. */
	@Nullable StepOutcome take() {
		StepOutcome taken = this.outcome;
		this.outcome = null;
		return taken;
	}

	/** The reason of a failure: a precondition, or a change and its place. */
	String reason(Throwable failure) {
		String precondition = PreconditionText.of(this.preconditions, failure);
		return ((precondition != null) ? precondition : this.place + LiquibaseErrors.reason(failure)) + this.note;
	}

	/** Say with the reason what has become of the part that was done. */
	void note(String text) {
		this.note = System.lineSeparator() + text;
	}

	/** The changes that were done of the change set that is running. */
	List<String> done() {
		return List.copyOf(this.done);
	}

	private void begin(ChangeSet changeSet) {
		this.change = null;
		this.place = "";
		this.note = "";
		this.done.clear();
		this.outcome = this.progress.begin(changeSet) ? StepOutcome.NOTHING_TO_DO : null;
	}

	private boolean isSkipped() {
		return this.outcome != null && this.outcome.is(Outcome.SKIPPED);
	}

	private void end(Outcome outcome, String reason) {
		end(new StepOutcome(outcome, Printable.block(this.redacted.apply(reason))));
	}

	private void end(StepOutcome outcome) {
		if (this.outcome != null) {
			this.outcome = outcome;
		}
	}

	@Override
	public void willRun(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
			ChangeSet.RunStatus runStatus) {
		begin(changeSet);
		this.preconditions = changeSet.getPreconditions();
	}

	@Override
	public void ran(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType execType) {
		if (execType == ChangeSet.ExecType.FAILED) {
			end(Outcome.SKIPPED, "it failed, and failOnError is false: " + changeSet.getErrorMsg());
		}
		else if (execType == ChangeSet.ExecType.MARK_RAN && isSkipped()) {
			end(Outcome.MARKED, "it is not valid here, and onValidationFail is MARK_RAN");
		}
		else if (isSkipped()) {
			end(StepOutcome.DONE);
		}
	}

	@Override
	public void runFailed(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, Exception failure) {
		this.place = CsvPlace.of(this.change, changeSet, database, failure).orElse("");
	}

	@Override
	public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		this.change = change;
	}

	@Override
	public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		this.done.add(change.getDescription());
		this.change = null;
	}

	@Override
	public void preconditionFailed(PreconditionFailedException error, PreconditionContainer.FailOption onFail) {
		end(outcome(onFail.name()), PreconditionText.of(error));
	}

	@Override
	public void preconditionErrored(PreconditionErrorException error, PreconditionContainer.ErrorOption onError) {
		end(outcome(onError.name()), PreconditionText.of(error));
	}

	/** Both kinds of options have the same names. */
	private static Outcome outcome(String option) {
		return switch (option) {
			case "MARK_RAN" -> Outcome.MARKED;
			case "WARN" -> Outcome.DONE;
			default -> Outcome.SKIPPED;
		};
	}

	@Override
	public void willRollback(ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		begin(changeSet);
	}

	@Override
	public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		end(StepOutcome.DONE);
	}

}
