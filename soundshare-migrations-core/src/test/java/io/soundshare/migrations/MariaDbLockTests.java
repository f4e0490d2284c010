package io.soundshare.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;

import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@Tag("server")
class MariaDbLockTests extends LockContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

	@Test
	void waitsForTheLockOfTheSessionlockExtensionAndNamesTheSession() throws SQLException {
		Migrations impatient = impatient();
		String database = ((MariaDbTestDatabase) this.database).name();
		try (Connection other = this.database.dataSource().getConnection()) {
			lock(other, database.toUpperCase(Locale.ROOT) + ".DATABASECHANGELOGLOCK");
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(() -> upgrade(impatient, "head"))
				.withMessageContaining("the session ")
				.withMessageContaining(" of root from ");
			assertThat(impatient.lock().held()).isTrue();
			other.abort(Runnable::run);
		}
		assertThat(names(upgrade(builder(ROOT).build(), "head"))).hasSize(5);
	}

	@Test
	void sharesNoLockWithAnotherDatabaseOfTheServer() throws SQLException {
		Migrations impatient = impatient();
		String another = ((MariaDbTestDatabase) this.database.another()).name();
		try (Connection other = this.database.dataSource().getConnection()) {
			lock(other, lockOf(another));
			assertThat(names(upgrade(impatient, "head"))).hasSize(5);
		}
	}

	@Test
	void sharesALockWithWhoeverKeepsTheHistoryInTheSameDatabase() throws SQLException {
		fiveTables();
		String history = ((MariaDbTestDatabase) this.database.another()).name();
		Migrations elsewhere = builder(ROOT).liquibaseSchema(history).lockWait(Duration.ZERO).build();
		try (Connection other = this.database.dataSource().getConnection()) {
			lock(other, lockOf(history));
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(() -> upgrade(elsewhere, "head"));
		}
		assertThat(names(upgrade(builder(ROOT).liquibaseSchema(history).build(), "head"))).hasSize(5);
		assertThat(elsewhere.lock()).isEqualTo(LockStatus.FREE);
	}

	@Test
	void givesBackASessionOfAPoolWithoutTheLock() {
		SingleConnectionDataSource pool = new SingleConnectionDataSource(((MariaDbTestDatabase) this.database).url(),
				true);
		try {
			fiveTables();
			upgrade(Migrations.builder(pool, ROOT).resources(this.changelog.resources()).build(), "two");
			assertThat(names(upgrade(impatient(), "head"))).hasSize(3);
		}
		finally {
			pool.destroy();
		}
	}

	@Test
	void releasesTheRowWhenTheDriverCountsOnlyWhatChanges() {
		String url = ((MariaDbTestDatabase) this.database).url() + "&useAffectedRows=true";
		fiveTables();
		Migrations migrations = Migrations.builder(new DriverManagerDataSource(url), ROOT)
			.resources(this.changelog.resources())
			.lockWait(Duration.ZERO)
			.build();
		upgrade(migrations, "two");
		assertThat(this.database.rows("SELECT LOCKEDBY FROM databasechangeloglock")).containsExactly("null");
		assertThat(names(upgrade(migrations, "head"))).hasSize(3);
	}

	@Test
	void leavesAYoungLockToStockLiquibaseWhateverTheZoneOfTheJvm() {
		Migrations impatient = impatient();
		upgrade(impatient, "one");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = true, LOCKEDBY = 'web-1 (10.0.0.9)',"
				+ " LOCKGRANTED = now() WHERE ID = 1");
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
		try {
			assertThat(impatient.lock().since()).isCloseTo(Instant.now(), within(Duration.ofSeconds(30)));
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(() -> upgrade(impatient, "head"));
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	/** As com.github.blagerweij:liquibase-sessionlock calls it. */
	private static String lockOf(String schema) {
		return schema.toUpperCase(Locale.ROOT) + ".DATABASECHANGELOGLOCK";
	}

	private Migrations impatient() {
		fiveTables();
		return builder(ROOT).lockWait(Duration.ZERO).build();
	}

	private static void lock(Connection connection, String name) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("SELECT GET_LOCK('" + name + "', 0)");
		}
	}

}
