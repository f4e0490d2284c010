package io.soundshare.migrations.sqlite.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.soundshare.migrations.sqlite.alter.DropForeignKeys;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.script.RawSqlScripts;
import io.soundshare.migrations.sqlite.sqlgenerator.TableEdits;
import io.soundshare.migrations.sqlite.statement.FillStatement;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseList;
import liquibase.exception.RollbackImpossibleException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropTableStatement;
import liquibase.statement.core.RawSqlStatement;

/**
 * The changes that are ahead in a change set, as far as they can be told without running
 * anything.
 */
final class Lookahead {

	/** The changes whose statements follow from their attributes alone. */
	private static final Set<String> TABLE_CHANGES = Set.of("addColumn", "dropColumn", "mergeColumns", "modifyDataType",
			"addNotNullConstraint", "dropNotNullConstraint", "addDefaultValue", "dropDefaultValue",
			"addUniqueConstraint", "dropUniqueConstraint", "addPrimaryKey", "dropPrimaryKey", "addForeignKeyConstraint",
			"dropForeignKeyConstraint", "dropAllForeignKeyConstraints", "addAutoIncrement", "addLookupTable",
			"dropTable");

	/** The other changes that leave rows alone. */
	private static final Set<String> SCHEMA_CHANGES = Set.of("createTable", "createIndex", "dropIndex", "createView",
			"dropView", "renameTable", "renameColumn", "renameView", "setTableRemarks", "setColumnRemarks",
			"createSequence", "renameSequence", "dropSequence", "tagDatabase", "output", "empty", "stop");

	private final SchemaSource database;

	private final List<Change> changes;

	private final boolean rollback;

	private Lookahead(SchemaSource database, List<Change> changes, boolean rollback) {
		this.database = database;
		this.changes = changes;
		this.rollback = rollback;
	}

	static Lookahead upgrade(SchemaSource database, Change from) {
		return new Lookahead(database, ahead(from, changes(from)), false);
	}

	static Lookahead rollback(SchemaSource database, Change from) {
		List<Change> changes = new ArrayList<>(changes(from));
		Collections.reverse(changes);
		return new Lookahead(database, ahead(from, changes), true);
	}

	/** All of a change set. */
	static Lookahead all(SchemaSource database, ChangeSet changeSet, boolean rollback) {
		return (rollback && changeSet.hasCustomRollbackChanges())
				? new Lookahead(database, changeSet.getRollback().getChanges(), false)
				: new Lookahead(database, changeSet.getChanges(), rollback);
	}

	/** The changes of tables, the first change's among them. */
	List<TableEdit> tableEdits() {
		return this.changes.stream().flatMap((change) -> tableEdits(change).stream()).toList();
	}

	private List<TableEdit> tableEdits(Change change) {
		if (isTableChange(change)) {
			return tableEdits(this.database, statements(change));
		}
		return (change instanceof AbstractSQLChange raw && !this.rollback
				&& DatabaseList.definitionMatches(raw.getDbms(), this.database, true))
						? RawSqlScripts.tableEdits(Objects.requireNonNullElse(raw.getSql(), ""), this.database)
						: List.of();
	}

	static List<TableEdit> tableEdits(SchemaSource database, SqlStatement[] statements) {
		return Arrays.stream(statements).flatMap((statement) -> tableEdits(database, statement).stream()).toList();
	}

	// Liquibase deprecated RawSqlStatement, but makes nothing else of raw SQL.
	@SuppressWarnings("deprecation")
	private static List<TableEdit> tableEdits(SchemaSource database, SqlStatement statement) {
		if (statement instanceof DropTableStatement drop && dropsForeignKeys(drop, database)) {
			return List.of(new DropForeignKeys(drop.getTableName(), null, drop.getTableName()));
		}
		return (statement instanceof RawSqlStatement raw) ? RawSqlScripts.tableEdits(raw.getSql(), database)
				: TableEdits.of(statement, database);
	}

	private static boolean dropsForeignKeys(DropTableStatement drop, SchemaSource database) {
		return drop.isCascadeConstraints() || database.schema().foreignKeys().holdItself(drop.getTableName());
	}

	/** Whether rows may be changed, other than by a rebuild. */
	boolean rowsChange() {
		return this.changes.stream()
			.anyMatch((change) -> (isTableChange(change)) ? fills(change)
					: !SCHEMA_CHANGES.contains(change.getSerializedObjectName()));
	}

	private boolean fills(Change change) {
		return Arrays.stream(statements(change)).anyMatch(FillStatement.class::isInstance);
	}

	/** Whether the change after the first is one of tables. */
	boolean continues() {
		return this.changes.size() > 1
				&& (isTableChange(this.changes.get(1)) || !tableEdits(this.changes.get(1)).isEmpty());
	}

	private boolean isTableChange(Change change) {
		String name = change.getSerializedObjectName();
		// Rolled back, createTable drops one.
		return TABLE_CHANGES.contains(name) || (this.rollback && name.equals("createTable"));
	}

	private SqlStatement[] statements(Change change) {
		try {
			return (this.rollback) ? change.generateRollbackStatements(this.database)
					: change.generateStatements(this.database);
		}
		catch (RollbackImpossibleException ex) {
			// Liquibase says so when the change's turn comes.
			return SqlStatement.EMPTY_SQL_STATEMENT;
		}
	}

	private static List<Change> changes(Change change) {
		return (change.getChangeSet() != null) ? change.getChangeSet().getChanges() : List.of(change);
	}

	private static List<Change> ahead(Change from, List<Change> changes) {
		int index = changes.indexOf(from);
		return (index >= 0) ? changes.subList(index, changes.size()) : List.of(from);
	}

}
