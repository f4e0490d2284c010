package io.soundshare.migrations.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.DropPrimaryKeyChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropPrimaryKeyStatement;

/**
 * {@code dropPrimaryKey} by the ordinary statement. Liquibase's own rebuild for SQLite
 * ends in a NullPointerException.
 */
@DatabaseChange(name = "dropPrimaryKey", description = "Drops an existing primary key",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "primaryKey")
public class SqliteDropPrimaryKeyChange extends DropPrimaryKeyChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public boolean generateStatementsVolatile(Database database) {
		return !(database instanceof SQLiteDatabase) && super.generateStatementsVolatile(database);
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateStatements(database);
		}
		return new SqlStatement[] {
				new DropPrimaryKeyStatement(getCatalogName(), getSchemaName(), getTableName(), getConstraintName()) };
	}

}
