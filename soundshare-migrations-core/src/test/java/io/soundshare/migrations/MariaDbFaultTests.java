package io.soundshare.migrations;

import java.nio.file.Path;
import java.time.Duration;

import io.soundshare.migrations.model.DatabaseAccessException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Refusals of MariaDB, and the way out.
 */
@Tag("server")
class MariaDbFaultTests {

	@TempDir
	Path folder;

	private final MariaDbTestDatabase database = new MariaDbTestDatabase();

	@Test
	void namesADatabaseThatIsNotThere() {
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(this.database.url().replace(this.database.name(), "readonly")).status())
			.withMessageContaining("Create the database, or correct its name");
	}

	@Test
	void namesATransactionThatMayOnlyRead() {
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(this.database.url() + "&sessionVariables=tx_read_only=1").upgrade())
			.withMessageContaining("Use a database, and a database user, that may write");
		assertThat(DatabaseContract.names(migrations(this.database.url()).upgrade())).containsExactly("one");
	}

	@Test
	void asksForAServerWhereNoneAnswers() {
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations("jdbc:mariadb://localhost:1/locked").status())
			.withMessageContaining("the user and the password, and that the server is up");
	}

	private Migrations migrations(String url) {
		return new TestChangelog(this.folder).sql("changelog.sql", TestChangelog.table("one"))
			.migrations(new DriverManagerDataSource(url), "changelog.sql")
			.lockWait(Duration.ZERO)
			.build();
	}

}
