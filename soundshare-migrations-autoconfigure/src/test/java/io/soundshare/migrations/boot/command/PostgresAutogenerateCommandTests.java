package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities and changelog on PostgreSQL.
 */
@Tag("server")
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

	@ParameterizedTest
	@CsvSource({ "MY_SCHEMA, my_schema", "My_Schema, My_Schema", "my schema, my schema", "My-Schema, My-Schema",
			"my_schema, my_schema" })
	void namesOfSchemasAreWhatTheyAreToAnUpgrade(String written, String kept) throws Exception {
		target().run("create schema \"" + kept + '"');
		follows(kept, kept, "--spring.liquibase.default-schema=" + written,
				"--spring.datasource.url=" + target().url() + "&currentSchema=%22" + kept.replace(" ", "%20") + "%22");
	}

	@Test
	void theHistoryHasASchemaOfItsOwn() throws Exception {
		target().run("create schema my_schema");
		target().run("create schema my_history");
		follows("my_schema", "my_history", "--spring.liquibase.default-schema=MY_SCHEMA",
				"--spring.liquibase.liquibase-schema=MY_HISTORY",
				"--spring.jpa.properties.hibernate.default_schema=MY_SCHEMA");
	}

	private void follows(String schema, String history, String... settings) throws Exception {
		assertThat(with(settings, "--migrate=create:Create tracks")).returns("", CommandRun::err)
			.returns(0, CommandRun::code);
		assertThat(with(settings, "--migrate=upgrade")).returns("", CommandRun::err).returns(0, CommandRun::code);
		assertThat(target().tables()).contains(history + ".databasechangelog", schema + ".tracks");
		assertThat(with(settings, "--migrate=check").out()).isEqualTo("The entities and the changelog agree.\n");
		assertThat(with(settings, "--migrate=check", "--migrate.against=database").out())
			.isEqualTo("The database and the changelog agree.\n");
		assertThat(with(settings, "--migrate=downgrade:base")).returns("", CommandRun::err);
		Files.delete(files().get(0));
	}

	private CommandRun with(String[] settings, String... command) {
		return run(Before.class, Stream.of(command, settings).flatMap(Stream::of).toArray(String[]::new));
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "status", "current", "history", "downgrade:base", "stamp:head", "unlock",
			"baseline", "upgrade --migrate.sql", "check --migrate.against=database" })
	void aMissingSchemaIsNamedWithTheSettingThatNamesIt(String command) {
		String[] words = ("--migrate=" + command).split(" ");
		CommandModeTests.assertFails(with(new String[] { "--spring.liquibase.default-schema=NOWHERE" }, words), 1,
				"error: There is no schema nowhere in the database jdbc:postgresql:",
				"It is named by spring.liquibase.default-schema.", "CREATE SCHEMA nowhere");
		CommandModeTests.assertFails(with(new String[] { "--spring.liquibase.liquibase-schema=NOWHERE" }, words), 1,
				"error: There is no schema NOWHERE in", "It is named by spring.liquibase.liquibase-schema.");
	}

	@Test
	void aMissingSchemaThatOnlyAChangeNeedsIsAskedFor() throws Exception {
		Files.writeString(versions().resolve("1.sql"), """
				--liquibase formatted sql
				--changeset anna:1
				create table nowhere.one (id int);
				""");
		CommandRun run = run(Before.class, "--migrate=upgrade", "--spring.liquibase.default-schema=nowhere",
				"--spring.liquibase.liquibase-schema=public");
		CommandModeTests.assertFails(run, 1, "schema \"nowhere\" does not exist", "spring.liquibase.default-schema");
		assertThat(run.err()).doesNotContain("names a file");
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
