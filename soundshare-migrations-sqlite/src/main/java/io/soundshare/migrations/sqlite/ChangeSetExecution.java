package io.soundshare.migrations.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.soundshare.migrations.sqlite.alter.AlterPlan;
import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.alter.DropForeignKeys;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.alter.Verification;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.Dependents;
import io.soundshare.migrations.sqlite.schema.ForeignKeyReference;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.sqlgenerator.TableEdits;
import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.Scope;
import liquibase.exception.DatabaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.logging.Logger;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddDefaultValueStatement;
import liquibase.statement.core.DropTableStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;
import liquibase.statement.core.RenameColumnStatement;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a change set: consecutive changes of a table as one, with
 * foreign keys not enforced if a table may be rebuilt, and verified before the commit.
 */
final class ChangeSetExecution {

	private final SqliteDatabase database;

	private final DryRun dryRun;

	/** Changes of tables that are not made yet, because more of the same may come. */
	private final Map<String, List<TableEdit>> waiting = new LinkedHashMap<>();

	private List<SqlVisitor> visitors = List.of();

	private boolean begun;

	private @Nullable Verification verification;

	private boolean enforcementPaused;

	/** Whether the transaction is somebody else's, and has work of before in it. */
	private boolean marked;

	/** Whether the SQL written down has opened a transaction. */
	private boolean scriptOpened;

	ChangeSetExecution(SqliteDatabase database, DryRun dryRun) {
		this.database = database;
		this.dryRun = dryRun;
	}

	/**
	 * Prepares for all statements of a change set, before the first of them is run.
	 * @param ahead the changes of tables that are ahead
	 * @param rowsChange whether rows may be changed as well, other than by those
	 */
	void begin(Supplier<List<TableEdit>> ahead, BooleanSupplier rowsChange) throws DatabaseException {
		if (this.begun || this.dryRun.isOn() || this.database.isAutoCommit()) {
			return;
		}
		this.begun = true;
		List<TableEdit> edits = ahead.get();
		if (edits.isEmpty() && !this.enforcementPaused) {
			return;
		}
		SqliteSchema schema = this.database.schema();
		if (!this.marked && edits.stream().anyMatch((edit) -> !edit.isNativeIn(schema))) {
			pauseEnforcement();
		}
		this.verification = new Verification(schema);
		if (this.enforcementPaused && rowsChange.getAsBoolean()) {
			this.verification.beforeRowsChange();
		}
	}

	/**
	 * Runs statements.
	 * @param statements the statements
	 * @param visitors what the change set does to its SQL
	 * @param more whether more changes of tables follow in the change set
	 */
	void run(List<SqlStatement> statements, List<SqlVisitor> visitors, boolean more) throws DatabaseException {
		if (!visitors.equals(this.visitors)) {
			flush();
			this.visitors = visitors;
		}
		for (SqlStatement statement : statements) {
			if (TableEdits.isTableEdit(statement)) {
				if (statement instanceof AddDefaultValueStatement add && add.getColumnDataType() == null) {
					// The table tells the type, with the changes that are waiting.
					flush();
				}
				for (TableEdit edit : TableEdits.of(statement, this.database)) {
					await(edit);
				}
			}
			else {
				flush();
				if (statement instanceof DropTableStatement drop) {
					drop(drop);
				}
				else if (statement instanceof RenameColumnStatement rename) {
					rename(rename);
				}
				else {
					executeWatched(statement);
				}
			}
		}
		if (!more || this.database.isAutoCommit()) {
			flush();
		}
	}

	void beforeCommit() throws DatabaseException {
		flush();
		verify();
		closeScript();
	}

	void discard() {
		this.waiting.clear();
		this.scriptOpened = false;
	}

	/** What was done so far has become part of a transaction that goes on. */
	void marked() {
		this.begun = false;
		this.verification = null;
		this.marked = true;
	}

	/**
	 * What was done since the last mark is undone. A transaction of several change sets
	 * begins like this too: if one of them may rebuild a table, foreign keys are not
	 * enforced in any, since that can be changed before its first statement only.
	 */
	void rolledBackToMark() throws DatabaseException {
		this.begun = false;
		this.verification = null;
		if (!this.marked && !this.dryRun.isOn() && SharedTransaction.mayRebuild(this.database)) {
			pauseEnforcement();
		}
	}

	private void pauseEnforcement() throws DatabaseException {
		Connection connection = Connections.jdbc(this.database);
		if (ForeignKeyEnforcement.isOn(connection)) {
			ForeignKeyEnforcement.set(connection, false);
			this.enforcementPaused = true;
		}
	}

	/** The transaction is over. */
	void ended() throws DatabaseException {
		this.begun = false;
		this.marked = false;
		this.verification = null;
		if (this.enforcementPaused) {
			this.enforcementPaused = false;
			ForeignKeyEnforcement.set(Connections.jdbc(this.database), true);
		}
	}

	private void await(TableEdit edit) throws DatabaseException {
		String table = Names.fold(edit.table());
		if (!edit.canFollow(this.waiting.getOrDefault(table, List.of()))) {
			flush();
		}
		this.waiting.computeIfAbsent(table, (any) -> new ArrayList<>()).add(edit);
	}

	private void flush() throws DatabaseException {
		List<List<TableEdit>> tables = List.copyOf(this.waiting.values());
		this.waiting.clear();
		for (List<TableEdit> edits : tables) {
			AlterPlan plan = AlterPlan.of(this.database.schema(), edits);
			plan.losses().forEach((loss) -> log().warning("Table " + plan.table() + " loses with its column: " + loss));
			if (plan.isEmpty()) {
				log().info("Table " + plan.table() + " is as wanted already");
			}
			else if (this.dryRun.isOn()) {
				write(plan, edits);
			}
			else if (this.database.isAutoCommit()) {
				alone(plan.rebuild(), () -> alter(plan, edits));
			}
			else {
				alter(plan, edits);
			}
		}
	}

	private void alter(AlterPlan plan, List<TableEdit> edits) throws DatabaseException {
		SqliteSchema schema = this.database.schema();
		if (plan.rebuild() && ForeignKeyEnforcement.isOn(Connections.jdbc(this.database))
				&& !schema.foreignKeysTo(plan.table()).isEmpty()) {
			throw new AlterRefusedException(
					"Table " + plan.table() + " has to be rebuilt, but foreign keys refer to it,"
							+ " and SQLite cannot stop enforcing them in the middle of a transaction."
							+ " Put this change into a change set of its own.");
		}
		verification().before(plan);
		long start = System.nanoTime();
		if (plan.rebuild()) {
			log().info("Rebuilding table " + plan.table() + " of SQLite " + schema.version());
		}
		try {
			execute(new AlterTableStatement(edits));
		}
		catch (DatabaseException ex) {
			throw plan.explain(ex);
		}
		if (plan.rebuild()) {
			log().info("Table " + plan.table() + " rebuilt in " + (System.nanoTime() - start) / 1_000_000 + " ms");
		}
	}

	/**
	 * A part of a change set that runs without a transaction: it gets one of its own.
	 */
	private void alone(boolean unenforced, Part part) throws DatabaseException {
		Connection connection = Connections.jdbc(this.database);
		this.enforcementPaused = unenforced && ForeignKeyEnforcement.isOn(connection);
		if (this.enforcementPaused) {
			ForeignKeyEnforcement.set(connection, false);
		}
		try {
			connection.setAutoCommit(false);
			try {
				part.run();
				this.database.commit();
			}
			catch (DatabaseException | RuntimeException ex) {
				this.database.rollback();
				throw ex;
			}
			finally {
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	private void drop(DropTableStatement drop) throws DatabaseException {
		if (drop.isCascadeConstraints()) {
			dropForeignKeysTo(drop.getTableName());
		}
		Dependents.of(this.database.schema(), drop.getTableName()).whyNotDropped().ifPresent((reason) -> {
			throw new AlterRefusedException(reason);
		});
		if (!this.database.schema().holdsItself(drop.getTableName())) {
			executeWatched(drop);
		}
		else if (this.dryRun.isOn()) {
			openScript();
			execute(drop);
			endPart();
		}
		else if (this.database.isAutoCommit()) {
			alone(true, () -> execute(drop));
		}
		else {
			executeWatched(drop);
		}
	}

	private void rename(RenameColumnStatement rename) throws DatabaseException {
		if (this.database.isAutoCommit() && !this.dryRun.isOn()) {
			alone(false, () -> renameWatched(rename));
		}
		else {
			renameWatched(rename);
			endPart();
		}
	}

	private void renameWatched(RenameColumnStatement rename) throws DatabaseException {
		verification().beforeRename(rename.getTableName(), rename.getOldColumnName());
		executeWatched(rename);
	}

	private void dropForeignKeysTo(String parent) throws DatabaseException {
		this.database.schema()
			.foreignKeysTo(parent)
			.stream()
			.map(ForeignKeyReference::table)
			.filter((child) -> !Names.same(child, parent))
			.distinct()
			.forEach((child) -> this.waiting.computeIfAbsent(Names.fold(child), (table) -> new ArrayList<>())
				.add(new DropForeignKeys(child, null, parent)));
		flush();
	}

	private void write(AlterPlan plan, List<TableEdit> edits) throws DatabaseException {
		verification().before(plan);
		if (plan.rebuild()) {
			openScript();
		}
		execute(new AlterTableStatement(edits));
		endPart();
	}

	/** In a dry run, the end of a part that would have been a transaction of its own. */
	private void endPart() throws DatabaseException {
		if (this.dryRun.isOn() && this.database.isAutoCommit()) {
			verify();
			this.verification = null;
			closeScript();
		}
	}

	private void verify() {
		if (this.verification != null) {
			this.verification.verify();
		}
	}

	private Verification verification() {
		if (this.verification == null) {
			this.verification = new Verification(this.database.schema());
		}
		return this.verification;
	}

	private void openScript() throws DatabaseException {
		if (!this.scriptOpened) {
			// Fails, instead of losing rows, where a transaction is open: there the
			// pragma does
			// nothing.
			execute(new RawParameterizedSqlStatement("PRAGMA foreign_keys = OFF"));
			execute(new RawParameterizedSqlStatement("BEGIN"));
			this.scriptOpened = true;
		}
	}

	private void closeScript() throws DatabaseException {
		if (this.scriptOpened) {
			this.scriptOpened = false;
			execute(new RawParameterizedSqlStatement("PRAGMA foreign_key_check"));
			execute(new RawParameterizedSqlStatement("COMMIT"));
			if (this.dryRun.isEnforcing()) {
				execute(new RawParameterizedSqlStatement("PRAGMA foreign_keys = ON"));
			}
		}
	}

	private void executeWatched(SqlStatement statement) throws DatabaseException {
		if (!this.enforcementPaused || this.verification == null) {
			execute(statement);
			return;
		}
		CascadeGuard guard = new CascadeGuard(statement, this.database, this.database.schema());
		guard.before();
		execute(statement);
		guard.after(this.verification);
	}

	private void execute(SqlStatement statement) throws DatabaseException {
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
		log().fine("Executing Statement: " + statement);
		try {
			executor.execute(statement, this.visitors);
		}
		catch (DatabaseException ex) {
			if (!statement.continueOnError()) {
				throw ex;
			}
			log().severe("Error executing statement '" + statement + "', but continuing", ex);
		}
		if (this.dryRun.isOn()) {
			this.dryRun.apply(statement);
		}
	}

	private static Logger log() {
		return Scope.getCurrentScope().getLog(ChangeSetExecution.class);
	}

	private interface Part {

		void run() throws DatabaseException;

	}

}
