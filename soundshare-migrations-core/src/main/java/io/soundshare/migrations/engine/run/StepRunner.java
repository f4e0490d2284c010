package io.soundshare.migrations.engine.run;

import java.util.List;

import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

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
	void step(Step.Action action, ChangeSet changeSet, Work work) throws LiquibaseException;

	/**
	 * Run all steps.
	 * @param changeSets the change sets they are about
	 * @param steps runs the single steps
	 */
	default void all(List<ChangeSet> changeSets, Steps steps) throws LiquibaseException {
		steps.run();
	}

	/**
	 * The work of one step.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Do it.
		 * @return what has become of the step; {@code null} if none began
		 */
		@Nullable StepOutcome run() throws LiquibaseException;

	}

	/**
	 * All steps, one after the other.
	 */
	@FunctionalInterface
	interface Steps {

		void run() throws LiquibaseException;

	}

}
