package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Faults around a server: the error is clear, the database is between two change sets,
 * the next start completes.
 */
@Tag("server")
public class PostgresFaultTests {

	@TempDir
	Path folder;

	private TestChangelog changelog;

	@BeforeEach
	void write() {
		this.changelog = new TestChangelog(this.folder.resolve("changelog")).sql("changelog.sql",
				TestChangelog.table("one"), TestChangelog.table("two"), TestChangelog.table("three"),
				TestChangelog.table("four"));
	}

	@Test
	void goesOnAfterItsSessionWasTerminated() {
		PostgresTestDatabase database = new PostgresTestDatabase();
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrations(database.dataSource()).upgrade(Target.HEAD,
					at(3, () -> database
						.rows("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'"
								+ " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))))
			.withMessageContaining("revision three")
			.withMessageContaining("2 revisions before it are done and stay");
		assertThat(database.applied()).containsExactly("one", "two");
		assertThat(migrations(database.dataSource()).lock()).isEqualTo(LockStatus.FREE);
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(migrations(database.dataSource()), "head")))
			.containsExactly("three", "four");
	}

	@Test
	void namesWhatIsWrongWithTheUrlAndHowToMendIt() {
		String url = "jdbc:postgresql://localhost:" + PostgresTestDatabase.server().getPort();
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource(url + "/nodb?user=postgres")).status())
			.withMessageContaining("\"nodb\" does not exist")
			.withMessageContaining("Create the database, or correct its name in the URL of the data source")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("file", "directory"));
		for (String credentials : List.of("app:hunter22@localhost", "app:p@ss/hunter22@localhost")) {
			assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(
					() -> migrations(new DriverManagerDataSource("jdbc:postgresql://" + credentials + "/db")).status())
				.withMessageContaining("PostgreSQL's driver knows no user:password@ in a URL")
				.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("hunter22", "p@ss", "@ss"));
		}
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource("jdbc:postgresql://nowhere.invalid/db")).status())
			.withMessageContaining("unknown host nowhere.invalid");
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource("jdbc:nonsense://localhost/db")).status())
			.withMessageContaining("Add the JDBC driver");
	}

	@Test
	void saysHowToComeByASchemaThatAChangeSetMisses() {
		PostgresTestDatabase database = new PostgresTestDatabase();
		this.changelog.sql("changelog.sql", TestChangelog.table("one"),
				"--changeset anna:elsewhere\nCREATE TABLE nowhere.songs (id INT);");
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrations(database.dataSource()).upgrade())
			.satisfies((failure) -> assertThat(failure.problem()).contains("schema \"nowhere\" does not exist"))
			.satisfies((failure) -> assertThat(failure.wayOut()).contains("Create the schema, or correct what names it",
					"Then run the upgrade again."));
	}

	@Test
	void namesWhatTheServerRefusesByItsCodeAndNotByItsWords() {
		PostgresTestDatabase database = new PostgresTestDatabase();
		String url = "jdbc:postgresql://localhost:" + PostgresTestDatabase.server().getPort() + "/";
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource(url + "readonly-locked?user=postgres")).status())
			.withMessageContaining("Create the database");
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource(url + "postgres?user=full")).status())
			.withMessageContaining("Check the URL of the data source, the user and the password");
		database.run("CREATE ROLE \"reads\" LOGIN", "ALTER ROLE \"reads\" SET default_transaction_read_only = on");
		String reader = url + "postgres?user=reads";
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(new DriverManagerDataSource(reader)).upgrade())
			.withMessageContaining("read-only transaction")
			.withMessageContaining("Use a database, and a database user, that may write");
	}

	@Test
	void namesASchemaThatOnlyQuotesWouldName() {
		PostgresTestDatabase database = new PostgresTestDatabase();
		database.run("CREATE SCHEMA \"LB_S\"");
		MigrationsBuilder builder = this.changelog.migrations(database.dataSource(), "changelog.sql")
			.liquibaseSchema("LB_S");
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> builder.build().status())
			.withMessageContaining("There is no schema LB_S in")
			.withMessageContaining("There is \"LB_S\", which SQL without quotes does not name.");
		database.run("ALTER SCHEMA \"LB_S\" RENAME TO lb_s");
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(builder.build(), "head"))).hasSize(4);
	}

	@Test
	void goesOnWhereTheReplicaTookThePlaceOfThePrimary() throws Exception {
		Path first = this.folder.resolve("primary");
		Path second = this.folder.resolve("replica");
		server(first).start().close();
		copy(first, second);
		EmbeddedPostgres primary = server(first).start();
		Files.createFile(second.resolve("standby.signal"));
		Files.writeString(second.resolve("postgresql.auto.conf"),
				"primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'\n");
		try (primary; EmbeddedPostgres replica = server(second).start()) {
			Migrations before = migrations(primary.getPostgresDatabase());
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> before.upgrade(Target.HEAD, at(3, () -> stop(primary, replica))))
				.withMessageContaining("three");
			JdbcTemplate jdbc = new JdbcTemplate(replica.getPostgresDatabase());
			jdbc.queryForObject("SELECT pg_promote()", Boolean.class);
			List<String> applied = applied(jdbc);
			assertThat(applied).containsExactly("one", "two");
			assertThat(jdbc.queryForList("SELECT tablename FROM pg_tables WHERE tablename LIKE 't\\_%'", String.class))
				.containsExactlyInAnyOrder("t_one", "t_two");
			assertThat(jdbc.queryForObject("SELECT LOCKED FROM databasechangeloglock", Boolean.class)).isTrue();
			Migrations after = migrations(replica.getPostgresDatabase());
			assertThat(after.lock()).isEqualTo(LockStatus.FREE);
			assertThat(DatabaseContract.names(DatabaseContract.upgrade(after, "head"))).containsExactly("three",
					"four");
		}
	}

	private Migrations migrations(DataSource dataSource) {
		return this.changelog.migrations(dataSource, "changelog.sql").lockWait(Duration.ZERO).build();
	}

	public static ProgressListener at(int step, Runnable fault) {
		return (progress) -> {
			if (progress.kind() == Progress.Kind.STARTED && progress.number() == step) {
				fault.run();
			}
		};
	}

	private static void stop(EmbeddedPostgres primary, EmbeddedPostgres replica) {
		try {
			JdbcTemplate jdbc = new JdbcTemplate(replica.getPostgresDatabase());
			Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> applied(jdbc).size() == 2);
			primary.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> applied(JdbcTemplate jdbc) {
		return jdbc.queryForList("SELECT id FROM databasechangelog ORDER BY orderexecuted", String.class);
	}

	private static EmbeddedPostgres.Builder server(Path data) {
		return EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setServerConfig("fsync", "off")
			.setServerConfig("wal_level", "replica")
			.setServerConfig("hot_standby", "on");
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				Files.copy(directory, to.resolve(from.relativize(directory).toString()),
						StandardCopyOption.COPY_ATTRIBUTES);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
