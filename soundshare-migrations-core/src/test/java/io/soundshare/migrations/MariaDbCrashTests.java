package io.soundshare.migrations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.model.InterruptedRevisionException;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A change of the schema commits by itself. So whoever dies in the middle of a change set
 * leaves a part of it: the next start says so, runs nothing, and goes on when somebody
 * has looked after it. Whoever dies anywhere else is completed as on other databases.
 */
@Tag("server")
class MariaDbCrashTests {

	private static final String CHANGELOG = "changelog.sql";

	/** As the manual wants them: all of it may run twice. */
	private static final String[] CHANGE_SETS = { """
			--changeset anna:one
			CREATE TABLE IF NOT EXISTS one (id INT PRIMARY KEY, title VARCHAR(100));
			REPLACE INTO one VALUES (1, 'Blue');
			--rollback DROP TABLE IF EXISTS one;
			""", """
			--changeset ben:two
			CREATE TABLE IF NOT EXISTS two (id INT PRIMARY KEY);
			CREATE INDEX IF NOT EXISTS title ON one (title);
			--rollback DROP INDEX IF EXISTS title ON one;
			--rollback DROP TABLE IF EXISTS two;
			""" };

	@TempDir
	Path folder;

	private final MariaDbTestDatabase database = new MariaDbTestDatabase();

	private TestChangelog changelog;

	private List<String> upgraded;

	@BeforeEach
	void upgrade() {
		this.changelog = new TestChangelog(this.folder).sql(CHANGELOG, CHANGE_SETS);
		prepare(Operation.UPGRADE);
		run(Operation.UPGRADE, migrations());
		this.upgraded = this.database.schema();
	}

	@Test
	void explainsAnUpgradeThatDiedInAChangeSetAndCompletesOneThatDiedBetween() {
		assertThat(dieAtEachCall(Operation.UPGRADE)).containsExactly(null, "one", null, "two", null);
	}

	@Test
	void explainsADowngradeThatDiedInAChangeSetAndCompletesOneThatDiedBetween() {
		assertThat(dieAtEachCall(Operation.DOWNGRADE)).containsExactly(null, "two", null, "one", null);
	}

	/** Return which revisions had to be looked after, from call to call. */
	private List<@Nullable String> dieAtEachCall(Operation operation) {
		List<@Nullable String> interrupted = new ArrayList<>();
		int calls = Integer.MAX_VALUE;
		for (int n = 1; n <= calls; n++) {
			prepare(operation);
			calls = die(operation, n);
			String revision = complete(operation, "died at call " + n);
			if (interrupted.isEmpty() || !Objects.equals(interrupted.get(interrupted.size() - 1), revision)) {
				interrupted.add(revision);
			}
		}
		System.out.println(getClass().getSimpleName() + ": died at each of " + calls + " calls of " + operation);
		return interrupted;
	}

	private void prepare(Operation operation) {
		new MariaDbTestDatabase("mysql").run("DROP DATABASE " + this.database.name(),
				"CREATE DATABASE " + this.database.name());
		if (operation == Operation.DOWNGRADE) {
			run(Operation.UPGRADE, migrations());
		}
	}

	/** Return how many calls there were; more than there can be if it died. */
	private int die(Operation operation, int n) {
		CrashingDataSource dataSource = new CrashingDataSource(this.database.dataSource(), n,
				(connection) -> connection.abort(Runnable::run));
		try {
			run(operation, this.changelog.migrations(dataSource, CHANGELOG).build());
			return dataSource.names().size();
		}
		catch (CrashingDataSource.Dead ex) {
			return Integer.MAX_VALUE;
		}
	}

	/** The revision that had to be looked after. */
	private @Nullable String complete(Operation operation, String what) {
		Migrations next = migrations();
		String interrupted = null;
		List<String> left = this.database.schema();
		try {
			run(operation, next);
		}
		catch (InterruptedRevisionException ex) {
			assertThat(ex).as(what).hasMessageContaining("Migrations.forgetInterrupted()");
			assertThat(this.database.schema()).as(what).isEqualTo(left);
			assertThat(next.forgetInterrupted()).as(what).hasSize(1);
			interrupted = ex.entry().revision();
			run(operation, next);
		}
		boolean up = operation == Operation.UPGRADE;
		assertThat(this.database.schema()).as(what).isEqualTo(up ? this.upgraded : List.of());
		assertThat(this.database.applied()).as(what).isEqualTo(up ? List.of("one", "two") : List.of());
		assertThat(next.lock()).as(what).isEqualTo(LockStatus.FREE);
		assertThat(next.journal()).as(what).allMatch((entry) -> entry.outcome() != Outcome.STARTED);
		return interrupted;
	}

	private static void run(Operation operation, Migrations migrations) {
		if (operation == Operation.UPGRADE) {
			migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
		}
		else {
			migrations.downgrade(Target.BASE, ProgressListener.SILENT);
		}
	}

	/** The server may need a moment to notice that somebody is dead. */
	private Migrations migrations() {
		return this.changelog.migrations(this.database, CHANGELOG).lockWait(Duration.ofMinutes(1)).build();
	}

}
