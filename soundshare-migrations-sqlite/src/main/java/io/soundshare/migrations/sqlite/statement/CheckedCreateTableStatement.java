package io.soundshare.migrations.sqlite.statement;

import java.util.ArrayList;
import java.util.List;

import liquibase.statement.core.CreateTableStatement;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TABLE with the columns' check constraints.
 */
public final class CheckedCreateTableStatement extends CreateTableStatement {

	private final List<ColumnCheck> checks = new ArrayList<>();

	/**
	 * A statement without columns yet.
	 * @param catalogName the catalog, if given
	 * @param schemaName the schema, if given
	 * @param tableName the table
	 * @param remarks its remarks, if given
	 * @param tableType such as {@code TEMPORARY}, if given
	 * @param ifNotExists whether an existing table of that name is left alone
	 */
	public CheckedCreateTableStatement(@Nullable String catalogName, @Nullable String schemaName, String tableName,
			@Nullable String remarks, @Nullable String tableType, boolean ifNotExists) {
		super(catalogName, schemaName, tableName, remarks, tableType, ifNotExists);
	}

	/**
	 * Adds a column's check constraint.
	 * @param check the check constraint
	 */
	public void addColumnConstraint(ColumnCheck check) {
		this.checks.add(check);
	}

	/**
	 * The check constraints.
	 * @return all of them, in the order they were added
	 */
	public List<ColumnCheck> checks() {
		return List.copyOf(this.checks);
	}

}
