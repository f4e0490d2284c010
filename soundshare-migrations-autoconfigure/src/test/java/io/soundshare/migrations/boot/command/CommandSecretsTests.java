package io.soundshare.migrations.boot.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a terminal, and whoever keeps what is on it, must not get to see.
 */
@Tag("slow")
class CommandSecretsTests {

	private static final String HOSTILE = "x\u001b]0;owned\u0007\nerror: forged\u202e\u009b2J";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://app:hunter22@localhost:1/db",
			"jdbc:postgresql://localhost:1/db?user=app&password=hunter22",
			"jdbc:postgresql://app:p@ss/hunter22?x#y@localhost:1/db", "jdbc:mariadb://root:hunter22@localhost:1/db",
			"jdbc:nonsense://app:hunter22@host/db;accessToken=hunter22", "jdbc:sqlite:/nowhere/at/all.db?key=hunter22",
			"jdbc:oracle:thin:app/hunter22@localhost:1:x", "jdbc:postgresql://localhost:1/db?sslpassword=hunter22" })
	void noUrlTellsItsPassword(String url) {
		for (String command : new String[] { "status", "check", "create:X", "upgrade", "baseline", "unlock" }) {
			for (boolean verbose : new boolean[] { false, true }) {
				assertTellsNothing(run("--migrate=" + command, "--migrate.verbose=" + verbose,
						"--migrate.directory=" + this.directory.resolve("versions"), "--spring.datasource.url=" + url,
						"--spring.datasource.hikari.connection-timeout=250"));
			}
		}
	}

	@Test
	void aDriverThatIsNotThereIsNamedWithTheWayOut() {
		CommandRun run = run("--migrate=status", "--spring.datasource.url=jdbc:oracle:thin:@localhost:1:x");
		assertThat(run.code()).isEqualTo(1);
		assertThat(run.err()).startsWith("error: The class oracle.jdbc.OracleDriver is not on the class path")
			.contains("Add the library that has it", "spring.datasource.url")
			.doesNotContain("ClassNotFoundException");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "spring.datasource.password", "spring.datasource.hikari.data-source-properties.accessToken",
					"spring.datasource.hikari.data-source-properties.sslpassword", "app.client-secret", "APP_API_KEY" })
	void noSettingIsToldByALog(String setting) {
		CommandRun run = run("--migrate=status", "--migrate.verbose", "--" + setting + "=hunter22",
				"--spring.datasource.url=" + TestDatabase.sqlite(this.directory).url(), "--logging.level.root=debug");
		assertTellsNothing(run);
		assertThat(run.err()).contains("DEBUG");
	}

	@Test
	void noDataSourceOfTheApplicationTellsWhatItHolds() {
		CommandRun run = CommandRun.of(OwnDataSource.class, "--migrate=status", "--migrate.verbose",
				"--spring.liquibase.change-log=classpath:/command/changelog.yaml");
		assertThat(run.code()).isEqualTo(1);
		assertTellsNothing(run);
	}

	@Test
	void noDriverAndNoHibernateTellsThePasswordOfADatabaseThatIsThere() {
		String url = TestDatabase.postgres().url() + "&password=hunter22";
		for (String command : new String[] { "upgrade", "status", "show:11", "check", "downgrade:base" }) {
			CommandRun run = CommandRun.of(SmallApplication.class, "--migrate=" + command, "--migrate.verbose",
					"--spring.datasource.url=" + url, "--logging.level.root=debug",
					"--spring.liquibase.change-log=classpath:/command/changelog.yaml");
			assertTellsNothing(run);
		}
	}

	@Test
	void aParameterIsNamedInShowAndInTheJournalAndReplacedInAScript() throws Exception {
		Files.writeString(this.directory.resolve("changelog.sql"), """
				--liquibase formatted sql
				--changeset anna:one
				CREATE TABLE t (id int);
				--changeset anna:two
				INSERT INTO missing VALUES ('${reporting.password}');
				--rollback empty
				""");
		String[] settings = { "--spring.datasource.url=" + TestDatabase.sqlite(this.directory).url(),
				"--spring.liquibase.change-log=file:" + this.directory.resolve("changelog.sql"),
				"--spring.liquibase.parameters.reporting.password=hunter22" };
		CommandRun failed = CommandRun.of(SmallApplication.class,
				args(settings, "--migrate=upgrade", "--migrate.verbose"));
		assertThat(failed.code()).isEqualTo(1);
		assertTellsNothing(failed);
		assertThat(failed.err()).contains("VALUES ('${reporting.password}')");
		for (String output : new String[] { "text", "json" }) {
			CommandRun shown = CommandRun.of(SmallApplication.class,
					args(settings, "--migrate=show:two", "--migrate.output=" + output));
			assertTellsNothing(shown);
			assertThat(shown.out()).contains("'${reporting.password}'");
			CommandRun journal = CommandRun.of(SmallApplication.class,
					args(settings, "--migrate=history", "--migrate.journal", "--migrate.output=" + output));
			assertTellsNothing(journal);
		}
		assertThat(CommandRun.of(SmallApplication.class, args(settings, "--migrate=upgrade", "--migrate.sql")).out())
			.contains("VALUES ('hunter22')");
	}

	@ParameterizedTest
	@ValueSource(strings = { "STDOUT", "STDERR", "WARN" })
	void noParameterIsToldByAChangeThatPrints(String target) throws Exception {
		Files.writeString(this.directory.resolve("changelog.yaml"), """
				databaseChangeLog:
				  - property: {name: reporting.password, value: hunter22}
				  - property: {name: greeting, value: good morning}
				  - changeSet:
				      id: one
				      author: anna
				      changes:
				        - output: {target: %s, message: "${greeting}: ${reporting.password}!"}
				      rollback:
				        - output: {target: %s, message: "${greeting}: ${reporting.password}!"}
				""".formatted(target, target));
		String[] settings = { "--spring.datasource.url=" + TestDatabase.sqlite(this.directory).url(),
				"--spring.liquibase.change-log=file:" + this.directory.resolve("changelog.yaml"), "--migrate.verbose" };
		// The check replays the changelog in another database.
		for (String command : new String[] { "upgrade", "check --migrate.against=database", "downgrade:base" }) {
			CommandRun run = CommandRun.of(SmallApplication.class, args(settings, ("--migrate=" + command).split(" ")));
			assertTellsNothing(run);
			assertThat(run.err()).as(command).contains("${reporting.password}!");
		}
	}

	@Test
	void noTextMovesTheCursor() throws Exception {
		String json = HOSTILE.replace("\n", "\\n")
			.replace("\u001b", "\\u001b")
			.replace("\u0007", "\\u0007")
			.replace("\u009b", "\\u009b");
		Files.writeString(this.directory.resolve("changelog.json"),
				"""
						{"databaseChangeLog": [
						{"changeSet": {"id": "%1$s", "author": "%1$s", "comment": "%1$s", "labels": "l\\u001b",
							"changes": [{"sql": "CREATE TABLE t (id INT, x TEXT DEFAULT '\\u001b[2J');\\nCREATE TABLE u (id INT)"},
								{"tagDatabase": {"tag": "%1$s"}}]}},
						{"changeSet": {"id": "2%1$s", "author": "%1$s", "comment": "%1$s",
							"changes": [{"sql": "INSERT INTO missing VALUES ('\\u001b')"}]}}]}"""
					.formatted(json));
		TestDatabase database = TestDatabase.sqlite(this.directory);
		String[] settings = { "--spring.datasource.url=" + database.url(),
				"--spring.liquibase.change-log=file:" + this.directory.resolve("changelog.json") };
		for (String command : new String[] { "status", "history", "upgrade", "current", "history", "status", "show:x",
				"show:2", "show:no" + HOSTILE, "upgrade:tag:" + HOSTILE + "2", "downgrade:" + HOSTILE + "+99",
				"stamp:2", "history --migrate.journal", "nonsense" + HOSTILE, "status --migrate.verbose",
				"downgrade:base", "create:" + HOSTILE + " --migrate.empty --migrate.directory=" + this.directory }) {
			String[] parts = command.split(" (?=--)");
			CommandRun run = CommandRun.of(SmallApplication.class,
					args(settings, Stream.concat(Stream.of("--migrate=" + parts[0]), Stream.of(parts).skip(1))
						.toArray(String[]::new)));
			assertThat(run.err()).doesNotContain("cannot be read");
			assertThat(run.out() + run.err()).as(command)
				.doesNotContain("\u001b", "\u0007", "\u202e", "\u009b", "\nerror: forged");
		}
		database.run("UPDATE databasechangeloglock SET locked = 1, lockedby = '" + HOSTILE + "'");
		CommandRun locked = CommandRun.of(SmallApplication.class,
				args(settings, "--migrate=unlock", "--migrate=status"));
		assertThat(locked.out()).contains("held by x\\e]0;owned\\u0007\\nerror: forged\\u202e\\u009b2J")
			.doesNotContain("\u001b", "\u202e");
		CommandRun document = CommandRun.of(SmallApplication.class,
				args(settings, "--migrate=status", "--migrate.output=json"));
		assertThat(document.out()).containsIgnoringCase("\\u202e\\u009b").doesNotContain("\u202e", "\u009b", "\u001b");
		assertThat(document.json().toString()).contains(HOSTILE);
		assertThat(Files.list(this.directory).map((file) -> file.getFileName().toString()))
			.allMatch((name) -> name.matches("[\\w.-]+"));
	}

	@Test
	void nothingIsDroppedWhereThatIsForbidden() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		String url = "--spring.datasource.url=" + database.url();
		assertThat(run("--migrate=upgrade", url).code()).isZero();
		for (String[] more : new String[][] { {}, { "--migrate.yes" }, { "--migrate.yes", "--migrate.output=json" } }) {
			CommandRun run = run(Stream
				.concat(Stream.of("--migrate=reset", url, "--soundshare.migrations.destructive=refuse"),
						Stream.of(more))
				.toArray(String[]::new));
			assertThat(run.code()).isEqualTo(2);
			assertThat(run.err()).startsWith("error: Refused: reset")
				.contains("soundshare.migrations.destructive=refuse");
		}
		assertThat(database.ids()).containsExactly("11aa", "22bb", "33cc");
		assertThat(run("--migrate=reset", "--migrate.sql", url, "--soundshare.migrations.destructive=refuse").out())
			.contains("DROP TABLE");
		assertThat(run("--migrate=reset", "--migrate.yes", url, "--soundshare.migrations.destructive=allow").code())
			.isZero();
	}

	private static void assertTellsNothing(CommandRun run) {
		assertThat(run.out() + run.err()).doesNotContain("hunter22");
	}

	private CommandRun run(String... args) {
		return CommandRun.of(SmallApplication.class,
				args(new String[] { "--spring.liquibase.change-log=classpath:/command/changelog.yaml" }, args));
	}

	private static String[] args(String[] settings, String... args) {
		return Stream.of(args, settings).flatMap(Stream::of).toArray(String[]::new);
	}

	/**
	 * An application that keeps its password in its code.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(SmallApplication.class)
	static class OwnDataSource {

		@Bean
		HikariDataSource dataSource() {
			HikariDataSource dataSource = new HikariDataSource();
			dataSource.setJdbcUrl("jdbc:nonsense:music;for=hunter22");
			dataSource.setUsername("app");
			dataSource.setPassword("hunter22");
			return dataSource;
		}

	}

}
