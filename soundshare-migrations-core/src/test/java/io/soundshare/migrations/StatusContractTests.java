package io.soundshare.migrations;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;

import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

abstract class StatusContractTests extends DatabaseContract {

	@Test
	void showsEverythingPendingInEmptyDatabaseAndCreatesNothing() {
		MigrationStatus status = fiveTables().status();
		assertThat(status.state()).isEqualTo(SchemaState.PENDING);
		assertThat(status.current()).isNull();
		assertThat(status.head()).hasToString("five");
		assertThat(names(status.pending())).containsExactly("one", "two", "three", "four", "five");
		assertThat(status.history()).isEmpty();
		assertThat(status.lock()).isEqualTo(LockStatus.FREE);
		assertThat(this.database.schema()).isEmpty();
		assertThat(this.database.rows(tables())).isEmpty();
	}

	@Test
	void createsNothingWhenItReadsIncludedFiles() {
		fiveTables();
		this.changelog.file("db/master.yaml",
				"databaseChangeLog:\n  - include: {file: db/changelog.sql}\n  - includeAll: {path: db/more, errorIfMissingOrEmpty: false}\n");
		Migrations migrations = builder("db/master.yaml").build();
		assertThat(migrations.status().pending()).hasSize(5);
		assertThat(migrations.show("one").revision().isApplied()).isFalse();
		assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).plan().steps()).hasSize(5);
		assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).sql()).containsIgnoringCase("databasechangelog");
		assertThat(this.database.rows(tables())).isEmpty();
		upgrade(migrations, "head");
		assertThat(this.database.applied()).hasSize(5);
	}

	@Test
	void isUpToDateWhenChangelogIsEmpty() {
		MigrationStatus status = migrations().status();
		assertThat(status.state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(status.head()).isNull();
		assertThat(status.current()).isNull();
	}

	@Test
	void readsWhileAnotherProcessHoldsTheMigrationLock() {
		upgrade(fiveTables(), "head");
		this.database.run("UPDATE databasechangeloglock SET LOCKED = " + (isSqlite() ? "1" : "true")
				+ ", LOCKEDBY = 'otherhost (10.0.0.9)' WHERE ID = 1");
		MigrationStatus status = migrations().status();
		assertThat(status.state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(status.lock().held()).isTrue();
		assertThat(status.lock().by()).isEqualTo("otherhost (10.0.0.9)");
	}

	@Test
	void describesAppliedRevisions() {
		upgrade(fiveTables(), "two");
		MigrationStatus status = migrations().status();
		assertThat(names(status.history())).containsExactly("two", "one");
		Revision current = status.history().get(0);
		assertThat(current.current()).isTrue();
		assertThat(current.head()).isFalse();
		assertThat(current.state()).isEqualTo(RevisionState.APPLIED);
		assertThat(current.order()).isEqualTo(2);
		assertThat(current.author()).isEqualTo("anna");
		assertThat(current.path()).isEqualTo(ROOT);
		assertThat(current.comment()).isEqualTo("Table two");
		assertThat(current.checksum()).startsWith("9:");
		assertThat(current.deployment()).hasSize(10);
		assertThat(current.reversible()).isTrue();
		assertThat(status.current()).isEqualTo(current);
		assertThat(names(status.pending())).containsExactly("three", "four", "five");
	}

	@Test
	void tellsWhenRevisionsWereAppliedInUtcWhateverTheZoneOfTheJvm() {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
		try {
			upgrade(fiveTables(), "one");
			Instant appliedAt = migrations().status().history().get(0).appliedAt();
			assertThat(appliedAt).isCloseTo(Instant.now(), within(Duration.ofSeconds(30)));
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	void isAheadWhenTheDatabaseKnowsMore() {
		upgrade(fiveTables(), "head");
		Migrations older = migrations(TestChangelog.table("one"), TestChangelog.table("two"));
		MigrationStatus status = older.status();
		assertThat(status.state()).isEqualTo(SchemaState.AHEAD);
		assertThat(names(status.unknown())).containsExactly("three", "four", "five");
		assertThat(status.unknown()).allMatch((revision) -> revision.state() == RevisionState.UNKNOWN);
		assertThat(status.current()).hasToString("five");
		assertThat(status.head()).hasToString("two");
	}

	@Test
	void isDivergedWhenAheadAndPendingAtOnce() {
		upgrade(fiveTables(), "two");
		MigrationStatus status = migrations(TestChangelog.table("one"), TestChangelog.table("three")).status();
		assertThat(status.state()).isEqualTo(SchemaState.DIVERGED);
		assertThat(names(status.unknown())).containsExactly("two");
		assertThat(names(status.pending())).containsExactly("three");
	}

	@Test
	void isChangedWhenAnAppliedRevisionWasEdited() {
		upgrade(fiveTables(), "two");
		MigrationStatus status = migrations(TestChangelog.table("one"),
				TestChangelog.table("two").replace("INT", "BIGINT"))
			.status();
		assertThat(status.state()).isEqualTo(SchemaState.CHANGED);
		assertThat(names(status.changed())).containsExactly("two");
	}

	@Test
	void showsOneRevisionWithItsSql() {
		upgrade(fiveTables(), "one");
		RevisionDetail detail = migrations().show("on");
		assertThat(detail.revision().name()).isEqualTo("one");
		assertThat(detail.upgradeSql()).containsExactly("CREATE TABLE t_one (id INT PRIMARY KEY)");
		assertThat(detail.downgradeSql()).containsExactly("DROP TABLE t_one");
	}

	@Test
	void showsRevisionOnlyTheDatabaseKnows() {
		upgrade(fiveTables(), "head");
		RevisionDetail detail = migrations(TestChangelog.table("one")).show("five");
		assertThat(detail.revision().state()).isEqualTo(RevisionState.UNKNOWN);
		assertThat(detail.upgradeSql()).isNull();
		// It is recorded where a change set and its record are one transaction.
		if (this.database.hasTransactionalDdl()) {
			assertThat(detail.downgradeSql()).singleElement().asString().startsWith("DROP TABLE ").contains("t_five");
		}
		else {
			assertThat(detail.downgradeSql()).isNull();
		}
	}

	@Test
	void namesTheDatabaseWithoutCredentials() {
		DatabaseInfo info = migrations().status().database();
		assertThat(info.product()).isEqualToIgnoringCase(this.database.dbms());
		assertThat(info.version()).isNotEmpty();
		assertThat(info.url()).startsWith("jdbc:").doesNotContain("user=", "password");
	}

	private boolean isSqlite() {
		return this.database.dbms().equals("sqlite");
	}

	private String tables() {
		return switch (this.database.dbms()) {
			case "sqlite" -> "SELECT name FROM sqlite_master";
			case "postgresql" -> "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
			default -> "SELECT table_name FROM information_schema.tables WHERE table_schema = database()";
		};
	}

}
