package io.soundshare.migrations.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.catalog.Applicability;
import io.soundshare.migrations.engine.session.HistoryRegistry;
import io.soundshare.migrations.model.Step;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.InsertDataChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a revision, written for the schema it meets: all revisions before it are
 * written down first, for nobody, from an empty database on. With our extension for
 * SQLite a change of a table becomes a new table made from the text of the old one; the
 * database at hand may not have that table yet, or have it with the change.
 */
public final class Rehearsal {

	/** Changes that leave the schema alone, and may have to read a lot. */
	private static final Set<Class<? extends Change>> ROWS = Set.of(InsertDataChange.class, LoadDataChange.class,
			UpdateDataChange.class, DeleteDataChange.class, TagDatabaseChange.class, OutputChange.class);

	private final Database database;

	private final List<String> written = new ArrayList<>();

	private Rehearsal(Database database) {
		this.database = database;
	}

	/**
	 * Write down change sets.
	 * @param before the change sets before the wanted one, in changelog order
	 * @param wanted the change set whose SQL is wanted
	 * @return its SQL
	 */
	public static Sql of(List<ChangeSet> before, ChangeSet wanted, ResourceAccessor resources)
			throws LiquibaseException {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new OfflineConnection("offline:sqlite", resources));
		try {
			return new Rehearsal(database).write(before, wanted);
		}
		finally {
			HistoryRegistry.unregister(database);
			database.close();
		}
	}

	private Sql write(List<ChangeSet> before, ChangeSet wanted) {
		ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
		Executor executor = executors.getExecutor("jdbc", this.database);
		executors.setExecutor("jdbc", this.database, new Collector(executor));
		before.forEach((changeSet) -> written(() -> upgrade(changeSet, ROWS)));
		List<String> upgrade = SqlScript.isSql(Step.Action.APPLY, wanted) ? written(() -> upgrade(wanted, Set.of()))
				: null;
		List<String> downgrade = (wanted.supportsRollback(this.database) && SqlScript.isSql(Step.Action.REVERT, wanted))
				? written(() -> downgrade(wanted)) : null;
		return new Sql(upgrade, downgrade);
	}

	/** Write down what can be; what cannot is left out, here and for what comes after. */
	private @Nullable List<String> written(Work work) {
		this.written.clear();
		try {
			work.run();
			this.database.commit();
			return List.copyOf(this.written);
		}
		catch (LiquibaseException | RuntimeException ex) {
			Scope.getCurrentScope().getLog(Rehearsal.class).fine("Not written down", ex);
			try {
				this.database.rollback();
			}
			catch (DatabaseException suppressed) {
				ex.addSuppressed(suppressed);
			}
			return null;
		}
	}

	private void upgrade(ChangeSet changeSet, Set<Class<? extends Change>> skipped) throws LiquibaseException {
		for (Change change : changeSet.getChanges()) {
			if (applies(change) && skipped.stream().noneMatch((type) -> type.isInstance(change))) {
				change.finishInitialization();
				this.database.executeStatements(change, changeSet.getChangeLog(), changeSet.getSqlVisitors());
			}
		}
	}

	private void downgrade(ChangeSet changeSet) throws LiquibaseException {
		if (changeSet.hasCustomRollbackChanges()) {
			List<SqlStatement> statements = new ArrayList<>();
			for (Change change : changeSet.getRollback().getChanges()) {
				SqlStatement[] own = applies(change) ? change.generateStatements(this.database) : null;
				statements.addAll((own != null) ? Arrays.asList(own) : List.of());
			}
			this.database.executeRollbackStatements(statements.toArray(SqlStatement[]::new),
					changeSet.getSqlVisitors());
			return;
		}
		List<Change> changes = new ArrayList<>(changeSet.getChanges());
		Collections.reverse(changes);
		for (Change change : changes) {
			if (applies(change)) {
				this.database.executeRollbackStatements(change, changeSet.getSqlVisitors());
			}
		}
	}

	private boolean applies(Change change) {
		return SqlScript.isSql(change) && Applicability.applies(change, this.database);
	}

	/**
	 * The SQL a revision comes down to.
	 *
	 * @param upgrade the SQL of the upgrade, {@code null} if it is more than SQL
	 * @param downgrade the SQL of the rollback, {@code null} if there is none or it is
	 * more than SQL
	 */
	public record Sql(@Nullable List<String> upgrade, @Nullable List<String> downgrade) {

	}

	/**
	 * Writes something down.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws LiquibaseException;

	}

	/**
	 * Keeps the statements apart.
	 */
	private final class Collector extends LoggingExecutor {

		Collector(Executor executor) {
			super(executor, null, Rehearsal.this.database);
		}

		@Override
		public void execute(SqlStatement statement) throws DatabaseException {
			execute(statement, List.of());
		}

		@Override
		public void execute(SqlStatement statement, List<SqlVisitor> visitors) throws DatabaseException {
			for (String sql : applyVisitors(statement, visitors)) {
				Rehearsal.this.written.add(sql.strip());
			}
		}

	}

}
