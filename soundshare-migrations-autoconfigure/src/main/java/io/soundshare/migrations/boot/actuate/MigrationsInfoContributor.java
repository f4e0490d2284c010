package io.soundshare.migrations.boot.actuate;

import java.util.Map;

import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Revision;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Shows the current revision and the head of each database.
 */
final class MigrationsInfoContributor implements InfoContributor {

	private final Map<String, StatusReading> readings;

	MigrationsInfoContributor(Map<String, StatusReading> readings) {
		this.readings = readings;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Document databases = new Document();
		this.readings.forEach((name, reading) -> databases.with(name, describe(reading.get())));
		builder.withDetail("migrations", databases);
	}

	private static Document describe(StatusReading.Result result) {
		MigrationStatus status = result.status();
		MigrationException failure = result.failure();
		if (status != null) {
			return new Document().with("state", status.state().name())
				.with("current", name(status.current()))
				.with("head", name(status.head()));
		}
		return (failure != null) ? Document.of(Documents.of(failure)) : new Document();
	}

	private static @Nullable String name(@Nullable Revision revision) {
		return (revision != null) ? revision.name() : null;
	}

}
