package io.soundshare.migrations.engine.session;

import java.util.List;

import liquibase.Scope;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;

/**
 * The history a database will have after it was dropped, while it still is there.
 */
public final class EmptyHistory extends StandardChangeLogHistoryService {

	private int sequence;

	public EmptyHistory(Database database) {
		setDatabase(database);
	}

	@Override
	public void init() throws DatabaseException {
		Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", getDatabase())
			.execute(new CreateDatabaseChangeLogTableStatement());
	}

	@Override
	public List<RanChangeSet> getRanChangeSets() {
		return List.of();
	}

	@Override
	public int getNextSequenceValue() {
		return ++this.sequence;
	}

}
