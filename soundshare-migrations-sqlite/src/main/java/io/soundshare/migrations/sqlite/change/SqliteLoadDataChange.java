package io.soundshare.migrations.sqlite.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceNextValueFunction;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertSetStatement;
import liquibase.statement.core.InsertStatement;
import liquibase.util.csv.CSVReader;
import org.jspecify.annotations.Nullable;

/**
 * {@code loadData} that writes every row as SQL on SQLite, whatever
 * {@code usePreparedStatements} says. Liquibase's batch takes the functions of the first
 * row for all rows.
 */
@DatabaseChange(name = "loadData", description = "Loads data from a CSV file into an existing table",
		priority = ChangeMetaData.PRIORITY_DEFAULT + 10, appliesTo = "table", since = "1.7")
public final class SqliteLoadDataChange extends LoadDataChange {

	private static final int ROWS_PER_STATEMENT = 100;

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
	protected boolean hasPreparedStatementsImplemented() {
		return this.csv == null && super.hasPreparedStatementsImplemented();
	}

	@Override
	protected SqlStatement[] generateStatementsFromRows(Database database, List<LoadDataRowConfig> rows) {
		if (this.csv == null) {
			return super.generateStatementsFromRows(database, rows);
		}
		ColumnValues columns = ColumnValues.of(getTableName(), database);
		Iterator<List<CsvCell>> cells = this.csv.rows();
		List<SqlStatement> statements = new ArrayList<>();
		List<InsertStatement> together = new ArrayList<>();
		for (LoadDataRowConfig row : rows) {
			InsertStatement insert = createStatement(getCatalogName(), getSchemaName(), getTableName());
			boolean alone = false;
			Iterator<CsvCell> cell = cells.next().iterator();
			for (LoadDataColumnConfig column : row.getColumns()) {
				DatabaseFunction value = cell.next().value(column, columns, getChangeSet(), database);
				insert.addColumnValue(column.getName(), value);
				// The next row is to get the value after it.
				alone |= value instanceof SequenceNextValueFunction;
			}
			if (alone || together.size() == ROWS_PER_STATEMENT) {
				flush(together, statements);
			}
			if (alone) {
				statements.add(insert);
			}
			else {
				together.add(insert);
			}
		}
		flush(together, statements);
		return statements.toArray(SqlStatement.EMPTY_SQL_STATEMENT);
	}

	private void flush(List<InsertStatement> together, List<SqlStatement> statements) {
		if (!together.isEmpty()) {
			InsertSetStatement set = createStatementSet(getCatalogName(), getSchemaName(), getTableName());
			together.forEach(set::addInsertStatement);
			statements.add(set);
			together.clear();
		}
	}

}
