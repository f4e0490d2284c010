package io.soundshare.migrations.boot.actuate;

import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class BackupMetricsAutoConfigurationTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(this.database)
			.withConfiguration(AutoConfigurations.of(BackupMetricsAutoConfiguration.class));
	}

	@Test
	void measuresTheNewestBackup() {
		runner().run((context) -> {
			MeterRegistry meters = meters(context);
			assertThat(value(meters, "soundshare.migrations.backup.age")).isNaN();
			assertThat(value(meters, "soundshare.migrations.backup.verified")).isNaN();
			MigratorRegistry migrators = context.getBean(MigratorRegistry.class);
			migrators.get(migrators.names().iterator().next()).backup();
			assertThat(value(meters, "soundshare.migrations.backup.age")).isBetween(0.0, 60.0);
			assertThat(value(meters, "soundshare.migrations.backup.verified")).isOne();
		});
	}

	@Test
	void measuresNothingOfWhatCannotBeReached() {
		this.database = new TestDatabase("jdbc:sqlite:/nowhere/at/all.db");
		runner().withPropertyValues("soundshare.migrations.startup=none")
			.run((context) -> assertThat(value(meters(context), "soundshare.migrations.backup.age")).isNaN());
	}

	@Test
	void isNotNeeded() {
		runner().withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsBackupMetrics"));
	}

	private static MeterRegistry meters(ApplicationContext context) {
		MeterRegistry meters = new SimpleMeterRegistry();
		context.getBeanProvider(MeterBinder.class).forEach((binder) -> binder.bindTo(meters));
		return meters;
	}

	private static double value(MeterRegistry meters, String name) {
		return meters.get(name).tagKeys("database").gauge().value();
	}

}
