package io.soundshare.migrations.boot.actuate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsObservationAutoConfigurationTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	private final List<String> spans = new ArrayList<>();

	private final ObservationRegistry registry = ObservationRegistry.create();

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
		this.registry.observationConfig().observationHandler(new Recorder(this.spans));
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(this.database)
			.withConfiguration(AutoConfigurations.of(MigrationsObservationAutoConfiguration.class));
	}

	private ApplicationContextRunner observed() {
		return runner().withBean(ObservationRegistry.class, () -> this.registry);
	}

	@Test
	void observesTheStartAndInItEachRevision() {
		Observation start = Observation.start("start", this.registry);
		try (Observation.Scope scope = start.openScope()) {
			observed().run((context) -> assertThat(context).hasNotFailed());
			assertThat(this.registry.getCurrentObservationScope()).isSameAs(scope);
		}
		assertThat(this.spans).containsExactly("migrations apply create-artist in migrations upgrade",
				"migrations apply create-album in migrations upgrade",
				"migrations apply add-artists in migrations upgrade", "migrations upgrade null in null");
	}

	@Test
	void observesNothingOfAStartWithNothingToDo() {
		TestContexts.start(this.database);
		observed().run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.spans).isEmpty();
	}

	@Test
	void observesAFailure() {
		observed().withPropertyValues(TestContexts.changelog("failing.yaml"))
			.run((context) -> assertThat(context).hasFailed());
		assertThat(this.spans).contains(
				"migrations apply fill-missing-table in migrations upgrade: RevisionFailedException",
				"migrations upgrade null in null: RevisionFailedException");
		assertThat(this.registry.getCurrentObservationScope()).isNull();
	}

	@Test
	void isNotNeeded() {
		runner().run((context) -> assertThat(context).hasNotFailed());
		runner().withClassLoader(new FilteredClassLoader(ObservationRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsObservations"));
	}

	private record Recorder(List<String> spans) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			if (!context.getName().startsWith("soundshare.migrations.")) {
				return;
			}
			assertThat(context.getLowCardinalityKeyValue("database").getValue()).isEqualTo("liquibase");
			ObservationView parent = context.getParentObservation();
			String revision = (context.getHighCardinalityKeyValue("revision") != null)
					? context.getHighCardinalityKeyValue("revision").getValue() : null;
			this.spans.add(context.getContextualName() + " " + revision + " in "
					+ ((parent != null) ? parent.getContextView().getContextualName() : null)
					+ ((context.getError() != null) ? ": " + context.getError().getClass().getSimpleName() : ""));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
