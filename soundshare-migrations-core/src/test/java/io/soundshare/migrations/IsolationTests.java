package io.soundshare.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several migrators in one JVM, in parallel and in sequence, do not disturb each other;
 * nor does stock Liquibase beside them, which resets what is global when it ends.
 */
@Tag("server")
class IsolationTests {

	private static final int DATABASES = 4;

	private static final int ROUNDS = 3;

	@TempDir
	Path folder;

	@Test
	void migratesManyDatabasesAtOnce() throws Exception {
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int i = 0; i < DATABASES; i++) {
			TestDatabase database = (i % 2 == 0) ? new SqliteTestDatabase(this.folder) : new PostgresTestDatabase();
			TestChangelog changelog = changelog(i);
			tasks.add(() -> upAndDown(database, changelog));
		}
		tasks.add(this::stock);
		ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
		try {
			for (Future<Integer> result : threads.invokeAll(tasks)) {
				assertThat(result.get()).isPositive();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void skipsNoSchemaThatLooksLikeOneSeenBefore() {
		for (int i = 0; i < 3; i++) {
			SqliteTestDatabase database = new SqliteTestDatabase(this.folder, this.folder.resolve("same.db"));
			Migrations migrations = changelog(i).migrations(database, "changelog.sql")
				.changeLogTable("databasechangelog_" + i)
				.build();
			migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
			String last = "t_" + Character.toString('a' + DATABASES - 1) + i;
			assertThat(database.schema()).anyMatch((line) -> line.contains(last));
		}
	}

	private TestChangelog changelog(int number) {
		return new TestChangelog(this.folder.resolve("changelog" + number)).sql("changelog.sql",
				IntStream.range(0, DATABASES)
					.mapToObj((table) -> TestChangelog.table(Character.toString('a' + table) + number))
					.toArray(String[]::new));
	}

	private static int upAndDown(TestDatabase database, TestChangelog changelog) {
		int steps = 0;
		Migrations migrations = changelog.migrations(database, "changelog.sql").build();
		for (int round = 0; round < ROUNDS; round++) {
			steps += migrations.upgrade(Target.HEAD, ProgressListener.SILENT).steps().size();
			assertThat(database.applied()).hasSize(DATABASES).doesNotHaveDuplicates();
			assertThat(migrations.script(Operation.DOWNGRADE, Target.BASE).sql()).contains("DROP TABLE");
			assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
			steps += migrations.downgrade(Target.BASE, ProgressListener.SILENT).steps().size();
			assertThat(database.schema()).isEmpty();
		}
		assertThat(steps).isEqualTo(2 * ROUNDS * DATABASES);
		return steps;
	}

	private int stock() throws Exception {
		for (int round = 0; round < 2 * ROUNDS; round++) {
			SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
			try (Connection connection = database.dataSource().getConnection();
					Liquibase liquibase = new Liquibase("changelog.sql", changelog(90).resources(),
							DatabaseFactory.getInstance()
								.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
				liquibase.update(new Contexts());
			}
			assertThat(database.applied()).isNotEmpty();
		}
		return ROUNDS;
	}

}
