package io.soundshare.migrations.engine.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.soundshare.migrations.DatabaseContract;
import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.SqliteTestDatabase;
import io.soundshare.migrations.TestChangelog;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.SchemaState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(120)
class SharedReadingsTests {

	private static final long TIME_OUT_MILLIS = 1000;

	@TempDir
	Path folder;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final SharedReadings readings = new SharedReadings();

	private final AtomicInteger reads = new AtomicInteger();

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void isDoneOnceForAllWhoAskedBeforeItLooks() throws Exception {
		CountDownLatch begin = new CountDownLatch(1);
		List<Future<Integer>> answers = new ArrayList<>();
		answers.add(ask(begin, new CountDownLatch(0)));
		waitForReads(1);
		for (int i = 0; i < 8; i++) {
			answers.add(ask(begin, new CountDownLatch(0)));
		}
		Thread.sleep(200);
		begin.countDown();
		for (Future<Integer> answer : answers) {
			assertThat(answer.get()).isEqualTo(1);
		}
	}

	@Test
	void isDoneOnceMoreForAllWhoAskedAfterItBeganToLook() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		Future<Integer> first = ask(new CountDownLatch(0), end);
		waitForReads(1);
		Thread.sleep(100);
		List<Future<Integer>> later = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			later.add(ask(new CountDownLatch(0), end));
		}
		Thread.sleep(200);
		assertThat(this.reads).hasValue(1);
		end.countDown();
		assertThat(first.get()).isEqualTo(1);
		for (Future<Integer> answer : later) {
			assertThat(answer.get()).isBetween(2, 9);
		}
	}

	@Test
	void doesNotFailForAllWhenTheOneWhoReadsIsInterrupted() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		Thread reader = new Thread(() -> {
			try {
				this.readings.ask("status", (beginning) -> read(beginning, never, new CountDownLatch(0)));
			}
			catch (IllegalStateException ex) {
				// As it should.
			}
		});
		reader.start();
		waitForReads(1);
		Future<Integer> other = ask(new CountDownLatch(0), new CountDownLatch(0));
		Thread.sleep(100);
		reader.interrupt();
		assertThat(other.get()).isEqualTo(2);
	}

	@Test
	void costsEachRequestOneTimeOutWhenTheDatabaseIsDown() throws Exception {
		Migrations migrations = new TestChangelog(this.folder).sql("c.sql", TestChangelog.table("one"))
			.migrations(new DelegatingDataSource() {

				@Override
				public Connection getConnection() throws SQLException {
					SharedReadingsTests.this.reads.incrementAndGet();
					pause(TIME_OUT_MILLIS);
					throw new SQLException("Nobody answers");
				}

			}, "c.sql")
			.build();
		List<Future<Duration>> took = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			boolean show = i % 3 == 0;
			pause(TIME_OUT_MILLIS / 10);
			took.add(this.threads.submit(() -> {
				long start = System.nanoTime();
				assertThatExceptionOfType(DatabaseAccessException.class)
					.isThrownBy(() -> (show ? migrations.show("one") : migrations.status()).hashCode())
					.withMessageContaining("Nobody answers");
				return Duration.ofNanos(System.nanoTime() - start);
			}));
		}
		for (Future<Duration> one : took) {
			assertThat(one.get()).isLessThan(Duration.ofMillis(TIME_OUT_MILLIS * 3 / 2));
		}
		assertThat(this.reads.get()).isLessThan(12);
	}

	@Test
	void seesWhatWasDoneBeforeItWasAsked() throws Exception {
		SqliteTestDatabase database = new SqliteTestDatabase(this.folder);
		Migrations migrations = new TestChangelog(this.folder).sql("c.sql", TestChangelog.table("one"))
			.migrations(database, "c.sql")
			.fixedChangelog()
			.build();
		CountDownLatch end = new CountDownLatch(1);
		List<Future<?>> readers = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			readers.add(this.threads.submit(() -> {
				while (end.getCount() > 0) {
					migrations.status();
				}
			}));
		}
		for (int i = 0; i < 10; i++) {
			DatabaseContract.upgrade(migrations, "head");
			assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
			DatabaseContract.downgrade(migrations, "base");
			assertThat(migrations.status().state()).isEqualTo(SchemaState.PENDING);
		}
		end.countDown();
		for (Future<?> reader : readers) {
			reader.get();
		}
	}

	private Future<Integer> ask(CountDownLatch begin, CountDownLatch end) {
		return this.threads.submit(() -> this.readings.ask("status", (beginning) -> read(beginning, begin, end)));
	}

	/** The number of the reading. */
	private int read(Runnable beginning, CountDownLatch begin, CountDownLatch end) {
		int number = this.reads.incrementAndGet();
		try {
			begin.await();
			beginning.run();
			end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return number;
	}

	private void waitForReads(int number) throws InterruptedException {
		while (this.reads.get() < number) {
			Thread.sleep(1);
		}
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
