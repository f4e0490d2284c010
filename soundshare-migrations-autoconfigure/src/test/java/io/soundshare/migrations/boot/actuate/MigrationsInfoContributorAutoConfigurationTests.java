package io.soundshare.migrations.boot.actuate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsInfoContributorAutoConfigurationTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	@Test
	void showsCurrentAndHead() {
		runner().run((context) -> assertThat(info(context))
			.isEqualTo(document("state", "UP_TO_DATE", "current", "add-artists", "head", "add-artists")));
	}

	@Test
	void showsAheadAndEmpty() {
		runner().withPropertyValues("soundshare.migrations.startup=none")
			.run((context) -> assertThat(info(context))
				.isEqualTo(document("state", "PENDING", "current", null, "head", "add-artists")));
		TestContexts.start(this.database);
		runner().withPropertyValues(TestContexts.changelog("older.yaml"))
			.run((context) -> assertThat(info(context))
				.isEqualTo(document("state", "AHEAD", "current", "add-artists", "head", "create-album")));
	}

	@Test
	void explainsWhatCannotBeRead() {
		this.database = new TestDatabase("jdbc:sqlite:/nowhere/at/all.db");
		runner().withPropertyValues("soundshare.migrations.startup=none")
			.run((context) -> assertThat(info(context)).containsOnlyKeys("code", "error", "action"));
	}

	@Test
	void mayBeDisabled() {
		runner().withPropertyValues("management.info.migrations.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(InfoContributor.class));
	}

	private static Map<String, Object> document(String... entries) {
		Map<String, Object> document = new LinkedHashMap<>();
		for (int i = 0; i < entries.length; i += 2) {
			document.put(entries[i], entries[i + 1]);
		}
		return document;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> info(ApplicationContext context) {
		Info.Builder builder = new Info.Builder();
		context.getBean(InfoContributor.class).contribute(builder);
		Map<String, Object> databases = (Map<String, Object>) builder.build().get("migrations");
		assertThat(databases).containsOnlyKeys("liquibase");
		return (Map<String, Object>) databases.get("liquibase");
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(this.database)
			.withConfiguration(AutoConfigurations.of(MigrationsInfoContributorAutoConfiguration.class));
	}

}
