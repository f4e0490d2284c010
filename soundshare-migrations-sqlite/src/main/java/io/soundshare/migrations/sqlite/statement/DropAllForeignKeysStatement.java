package io.soundshare.migrations.sqlite.statement;

import liquibase.statement.AbstractSqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Drops all foreign keys of one table, those without a name too, which Liquibase's own
 * statement cannot address.
 */
public final class DropAllForeignKeysStatement extends AbstractSqlStatement {

	private final @Nullable String catalogName;

	private final @Nullable String schemaName;

	private final String tableName;

	/**
	 * A statement for one table.
	 * @param catalogName the catalog, if given
	 * @param schemaName the schema, if given
	 * @param tableName the table whose foreign keys go
	 */
	public DropAllForeignKeysStatement(@Nullable String catalogName, @Nullable String schemaName, String tableName) {
		this.catalogName = catalogName;
		this.schemaName = schemaName;
		this.tableName = tableName;
	}

	/**
	 * The catalog.
	 * @return its name, if given
	 */
	public @Nullable String getCatalogName() {
		return this.catalogName;
	}

	/**
	 * The schema.
	 * @return its name, if given
	 */
	public @Nullable String getSchemaName() {
		return this.schemaName;
	}

	/**
	 * The table whose foreign keys go.
	 * @return its name
	 */
	public String getTableName() {
		return this.tableName;
	}

}
