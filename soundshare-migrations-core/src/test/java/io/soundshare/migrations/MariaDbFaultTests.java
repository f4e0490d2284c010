package io.soundshare.migrations;

import java.nio.file.Path;
import java.time.Duration;

import io.soundshare.migrations.model.DatabaseAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What MariaDB refuses, and the way out.
 */
@Tag("server")
class MariaDbFaultTests {

	@TempDir
	Path folder;

	private MariaDbTestDatabase database;

	@BeforeEach
	void start() {
		this.database = new MariaDbTestDatabase();
		this.database.run("CREATE OR REPLACE USER 'full'@'%' IDENTIFIED BY 'hunter22'",
				"CREATE OR REPLACE USER 'full'@'localhost' IDENTIFIED BY 'hunter22'",
				"GRANT ALL ON " + this.database.name() + ".* TO 'full'@'%'",
				"GRANT ALL ON " + this.database.name() + ".* TO 'full'@'localhost'");
	}

	@Test
	void namesADatabaseThatIsNotThere() {
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(this.database.url().replace(this.database.name(), "readonly")).status())
			.withMessageContaining("Create the database, or correct its name");
	}

	@Test
	void namesTheUserThatIsNotLetIn() {
		String url = this.database.url().replaceFirst("\\?.*", "");
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> migrations(url + "?user=full&password=wrong").status())
			.withMessageContaining("Check spring.datasource.url, the user and the password");
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(
				() -> migrations(url.replace(this.database.name(), "mysql") + "?user=full&password=hunter22").status())
			.withMessageContaining("Check spring.datasource.url, the user and the password");
	}

	@Test
	void namesAServerThatIsReadOnly() {
		String url = this.database.url().replaceFirst("\\?.*", "") + "?user=full&password=hunter22";
		this.database.run("SET GLOBAL read_only = ON");
		try {
			assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrations(url).upgrade())
				.withMessageContaining("Use a database, and a database user, that may write");
		}
		finally {
			this.database.run("SET GLOBAL read_only = OFF");
		}
		assertThat(DatabaseContract.names(migrations(url).upgrade())).containsExactly("one");
	}

	private Migrations migrations(String url) {
		return new TestChangelog(this.folder.resolve("changelog")).sql("changelog.sql", TestChangelog.table("one"))
			.migrations(new DriverManagerDataSource(url), "changelog.sql")
			.lockWait(Duration.ZERO)
			.build();
	}

}
