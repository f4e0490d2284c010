package io.soundshare.migrations;

import java.util.List;

import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;

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
		RevisionReader reader = new RevisionReader(this.session);
		RevisionCatalog catalog = (operation == Operation.RESET) ? reader.readWithoutHistory() : reader.read();
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
		if (operation != Operation.DOWNGRADE) {
			Migrations.validate(this.session, catalog);
		}
		return new Script(plan, new SqlScript(this.database).of(() -> {
			comment(operation + ((operation != Operation.RESET) ? " to " + target : "") + ", " + plan.steps().size()
					+ " revision(s), " + this.session.databaseInfo().url());
			if (operation == Operation.RESET) {
				new DatabaseCleaner(this.database).clean();
				withoutHistory(() -> execute(plan, catalog));
			}
			else {
				execute(plan, catalog);
			}
		}));
	}

	private void execute(Plan plan, RevisionCatalog catalog) throws Exception {
		this.session.history().init();
		new PlanExecutor(this.session, plan, catalog, ProgressListener.SILENT).execute(plan, catalog);
	}

	private void comment(String text) throws DatabaseException {
		executor(this.database).comment(text);
	}

	/**
	 * After a reset there is no history, but the script is written while there still is.
	 */
	private void withoutHistory(SqlScript.Work work) throws Exception {
		ChangeLogHistoryServiceFactory factory = Scope.getCurrentScope()
			.getSingleton(ChangeLogHistoryServiceFactory.class);
		EmptyHistory empty = new EmptyHistory(this.database);
		factory.register(empty);
		factory.resetDatabase(this.database);
		try {
			work.run();
		}
		finally {
			factory.unregister(empty);
			factory.resetDatabase(this.database);
		}
	}

	private static Executor executor(Database database) {
		return Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
	}

	/**
	 * The history of a database that was just dropped.
	 */
	private static final class EmptyHistory extends StandardChangeLogHistoryService {

		private final Database dropped;

		EmptyHistory(Database dropped) {
			this.dropped = dropped;
		}

		@Override
		public boolean supports(Database database) {
			return database == this.dropped;
		}

		@Override
		public int getPriority() {
			return Integer.MAX_VALUE;
		}

		@Override
		public void init() throws DatabaseException {
			executor(this.dropped).execute(new CreateDatabaseChangeLogTableStatement());
		}

		@Override
		public List<RanChangeSet> getRanChangeSets() {
			return List.of();
		}

		@Override
		public int getNextSequenceValue() {
			return ++this.sequence;
		}

		private int sequence;

	}

}
