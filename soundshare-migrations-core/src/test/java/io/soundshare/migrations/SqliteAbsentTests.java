package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.connection.SqliteFile;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.PendingRevisionException;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reading a database that is not there yet.
 */
class SqliteAbsentTests {

	@TempDir
	Path folder;

	private TestChangelog changelog;

	private Path data;

	@BeforeEach
	void write() throws IOException {
		this.data = Files.createDirectory(this.folder.resolve("da ta"));
		this.changelog = new TestChangelog(this.folder.resolve("changelog")).sql("c.sql", TestChangelog.table("one"),
				TestChangelog.table("two"));
	}

	@Test
	void readsAnEmptyOneAndMakesNone() {
		List<Consumer<Migrations>> reads = List.of((migrations) -> {
			MigrationStatus status = migrations.status();
			assertThat(status.state()).isEqualTo(SchemaState.PENDING);
			assertThat(status.pending()).hasSize(2);
			assertThat(status.current()).isNull();
			assertThat(status.lock()).isEqualTo(LockStatus.FREE);
			assertThat(status.database().product()).isEqualTo("SQLite");
			assertThat(status.database().url()).endsWith("a.db");
			assertThat(status.database().note()).isEqualTo("does not exist yet; upgrade creates it");
		}, (migrations) -> assertThat(migrations.show("two").revision().state()).isEqualTo(RevisionState.PENDING),
				(migrations) -> assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).plan().steps()).hasSize(2),
				(migrations) -> assertThat(migrations.journal()).isEmpty(),
				(migrations) -> assertThat(MigrationsInternals.of(migrations).ownTables())
					.accepts("databasechangelog", "databasechangelog_journal")
					.rejects("songs"),
				(migrations) -> assertThat(migrations.lock()).isEqualTo(LockStatus.FREE),
				(migrations) -> assertThat(migrations.unlock()).isEqualTo(LockStatus.FREE),
				(migrations) -> assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).sql()).contains("t_two"),
				(migrations) -> assertThat(migrations.script(Operation.STAMP, Target.HEAD).sql()).contains("INSERT"),
				(migrations) -> assertThat(migrations.script(Operation.RESET, Target.HEAD).sql()).contains("t_two"),
				(migrations) -> assertThat(migrations.script(Operation.DOWNGRADE, Target.BASE).plan().steps())
					.isEmpty(),
				(migrations) -> assertThatExceptionOfType(PendingRevisionException.class)
					.isThrownBy(() -> MigrationsInternals.of(migrations).requireUpToDate((status) -> {
					})));
		for (Consumer<Migrations> read : reads) {
			read.accept(migrations(new DriverManagerDataSource("jdbc:sqlite:" + this.data.resolve("a.db"))));
			assertThat(this.data).isEmptyDirectory();
		}
	}

	@Test
	void undoesNothingOfIt() {
		Migrations migrations = migrations(new DriverManagerDataSource("jdbc:sqlite:" + this.data.resolve("a.db")));
		assertThat(DatabaseContract.downgrade(migrations, "base").isEmpty()).isTrue();
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> DatabaseContract.downgrade(migrations, "-1"));
		assertThat(this.data).isEmptyDirectory();
	}

	@ParameterizedTest
	@CsvSource({ "%s/a.db", "%s/a.db?foreign_keys=true", "file:%s/a.db", "file://%s/a.db?cache=private",
			"file://localhost%s/a.db", "file:%s/%%61.db#x" })
	@DisabledOnOs(OS.WINDOWS)
	void findsTheFileInTheUrl(String name) {
		String folder = name.startsWith("file:") ? this.data.toString().replace(" ", "%20") : this.data.toString();
		String url = "jdbc:sqlite:" + name.formatted(folder);
		Migrations migrations = migrations(new DriverManagerDataSource(url));
		assertThat(migrations.status().database().note()).isNotNull();
		assertThat(this.data).isEmptyDirectory();
		DatabaseContract.upgrade(migrations, "head");
		assertThat(this.data.resolve("a.db")).isNotEmptyFile();
		assertThat(migrations.status().database().note()).isNull();
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void findsTheFileBehindAnotherDataSource() {
		DataSource dataSource = new DriverManagerDataSource("jdbc:sqlite:" + this.data.resolve("a.db"));
		assertThat(migrations(new DelegatingDataSource(dataSource)).status().database().note()).isNotNull();
		assertThat(this.data).isEmptyDirectory();
	}

	@Test
	void readsOneWhoseNameHasWhatTheDriverDoesNotKnow() {
		Migrations migrations = migrations(
				new DriverManagerDataSource("jdbc:sqlite:" + this.data.resolve("a.db") + "?mode=rwc&colour=blue"));
		DatabaseContract.upgrade(migrations, "head");
		assertThat(migrations.status().database().note()).isNull();
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:sqlite::memory:", "jdbc:sqlite:", "jdbc:sqlite:file::memory:?cache=shared",
			"jdbc:sqlite:file:songs?mode=memory&cache=shared" })
	void knowsNoFileOfOneInMemory(String url) {
		assertThat(SqliteFile.of(url)).isNull();
		assertThat(migrations(new DriverManagerDataSource(url)).status().database().note()).isNull();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void followsALinkThatLeadsNowhereYet() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link.db"), this.data.resolve("a.db"));
		Migrations migrations = migrations(new DriverManagerDataSource("jdbc:sqlite:" + link));
		assertThat(migrations.status().database().note()).isNotNull();
		assertThat(this.data).isEmptyDirectory();
		DatabaseContract.upgrade(migrations, "head");
		assertThat(this.data.resolve("a.db")).exists();
	}

	private Migrations migrations(DataSource dataSource) {
		return this.changelog.migrations(dataSource, "c.sql").build();
	}

}
