package io.soundshare.migrations.engine.connection;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The file of an SQLite database, as its URL tells it: before somebody connects, since
 * connecting makes the file.
 */
public final class SqliteFile {

	private static final String PREFIX = "jdbc:sqlite:";

	private static final String URI = "file:";

	private SqliteFile() {
	}

	/** The file; {@code null} if it is another database, or one in memory. */
	public static @Nullable Path of(@Nullable String url) {
		if (url == null || !url.startsWith(PREFIX)) {
			return null;
		}
		String name = url.substring(PREFIX.length());
		String path = name.contains("?") ? name.substring(0, name.indexOf('?')) : name;
		try {
			if (path.startsWith(URI)) {
				path = ofUri(path.substring(URI.length()));
			}
			boolean memory = path.isEmpty() || path.startsWith(":") || name.contains("mode=memory");
			return memory ? null : Path.of(path);
		}
		catch (IllegalArgumentException ex) {
			// Nothing a file can be called.
			return null;
		}
	}

	/**
	 * Whether connecting would make the file. Where the directory is missing too,
	 * connecting fails, and says so better.
	 */
	static boolean isMissing(@Nullable String url) {
		Path file = of(url);
		if (url == null || file == null || Files.exists(file)) {
			return false;
		}
		Path directory = file.toAbsolutePath().getParent();
		return directory != null && Files.isDirectory(directory)
				&& !(url.contains("?") && hasNameWithParameters(directory, file));
	}

	/**
	 * Whether a file has parameters in its name: those the driver does not know stay
	 * there.
	 */
	private static boolean hasNameWithParameters(Path directory, Path file) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory,
				(other) -> other.getFileName().toString().startsWith(file.getFileName() + "?"))) {
			return files.iterator().hasNext();
		}
		catch (IOException ex) {
			return true;
		}
	}

	/** As sqlite3_open has it: an authority is empty or localhost. */
	private static String ofUri(String uri) {
		String path = uri.contains("#") ? uri.substring(0, uri.indexOf('#')) : uri;
		if (path.startsWith("//")) {
			path = path.substring(Math.max(2, path.indexOf('/', 2)));
		}
		// A plus is a plus here.
		return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
