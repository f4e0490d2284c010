package io.soundshare.migrations.boot.actuate;

import java.time.Duration;
import java.util.List;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.SchemaState;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusReadingTests {

	private long nanos = Long.MAX_VALUE - 1;

	private int reads;

	@Test
	void isReadOnceWithinItsTimeToLive() {
		StatusReading reading = new StatusReading(this::read, Duration.ofSeconds(10), () -> this.nanos);
		StatusReading.Result first = reading.get();
		this.nanos += Duration.ofMillis(9999).toNanos();
		assertThat(reading.get()).isSameAs(first);
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void isReadAgainAfterwards() {
		StatusReading reading = new StatusReading(this::read, Duration.ofSeconds(10), () -> this.nanos);
		reading.get();
		this.nanos += Duration.ofSeconds(10).toNanos();
		reading.get();
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void isAlwaysReadWithoutTimeToLive() {
		StatusReading reading = new StatusReading(this::read, Duration.ZERO, () -> this.nanos);
		reading.get();
		reading.get();
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void failureIsKeptToo() {
		Migrations unreachable = Migrations
			.builder(new DriverManagerDataSource("jdbc:sqlite:/nowhere/at/all.db"), "changelog/older.yaml")
			.build();
		StatusReading reading = new StatusReading(() -> {
			this.reads++;
			return unreachable.status();
		}, Duration.ofSeconds(10), () -> this.nanos);
		MigrationException failure = reading.get().failure();
		assertThat(failure).isNotNull();
		assertThat(reading.get().failure()).isSameAs(failure);
		assertThat(this.reads).isEqualTo(1);
	}

	private MigrationStatus read() {
		this.reads++;
		return new MigrationStatus(SchemaState.UP_TO_DATE, null, null, List.of(), List.of(), List.of(), List.of(),
				new LockStatus(false, null, null), new DatabaseInfo("SQLite", "3", "jdbc:sqlite:test.db"), List.of());
	}

}
