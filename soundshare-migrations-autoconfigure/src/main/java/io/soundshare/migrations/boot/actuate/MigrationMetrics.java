package io.soundshare.migrations.boot.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.soundshare.migrations.boot.Migrator.StartPath;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.OperationListenerFactory;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Step.Action;

/**
 * Measures where each database stands, how long revisions take and the lock is waited
 * for, and which way the start took. The start migrates before there are meters, and
 * nothing is to be created early for them: what is heard until then is kept for them.
 */
final class MigrationMetrics implements MeterBinder, OperationListenerFactory {

	/** Of an application without meters nobody asks for them. */
	private static final int MOST_KEPT = 10_000;

	private final MigratorRegistry migrators;

	private final Duration timeToLive;

	private final List<Consumer<MeterRegistry>> kept = new ArrayList<>();

	private final List<MeterRegistry> registries = new ArrayList<>();

	MigrationMetrics(MigratorRegistry migrators, Duration timeToLive) {
		this.migrators = migrators;
		this.timeToLive = timeToLive;
	}

	@Override
	public OperationListener listener(String database) {
		return new OperationListener() {

			@Override
			public void lockWaited(Duration waited) {
				measure((registry) -> lockWait(registry, database).record(waited));
			}

			@Override
			public void heard(Progress progress) {
				Step step = progress.step();
				if (progress.kind() == Progress.Kind.COMPLETED
						&& (step.action() == Action.APPLY || step.action() == Action.REVERT)) {
					measure((registry) -> duration(registry, database, step.action()).record(progress.took()));
				}
			}

		};
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		for (String name : this.migrators.names()) {
			StatusReading reading = new StatusReading(() -> this.migrators.get(name).status(), this.timeToLive);
			gauge(registry, "soundshare.migrations.pending", "Number of pending revisions", name, reading,
					(status) -> status.pending().size());
			gauge(registry, "soundshare.migrations.applied", "Number of applied revisions", name, reading,
					(status) -> status.history().size());
			Gauge
				.builder("soundshare.migrations.fast.path", this.migrators,
						(migrators) -> fastPath(migrators.startPath(name)))
				.description("Whether a fingerprint told at the start that there was nothing to do")
				.tag("database", name)
				.register(registry);
			lockWait(registry, name);
			duration(registry, name, Action.APPLY);
			duration(registry, name, Action.REVERT);
		}
		this.kept.forEach((measurement) -> measurement.accept(registry));
		this.registries.add(registry);
	}

	private synchronized void measure(Consumer<MeterRegistry> measurement) {
		if (this.registries.isEmpty() && this.kept.size() < MOST_KEPT) {
			this.kept.add(measurement);
		}
		this.registries.forEach(measurement);
	}

	private static double fastPath(StartPath path) {
		return switch (path) {
			case FAST -> 1;
			case FULL -> 0;
			case NONE -> Double.NaN;
		};
	}

	/** Health tells what is wrong with a database that cannot be read. */
	private static void gauge(MeterRegistry registry, String name, String description, String database,
			StatusReading reading, ToDoubleFunction<MigrationStatus> measure) {
		Gauge.builder(name, reading, (source) -> {
			MigrationStatus status = source.get().status();
			return (status != null) ? measure.applyAsDouble(status) : Double.NaN;
		}).description(description).tag("database", database).strongReference(true).register(registry);
	}

	private static Timer lockWait(MeterRegistry registry, String database) {
		return Timer.builder("soundshare.migrations.lock.wait")
			.description("Time until the migration lock was taken, or given up")
			.tag("database", database)
			.register(registry);
	}

	private static Timer duration(MeterRegistry registry, String database, Action action) {
		return Timer.builder("soundshare.migrations.revision.duration")
			.description("Time to apply or revert a revision")
			.tag("action", action.name().toLowerCase(Locale.ROOT))
			.tag("database", database)
			.register(registry);
	}

}
