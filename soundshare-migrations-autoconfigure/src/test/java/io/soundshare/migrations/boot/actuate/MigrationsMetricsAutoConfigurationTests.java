package io.soundshare.migrations.boot.actuate;

import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsMetricsAutoConfigurationTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(this.database)
			.withConfiguration(AutoConfigurations.of(MigrationsMetricsAutoConfiguration.class));
	}

	@Test
	void measuresAStartThatMigrates() {
		runner().run((context) -> {
			bind(context);
			assertThat(gauge("pending")).isZero();
			assertThat(gauge("applied")).isEqualTo(3);
			assertThat(gauge("fast.path")).isZero();
			assertThat(revisions("apply").count()).isEqualTo(3);
			assertThat(revisions("revert").count()).isZero();
			assertThat(this.meters.get("soundshare.migrations.lock.wait").tag("database", "liquibase").timer().count())
				.isOne();
		});
	}

	@Test
	void measuresAStartWithNothingToDo() {
		TestContexts.start(this.database);
		runner().run((context) -> {
			bind(context);
			assertThat(gauge("fast.path")).isOne();
			assertThat(revisions("apply").count()).isZero();
			assertThat(gauge("applied")).isEqualTo(3);
		});
	}

	@Test
	void measuresWhatTheApplicationDoesLater() {
		runner().run((context) -> {
			bind(context);
			context.getBean(MigratorRegistry.class).get("liquibase").downgrade(Target.parse("-1"));
			assertThat(revisions("revert").count()).isOne();
			assertThat(gauge("pending")).isOne();
			assertThat(gauge("applied")).isEqualTo(2);
		});
	}

	@Test
	void measuresNothingOfWhatCannotBeReached() {
		this.database = new TestDatabase("jdbc:sqlite:/nowhere/at/all.db");
		runner().withPropertyValues("soundshare.migrations.startup=none").run((context) -> {
			bind(context);
			assertThat(gauge("pending")).isNaN();
			assertThat(gauge("applied")).isNaN();
			assertThat(gauge("fast.path")).isNaN();
		});
	}

	@Test
	void isNotNeeded() {
		runner().withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsMetrics"));
	}

	private void bind(ApplicationContext context) {
		context.getBean(MeterBinder.class).bindTo(this.meters);
	}

	private double gauge(String name) {
		return this.meters.get("soundshare.migrations." + name).tag("database", "liquibase").gauge().value();
	}

	private Timer revisions(String action) {
		return this.meters.get("soundshare.migrations.revision.duration")
			.tags("database", "liquibase", "action", action)
			.timer();
	}

}
