package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class LockContractTests extends DatabaseContract {

	/** The session of another application: it may be the holder's. */
	private Connection other;

	@AfterEach
	void closeOther() throws SQLException {
		if (this.other != null) {
			this.other.close();
		}
	}

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
	void namesTheWayOutInTheWordsItWasGiven() {
		upgrade(fiveTables(), "one");
		hold();
		Migrations migrations = builder(ROOT).vocabulary((remedy) -> "<" + remedy.kind() + ">").build();
		withoutWaiting(() -> assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> upgrade(migrations, "head"))
			.withMessageContaining("release its lock with <UNLOCK>"));
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
		try {
			List<Future<Result>> results = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				results.add(threads.submit(() -> upgrade(migrations(), "head")));
			}
			int steps = 0;
			for (Future<Result> result : results) {
				steps += result.get().steps().size();
			}
			assertThat(steps).isEqualTo(12);
		}
		finally {
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

	@Test
	void takesOverTheLockOfStockLiquibaseThatIsOld() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		hold();
		assertThat(names(upgrade(builder(ROOT).staleLockAfter(Duration.ZERO).build(), "head"))).hasSize(4);
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
	}

	@Test
	void takesOverItsOwnRowAtOnce() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		hold();
		leaveBehind("3f2a91c0");
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
		withoutWaiting(() -> assertThat(names(upgrade(migrations, "head"))).hasSize(4));
	}

	@Test
	void commitsNothingWhenItsRowIsNotItsOwnAnyMore() {
		for (String taken : List.of(
				"SET LOCKED = " + yes() + ", LOCKEDBY = 'web-2 (10.0.0.2) pid 1, SoundShare 00000000'",
				"SET LOCKED = " + no() + ", LOCKEDBY = NULL, LOCKGRANTED = NULL")) {
			Migrations migrations = fiveTables();
			upgrade(migrations, "one");
			assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> migrations.upgrade(Target.HEAD,
						PostgresFaultTests.at(2, () -> this.database.run("UPDATE databasechangeloglock " + taken))))
				.withMessageContaining("lost");
			// Where each statement commits by itself, what runs is not kept from it.
			assertThat(this.database.applied()).hasSize(this.database.hasTransactionalDdl() ? 2 : 3);
			this.database.run("UPDATE databasechangeloglock SET LOCKED = " + no() + ", LOCKEDBY = NULL");
			upgrade(migrations, "head");
			assertThat(this.database.applied()).containsExactly("one", "two", "three", "four", "five");
			downgrade(migrations, "base");
		}
	}

	@Test
	void namesTheHolderAndHowFarItIsToThoseWhoWait() throws Exception {
		Migrations migrations = fiveTables();
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch looked = new CountDownLatch(1);
		Thread leader = new Thread(() -> migrations().upgrade(Target.HEAD, (progress) -> {
			if (progress.kind() == Progress.Kind.STARTED && progress.number() == 3) {
				running.countDown();
				try {
					looked.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}));
		leader.start();
		running.await();
		try {
			String here = "pid " + ProcessHandle.current().pid();
			assertThat(migrations.lock().by()).contains(here);
			assertThat(migrations.status().lock().held()).isTrue();
			assertThat(names(migrations.status().history())).containsExactly("two", "one");
			Migrations impatient = builder(ROOT).lockWait(Duration.ZERO).build();
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(() -> upgrade(impatient, "head"))
				.withMessageContaining(here)
				.withMessageContaining("at 3 of 5");
			assertThatExceptionOfType(LockNotAcquiredException.class).isThrownBy(migrations::unlock)
				.withMessageContaining("alive");
		}
		finally {
			looked.countDown();
			leader.join();
		}
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
		assertThat(this.database.applied()).hasSize(5);
	}

	@Test
	void keepsStockLiquibaseOut() {
		Migrations migrations = fiveTables();
		List<String> seen = new ArrayList<>();
		String holder = "SELECT LOCKEDBY FROM databasechangeloglock WHERE LOCKED = "
				+ (this.database.dbms().equals("sqlite") ? "1" : "true");
		migrations.upgrade(Target.HEAD, (progress) -> {
			if (progress.kind() == Progress.Kind.COMPLETED) {
				seen.addAll(this.database.rows(holder));
			}
		});
		assertThat(seen).hasSize(5).allMatch((by) -> LockHolder.of(by).ours());
		assertThat(this.database.rows("SELECT LOCKEDBY, LOCKGRANTED FROM databasechangeloglock"))
			.containsExactly("null|null");
	}

	/** Leave what one of ours leaves when it dies, of which nothing is there any more. */
	void leaveBehind(String id) {
		this.database.run("UPDATE databasechangeloglock SET LOCKEDBY = '"
				+ LockHolder.withMutex(new Origin("anna", "web-1", "10.0.0.9", 4711, null, null), id) + "'");
	}

	void hold() {
		String now = this.database.dbms().equals("sqlite") ? "'" + System.currentTimeMillis() + "'" : "now()";
		this.database.run("UPDATE databasechangeloglock SET LOCKED = " + yes()
				+ ", LOCKEDBY = 'deadhost (10.0.0.9)', LOCKGRANTED = " + now + " WHERE ID = 1");
		try {
			this.other = this.database.dataSource().getConnection();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String yes() {
		return this.database.dbms().equals("sqlite") ? "1" : "true";
	}

	private String no() {
		return this.database.dbms().equals("sqlite") ? "0" : "false";
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
