package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Script;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class ScriptContractTests extends DatabaseContract {

	/**
	 * Change sets with what is hard to print: bodies with semicolons, comments, quotes.
	 */
	abstract String[] awkward();

	@Test
	void upgradesByHand() {
		Migrations migrations = migrations(awkward());
		Script script = migrations.script(Operation.UPGRADE, Target.HEAD);
		assertThat(script.plan().steps()).hasSize(3);
		assertThat(this.database.schema()).isEmpty();
		byHandEquals(script, migrations, () -> upgrade(migrations(), "head"));
	}

	@Test
	void upgradesTheRestByHand() {
		Migrations migrations = migrations(awkward());
		upgrade(migrations, "+1");
		Script script = migrations.script(Operation.UPGRADE, Target.parse("+2"));
		byHandEquals(script, migrations, () -> {
			upgrade(migrations(), "+1");
			upgrade(migrations(), "head");
		});
	}

	@Test
	void downgradesByHand() {
		Migrations migrations = migrations(awkward());
		upgrade(migrations, "head");
		Script script = migrations.script(Operation.DOWNGRADE, Target.parse("-2"));
		assertThat(this.database.applied()).hasSize(3);
		byHandEquals(script, migrations, () -> {
			upgrade(migrations(), "head");
			downgrade(migrations(), "-2");
		});
	}

	@Test
	void stampsByHand() {
		Migrations migrations = migrations(awkward());
		byHandEquals(migrations.script(Operation.STAMP, Target.HEAD), migrations, () -> stamp(migrations(), "head"));
		this.changelog.sql(ROOT, awkward());
		Script down = migrations.script(Operation.STAMP, Target.parse("-1"));
		byHandEquals(down, migrations, () -> {
			stamp(migrations(), "head");
			stamp(migrations(), "-1");
		});
	}

	@Test
	void resetsByHand() {
		Migrations migrations = migrations(awkward());
		upgrade(migrations, "+2");
		this.database.run("CREATE TABLE stray (id INT)");
		List<String> history = this.database.history();
		Script script = migrations.script(Operation.RESET, Target.HEAD);
		assertThat(this.database.history()).isEqualTo(history);
		byHandEquals(script, migrations, () -> migrations().reset(ProgressListener.SILENT));
	}

	@Test
	void resetsEmptyDatabaseByHand() {
		Migrations migrations = migrations(awkward());
		byHandEquals(migrations.script(Operation.RESET, Target.HEAD), migrations,
				() -> migrations().reset(ProgressListener.SILENT));
	}

	@Test
	void isEmptyWhenThereIsNothingToDo() {
		Migrations migrations = fiveTables();
		assertThat(migrations.script(Operation.DOWNGRADE, Target.BASE).sql()).isEmpty();
		upgrade(migrations, "head");
		assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).sql()).isEmpty();
		assertThat(migrations.script(Operation.STAMP, Target.HEAD).sql()).isEmpty();
	}

	@Test
	void refusesWhatTheOperationWouldRefuse() {
		Migrations migrations = unrecorded(TestChangelog.table("one"),
				"--changeset anna:two\nINSERT INTO t_one VALUES (1);\n");
		upgrade(migrations, "head");
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> migrations.script(Operation.DOWNGRADE, Target.BASE));
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> migrations.script(Operation.UPGRADE, Target.parse("+1")));
	}

	@Test
	void takesNoLock() {
		Migrations migrations = fiveTables();
		upgrade(migrations, "one");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = "
				+ (this.database.dbms().equals("sqlite") ? "1" : "true") + ", LOCKEDBY = 'deadhost' WHERE ID = 1");
		assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).sql()).contains("CREATE TABLE t_five")
			.doesNotContainIgnoringCase("changeloglock");
	}

	@Test
	void skipsWhatAPreconditionSkipsThatIsTestedForSqlOutput() {
		Migrations migrations = migrations(TestChangelog.table("one"), """
				--changeset anna:two
				--preconditions onFail:MARK_RAN onSqlOutput:TEST
				--precondition-sql-check expectedResult:1 SELECT 0
				CREATE TABLE t_two (id INT);
				""");
		byHandEquals(migrations.script(Operation.UPGRADE, Target.HEAD), migrations,
				() -> upgrade(migrations(), "head"));
	}

	private void byHandEquals(Script script, Migrations migrations, Runnable operation) {
		byHand(script.sql());
		List<String> schema = this.database.schema();
		List<String> history = this.database.history();
		MigrationStatus status = migrations.status();
		assertThat(status.unknown()).isEmpty();
		assertThat(status.changed()).isEmpty();
		use(this.database.another());
		operation.run();
		assertThat(schema).isEqualTo(this.database.schema());
		assertThat(history).isEqualTo(this.database.history());
	}

	/**
	 * Both drivers take a whole script and find the ends of its statements themselves.
	 */
	private void byHand(String script) {
		try (Connection connection = this.database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.executeUpdate(script);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(script, ex);
		}
	}

}
