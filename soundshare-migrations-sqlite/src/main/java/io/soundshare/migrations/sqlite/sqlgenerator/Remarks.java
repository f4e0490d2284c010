package io.soundshare.migrations.sqlite.sqlgenerator;

import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Remarks, which SQLite has no place for: they stay in the changelog, and the log says
 * so. What they are about must exist, as on every other database.
 */
final class Remarks {

	private Remarks() {
	}

	static void leaveOut(Database database, String table, @Nullable String column) {
		if (!Scope.getCurrentScope().get(Change.SHOULD_EXECUTE, true)) {
			// Liquibase shows the SQL of a createTable before there is the table.
			return;
		}
		SqliteSchema schema = ((SchemaSource) database).schema();
		TableDefinition definition = schema.table(table).orElse(null);
		if (definition == null && schema.object("view", table).isEmpty()) {
			throw new UnexpectedLiquibaseException("There is no table " + table + " to set remarks on.");
		}
		if (column != null && definition != null && definition.column(column).isEmpty()) {
			throw new UnexpectedLiquibaseException(
					"There is no column " + column + " of table " + table + " to set remarks on.");
		}
		Scope.getCurrentScope()
			.getLog(Remarks.class)
			.info("The remarks on " + ((column != null) ? "column " + table + "." + column : "table " + table)
					+ " stay in the changelog: SQLite has no place for them.");
	}

}
