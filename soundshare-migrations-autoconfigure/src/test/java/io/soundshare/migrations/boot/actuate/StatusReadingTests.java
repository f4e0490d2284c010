package io.soundshare.migrations.boot.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import io.soundshare.migrations.DatabaseInfo;
import io.soundshare.migrations.LockStatus;
import io.soundshare.migrations.MigrationException;
import io.soundshare.migrations.MigrationStatus;
import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.SchemaState;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusReadingTests {

	private final SettableClock clock = new SettableClock();

	private int reads;

	@Test
	void isReadOnceWithinItsTimeToLive() {
		StatusReading reading = new StatusReading(this::read, Duration.ofSeconds(10), this.clock);
		StatusReading.Result first = reading.get();
		this.clock.add(Duration.ofMillis(9999));
		assertThat(reading.get()).isSameAs(first);
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void isReadAgainAfterwards() {
		StatusReading reading = new StatusReading(this::read, Duration.ofSeconds(10), this.clock);
		reading.get();
		this.clock.add(Duration.ofSeconds(10));
		reading.get();
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void isAlwaysReadWithoutTimeToLive() {
		StatusReading reading = new StatusReading(this::read, Duration.ZERO, this.clock);
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
		}, Duration.ofSeconds(10), this.clock);
		MigrationException failure = reading.get().failure();
		assertThat(failure).isNotNull();
		assertThat(reading.get().failure()).isSameAs(failure);
		assertThat(this.reads).isEqualTo(1);
	}

	private MigrationStatus read() {
		this.reads++;
		return new MigrationStatus(SchemaState.UP_TO_DATE, null, null, List.of(), List.of(), List.of(), List.of(),
				new LockStatus(false, null, null), new DatabaseInfo("SQLite", "3", "jdbc:sqlite:test.db"));
	}

	private static final class SettableClock extends Clock {

		private Instant now = Instant.parse("2026-11-22T12:00:00Z");

		void add(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
