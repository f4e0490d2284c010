package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;

/**
 * Writes and removes history rows, and runs nothing.
 */
final class StampExecutor {

	private final Execution execution;

	StampExecutor(Execution execution) {
		this.execution = execution;
	}

	void execute() throws LiquibaseException {
		Plan plan = this.execution.plan();
		RevisionCatalog catalog = this.execution.catalog();
		List<ChangeSet> changeSets = new ArrayList<>();
		for (Step step : plan.steps()) {
			changeSets.add(changeSet(step.revision(), catalog.source(step.revision())));
		}
		this.execution.runner().all(changeSets, () -> {
			for (int i = 0; i < changeSets.size(); i++) {
				Step step = plan.steps().get(i);
				ChangeSet changeSet = changeSets.get(i);
				boolean again = catalog.source(step.revision()).row() != null;
				this.execution.runner().step(step.action(), changeSet, () -> stamp(step, changeSet, again));
			}
		});
	}

	private StepOutcome stamp(Step step, ChangeSet changeSet, boolean again) throws LiquibaseException {
		this.execution.progress().begin(step);
		Database database = this.execution.database();
		if (step.action() == Step.Action.MARK) {
			database.markChangeSetExecStatus(changeSet, again ? ChangeSet.ExecType.RERAN : ChangeSet.ExecType.EXECUTED);
		}
		else {
			database.removeRanStatus(changeSet);
		}
		return StepOutcome.DONE;
	}

	/** A revision that this build does not know can be unmarked all the same. */
	private ChangeSet changeSet(Revision revision, RevisionCatalog.Source source) throws LiquibaseException {
		ChangeSet changeSet = source.changeSet();
		if (changeSet == null) {
			changeSet = new ChangeSet(revision.id(), revision.author(), false, false, revision.path(), null, null,
					this.execution.session().changelog());
		}
		RanChangeSet row = source.row();
		if (row != null) {
			changeSet.setStoredFilePath(row.getStoredChangeLog());
		}
		return changeSet;
	}

}
