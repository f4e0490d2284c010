package io.soundshare.migrations.boot;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person reads when an application cannot start.
 */
@Tag("slow")
class StartupFailureTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	@Test
	void pendingRevisions() {
		FailureAnalysis analysis = failure(this.database, "soundshare.migrations.startup=validate");
		assertThat(analysis.getDescription()).contains("pending", "create-artist", "create-album", "add-artists");
		assertThat(analysis.getAction()).contains("--migrate=upgrade").endsWith("Error code: SM102");
	}

	@Test
	void databaseAhead() {
		TestContexts.start(this.database);
		FailureAnalysis analysis = failure(this.database, TestContexts.changelog("older.yaml"),
				"soundshare.migrations.ahead=fail");
		assertThat(analysis.getDescription()).contains("ahead", "add-artists");
		assertThat(analysis.getAction()).isNotBlank();
	}

	@Test
	void changedChecksum() {
		TestContexts.start(this.database);
		List<String> history = this.database.history();
		FailureAnalysis analysis = failure(this.database, TestContexts.changelog("edited.yaml"));
		assertThat(analysis.getDescription()).contains("create-album", "db/changelog.yaml");
		assertThat(analysis.getAction()).isNotBlank();
		assertThat(this.database.history()).isEqualTo(history);
	}

	@Test
	void brokenChangelog() {
		FailureAnalysis analysis = failure(this.database, TestContexts.changelog("broken.yaml"));
		assertThat(analysis.getDescription()).contains("changelog/broken.yaml", "line 4");
		assertThat(analysis.getAction()).isNotBlank();
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void missingChangelog() {
		FailureAnalysis analysis = failure(this.database, TestContexts.changelog("nowhere.yaml"));
		assertThat(analysis.getDescription()).contains("changelog/nowhere.yaml");
		assertThat(analysis.getAction()).contains("spring.liquibase.change-log");
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void failingChangeSet() {
		FailureAnalysis analysis = failure(this.database, TestContexts.changelog("failing.yaml"));
		assertThat(analysis.getDescription()).contains("fill-missing-table", "missing_table");
		assertThat(this.database.ids()).containsExactly("create-artist", "create-album");
	}

	@Test
	void readOnlyFile() {
		TestContexts.start(this.database, TestContexts.changelog("older.yaml"));
		List<String> history = this.database.history();
		FailureAnalysis analysis = failure(new TestDatabase(this.database.url() + "?open_mode=1"));
		assertThat(analysis.getDescription()).containsIgnoringCase("readonly");
		assertThat(analysis.getAction()).contains("write");
		assertThat(this.database.history()).isEqualTo(history);
	}

	@Test
	void directoryInPlaceOfAFile() {
		FailureAnalysis analysis = failure(new TestDatabase("jdbc:sqlite:" + this.directory));
		assertThat(analysis.getDescription()).contains("cannot be used");
		assertThat(analysis.getAction()).contains("spring.datasource.url");
	}

	@Test
	void fileThatIsNoDatabase() throws IOException {
		Path file = Files.writeString(this.directory.resolve("notes.txt"), "This is no database. ".repeat(200));
		FailureAnalysis analysis = failure(new TestDatabase("jdbc:sqlite:" + file));
		assertThat(analysis.getDescription()).contains("not a database");
		assertThat(analysis.getAction()).contains("spring.datasource.url");
		assertThat(file).content().startsWith("This is no database.");
	}

	@Test
	void serverThatIsNotThere() {
		FailureAnalysis analysis = failure(
				new TestDatabase("jdbc:postgresql://localhost:1/music?user=nina&password=secret"),
				"spring.datasource.hikari.connection-timeout=500");
		assertThat(analysis.getDescription()).contains("localhost:1").doesNotContain("secret");
		assertThat(analysis.getAction()).contains("spring.datasource.url");
	}

	@Test
	void folderThatIsNotThere() {
		FailureAnalysis analysis = failure(new TestDatabase("jdbc:sqlite:/nowhere/at/all.db"));
		assertThat(analysis.getDescription()).contains("/nowhere/at/all.db");
		assertThat(analysis.getAction()).contains("spring.datasource.url");
	}

	@Test
	void urlOfNoDriver() {
		FailureAnalysis analysis = failure(new TestDatabase("jdbc:nonsense:music"));
		assertThat(analysis.getDescription()).isNotBlank();
		assertThat(analysis.getAction()).isNotBlank();
	}

	@Test
	void noDataSourceAtAll() {
		TestContexts.runner().run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).contains("DataSource");
			assertThat(analysis.getAction()).isNotBlank();
		});
	}

	@Test
	void twoDataSourcesAndNoneIsPrimary() {
		TestContexts.runner()
			.withBean("first", DataSource.class, this.database::dataSource)
			.withBean("second", DataSource.class, this.database::dataSource)
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).contains("no single DataSource");
				assertThat(analysis.getAction()).contains("@LiquibaseDataSource");
			});
	}

	@Test
	void dropFirstWhereThatIsForbidden() {
		TestContexts.start(this.database);
		List<String> history = this.database.history();
		FailureAnalysis analysis = failure(this.database, "spring.liquibase.drop-first=true",
				"soundshare.migrations.destructive=refuse");
		assertThat(analysis.getDescription()).contains("spring.liquibase.drop-first=true",
				"soundshare.migrations.destructive=refuse");
		assertThat(this.database.history()).isEqualTo(history);
		TestContexts.start(this.database, "soundshare.migrations.destructive=refuse");
	}

	@Test
	void passwordThatADriverRepeats() {
		for (String url : List.of("jdbc:postgresql://nina:hunter22@localhost:1/music",
				"jdbc:nonsense://nina:hunter22@host/music?token=hunter22", "jdbc:nonsense:music;for=hunter22")) {
			FailureAnalysis analysis = failure(new TestDatabase(url), "spring.datasource.password=hunter22",
					"spring.datasource.driver-class-name=org.postgresql.Driver",
					"spring.datasource.hikari.connection-timeout=250");
			assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("hunter22");
			assertThat(analysis.getCause()).hasStackTraceContaining("at io.soundshare")
				.satisfies((cause) -> assertThat(trace(cause)).doesNotContain("hunter22"));
		}
	}

	@Test
	void springLiquibaseOfTheApplication() {
		TestContexts.runner(this.database).withBean(SpringLiquibase.class, () -> {
			SpringLiquibase liquibase = new SpringLiquibase();
			liquibase.setDataSource(this.database.dataSource());
			liquibase.setChangeLog("classpath:changelog/failing.yaml");
			return liquibase;
		}).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).contains("fill-missing-table", "missing_table");
			assertThat(analysis.getAction()).contains("SpringLiquibase");
		});
	}

	@Test
	void secretThatLiquibaseRepeats() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("spring.datasource.password", "hunter22")));
		FailureAnalysis analysis = new SpringLiquibaseFailureAnalyzer(environment)
			.analyze(new LiquibaseException("connected with hunter22\u001b[31m"));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).startsWith("Liquibase has failed").doesNotContain("hunter22", "\u001b");
	}

	private static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	@Test
	void rollbackFileThatCannotBeWritten() {
		FailureAnalysis analysis = failure(this.database, "spring.liquibase.rollback-file=/nowhere/at/all.sql");
		assertThat(analysis.getDescription()).contains("/nowhere/at/all.sql");
		assertThat(analysis.getAction()).contains("spring.liquibase.rollback-file");
		assertThat(this.database.tables()).isEmpty();
	}

	private static FailureAnalysis failure(TestDatabase database, String... properties) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		TestContexts.runner(database).withPropertyValues(properties).run((context) -> analysis[0] = analyze(context));
		return analysis[0];
	}

	private static FailureAnalysis analyze(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		assertThat(failure).isNotNull();
		ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, new DefaultListableBeanFactory())
			.and(Environment.class, new StandardEnvironment());
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, (type, name, error) -> {
			})
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nobody explains", failure));
	}

}
