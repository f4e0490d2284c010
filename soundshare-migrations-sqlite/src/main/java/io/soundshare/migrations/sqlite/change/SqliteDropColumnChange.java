package io.soundshare.migrations.sqlite.change;

import java.util.Collections;
import java.util.List;

import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.DropColumnChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropColumnStatement;

/**
 * {@code dropColumn} that drops what it is told to, in either spelling. Liquibase's own
 * drops nothing on SQLite when given {@code columnName}, and refuses {@code columns}
 * alone.
 */
@DatabaseChange(name = "dropColumn", description = "Drop existing column(s).",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column")
public class SqliteDropColumnChange extends DropColumnChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public boolean generateStatementsVolatile(Database database) {
		return !(database instanceof SQLiteDatabase) && super.generateStatementsVolatile(database);
	}

	@Override
	public ValidationErrors validate(Database database) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.validate(database);
		}
		ValidationErrors errors = new ValidationErrors(this);
		errors.checkRequiredField("tableName", getTableName());
		names().forEach((name) -> errors.checkRequiredField("columnName", name));
		if (!errors.hasErrors()) {
			StatementValidation.validate(this, database, errors);
		}
		return errors;
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateStatements(database);
		}
		List<DropColumnStatement> drops = names().stream()
			.map((name) -> new DropColumnStatement(getCatalogName(), getSchemaName(), getTableName(), name))
			.toList();
		return new SqlStatement[] { (drops.size() != 1) ? new DropColumnStatement(drops) : drops.get(0) };
	}

	private List<String> names() {
		List<ColumnConfig> columns = getColumns();
		return (columns != null && !columns.isEmpty()) ? columns.stream().map(ColumnConfig::getName).toList()
				: Collections.singletonList(getColumnName());
	}

}
