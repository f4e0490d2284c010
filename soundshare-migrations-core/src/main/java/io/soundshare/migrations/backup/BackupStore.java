package io.soundshare.migrations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where copies of one database are kept. By default that is a folder; implement it to
 * keep them elsewhere. Names are file names of letters, digits, dots, dashes and
 * underscores. What is stored must be whole or not there: it is never listed
 * half-written.
 */
public interface BackupStore {

	/**
	 * Store something.
	 * @param name its name, which nothing else has
	 * @param size how many bytes it has at most
	 * @param content writes the bytes into a file that is not there yet
	 * @throws IOException if it cannot be stored, with a message for people; nothing is
	 * left of it then
	 */
	void write(String name, long size, Content content) throws IOException;

	/**
	 * List what is stored.
	 * @return the names and sizes, in no particular order
	 * @throws IOException if that cannot be told
	 */
	List<Stored> list() throws IOException;

	/**
	 * Read what is stored.
	 * @param name its name, one of the list
	 * @return its bytes, to be closed
	 * @throws IOException if it is not there or cannot be read
	 */
	InputStream open(String name) throws IOException;

	/**
	 * Have what is stored read as a file, which is a temporary one unless this is done
	 * better.
	 * @param <T> what is found
	 * @param name its name, one of the list
	 * @param reader reads the file, and leaves it alone
	 * @return what the reader has found
	 * @throws IOException if it is not there or cannot be read
	 */
	default <T extends @Nullable Object> T read(String name, Reader<T> reader) throws IOException {
		Path folder = Files.createTempDirectory("backup");
		Path file = folder.resolve(name);
		try (InputStream bytes = open(name)) {
			Files.copy(bytes, file);
			return reader.read(file);
		}
		finally {
			Files.deleteIfExists(file);
			Files.deleteIfExists(folder);
		}
	}

	/**
	 * Remove what is stored, if it is there.
	 * @param name its name
	 * @throws IOException if it cannot be removed
	 */
	void delete(String name) throws IOException;

	/**
	 * Something that is stored.
	 *
	 * @param name its name
	 * @param size how many bytes it has
	 */
	record Stored(String name, long size) {

	}

	/**
	 * Something to store.
	 */
	@FunctionalInterface
	interface Content {

		/**
		 * Write it.
		 * @param file a file that is not there yet
		 * @throws IOException if it cannot be written
		 */
		void writeTo(Path file) throws IOException;

	}

	/**
	 * Somebody who reads what is stored.
	 *
	 * @param <T> what is found
	 */
	@FunctionalInterface
	interface Reader<T extends @Nullable Object> {

		/**
		 * Read it.
		 * @param file the file
		 * @return what was found
		 * @throws IOException if it cannot be read
		 */
		T read(Path file) throws IOException;

	}

}
