package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Undo;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;

/**
 * A plan that is being carried out: what there is to it in every direction.
 *
 * @param session the open session
 * @param plan what to do
 * @param catalog what the plan was made from
 * @param runner runs the steps
 * @param progress hears of a step that Liquibase has no events of
 * @param events tells what has become of a step that Liquibase has events of
 * @param listener hears Liquibase's events: {@code events}, and the application's own
 */
record Execution(LiquibaseSession session, Plan plan, RevisionCatalog catalog, StepRunner runner,
		ProgressTracker progress, ChangeSetEvents events, ChangeExecListener listener) {

	Database database() {
		return this.session.database();
	}

	RuntimeEnvironment environment() {
		return new RuntimeEnvironment(database(), this.session.contexts(), this.session.labels());
	}

	/** Whether the database is written to, and no script. */
	boolean writes() {
		return Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", database())
			.updatesDatabase();
	}

	/**
	 * The change set of a step that takes a revision out of the history. Of a revision
	 * that this build does not know, or that is undone without it, one with nothing in
	 * it: an extension looks at what is in it.
	 */
	ChangeSet changeSet(Step step) throws LiquibaseException {
		Revision revision = step.revision();
		RevisionCatalog.Source source = this.catalog.source(revision);
		ChangeSet changeSet = source.changeSet();
		if (changeSet == null || revision.undo().how() == Undo.How.RECORDED) {
			changeSet = new ChangeSet(revision.id(), revision.author(), false, false, revision.path(), null, null,
					this.session.changelog());
		}
		RanChangeSet row = source.row();
		if (row != null) {
			changeSet.setStoredFilePath(row.getStoredChangeLog());
			changeSet.setDeploymentId(row.getDeploymentId());
		}
		return changeSet;
	}

	ChangeSet changeSet(Revision revision) {
		ChangeSet changeSet = this.catalog.source(revision).changeSet();
		if (changeSet == null) {
			throw new IllegalStateException("Not in the changelog: " + revision);
		}
		return changeSet;
	}

}
