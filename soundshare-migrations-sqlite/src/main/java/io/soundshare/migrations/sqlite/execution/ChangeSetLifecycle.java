package io.soundshare.migrations.sqlite.execution;

import java.util.List;

import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.script.RawSqlScripts;
import liquibase.change.Change;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;

/**
 * Change sets as Liquibase has its database carry them out: change after change, then a
 * commit or a rollback.
 */
public final class ChangeSetLifecycle {

	private final SchemaSource database;

	private final DryRun dryRun;

	private final ChangeSetTransaction transaction;

	private final ChangeSetExecution execution;

	/** The enforcement while everything is dropped. */
	private final ForeignKeyEnforcement enforcement;

	/**
	 * The life of the change sets of a database.
	 * @param database the database, which need not have its connection yet
	 */
	public ChangeSetLifecycle(SchemaSource database) {
		this.database = database;
		this.dryRun = new DryRun(database);
		this.transaction = new ChangeSetTransaction(database, this.dryRun);
		this.execution = new ChangeSetExecution(database, this.dryRun, this.transaction);
		this.enforcement = new ForeignKeyEnforcement(database);
	}

	/**
	 * The schema the next change meets.
	 * @return the live schema; in a dry run the one the SQL written so far would have
	 * made
	 */
	public SqliteSchema schema() {
		return this.dryRun.isOn() ? this.dryRun.schema() : SqliteSchema.of(Connections.jdbc(this.database));
	}

	/**
	 * Runs a change.
	 * @param change the change, with its change set
	 * @param visitors what the change set does to its SQL
	 * @throws LiquibaseException if it cannot be run
	 */
	public void execute(Change change, List<SqlVisitor> visitors) throws LiquibaseException {
		Lookahead ahead = Lookahead.upgrade(this.database, change);
		this.transaction.begin(ahead::tableEdits, ahead::rowsChange);
		this.execution.run(RawSqlScripts.statements(change, this.database), visitors, ahead.continues());
	}

	/**
	 * Undoes a change.
	 * @param change the change, with its change set
	 * @param visitors what the change set does to the SQL of its rollback
	 * @throws LiquibaseException if it cannot be undone
	 */
	public void rollback(Change change, List<SqlVisitor> visitors) throws LiquibaseException {
		Lookahead ahead = Lookahead.rollback(this.database, change);
		setUndoing(true);
		try {
			this.transaction.begin(ahead::tableEdits, ahead::rowsChange);
			this.execution.run(
					RawSqlScripts.normalize(List.of(change.generateRollbackStatements(this.database)), this.database),
					visitors, ahead.continues());
		}
		finally {
			setUndoing(false);
		}
	}

	/**
	 * Runs statements that no change is known for.
	 * @param statements the statements
	 * @param visitors what is done to their SQL
	 * @throws LiquibaseException if one cannot be run
	 */
	public void execute(SqlStatement[] statements, List<SqlVisitor> visitors) throws LiquibaseException {
		this.transaction.begin(() -> Lookahead.tableEdits(this.database, statements), () -> true);
		this.execution.run(RawSqlScripts.normalize(List.of(statements), this.database), visitors, false);
	}

	/**
	 * Tells whether what follows is of a rollback. Liquibase also writes one down for
	 * what was not applied yet (futureRollbackSQL): what it drops need not be there.
	 * @param undoing whether it is
	 */
	public void setUndoing(boolean undoing) {
		this.dryRun.setUndoing(undoing);
	}

	/**
	 * Runs what still waits, and verifies.
	 * @throws DatabaseException if it cannot be run
	 */
	public void beforeCommit() throws DatabaseException {
		this.execution.beforeCommit();
	}

	/**
	 * Goes on after a commit.
	 * @throws DatabaseException if foreign keys cannot be enforced again
	 */
	public void committed() throws DatabaseException {
		this.transaction.committed();
	}

	/** Forgets what still waits. */
	public void beforeRollback() {
		this.execution.discard();
	}

	/**
	 * Goes on after a rollback.
	 * @throws DatabaseException if foreign keys cannot be enforced, or not enforced, as
	 * it should be
	 */
	public void rolledBack() throws DatabaseException {
		this.transaction.rolledBack();
	}

	/**
	 * Stops enforcing foreign keys, if they are enforced.
	 * @throws DatabaseException if SQLite does not
	 */
	public void pauseEnforcement() throws DatabaseException {
		this.enforcement.pause();
	}

	/**
	 * Enforces foreign keys again, if they were.
	 * @throws DatabaseException if SQLite does not
	 */
	public void resumeEnforcement() throws DatabaseException {
		this.enforcement.resume();
	}

	/** Forgets the dry run. */
	public void close() {
		this.dryRun.close();
	}

}
