package io.soundshare.migrations.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.MigrationException;

/**
 * Measures how old the newest copy of each database is, and whether it was found to be
 * whole. Not a number where there is none.
 */
final class BackupMetrics implements MeterBinder {

	private static final double NONE = Double.NaN;

	private final MigratorRegistry migrators;

	BackupMetrics(MigratorRegistry migrators) {
		this.migrators = migrators;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String name : this.migrators.names()) {
			TimeGauge
				.builder("soundshare.migrations.backup.age", this.migrators, TimeUnit.MILLISECONDS,
						newest(name, (backup) -> Duration.between(backup.taken(), Instant.now()).toMillis()))
				.description("Age of the newest backup")
				.tag("database", name)
				.register(registry);
			Gauge
				.builder("soundshare.migrations.backup.verified", this.migrators,
						newest(name, (backup) -> backup.verified() ? 1 : 0))
				.description("Whether the newest backup was found to be whole")
				.tag("database", name)
				.register(registry);
		}
	}

	private static ToDoubleFunction<MigratorRegistry> newest(String name, ToDoubleFunction<Backup> measure) {
		return (migrators) -> {
			try {
				List<Backup> backups = migrators.get(name).backups();
				return backups.isEmpty() ? NONE : measure.applyAsDouble(backups.get(0));
			}
			catch (MigrationException ex) {
				// Health tells what is wrong with a database.
				return NONE;
			}
		};
	}

}
