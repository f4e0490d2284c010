package io.soundshare.migrations.boot.actuate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.SchemaState;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Says whether a database is where this build wants it. A database in another state is
 * out of service: it works, and somebody has to migrate it. One that cannot be read is
 * down.
 */
final class MigrationsHealthIndicator implements HealthIndicator {

	private final StatusReading reading;

	private final Set<SchemaState> upStates;

	MigrationsHealthIndicator(StatusReading reading, Set<SchemaState> upStates) {
		this.reading = reading;
		this.upStates = upStates;
	}

	@Override
	public Health health() {
		StatusReading.Result result = this.reading.get();
		MigrationStatus status = result.status();
		return (status != null) ? health(status) : health(result.failure());
	}

	private Health health(MigrationStatus status) {
		Health.Builder health = Health.status(isUp(status) ? Status.UP : Status.OUT_OF_SERVICE)
			.withDetail("state", status.state().name());
		name(health, "current", status.current());
		name(health, "head", status.head());
		Backup backup = status.backup();
		if (backup != null) {
			health.withDetail("backup", backup.name())
				.withDetail("backupAge", backup.age(Instant.now()).truncatedTo(ChronoUnit.SECONDS).toString())
				.withDetail("backupVerified", backup.verified());
		}
		int pending = status.pending().size();
		return health.withDetail("applied", status.history().size())
			.withDetail("marked", (int) status.history().stream().filter(Revision::isMarked).count())
			.withDetail("pending", pending)
			.withDetail("skipped", pending - status.outstanding().size())
			.withDetail("unknown", status.unknown().size())
			.withDetail("changed", status.changed().size())
			.build();
	}

	/** What the last upgrade skipped, because it says so, keeps nobody waiting. */
	private boolean isUp(MigrationStatus status) {
		return this.upStates.contains(status.state()) || this.upStates.contains(status.effectiveState());
	}

	/** A health has no null details. */
	private static void name(Health.Builder health, String key, @Nullable Revision revision) {
		if (revision != null) {
			health.withDetail(key, revision.name());
		}
	}

	/** One that is migrated just now cannot be read, and will be. */
	private static Health health(@Nullable MigrationException failure) {
		Health.Builder health = (failure instanceof LockNotAcquiredException) ? Health.outOfService() : Health.down();
		if (failure != null) {
			health.withDetail("code", failure.code().toString())
				.withDetail("error", failure.problem())
				.withDetail("action", failure.wayOut());
		}
		return health.build();
	}

}
