package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file in a folder of its own, among the temporary ones.
 *
 * @param folder the folder
 * @param url the URL of the file
 */
record SqliteThrowaway(Path folder, String url) implements Throwaway {

	/** What would lead to another file, or leave it as it is. */
	private static final Set<String> OWN = Set.of("mode", "immutable", "nolock", "cache", "vfs", "psow", "foreign_keys",
			"open_mode", "locking_mode");

	/**
	 * Make the folder.
	 * @param url the URL of the database, whose settings the copy gets
	 * @param foreignKeys whether foreign keys are enforced
	 */
	static SqliteThrowaway of(String url, boolean foreignKeys) throws IOException {
		Path folder = Files.createTempDirectory("soundshare-rehearsal");
		List<String> parameters = new ArrayList<>();
		if (url.contains("?")) {
			Stream.of(url.substring(url.indexOf('?') + 1).split("&"))
				.filter((parameter) -> !OWN.contains(parameter.split("=", 2)[0]))
				.forEach(parameters::add);
		}
		parameters.add("foreign_keys=" + foreignKeys);
		return new SqliteThrowaway(folder, "jdbc:sqlite:file:" + folder.resolve("rehearsal.db").toUri().getRawPath()
				+ "?" + String.join("&", parameters));
	}

	Path file() {
		return this.folder.resolve("rehearsal.db");
	}

	@Override
	public long size() throws IOException {
		long size = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder, "rehearsal.db{,-wal,-journal}")) {
			for (Path file : files) {
				size += Files.size(file);
			}
		}
		return size;
	}

	@Override
	public void close() throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder)) {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(this.folder);
	}

}
