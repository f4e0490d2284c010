package io.soundshare.migrations.sqlite.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.change.core.LoadUpdateDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertOrUpdateStatement;
import liquibase.util.csv.CSVReader;
import org.jspecify.annotations.Nullable;

/**
 * {@code loadUpdateData} that writes every row as SQL on SQLite, and does not delete in a
 * rollback the rows that were there before.
 */
@DatabaseChange(name = "loadUpdateData", description = "Loads or updates data from a CSV file into an existing table",
		priority = ChangeMetaData.PRIORITY_DEFAULT + 10, appliesTo = "table", since = "2.0")
public final class SqliteLoadUpdateDataChange extends LoadUpdateDataChange {

	private @Nullable CsvRows csv;

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateStatements(database);
		}
		CsvRows watched = new CsvRows(getFile());
		this.csv = watched;
		try {
			return super.generateStatements(database);
		}
		catch (RuntimeException ex) {
			throw watched.explain(ex);
		}
		finally {
			this.csv = null;
		}
	}

	@Override
	public CSVReader getCSVReader() throws IOException, LiquibaseException {
		CSVReader reader = super.getCSVReader();
		return (this.csv != null && reader != null) ? this.csv.watch(reader) : reader;
	}

	@Override
	protected @Nullable LoadDataColumnConfig getColumnConfig(int index, String header) {
		LoadDataColumnConfig column = super.getColumnConfig(index, header);
		return (this.csv != null) ? this.csv.cell(index, header, column) : column;
	}

	@Override
	protected SqlStatement[] generateStatementsFromRows(Database database, List<LoadDataRowConfig> rows) {
		if (this.csv == null) {
			return super.generateStatementsFromRows(database, rows);
		}
		ColumnValues columns = ColumnValues.of(getTableName(), database);
		Iterator<List<CsvCell>> cells = this.csv.rows();
		List<SqlStatement> statements = new ArrayList<>();
		for (LoadDataRowConfig row : rows) {
			InsertOrUpdateStatement upsert = (InsertOrUpdateStatement) createStatement(getCatalogName(),
					getSchemaName(), getTableName());
			Iterator<CsvCell> cell = cells.next().iterator();
			for (LoadDataColumnConfig column : row.getColumns()) {
				upsert.addColumnValue(column.getName(), cell.next().value(column, columns, getChangeSet(), database));
				upsert.setAllowColumnUpdate(column.getName(), !Boolean.FALSE.equals(column.getAllowUpdate()));
			}
			statements.add(upsert);
		}
		return statements.toArray(SqlStatement.EMPTY_SQL_STATEMENT);
	}

	@Override
	public boolean supportsRollback(Database database) {
		return !(database instanceof SQLiteDatabase) && super.supportsRollback(database);
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		if (database instanceof SQLiteDatabase) {
			throw new RollbackImpossibleException("loadUpdateData of " + getTableName()
					+ " cannot be undone: nothing tells which rows it inserted and what the others held before."
					+ " Write the <rollback> of the change set yourself.");
		}
		return super.generateRollbackStatements(database);
	}

}
