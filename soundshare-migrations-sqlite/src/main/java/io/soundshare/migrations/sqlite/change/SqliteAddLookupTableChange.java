package io.soundshare.migrations.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.AddLookupTableChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.datatype.DataTypeFactory;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateTableStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;
import liquibase.structure.core.Column;

/**
 * {@code addLookupTable} whose new column has the type the changelog gives it.
 * Liquibase's own makes it by CREATE TABLE AS, of whose types SQLite keeps no more than
 * TEXT or NUM.
 */
@DatabaseChange(name = "addLookupTable", priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column",
		description = "Creates a lookup table containing values stored in a column and creates a foreign key to the new table.")
public class SqliteAddLookupTableChange extends AddLookupTableChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		SqlStatement[] ordinary = super.generateStatements(database);
		if (!(database instanceof SQLiteDatabase)) {
			return ordinary;
		}
		String type = getNewColumnDataType();
		if (type == null || type.isBlank()) {
			ordinary[0] = new RawParameterizedSqlStatement(
					"CREATE TABLE " + newTable(database) + " AS " + values(database));
			return ordinary;
		}
		CreateTableStatement table = new CreateTableStatement(getNewTableCatalogName(), getNewTableSchemaName(),
				getNewTableName());
		table.addPrimaryKeyColumn(getNewColumnName(), DataTypeFactory.getInstance().fromDescription(type, database),
				null, null, null);
		SqlStatement foreignKey = ordinary[ordinary.length - 1];
		return new SqlStatement[] { table, new RawParameterizedSqlStatement(fill(database)), foreignKey };
	}

	private String fill(Database database) {
		return "INSERT INTO " + newTable(database) + " (" + database.escapeObjectName(getNewColumnName(), Column.class)
				+ ") " + values(database);
	}

	/**
	 * Every spelling: the new column's collation, by which keys are compared, is BINARY.
	 */
	private String values(Database database) {
		String existing = database.escapeObjectName(getExistingColumnName(), Column.class);
		return "SELECT DISTINCT " + existing + " COLLATE BINARY AS "
				+ database.escapeObjectName(getNewColumnName(), Column.class) + " FROM "
				+ table(database, getExistingTableCatalogName(), getExistingTableSchemaName(), getExistingTableName())
				+ " WHERE " + existing + " IS NOT NULL";
	}

	private String newTable(Database database) {
		return table(database, getNewTableCatalogName(), getNewTableSchemaName(), getNewTableName());
	}

	private static String table(Database database, String catalog, String schema, String table) {
		return database.escapeTableName(catalog, schema, table);
	}

}
