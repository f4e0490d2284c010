package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands, as a person or a script at a terminal meets them.
 */
@Tag("slow")
class CommandModeTests {

	private static final String[] REVISION = { "id", "author", "path", "description", "comment", "tag", "labels",
			"contexts", "checksum", "state", "order", "appliedAt", "durationMillis", "deployment", "appliedBy",
			"reversible", "undo", "current", "head", "execution" };

	@TempDir
	Path directory;

	private TestDatabase database;

	@BeforeEach
	void setUp() {
		this.database = new TestDatabase("jdbc:sqlite:" + this.directory.resolve("app.db"));
	}

	@Test
	void helpStartsNothing() {
		CommandRun run = CommandRun.of(SmallApplication.class, "--migrate=help",
				"--spring.config.location=file:nowhere");
		assertThat(run).isEqualTo(new CommandRun(0, Golden.text("help.txt") + "\n", ""));
	}

	@Test
	void lockWritesWhatIsReleasedAndTouchesNoDatabase() throws Exception {
		CommandRun run = run("--migrate=lock", "--migrate.directory=" + this.directory);
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("3 revisions are released now");
		assertThat(this.directory).isDirectoryNotContaining((file) -> file.endsWith("app.db"));
		assertThat(Files.readAllLines(this.directory.resolve("migrations.lock"))).hasSize(4)
			.element(1)
			.asString()
			.matches("9:[0-9a-f]{32} .+::.+::.+");
		assertThat(json("lock", "--migrate.directory=" + this.directory)).containsEntry("revisions", 3);
	}

	@Test
	void helpAmongOtherCommandsIsPrintedInItsPlace() {
		CommandRun run = run("--migrate=current", "--migrate=help");
		assertThat(run).isEqualTo(new CommandRun(0, "(base)\n" + Golden.text("help.txt") + "\n", ""));
	}

	@Test
	void helpOfOneCommandAndCompletionStartNothing() {
		CommandRun help = CommandRun.of(SmallApplication.class, "--migrate=help:downgrade", "--migrate=completion:bash",
				"--spring.config.location=file:nowhere");
		assertThat(help.code()).isZero();
		assertThat(help.err()).isEmpty();
		assertThat(help.out()).startsWith(Golden.text("help-downgrade.txt") + "\n# Completes")
			.doesNotContain("@COMMANDS@", "@OPTIONS@");
		assertFails(run("--migrate=help:downgrad"), 2, "error: There is no command 'downgrad'.",
				"Did you mean --migrate=help:downgrade?");
		assertFails(run("--migrate=completion:tcsh"), 2, "error: There is no completion for 'tcsh'.",
				"bash, zsh, fish");
	}

	@Test
	void planTellsWhatAnUpgradeWouldDoAndWhatUndoesIt() {
		assertThat(run("--migrate=plan:+1")).isEqualTo(new CommandRun(0, """
				To apply, in this order
				  11aa  Create songs  undone by its rollback
				""", ""));
		Map<String, Object> plan = json("plan");
		assertThat(plan).containsOnlyKeys("operation", "steps").containsEntry("operation", "upgrade");
		assertThat((List<?>) plan.get("steps")).hasSize(3)
			.allSatisfy((step) -> assertThat(map(step)).containsOnlyKeys("action", "revision")
				.containsEntry("action", "APPLY"));
		assertThat(this.database.tables()).isEmpty();
		run("--migrate=upgrade");
		assertThat(run("--migrate=plan").out()).isEqualTo("Nothing to do\n");
		assertThat(run("--migrate=plan:nope").code()).isEqualTo(2);
	}

	@Test
	void completionAsksForRevisions() {
		run("--migrate=upgrade:22");
		assertThat(run("--migrate=completion:revisions").out()).isEqualTo("22bb\n11aa\n33cc\n");
		assertThat(run("--migrate=watch").out()).isEqualTo("Nobody migrates. Current: 22bb\n");
	}

	@Test
	void readingCommandsLeaveAnEmptyDatabaseEmpty() {
		assertThat(run("--migrate=current", "--migrate=history", "--migrate=status", "--migrate=show:11",
				"--migrate=unlock")
			.code()).isZero();
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void readingCommandsMakeNoDatabase() {
		CommandRun status = run("--migrate=status");
		assertThat(status.code()).isZero();
		assertThat(status.out()).contains("app.db, which does not exist yet; upgrade creates it", "PENDING");
		assertThat(map(json("status").get("database"))).containsEntry("note", "does not exist yet; upgrade creates it");
		assertThat(run("--migrate=current", "--migrate=history", "--migrate=history", "--migrate=show:11",
				"--migrate=unlock", "--migrate=upgrade", "--migrate.sql")
			.code()).isZero();
		assertThat(run("--migrate=status", "--migrate.strict").code()).isEqualTo(3);
		assertThat(run("--migrate=unlock", "--migrate.yes").code()).isZero();
		assertThat(run("--migrate=reset").code()).isEqualTo(2);
		assertThat(run("--migrate=downgrade:-1").code()).isEqualTo(2);
		assertThat(this.directory).isEmptyDirectory();
		assertThat(run("--migrate=upgrade").code()).isZero();
		assertThat(json("status").get("database").toString()).doesNotContain("note");
	}

	@Test
	void statusTellsWhoKeepsItFromBeingRead() throws Exception {
		run("--migrate=upgrade:+1");
		Path lock = this.directory.resolve("app.db.migration-lock");
		Files.writeString(lock, "web-1 pid 4711 at 2 of 3, 22bb\n3f2a91c0\n");
		Process holder = holdFromOutside(lock);
		try (Connection writer = DriverManager.getConnection(this.database.url());
				Statement statement = writer.createStatement()) {
			statement.execute("BEGIN EXCLUSIVE");
			String[] impatient = { "--spring.datasource.hikari.data-source-properties.busy_timeout=100",
					"--soundshare.migrations.lock-wait=0s" };
			CommandRun status = run(with("--migrate=status", impatient));
			assertThat(status.code()).isZero();
			assertThat(status.err()).isEmpty();
			assertThat(status.out()).contains("not known", "cannot be read just now",
					"held by web-1 pid 4711 at 2 of 3, 22bb");
			CommandRun unlock = run(with("--migrate=unlock", impatient));
			assertThat(unlock.err()).isEmpty();
			assertThat(unlock.out()).startsWith("The migration lock is held by web-1 pid 4711 at 2 of 3, 22bb.");
			for (String command : List.of("current", "history", "show:11", "upgrade", "downgrade:base", "stamp:head",
					"reset")) {
				String[] options = command.equals("reset") ? with("--migrate.yes", impatient) : impatient;
				assertFails(run(with("--migrate=" + command, options)), 4, "held by web-1 pid 4711 at 2 of 3, 22bb");
			}
			assertThat(map(run(with("--migrate=status", with("--migrate.output=json", impatient))).json().get("lock")))
				.containsEntry("held", true)
				.containsEntry("by", "web-1 pid 4711 at 2 of 3, 22bb");
			statement.execute("ROLLBACK");
		}
		finally {
			holder.destroyForcibly().waitFor();
		}
	}

	@Test
	void upgradePrintsALineForEachRevision() {
		assertSucceeds(run("--migrate=upgrade"), "upgrade.txt");
		assertThat(this.database.ids()).containsExactly("11aa", "22bb", "33cc");
		assertThat(run("--migrate=upgrade")).isEqualTo(new CommandRun(0, "Nothing to do. Current: 33cc (head)\n", ""));
	}

	@Test
	void upgradeSaysOnALineOfItsOwnWhatWasNotSimplyApplied() {
		CommandRun run = run("outcomes.yaml", new String[] { "--migrate=upgrade" });
		assertThat(run.code()).isZero();
		assertThat(run.stableOut().replaceAll("\\[SQLITE_ERROR][^\n]*", "no such table"))
			.isEqualTo(Golden.text("outcomes.txt") + "\n");
		run = run("outcomes.yaml", new String[] { "--migrate=upgrade" });
		assertThat(run.out()).contains("0 revisions applied, 2 skipped and still pending.");
		run = run("outcomes.yaml",
				new String[] { "--migrate=current", "--migrate=history", "--migrate=status", "--migrate=show:33" });
		assertThat(run.out()).startsWith("55ee (head)\n")
			.containsPattern("33cc +marked ")
			.containsPattern("22bb +skipped ")
			.containsPattern("Applied +3 \\(1 only marked as run\\)")
			.containsPattern("Pending +2 \\(2 skipped by the last upgrade\\)")
			.containsPattern("State +marked\n");
		assertThat(run("outcomes.yaml", new String[] { "--migrate=status", "--migrate.strict" }).code()).isZero();
		assertThat(run("outcomes.yaml", new String[] { "--migrate=history", "--migrate.journal" }).out())
			.containsPattern("33cc +marked .*does not hold")
			.containsPattern("22bb +skipped .*does not hold");
		assertFails(run("outcomes.yaml", new String[] { "--migrate=downgrade:tag:v3" }), 2, "never set", "33cc");
		assertThat(run("outcomes.yaml", new String[] { "--migrate=downgrade:11aa" }).stableOut())
			.contains("unmark 2/2  33cc")
			.endsWith("Current: 11aa\n");
	}

	@Test
	void upgradeDocumentsWhatWasNotSimplyApplied() {
		Map<String, Object> done = run("outcomes.yaml", new String[] { "--migrate=upgrade", "--migrate.output=json" })
			.json();
		assertThat(steps(done)).containsExactly("APPLY 11aa", "MARK 33cc", "APPLY 55ee");
		for (Map.Entry<String, String> expected : Map.of("skipped", "22bb", "marked", "33cc", "warnings", "55ee")
			.entrySet()) {
			Map<String, Object> first = map(((List<?>) done.get(expected.getKey())).get(0));
			assertThat(first).containsOnlyKeys("revision", "reason");
			assertThat(revision(first.get("revision"))).containsEntry("id", expected.getValue());
			assertThat((String) first.get("reason")).contains("does not hold");
		}
		assertThat((List<?>) done.get("skipped")).hasSize(2);
		Map<String, Object> status = run("outcomes.yaml", new String[] { "--migrate=status", "--migrate.output=json" })
			.json();
		assertThat((List<?>) status.get("history")).extracting((revision) -> revision(revision).get("execution"))
			.containsExactly("EXECUTED", "MARK_RAN", "EXECUTED");
	}

	@Test
	void commandsRunInOrder() {
		assertSucceeds(run("--migrate=upgrade:tag:v1", "--migrate=current", "--migrate=downgrade:-1",
				"--migrate=current", "--migrate=upgrade", "--migrate=downgrade:base", "--migrate=current"),
				"several.txt");
		assertThat(this.database.ids()).isEmpty();
	}

	@Test
	void commandsStopAtTheFirstFailure() {
		CommandRun run = run("--migrate=upgrade:+1", "--migrate=upgrade:+7", "--migrate=upgrade");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.stableOut())
			.isEqualTo("up 1/1  11aa  Create songs  (7 ms)\n1 revision applied. Current: 11aa\n");
		assertThat(run.err()).isEqualTo("error: '+7' goes too far: there are 2 revisions pending. Nothing was run.\n"
				+ "The furthest is +2.\nerror code: SM601\n");
		assertThat(this.database.ids()).containsExactly("11aa");
	}

	@Test
	void currentHistoryStatusAndShow() {
		run("--migrate=upgrade:22");
		assertThat(run("--migrate=current")).isEqualTo(new CommandRun(0, "22bb\n", ""));
		CommandRun run = run("--migrate=history", "--migrate=status", "--migrate=show:22", "--migrate=show:33");
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(narrow(run.stableOut())).isEqualTo(narrow(Golden.text("reading.txt")) + "\n");
	}

	@Test
	void statusIsADocument() {
		run("--migrate=upgrade:22");
		CommandRun run = run("--migrate=status", "--migrate.output=json");
		assertThat(run.code()).isZero();
		assertThat(run.err()).isEmpty();
		Map<String, Object> status = run.json();
		assertThat(status).containsOnlyKeys("state", "current", "head", "pending", "history", "unknown", "changed",
				"lock", "database", "kept", "backup");
		assertThat(status.get("state")).isEqualTo("PENDING");
		assertThat(revision(status.get("current"))).containsEntry("id", "22bb").containsEntry("current", true);
		assertThat(revision(status.get("head"))).containsEntry("id", "33cc")
			.containsEntry("state", "PENDING")
			.containsEntry("appliedAt", null)
			.containsEntry("order", null)
			.containsEntry("durationMillis", null)
			.containsEntry("deployment", null)
			.containsEntry("appliedBy", null)
			.containsEntry("tag", null);
		assertThat(revisions(status.get("pending"))).containsExactly("33cc");
		assertThat(revisions(status.get("history"))).containsExactly("22bb", "11aa");
		assertThat(revisions(status.get("unknown"))).isEmpty();
		assertThat(revisions(status.get("changed"))).isEmpty();
		assertThat(map(status.get("lock"))).containsExactly(Map.entry("held", false), entry("by", null),
				entry("since", null));
		assertThat(map(status.get("database"))).containsEntry("product", "SQLite")
			.containsEntry("url", this.database.url())
			.containsKey("version");
		assertThat((String) revision(status.get("current")).get("appliedAt"))
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
	}

	@Test
	void statusOfAnEmptyDatabaseHasNulls() {
		Map<String, Object> status = run("--migrate=status", "--migrate.output=json").json();
		assertThat(status).containsEntry("current", null).containsEntry("state", "PENDING");
		assertThat(run("--migrate=current", "--migrate.output=json").out()).isEqualTo("{\"current\":null}\n");
	}

	@Test
	void everyOtherCommandIsADocumentToo() {
		Map<String, Object> script = json("upgrade:22", "--migrate.sql");
		assertThat(script).containsOnlyKeys("operation", "steps", "sql").containsEntry("operation", "upgrade");
		assertThat((String) script.get("sql")).contains("INSERT INTO songs VALUES (1, 'Über Nacht');");
		assertThat(steps(json("upgrade:22"))).containsExactly("APPLY 11aa", "APPLY 22bb");
		assertThat(steps(json("upgrade:22"))).isEmpty();
		assertThat(revision(json("current").get("current"))).containsEntry("id", "22bb");
		Map<String, Object> history = json("history");
		assertThat(history).containsOnlyKeys("pending", "history");
		assertThat(revisions(history.get("pending"))).containsExactly("33cc");
		assertThat(revisions(history.get("history"))).containsExactly("22bb", "11aa");
		assertThat(json("show:11")).containsKeys(REVISION)
			.containsEntry("upgradeSql",
					List.of("CREATE TABLE songs (id INTEGER PRIMARY KEY, title VARCHAR(100) NOT NULL)"))
			.containsEntry("downgradeSql", List.of("DROP TABLE songs"))
			.containsKey("changes");
		assertThat(steps(json("downgrade:-1"))).containsExactly("REVERT 22bb");
		assertThat(steps(json("stamp:head"))).containsExactly("MARK 22bb", "MARK 33cc");
		assertThat(steps(json("stamp:11"))).containsExactly("UNMARK 33cc", "UNMARK 22bb");
		assertThat(json("reset", "--migrate.yes")).containsEntry("operation", "reset");
		assertThat(json("unlock")).containsEntry("released", false).containsKey("lock");
		Map<String, Object> created = json("create:Add x", "--migrate.empty", "--migrate.directory=" + this.directory);
		assertThat(created).containsOnlyKeys("revision", "path");
		assertThat(Path.of((String) created.get("path"))).content().contains("id: \"" + created.get("revision") + "\"");
	}

	@Test
	void sqlChangesNothing() {
		run("--migrate=upgrade:22");
		List<String> before = this.database.history();
		for (String command : List.of("upgrade", "downgrade:base", "stamp:head", "stamp:base", "reset")) {
			CommandRun run = run("--migrate=" + command, "--migrate.sql");
			assertThat(run.code()).as(command).isZero();
			assertThat(run.err()).as(command).isEmpty();
			assertThat(run.out()).as(command).contains("DATABASECHANGELOG");
		}
		assertThat(this.database.history()).isEqualTo(before);
		assertThat(this.database.tables()).contains("songs").doesNotContain("likes");
		assertThat(run("--migrate=upgrade:22", "--migrate.sql")).isEqualTo(new CommandRun(0, "-- Nothing to do\n", ""));
	}

	@Test
	void sqlOfAnEmptyDatabaseBuildsTheSameWithoutUs() {
		String sql = run("--migrate=upgrade", "--migrate.sql").out();
		assertThat(this.database.tables()).isEmpty();
		Stream.of(sql.split(";\\s*\n"))
			.map((statement) -> statement.replaceAll("(?m)^--.*\n?", "").strip())
			.filter((statement) -> !statement.isEmpty())
			.forEach(this.database::run);
		assertThat(run("--migrate=current").out()).isEqualTo("33cc (head)\n");
		assertThat(this.database.jdbc().queryForObject("select title from songs", String.class))
			.isEqualTo("Über Nacht");
	}

	@Test
	void strictTellsByTheExitCode() {
		assertThat(run("--migrate=status", "--migrate.strict").code()).isEqualTo(3);
		run("--migrate=upgrade");
		assertThat(run("--migrate=status", "--migrate.strict").code()).isZero();
		CommandRun changed = run("changed.yaml", "--migrate=status", "--migrate.strict", "--migrate=upgrade");
		assertThat(changed.code()).isEqualTo(3);
		assertThat(changed.out()).contains("State     CHANGED").contains("Changed since they were applied\n  11aa");
	}

	@Test
	void upgradeRefusesAChangedRevision() {
		run("--migrate=upgrade:22");
		List<String> before = this.database.history();
		assertFails(run("changed.yaml", "--migrate=upgrade"), 1, "error: 1 applied revision has changed since:", "11aa",
				"command/changelog.yaml", "validCheckSum: 9:");
		assertThat(this.database.history()).isEqualTo(before);
	}

	@Test
	void upgradeKeepsWhatWasDoneBeforeAFailure() {
		CommandRun run = run("failing.yaml", "--migrate=upgrade");
		assertFails(run, 1, "error: The upgrade failed at revision 44dd  Half-way  (command/changelog.yaml):",
				"no such table: nowhere", "3 revisions before it are done and stay.");
		assertThat(run.stableOut()).endsWith("up 3/4  33cc  Create likes  (7 ms)\nup 4/4  44dd  Half-way\n");
		assertThat(this.database.ids()).containsExactly("11aa", "22bb", "33cc");
		assertThat(this.database.tables()).doesNotContain("half");
	}

	@Test
	void anEarlierBuildSaysThatTheDatabaseIsAheadAndGoesBack() {
		run("--migrate=upgrade");
		CommandRun run = run("other.yaml", "--migrate=status");
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("State     DIVERGED", "Unknown to this build", "11aa");
		assertThat(run("other.yaml", "--migrate=downgrade:known").out()).contains("33cc  as recorded",
				"22bb  as recorded", "11aa  as recorded", "3 revisions undone. Current: (base)");
		assertThat(this.database.ids()).isEmpty();
	}

	@Test
	void aBrokenChangelogIsNamed() {
		assertFails(run("broken.yaml", "--migrate=status"), 1, "command/broken.yaml", "line");
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void aMissingChangelogIsNamed() {
		assertFails(run("nowhere.yaml", "--migrate=upgrade"), 1, "command/nowhere.yaml");
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void aTargetThatIsNotThereIsUsage() {
		run("--migrate=upgrade");
		assertFails(run("--migrate=downgrade:22bc"), 2, "error: There is no revision '22bc'.", "Did you mean:\n  22bb");
		assertFails(run("--migrate=upgrade:tag:v9"), 2, "error: There is no tag 'v9'.", "The tags are: v1.");
		assertFails(run("--migrate=show:zz"), 2, "error: There is no revision 'zz'.");
	}

	@Test
	void resetWantsToBeConfirmed() {
		run("--migrate=upgrade");
		this.database.run("INSERT INTO likes VALUES (1)");
		assertFails(run("--migrate=reset"), 2,
				"error: reset drops everything in " + this.database.url()
						+ ": 3 applied revision(s) and all data. Nothing was done.",
				"If that is what you want: --migrate=reset --migrate.yes");
		assertThat(this.database.jdbc().queryForObject("select count(*) from likes", Integer.class)).isOne();
		assertThat(run("--migrate=reset", "--migrate.yes").stableOut())
			.containsPattern("\n3 revisions applied after dropping everything. Current: 33cc \\(head\\)\n"
					+ "Before: \\S+_33cc.db \\(\\S+ kB, 33cc\\), which --migrate=restore:\\S+ brings back\n$");
		assertThat(this.database.jdbc().queryForObject("select count(*) from likes", Integer.class)).isZero();
	}

	@Test
	void theJournalSaysWhatWasDoneByWhomAndHowItEnded() {
		run("--migrate=upgrade:+1", "--spring.application.name=songs");
		run("--migrate=downgrade:base");
		CommandRun run = run("--migrate=history", "--migrate.journal");
		assertThat(run.code()).isZero();
		List<String> lines = run.out().lines().toList();
		assertThat(lines).hasSize(3);
		assertThat(lines.get(0)).startsWith("STARTED (UTC)").contains("OPERATION", "REVISION", "OUTCOME", "BY");
		assertThat(lines.get(1)).contains("downgrade", "11aa", "done", System.getProperty("user.name") + "@");
		assertThat(lines.get(2)).contains("upgrade", "11aa", "done", "songs");
		Map<String, Object> document = run("--migrate=history", "--migrate.journal", "--migrate.output=json").json();
		assertThat(document).containsOnlyKeys("journal");
		assertThat((List<?>) document.get("journal")).hasSize(2)
			.first()
			.satisfies((entry) -> assertThat(map(entry)).containsEntry("operation", "downgrade")
				.containsEntry("action", "REVERT")
				.containsEntry("revision", "11aa")
				.containsEntry("outcome", "DONE"));
	}

	@Test
	void aRevisionThatAProcessDiedInIsExplainedAndRunAgainWhenAskedFor() {
		run("--migrate=upgrade:+1");
		this.database
			.run("INSERT INTO DATABASECHANGELOG_JOURNAL (ID, OPERATION, ACTION, CHANGESET_ID, AUTHOR, FILENAME,"
					+ " OS_USER, HOST, STARTED, OUTCOME) VALUES (9, 'upgrade', 'APPLY', '22bb', 'anna',"
					+ " 'command/changelog.yaml', 'anna', 'web-1', '2026-11-22T08:15:00.000Z', 'STARTED')");
		assertFails(run("--migrate=upgrade"), 1, "Revision 22bb", "anna@web-1", "--migrate=stamp:22bb",
				"--migrate=upgrade --migrate.retry");
		assertThat(run("--migrate=upgrade", "--migrate.retry").code()).isZero();
		assertThat(this.database.ids()).containsExactly("11aa", "22bb", "33cc");
	}

	@Test
	void aHeldLockIsShownWaitedForAndReleased() {
		run("--migrate=upgrade:+1");
		this.database.run("UPDATE DATABASECHANGELOGLOCK SET LOCKED = 1, LOCKEDBY = 'build-7 (10.0.0.7)', "
				+ "LOCKGRANTED = 1795334400000");
		assertThat(run("--migrate=unlock").out())
			.isEqualTo("The migration lock is held by build-7 (10.0.0.7) since 2026-11-22 08:00:00 UTC.\n"
					+ "If the holder is gone, release it with --migrate=unlock --migrate.yes\n");
		CommandRun run = run("--migrate=upgrade", "--soundshare.migrations.lock-wait=0s",
				"--soundshare.migrations.stale-lock-after=9999d");
		assertFails(run, 4, "error: The migration lock could not be obtained within 0 s: it is held by "
				+ "build-7 (10.0.0.7) since 2026-11-22T08:00:00Z.", "--migrate=unlock --migrate.yes");
		assertThat(run.out()).isEmpty();
		assertThat(this.database.ids()).containsExactly("11aa");
		assertThat(run("--migrate=unlock", "--migrate.yes").out()).endsWith(" It was released.\n");
		assertThat(run("--migrate=unlock")).isEqualTo(new CommandRun(0, "The migration lock is free.\n", ""));
		assertThat(run("--migrate=upgrade").code()).isZero();
	}

	@Test
	void aTemplateNeedsNoDatabase() {
		CommandRun run = CommandRun.of(SmallApplication.class, "--migrate=create:Add \"plays\"",
				"--spring.datasource.url=jdbc:sqlite:" + this.directory.resolve("no/such/folder/app.db"),
				"--spring.liquibase.change-log=classpath:/command/changelog.yaml",
				"--migrate.directory=" + this.directory.resolve("new/folder"), "--migrate.format=xml",
				"--migrate.empty");
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(run.out()).matches("Created \\S*/new/folder/\\d{14}_[0-9a-f]{12}_add_plays.xml\n"
				+ "It is an empty template: fill in the changes and the rollback.\n");
		assertThat(this.directory.resolve("no")).doesNotExist();
	}

	@Test
	void wrongUsageStartsNothing() {
		CommandRun run = CommandRun.of(SmallApplication.class, "--migrate=upgarde",
				"--spring.config.location=file:nowhere");
		assertThat(run).isEqualTo(new CommandRun(2, "",
				"error: There is no command 'upgarde'.\nDid you mean --migrate=upgrade? See --migrate=help.\nerror code: SM602\n"));
	}

	@Test
	void onlyArgumentsAreCommands() throws Exception {
		System.setProperty("migrate", "reset");
		try {
			CommandRun run = CommandRun.of(SmallApplication.class,
					"--spring.config.location=" + properties("migrate=reset", "migrate.yes=true",
							"spring.main.web-application-type=none", "spring.datasource.url=" + this.database.url(),
							"spring.liquibase.change-log=classpath:/command/changelog.yaml"));
			assertThat(run.code()).isEqualTo(-1);
			assertThat(run.out()).contains(" :: Spring Boot :: ");
		}
		finally {
			System.clearProperty("migrate");
		}
		assertThat(this.database.ids()).hasSize(3);
	}

	@Test
	void stdoutHasTheResultAloneEvenWithDebug() throws Exception {
		CommandRun run = CommandRun.of(TalkativeApplication.class, "--migrate=current",
				"--spring.config.location=" + properties("debug=true", "spring.main.banner-mode=console",
						"spring.main.log-startup-info=true", "spring.jpa.show-sql=true",
						"spring.datasource.url=" + this.database.url(),
						"spring.liquibase.change-log=classpath:/command/changelog.yaml"));
		assertThat(run.code()).isZero();
		assertThat(run.out()).isEqualTo("(base)\n");
		assertThat(run.err()).contains("printed while a class was loaded", "printed by a bean method");
	}

	@Test
	void anAnswerThatCannotBeWrittenIsAFailureAndWhatWasDoneIsNot() {
		String url = "--spring.datasource.url=" + this.database.url();
		String changelog = "--spring.liquibase.change-log=classpath:/command/changelog.yaml";
		for (String command : List.of("status", "upgrade")) {
			CommandRun run = CommandRun.withoutStdout(SmallApplication.class, "--migrate=" + command,
					"--migrate." + ("upgrade".equals(command) ? "sql" : "output=json"), url, changelog);
			assertFails(run, 1, "error: The result could not be written to stdout.");
		}
		assertThat(this.database.tables()).isEmpty();
		assertThat(CommandRun.withoutStdout(SmallApplication.class, "--migrate=upgrade", url, changelog))
			.isEqualTo(new CommandRun(0, "", ""));
		assertThat(this.database.ids()).hasSize(3);
	}

	@Test
	void stdoutIsAsItWasAfterwards() {
		assertThat(System.out).isNotSameAs(System.err);
		run("--migrate=current");
		assertThat(System.out).isNotSameAs(System.err);
	}

	@Test
	void verboseLogsAndShowsStackTraces() {
		assertThat(run("--migrate=show:zz").err()).doesNotContain("\tat ");
		CommandRun run = run("--migrate=show:zz", "--migrate.verbose");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).contains("error: There is no revision 'zz'.",
				"\n\tat io.soundshare.migrations.Migrations.show");
	}

	/** Another process that has what a migration locks; not there without Python. */
	private static Process holdFromOutside(Path lock) throws Exception {
		Process holder;
		try {
			holder = new ProcessBuilder("python3", "-c", """
					import fcntl, sys, time
					f = open(sys.argv[1], 'r+')
					fcntl.lockf(f, fcntl.LOCK_EX, 2, 1 << 30)
					print('locked', flush=True)
					time.sleep(300)
					""", lock.toString()).start();
		}
		catch (IOException ex) {
			return Assumptions.abort("Not installed here: python3");
		}
		assertThat(holder.getInputStream().read()).isEqualTo('l');
		return holder;
	}

	private static String[] with(String first, String... others) {
		return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
	}

	private CommandRun run(String... args) {
		return args[0].startsWith("--") ? run("changelog.yaml", args)
				: run(args[0], Arrays.copyOfRange(args, 1, args.length));
	}

	private CommandRun run(String changelog, String[] args) {
		return CommandRun.of(SmallApplication.class,
				Stream
					.concat(Stream.of(args),
							Stream.of("--spring.datasource.url=" + this.database.url(),
									"--spring.liquibase.change-log=classpath:/command/" + changelog))
					.toArray(String[]::new));
	}

	private Map<String, Object> json(String command, String... options) {
		CommandRun run = run(
				Stream.concat(Stream.of("--migrate=" + command, "--migrate.output=json"), Stream.of(options))
					.toArray(String[]::new));
		assertThat(run.err()).as(command).isEmpty();
		assertThat(run.code()).as(command).isZero();
		return run.json();
	}

	private String properties(String... lines) throws Exception {
		Path file = this.directory.resolve("application.properties");
		Files.write(file, List.of(lines), StandardCharsets.ISO_8859_1);
		return "file:" + file;
	}

	private static void assertSucceeds(CommandRun run, String golden) {
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(run.stableOut()).isEqualTo(Golden.text(golden) + "\n");
	}

	/** How long something took makes a column wider or narrower. */
	private static String narrow(String table) {
		return table.replaceAll("\\d+ ms", "7 ms").replaceAll(" {2,}", "  ");
	}

	static void assertFails(CommandRun run, int code, String... texts) {
		assertThat(run.err()).startsWith("error: ").contains(texts).doesNotContain("\tat ", "Exception");
		assertThat(run.code()).isEqualTo(code);
	}

	private static Map.Entry<String, Object> entry(String key, Object value) {
		return new AbstractMap.SimpleEntry<>(key, value);
	}

	private static Map<String, Object> revision(Object document) {
		assertThat(map(document)).containsOnlyKeys(REVISION);
		return map(document);
	}

	private static List<Object> revisions(Object documents) {
		return ((List<?>) documents).stream().map((document) -> revision(document).get("id")).toList();
	}

	private static List<String> steps(Map<String, Object> plan) {
		assertThat(plan).containsOnlyKeys("operation", "steps", "skipped", "marked", "warnings", "durationMillis",
				"backup");
		return ((List<?>) plan.get("steps")).stream()
			.map((step) -> map(step).get("action") + " " + revision(map(step).get("revision")).get("id"))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object document) {
		return (Map<String, Object>) document;
	}

}
