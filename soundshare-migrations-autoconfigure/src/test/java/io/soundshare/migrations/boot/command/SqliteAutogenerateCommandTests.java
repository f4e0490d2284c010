package io.soundshare.migrations.boot.command;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities and changelog on SQLite.
 */
@Tag("slow")
class SqliteAutogenerateCommandTests extends AutogenerateCommandContractTests {

	@Override
	TestDatabase database() {
		return TestDatabase.sqlite(this.directory);
	}

	@Test
	void comparingNeedsNoDatabase() {
		String nowhere = "--spring.datasource.url=jdbc:sqlite:" + this.directory.resolve("no/such/folder/app.db");
		assertThat(run(Before.class, "--migrate=check", nowhere).code()).isEqualTo(3);
		assertThat(run(Before.class, "--migrate=create:Create tracks", nowhere).code()).isZero();
		assertThat(run(Before.class, "--migrate=check", nowhere).code()).isZero();
	}

	@Test
	void aDatabaseThatIsNotThereIsNotMade() throws Exception {
		Path file = this.directory.resolve("absent.db");
		String absent = "--spring.datasource.url=jdbc:sqlite:" + file;
		CommandModeTests.assertFails(run(Before.class, "--migrate=baseline", absent), 1,
				"absent.db does not exist yet; upgrade creates it.", "Correct spring.datasource.url");
		for (String command : new String[] { "check", "create:x" }) {
			CommandModeTests.assertFails(
					run(Before.class, "--migrate=" + command, "--migrate.against=database", absent), 1,
					"absent.db does not exist yet; upgrade creates it.", "run --migrate=upgrade first");
		}
		assertThat(file).doesNotExist();
		assertThat(files()).isEmpty();
	}

	@Test
	void noPlaceForTheFileIsFoundBeforeAnythingIsDone() throws Exception {
		Path file = Files.createFile(this.directory.resolve("file"));
		CommandModeTests.assertFails(run(Unmapped.class, "--migrate=create:x", "--migrate.directory=" + file), 2,
				"is no directory");
	}

	@Test
	void aDatabaseToTryThingsOutInIsOneOfItsOwn() {
		CommandModeTests.assertFails(
				run(Before.class, "--migrate=check", "--soundshare.migrations.shadow.url=jdbc:sqlite:x.db"), 1,
				"soundshare.migrations.shadow.url is no database of PostgreSQL", "temporary file");
		CommandModeTests.assertFails(
				run(Before.class, "--migrate=check", "--soundshare.migrations.shadow.url=jdbc:postgresql://x/y"), 1,
				"the application's is one of SQLite");
		CommandModeTests.assertFails(run(Before.class, "--migrate=check", "--soundshare.migrations.shadow.username=x"),
				1, "soundshare.migrations.shadow.url is not");
	}

	@Test
	void anotherProductIsRefused() {
		CommandModeTests.assertFails(run(AnotherProduct.class, "--migrate=check"), 1, "SQLite and PostgreSQL",
				"jdbc:mysql://nowhere/x.");
	}

	@SpringBootConfiguration
	@Import(Before.class)
	static class AnotherProduct {

		@Bean
		DataSource dataSource() {
			return new DriverManagerDataSource("jdbc:mysql://nowhere/x?password=secret");
		}

	}

}
