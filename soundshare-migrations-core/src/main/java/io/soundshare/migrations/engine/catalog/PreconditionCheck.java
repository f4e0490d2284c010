package io.soundshare.migrations.engine.catalog;

import java.util.List;

import io.soundshare.migrations.engine.failure.PreconditionText;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.Revision;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what would become of a change set if it ran now, as far as its preconditions say.
 * They are checked; nothing of the change set is run.
 */
public final class PreconditionCheck {

	private final LiquibaseSession session;

	private final Database database;

	public PreconditionCheck(LiquibaseSession session) {
		this.session = session;
		this.database = session.database();
	}

	/**
	 * Return why an upgrade would not run a change set: because of a precondition that
	 * lets the others go on; {@code null} if it would run or fail.
	 */
	@Nullable String whyNotRun(ChangeSet changeSet) throws LiquibaseException {
		Verdict verdict = check(changeSet);
		return (verdict != null && (verdict.isSkip() || verdict.option().equals("MARK_RAN"))) ? verdict.reason() : null;
	}

	/**
	 * Return why an upgrade would leave a pending revision pending; {@code null} if it
	 * would not. Whether it fails, where it may, only the last upgrade knows.
	 */
	public @Nullable String whySkipped(Revision revision, ChangeSet changeSet) throws LiquibaseException {
		Verdict verdict = check(changeSet);
		if (verdict != null) {
			return verdict.isSkip() ? verdict.reason() : null;
		}
		List<Change> changes = changeSet.getChanges();
		boolean idle = !changes.isEmpty() && changes.stream()
			.noneMatch((change) -> change.shouldRunOnOs() && Applicability.applies(change, this.database));
		return (idle || Boolean.FALSE.equals(changeSet.getFailOnError())) ? revision.skipped() : null;
	}

	private @Nullable Verdict check(ChangeSet changeSet) throws LiquibaseException {
		PreconditionContainer preconditions = changeSet.getPreconditions();
		if (preconditions == null) {
			return null;
		}
		try {
			preconditions.check(this.database, this.session.changelog(), changeSet, null);
			return null;
		}
		catch (PreconditionFailedException ex) {
			return new Verdict(preconditions.getOnFail().name(), PreconditionText.of(ex));
		}
		catch (PreconditionErrorException ex) {
			return new Verdict(preconditions.getOnError().name(), PreconditionText.of(ex));
		}
		catch (RuntimeException ex) {
			return new Verdict("HALT", ex.toString());
		}
		finally {
			this.database.rollback();
		}
	}

	/**
	 * The outcome of a check: one of Liquibase's options, which have the same names for
	 * failures and for errors.
	 */
	private record Verdict(String option, String reason) {

		boolean isSkip() {
			return this.option.equals("CONTINUE");
		}

	}

}
