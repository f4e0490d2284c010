package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.List;

import io.soundshare.migrations.sqlite.schema.ForeignKeyReference;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.DropIndexGenerator;
import liquibase.statement.core.DropIndexStatement;

/**
 * Drops an index, unless it is what makes the columns a foreign key refers to unique:
 * SQLite would drop it all the same, and refuse every change of those tables' rows.
 */
@SuppressWarnings("rawtypes")
public final class DropIndexGeneratorSqlite extends DropIndexGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(DropIndexStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public Sql[] generateSql(DropIndexStatement statement, Database database, SqlGeneratorChain chain) {
		SqliteSchema schema = ((SchemaSource) database).schema();
		List<ForeignKeyReference> users = schema.object("index", String.valueOf(statement.getIndexName()))
			.map(schema.foreignKeys()::needing)
			.orElse(List.of());
		if (!users.isEmpty()) {
			throw new UnexpectedLiquibaseException(
					"Index " + statement.getIndexName() + " cannot be dropped, because it is the key of foreign key "
							+ String.join(", ", users.stream().map(ForeignKeyReference::toString).toList())
							+ ". Drop that first, or make these columns unique by a constraint.");
		}
		return super.generateSql(statement, database, chain);
	}

}
