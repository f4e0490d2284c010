package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Predicate;

import io.soundshare.migrations.model.BackupFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Copies a database into a file and back.
 */
public interface DatabaseCopy {

	/**
	 * The way to copy a database.
	 * @return {@code null} if there is none for its product
	 */
	static @Nullable DatabaseCopy of(CopySource source) {
		if (PostgresAddress.isIn(source.url())) {
			return new PostgresCopy(source, PostgresTools.installed());
		}
		return source.url().startsWith("jdbc:sqlite:") ? new SqliteCopy(source) : null;
	}

	/**
	 * The way to copy a database that has one.
	 * @throws BackupFailedException if it has none, or ends with its process
	 */
	static DatabaseCopy required(CopySource source) {
		DatabaseCopy copy = of(source);
		if (copy == null || copy.isTransient()) {
			throw BackupFailedException
				.unsupported((copy != null) ? copy.obstacle() + "" : "there is no way to copy this product's");
		}
		return copy;
	}

	/**
	 * Make sure that it can be copied here and now. To look for tools takes time.
	 * @throws BackupFailedException if it cannot
	 */
	default void requireTools() {
		String obstacle = obstacle();
		if (obstacle != null) {
			throw BackupFailedException.unsupported(obstacle);
		}
	}

	/** Why this one cannot be copied, without an end; {@code null} if it can. */
	@Nullable String obstacle();

	/** Whether it is copied before something is lost, unless somebody has said. */
	boolean isUsual();

	/** The name of the database, as folders can have it. */
	String name();

	/** The folder for its copies, unless somebody has said. */
	Path folder();

	/** What the names of its copies end with. */
	String suffix();

	/** Whether it ends with its process, so that copies are of no use. */
	default boolean isTransient() {
		return false;
	}

	/** Whether nobody can begin to migrate while a copy is put in its place. */
	boolean keepsOthersOut();

	/**
	 * Whether there is nothing in the database.
	 * @param own tells the tables that hold the history, by their names
	 */
	boolean isEmpty(Predicate<String> own) throws SQLException;

	/** How many bytes a copy has at most, roughly. */
	long size() throws SQLException;

	/** The id of the revision that was applied last; {@code null} at base. */
	@Nullable String revision() throws SQLException;

	/** Write a consistent copy, whatever others do meanwhile. */
	void write(Path copy) throws SQLException, IOException;

	/**
	 * What is wrong with a copy, without an end; {@code null} if it is whole.
	 * @param thorough whether all is looked at, however long that takes
	 */
	@Nullable String damage(Path copy, boolean thorough) throws IOException;

	/**
	 * Make sure that a copy is whole.
	 * @param digest as of {@link #restore}
	 * @return what it is
	 */
	default FileDigest proved(Path copy, @Nullable FileDigest digest) throws IOException {
		String damage = (digest != null) ? null : damage(copy, false);
		FileDigest found = FileDigest.of(copy);
		if (digest != null && !digest.equals(found)) {
			damage = FileDigest.CHANGED;
		}
		if (damage != null) {
			throw new DamagedCopyException(damage);
		}
		return found;
	}

	/** The same of a copy as of the database. */
	@Nullable String revision(Path copy) throws SQLException, IOException;

	/**
	 * Put a copy in the place of the database, all of it or nothing, while nobody else
	 * uses it.
	 * @param digest what the copy has to be, which was proved when it was that;
	 * {@code null} if it has to be proved now
	 * @param before makes a copy of what is there
	 * @return what was put aside, since it could not be copied; {@code null} if nothing
	 * was
	 * @throws BackupFailedException if others use it
	 * @throws DamagedCopyException if the copy is not whole, and nothing was done
	 */
	@Nullable Path restore(Path copy, @Nullable FileDigest digest, Before before) throws SQLException, IOException;

	/**
	 * Make a copy to try things out on.
	 * @param data whether the rows are copied, where that is a question
	 * @param own tells the tables that hold the history, which are copied with their rows
	 */
	Throwaway throwaway(boolean data, Predicate<String> own) throws SQLException, IOException;

	/** How many bytes are free where the database is. */
	long free() throws IOException;

	/**
	 * What is done before a database is replaced.
	 */
	@FunctionalInterface
	interface Before {

		void run() throws SQLException, IOException;

	}

}
