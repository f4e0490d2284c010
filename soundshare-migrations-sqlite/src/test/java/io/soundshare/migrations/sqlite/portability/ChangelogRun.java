package io.soundshare.migrations.sqlite.portability;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * A changelog on one database, driven as any user of Liquibase would.
 */
final class ChangelogRun {

	/** A guarded change set's preconditions fail; update-sql does not ask them. */
	private static final Contexts CONTEXTS = new Contexts("test,faker,prod,guarded");

	private static final String SQL_CONTEXTS = "test,faker,prod";

	private final Changelog changelog;

	private final Connection connection;

	private final Database database;

	private final Liquibase liquibase;

	ChangelogRun(Changelog changelog, Connection connection) throws LiquibaseException {
		this.changelog = changelog;
		this.connection = connection;
		this.database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
		this.liquibase = new Liquibase(changelog.file(), new ClassLoaderResourceAccessor(), this.database);
	}

	void update() throws LiquibaseException, SQLException {
		this.liquibase.update(CONTEXTS);
		this.connection.setAutoCommit(true);
	}

	String updateSql() throws LiquibaseException, SQLException {
		ByteArrayOutputStream script = new ByteArrayOutputStream();
		new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
			.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, this.database)
			.addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, this.changelog.file())
			.addArgumentValue(UpdateSqlCommandStep.CONTEXTS_ARG, SQL_CONTEXTS)
			.setOutput(script)
			.execute();
		this.connection.setAutoCommit(true);
		return script.toString(StandardCharsets.UTF_8);
	}

	/**
	 * The number of change sets, the last ones that ran, that can be rolled back.
	 * @return the number to give to {@link #rollback}
	 * @throws LiquibaseException if the changelog cannot be read
	 */
	int reversible() throws LiquibaseException {
		List<RanChangeSet> ran = this.database.getRanChangeSetList();
		int count = 0;
		for (int i = ran.size() - 1; i >= 0; i--) {
			ChangeSet changeSet = this.liquibase.getDatabaseChangeLog().getChangeSet(ran.get(i));
			if (changeSet == null || !changeSet.supportsRollback(this.database)) {
				break;
			}
			count++;
		}
		return count;
	}

	void rollback(int count) throws LiquibaseException, SQLException {
		this.liquibase.rollback(count, CONTEXTS, new LabelExpression());
		this.connection.setAutoCommit(true);
	}

}
