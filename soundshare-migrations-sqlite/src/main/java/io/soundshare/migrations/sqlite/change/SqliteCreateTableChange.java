package io.soundshare.migrations.sqlite.change;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.statement.CheckedCreateTableStatement;
import io.soundshare.migrations.sqlite.statement.ColumnCheck;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.CreateTableChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import liquibase.exception.Warnings;
import liquibase.servicelocator.PrioritizedService;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.statement.NotNullConstraint;
import liquibase.statement.SqlStatement;
import liquibase.statement.UniqueConstraint;
import liquibase.statement.core.SetColumnRemarksStatement;
import liquibase.statement.core.SetTableRemarksStatement;
import org.jspecify.annotations.Nullable;

/**
 * {@code createTable} that keeps the columns' check constraints, and takes foreign keys
 * without a name.
 */
@DatabaseChange(name = "createTable", description = "Creates a table", priority = PrioritizedService.PRIORITY_DATABASE)
public class SqliteCreateTableChange extends CreateTableChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateStatements(database);
		}
		CheckedCreateTableStatement table = new CheckedCreateTableStatement(getCatalogName(), getSchemaName(),
				getTableName(), getRemarks(), getTableType(), Boolean.TRUE.equals(getIfNotExists()));
		table.setTablespace(getTablespace());
		getColumns().forEach((column) -> addColumn(table, column, database));
		List<SqlStatement> statements = new ArrayList<>(List.of(table));
		statements.addAll(remarks(database));
		return statements.toArray(SqlStatement[]::new);
	}

	@Override
	public Warnings warn(Database database) {
		Warnings warnings = super.warn(database);
		if (database instanceof SQLiteDatabase && isGiven(partitionBy())) {
			warnings.addWarning("Table " + getTableName() + ": SQLite has no partitions, partitionBy is left out");
		}
		return warnings;
	}

	/** By its name: Liquibase has it since 5.0.4 only. */
	private @Nullable String partitionBy() {
		return getSerializableFields().contains("partitionBy") ? (String) getSerializableFieldValue("partitionBy")
				: null;
	}

	private static void addColumn(CheckedCreateTableStatement table, ColumnConfig column, Database database) {
		boolean autoIncrement = Boolean.TRUE.equals(column.isAutoIncrement());
		LiquibaseDataType type = (column.getType() != null)
				? DataTypeFactory.getInstance().fromDescription(column.getType(), database) : null;
		ConstraintsConfig constraints = column.getConstraints();
		if (constraints != null && Boolean.TRUE.equals(constraints.isPrimaryKey())) {
			table.addPrimaryKeyColumn(column.getName(), type, column.getDefaultValueObject(),
					constraints.getValidatePrimaryKey(), Boolean.TRUE.equals(constraints.isDeferrable()),
					Boolean.TRUE.equals(constraints.isInitiallyDeferred()), constraints.getPrimaryKeyName(),
					constraints.getPrimaryKeyTablespace(), column.getRemarks());
			if (column.getDefaultValueConstraintName() != null) {
				table.getDefaultValueConstraintNames().put(column.getName(), column.getDefaultValueConstraintName());
			}
		}
		else {
			table.addColumn(column.getName(), type, column.getDefaultValueConstraintName(),
					column.getDefaultValueObject(), column.getRemarks());
		}
		if (constraints != null) {
			addConstraints(table, column.getName(), constraints);
		}
		if (autoIncrement || (type != null && type.isAutoIncrement())) {
			table.addColumnConstraint(new AutoIncrementConstraint(column.getName(), column.getStartWith(),
					column.getIncrementBy(), column.getGenerationType(), column.getDefaultOnNull()));
		}
		if (Boolean.TRUE.equals(column.getComputed())) {
			table.setComputed(column.getName());
		}
	}

	private static void addConstraints(CheckedCreateTableStatement table, String column,
			ConstraintsConfig constraints) {
		if (Boolean.FALSE.equals(constraints.isNullable())) {
			table.addColumnConstraint(
					new NotNullConstraint(column).setConstraintName(constraints.getNotNullConstraintName()));
		}
		if (constraints.getReferences() != null
				|| (constraints.getReferencedTableName() != null && constraints.getReferencedColumnNames() != null)) {
			ForeignKeyConstraint key = new ForeignKeyConstraint(constraints.getForeignKeyName(),
					constraints.getReferences(), constraints.getReferencedTableName(),
					constraints.getReferencedColumnNames());
			key.setColumn(column)
				.setDeleteCascade(Boolean.TRUE.equals(constraints.isDeleteCascade()))
				.setInitiallyDeferred(Boolean.TRUE.equals(constraints.isInitiallyDeferred()))
				.setDeferrable(Boolean.TRUE.equals(constraints.isDeferrable()));
			table.addColumnConstraint(key);
		}
		if (Boolean.TRUE.equals(constraints.isUnique())) {
			table.addColumnConstraint(new UniqueConstraint(constraints.getUniqueConstraintName()).addColumns(column));
		}
		if (isGiven(constraints.getCheckConstraint())) {
			table.addColumnConstraint(new ColumnCheck(column, constraints.getCheckConstraint()));
		}
	}

	private List<SqlStatement> remarks(Database database) {
		List<SqlStatement> statements = new ArrayList<>();
		if (isGiven(getRemarks())) {
			statements
				.add(new SetTableRemarksStatement(getCatalogName(), getSchemaName(), getTableName(), getRemarks()));
		}
		getColumns().stream()
			.filter((column) -> isGiven(column.getRemarks()))
			.forEach((column) -> statements.add(new SetColumnRemarksStatement(getCatalogName(), getSchemaName(),
					getTableName(), column.getName(), column.getRemarks(), column.getType())));
		statements.removeIf((statement) -> !SqlGeneratorFactory.getInstance().supports(statement, database));
		return statements;
	}

	private static boolean isGiven(@Nullable String text) {
		return text != null && !text.isBlank();
	}

}
