package io.soundshare.migrations.test;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A changelog that has nothing wrong.
 */
class CleanSampleTests {

	@TempDir
	Path directory;

	@Test
	void passesOnSqlite() {
		passes(Servers.sqlite(this.directory));
		assertThat(Files.exists(this.directory.resolve("application.db"))).isFalse();
	}

	@Test
	@Tag("server")
	void passesOnPostgres() {
		passes(Servers.postgres().getPostgresDatabase());
	}

	private void passes(DataSource dataSource) {
		Outcome outcome = Outcome.of(Sample.clean().in(this.directory, dataSource));
		assertThat(outcome.failed()).isEmpty();
		assertThat(outcome.skipped()).containsOnlyKeys(MigrationCheck.RELEASED.toString());
		assertThat(outcome.passed()).isEqualTo(2 + 12 + 12 + 1);
	}

}
