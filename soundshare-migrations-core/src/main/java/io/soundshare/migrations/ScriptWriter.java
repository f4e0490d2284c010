package io.soundshare.migrations;

import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;

/**
 * Writes an operation down as SQL: the same plan, the same executor, another end.
 */
final class ScriptWriter {

	private final LiquibaseSession session;

	private final Database database;

	ScriptWriter(LiquibaseSession session) {
		this.session = session;
		this.database = session.database();
	}

	Script write(Operation operation, Target target) throws Exception {
		if (operation == Operation.RESET) {
			this.session.use(new EmptyHistory(this.database));
		}
		RevisionCatalog catalog = new RevisionReader(this.session).read();
		Planner planner = new Planner(catalog.revisions());
		Plan plan = switch (operation) {
			case UPGRADE -> planner.upgrade(target);
			case DOWNGRADE -> planner.downgrade(target);
			case STAMP -> planner.stamp(target);
			case RESET -> new Plan(Operation.RESET, planner.upgrade(Target.HEAD).steps());
		};
		if (plan.isEmpty() && operation != Operation.RESET) {
			return new Script(plan, "");
		}
		this.session.publish();
		if (operation != Operation.DOWNGRADE) {
			ChangelogValidator.validate(this.session, catalog);
		}
		return new Script(plan, new SqlScript(this.database).of(() -> {
			comment(operation + ((operation != Operation.RESET) ? " to " + target : "") + ", " + plan.steps().size()
					+ " revision(s), " + this.session.databaseInfo().url());
			if (operation == Operation.RESET) {
				new DatabaseCleaner(this.database).clean();
			}
			execute(plan, catalog);
		}));
	}

	private void execute(Plan plan, RevisionCatalog catalog) throws Exception {
		this.session.history().init();
		new PlanExecutor(this.session, plan, catalog, ProgressListener.SILENT).execute(plan, catalog);
	}

	private void comment(String text) throws DatabaseException {
		Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", this.database).comment(text);
	}

}
