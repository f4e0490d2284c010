package io.soundshare.migrations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * While somebody writes more than SQLite's cache holds, or exclusively, nobody else can
 * so much as read: for longer than the driver's busy_timeout.
 */
@Tag("process")
@Timeout(300)
class SqliteKeptOutTests {

	private static final String LARGE = """
			--changeset anna:large
			CREATE TABLE large (x BLOB);
			INSERT INTO large WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
				SELECT zeroblob(1000) FROM n;
			INSERT INTO large WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000000)
				SELECT count(*) FROM n;
			--rollback DROP TABLE large;
			""";

	@TempDir
	Path folder;

	private TestChangelog changelog;

	private Path file;

	private Process holder;

	@BeforeEach
	void write() {
		this.file = this.folder.resolve("a.db");
		this.changelog = new TestChangelog(this.folder.resolve("changelog")).sql("c.sql", TestChangelog.table("one"),
				LARGE, TestChangelog.table("two"));
		DatabaseContract.upgrade(migrations(Duration.ZERO, ""), "one");
	}

	@AfterEach
	void end() {
		if (this.holder != null) {
			this.holder.destroyForcibly();
		}
	}

	static Stream<String> writes() {
		return operations().keySet().stream();
	}

	private static Map<String, Consumer<Migrations>> operations() {
		Map<String, Consumer<Migrations>> operations = new LinkedHashMap<>();
		operations.put("upgrade", (migrations) -> DatabaseContract.upgrade(migrations, "head"));
		operations.put("downgrade", (migrations) -> DatabaseContract.downgrade(migrations, "base"));
		operations.put("stamp", (migrations) -> DatabaseContract.stamp(migrations, "head"));
		operations.put("reset", (migrations) -> migrations.reset(ProgressListener.SILENT));
		operations.put("drop", (migrations) -> MigrationsInternals.of(migrations).drop());
		operations.put("retry", Migrations::forgetInterrupted);
		operations.put("validate", (migrations) -> MigrationsInternals.of(migrations).requireUpToDate((status) -> {
		}));
		return operations;
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void tellsWhoMigratesAndHowFarThatIs() throws Exception {
		startAndStopHolder("DELETE");
		String who = "pid " + this.holder.pid() + " at 1 of 2, large";
		Migrations impatient = migrations(Duration.ZERO, "");
		assertThat(impatient.lock().by()).contains(who);
		Map<String, Consumer<Migrations>> all = operations();
		all.put("status", Migrations::status);
		all.put("show", (migrations) -> migrations.show("one"));
		all.put("journal", Migrations::journal);
		all.put("sql", (migrations) -> migrations.script(Operation.UPGRADE, Target.HEAD));
		all.put("unlock", Migrations::unlock);
		all.forEach((name, operation) -> assertThatExceptionOfType(LockNotAcquiredException.class).as(name)
			.isThrownBy(() -> operation.accept(impatient))
			.withMessageContaining(who)
			.satisfies((failure) -> assertThat(failure.lock().held()).isTrue()));
		// The driver itself fails to connect, where it is to change the journal's mode.
		assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> DatabaseContract.upgrade(migrations(Duration.ZERO, "&journal_mode=WAL"), "head"))
			.withMessageContaining(who);
		assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> migrations(Duration.ZERO, "&journal_mode=WAL").status())
			.withMessageContaining(who);
		assertThat(migrations(Duration.ZERO, "&journal_mode=WAL").lock().by()).contains(who);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void readsBesideTheWriterWhereTheJournalLetsIt() throws Exception {
		startAndStopHolder("WAL");
		String who = "pid " + this.holder.pid() + " at 1 of 2, large";
		Migrations impatient = migrations(Duration.ZERO, "");
		assertThat(impatient.status().lock().by()).contains(who);
		assertThat(impatient.status().history()).hasSize(1);
		operations().forEach((name, operation) -> {
			if (!name.equals("validate")) {
				assertThatExceptionOfType(LockNotAcquiredException.class).as(name)
					.isThrownBy(() -> operation.accept(impatient))
					.withMessageContaining(who);
			}
		});
		assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(impatient::unlock)
			.withMessageContaining("alive");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void waitsForAnotherProcessAndGoesOn() throws Exception {
		startAndStopHolder("DELETE");
		Process next = start("busy_timeout=100");
		Thread.sleep(3000);
		assertThat(next.isAlive()).isTrue();
		signal("CONT");
		assertThat(next.waitFor()).as(() -> errors()).isZero();
		assertThat(this.holder.waitFor()).as(() -> errors()).isZero();
		assertThat(errors()).contains("Waiting for the migration lock, held by ")
			.contains("pid " + this.holder.pid() + " at 1 of 2");
		assertThat(new SqliteTestDatabase(this.folder, this.file).applied()).containsExactly("one", "large", "two");
	}

	@ParameterizedTest
	@MethodSource("writes")
	void waitsForAnotherProgramThatWrites(String name) throws Exception {
		this.changelog.sql("c.sql", TestChangelog.table("one"));
		try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + this.file);
				Statement statement = other.createStatement()) {
			statement.execute("BEGIN EXCLUSIVE");
			Consumer<Migrations> operation = operations().get(name);
			assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> operation.accept(migrations(Duration.ZERO, "")))
				.withMessageContaining("another process is writing");
			Thread release = new Thread(() -> {
				try {
					Thread.sleep(1000);
					statement.execute("COMMIT");
				}
				catch (InterruptedException | SQLException ex) {
					throw new IllegalStateException(ex);
				}
			});
			release.start();
			assertThatNoException().isThrownBy(() -> operation.accept(migrations(Duration.ofMinutes(1), "")));
			release.join();
		}
	}

	/** Start a holder, and let it stand still in the middle of a change set. */
	private void startAndStopHolder(String journal) throws Exception {
		this.holder = start("cache_size=10&journal_mode=" + journal);
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.atMost(Duration.ofMinutes(2))
			.until(() -> {
				if (!Files.readString(this.folder.resolve("a.db.migration-lock")).contains("large")) {
					return false;
				}
				return journal.equals("DELETE") ? isKeptOut() : Files.size(this.folder.resolve("a.db-wal")) > 2_000_000;
			});
		signal("STOP");
	}

	private boolean isKeptOut() throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + this.file + "?busy_timeout=0");
				Statement statement = connection.createStatement()) {
			return statement.executeQuery("SELECT count(*) FROM sqlite_master").isClosed();
		}
		catch (SQLException ex) {
			return LiquibaseErrors.isBusy(ex);
		}
	}

	private Process start(String parameters) throws Exception {
		Process process = MigratingProcess.start("jdbc:sqlite:" + this.file + "?" + parameters,
				this.changelog.folder().resolve("c.sql"), "upgrade", TransactionMode.CHANGE_SET, 0,
				this.folder.resolve("errors.txt"));
		OutputStream input = process.getOutputStream();
		input.write('\n');
		input.flush();
		return process;
	}

	private void signal(String signal) throws Exception {
		assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(this.holder.pid())).start().waitFor())
			.isZero();
	}

	private String errors() {
		try {
			return Files.readString(this.folder.resolve("errors.txt"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private Migrations migrations(Duration wait, String parameters) {
		return this.changelog
			.migrations(new DriverManagerDataSource("jdbc:sqlite:" + this.file + "?busy_timeout=100" + parameters),
					"c.sql")
			.lockWait(wait)
			.build();
	}

}
