package io.soundshare.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.soundshare.migrations.model.LockNotAcquiredException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class PostgresLockTests extends LockContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

	@Test
	void takesOverTheLockOfStockLiquibaseWhenNoSessionCanBeIts() throws SQLException {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = true, LOCKEDBY = 'web-1 (10.0.0.9)',"
				+ " LOCKGRANTED = now() - interval '3 minutes'");
		try (Connection ownPool = this.database.dataSource().getConnection()) {
			assertThat(ownPool.isClosed()).isFalse();
			withoutWaiting(() -> assertThat(names(upgrade(migrations, "head"))).hasSize(4));
		}
	}

	@Test
	void leavesTheLockToASessionThatDoesSomething() throws SQLException {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = true, LOCKEDBY = 'web-1 (10.0.0.9)',"
				+ " LOCKGRANTED = now() - interval '3 minutes'");
		try (Connection busy = this.database.dataSource().getConnection();
				Statement statement = busy.createStatement()) {
			busy.setAutoCommit(false);
			statement.execute("SELECT 1");
			withoutWaiting(() -> assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> upgrade(migrations, "head")));
			busy.rollback();
		}
	}

}
