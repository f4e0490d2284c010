package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import liquibase.RuntimeEnvironment;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;

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

	ChangeSet changeSet(Revision revision) {
		ChangeSet changeSet = this.catalog.source(revision).changeSet();
		if (changeSet == null) {
			throw new IllegalStateException("Not in the changelog: " + revision);
		}
		return changeSet;
	}

}
