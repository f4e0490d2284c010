package io.soundshare.migrations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.TestBench;
import io.soundshare.migrations.file.LockFile;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

import org.springframework.util.FileSystemUtils;

/**
 * A changelog that can be spoilt, file by file.
 */
final class Sample {

	final Map<String, String> files = new TreeMap<>();

	static Sample clean() {
		Sample sample = new Sample();
		Path folder = Path.of("src/test/resources/clean");
		try (Stream<Path> paths = Files.list(folder)) {
			for (Path path : paths.toList()) {
				String name = path.getFileName().toString();
				sample.files.put(name.equals("master.yaml") ? name : "versions/" + name, Files.readString(path));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sample;
	}

	/** The ids of its revisions. */
	Stream<String> ids() {
		return this.files.values()
			.stream()
			.flatMap((text) -> Pattern.compile("\\bid: ([a-z]\\d\\d)\\b").matcher(text).results())
			.map((id) -> id.group(1))
			.distinct();
	}

	String file(String start) {
		return this.files.keySet()
			.stream()
			.filter((name) -> name.startsWith("versions/" + start))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(start));
	}

	void replace(String start, String old, String other) {
		String file = start.equals("master") ? "master.yaml" : file(start);
		String text = this.files.get(file);
		if (!text.contains(old)) {
			throw new IllegalArgumentException(file + " has no " + old);
		}
		this.files.put(file, text.replace(old, other));
	}

	void append(String start, String text) {
		this.files.merge(file(start), text, String::concat);
	}

	/** Release all revisions as they are now. */
	void lock() {
		try {
			Path folder = Files.createTempDirectory("released");
			MigrationSuite suite = in(folder, Servers.sqlite(folder));
			LockFile.of(TestBench.of(suite.migrations).checksums()).write(folder.resolve(LockFile.NAME));
			this.files.put(LockFile.NAME, Files.readString(folder.resolve(LockFile.NAME)));
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	MigrationSuite in(Path folder, DataSource dataSource) {
		try {
			for (Map.Entry<String, String> file : this.files.entrySet()) {
				Path path = folder.resolve(file.getKey());
				Files.createDirectories(path.getParent());
				Files.writeString(path, file.getValue());
			}
			ResourceAccessor resources = new DirectoryResourceAccessor(folder);
			return MigrationSuite
				.of(Migrations.builder(dataSource, "master.yaml").resources(resources).fixedChangelog().build())
				.lockFile(folder.resolve("migrations.lock"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
