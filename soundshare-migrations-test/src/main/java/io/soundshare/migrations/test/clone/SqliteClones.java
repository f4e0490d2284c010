package io.soundshare.migrations.test.clone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.friend.TestBench;
import io.soundshare.migrations.secret.DataSourceUrl;

/**
 * Files in a folder of their own. A copy is the copy of a file.
 */
final class SqliteClones implements Clones {

	/** What decides how changes behave, as the driver's properties call it. */
	private static final List<String> SETTINGS = List.of("foreign_keys", "date_class", "date_precision",
			"date_string_format", "recursive_triggers", "case_sensitive_like");

	private final TestBench bench;

	private final String parameters;

	private final Path folder;

	private final AtomicInteger number = new AtomicInteger();

	SqliteClones(String url, DataSource application, TestBench bench) {
		this.bench = bench;
		Map<String, String> settings = DataSourceUrl.properties(application, SETTINGS);
		if (url.contains("?")) {
			for (String parameter : url.substring(url.indexOf('?') + 1).split("&")) {
				String[] pair = parameter.split("=", 2);
				if (pair.length == 2 && SETTINGS.contains(pair[0])) {
					settings.put(pair[0], pair[1]);
				}
			}
		}
		// Nobody needs them after a power failure.
		settings.put("synchronous", "OFF");
		this.parameters = settings.entrySet()
			.stream()
			.map((setting) -> setting.getKey() + "=" + setting.getValue())
			.collect(Collectors.joining("&", "?", ""));
		try {
			this.folder = Files.createTempDirectory("soundshare-test");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Clone empty() {
		String name = this.number.incrementAndGet() + ".db";
		String url = "jdbc:sqlite:file:" + file(name).toUri().getRawPath() + this.parameters;
		return new Clone(name, this.bench.elsewhere(url), () -> delete(name));
	}

	@Override
	public Clone copy(Clone original) {
		Clone copy = empty();
		try {
			if (Files.exists(file(original.name()))) {
				Files.copy(file(original.name()), file(copy.name()));
			}
			return copy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String name) {
		return this.folder.resolve(name);
	}

	private void delete(String name) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder, name + "*")) {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		delete("");
		try {
			Files.deleteIfExists(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
