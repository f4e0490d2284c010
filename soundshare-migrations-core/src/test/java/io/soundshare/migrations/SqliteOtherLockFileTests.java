package io.soundshare.migrations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.TransactionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Processes that migrate one database and lock different files: it has two names, or
 * somebody tidies up lock files.
 */
@Tag("process")
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class SqliteOtherLockFileTests {

	private static final int CHANGE_SETS = 12;

	private static final int ROWS = 100;

	@TempDir
	Path folder;

	private TestChangelog changelog;

	private SqliteTestDatabase database;

	@BeforeEach
	void write() {
		this.database = new SqliteTestDatabase(this.folder, this.folder.resolve("a.db"));
		List<String> changeSets = new ArrayList<>(List.of("""
				--changeset anna:table
				CREATE TABLE n (i INT);
				"""));
		IntStream.rangeClosed(1, CHANGE_SETS)
			.forEach((number) -> changeSets.add("--changeset anna:rows" + number + "\n"
					+ "INSERT INTO n VALUES (1);\n".repeat(ROWS) + waste() + "--rollback DELETE FROM n;\n"));
		this.changelog = new TestChangelog(this.folder.resolve("changelog")).sql("c.sql",
				changeSets.toArray(String[]::new));
	}

	@Test
	void migrateOneAfterTheOtherWhereTheDatabaseHasTwoNames() throws Exception {
		DatabaseContract.upgrade(migrations(Duration.ZERO), "table");
		Path other = Files.createDirectory(this.folder.resolve("other")).resolve("b.db");
		Files.createLink(other, this.database.file());
		verify(run(List.of(this.database.file(), other, this.database.file(), other)));
	}

	@Test
	void migrateOneAfterTheOtherWhereSomebodyTidiesUp() throws Exception {
		AtomicBoolean ended = new AtomicBoolean();
		Thread cleaner = new Thread(() -> {
			while (!ended.get()) {
				try (Stream<Path> files = Files.list(this.folder)) {
					for (Path file : files.filter((path) -> path.toString().endsWith(".migration-lock")).toList()) {
						Files.deleteIfExists(file);
					}
					Thread.sleep(1);
				}
				catch (IOException | InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}
		});
		cleaner.start();
		try {
			verify(run(List.of(this.database.file(), this.database.file(), this.database.file())));
		}
		finally {
			ended.set(true);
			cleaner.join();
		}
	}

	@Test
	void takesOverFromOneOfAnotherHostWhenNothingIsHeardOfIt() {
		DatabaseContract.upgrade(migrations(Duration.ZERO), "table");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = 1, LOCKGRANTED = '1', LOCKEDBY = '"
				+ LockHolder.withMutex(new Origin("anna", "web-2", "10.0.0.9", 4711, null, null), "3f2a91c0") + "'");
		assertThat(migrations(Duration.ZERO).lock().by()).contains("web-2");
		assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> DatabaseContract.upgrade(migrations(Duration.ofSeconds(1)), "head"))
			.withMessageContaining("web-2");
		DatabaseContract.upgrade(migrations(Duration.ofMinutes(1)), "head");
		assertThat(this.database.applied()).hasSize(CHANGE_SETS + 1);
	}

	@Test
	void releasesTheRowOfOneThatIsNotKnownToBeAlive() {
		DatabaseContract.upgrade(migrations(Duration.ZERO), "table");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = 1, LOCKGRANTED = '1', LOCKEDBY = '"
				+ LockHolder.withMutex(new Origin("anna", "web-2", "10.0.0.9", 4711, null, null), "3f2a91c0") + "'");
		assertThat(migrations(Duration.ZERO).unlock().by()).contains("web-2");
		assertThat(migrations(Duration.ZERO).lock()).isEqualTo(LockStatus.FREE);
	}

	private static String waste() {
		return "INSERT INTO n WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
				+ " SELECT 1 FROM n WHERE i < 0;\n";
	}

	private void verify(List<Process> processes) throws Exception {
		int steps = 0;
		for (Process process : processes) {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(() -> errors()).isZero();
			steps += Integer.parseInt(output.replaceAll("(?s).*DONE (\\d+) steps.*", "$1"));
		}
		assertThat(steps).isBetween(CHANGE_SETS, CHANGE_SETS + 1);
		assertThat(this.database.rows("SELECT count(*) FROM n")).containsExactly(String.valueOf(CHANGE_SETS * ROWS));
		assertThat(this.database.applied()).hasSize(CHANGE_SETS + 1).doesNotHaveDuplicates();
		assertThat(migrations(Duration.ZERO).lock()).isEqualTo(LockStatus.FREE);
	}

	private List<Process> run(List<Path> files) throws Exception {
		List<Process> processes = new ArrayList<>();
		for (Path file : files) {
			processes.add(MigratingProcess.start("jdbc:sqlite:" + file, this.changelog.folder().resolve("c.sql"),
					"upgrade", TransactionMode.CHANGE_SET, 0, this.folder.resolve("errors.txt")));
		}
		for (Process process : processes) {
			assertThat(process.getInputStream().read()).isEqualTo('R');
		}
		for (Process process : processes) {
			try (OutputStream input = process.getOutputStream()) {
				input.write('\n');
			}
		}
		return processes;
	}

	private String errors() {
		try {
			return Files.readString(this.folder.resolve("errors.txt"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private Migrations migrations(Duration wait) {
		return this.changelog.migrations(this.database, "c.sql").lockWait(wait).build();
	}

}
