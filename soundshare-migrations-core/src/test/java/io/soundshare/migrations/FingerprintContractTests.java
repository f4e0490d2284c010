package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.fingerprint.FastPath.Decision;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.fingerprint.ResourceProbe;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion;
import io.soundshare.migrations.engine.friend.Fingerprints;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Result;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A fingerprint fits as long as nothing has changed that decides what there is to do.
 */
abstract class FingerprintContractTests extends DatabaseContract {

	@Test
	void fitsAfterAnUpgradeAndAfterOneThatHadNothingToDo() throws Exception {
		assertThat(decide().isNothingToDo()).isFalse();
		fingerprinted(TestChangelog.table("one"), TestChangelog.table("two"));
		assertThat(decide().isNothingToDo()).isTrue();
		Result again = migrations().upgrade();
		assertThat(again.isEmpty()).isTrue();
		assertThat(decide().isNothingToDo()).isTrue();
	}

	@Test
	void isKeptWhereSomebodyElseHasApplied() throws Exception {
		migrations(TestChangelog.table("one")).upgrade();
		assertThat(decide().isNothingToDo()).isFalse();
		fingerprinted(TestChangelog.table("one"));
		assertThat(decide().isNothingToDo()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE DATABASECHANGELOG SET MD5SUM = NULL WHERE ID = 'one'",
			"UPDATE DATABASECHANGELOG SET MD5SUM = '9:0' WHERE ID = 'one'",
			"UPDATE DATABASECHANGELOG SET EXECTYPE = 'SKIPPED' WHERE ID = 'one'",
			"UPDATE DATABASECHANGELOG SET ID = 'One' WHERE ID = 'one'",
			"UPDATE DATABASECHANGELOG SET ORDEREXECUTED = 7 WHERE ID = 'one'",
			"DELETE FROM DATABASECHANGELOG WHERE ID = 'one'", "DELETE FROM DATABASECHANGELOG",
			"UPDATE DATABASECHANGELOG_JOURNAL SET OUTCOME = 'STARTED' WHERE CHANGESET_ID = 'two'",
			"DELETE FROM DATABASECHANGELOG_JOURNAL_STATE" })
	void doesNotFitAnotherHistory(String sql) throws Exception {
		fingerprinted(TestChangelog.table("one"), TestChangelog.table("two"));
		this.database.run(sql);
		assertThat(decide().isNothingToDo()).isFalse();
	}

	@Test
	void doesNotFitOtherSettingsOrResources() throws Exception {
		fingerprinted(TestChangelog.table("one"));
		assertThat(Fingerprints.decide(this.dataSource, source(Map.of("contexts", "other")), true).reason())
			.isEqualTo("a setting, a parameter or a version is another one");
		this.changelog.sql(ROOT, TestChangelog.table("one"), TestChangelog.table("two"));
		assertThat(decide().reason()).isEqualTo("the changelog is another one");
	}

	@Test
	void isNotKeptWhereSomethingIsLeftToDo() throws Exception {
		this.changelog.sql(ROOT, TestChangelog.table("one"), TestChangelog.table("two"));
		upgrade(MigrationsInternals.of(migrations()).fingerprinted(source(Map.of())), "+1");
		assertThat(decide().isNothingToDo()).isFalse();
	}

	@Test
	void survivesADowngradeAndAReset() throws Exception {
		Migrations migrations = fingerprinted(TestChangelog.table("one"), TestChangelog.table("two"));
		downgrade(migrations, "-1");
		assertThat(decide().reason()).isEqualTo("the history is another one");
		migrations.reset((progress) -> {
		});
		assertThat(migrations.upgrade().isEmpty()).isTrue();
		assertThat(decide().isNothingToDo()).isTrue();
	}

	@Test
	void tellsTheStatusWithoutTheChangelog() throws Exception {
		Migrations migrations = fingerprinted("""
				--changeset ann:first labels:a,b context:"test or prod"
				--comment: what "we" sing
				CREATE TABLE songs (id INT NOT NULL PRIMARY KEY, title VARCHAR(20), length INT);
				INSERT INTO songs VALUES (1, 'a', 2);
				--rollback DROP TABLE songs;
				""", """
				--changeset bob:never
				--preconditions onFail:MARK_RAN
				--precondition-sql-check expectedResult:1 SELECT 0
				CREATE TABLE never (id INT);
				""", """
				--changeset bob:drop
				ALTER TABLE songs DROP COLUMN length;
				""", """
				--changeset bob:tag
				CREATE TABLE tagged (id INT);
				""");
		this.database.run("UPDATE DATABASECHANGELOG SET TAG = 'v1' WHERE ID = 'tag'");
		migrations.upgrade();
		MigrationStatus read = migrations().status();
		assertThat(read.history()).hasSize(4);
		assertThat(unreadable().status()).isEqualTo(read);
		assertThat(unreadable().upgrade().isEmpty()).isTrue();
		assertThat(migrations.status()).isEqualTo(read);
		assertThat(migrations.status()).isEqualTo(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE FROM DATABASECHANGELOG WHERE ID = 'two'",
			"UPDATE DATABASECHANGELOG SET TAG = 'v1' WHERE ID = 'one'",
			"UPDATE DATABASECHANGELOG_JOURNAL SET OS_USER = 'ann'",
			"UPDATE DATABASECHANGELOG_JOURNAL SET HOST = 'there'", "DELETE FROM DATABASECHANGELOG_JOURNAL",
			"UPDATE DATABASECHANGELOG_JOURNAL SET DETAILS = 'x'",
			"UPDATE DATABASECHANGELOG_JOURNAL_STATE SET REVISIONS = NULL",
			"UPDATE DATABASECHANGELOG_JOURNAL_STATE SET REVISIONS = 'AAAA'",
			"DROP TABLE DATABASECHANGELOG_JOURNAL_STATE" })
	void readsTheChangelogWhereTheDatabaseSaysOther(String sql) throws Exception {
		Migrations migrations = fingerprinted(TestChangelog.table("one"), TestChangelog.table("two"));
		migrations.status();
		this.database.run(sql);
		assertThat(migrations.status()).isEqualTo(migrations().status());
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> unreadable().status());
	}

	@Test
	void replacesTableOfAnotherVersion() throws Exception {
		fingerprinted(TestChangelog.table("one"));
		this.database.run("ALTER TABLE DATABASECHANGELOG_JOURNAL_STATE DROP COLUMN REVISIONS");
		this.database.run("UPDATE DATABASECHANGELOG_JOURNAL_STATE SET SETTINGS = 'x'");
		fingerprinted(TestChangelog.table("one"));
		assertThat(decide().isNothingToDo()).isTrue();
		assertThat(unreadable().status().history()).hasSize(1);
	}

	/** The same where nothing of the changelog can be read. */
	private Migrations unreadable() throws IOException {
		return MigrationsInternals
			.of(MigrationsInternals.of(migrations()).reading(ROOT, new DirectoryResourceAccessor(this.folder.toFile())))
			.fingerprinted(source(Map.of()));
	}

	private Migrations fingerprinted(String... changeSets) {
		Migrations migrations = MigrationsInternals.of(migrations(changeSets)).fingerprinted(source(Map.of()));
		migrations.upgrade();
		return migrations;
	}

	private Decision decide() throws Exception {
		return Fingerprints.decide(this.dataSource, source(Map.of()), true);
	}

	private FingerprintSource source(Map<String, String> settings) {
		return new FingerprintSource(settings, null, "DATABASECHANGELOG_JOURNAL", getClass().getClassLoader(),
				this::find);
	}

	/** What {@link TestChangelog} has, which has no folders to look through. */
	private List<ResourceProbe.Found> find(ResourceQuestion question) throws IOException {
		Path file = this.folder.resolve("changelog").resolve(question.path());
		return Files.isRegularFile(file)
				? List.of(new ResourceProbe.Found(file.toUri().toString(), content(Files.readAllBytes(file))))
				: List.of();
	}

	private static String content(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
