package io.soundshare.migrations.engine.lock;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import io.soundshare.migrations.DatabaseContract;
import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.PostgresFaultTests;
import io.soundshare.migrations.PostgresTestDatabase;
import io.soundshare.migrations.TestChangelog;
import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.mutex.AdvisoryMutex;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.redaction.ParameterValues;
import io.soundshare.migrations.engine.session.Application;
import io.soundshare.migrations.engine.session.BackupSettings;
import io.soundshare.migrations.engine.session.Changelog;
import io.soundshare.migrations.engine.session.HistoryTables;
import io.soundshare.migrations.engine.session.LiquibaseOptions;
import io.soundshare.migrations.engine.session.LockPolicy;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.SessionOpener;
import io.soundshare.migrations.engine.session.UndoSettings;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.secret.Secrets;
import liquibase.UpdateSummaryOutputEnum;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Leases, where no mutex can be relied on, as behind a pooler that hands out PostgreSQL's
 * sessions.
 */
@Tag("server")
class LeaseTests {

	private static final String LOCKED_BY = "SELECT LOCKEDBY FROM databasechangeloglock";

	@TempDir
	Path folder;

	private PostgresTestDatabase database;

	private TestChangelog changelog;

	@BeforeEach
	void open() {
		this.database = new PostgresTestDatabase();
		this.changelog = new TestChangelog(this.folder).sql("changelog.sql", TestChangelog.table("one"),
				TestChangelog.table("two"), TestChangelog.table("three"));
	}

	@Test
	void recognisesAPooler() {
		assertThat(mutex(this.database.dataSource())).isInstanceOf(AdvisoryMutex.class);
		assertThat(mutex(new Pooled(this.database.dataSource()))).isNull();
	}

	@Test
	void saysThatItIsThereAgainAndAgain() throws Exception {
		List<String> seen = new ArrayList<>();
		migrations().upgrade(Target.HEAD,
				PostgresFaultTests.at(2, () -> Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
					String holder = this.database.rows(LOCKED_BY).get(0);
					if (!seen.contains(holder)) {
						seen.add(holder);
					}
					return seen.size() == 2;
				})));
		assertThat(seen).allMatch((holder) -> LockHolder.of(holder).leased());
		assertThat(this.database.rows(LOCKED_BY)).containsExactly("null");
		assertThat(migrations().lock()).isEqualTo(LockStatus.FREE);
		assertThat(this.database.applied()).containsExactly("one", "two", "three");
	}

	@Test
	void keepsOthersOutWithLeaseOrWithout() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch looked = new CountDownLatch(1);
		Thread leader = new Thread(() -> migrations().upgrade(Target.HEAD, PostgresFaultTests.at(2, () -> {
			running.countDown();
			try {
				looked.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		})));
		leader.start();
		running.await();
		try {
			for (DataSource other : List.of(new Pooled(this.database.dataSource()), this.database.dataSource())) {
				Migrations impatient = this.changelog.migrations(other, "changelog.sql")
					.lockWait(Duration.ZERO)
					.build();
				assertThat(impatient.lock().held()).isTrue();
				assertThatExceptionOfType(LockNotAcquiredException.class)
					.isThrownBy(() -> DatabaseContract.upgrade(impatient, "head"))
					.withMessageContaining("lease");
			}
		}
		finally {
			looked.countDown();
			leader.join();
		}
		assertThat(this.database.applied()).hasSize(3);
	}

	@Test
	void waitsForOneThatHasTheMutex() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch looked = new CountDownLatch(1);
		Migrations direct = this.changelog.migrations(this.database, "changelog.sql").build();
		Thread leader = new Thread(() -> direct.upgrade(Target.HEAD, PostgresFaultTests.at(2, () -> {
			running.countDown();
			try {
				looked.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		})));
		leader.start();
		running.await();
		try {
			Migrations impatient = this.changelog.migrations(new Pooled(this.database.dataSource()), "changelog.sql")
				.lockWait(Duration.ZERO)
				.build();
			assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> DatabaseContract.upgrade(impatient, "head"));
		}
		finally {
			looked.countDown();
			leader.join();
		}
	}

	@Test
	void takesOverWhatIsNotRenewed() {
		DatabaseContract.upgrade(migrations(), "one");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = true, LOCKGRANTED = now(), LOCKEDBY = '"
				+ LockHolder.withLease(new Origin("anna", "web-1", "10.0.0.9", 4711, null, null), "3f2a91c0", 17)
				+ "'");
		Migrations impatient = this.changelog.migrations(new Pooled(this.database.dataSource()), "changelog.sql")
			.lockWait(Duration.ofSeconds(1))
			.build();
		assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> DatabaseContract.upgrade(impatient, "head"));
		assertThat(DatabaseContract.names(DatabaseContract.upgrade(migrations(), "head"))).containsExactly("two",
				"three");
	}

	@Test
	void commitsNothingWhenItWasTakenOver() {
		assertThatExceptionOfType(LockNotAcquiredException.class)
			.isThrownBy(() -> migrations().upgrade(Target.HEAD, PostgresFaultTests.at(2, () -> this.database.run(
					"UPDATE databasechangeloglock SET LOCKEDBY = 'web-2 (10.0.0.2) pid 1, SoundShare, lease 00000000 1'"))))
			.withMessageContaining("was lost");
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(this.database.rows(LOCKED_BY))
			.containsExactly("web-2 (10.0.0.2) pid 1, SoundShare, lease 00000000 1");
	}

	private Migrations migrations() {
		return this.changelog.migrations(new Pooled(this.database.dataSource()), "changelog.sql")
			.lockWait(Duration.ofMinutes(1))
			.build();
	}

	private Mutex mutex(DataSource dataSource) {
		return new SessionOpener(settings(dataSource))
			.read((session) -> DatabaseProduct.of(session.database()).mutex("3f2a91c0"));
	}

	private MigrationSettings settings(DataSource dataSource) {
		return new MigrationSettings(dataSource, null,
				new Changelog("changelog.sql", this.changelog.resources(), null, null, Map.of(), false, null),
				new HistoryTables(null, null, null, null, JournalTable.DEFAULT_NAME),
				new LiquibaseOptions(Map.of(), (liquibase) -> {
				}, null, UpdateSummaryOutputEnum.LOG), new LockPolicy(null, Duration.ofMinutes(15)),
				new Application(null, null), TransactionMode.CHANGE_SET, UndoSettings.DEFAULT, BackupSettings.DEFAULT,
				DestructiveMode.ALLOW, Secrets.NONE, new ParameterValues(), Remedy::toString, OperationListener.SILENT);
	}

	/**
	 * Looks as PgBouncer does: the driver was told of another process than the one that
	 * answers.
	 */
	private static final class Pooled extends DelegatingDataSource {

		Pooled(DataSource dataSource) {
			super(dataSource);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			PGConnection told = (PGConnection) Proxy.newProxyInstance(getClass().getClassLoader(),
					new Class<?>[] { PGConnection.class }, (proxy, method, arguments) -> 1);
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("unwrap") && arguments[0] == PGConnection.class) {
							return told;
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

	}

}
