package io.soundshare.migrations.sqlite.execution;

import java.util.List;

import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.logging.Logger;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/**
 * Runs one statement as Liquibase would, unless it holds values that SQLite would store
 * as something else.
 */
final class StatementRunner {

	private final Database database;

	private final DryRun dryRun;

	private List<SqlVisitor> visitors = List.of();

	StatementRunner(Database database, DryRun dryRun) {
		this.database = database;
		this.dryRun = dryRun;
	}

	/** The visitors of the change set, for its SQL. */
	List<SqlVisitor> visitors() {
		return this.visitors;
	}

	void setVisitors(List<SqlVisitor> visitors) {
		this.visitors = visitors;
	}

	void execute(SqlStatement statement) throws DatabaseException {
		if (statement.skipOnUnsupported() && !SqlGeneratorFactory.getInstance().supports(statement, this.database)) {
			return;
		}
		Executor executor = Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", this.database);
		List<String> refusals = ColumnValues.refusals(statement, this.database);
		if (!refusals.isEmpty()) {
			throw new AlterRefusedException(String.join(System.lineSeparator(), refusals));
		}
		Logger log = Scope.getCurrentScope().getLog(StatementRunner.class);
		log.fine("Executing Statement: " + statement);
		try {
			executor.execute(statement, this.visitors);
		}
		catch (DatabaseException ex) {
			if (!statement.continueOnError()) {
				throw ex;
			}
			log.severe("Error executing statement '" + statement + "', but continuing", ex);
		}
		if (this.dryRun.isOn()) {
			this.dryRun.apply(statement);
		}
	}

}
