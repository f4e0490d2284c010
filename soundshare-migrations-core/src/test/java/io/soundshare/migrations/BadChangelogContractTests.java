package io.soundshare.migrations;

import java.util.List;

import io.soundshare.migrations.model.ChangedRevisionException;
import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.SchemaState;
import liquibase.database.Database;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.precondition.CustomPrecondition;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class BadChangelogContractTests extends DatabaseContract {

	@Test
	void refusesMissingChangelog() {
		refuses("db/missing.yaml").withMessageContaining("missing.yaml").withMessageContaining("missing");
	}

	@Test
	void refusesMissingInclude() {
		this.changelog.file("db/master.yaml", "databaseChangeLog:\n  - include: {file: db/nowhere.yaml}\n");
		refuses("db/master.yaml").withMessageContaining("db/nowhere.yaml");
	}

	@Test
	void refusesBrokenYamlAndNamesFileAndLine() {
		this.changelog.file("db/master.yaml", "databaseChangeLog:\n  - include: {file: db/broken.yaml}\n");
		this.changelog.file("db/broken.yaml", "databaseChangeLog:\n  - changeSet:\n      id: one\n     author: x\n");
		refuses("db/master.yaml").withMessageContaining("db/broken.yaml").withMessageContaining("line 4");
	}

	@Test
	void refusesBrokenXmlAndNamesFileAndLine() {
		this.changelog.file("db/broken.xml",
				"""
						<?xml version="1.0" encoding="UTF-8"?>
						<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
								xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
								xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
							<changeSet id="one" author="anna">
								<createTable tableName="a">
							</changeSet>
						</databaseChangeLog>
						""");
		refuses("db/broken.xml").withMessageContaining("db/broken.xml").withMessageMatching("(?s).*line 7.*");
	}

	@Test
	void refusesBrokenFormattedSqlAndNamesFileAndLine() {
		this.changelog.file("db/broken.sql",
				"--liquibase formatted sql\n\n--changeset anna\nCREATE TABLE a (id INT);\n");
		refuses("db/broken.sql").withMessageContaining("db/broken.sql").withMessageMatching("(?s).*line 3.*");
	}

	@Test
	void refusesBrokenJson() {
		this.changelog.file("db/broken.json", "{\"databaseChangeLog\": [\n{\"changeSet\" {}}\n]}");
		refuses("db/broken.json").withMessageContaining("db/broken.json").withMessageMatching("(?s).*line 2.*");
	}

	@Test
	void refusesUnknownChangeTypeAndNamesIt() {
		this.changelog.file("db/unknown.yaml", """
				databaseChangeLog:
				  - changeSet: {id: one, author: anna, changes: [{createTabel: {tableName: a}}]}
				""");
		refuses("db/unknown.yaml").withMessageContaining("createTabel").withMessageContaining("db/unknown.yaml");
	}

	@Test
	void namesFileLineAndColumnOfACellThatCannotBeRead() {
		String type = this.database.dbms().equals("postgresql") ? "bytea" : "blob";
		this.changelog.file("db/data/photo.csv", "id,note,photo\n1,\"two\nlines\",AQID\n2,x,\n");
		this.changelog.file("db/load.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: one
				      author: anna
				      changes:
				        - sql: {sql: 'CREATE TABLE photo (id INT, note VARCHAR(20), photo %s)'}
				        - loadData:
				            tableName: photo
				            file: db/data/photo.csv
				            columns: [{column: {name: photo, type: blob}}, {column: {name: id, type: numeric}}]
				""".formatted(type));
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> upgrade(this.changelog.migrations(this.database, "db/load.yaml").build(), "head"))
			.withMessageContaining(
					"db/data/photo.csv, line 4, column photo: '' cannot be read; write NULL for no value");
	}

	@Test
	void namesFileLineAndColumnOfWhatTheDatabaseDoesNotTake() {
		doesNotLoad("id,nosuch\n1,2\n", "boolean")
			.withMessageContaining("\n  db/data/photo.csv, line 1, column nosuch: ");
		doesNotLoad("id,flag\n1,TRUE\n1,FALSE\n", "boolean").withMessageContaining("\n  db/data/photo.csv: ");
		if (this.database.dbms().equals("postgresql")) {
			doesNotLoad("id,flag\n1,NULL\n\n2,\n", "blob").withMessageContaining("\n  db/data/photo.csv: ")
				.withMessageContaining("invalid input syntax for type oid");
		}
	}

	private ThrowableAssertAlternative<RevisionFailedException> doesNotLoad(String csv, String type) {
		this.changelog.file("db/data/photo.csv", csv).file("db/load.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: %1$s
				      author: anna
				      changes:
				        - createTable:
				            tableName: photo_%1$s
				            columns:
				              - column: {name: id, type: int, constraints: {primaryKey: true}}
				              - column: {name: flag, type: %1$s}
				  - changeSet:
				      id: two
				      author: anna
				      changes:
				        - loadData: {tableName: photo_%1$s, file: db/data/photo.csv}
				        - insert: {tableName: photo_%1$s, columns: [{column: {name: id, valueNumeric: 99}}]}
				""".formatted(type));
		Migrations migrations = this.changelog.migrations(this.database, "db/load.yaml").build();
		return assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"));
	}

	@Test
	void refusesDuplicateIds() {
		this.changelog.sql(ROOT, TestChangelog.table("one"), TestChangelog.table("one"));
		refuses(ROOT).withMessageContaining(ROOT + "::one::anna");
	}

	@Test
	void refusesIdsThatDifferByCaseOnly() {
		this.changelog.sql(ROOT, TestChangelog.table("one"), TestChangelog.table("ONE").replace("t_ONE", "t_other"));
		refuses(ROOT).withMessageContaining("::ONE::anna").withMessageContaining("::one::anna");
	}

	@Test
	void refusesChangeWithoutWhatItNeeds() {
		this.changelog.file("db/invalid.yaml",
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, changes: [{createTable: {columns: [{column: {name: id, type: int}}]}}]}
						""");
		refuses("db/invalid.yaml").withMessageContaining("tableName").withMessageContaining("one");
	}

	@Test
	void namesThePreconditionThatCannotBeCheckedAndItsSql() {
		Migrations migrations = migrations(TestChangelog.table("one"),
				"--changeset anna:two\n--preconditions onFail:MARK_RAN\n"
						+ "--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM missing\nDELETE FROM t_one;\n");
		failsAt("two", migrations).withMessageContaining("precondition sqlCheck could not be checked")
			.withMessageContaining("SELECT COUNT(*) FROM missing")
			.withMessageContaining(ROOT);
		assertThat(this.database.applied()).containsExactly("one");
	}

	@Test
	void namesThePreconditionThatCannotBeCheckedThoughItHasAMessageOfItsOwn() {
		precondition(
				"[{onErrorMessage: 'Ask Anna'}, {or: [{not: [{sqlCheck: {expectedResult: 0, sql: 'SELECT 1 FORM t'}}]}]}]");
		failsAt("two", builder("db/root.yaml").build()).withMessageContaining("Ask Anna")
			.withMessageContaining("sqlCheck could not be checked")
			.withMessageContaining("SELECT 1 FORM t");
	}

	@Test
	void namesThePreconditionThatThrowsSomethingElse() {
		precondition("[{sqlCheck: {sql: 'SELECT 1'}}]");
		failsAt("two", builder("db/root.yaml").build())
			.withMessageContaining("precondition sqlCheck could not be checked")
			.withMessageContaining("SELECT 1");
		precondition("[{customPrecondition: {className: " + Throwing.class.getName() + "}}]");
		failsAt("two", builder("db/root.yaml").build())
			.withMessageContaining("precondition customPrecondition " + Throwing.class.getName())
			.withMessageContaining("thrown");
		precondition("[{customPrecondition: {className: com.example.Nowhere}}]");
		failsAt("two", builder("db/root.yaml").build())
			.withMessageContaining("precondition customPrecondition com.example.Nowhere");
	}

	@Test
	void namesThePreconditionThatDoesNotHold() {
		precondition("[{tableExists: {tableName: missing}}]");
		failsAt("two", builder("db/root.yaml").build())
			.withMessageContaining("precondition tableExists tableName=missing does not hold");
		precondition("[{not: [{tableExists: {tableName: t_one}}]}]");
		failsAt("two", builder("db/root.yaml").build())
			.withMessageContaining("precondition not (tableExists tableName=t_one) does not hold");
	}

	@Test
	void namesThePreconditionOfTheChangelogItself() {
		root("sqlCheck: {expectedResult: 0, sql: 'SELECT COUNT(*) FROM missing'}");
		refuses("db/root.yaml").withMessageContaining("precondition sqlCheck could not be checked")
			.withMessageContaining("SELECT COUNT(*) FROM missing")
			.withMessageContaining("db/root.yaml");
		root("sqlCheck: {expectedResult: 0, sql: 'SELECT COUNT(*) FROM ${schema}.t'}");
		refuses("db/root.yaml").withMessageContaining("FROM ${schema}.t")
			.withMessageContaining("MigrationsBuilder.parameters(Map.of(\"schema\", …))");
		root("customPrecondition: {className: " + Throwing.class.getName() + "}");
		refuses("db/root.yaml").withMessageContaining("precondition customPrecondition " + Throwing.class.getName());
		root("tableExists: {tableName: missing}");
		refuses("db/root.yaml").withMessageContaining("precondition tableExists tableName=missing does not hold");
		this.changelog.file("db/outer.yaml", "databaseChangeLog:\n  - include: {file: db/root.yaml}\n");
		refuses("db/outer.yaml").withMessageContaining("precondition tableExists tableName=missing does not hold");
	}

	@Test
	void namesThePrefixOfAPathAsTheCause() {
		for (String prefix : List.of("classpath:", "classpath:/", "file:", "classpath*:")) {
			this.changelog.file("db/root.yaml",
					"databaseChangeLog:\n  - include: {file: '" + prefix + "db/one.yaml'}\n");
			this.changelog.file("db/one.yaml", "databaseChangeLog: []\n");
			refuses("db/root.yaml").withMessageContaining("begins with '" + prefix.replace("/", "") + "'");
			this.changelog.file("db/root.yaml", "databaseChangeLog:\n  - includeAll: {path: '" + prefix + "db/'}\n");
			refuses("db/root.yaml").withMessageContaining("begins with '" + prefix.replace("/", "") + "'");
			this.changelog.file("db/root.yaml",
					"databaseChangeLog:\n  - changeSet: {id: one, author: anna, changes: [{sqlFile: {path: '" + prefix
							+ "db/one.sql'}}]}\n");
			refuses("db/root.yaml").withMessageContaining("begins with '" + prefix.replace("/", "") + "'");
		}
	}

	@Test
	void blamesNoPrefixThatTheAccessorKnowsOrThatIsOfAnotherFile() {
		this.changelog.file("db/load.yaml", """
				databaseChangeLog:
				  - changeSet:
				      id: ten
				      author: anna
				      changes: [{loadData: {tableName: t, file: db/missing.csv}}]
				""");
		refuses("db/load.yaml").withMessageContaining("db/missing.csv")
			.satisfies((failure) -> assertThat(failure.getMessage()).containsOnlyOnce("ten  (db/load.yaml)"));
		String root = this.folder.resolve("changelog/db/load.yaml").toUri().toString().replace("///", "/");
		for (String missing : List.of("/nowhere/missing.csv", "file:/nowhere/missing.csv", "classpath:missing.csv")) {
			this.changelog.file("db/load.yaml",
					"databaseChangeLog:\n  - changeSet: {id: ten, author: anna, changes: [{loadData: {tableName: t, file: '"
							+ missing + "'}}]}\n");
			Migrations migrations = builder(root).resources(new SpringResourceAccessor(new DefaultResourceLoader()))
				.build();
			assertThatExceptionOfType(InvalidChangelogException.class).isThrownBy(() -> upgrade(migrations, "head"))
				.withMessageContaining("missing.csv")
				.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("begins with")
					.containsOnlyOnce("ten  ("));
		}
	}

	private void precondition(String preconditions) {
		this.changelog.file("db/root.yaml",
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, changes: [{createTable: {tableName: t_one, columns: [{column: {name: id, type: int}}]}}]}
						  - changeSet: {id: two, author: anna, preConditions: %s, changes: [{empty: {}}]}
						"""
					.formatted(preconditions));
	}

	private void root(String precondition) {
		this.changelog.file("db/root.yaml", """
				databaseChangeLog:
				  - preConditions: [{%s}]
				  - changeSet: {id: one, author: anna, changes: [{empty: {}}]}
				""".formatted(precondition));
	}

	private ThrowableAssertAlternative<RevisionFailedException> failsAt(String revision, Migrations migrations) {
		return assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(migrations, "head"))
			.satisfies((failure) -> assertThat(failure.revision()).hasToString(revision));
	}

	@Test
	void refusesUpgradeWhenAnAppliedRevisionWasEditedAndNamesBothWaysOut() {
		upgrade(fiveTables(), "one");
		List<String> history = this.database.history();
		Migrations edited = migrations(TestChangelog.table("one").replace("INT", "BIGINT"), TestChangelog.table("two"));
		String checksum = edited.status().changed().get(0).checksum();
		assertThatExceptionOfType(ChangedRevisionException.class).isThrownBy(() -> upgrade(edited, "head"))
			.withMessageContaining("one")
			.withMessageContaining(ROOT)
			.withMessageContaining("restore")
			.withMessageContaining("validCheckSum: " + checksum)
			.satisfies((failure) -> assertThat(names(failure.revisions())).containsExactly("one"));
		assertThat(this.database.history()).isEqualTo(history);
	}

	@Test
	void goesOnWhenTheChangedChecksumIsAccepted() {
		upgrade(fiveTables(), "one");
		String checksum = migrations().status().history().get(0).checksum();
		Migrations edited = migrations(TestChangelog.table("one")
			.replace("INT", "BIGINT")
			.replace("--comment", "--validCheckSum: " + checksum + "\n--comment"), TestChangelog.table("two"));
		assertThat(edited.status().state()).isEqualTo(SchemaState.PENDING);
		assertThat(names(upgrade(edited, "head"))).containsExactly("two");
	}

	private ThrowableAssertAlternative<MigrationException> refuses(String root) {
		Migrations migrations = builder(root).build();
		ThrowableAssertAlternative<MigrationException> failure = assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> upgrade(migrations, "head"));
		failure.satisfies((ex) -> {
			assertThat(ex).isInstanceOf(InvalidChangelogException.class);
			assertThat(ex.getMessage()).doesNotContain("liquibase.exception", "Exception:");
		});
		assertThat(this.database.schema()).isEmpty();
		return failure;
	}

	/**
	 * A precondition that cannot answer.
	 */
	public static class Throwing implements CustomPrecondition {

		@Override
		public void check(Database database) {
			throw new IllegalStateException("thrown");
		}

	}

}
