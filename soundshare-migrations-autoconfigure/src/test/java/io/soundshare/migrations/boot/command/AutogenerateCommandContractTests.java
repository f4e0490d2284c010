package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.soundshare.entities.before.Track;
import io.soundshare.entities.broken.Broken;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose entities go on while its changelog follows, command by command.
 */
abstract class AutogenerateCommandContractTests {

	@TempDir
	Path directory;

	private TestDatabase database;

	private Path resources;

	private Path versions;

	abstract TestDatabase database();

	@BeforeEach
	void setUp() throws Exception {
		this.database = database();
		this.resources = this.directory.resolve("src/main/resources");
		Path changelog = Files.createDirectories(this.resources.resolve("evolving")).resolve("master.yaml");
		Files.writeString(changelog, """
				databaseChangeLog:
				  - includeAll:
				      path: versions/
				      relativeToChangelogFile: true
				      errorIfMissingOrEmpty: false
				""");
		this.versions = Files.createDirectories(changelog.resolveSibling("versions"));
	}

	@Test
	void theChangelogFollowsTheEntities() throws Exception {
		CommandRun check = run(Before.class, "--migrate=check");
		assertThat(check.err()).isEmpty();
		assertThat(check.code()).isEqualTo(3);
		assertThat(check.out()).startsWith("The changelog lacks what the entities want:\n  + table tracks")
			.endsWith("\nWrite it as a revision with --migrate=create:MESSAGE.\n");
		CommandRun create = run(Before.class, "--migrate=create:Create tracks");
		assertThat(create.err()).isEmpty();
		assertThat(create.code()).isZero();
		assertThat(create.out()).matches("(?s)Created \\S*/versions/\\d{14}_[0-9a-f]{12}_create_tracks.yaml\n"
				+ "  \\+ table tracks.*\nReview it, build, then apply it with --migrate=upgrade\\.\n");
		assertThat(this.database.tables()).isEmpty();
		assertThat(run(Before.class, "--migrate=check", "--migrate=create:Again"))
			.isEqualTo(new CommandRun(0, "The entities and the changelog agree.\n"
					+ "The entities and the changelog agree: nothing to create.\n", ""));
		assertThat(files()).hasSize(1);
		CommandRun behind = run(Before.class, "--migrate=create:x", "--migrate.against=database");
		CommandModeTests.assertFails(behind, 1, "error: Target database is not up to date.", "--migrate=upgrade");
		assertThat(run(Before.class, "--migrate=upgrade").code()).isZero();
		this.database.run("insert into tracks (title) values ('Über Nacht')");

		CommandRun evolved = run(After.class, "--migrate=create:Count plays", "--migrate.output=json",
				"--migrate.rename=tracks.title:name", "--migrate.fill=tracks.play_count:7", "--migrate.format=xml");
		assertThat(evolved.err()).isEmpty();
		assertThat(evolved.code()).isZero();
		Map<String, Object> document = evolved.json();
		assertThat(document).containsOnlyKeys("revision", "path", "differences", "problem", "warnings")
			.containsEntry("problem", null);
		assertThat((List<?>) document.get("differences")).hasSize(2);
		assertThat(Path.of((String) document.get("path"))).content()
			.contains("id=\"" + document.get("revision") + "\"", "renameColumn", "Generated from the entities");
		assertThat(run(After.class, "--migrate=upgrade").code()).isZero();
		assertThat(this.database.jdbc().queryForMap("select name, play_count from tracks"))
			.isEqualTo(Map.of("name", "Über Nacht", "play_count", 7));
		assertThat(run(After.class, "--migrate=check", "--migrate.output=json").json()).containsEntry("agree", true)
			.containsEntry("differences", List.of())
			.containsEntry("sql", List.of());
		assertThat(run(After.class, "--migrate=check", "--migrate.against=database"))
			.isEqualTo(new CommandRun(0, "The database and the changelog agree.\n", ""));
		assertThat(run(After.class, "--migrate=create:x", "--migrate.against=database"))
			.isEqualTo(new CommandRun(0, "The entities and the database agree: nothing to create.\n", ""));
		assertThat(files()).hasSize(2);

		this.database.run("alter table tracks add column mood varchar(20)");
		CommandRun drift = run(After.class, "--migrate=check", "--migrate.against=database");
		assertThat(drift.err()).isEmpty();
		assertThat(drift.code()).isEqualTo(3);
		assertThat(drift.out()).isEqualTo("The database differs from the changelog:\n"
				+ "  + column tracks.mood varchar(20)\nBring it into the changelog, or undo it.\n");
		CommandRun sql = run(After.class, "--migrate=check", "--migrate.against=database", "--migrate.sql");
		assertThat(sql.code()).isEqualTo(3);
		assertThat(sql.out()).containsIgnoringCase("alter table").containsIgnoringCase("mood").endsWith(";\n");
		CommandModeTests.assertFails(run(After.class, "--migrate=create:No mood", "--migrate.against=database"), 1,
				"When it was tried out, it fits the database at hand, which is not what the changelog makes of it",
				"After the changelog alone: ", "mood", "Mend it and take .rejected off its name");
		Path fitsHere = files().stream()
			.filter((file) -> file.toString().endsWith(".yaml.rejected"))
			.findAny()
			.orElseThrow();
		assertThat(fitsHere).content().contains("# REVIEW: when it was tried out: it fits the database at hand");
		assertThat(run(After.class, "--migrate=upgrade").out()).startsWith("Nothing to do.");
		Files.delete(fitsHere);
		this.database.run("alter table tracks rename column name to label");
		assertThat(run(After.class, "--migrate=check", "--migrate.against=database").out())
			.contains("- column tracks.name ", "+ column tracks.label ")
			.doesNotContain("REVIEW", "--migrate");
		this.database.run("alter table tracks rename column label to name");
		assertThat(run(After.class, "--migrate=downgrade:base", "--migrate.yes").code()).isZero();
		assertThat(files()).hasSize(2);
	}

	@Test
	void whatIsExcludedIsLeftAlone() {
		assertThat(run(Before.class, "--migrate=check", "--migrate.sql", "--migrate.exclude=x,track?"))
			.isEqualTo(new CommandRun(0, "-- Nothing to do\n", ""));
		assertThat(run(Before.class, "--migrate=check", "--migrate.include=albums",
				"--soundshare.migrations.autogenerate.include=playlists")
			.code()).isZero();
		assertThat(run(Before.class, "--migrate=check", "--soundshare.migrations.autogenerate.exclude=tr*").code())
			.isZero();
		assertThat(run(Before.class, "--migrate=check", "--migrate.include=tracks", "--migrate.sql").code())
			.isEqualTo(3);
	}

	@Test
	void aDatabaseBecomesTheFirstRevision() throws Exception {
		this.database.run("create table songs (id int primary key, title varchar(20) not null, price int)");
		this.database.run("create index cheap on songs (title) where price < 5");
		this.database.run("create view song_list as select id, title from songs");
		CommandRun baseline = run(Before.class, "--migrate=baseline:Begin here");
		assertThat(baseline.err()).isEmpty();
		assertThat(baseline.code()).isZero();
		assertThat(baseline.out()).matches("(?s)Created \\S*/versions/\\d{14}_[0-9a-f]{12}_begin_here.yaml\n"
				+ "  \\+ table songs \\(id, title, price\\)\n  \\+ index cheap on songs\n  \\+ view song_list\n"
				+ "Replaying it gives the same schema\\. It counts as applied\\.\n");
		assertThat(files()).hasSize(1);
		assertThat(Files.readString(files().get(0))).contains("Generated from the database");
		assertThat(run(Before.class, "--migrate=status", "--migrate.output=json").json()).containsEntry("state",
				"UP_TO_DATE");
		assertThat(run(Before.class, "--migrate=upgrade").code()).isZero();
		assertThat(run(Before.class, "--migrate=check", "--migrate.against=database").out())
			.isEqualTo("The database and the changelog agree.\n");
		this.database.run("drop view song_list");
		assertThat(run(Before.class, "--migrate=check", "--migrate.against=database").out())
			.isEqualTo("The database differs from the changelog:\n  - view song_list\n"
					+ "Bring it into the changelog, or undo it.\n");
		CommandModeTests.assertFails(run(Before.class, "--migrate=baseline"), 1, "has a history already");
		assertThat(files()).hasSize(1);
	}

	@Test
	void anEmptyDatabaseHasNoBaseline() throws Exception {
		this.database.run("create table gone (id int)");
		this.database.run("drop table gone");
		assertThat(run(Before.class, "--migrate=baseline"))
			.isEqualTo(new CommandRun(0, "The database has no tables: nothing to create.\n", ""));
		assertThat(files()).isEmpty();
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void whatIsWrongIsSaidAndNothingIsWritten() throws Exception {
		CommandModeTests.assertFails(run(Unmapped.class, "--migrate=create:x"), 1,
				"error: Hibernate cannot make the entity manager factory 'entityManagerFactory': ", "NoEntity",
				"Correct the entities.");
		CommandModeTests.assertFails(run(Before.class, "--migrate=create:x", "--migrate.rename=tracks.a:b"), 1,
				"tracks");
		CommandModeTests.assertFails(run(Before.class, "--migrate=create:x", "--migrate.fill=tracks.nothing:1"), 1,
				"tracks.nothing");
		assertThat(files()).isEmpty();
		Files.writeString(this.versions.resolve("1.sql"), """
				--liquibase formatted sql
				--changeset anna:1
				create table tracks (id nonsense(;
				""");
		CommandModeTests.assertFails(run(Before.class, "--migrate=check"), 1, "1.sql");
		assertThat(files()).hasSize(1);
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void whatFailsInTheShadowDatabaseIsSaidToBeThere() throws Exception {
		Files.writeString(this.versions.resolve("1.sql"), """
				--liquibase formatted sql
				--changeset anna:1
				create table one (id int);
				--changeset anna:2
				create table two (id int);
				--changeset anna:3 Half-way
				create table two (id int);
				""");
		for (String command : List.of("--migrate=check", "--migrate=create:x", "--migrate=check --migrate.sql")) {
			CommandRun run = run(Before.class, command.split(" "));
			CommandModeTests.assertFails(run, 1,
					"error: The changelog cannot be replayed in the shadow database, which is made for this and thrown "
							+ "away. Nothing of yours was touched. It fails at revision 3",
					"1.sql", "two");
			assertThat(run.err()).doesNotContain("stay", "run the upgrade again");
		}
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void leavesNothingBehind() throws Exception {
		Set<String> before = temporary();
		run(Before.class, "--migrate=check", "--migrate=create:Create tracks");
		run(Unmapped.class, "--migrate=check");
		assertThat(temporary()).isEqualTo(before);
	}

	CommandRun run(Class<?> application, String... args) {
		List<String> all = new ArrayList<>(List.of("--spring.liquibase.change-log=classpath:/evolving/master.yaml"));
		Collections.addAll(all, args);
		if (Stream.of(args).noneMatch((arg) -> arg.startsWith("--spring.datasource.url"))) {
			all.add("--spring.datasource.url=" + this.database.url());
		}
		if (Stream.of(args).anyMatch((arg) -> arg.matches("--migrate=(create|baseline).*"))
				&& Stream.of(args).noneMatch((arg) -> arg.startsWith("--migrate.directory"))) {
			all.add("--migrate.directory=" + this.versions);
		}
		ClassLoader previous = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader sources = new URLClassLoader(new URL[] { this.resources.toUri().toURL() }, previous)) {
			Thread.currentThread().setContextClassLoader(sources);
			return CommandRun.of(application, all.toArray(String[]::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			Thread.currentThread().setContextClassLoader(previous);
		}
	}

	List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.versions)) {
			return files.toList();
		}
	}

	Path versions() {
		return this.versions;
	}

	TestDatabase target() {
		return this.database;
	}

	/** Files and databases this process has made for the moment. */
	Set<String> temporary() throws IOException {
		String prefix = "soundshare-shadow-" + ProcessHandle.current().pid() + "-";
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return new TreeSet<>(files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith(prefix))
				.toList());
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Track.class)
	static class Before {

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = io.soundshare.entities.after.Track.class)
	static class After {

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Broken.class)
	static class Unmapped {

	}

}
