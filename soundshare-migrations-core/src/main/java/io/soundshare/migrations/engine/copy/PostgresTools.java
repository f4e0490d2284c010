package io.soundshare.migrations.engine.copy;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds PostgreSQL's own tools. Of several versions it takes the oldest that is not older
 * than the server: what newer ones write is not always understood by older servers.
 */
final class PostgresTools {

	private static final List<String> NAMES = List.of("pg_dump", "pg_restore", "psql");

	/** Where Debian has every version there is. */
	private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

	/** What Debian has on the PATH, which picks a version itself. */
	private static final String WRAPPER = "pg_wrapper";

	private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

	private final List<Path> folders;

	PostgresTools(List<Path> folders) {
		this.folders = folders;
	}

	/** Those on the PATH, and those of Debian. */
	static PostgresTools installed() {
		List<Path> folders = new ArrayList<>();
		String path = System.getenv("PATH");
		for (String folder : ((path != null) ? path : "").split(Pattern.quote(File.pathSeparator))) {
			try {
				folders.add(Path.of(folder));
			}
			catch (InvalidPathException ex) {
				// Nothing can be there.
			}
		}
		try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
			versions.forEach((version) -> folders.add(version.resolve("bin")));
		}
		catch (IOException ex) {
			// It is another system.
		}
		return new PostgresTools(folders);
	}

	/** Why there are none for a server, without an end; {@code null} if there are. */
	@Nullable String obstacle(int server) {
		for (String name : NAMES) {
			if (this.folders.stream().noneMatch((folder) -> has(folder, name))) {
				return name + " is not on the PATH";
			}
		}
		Map<Path, Integer> versions = versions();
		if (versions.isEmpty()) {
			return String.join(", ", NAMES) + " are not in one folder, or do not tell their versions";
		}
		int newest = versions.values().stream().mapToInt(Integer::intValue).max().getAsInt();
		return (newest < server) ? "pg_dump %d is older than the server, which is %d".formatted(newest, server) : null;
	}

	/** The folder of those for a server. */
	Path folder(int server) {
		return versions().entrySet()
			.stream()
			.filter((version) -> version.getValue() >= server)
			.min(Map.Entry.comparingByValue(Comparator.<Integer>naturalOrder()))
			.map(Map.Entry::getKey)
			.orElseThrow(() -> new IllegalStateException(obstacle(server)));
	}

	private Map<Path, Integer> versions() {
		Map<Path, Integer> versions = new LinkedHashMap<>();
		for (Path folder : this.folders) {
			if (NAMES.stream().allMatch((name) -> has(folder, name))) {
				Integer version = version(folder);
				if (version != null) {
					versions.putIfAbsent(folder, version);
				}
			}
		}
		return versions;
	}

	private static @Nullable Integer version(Path folder) {
		try {
			Matcher version = VERSION.matcher(new ToolRun(folder, null).text("pg_dump", "--version"));
			return version.find() ? Integer.valueOf(version.group(1)) : null;
		}
		catch (IOException ex) {
			// It does not even run.
			return null;
		}
	}

	private static boolean has(Path folder, String name) {
		Path tool = folder.resolve(name);
		try {
			return (Files.isExecutable(tool) && !tool.toRealPath().endsWith(WRAPPER))
					|| Files.isExecutable(folder.resolve(name + ".exe"));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
