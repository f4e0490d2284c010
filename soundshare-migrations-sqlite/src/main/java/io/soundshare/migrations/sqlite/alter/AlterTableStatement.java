package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import liquibase.statement.AbstractSqlStatement;

/**
 * Changes of one table, made together.
 */
public final class AlterTableStatement extends AbstractSqlStatement {

	private final List<TableEdit> edits;

	/**
	 * Makes a statement of changes.
	 * @param edits the changes, in order, all of the same table
	 */
	public AlterTableStatement(List<TableEdit> edits) {
		this.edits = List.copyOf(edits);
	}

	/**
	 * The changes.
	 * @return the changes, in order
	 */
	public List<TableEdit> edits() {
		return this.edits;
	}

}
