package io.soundshare.migrations.engine.run;

import java.util.List;

import io.soundshare.migrations.engine.session.UnitOfWork;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;

/**
 * Runs what an operation does, step by step.
 */
interface StepRunner {

	/** Just runs it. */
	StepRunner PLAIN = (action, changeSet, work) -> work.run();

	/**
	 * Run one step.
	 * @param action what it does
	 * @param changeSet the change set it does that with
	 * @param work what to run
	 */
	void step(Step.Action action, ChangeSet changeSet, UnitOfWork.Work work) throws LiquibaseException;

	/**
	 * Run all steps.
	 * @param changeSets the change sets they are about
	 * @param work what to run, which is the single steps
	 */
	default void all(List<ChangeSet> changeSets, UnitOfWork.Work work) throws LiquibaseException {
		work.run();
	}

}
