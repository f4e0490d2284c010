package io.soundshare.migrations.engine.script;

import io.soundshare.migrations.engine.catalog.ChangelogValidator;
import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.catalog.RevisionReader;
import io.soundshare.migrations.engine.catalog.UndefinedParameters;
import io.soundshare.migrations.engine.plan.Planner;
import io.soundshare.migrations.engine.product.DatabaseCleaner;
import io.soundshare.migrations.engine.run.DowngradePlan;
import io.soundshare.migrations.engine.run.PlanExecutor;
import io.soundshare.migrations.engine.session.EmptyHistory;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Script;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Undo;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.precondition.core.PreconditionContainer;

/**
 * Writes an operation down as SQL: the same plan, the same executor, another end.
 */
public final class ScriptWriter {

	private final LiquibaseSession session;

	private final Database database;

	public ScriptWriter(LiquibaseSession session) {
		this.session = session;
		this.database = session.database();
	}

	public Script write(Operation operation, Target target) throws Exception {
		if (operation == Operation.RESET) {
			this.session.use(new EmptyHistory(this.database));
		}
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		Planner planner = new Planner(catalog.revisions());
		Plan plan = switch (operation) {
			case UPGRADE -> planner.upgrade(target);
			case DOWNGRADE -> DowngradePlan.of(this.session, catalog, target);
			case STAMP -> planner.stamp(target);
			case RESET -> new Plan(Operation.RESET, planner.upgrade(Target.HEAD).steps());
		};
		this.session.publish();
		UndefinedParameters.refuse(this.session, catalog, plan);
		if (operation == Operation.UPGRADE || operation == Operation.RESET) {
			ChangelogValidator.validate(this.session, catalog);
		}
		if (plan.isEmpty() && operation != Operation.RESET) {
			return new Script(plan, "");
		}
		refuseMoreThanSql(plan, catalog);
		return new Script(plan, new SqlScript(this.database).of(() -> {
			comment(operation + ((operation != Operation.RESET) ? " to " + target : "") + ", " + plan.steps().size()
					+ " revision(s), " + this.session.databaseInfo().url());
			tellCosts(plan);
			warnOfPreconditions(plan, catalog);
			if (operation == Operation.RESET) {
				new DatabaseCleaner(this.database, this.session.settings().tables().journal()).clean();
			}
			execute(plan, catalog);
		}));
	}

	/** Tell what a downgrade loses and restores. */
	private void tellCosts(Plan plan) throws DatabaseException {
		if (plan.operation() != Operation.DOWNGRADE) {
			return;
		}
		for (Revision revision : plan.revisions()) {
			for (String place : revision.undo().loses()) {
				comment("WARNING: to undo " + revision + " loses " + place);
			}
			for (String place : revision.undo().restores()) {
				comment("To undo " + revision + " restores " + place);
			}
		}
	}

	/**
	 * As Liquibase has it: onSqlOutput says whether a precondition counts, and by default
	 * it does not.
	 */
	private void warnOfPreconditions(Plan plan, RevisionCatalog catalog) throws DatabaseException {
		for (Step step : plan.steps()) {
			ChangeSet changeSet = catalog.source(step.revision()).changeSet();
			if (step.action() == Step.Action.APPLY && changeSet != null && changeSet.getPreconditions() != null
					&& changeSet.getPreconditions()
						.getOnSqlOutput() == PreconditionContainer.OnSqlOutputOption.IGNORE) {
				comment("WARNING: the precondition of " + step.revision() + " is not checked here");
			}
		}
	}

	/** To write such a step down is to carry it out. */
	private static void refuseMoreThanSql(Plan plan, RevisionCatalog catalog) {
		for (Step step : plan.steps()) {
			ChangeSet changeSet = catalog.source(step.revision()).changeSet();
			boolean recorded = step.action() == Step.Action.REVERT && step.revision().undo().how() == Undo.How.RECORDED;
			if (changeSet != null && !recorded && !SqlScript.isSql(step.action(), changeSet)) {
				throw InvalidTargetException.wrong("Revision " + MigrationException.line(step.revision())
						+ " does more than SQL (a custom change, a command or a stop), and cannot be written down.",
						"Write down the way to the revision before it, or run the operation itself.");
			}
		}
	}

	private void execute(Plan plan, RevisionCatalog catalog) throws Exception {
		this.session.history().init();
		PlanExecutor.ofScript(this.session, plan, catalog).execute();
	}

	private void comment(String text) throws DatabaseException {
		Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", this.database).comment(text);
	}

}
