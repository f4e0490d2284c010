package io.soundshare.migrations;

import java.util.Map;

import io.soundshare.migrations.model.InvalidChangelogException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import liquibase.Scope;
import liquibase.parser.ChangeLogParserConfiguration;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Expressions of a changelog that nobody gave a value.
 */
abstract class ParameterContractTests extends DatabaseContract {

	private static final String YAML = "db/root.yaml";

	private static final String CREATE = "{createTable: {tableName: t_two, columns: [{column: {name: id, type: int}}]}}";

	@ParameterizedTest
	@ValueSource(strings = { "changes: [{sql: {sql: 'DELETE FROM ${schema}t'}}]",
			"changes: [{createTable: {tableName: '${schema}t', columns: [{column: {name: id, type: int}}]}}]",
			"changes: [{createTable: {tableName: t, columns: [{column: {name: id, type: '${schema}'}}]}}]",
			"changes: [{addColumn: {tableName: t_one, columns: [{column: {name: n, type: int, defaultValue: '${schema}'}}]}}]",
			"changes: [{insert: {tableName: t_one, columns: [{column: {name: id, value: 'a ${ schema } b'}}]}}]",
			"changes: [{loadData: {tableName: t_one, file: '${schema}.csv'}}]",
			"changes: [{loadData: {tableName: t_one, file: t.csv, columns: [{column: {name: '${schema}'}}]}}]",
			"changes: [{sqlFile: {path: db/script.sql}}]",
			"changes: [{sqlFile: {path: script.sql, relativeToChangelogFile: true}}]",
			"changes: [{createView: {viewName: v, path: db/script.sql}}]",
			"changes: [{createView: {viewName: v, selectQuery: 'SELECT * FROM ${schema}'}}]",
			"changes: [{customChange: {class: A, params: [{param: {name: p, value: '${schema}'}}]}}]",
			"changes: [{empty: {}}], rollback: [{sql: {sql: 'DELETE FROM ${schema}'}}]",
			"changes: [{empty: {}}], rollback: [{sqlFile: {path: db/script.sql}}]",
			"changes: [{empty: {}}], modifySql: [{append: {value: '${schema}'}}]",
			"preConditions: [{sqlCheck: {expectedResult: 0, sql: 'SELECT COUNT(*) FROM ${schema}'}}], changes: [{empty: {}}]",
			"preConditions: [{onFail: MARK_RAN}, {not: [{tableExists: {tableName: '${schema}'}}]}], changes: [{empty: {}}]" })
	void refusesUndefinedParameterBeforeAnythingRuns(String content) {
		this.changelog.file("t.csv", "id\n1\n");
		this.changelog.file("db/script.sql", "SELECT * FROM ${schema}\n");
		this.changelog.file(YAML,
				"""
						databaseChangeLog:
						  - changeSet: {id: one, author: anna, changes: [{createTable: {tableName: t_one, columns: [{column: {name: id, type: int}}]}}]}
						  - changeSet: {id: two, author: anna, %s}
						"""
					.formatted(content));
		refuses(YAML).withMessageContaining("${schema}")
			.withMessageContaining("two  (db/root.yaml)")
			.withMessageContaining("MigrationsBuilder.parameters(Map.of(\"schema\", …))")
			.withMessageContaining("supportPropertyEscaping");
	}

	@Test
	void refusesUndefinedParameterOfFormattedSql() {
		this.changelog.sql(ROOT, TestChangelog.table("one"),
				"--changeset anna:two\nINSERT INTO t_one VALUES (${number});\n--rollback DELETE FROM ${table};\n");
		refuses(ROOT).withMessageContaining("${number} in two")
			.withMessageContaining(
					"MigrationsBuilder.parameters(Map.of(\"number\", …)), MigrationsBuilder.parameters(Map.of(\"table\", …)), or")
			.withMessageContaining("write ${:number}, ${:table} and")
			.withMessageContaining("${table} in two  (" + ROOT + ")");
		assertThatExceptionOfType(InvalidChangelogException.class)
			.isThrownBy(() -> migrations().script(Operation.UPGRADE, Target.HEAD))
			.withMessageContaining("${number}");
		assertThatExceptionOfType(InvalidChangelogException.class)
			.isThrownBy(() -> migrations().reset(ProgressListener.SILENT))
			.withMessageContaining("${number}");
		assertThat(names(upgrade(builder(ROOT).parameters(Map.of("number", "1", "table", "t_one")).build(), "head")))
			.containsExactly("one", "two");
	}

	@Test
	void namesUndefinedParameterOfAPath() {
		this.changelog.file(YAML, "databaseChangeLog:\n  - include: {file: 'db/${folder}/one.yaml'}\n");
		refuses(YAML).withMessageContaining("${folder}").withMessageContaining("parameters(Map.of(\"folder\", …))");
		this.changelog.file(YAML, "databaseChangeLog:\n  - includeAll: {path: 'db/${folder}'}\n");
		refuses(YAML).withMessageContaining("${folder}").withMessageContaining("parameters(Map.of(\"folder\", …))");
	}

	@Test
	void readsAndStartsWithUndefinedParametersWhereNothingMeetsThem() {
		this.changelog.sql(ROOT, TestChangelog.table("one"),
				"--changeset anna:two\nINSERT INTO t_one VALUES (${number});\n--rollback empty\n");
		assertThat(migrations().status().pending()).hasSize(2);
		assertThat(names(upgrade(migrations(), "one"))).containsExactly("one");
		upgrade(builder(ROOT).parameters(Map.of("number", "1")).build(), "head");
		this.changelog.sql(ROOT, TestChangelog.table("one"),
				"--changeset anna:two\n--validCheckSum: ANY\nINSERT INTO t_one VALUES (${number});\n--rollback empty\n",
				TestChangelog.table("three"));
		assertThat(names(upgrade(migrations(), "head"))).containsExactly("three");
		assertThat(upgrade(migrations(), "head").isEmpty()).isTrue();
		assertThat(names(downgrade(migrations(), "one"))).containsExactly("three", "two");
	}

	@Test
	void leavesAloneWhatItsPreconditionKeepsFromRunning() {
		this.changelog.file(YAML, """
				databaseChangeLog:
				  - property: {name: elsewhere, value: t, dbms: oracle}
				  - changeSet:
				      id: one
				      author: anna
				      preConditions: [{onFail: MARK_RAN}, {dbms: {type: oracle}}]
				      changes: [{sql: {sql: "DELETE FROM ${elsewhere}"}}]
				  - changeSet:
				      id: two
				      author: anna
				      preConditions: [{onFail: CONTINUE}, {changeLogPropertyDefined: {property: elsewhere}}]
				      changes: [{sql: {sql: "DELETE FROM ${elsewhere}"}}]
				  - changeSet:
				      id: three
				      author: anna
				      changes: [{sql: {dbms: oracle, sql: "DELETE FROM ${elsewhere}"}}, %s]
				""".formatted(CREATE));
		assertThat(names(upgrade(builder(YAML).build(), "head"))).containsExactly("one", "three");
	}

	@Test
	void keepsADollarThatIsMeant() {
		Migrations migrations = migrations("--changeset anna:one\nCREATE TABLE t_one (id VARCHAR(100));\n"
				+ "-- a comment with ${name}\nINSERT INTO t_one VALUES ('$1 $$ $name {name} 5$ ${');\n"
				+ "/* and ${another} */ INSERT INTO t_one VALUES ('${user.name()}');\n--rollback DROP TABLE t_one;\n");
		upgrade(migrations, "head");
		assertThat(this.database.rows("SELECT id FROM t_one ORDER BY id"))
			.containsExactlyInAnyOrder("$1 $$ $name {name} 5$ ${", "${user.name()}");
	}

	@Test
	void keepsWhatIsEscapedWhereLiquibaseIsToldThatItMayBe() throws Exception {
		Migrations migrations = migrations(
				"--changeset anna:one\nCREATE TABLE t_one (id VARCHAR(100));\n"
						+ "INSERT INTO t_one VALUES ('${:name}');\n--rollback DROP TABLE t_one;\n",
				"--changeset anna:two\nINSERT INTO t_one VALUES ('${other}');\n");
		Scope.child(ChangeLogParserConfiguration.SUPPORT_PROPERTY_ESCAPING.getKey(), true, () -> {
			assertThat(names(upgrade(migrations, "one"))).containsExactly("one");
			assertThatExceptionOfType(InvalidChangelogException.class).isThrownBy(() -> upgrade(migrations, "head"))
				.withMessageContaining("${other} in two");
		});
		assertThat(this.database.rows("SELECT id FROM t_one")).containsExactly("${name}");
	}

	@Test
	void keepsEverythingWhereLiquibaseIsToldTo() throws Exception {
		Migrations migrations = migrations("--changeset anna:one\nCREATE TABLE t_one (id VARCHAR(100));\n"
				+ "INSERT INTO t_one VALUES ('Dear ${name}');\n--rollback DROP TABLE t_one;\n");
		Scope.child(ChangeLogParserConfiguration.MISSING_PROPERTY_MODE.getKey(), "PRESERVE",
				() -> upgrade(migrations, "head"));
		assertThat(this.database.rows("SELECT id FROM t_one")).containsExactly("Dear ${name}");
	}

	private ThrowableAssertAlternative<InvalidChangelogException> refuses(String root) {
		Migrations migrations = builder(root).build();
		ThrowableAssertAlternative<InvalidChangelogException> failure = assertThatExceptionOfType(
				InvalidChangelogException.class)
			.isThrownBy(() -> upgrade(migrations, "head"));
		assertThat(this.database.schema()).isEmpty();
		return failure;
	}

}
