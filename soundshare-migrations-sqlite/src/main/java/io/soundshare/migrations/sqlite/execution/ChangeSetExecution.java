package io.soundshare.migrations.sqlite.execution;

import java.util.List;
import java.util.Optional;

import io.soundshare.migrations.sqlite.alter.AlterPlan;
import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.alter.DropForeignKeys;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.alter.Verification;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.Dependents;
import io.soundshare.migrations.sqlite.schema.ForeignKeyReference;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.sqlgenerator.TableEdits;
import liquibase.Scope;
import liquibase.exception.DatabaseException;
import liquibase.logging.Logger;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddDefaultValueStatement;
import liquibase.statement.core.DropTableStatement;
import liquibase.statement.core.RenameColumnStatement;

/**
 * The statements of a change set on their way to the database, or to the script of a dry
 * run: consecutive changes of a table as one, everything else as it comes.
 */
final class ChangeSetExecution {

	private final SchemaSource database;

	private final DryRun dryRun;

	private final ChangeSetTransaction transaction;

	private final StatementRunner runner;

	private final ScriptFrame script;

	private final EditQueue waiting = new EditQueue();

	ChangeSetExecution(SchemaSource database, DryRun dryRun, ChangeSetTransaction transaction) {
		this.database = database;
		this.dryRun = dryRun;
		this.transaction = transaction;
		this.runner = new StatementRunner(database, dryRun);
		this.script = new ScriptFrame(dryRun, this.runner);
	}

	/**
	 * Runs statements.
	 * @param statements the statements
	 * @param visitors what the change set does to its SQL
	 * @param more whether more changes of tables follow in the change set
	 */
	void run(List<SqlStatement> statements, List<SqlVisitor> visitors, boolean more) throws DatabaseException {
		if (!visitors.equals(this.runner.visitors())) {
			flush();
			this.runner.setVisitors(visitors);
		}
		for (SqlStatement statement : statements) {
			if (TableEdits.isTableEdit(statement)) {
				edit(statement);
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
		this.transaction.verify();
		this.script.close();
	}

	void discard() {
		this.waiting.clear();
		this.script.discard();
	}

	private void edit(SqlStatement statement) throws DatabaseException {
		if (statement instanceof AddDefaultValueStatement add && add.getColumnDataType() == null) {
			// The table tells the type, with the changes that are waiting.
			flush();
		}
		for (TableEdit edit : TableEdits.of(statement, this.database)) {
			if (!this.waiting.takes(edit)) {
				flush();
			}
			this.waiting.add(edit);
		}
	}

	private void flush() throws DatabaseException {
		for (List<TableEdit> edits : this.waiting.drain()) {
			AlterPlan plan = AlterPlan.of(this.database.schema(), edits);
			plan.losses().forEach((loss) -> log().warning("Table " + plan.table() + " loses with its column: " + loss));
			if (plan.isEmpty()) {
				log().info("Table " + plan.table() + " is as wanted already");
			}
			else if (this.dryRun.isOn()) {
				write(plan, edits);
			}
			else if (this.database.isAutoCommit()) {
				this.transaction.alone(plan.rebuild(), () -> alter(plan, edits));
			}
			else {
				alter(plan, edits);
			}
		}
	}

	private void write(AlterPlan plan, List<TableEdit> edits) throws DatabaseException {
		this.transaction.verification().before(plan);
		if (plan.rebuild()) {
			this.script.open();
		}
		this.runner.execute(new AlterTableStatement(edits));
		endPart();
	}

	private void alter(AlterPlan plan, List<TableEdit> edits) throws DatabaseException {
		SqliteSchema schema = this.database.schema();
		if (plan.rebuild() && this.transaction.isEnforcing() && !schema.foreignKeys().to(plan.table()).isEmpty()) {
			throw new AlterRefusedException(
					"Table " + plan.table() + " has to be rebuilt, but foreign keys refer to it,"
							+ " and SQLite cannot stop enforcing them in the middle of a transaction."
							+ " Put this change into a change set of its own.");
		}
		this.transaction.verification().before(plan);
		long start = System.nanoTime();
		if (plan.rebuild()) {
			log().info("Rebuilding table " + plan.table() + " of SQLite " + schema.version());
		}
		try {
			this.runner.execute(new AlterTableStatement(edits));
		}
		catch (DatabaseException ex) {
			throw plan.explain(ex);
		}
		if (plan.rebuild()) {
			log().info("Table " + plan.table() + " rebuilt in " + (System.nanoTime() - start) / 1_000_000 + " ms");
		}
	}

	private void drop(DropTableStatement drop) throws DatabaseException {
		if (drop.isCascadeConstraints()) {
			dropForeignKeysTo(drop.getTableName());
		}
		Dependents.of(this.database.schema(), drop.getTableName()).whyNotDropped().ifPresent((reason) -> {
			throw new AlterRefusedException(reason);
		});
		if (!this.database.schema().foreignKeys().holdItself(drop.getTableName())) {
			executeWatched(drop);
		}
		else if (this.dryRun.isOn()) {
			this.script.open();
			this.runner.execute(drop);
			endPart();
		}
		else if (this.database.isAutoCommit()) {
			this.transaction.alone(true, () -> this.runner.execute(drop));
		}
		else {
			executeWatched(drop);
		}
	}

	private void dropForeignKeysTo(String parent) throws DatabaseException {
		this.database.schema()
			.foreignKeys()
			.to(parent)
			.stream()
			.map(ForeignKeyReference::table)
			.filter((child) -> !Names.same(child, parent))
			.distinct()
			.forEach((child) -> this.waiting.add(new DropForeignKeys(child, null, parent)));
		flush();
	}

	private void rename(RenameColumnStatement rename) throws DatabaseException {
		if (this.database.isAutoCommit() && !this.dryRun.isOn()) {
			this.transaction.alone(false, () -> renameWatched(rename));
		}
		else {
			renameWatched(rename);
			endPart();
		}
	}

	private void renameWatched(RenameColumnStatement rename) throws DatabaseException {
		this.transaction.verification().beforeRename(rename.getTableName(), rename.getOldColumnName());
		executeWatched(rename);
	}

	/** In a dry run, the end of a part that would have been a transaction of its own. */
	private void endPart() throws DatabaseException {
		if (this.dryRun.isOn() && this.database.isAutoCommit()) {
			this.transaction.endPart();
			this.script.close();
		}
	}

	private void executeWatched(SqlStatement statement) throws DatabaseException {
		Optional<Verification> unenforced = this.transaction.unenforced();
		if (unenforced.isEmpty()) {
			this.runner.execute(statement);
			return;
		}
		CascadeGuard guard = new CascadeGuard(statement, this.database, this.database.schema());
		guard.before();
		this.runner.execute(statement);
		guard.after(unenforced.get());
	}

	private static Logger log() {
		return Scope.getCurrentScope().getLog(ChangeSetExecution.class);
	}

}
