package io.soundshare.migrations.engine.script;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.soundshare.migrations.engine.catalog.Applicability;
import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Step;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.StopChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomSqlRollback;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Gets SQL instead of effects.
 */
public final class SqlScript {

	private final Database database;

	public SqlScript(Database database) {
		this.database = database;
	}

	/** The SQL some work would run. Reads go to the database, writes into the text. */
	String of(Work work) throws Exception {
		StringWriter output = new StringWriter();
		ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
		Executor executor = executors.getExecutor("jdbc", this.database);
		executors.setExecutor("jdbc", this.database, new Script(executor, output, this.database));
		AtomicConnection connection = AtomicConnection.of(this.database);
		// A stock Liquibase that ends in this JVM may take that executor away
		// (ExecutorService.reset): then nothing would be committed either.
		connection.discardCommits();
		try {
			work.run();
		}
		finally {
			connection.stopPuttingOff();
			executors.setExecutor("jdbc", this.database, executor);
			this.database.rollback();
		}
		return output.toString().strip();
	}

	/**
	 * Whether a change comes down to SQL. To ask a custom task, a command of the
	 * operating system or a stop for its statements is to carry it out.
	 */
	static boolean isSql(Change change) {
		if (change instanceof CustomChangeWrapper wrapper) {
			return wrapper.getCustomChange() instanceof CustomSqlChange;
		}
		return !(change instanceof ExecuteShellCommandChange) && !(change instanceof StopChange);
	}

	private static boolean isSqlDown(Change change) {
		if (change instanceof CustomChangeWrapper wrapper) {
			return wrapper.getCustomChange() instanceof CustomSqlRollback;
		}
		return isSql(change);
	}

	/** Whether all a step does comes down to SQL. */
	static boolean isSql(Step.Action action, ChangeSet changeSet) {
		return switch (action) {
			case APPLY -> changeSet.getChanges().stream().allMatch(SqlScript::isSql);
			case REVERT -> changeSet.hasCustomRollbackChanges()
					? changeSet.getRollback().getChanges().stream().allMatch(SqlScript::isSql)
					: changeSet.getChanges().stream().allMatch(SqlScript::isSqlDown);
			case MARK, UNMARK -> true;
		};
	}

	/** The SQL of an upgrade, {@code null} if it is more than SQL. */
	public @Nullable List<String> upgrade(ChangeSet changeSet) throws Exception {
		if (!isSql(Step.Action.APPLY, changeSet)) {
			return null;
		}
		List<String> sql = new ArrayList<>();
		for (Change change : changeSet.getChanges()) {
			if (Applicability.applies(change, this.database)) {
				add(sql, change.generateStatements(this.database), changeSet);
			}
		}
		return sql;
	}

	/** The SQL of a rollback, {@code null} if there is none or it is more than SQL. */
	public @Nullable List<String> downgrade(ChangeSet changeSet) throws Exception {
		if (!changeSet.supportsRollback(this.database) || !isSql(Step.Action.REVERT, changeSet)) {
			return null;
		}
		List<String> sql = new ArrayList<>();
		if (changeSet.hasCustomRollbackChanges()) {
			for (Change change : changeSet.getRollback().getChanges()) {
				if (Applicability.applies(change, this.database)) {
					add(sql, change.generateStatements(this.database), changeSet);
				}
			}
			return sql;
		}
		List<Change> changes = new ArrayList<>(changeSet.getChanges());
		Collections.reverse(changes);
		try {
			for (Change change : changes) {
				if (Applicability.applies(change, this.database)) {
					add(sql, change.generateRollbackStatements(this.database), changeSet);
				}
			}
		}
		catch (RollbackImpossibleException ex) {
			return null;
		}
		return sql;
	}

	private void add(List<String> sql, SqlStatement @Nullable [] statements, ChangeSet changeSet) {
		if (statements == null) {
			return;
		}
		for (SqlStatement statement : statements) {
			for (Sql part : SqlGeneratorFactory.getInstance().generateSql(statement, this.database)) {
				String text = part.toSql();
				for (SqlVisitor visitor : changeSet.getSqlVisitors()) {
					text = visitor.modifySql(text, this.database);
				}
				sql.add(text.strip());
			}
		}
	}

	/**
	 * A script whose comments stay comments, whatever a change set is called.
	 */
	private static final class Script extends LoggingExecutor {

		Script(Executor executor, StringWriter output, Database database) {
			super(executor, output, database);
		}

		@Override
		public void comment(String message) throws DatabaseException {
			super.comment(Printable.line(message));
		}

	}

	/**
	 * Work that would write to the database.
	 */
	@FunctionalInterface
	interface Work {

		void run() throws Exception;

	}

}
