package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SQLite files in every state a person can bring them into.
 */
class SqliteHostileTests {

	@TempDir
	Path folder;

	@Test
	void readsReadOnlyDatabase() {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		DatabaseContract.upgrade(migrations(database.file()), "head");
		SQLiteConfig config = new SQLiteConfig();
		config.setReadOnly(true);
		Migrations readOnly = migrations(dataSource(config, database.file()));
		assertThat(readOnly.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(readOnly.lock()).isEqualTo(LockStatus.FREE);
		assertThat(DatabaseContract.upgrade(readOnly, "head").isEmpty()).isTrue();
		assertThat(readOnly.script(Operation.DOWNGRADE, Target.BASE).sql()).contains("DROP TABLE");
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> DatabaseContract.downgrade(readOnly, "base"))
			.withMessageContaining(database.file().toString())
			.withMessageContaining("Let this process write");
		assertThat(database.applied()).hasSize(2);
	}

	@Test
	void refusesToUpgradeReadOnlyDatabaseWithoutHistory() {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		database.run("CREATE TABLE x (id INT)");
		SQLiteConfig config = new SQLiteConfig();
		config.setReadOnly(true);
		Migrations readOnly = migrations(dataSource(config, database.file()));
		assertThat(readOnly.status().state()).isEqualTo(SchemaState.PENDING);
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> DatabaseContract.upgrade(readOnly, "head"))
			.withMessageContaining("Let this process write");
	}

	@Test
	void refusesDirectory() {
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(this.folder).status())
			.withMessageContaining(this.folder.toString())
			.withMessageContaining("Check that the URL of the data source");
	}

	@Test
	void refusesMissingDirectory() {
		Path file = this.folder.resolve("no/such/folder/a.db");
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(file).status())
			.withMessageContaining(file.getParent().toString())
			.withMessageContaining("a directory that exists");
	}

	@Test
	void refusesFileThatIsNoDatabase() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.db"), "Dear diary, ".repeat(100));
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(file).status())
			.withMessageContaining("a.db")
			.withMessageContaining("something else than an SQLite database");
		assertThat(file).content().startsWith("Dear diary");
	}

	@Test
	void takesNoPartOfANameForAReason() {
		Path file = this.folder.resolve("no/readonly/full/locked/not a database/a.db");
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(file).status())
			.withMessageContaining("a directory that exists");
	}

	@Test
	void knowsItByItsCodesWhereNoUrlTells() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.db"), "Dear diary, ".repeat(100));
		AbstractDataSource nameless = new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				return dataSource(new SQLiteConfig(), file).getConnection();
			}

			@Override
			public Connection getConnection(String user, String password) throws SQLException {
				return getConnection();
			}

		};
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(nameless).status())
			.withMessageContaining("something else than an SQLite database");
		Files.delete(file);
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource("jdbc:sqlite:" + this.folder)).status())
			.withMessageContaining("names a file, not a directory");
	}

	@Test
	void closesConnectionItCannotUse() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.db"), "Dear diary, ".repeat(100));
		WatchedDataSource dataSource = new WatchedDataSource(dataSource(new SQLiteConfig(), file));
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(dataSource).status());
		assertThat(dataSource.open()).isZero();
	}

	@Test
	void saysWhyAPoolCannotBeStarted() {
		DriverManagerDataSource pool = new DriverManagerDataSource("jdbc:postgresql://anna:secret@host/db") {

			@Override
			public Connection getConnection() {
				throw new IllegalStateException("Failed to initialize pool", new SQLException("password rejected"));
			}

		};
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(pool).status())
			.withMessageContaining("jdbc:postgresql://host/db")
			.withMessageContaining("password rejected")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("secret"));
	}

	@Test
	void doesNotTouchEmptyFileWhenItReads() throws IOException {
		Path file = Files.createFile(this.folder.resolve("a.db"));
		assertThat(migrations(file).status().state()).isEqualTo(SchemaState.PENDING);
		assertThat(file).isEmptyFile();
	}

	@Test
	void saysThatAnotherProcessWrites() throws SQLException {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		DatabaseContract.upgrade(migrations(database.file()), "+1");
		SQLiteConfig config = new SQLiteConfig();
		config.setBusyTimeout(200);
		Migrations migrations = migrations(dataSource(config, database.file()));
		try (Connection other = database.dataSource().getConnection(); Statement statement = other.createStatement()) {
			statement.execute("BEGIN EXCLUSIVE");
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(migrations::status)
				.withMessageContaining("another process is writing");
			statement.execute("COMMIT");
			statement.execute("BEGIN IMMEDIATE");
			assertThat(migrations.status().state()).isEqualTo(SchemaState.PENDING);
			LockContractTests.withoutWaiting(() -> assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> DatabaseContract.upgrade(migrations, "head"))
				.withMessageContaining("another process is writing"));
			statement.execute("ROLLBACK");
		}
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(migrations, "head"))).containsExactly("two");
	}

	@Test
	void waitsForProcessThatWrites() throws Exception {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		DatabaseContract.upgrade(migrations(database.file()), "+1");
		SQLiteConfig config = new SQLiteConfig();
		config.setBusyTimeout(100);
		Migrations migrations = migrations(dataSource(config, database.file()));
		System.setProperty("liquibase.changelogLockPollRate", "1");
		try (Connection other = database.dataSource().getConnection(); Statement statement = other.createStatement()) {
			statement.execute("BEGIN IMMEDIATE");
			Thread release = new Thread(() -> {
				try {
					Thread.sleep(1500);
					statement.execute("ROLLBACK");
				}
				catch (InterruptedException | SQLException ex) {
					throw new IllegalStateException(ex);
				}
			});
			release.start();
			assertThat(DatabaseContract.names(DatabaseContract.upgrade(migrations, "head"))).containsExactly("two");
			release.join();
		}
		finally {
			System.clearProperty("liquibase.changelogLockPollRate");
		}
	}

	@Test
	void leavesNothingBehindInLiquibase() {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		Migrations migrations = migrations(database.file());
		DatabaseContract.upgrade(migrations, "head");
		Map<?, ?> services = (Map<?, ?>) ReflectionTestUtils
			.getField(Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class), "services");
		int before = services.size();
		for (int i = 0; i < 5; i++) {
			migrations.status();
			migrations.show("one");
			DatabaseContract.upgrade(migrations, "head");
			DatabaseContract.downgrade(migrations, "-1");
		}
		assertThat(services).hasSize(before);
	}

	@Test
	void seesFreshHistoryThroughOneSharedConnection() throws SQLException {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		try (Connection shared = database.dataSource().getConnection()) {
			SingleConnectionDataSource single = new SingleConnectionDataSource(shared, true);
			Migrations migrations = migrations(single);
			DatabaseContract.upgrade(migrations, "head");
			DatabaseContract.downgrade(migrations(database.file()), "base");
			assertThat(migrations.status().history()).isEmpty();
			assertThat(DatabaseContract.upgrade(migrations, "head").steps()).hasSize(2);
			assertThat(DatabaseContract.downgrade(migrations, "-1").steps()).hasSize(1);
			assertThat(shared.getAutoCommit()).isTrue();
		}
	}

	private Migrations migrations(Path file) {
		return migrations(dataSource(new SQLiteConfig(), file));
	}

	private Migrations migrations(DataSource dataSource) {
		TestChangelog changelog = new TestChangelog(this.folder.resolve("changelog")).sql("c.sql",
				TestChangelog.table("one"), TestChangelog.table("two"));
		return Migrations.builder(dataSource, "c.sql").resources(changelog.resources()).build();
	}

	private static SQLiteDataSource dataSource(SQLiteConfig config, Path file) {
		SQLiteDataSource dataSource = new SQLiteDataSource(config);
		dataSource.setUrl("jdbc:sqlite:" + file);
		return dataSource;
	}

}
