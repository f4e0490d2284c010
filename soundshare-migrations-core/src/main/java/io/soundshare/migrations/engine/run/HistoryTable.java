package io.soundshare.migrations.engine.run;

import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.statement.core.UpdateStatement;

/**
 * Writes to Liquibase's history what Liquibase itself has no way to write.
 */
final class HistoryTable {

	private final Database database;

	HistoryTable(Database database) {
		this.database = database;
	}

	/** Say in the row of a change set how it came about. */
	void setExecution(ChangeSet changeSet, ChangeSet.ExecType execution) throws DatabaseException {
		ObjectQuotingStrategy current = this.database.getObjectQuotingStrategy();
		this.database.setObjectQuotingStrategy(ObjectQuotingStrategy.LEGACY);
		try {
			Scope.getCurrentScope()
				.getSingleton(ExecutorService.class)
				.getExecutor("jdbc", this.database)
				.execute(new UpdateStatement(this.database.getLiquibaseCatalogName(),
						this.database.getLiquibaseSchemaName(), this.database.getDatabaseChangeLogTableName())
					.addNewColumnValue("EXECTYPE", execution.value)
					.setWhereClause("ID = ? AND AUTHOR = ? AND FILENAME = ?")
					.addWhereParameters(changeSet.getId(), changeSet.getAuthor(), changeSet.getStoredFilePath()));
			this.database.commit();
		}
		finally {
			this.database.setObjectQuotingStrategy(current);
		}
	}

}
