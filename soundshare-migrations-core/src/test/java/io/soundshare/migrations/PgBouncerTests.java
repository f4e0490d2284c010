package io.soundshare.migrations;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.soundshare.migrations.model.TransactionMode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Behind a real PgBouncer in transaction mode, where one is installed.
 */
@Tag("server")
class PgBouncerTests {

	private static final int CHANGE_SETS = 6;

	@TempDir
	Path folder;

	private PostgresTestDatabase database;

	private TestChangelog changelog;

	private Process pooler;

	private String url;

	@BeforeEach
	void start() throws IOException {
		this.database = new PostgresTestDatabase();
		this.changelog = new TestChangelog(this.folder.resolve("changelog")).sql("changelog.sql",
				IntStream.rangeClosed(1, CHANGE_SETS)
					.mapToObj((number) -> TestChangelog.table("n" + number))
					.toArray(String[]::new));
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path users = Files.writeString(this.folder.resolve("users.txt"), "\"postgres\" \"\"\n");
		Path settings = Files.writeString(this.folder.resolve("pgbouncer.ini"), """
				[databases]
				* = host=localhost port=%d
				[pgbouncer]
				listen_addr = 127.0.0.1
				listen_port = %d
				unix_socket_dir =
				auth_type = trust
				auth_file = %s
				pool_mode = transaction
				ignore_startup_parameters = extra_float_digits
				""".formatted(PostgresTestDatabase.server().getPort(), port, users));
		this.url = "jdbc:postgresql://127.0.0.1:" + port + "/" + this.database.name()
				+ "?user=postgres&prepareThreshold=0";
		assumeTrue(begin(settings), "Not installed here: pgbouncer");
		JdbcTemplate jdbc = new JdbcTemplate(dataSource());
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.ignoreExceptions()
			.until(() -> jdbc.queryForObject("SELECT 1", Integer.class), (one) -> one == 1);
	}

	@AfterEach
	void stop() throws InterruptedException {
		if (this.pooler != null) {
			this.pooler.destroyForcibly().waitFor();
		}
	}

	@Test
	void migratesOnceWhenSeveralStartAtOnce() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			List<Future<Integer>> results = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				results.add(threads.submit(() -> DatabaseContract.upgrade(migrations(), "head").steps().size()));
			}
			int steps = 0;
			for (Future<Integer> result : results) {
				steps += result.get();
			}
			assertThat(steps).isEqualTo(CHANGE_SETS);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.database.applied()).hasSize(CHANGE_SETS).doesNotHaveDuplicates();
		assertThat(this.database.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
			.containsExactly("0");
	}

	@Test
	void goesOnWhenTheHolderOfTheLeaseWasKilled() throws Exception {
		Process process = MigratingProcess.start(this.url, this.folder.resolve("changelog/changelog.sql"), "upgrade",
				TransactionMode.CHANGE_SET, 100, this.folder.resolve("errors.txt"));
		process.getOutputStream().write('\n');
		process.getOutputStream().flush();
		assertThat(process.waitFor()).isEqualTo(137);
		assertThat(this.database.rows("SELECT LOCKEDBY FROM databasechangeloglock").get(0)).contains("lease");
		DatabaseContract.upgrade(migrations(), "head");
		assertThat(this.database.applied()).hasSize(CHANGE_SETS).doesNotHaveDuplicates();
	}

	private Migrations migrations() {
		return this.changelog.migrations(dataSource(), "changelog.sql").lockWait(Duration.ofMinutes(2)).build();
	}

	private DataSource dataSource() {
		return new DriverManagerDataSource(this.url);
	}

	private boolean begin(Path settings) {
		try {
			List<String> command = new ArrayList<>(List.of("pgbouncer"));
			if ("root".equals(System.getProperty("user.name"))) {
				command.addAll(List.of("-u", "nobody"));
			}
			command.add(settings.toString());
			this.pooler = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.folder.resolve("pgbouncer.log").toFile())
				.start();
			return true;
		}
		catch (IOException ex) {
			// There is no such command here.
			return false;
		}
	}

}
