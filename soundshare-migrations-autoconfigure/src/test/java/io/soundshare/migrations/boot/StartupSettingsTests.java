package io.soundshare.migrations.boot;

import java.nio.file.Path;

import io.soundshare.migrations.model.ChangedRevisionException;
import io.soundshare.migrations.model.DatabaseAheadException;
import io.soundshare.migrations.model.PendingRevisionException;
import io.soundshare.migrations.model.SchemaState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StartupSettingsTests {

	private static final String OLDER = TestContexts.changelog("older.yaml");

	private static final String VALIDATE = "soundshare.migrations.startup=validate";

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	@Test
	void noneTouchesNothing() {
		TestContexts.runner(this.database).withPropertyValues("soundshare.migrations.startup=none").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.tables()).isEmpty();
			assertThat(context.getBean(MigratorRegistry.class).get("liquibase").status().state())
				.isEqualTo(SchemaState.PENDING);
		});
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void noneDoesNotEvenConnect() {
		TestContexts.runner(new TestDatabase("jdbc:sqlite:/nowhere/at/all.db"))
			.withPropertyValues("soundshare.migrations.startup=none")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void validateFailsOnPendingAndChangesNothing() {
		TestContexts.runner(this.database)
			.withPropertyValues(VALIDATE)
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(PendingRevisionException.class));
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void validateFailsOnChanged() {
		TestContexts.start(this.database);
		TestContexts.runner(this.database)
			.withPropertyValues(VALIDATE, TestContexts.changelog("edited.yaml"))
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(ChangedRevisionException.class));
	}

	@Test
	void validatePassesWhenUpToDate() {
		TestContexts.start(this.database);
		TestContexts.start(this.database, VALIDATE);
	}

	@Test
	void whatWouldBeSkippedAgainKeepsNobodyFromStarting(CapturedOutput output) {
		String outcomes = TestContexts.changelog("outcomes.yaml");
		TestContexts.start(this.database, outcomes);
		assertThat(output).contains("Revision 22bb was skipped and stays pending: the precondition tableExists")
			.contains("Revision 33cc was only marked as run: the precondition not (tableExists")
			.contains("Revision 44dd was skipped and stays pending: it failed, and failOnError is false")
			.contains("Revision 55ee was applied all the same: the precondition tableExists");
		TestContexts.start(this.database, outcomes, VALIDATE);
		assertThat(output).contains("Revision 22bb stays pending, and an upgrade would skip it");
		this.database.run("CREATE TABLE artists (id INT)");
		TestContexts.runner(this.database)
			.withPropertyValues(VALIDATE, outcomes)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("22bb")
				.hasMessageNotContainingAny("44dd"));
	}

	@Test
	void ambiguousTagKeepsTheApplicationFromStarting() {
		TestContexts.runner(this.database)
			.withPropertyValues(TestContexts.changelog("tags.yaml"), "spring.liquibase.tag=v1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("The tag 'v1' is on 2 revisions"));
	}

	@Test
	void aheadWarnsByDefault(CapturedOutput output) {
		TestContexts.start(this.database);
		TestContexts.start(this.database, OLDER);
		assertThat(output).contains("ahead of this build").contains("add-artists");
		TestContexts.start(this.database, OLDER, VALIDATE);
	}

	@Test
	void aheadMayFail() {
		TestContexts.start(this.database);
		for (String startup : new String[] { VALIDATE, "soundshare.migrations.startup=upgrade" }) {
			TestContexts.runner(this.database)
				.withPropertyValues(OLDER, startup, "soundshare.migrations.ahead=fail")
				.run((context) -> assertThat(context).getFailure()
					.hasRootCauseInstanceOf(DatabaseAheadException.class));
		}
	}

	@Test
	void divergedAppliesNothingWhenAheadFails() {
		TestContexts.start(this.database);
		TestContexts.runner(this.database)
			.withPropertyValues(TestContexts.changelog("branch.yaml"), "soundshare.migrations.ahead=fail")
			.run((context) -> assertThat(context).hasFailed());
		assertThat(this.database.tables()).doesNotContain("song");
	}

	@Test
	void aheadMayBeIgnored(CapturedOutput output) {
		TestContexts.start(this.database);
		TestContexts.start(this.database, OLDER, "soundshare.migrations.ahead=ignore");
		assertThat(output).doesNotContain("ahead of this build");
	}

}
