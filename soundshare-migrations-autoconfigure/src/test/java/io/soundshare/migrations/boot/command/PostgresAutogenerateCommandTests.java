package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.util.Set;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities and changelog on PostgreSQL.
 */
class PostgresAutogenerateCommandTests extends AutogenerateCommandContractTests {

	@Override
	TestDatabase database() {
		return TestDatabase.postgres();
	}

	@Override
	Set<String> temporary() throws IOException {
		Set<String> names = super.temporary();
		names.addAll(target().jdbc()
			.queryForList("select datname from pg_database where datname not like 'test%'", String.class));
		return names;
	}

	@Test
	void usesTheDatabaseItIsGiven() {
		TestDatabase given = TestDatabase.postgres();
		CommandRun run = run(Before.class, "--migrate=check",
				"--soundshare.migrations.shadow.url=" + given.url().replaceFirst("\\?.*", ""),
				"--soundshare.migrations.shadow.username=postgres");
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isEqualTo(3);
		assertThat(given.tables()).isEmpty();
		given.run("create table somebodys (id int)");
		CommandModeTests.assertFails(
				run(Before.class, "--migrate=check", "--soundshare.migrations.shadow.url=" + given.url()), 1,
				"is not empty");
		CommandModeTests.assertFails(
				run(Before.class, "--migrate=check", "--soundshare.migrations.shadow.url=" + target().url()), 1,
				"is the application's own database");
	}

}
