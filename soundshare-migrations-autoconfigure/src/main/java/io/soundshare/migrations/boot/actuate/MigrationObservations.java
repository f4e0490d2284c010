package io.soundshare.migrations.boot.actuate;

import java.util.Locale;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.soundshare.migrations.boot.OperationListenerFactory;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Observes each operation, and in it each revision. The registry is asked for when the
 * first operation begins.
 */
final class MigrationObservations implements OperationListenerFactory {

	private final ObjectProvider<ObservationRegistry> registry;

	MigrationObservations(ObjectProvider<ObservationRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public OperationListener listener(String database) {
		return new Observer(this.registry.getIfAvailable(() -> ObservationRegistry.NOOP), database);
	}

	/**
	 * Observes one database. An operation is all in one thread, and several may be at
	 * work: one that has ended, and one that has begun since. There are as few observers
	 * as databases, and they live as long as the application.
	 */
	@SuppressWarnings("ThreadLocalUsage")
	private static final class Observer implements OperationListener {

		private final ThreadLocal<@Nullable Running> operation = new ThreadLocal<>();

		private final ThreadLocal<@Nullable Running> revision = new ThreadLocal<>();

		private final ObservationRegistry registry;

		private final String database;

		Observer(ObservationRegistry registry, String database) {
			this.registry = registry;
			this.database = database;
		}

		@Override
		public void begun(Plan plan) {
			this.operation
				.set(Running.start(Observation.createNotStarted("soundshare.migrations.operation", this.registry)
					.contextualName("migrations " + plan.operation())
					.lowCardinalityKeyValue("database", this.database)
					.lowCardinalityKeyValue("operation", plan.operation().toString())));
		}

		@Override
		public void heard(Progress progress) {
			end(this.revision, null);
			if (progress.kind() == Progress.Kind.STARTED) {
				this.revision.set(Running.start(observation(progress.step())));
			}
		}

		@Override
		public void ended(Plan plan, Result result) {
			end(this.revision, null);
			end(this.operation, null);
		}

		@Override
		public void failed(Plan plan, RuntimeException failure) {
			end(this.revision, failure);
			end(this.operation, failure);
		}

		private Observation observation(Step step) {
			String action = step.action().name().toLowerCase(Locale.ROOT);
			return Observation.createNotStarted("soundshare.migrations.revision", this.registry)
				.contextualName("migrations " + action)
				.lowCardinalityKeyValue("action", action)
				.lowCardinalityKeyValue("database", this.database)
				.highCardinalityKeyValue("revision", step.revision().name());
		}

		private static void end(ThreadLocal<@Nullable Running> place, @Nullable Throwable failure) {
			Running running = place.get();
			if (running != null) {
				place.remove();
				running.stop(failure);
			}
		}

	}

	/**
	 * An observation that has begun.
	 *
	 * @param observation the observation
	 * @param scope its scope, in this thread
	 */
	private record Running(Observation observation, Observation.Scope scope) {

		static Running start(Observation observation) {
			observation.start();
			return new Running(observation, observation.openScope());
		}

		void stop(@Nullable Throwable failure) {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.scope.close();
			this.observation.stop();
		}

	}

}
