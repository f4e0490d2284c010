package io.soundshare.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;
import javax.tools.ToolProvider;

import io.soundshare.demo.JavaProcess.Result;
import io.soundshare.migrations.Migrations;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of the demo to work in: a checkout that is compiled, with a database that is up
 * to date.
 */
final class GuideCheckout {

	private static final String MODULE = "demo-app";

	private final Path root;

	private final Path classes;

	private final Set<String> changed = new LinkedHashSet<>();

	private int code;

	GuideCheckout(Path root) throws Exception {
		this.root = root;
		Path module = root.resolve(MODULE);
		this.classes = module.resolve("target/classes");
		FileSystemUtils.copyRecursively(Path.of("src/main"), module.resolve("src/main"));
		FileSystemUtils.copyRecursively(Path.of("target/classes"), this.classes);
		Files.copy(Path.of("pom.xml"), module.resolve("pom.xml"));
		DataSource database = new DriverManagerDataSource(
				"jdbc:sqlite:" + root.resolve("soundshare.db") + "?synchronous=OFF&foreign_keys=true");
		Migrations.builder(database, "db/changelog/db.changelog-master.yaml").build().upgrade();
	}

	void change(GuideBlock change) throws IOException {
		Path file = this.root.resolve(change.file());
		Files.writeString(file, change.applyTo(Files.exists(file) ? Files.readString(file) : ""));
		this.changed.add(file.toString());
	}

	/** Run commands, and return what they print. */
	String run(GuideBlock.Run run) throws Exception {
		List<String> words = run.commands().get(0);
		return switch (words.get(0)) {
			case "./migrate" -> migrate(run.commands());
			case "cat" -> cat(words.get(1));
			case "sqlite3" -> execute(words.get(1), words.get(2));
			case "echo" -> String.valueOf(this.code);
			default -> throw new IllegalStateException("No such command: " + words);
		};
	}

	private String migrate(List<List<String>> commands) throws Exception {
		build();
		List<String> arguments = new ArrayList<>();
		for (List<String> words : commands) {
			String argument = words.stream()
				.skip(2)
				.filter((word) -> !word.startsWith("--"))
				.collect(Collectors.joining(" "));
			arguments.add("--migrate=" + words.get(1) + (argument.isEmpty() ? "" : ":" + argument));
			words.stream()
				.filter((word) -> word.startsWith("--"))
				.map((word) -> "--migrate." + word.substring(2))
				.forEach(arguments::add);
		}
		try (JavaProcess process = JavaProcess.start(this.root,
				List.of("-cp", this.classes + File.pathSeparator + libraries(), SoundShareApplication.class.getName()),
				arguments.toArray(String[]::new))) {
			Result result = process.result();
			this.code = result.code();
			return result.out() + result.err();
		}
	}

	private void build() throws IOException {
		if (!this.changed.isEmpty()) {
			List<String> arguments = new ArrayList<>(List.of("-parameters", "-nowarn", "-proc:none", "-d",
					this.classes.toString(), "-cp", this.classes + File.pathSeparator + libraries()));
			arguments.addAll(this.changed);
			int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
			if (failed != 0) {
				throw new IllegalStateException("Does not compile: " + this.changed);
			}
			this.changed.clear();
		}
		FileSystemUtils.copyRecursively(this.root.resolve(MODULE).resolve("src/main/resources"), this.classes);
	}

	private static String libraries() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private String cat(String pattern) throws IOException {
		Path path = Path.of(pattern);
		StringBuilder content = new StringBuilder();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.root.resolve(path).getParent(),
				path.getFileName().toString())) {
			for (Path file : files) {
				content.append(Files.readString(file));
			}
		}
		return content.toString();
	}

	private String execute(String database, String sql) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + this.root.resolve(database));
				Statement statement = connection.createStatement()) {
			statement.executeUpdate(sql);
			return "";
		}
	}

}
