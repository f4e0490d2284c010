package io.soundshare.migrations.boot.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands once more, on PostgreSQL.
 */
@Tag("server")
class PostgresCommandTests {

	private final TestDatabase database = TestDatabase.postgres();

	@Test
	void upAndDownAndAllBetween() {
		assertThat(run("--migrate=current", "--migrate=status", "--migrate=upgrade", "--migrate.sql").err()).isEmpty();
		assertThat(this.database.tables()).isEmpty();
		assertThat(run("--migrate=upgrade").stableOut()).isEqualTo(Golden.text("upgrade.txt") + "\n");
		List<String> history = this.database.history();
		List<String> tables = this.database.tables();
		assertThat(run("--migrate=downgrade:base", "--migrate=current").out()).endsWith("(base)\n");
		assertThat(this.database.tables()).doesNotContain("public.songs", "public.likes");
		assertThat(
				run("--migrate=upgrade:+1", "--migrate=upgrade", "--migrate=downgrade:deployment", "--migrate=upgrade",
						"--migrate=stamp:base", "--migrate=stamp:head", "--migrate=reset", "--migrate.yes")
					.code())
			.isZero();
		assertThat(this.database.history()).isEqualTo(history);
		assertThat(this.database.tables()).isEqualTo(tables);
		Map<String, Object> status = run("--migrate=status", "--migrate.output=json").json();
		assertThat(status).containsEntry("state", "UP_TO_DATE")
			.extractingByKey("database")
			.asString()
			.contains("product=PostgreSQL", "url=jdbc:postgresql://localhost")
			.doesNotContain("user", "password");
	}

	@Test
	void aFailureLeavesNothingHalfDone() {
		CommandRun run = CommandRun.of(SmallApplication.class, "--migrate=upgrade",
				"--spring.datasource.url=" + this.database.url(),
				"--spring.liquibase.change-log=classpath:/command/failing.yaml");
		CommandModeTests.assertFails(run, 1, "The upgrade failed at revision 44dd  Half-way",
				"relation \"nowhere\" does not exist", "INSERT INTO nowhere VALUES (1)");
		assertThat(this.database.ids()).containsExactly("11aa", "22bb", "33cc");
		assertThat(this.database.tables()).doesNotContain("public.half");
		assertThat(run("--migrate=unlock").out()).isEqualTo("The migration lock is free.\n");
	}

	private CommandRun run(String... args) {
		return CommandRun.of(SmallApplication.class,
				Stream
					.concat(Stream.of(args),
							Stream.of("--spring.datasource.url=" + this.database.url(),
									"--spring.liquibase.change-log=classpath:/command/changelog.yaml"))
					.toArray(String[]::new));
	}

}
