package io.soundshare.migrations.engine.failure;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.LoadDataChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.util.csv.CSVReader;
import org.jspecify.annotations.Nullable;

/**
 * The place in a CSV file where a change set failed, told before what went wrong.
 * Liquibase names neither the file nor the line, and a database knows of no file.
 */
// The reader's close() declares any exception; it only closes a file.
@SuppressWarnings("try")
public final class CsvPlace {

	/** SQLStates of a column that is not there: PostgreSQL's; H2's and MariaDB's. */
	private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");

	/**
	 * SQLite's driver (3.53.4.0) has no states, and one code for all faults of a text.
	 */
	private static final Pattern SQLITE_NO_COLUMN = Pattern.compile("has no column named|no such column");

	/**
	 * Liquibase makes one batch of a file. PostgreSQL's driver (42.7.14) tells the number
	 * of the row in its text only.
	 */
	private static final Pattern BATCH_ENTRY = Pattern.compile("^Batch entry (\\d{1,9}) ");

	private CsvPlace() {
	}

	/**
	 * Return where a change set failed.
	 * @param change the change that ran
	 * @param changeSet the change set
	 * @param database the database it is for
	 * @param failure how it failed
	 * @return file and, as far as they can be told, line, column and cell; empty if no
	 * CSV file has to do with it, or the failure names the file itself
	 */
	public static Optional<String> of(@Nullable Change change, ChangeSet changeSet, Database database,
			Throwable failure) {
		if (isOfReading(failure)) {
			return loads(changeSet.getChanges(), failure).stream()
				.map((load) -> UnreadableCell.place(load, database))
				.flatMap(Optional::stream)
				.findFirst()
				.map((place) -> place + ". ");
		}
		return loads((change != null) ? List.of(change) : List.of(), failure).stream()
			.map((load) -> load.getFile() + inside(load, failure) + ": ")
			.findFirst();
	}

	private static List<LoadDataChange> loads(Collection<Change> changes, Throwable failure) {
		return changes.stream()
			.filter(LoadDataChange.class::isInstance)
			.map(LoadDataChange.class::cast)
			.filter((load) -> LiquibaseErrors.chain(failure)
				.stream()
				.noneMatch((link) -> String.valueOf(link.getMessage()).contains(load.getFile())))
			.toList();
	}

	private static boolean isOfReading(Throwable failure) {
		return LiquibaseErrors.chain(failure)
			.stream()
			.flatMap((link) -> List.of(link.getStackTrace()).stream())
			.anyMatch((frame) -> frame.getClassName().equals(LoadDataChange.class.getName()));
	}

	private static String inside(LoadDataChange load, Throwable failure) {
		try (CSVReader reader = load.getCSVReader()) {
			String[] header = reader.readNext();
			for (Throwable link : LiquibaseErrors.chain(failure)) {
				if (isOfMissingColumn(link)) {
					return column(header, link.getMessage() + "");
				}
				Matcher entry = BATCH_ENTRY.matcher(link.getMessage() + "");
				if (entry.find()) {
					return ", line " + line(load, reader, header, Integer.parseInt(entry.group(1)));
				}
			}
		}
		catch (Exception ex) {
			// The first failure is the one to tell of.
			Scope.getCurrentScope().getLog(CsvPlace.class).fine("Not found", ex);
		}
		return "";
	}

	private static boolean isOfMissingColumn(Throwable link) {
		return link instanceof SQLException refused && ((refused.getSQLState() != null)
				? NO_COLUMN.contains(refused.getSQLState()) : SQLITE_NO_COLUMN.matcher(link.getMessage() + "").find());
	}

	private static String column(String[] header, String message) {
		return Arrays.stream(header)
			.map(String::strip)
			.filter((name) -> !name.isEmpty() && Pattern
				.compile("\\bcolumn(?: named|:)? [\"'`]?" + Pattern.quote(name) + "[\"'`]?(\\W|$)",
						Pattern.CASE_INSENSITIVE)
				.matcher(message)
				.find())
			.findFirst()
			.map((name) -> ", line 1, column " + name)
			.orElse("");
	}

	private static int line(LoadDataChange load, CSVReader reader, String[] header, int rows) throws Exception {
		int line = 1 + UnreadableCell.lines(header);
		int left = rows;
		for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
			left -= isSkipped(load, row) ? 0 : 1;
			if (left < 0) {
				break;
			}
			line += UnreadableCell.lines(row);
		}
		return line;
	}

	/** Liquibase makes no row of what is empty or a comment. */
	private static boolean isSkipped(LoadDataChange load, String[] row) {
		String comment = load.getCommentLineStartsWith();
		boolean commented = comment != null && !comment.isEmpty() && row.length > 0 && row[0].startsWith(comment);
		return commented || row.length == 0 || (row.length == 1 && row[0].isBlank());
	}

}
