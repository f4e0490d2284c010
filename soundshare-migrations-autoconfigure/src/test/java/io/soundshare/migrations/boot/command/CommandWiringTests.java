package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.boot.MigrationsAutoConfiguration;
import io.soundshare.migrations.boot.TestDatabase;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which databases a command finds in an application, and what it says when it finds none
 * it can use.
 */
@Tag("slow")
class CommandWiringTests {

	@TempDir
	Path directory;

	private TestDatabase database;

	private TestDatabase second;

	@BeforeEach
	void setUp() {
		this.database = new TestDatabase("jdbc:sqlite:" + this.directory.resolve("app.db"));
		this.second = new TestDatabase("jdbc:sqlite:" + this.directory.resolve("second.db"));
	}

	@Test
	void findsTheApplicationsOwnDataSource() {
		CommandRun run = run(OwnDataSource.class, "--migrate=upgrade", "--app.url=" + this.database.url());
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(this.database.ids()).hasSize(3);
	}

	@Test
	void findsTheApplicationsOwnSpringLiquibaseAndDoesNotRunIt() {
		CommandRun run = run(OwnSpringLiquibase.class, "--migrate=current", "--migrate=upgrade:+1",
				"--app.url=" + this.database.url());
		assertThat(run.err()).isEmpty();
		assertThat(run.stableOut())
			.isEqualTo("(base)\nup 1/1  11aa  Create songs  (7 ms)\n1 revision applied. Current: 11aa\n");
		assertThat(this.database.ids()).containsExactly("11aa");
	}

	@Test
	void speaksOfEachOfSeveralDatabases() {
		run(SeveralDatabases.class, "--migrate=upgrade", "--migrate.database=shop");
		CommandRun run = run(SeveralDatabases.class, "--migrate=current", "--migrate=unlock");
		assertThat(run).isEqualTo(new CommandRun(0, "[shop]\n33cc (head)\n[stock]\n(base)\n"
				+ "[shop]\nThe migration lock is free.\n[stock]\nThe migration lock is free.\n", ""));
		CommandRun json = run(SeveralDatabases.class, "--migrate=status", "--migrate.output=json");
		assertThat(json.json()).containsOnlyKeys("databases");
		assertThat(states(json)).containsExactly(Map.entry("shop", "UP_TO_DATE"), Map.entry("stock", "PENDING"));
		assertThat(run(SeveralDatabases.class, "--migrate=status", "--migrate.strict").code()).isEqualTo(3);
	}

	@Test
	void changesOnlyTheDatabaseItIsTold() {
		CommandModeTests.assertFails(run(SeveralDatabases.class, "--migrate=upgrade"), 2,
				"This application has several databases: shop, stock.\nSay which one: --migrate.database=NAME.");
		CommandModeTests.assertFails(run(SeveralDatabases.class, "--migrate=upgrade", "--migrate.database=shap"), 2,
				"There is no database 'shap'.\nThere is: shop, stock.");
		assertThat(this.second.tables()).isEmpty();
		CommandRun run = run(SeveralDatabases.class, "--migrate=upgrade", "--migrate=current",
				"--migrate.database=stock");
		assertThat(run.err()).isEmpty();
		assertThat(run.stableOut())
			.isEqualTo("up 1/1  77ee  Create other  (7 ms)\n1 revision applied. Current: 77ee (head)\n77ee (head)\n");
		assertThat(this.database.tables()).isEmpty();
		assertThat(this.second.ids()).containsExactly("77ee");
	}

	@Test
	void oneDatabaseOutOfReachDoesNotKeepAnotherFromItsCommand() {
		String unreachable = "--app.second=jdbc:sqlite:" + this.directory.resolve("no/such/folder/x.db");
		assertThat(run(SeveralDatabases.class, "--migrate=current", "--migrate.database=shop", unreachable))
			.isEqualTo(new CommandRun(0, "(base)\n", ""));
		CommandModeTests.assertFails(run(SeveralDatabases.class, "--migrate=current", unreachable), 1, "x.db");
	}

	@Test
	void saysSoWhenLiquibaseIsSwitchedOff() {
		for (String setting : List.of("spring.liquibase.enabled", "soundshare.migrations.enabled")) {
			CommandModeTests.assertFails(
					run(SmallApplication.class, "--migrate=status", "--" + setting + "=false",
							"--spring.datasource.url=" + this.database.url()),
					2, "This application has no database to migrate.", "spring.liquibase.enabled",
					"soundshare.migrations.enabled");
		}
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void saysSoWhenThereIsNoDataSource() {
		CommandModeTests.assertFails(run(NoDatabase.class, "--migrate=status"), 2,
				"This application has no database to migrate.",
				"Set spring.datasource.url or define a DataSource bean");
	}

	@Test
	void saysSoWhenThereIsNoUrl() {
		CommandModeTests.assertFails(run(SmallApplication.class, "--migrate=status"), 1,
				"Failed to configure a DataSource: 'url' attribute is not specified");
	}

	@Test
	void namesTheDatabaseThatCannotBeUsed() throws Exception {
		Path text = Files.writeString(this.directory.resolve("text.db"), "This is a text, and no database at all.");
		Map<String, String> problems = Map.of("jdbc:sqlite:" + this.directory, this.directory.toString(),
				"jdbc:sqlite:" + this.directory.resolve("no/such/folder/x.db"), "no/such/folder", "jdbc:sqlite:" + text,
				"not a database", "jdbc:postgresql://localhost:1/x?password=secret", "jdbc:postgresql://localhost:1/x",
				"jdbc:nonsense:x", "driver");
		problems.forEach((url, problem) -> {
			for (String command : List.of("status", "upgrade")) {
				CommandRun run = run(SmallApplication.class, "--migrate=" + command, "--spring.datasource.url=" + url,
						"--spring.datasource.hikari.connection-timeout=250");
				assertThat(run.code()).as(url).isOne();
				assertThat(run.out()).as(url).isEmpty();
				assertThat(run.err()).as(url).startsWith("error: ").contains(problem).doesNotContain("\tat ", "secret");
			}
		});
		assertThat(text).hasContent("This is a text, and no database at all.");
	}

	@Test
	void saysWhichSettingIsMalformed() throws Exception {
		Path file = Files.writeString(this.directory.resolve("application.properties"),
				"spring.liquibase.show-summary=everything\nspring.datasource.url=" + this.database.url());
		assertUnreadable(run(SmallApplication.class, "--migrate=status", "--spring.config.location=file:" + file),
				"Property: spring.liquibase.show-summary", "Value: \"everything\"");
	}

	@Test
	void saysWhichConfigurationFileIsMalformed() throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yaml"), "spring:\n  datasource: [\n");
		assertUnreadable(run(SmallApplication.class, "--migrate=status", "--spring.config.location=file:" + file),
				"line 3, column 1");
	}

	@Test
	void saysWhichBeanDefinitionFails() {
		assertUnreadable(run(BrokenDataSource.class, "--migrate=status"),
				"error: the vault is closed (while the bean 'brokenDataSource' was created)\n", "--migrate.verbose");
		assertThat(run(BrokenDataSource.class, "--migrate=status", "--migrate.verbose").err()).contains("\tat ");
	}

	@Test
	void saysWhichConfigurationCannotBeRead() {
		assertUnreadable(run(BrokenConfiguration.class, "--migrate=status"), "not today");
	}

	private static void assertUnreadable(CommandRun run, String... texts) {
		assertThat(run.err()).startsWith("error: ").contains(texts).doesNotContain("\tat ");
		assertThat(run.out()).isEmpty();
		assertThat(run.code()).isOne();
	}

	private CommandRun run(Class<?> application, String... args) {
		return CommandRun.of(application,
				Stream
					.concat(Stream.of(args),
							Stream.of("--spring.liquibase.change-log=classpath:/command/changelog.yaml",
									"--app.first=" + this.database.url(), "--app.second=" + this.second.url()))
					.toArray(String[]::new));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> states(CommandRun run) {
		Map<String, Map<String, Object>> databases = (Map<String, Map<String, Object>>) run.json().get("databases");
		Map<String, Object> states = new LinkedHashMap<>();
		databases.forEach((name, status) -> states.put(name, status.get("state")));
		return states;
	}

	private static SpringLiquibase springLiquibase(String url, String changelog) {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(new DriverManagerDataSource(url));
		liquibase.setChangeLog("classpath:/command/" + changelog);
		return liquibase;
	}

	@SpringBootConfiguration
	@ImportAutoConfiguration({ LiquibaseAutoConfiguration.class, MigrationsAutoConfiguration.class })
	static class NoDatabase {

	}

	@SpringBootConfiguration
	@Import(SmallApplication.class)
	static class OwnDataSource {

		@Bean
		DataSource ownDataSource(Environment environment) {
			return new DriverManagerDataSource(environment.getRequiredProperty("app.url"));
		}

	}

	@SpringBootConfiguration
	@Import(NoDatabase.class)
	static class OwnSpringLiquibase {

		@Bean
		SpringLiquibase ownLiquibase(Environment environment) {
			return springLiquibase(environment.getRequiredProperty("app.url"), "changelog.yaml");
		}

	}

	@SpringBootConfiguration
	@Import(NoDatabase.class)
	static class SeveralDatabases {

		@Bean
		SpringLiquibase shop(Environment environment) {
			return springLiquibase(environment.getRequiredProperty("app.first"), "changelog.yaml");
		}

		@Bean
		SpringLiquibase stock(Environment environment) {
			return springLiquibase(environment.getRequiredProperty("app.second"), "other.yaml");
		}

	}

	@SpringBootConfiguration
	@Import(SmallApplication.class)
	static class BrokenDataSource {

		@Bean
		SimpleDriverDataSource brokenDataSource() {
			throw new IllegalStateException("the vault is closed");
		}

	}

	@SpringBootConfiguration
	@Import(SmallApplication.class)
	static class BrokenConfiguration {

		@Bean
		static BeanFactoryPostProcessor broken() {
			return (beanFactory) -> {
				throw new UnsupportedOperationException("not today");
			};
		}

	}

}
