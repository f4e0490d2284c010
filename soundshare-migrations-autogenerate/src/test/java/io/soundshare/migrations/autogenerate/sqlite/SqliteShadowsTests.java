package io.soundshare.migrations.autogenerate.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabasesContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Tag("process")
class SqliteShadowsTests extends ShadowDatabasesContract {

	@Override
	protected ShadowDatabases databases() {
		return new SqliteShadows(DriverManagerDataSource::new);
	}

	@Override
	protected SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

	@Override
	protected List<String> remains() throws Exception {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.map(Path::toString).filter((file) -> file.contains("soundshare-shadow-")).sorted().toList();
		}
	}

	@Test
	void opensTwoAtOnce() throws Exception {
		try (Shadow first = databases().open();
				Shadow second = databases().open();
				Connection connection = first.dataSource().getConnection();
				Connection other = second.dataSource().getConnection()) {
			Changes.sql(connection, "CREATE TABLE t (a int)");
			assertThat(read(connection).tables()).hasSize(1);
			assertThat(read(other).tables()).isEmpty();
		}
	}

	@Test
	void closesAllConnections() throws Exception {
		List<String> before = remains();
		Shadow shadow = databases().open();
		Connection idle = shadow.dataSource().getConnection();
		Connection busy = shadow.dataSource().getConnection();
		Changes.sql(busy, "PRAGMA journal_mode = WAL");
		busy.setAutoCommit(false);
		Changes.sql(busy, "CREATE TABLE t (a int)");

		shadow.close();

		assertThat(idle.isClosed()).isTrue();
		assertThat(busy.isClosed()).isTrue();
		assertThat(remains()).isEqualTo(before);
		assertThatExceptionOfType(SQLException.class).isThrownBy(shadow.dataSource()::getConnection)
			.withMessageContaining("thrown away");
	}

	@Test
	void leavesNoFileBehindThatNobodyConnectsTo() throws Exception {
		List<String> before = remains();
		ShadowDatabases unconnected = new SqliteShadows((url) -> {
			throw new IllegalStateException("No driver for " + url);
		});

		assertThatIllegalStateException().isThrownBy(unconnected::open);

		assertThat(remains()).isEqualTo(before);
	}

	@Test
	void removesWhatAKilledProcessLeftBehindAndNobodyUses() throws Exception {
		Process killed = new ProcessBuilder("true").start();
		killed.waitFor();
		Path folder = Path.of(System.getProperty("java.io.tmpdir"));
		FileTime old = FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS));
		Path orphan = Files.createFile(folder.resolve("soundshare-shadow-" + killed.pid() + "-1.db"));
		Path lock = Files.createFile(folder.resolve(orphan.getFileName() + ".migration-lock"));
		Path young = Files.createFile(folder.resolve("soundshare-shadow-" + killed.pid() + "-2.db"));
		Path ofOthers = Files
			.createFile(folder.resolve("soundshare-shadow-" + ProcessHandle.current().pid() + "-1.db"));
		try {
			Files.setLastModifiedTime(orphan, old);
			Files.setLastModifiedTime(ofOthers, old);
			databases().open().close();
			assertThat(orphan).doesNotExist();
			assertThat(lock).doesNotExist();
			assertThat(young).exists();
			assertThat(ofOthers).exists();
		}
		finally {
			for (Path file : List.of(orphan, lock, young, ofOthers)) {
				Files.deleteIfExists(file);
			}
		}
	}

	@Test
	void doesNotWaitForTheDisk() throws Exception {
		try (Shadow shadow = databases().open(); Connection connection = shadow.dataSource().getConnection()) {
			assertThat(Rows.query(connection, "PRAGMA synchronous", (row) -> row.getInt(1))).containsExactly(0);
			assertThat(Rows.query(connection, "PRAGMA journal_mode", (row) -> row.getString(1)))
				.containsExactly("memory");
		}
	}

}
