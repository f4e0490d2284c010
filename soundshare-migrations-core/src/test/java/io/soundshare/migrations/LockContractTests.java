package io.soundshare.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class LockContractTests extends DatabaseContract {

	@Test
	void givesUpAfterTheConfiguredWaitAndNamesTheHolder() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		hold();
		withoutWaiting(() -> assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("deadhost (10.0.0.9)")
			.withMessageContaining("unlock")
			.satisfies((failure) -> assertThat(failure.lock().held()).isTrue()));
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(migrations.lock().by()).isEqualTo("deadhost (10.0.0.9)");
	}

	@Test
	void needsNoLockWhenThereIsNothingToDo() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "head");
		hold();
		assertThat(upgrade(migrations, "head").isEmpty()).isTrue();
	}

	@Test
	void releasesTheLockOfADeadHolder() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		hold();
		assertThat(migrations.unlock().by()).isEqualTo("deadhost (10.0.0.9)");
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
		assertThat(migrations.unlock().held()).isFalse();
		upgrade(migrations, "head");
	}

	@Test
	void hasNoLockInEmptyDatabase() {
		assertThat(fiveTables().lock()).isEqualTo(LockStatus.FREE);
		assertThat(fiveTables().unlock()).isEqualTo(LockStatus.FREE);
		assertThat(this.database.schema()).isEmpty();
	}

	@Test
	void runsNothingTwiceWhenManyStartAtOnce() throws Exception {
		String[] changeSets = IntStream.rangeClosed(1, 12)
			.mapToObj((number) -> TestChangelog.table("n" + number))
			.toArray(String[]::new);
		this.changelog.sql(ROOT, changeSets);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		String pollRate = System.setProperty("liquibase.changelogLockPollRate", "1");
		try {
			List<Future<Plan>> results = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				results.add(threads.submit(() -> upgrade(migrations(), "head")));
			}
			int steps = 0;
			for (Future<Plan> result : results) {
				steps += result.get().steps().size();
			}
			assertThat(steps).isEqualTo(12);
		}
		finally {
			restore("liquibase.changelogLockPollRate", pollRate);
			threads.shutdownNow();
		}
		assertThat(this.database.applied()).hasSize(12).doesNotHaveDuplicates();
		assertThat(migrations().lock().held()).isFalse();
	}

	@Test
	void seesWhatAnotherApplicationDidSinceTheLastLook() {
		Migrations here = fiveTables();
		Migrations there = migrations();
		upgrade(here, "two");
		upgrade(there, "head");
		assertThat(here.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		downgrade(there, "base");
		assertThat(names(here.status().pending())).hasSize(5);
		assertThat(names(upgrade(here, "head"))).hasSize(5);
	}

	private void hold() {
		String yes = this.database.dbms().equals("sqlite") ? "1" : "true";
		String now = this.database.dbms().equals("sqlite") ? "'" + System.currentTimeMillis() + "'" : "now()";
		this.database.run("UPDATE databasechangeloglock SET LOCKED = " + yes
				+ ", LOCKEDBY = 'deadhost (10.0.0.9)', LOCKGRANTED = " + now + " WHERE ID = 1");
	}

	static void withoutWaiting(Runnable work) {
		String wait = System.setProperty("liquibase.changelogLockWaitTimeInMinutes", "0");
		String pollRate = System.setProperty("liquibase.changelogLockPollRate", "1");
		try {
			work.run();
		}
		finally {
			restore("liquibase.changelogLockWaitTimeInMinutes", wait);
			restore("liquibase.changelogLockPollRate", pollRate);
		}
	}

	private static void restore(String property, String value) {
		if (value == null) {
			System.clearProperty(property);
		}
		else {
			System.setProperty(property, value);
		}
	}

}
