package io.soundshare.migrations.sqlite.change;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import liquibase.change.core.LoadDataColumnConfig;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.util.csv.CSVReader;
import org.jspecify.annotations.Nullable;

/**
 * Watches Liquibase read a CSV file, to know of each cell where it stands and what is
 * written there. Liquibase reads no value out of it: it takes {@code 1e3} for 1, any word
 * for false, and does not say where it fails.
 */
final class CsvRows {

	/** Liquibase leaves a cell of this type as it is. */
	private static final String AS_WRITTEN = "OTHER";

	private final String file;

	private final List<List<CsvCell>> rows = new ArrayList<>();

	private String[] record = {};

	private int line = 1;

	private int nextLine = 1;

	private boolean reading;

	CsvRows(String file) {
		this.file = file;
	}

	/** Reads with another reader, and takes down what that reads. */
	CSVReader watch(CSVReader reader) {
		return new WatchedReader(reader);
	}

	/**
	 * Takes down a cell.
	 * @param index its place in its row
	 * @param header the name above it
	 * @param column what the changelog or the table says of its column, if anything
	 * @return what Liquibase is to make of it
	 */
	@Nullable LoadDataColumnConfig cell(int index, String header, @Nullable LoadDataColumnConfig column) {
		if (index == 0) {
			this.rows.add(new ArrayList<>());
		}
		String type = (column != null && column.getType() != null) ? column.getType().toUpperCase(Locale.ROOT) : "";
		if (type.equals("SKIP")) {
			return column;
		}
		this.rows.get(this.rows.size() - 1)
			.add(new CsvCell(this.file, this.line, header, this.record[index], type, column));
		return (column != null && CsvCell.isReadHere(type)) ? asWritten(column) : column;
	}

	/** The cells of all rows, without those to skip. */
	Iterator<List<CsvCell>> rows() {
		return this.rows.iterator();
	}

	/**
	 * Says where it failed, if that is not said.
	 * @param failure what went wrong
	 * @return the same, to be thrown
	 */
	UnexpectedLiquibaseException explain(RuntimeException failure) {
		if (failure instanceof UnexpectedLiquibaseException known
				&& String.valueOf(known.getMessage()).contains(this.file)) {
			return known;
		}
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String reason = (cause.getMessage() != null) ? cause.getMessage() : cause.toString();
		return new UnexpectedLiquibaseException(
				this.file + ", line " + (this.reading ? this.nextLine : this.line) + ": " + reason, failure);
	}

	private static LoadDataColumnConfig asWritten(LoadDataColumnConfig column) {
		LoadDataColumnConfig copy = new LoadDataColumnConfig();
		copy.setName(column.getName());
		copy.setType(AS_WRITTEN);
		copy.setAllowUpdate(column.getAllowUpdate());
		copy.setNullPlaceholder(column.getNullPlaceholder());
		return copy;
	}

	/** A record may have more lines than one. */
	private void read(String @Nullable [] next) {
		this.record = (next != null) ? next : new String[0];
		this.line = this.nextLine;
		this.nextLine++;
		for (String cell : this.record) {
			this.nextLine += (cell != null) ? (int) cell.chars().filter((c) -> c == '\n').count() : 0;
		}
	}

	/**
	 * Hands on what another reader reads. What close() throws is Liquibase's choice.
	 */
	@SuppressWarnings("try")
	private final class WatchedReader extends CSVReader {

		private final CSVReader reader;

		private WatchedReader(CSVReader reader) {
			super(new StringReader(""));
			this.reader = reader;
		}

		@Override
		public String @Nullable [] readNext() throws IOException {
			CsvRows.this.reading = true;
			String[] next = this.reader.readNext();
			CsvRows.this.reading = false;
			read(next);
			return next;
		}

		@Override
		public void close() throws Exception {
			this.reader.close();
		}

	}

}
