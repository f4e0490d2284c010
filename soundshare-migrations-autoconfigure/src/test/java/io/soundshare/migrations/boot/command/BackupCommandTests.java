package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The commands that copy a database, bring it back, and try things out on a copy.
 */
class BackupCommandTests {

	private static final String NAME = "\\d{8}T\\d{9}Z_\\w+\\.db";

	@TempDir
	Path directory;

	private TestDatabase database;

	@BeforeEach
	void setUp() {
		this.database = new TestDatabase("jdbc:sqlite:" + this.directory.resolve("app.db"));
	}

	private CommandRun run(String... args) {
		return CommandRun.of(SmallApplication.class,
				Stream
					.concat(Stream.of(args),
							Stream.of("--spring.datasource.url=" + this.database.url(),
									"--spring.liquibase.change-log=classpath:/command/changelog.yaml"))
					.toArray(String[]::new));
	}

	@Test
	void bringsADatabaseBack() {
		assertThat(run("--migrate=backups").out()).isEqualTo("(no backups)\n");
		run("--migrate=upgrade:22");
		assertThat(run("--migrate=backup").out()).matches("Backed up to " + NAME + " \\(\\S+ kB, 22bb\\)\\.\n");
		run("--migrate=upgrade");
		assertThat(run("--migrate=backups").out().replaceAll(" {2,}", "  "))
			.matches("BACKUP  REVISION  SIZE  AGE  VERIFIED\n" + NAME + "  22bb  \\S+ kB  \\d+ s  yes\n");
		assertThat(run("--migrate=status").out()).containsPattern("Backup +" + NAME + ", \\d+ s old");
		CommandRun refused = run("--migrate=restore");
		CommandModeTests.assertFails(refused, 2, "error: restore replaces the database by ", ". Nothing was done.",
				"--migrate=restore:2", " --migrate.yes");
		assertThat(run("--migrate=current").out()).isEqualTo("33cc (head)\n");
		CommandRun restored = run("--migrate=restore", "--migrate.yes");
		assertThat(restored.err()).isEmpty();
		assertThat(restored.out())
			.matches("Restored " + NAME + " \\(\\S+ kB, 22bb\\)\\. What was there is " + NAME + "\\. Current: 22bb\n");
		assertThat(run("--migrate=backup:verify").out().replaceAll(" {2,}", "  "))
			.matches("BACKUP  SIZE  FOUND\n(" + NAME + "  \\S+ kB  whole\n){2}");
	}

	@Test
	void tellsTheSameToScripts() {
		run("--migrate=upgrade");
		Map<String, Object> backup = run("--migrate=backup", "--migrate.output=json").json();
		assertThat(backup).containsOnlyKeys("name", "revision", "taken", "size", "verified");
		assertThat((List<?>) run("--migrate=backups", "--migrate.output=json").json().get("backups")).hasSize(1);
		Map<String, Object> restored = run("--migrate=restore:" + backup.get("name"), "--migrate.output=json",
				"--migrate.yes")
			.json();
		assertThat(restored).containsEntry("restored", backup).containsKeys("replaced", "aside");
	}

	@Test
	void findsDamage() throws IOException {
		run("--migrate=upgrade", "--migrate=backup");
		Path folder = this.directory.resolve("app.db.backups");
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".db")).toList()) {
				Files.write(file, new byte[5000]);
			}
		}
		CommandRun run = run("--migrate=backup:verify");
		assertThat(run.code()).isEqualTo(3);
		assertThat(run.out()).contains("damaged: ");
		CommandModeTests.assertFails(run("--migrate=restore", "--migrate.yes"), 1, "error: The backup ",
				" cannot be used: ");
	}

	@Test
	void keepsBackupsWhereTheSettingsSay() {
		Path folder = this.directory.resolve("elsewhere");
		run("--migrate=upgrade", "--migrate=backup", "--soundshare.migrations.backup-folder=" + folder);
		assertThat(folder.toFile().list()).singleElement().satisfies((name) -> {
			assertThat(name).matches("app\\.db-[0-9a-f]+");
			assertThat(folder.resolve(name)).isDirectoryContaining("glob:**.db");
		});
	}

	@Test
	void namesWhatIsWrong() {
		CommandModeTests.assertFails(run("--migrate=backup"), 1,
				"error: No backup could be made: the database does not exist yet.");
		CommandModeTests.assertFails(run("--migrate=backup:all"), 2, "error: 'backup' cannot 'all'.",
				"--migrate=backup:verify");
		CommandModeTests.assertFails(run("--migrate=restore", "--migrate.yes"), 1, "error: There is no backup.",
				"--migrate=backup");
		CommandModeTests.assertFails(run("--migrate=redo:2"), 2, "error: 'redo' was given '2'", "--migrate=redo:-2");
		run("--migrate=upgrade");
		CommandModeTests.assertFails(
				run("--migrate=restore", "--migrate.yes", "--soundshare.migrations.destructive=refuse"), 2, "restore");
	}

	@Test
	void rehearsesAnUpgrade() {
		CommandRun run = run("--migrate=rehearse");
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).contains("up 3/3  33cc", "down 1/3  33cc")
			.containsPattern("REVISION +UP +DOWN +AGAIN\n11aa +\\d+ ms +\\d+ ms +\\d+ ms\n")
			.containsPattern("Rehearsed on a copy in [^;]+; the database grows by \\S+ kB\\. It was not touched\\.\n$");
		assertThat(run.code()).isZero();
		assertThat(this.directory.resolve("app.db")).doesNotExist();
		Map<String, Object> document = run("--migrate=rehearse:+1", "--migrate.output=json").json();
		assertThat(document).containsEntry("failed", false).containsKeys("steps", "findings", "growth");
		assertThat((List<?>) document.get("steps")).hasSize(1);
		run("--migrate=upgrade");
		assertThat(run("--migrate=rehearse").out()).isEqualTo("Nothing to rehearse. The database was not touched.\n");
	}

	@Test
	void rehearsalTellsByItsExitCode() {
		run("--migrate=upgrade:22");
		this.database.run("CREATE TABLE likes (id INT)");
		CommandRun run = run("--migrate=rehearse");
		assertThat(run.code()).isEqualTo(3);
		assertThat(run.out()).contains("error    33cc: ").contains("already exists");
		assertThat(run("--migrate=current").out()).isEqualTo("22bb\n");
	}

	@Test
	void startsOnlyAfterARehearsal() {
		run("--migrate=upgrade:22");
		this.database.run("CREATE TABLE likes (id INT)");
		assertThat(catchThrowable(() -> run("--soundshare.migrations.startup=rehearse-then-upgrade",
				"--spring.main.web-application-type=none")))
			.hasStackTraceContaining("The rehearsal of the upgrade failed, and so nothing was run");
		this.database.run("DROP TABLE likes");
		assertThat(run("--migrate=current").out()).isEqualTo("22bb\n");
		assertThat(
				run("--soundshare.migrations.startup=rehearse-then-upgrade", "--spring.main.web-application-type=none")
					.code())
			.isEqualTo(-1);
		assertThat(run("--migrate=current").out()).isEqualTo("33cc (head)\n");
	}

	@Test
	void doesRevisionsAgain() {
		run("--migrate=upgrade");
		assertThat(run("--migrate=redo:-2").stableOut()).contains("down 1/2  33cc", "up 2/2  33cc")
			.endsWith("2 revisions undone, 2 revisions applied. Current: 33cc (head)\n");
		assertThat(run("--migrate=redo", "--migrate.output=json").json()).containsOnlyKeys("undone", "applied");
	}

	@Test
	void fillsADatabaseThatIsReset() {
		String[] settings = { "--spring.liquibase.change-log=classpath:/command/seeded.yaml",
				"--spring.liquibase.contexts=prod", "--soundshare.migrations.seed=demo",
				"--spring.datasource.url=" + this.database.url() };
		CommandRun.of(SmallApplication.class, with(settings, "--migrate=upgrade"));
		assertThat(songs()).isZero();
		CommandRun reset = CommandRun.of(SmallApplication.class, with(settings, "--migrate=reset", "--migrate.yes"));
		assertThat(reset.out()).contains("2 revisions applied after dropping everything");
		assertThat(songs()).isOne();
	}

	private static String[] with(String[] settings, String... arguments) {
		return Stream.concat(Stream.of(arguments), Stream.of(settings)).toArray(String[]::new);
	}

	private Integer songs() {
		return this.database.jdbc().queryForObject("select count(*) from songs", Integer.class);
	}

	@Test
	void saysWhereWhatIsNoDatabaseWent() throws IOException {
		run("--migrate=upgrade", "--migrate=backup");
		Files.writeString(this.directory.resolve("app.db"), "no database at all");
		CommandRun restored = run("--migrate=restore", "--migrate.yes");
		assertThat(restored.out()).contains("What was there is no whole database, and is now ", "app.db.damaged-",
				"Current: 33cc (head)");
	}

	@Test
	void writesAgesSizesAndTimesForPeople() {
		Instant now = Instant.now();
		assertThat(Stream.of(Duration.ofDays(3), Duration.ofHours(2), Duration.ofMinutes(5), Duration.ofSeconds(7))
			.map((age) -> BackupCommands.age(new Backup("b.db", null, now.minus(age), 1, true))))
			.containsExactly("3 d", "2 h", "5 min", "7 s");
		assertThat(Stream.of(999L, 1_500L, 2_000_000L, 3_100_000_000L).map(BackupCommands::size))
			.containsExactly("999 B", "1.5 kB", "2.0 MB", "3.1 GB");
		assertThat(RehearsalCommand.text(
				new RehearsalReport(List.of(), List.of(new Finding(Finding.Kind.NO_SPACE, null, "2 bytes are needed")),
						Duration.ofSeconds(12), Duration.ZERO, Duration.ofSeconds(90), 0)))
			.startsWith("error    2 bytes are needed\n\nRehearsed on a copy in 90 s (12 s to copy");
	}

}
