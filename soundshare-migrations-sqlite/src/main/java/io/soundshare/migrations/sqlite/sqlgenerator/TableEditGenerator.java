package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.List;

import io.soundshare.migrations.sqlite.alter.AlterPlan;
import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGenerator;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.statement.SqlStatement;
import liquibase.structure.core.Table;

/**
 * The SQL of all statements that change a table's shape. A raw {@link SqlGenerator},
 * because Liquibase takes the statements a typed one is for from its type argument, and
 * these have nothing in common but that.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
public final class TableEditGenerator implements SqlGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE + 5;
	}

	@Override
	public boolean supports(SqlStatement statement, Database database) {
		return database instanceof SQLiteDatabase && TableEdits.isTableEdit(statement);
	}

	@Override
	public boolean generateStatementsIsVolatile(Database database) {
		return false;
	}

	@Override
	public boolean generateRollbackStatementsIsVolatile(Database database) {
		return false;
	}

	@Override
	public ValidationErrors validate(SqlStatement statement, Database database, SqlGeneratorChain chain) {
		ValidationErrors errors = new ValidationErrors();
		try {
			TableEdits.of(statement, database);
		}
		catch (AlterRefusedException ex) {
			errors.addError(ex.getMessage());
		}
		return errors;
	}

	@Override
	public Warnings warn(SqlStatement statement, Database database, SqlGeneratorChain chain) {
		return new Warnings();
	}

	@Override
	public Sql[] generateSql(SqlStatement statement, Database database, SqlGeneratorChain chain) {
		List<TableEdit> edits = TableEdits.of(statement, database);
		if (!(database instanceof SchemaSource source)) {
			throw new AlterRefusedException(
					"This database was not made by Liquibase's DatabaseFactory, and changes of tables on SQLite need it.");
		}
		if (edits.isEmpty()) {
			return EMPTY_SQL;
		}
		try {
			return AlterPlan.of(source.schema(), edits)
				.sql()
				.stream()
				.map((sql) -> new UnparsedSql(sql, new Table().setName(edits.get(0).table())))
				.toArray(Sql[]::new);
		}
		catch (AlterRefusedException ex) {
			if (statement instanceof AlterTableStatement) {
				throw ex;
			}
			// Asked to show what cannot be made yet, or no more. Fails if somebody runs
			// it.
			return new Sql[] { new UnparsedSql("/* " + String.valueOf(ex.getMessage()).replace("*/", "* /")
					+ " */ ALTER TABLE " + edits.get(0).table() + " " + edits) };
		}
	}

}
