package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.RevisionFile;
import io.soundshare.migrations.RevisionFileFormat;
import io.soundshare.migrations.autogenerate.diff.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What makes one schema of another.
 */
public final class Comparison {

	private final List<Difference> differences;

	Comparison(List<Difference> differences) {
		this.differences = List.copyOf(differences);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return whether both are the same
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

	/**
	 * Return the differences.
	 * @return the differences in the order in which they are mended
	 */
	public List<Difference> differences() {
		return this.differences;
	}

	/**
	 * Return the differences as a person reads them, each with what is to be known of it.
	 * @return one or more lines a difference
	 */
	public String text() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the SQL that mends the differences in the database at hand.
	 * @return the statements, without a semicolon at the end
	 */
	public List<String> sql() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return the differences as JSON knows them.
	 * @return an object a difference
	 */
	public List<Map<String, @Nullable Object>> documents() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Make the revision that mends the differences, and undoes that again.
	 * @param message what the revision is for, in one line
	 * @param author who writes it
	 * @param format the format of the file
	 * @param directory the folder of the revision files
	 * @param logicalDirectory what that folder is called inside the application
	 * @param clock tells the time of the revision
	 * @return the file, not written yet
	 */
	public RevisionFile revision(String message, String author, RevisionFileFormat format, Path directory,
			String logicalDirectory, Clock clock) {
		throw new UnsupportedOperationException();
	}

}
