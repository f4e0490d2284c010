package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class ResetContractTests extends DatabaseContract {

	/** Everything this database can hold, as a change set. */
	abstract String everything();

	@Test
	void dropsEverythingAndUpgradesToHead() {
		Migrations migrations = migrations(everything());
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		this.database.run("INSERT INTO artists (id, name) VALUES (99, 'by hand')", "CREATE TABLE stray (id INT)",
				"CREATE VIEW " + this.database.quoted("Stray View") + " AS SELECT id FROM stray");
		assertThat(names(migrations.reset(ProgressListener.SILENT))).containsExactly("everything");
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.rows("SELECT name FROM artists")).containsExactly("Björk");
		assertThat(this.database.applied()).containsExactly("everything");
		assertThat(migrations.lock()).isEqualTo(LockStatus.FREE);
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void startsFromEmptyDatabaseToo() {
		assertThat(names(fiveTables().reset(ProgressListener.SILENT))).hasSize(5);
		assertThat(this.database.applied()).hasSize(5);
	}

	@Test
	void emptiesTheSchemaOnlyWhenAskedToDrop() {
		Migrations migrations = migrations(everything());
		upgrade(migrations, "head");
		MigrationsInternals.of(migrations).drop();
		assertThat(this.database.schema()).isEmpty();
		assertThat(migrations.status().state()).isEqualTo(SchemaState.PENDING);
		assertThat(names(upgrade(migrations, "head"))).containsExactly("everything");
	}

	@Test
	void saysThatItIsForbiddenInTheWordsItWasGiven() {
		Migrations guarded = builder(ROOT).destructive(DestructiveMode.REFUSE)
			.vocabulary((remedy) -> "<" + remedy.kind() + " " + remedy.argument() + ">")
			.build();
		assertThatExceptionOfType(DestructionRefusedException.class)
			.isThrownBy(() -> guarded.reset(ProgressListener.SILENT))
			.withMessageContainingAll("<DESTRUCTIVE refuse>", "<DESTRUCTIVE allow>");
	}

	@Test
	void dropsNothingWhereThatIsForbidden() {
		upgrade(fiveTables(), "head");
		List<String> schema = this.database.schema();
		Migrations guarded = builder(ROOT).destructive(DestructiveMode.REFUSE).build();
		assertThatExceptionOfType(DestructionRefusedException.class)
			.isThrownBy(() -> guarded.reset(ProgressListener.SILENT))
			.withMessageContainingAll("reset", "DestructiveMode.REFUSE", "Nothing was done");
		assertThatExceptionOfType(DestructionRefusedException.class)
			.isThrownBy(() -> MigrationsInternals.of(guarded).drop());
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(guarded.script(Operation.RESET, Target.HEAD).sql()).contains("DROP TABLE");
		assertThat(names(downgrade(guarded, "base"))).hasSize(5);
	}

	@Test
	void dropsNothingWhenTheChangelogIsBroken() {
		upgrade(fiveTables(), "head");
		List<String> schema = this.database.schema();
		Migrations broken = migrations(TestChangelog.table("one"), TestChangelog.table("one"));
		assertThatExceptionOfType(InvalidChangelogException.class)
			.isThrownBy(() -> broken.reset(ProgressListener.SILENT));
		assertThat(this.database.schema()).isEqualTo(schema);
		assertThat(this.database.applied()).hasSize(5);
	}

	@Test
	void isAWayOutOfChangedAndUnknownRevisions() {
		upgrade(fiveTables(), "head");
		Migrations other = migrations(TestChangelog.table("one").replace("INT", "BIGINT"), TestChangelog.table("six"));
		assertThat(other.status().state()).isEqualTo(SchemaState.DIVERGED);
		assertThat(names(other.reset(ProgressListener.SILENT))).containsExactly("one", "six");
		assertThat(other.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
	}

	@Test
	void waitsForTheLockBeforeItDropsAnything() throws SQLException {
		Migrations migrations = fiveTables();
		upgrade(migrations, "head");
		List<String> schema = this.database.schema();
		this.database.run("UPDATE databasechangeloglock SET LOCKED = "
				+ (this.database.dbms().equals("sqlite") ? "1" : "true") + ", LOCKEDBY = 'deadhost' WHERE ID = 1");
		try (Connection holder = this.database.dataSource().getConnection()) {
			assertThat(holder.isClosed()).isFalse();
			LockContractTests.withoutWaiting(() -> assertThatExceptionOfType(LockNotAcquiredException.class)
				.isThrownBy(() -> migrations.reset(ProgressListener.SILENT)));
		}
		assertThat(this.database.schema()).isEqualTo(schema);
	}

	@Test
	void tellsWhichRevisionFailedAfterTheDrop() {
		upgrade(fiveTables(), "head");
		Migrations broken = migrations(TestChangelog.table("one"),
				"--changeset anna:two\nINSERT INTO missing VALUES (1);\n");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> broken.reset(ProgressListener.SILENT))
			.withMessageContaining("reset failed at revision two");
		assertThat(this.database.applied()).containsExactly("one");
		assertThat(broken.lock().held()).isFalse();
	}

}
