package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.BackupFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever dies while a database is copied or restored, at any call or anywhere in
 * between, leaves the database and all copies as they were, and nothing half-written.
 */
@Tag("slow")
class SqliteBackupCrashTests {

	private static final int KILLS = 8;

	private static final String SUM = "SELECT count(*), sum(length(data)), min(state) || max(state) FROM songs";

	@TempDir
	Path folder;

	private final Random random = new Random(7);

	private SqliteTestDatabase database;

	private Migrations migrations;

	@BeforeEach
	void fill() {
		this.database = new SqliteTestDatabase(this.folder, this.folder.resolve("songs.db"));
		this.database.run("CREATE TABLE songs (id INTEGER PRIMARY KEY, state INT, data BLOB)",
				"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
						+ " INSERT INTO songs SELECT i, 1, randomblob(1000) FROM n");
		this.migrations = Migrations.builder(this.database.dataSource(), "none").keepBackups(1000).build();
	}

	@Test
	void leavesAllAsItWasWhenABackupDiesAtAnyCall() throws IOException {
		List<String> before = this.database.rows(SUM);
		int calls = 100;
		for (int n = 1; n <= calls; n++) {
			CrashingDataSource dying = new CrashingDataSource(this.database.dataSource(), n,
					(connection) -> connection.close());
			int listed = this.migrations.backups().size();
			try {
				Migrations.builder(dying, "none").build().backup();
				calls = n;
			}
			catch (CrashingDataSource.Dead | RuntimeException ex) {
				assertThat(this.migrations.backups()).as("call %d", n).hasSize(listed);
			}
			assertThat(this.database.rows(SUM)).as("call %d", n).isEqualTo(before);
		}
		assertThat(calls).isGreaterThan(5).isLessThan(100);
		isWhole();
	}

	@Test
	void leavesAllAsItWasOrShallBeWhenARestoreDiesAtAnyCall() throws IOException {
		Backup backup = this.migrations.backup();
		int dead = 0;
		int calls = 100;
		for (int n = 1; n <= calls; n++) {
			this.database.run("UPDATE songs SET state = 2");
			CrashingDataSource dying = new CrashingDataSource(this.database.dataSource(), n,
					(connection) -> connection.close());
			try {
				Migrations.builder(dying, "none").build().restore(backup.name());
				calls = n;
			}
			catch (BackupFailedException ex) {
				assertThat(ex.problem().contains("It is as it was") ? this.database.rows(SUM).get(0) : "22")
					.endsWith("22");
			}
			catch (CrashingDataSource.Dead ex) {
				dead++;
			}
			assertThat(this.database.rows(SUM).get(0)).as("call %d", n).isIn("20000|20000000|11", "20000|20000000|22");
		}
		assertThat(dead).isPositive();
		assertThat(calls).isGreaterThan(5).isLessThan(100);
		isWhole();
	}

	@Test
	void leavesAllAsItWasWhenBackupsAreKilled() throws Exception {
		List<String> before = this.database.rows(SUM);
		kill(List.of(this.database.file().toString()));
		assertThat(this.database.rows(SUM)).isEqualTo(before);
		isWhole();
	}

	@Test
	void leavesAllAsItWasOrShallBeWhenRestoresAreKilled() throws Exception {
		Backup backup = this.migrations.backup();
		for (String journal : List.of("delete", "wal")) {
			this.database.run("PRAGMA journal_mode = " + journal, "UPDATE songs SET state = 2");
			kill(List.of(this.database.file().toString(), backup.name()));
			assertThat(this.database.rows("PRAGMA integrity_check")).containsExactly("ok");
			assertThat(this.database.rows(SUM).get(0)).isIn("20000|20000000|11", "20000|20000000|22");
		}
		isWhole();
	}

	@Test
	void leavesNothingOrAllWhenARestoreToNowhereDiesAtAnyCall() throws IOException {
		Backup backup = this.migrations.backup();
		int dead = 0;
		int calls = 100;
		for (int n = 1; n <= calls; n++) {
			Files.deleteIfExists(this.database.file());
			CrashingDataSource dying = new CrashingDataSource(this.database.dataSource(), n,
					(connection) -> connection.close());
			try {
				Migrations.builder(dying, "none").build().restore(backup.name());
				calls = n;
			}
			catch (CrashingDataSource.Dead | RuntimeException ex) {
				dead++;
			}
			isNothingOrAll();
		}
		assertThat(dead).isPositive();
		assertThat(calls).isGreaterThan(5).isLessThan(100);
		assertThat(this.database.rows(SUM)).containsExactly("20000|20000000|11");
		isWhole();
	}

	@Test
	void leavesNothingOrAllWhenRestoresToNowhereAreKilled() throws Exception {
		Backup backup = this.migrations.backup();
		for (int i = 0; i < KILLS; i++) {
			kill(List.of(this.database.file().toString(), backup.name(), "nowhere"), 1);
			isNothingOrAll();
		}
		isWhole();
	}

	private void isNothingOrAll() {
		assertThat(this.database.rows("PRAGMA integrity_check")).containsExactly("ok");
		if (!this.database.rows("SELECT name FROM sqlite_master").isEmpty()) {
			assertThat(this.database.rows(SUM)).containsExactly("20000|20000000|11");
		}
	}

	private void kill(List<String> args) throws Exception {
		kill(args, KILLS);
	}

	private void kill(List<String> args, int times) throws Exception {
		for (int i = 0; i < times; i++) {
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
					"-Xshare:auto", "-cp", System.getProperty("java.class.path"), BackupProcess.class.getName()));
			command.addAll(args);
			Path errors = this.folder.resolve("errors.txt");
			Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
			assertThat(process.getInputStream().read()).as(() -> {
				try {
					return Files.readString(errors);
				}
				catch (IOException ex) {
					return ex.toString();
				}
			}).isEqualTo('r');
			Thread.sleep(this.random.nextInt(600));
			process.destroyForcibly();
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	/** All that is listed is whole, and was proved to be. */
	private void isWhole() {
		assertThat(this.migrations.verifyBackups()).isNotEmpty().allMatch(BackupCheck::isWhole);
		assertThat(this.migrations.backups()).filteredOn((backup) -> !backup.verified()).isEmpty();
	}

}
