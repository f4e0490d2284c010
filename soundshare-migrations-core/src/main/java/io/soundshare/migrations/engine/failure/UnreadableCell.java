package io.soundshare.migrations.engine.failure;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import liquibase.Scope;
import liquibase.change.core.LoadDataChange;
import liquibase.database.Database;
import liquibase.util.csv.CSVReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a CSV file that Liquibase could not read: it fails with a
 * NullPointerException at an empty cell of a blob column, and names no place. The rows
 * are read once more, each alone, then the bad one with each of its cells empty.
 */
// The reader's close() declares any exception; it only closes a file.
@SuppressWarnings("try")
final class UnreadableCell {

	private static final String NULL = "NULL";

	private UnreadableCell() {
	}

	/** File, line, column and cell; empty if every row can be read. */
	static Optional<String> place(LoadDataChange change, Database database) {
		try (CSVReader reader = change.getCSVReader()) {
			String[] header = reader.readNext();
			int line = 1 + lines(header);
			String[] row = reader.readNext();
			while (row != null) {
				if (fails(change, header, row, database)) {
					return Optional.of(change.getFile() + ", line " + line + column(change, header, row, database));
				}
				line += lines(row);
				row = reader.readNext();
			}
		}
		catch (Exception ex) {
			// The first failure is the one to tell of.
			Scope.getCurrentScope().getLog(UnreadableCell.class).fine("Not found", ex);
		}
		return Optional.empty();
	}

	private static String column(LoadDataChange change, String[] header, String[] row, Database database) {
		for (int i = 0; i < row.length && i < header.length; i++) {
			String[] without = row.clone();
			without[i] = NULL;
			if (!fails(change, header, without, database)) {
				return ", column " + header[i].strip() + ": '" + row[i] + "' cannot be read"
						+ (row[i].isEmpty() ? "; write NULL for no value" : "");
			}
		}
		return "";
	}

	private static boolean fails(LoadDataChange change, String[] header, String[] row, Database database) {
		try {
			new SingleRow(change, header, row).generateStatements(database);
			return false;
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	/** A record has a line more for each line break in it. */
	static int lines(String[] row) {
		int lines = 1;
		for (String cell : row) {
			lines += (int) cell.chars().filter((c) -> c == '\n').count();
		}
		return lines;
	}

	/**
	 * Another change of the same kind, for one row. The columns it shares have got their
	 * types already.
	 */
	private static final class SingleRow extends LoadDataChange {

		private final Deque<String[]> records;

		private SingleRow(LoadDataChange change, String[] header, String[] row) {
			this.records = new ArrayDeque<>(List.of(header, row));
			setCatalogName(change.getCatalogName());
			setSchemaName(change.getSchemaName());
			setTableName(change.getTableName());
			setFile(change.getFile());
			setRelativeToChangelogFile(change.isRelativeToChangelogFile());
			setCommentLineStartsWith(
					(change.getCommentLineStartsWith() != null) ? change.getCommentLineStartsWith() : "");
			setUsePreparedStatements(change.getUsePreparedStatements());
			setColumns(new ArrayList<>(change.getColumns()));
			setChangeSet(change.getChangeSet());
		}

		@Override
		public CSVReader getCSVReader() {
			return new CSVReader(new StringReader("")) {

				@Override
				public String @Nullable [] readNext() throws IOException {
					return SingleRow.this.records.poll();
				}

			};
		}

	}

}
