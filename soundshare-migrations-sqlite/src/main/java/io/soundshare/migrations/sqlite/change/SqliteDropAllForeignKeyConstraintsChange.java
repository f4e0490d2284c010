package io.soundshare.migrations.sqlite.change;

import java.util.List;

import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.alter.DropForeignKeys;
import liquibase.change.DatabaseChange;
import liquibase.change.core.DropAllForeignKeyConstraintsChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;

/**
 * {@code dropAllForeignKeyConstraints} without a snapshot: it drops those without a name
 * too, and writes its SQL in a dry run.
 */
@DatabaseChange(name = "dropAllForeignKeyConstraints", description = "Drops all foreign key constraints on a table",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "table")
public class SqliteDropAllForeignKeyConstraintsChange extends DropAllForeignKeyConstraintsChange {

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
				new AlterTableStatement(List.of(new DropForeignKeys(getBaseTableName(), null, null))) };
	}

}
