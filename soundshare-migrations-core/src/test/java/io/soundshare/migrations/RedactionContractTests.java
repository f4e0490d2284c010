package io.soundshare.migrations;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import liquibase.Scope;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Texts that must not be shown: they are in no error, log, journal and SQL, and are in
 * the database.
 */
abstract class RedactionContractTests extends DatabaseContract {

	private static final String HOSTILE = "x\u001b[2J\n2026-11-30 ERROR forged\u202e";

	private final List<String> log = new ArrayList<>();

	@Override
	MigrationsBuilder builder(String root) {
		return super.builder(root).scope(Scope.Attr.logService.name(), new Capture(this.log::add));
	}

	@AfterEach
	void forget() {
		System.clearProperty("redaction.from.system");
	}

	@Test
	void parametersAreNamedWhereSqlIsShownOrStored() {
		System.setProperty("redaction.from.system", "sys7em");
		this.changelog.file("db/values.properties", "from.file=fi1e-value\n");
		this.changelog.file("db/script.sql", "UPDATE users SET a = '${from.settings}' WHERE b = '${from.file}';");
		this.changelog.file("db/changelog.yaml",
				"""
						databaseChangeLog:
						  - property: {name: from.changelog, value: chang3log}
						  - property: {file: db/values.properties}
						  - property: {name: table.prefix, value: x_}
						  - property: {name: length, value: 40}
						  - property: {name: pin, value: 7}
						  - property: {name: quoted.secret, value: "it's me"}
						  - changeSet:
						      id: one
						      author: anna
						      changes:
						        - createTable: {tableName: users, columns: [{column: {name: a, type: 'varchar(${length})'}}, {column: {name: b, type: varchar(40)}}]}
						        - insert: {tableName: users, columns: [{column: {name: a, value: '${from.changelog}'}}, {column: {name: b, value: '${quoted.secret}'}}]}
						        - sql: "CREATE TABLE ${table.prefix}log (a varchar(40), n int); INSERT INTO ${table.prefix}log VALUES ('${from.settings}', ${pin}); INSERT INTO x_log VALUES ('${from.system}', 7)"
						        - sqlFile: {path: db/script.sql}
						      rollback: "DELETE FROM users WHERE a = '${db.password}'; DROP TABLE users"
						"""
					.replace("${from.system}", "${redaction.from.system}"));
		Migrations migrations = builder("db/changelog.yaml")
			.parameters(Map.of("from.settings", "s3ttings", "db.password", "hunter2"))
			.build();
		for (int i = 0; i < 2; i++) {
			RevisionDetail detail = migrations.show("one");
			String up = String.join("\n", detail.upgradeSql());
			assertThat(up)
				.contains("'${from.changelog}'", "'${quoted.secret}'", "('${from.settings}', ${pin})",
						"'${redaction.from.system}'", "a = '${from.settings}' WHERE b = '${from.file}'",
						"CREATE TABLE ${table.prefix}log", "varchar(${length})")
				.doesNotContain("chang3log", "s3ttings", "sys7em", "fi1e", "it's", "it''s");
			assertThat(String.join("\n", detail.downgradeSql())).contains("'${db.password}'").doesNotContain("hunter2");
			upgrade(migrations, "head");
		}
		assertThat(this.database.rows("SELECT a, b FROM users")).containsExactly("chang3log|it's me");
		assertThat(this.database.rows("SELECT a, n FROM x_log ORDER BY a")).containsExactly("s3ttings|7", "sys7em|7");
		assertThat(migrations.script(Operation.DOWNGRADE, Target.BASE).sql()).contains("a = 'hunter2'");
		assertThat(String.join("\n", this.log)).doesNotContain("s3ttings", "hunter2", "sys7em");
	}

	@Test
	void aFailureTellsTheSqlAsItIsWritten() {
		Migrations migrations = builder(ROOT)
			.parameters(Map.of("reporting.password", "hunter2", "tenant", "acme-corp", "n", "9"))
			.build();
		this.changelog.sql(ROOT, """
				--changeset anna:bad
				INSERT INTO missing VALUES ('${reporting.password}', '${tenant}', ${n}, 'n');
				""");
		RevisionFailedException failure = catchThrowableOfType(RevisionFailedException.class,
				() -> upgrade(migrations, "head"));
		assertThat(failure.problem()).contains("('${reporting.password}', '${tenant}', ${n}, 'n')");
		assertThat(trace(failure)).doesNotContain("hunter2");
		assertThat(migrations.journal().get(0).message()).contains("'${reporting.password}', '${tenant}', ${n}");
		assertThat(this.database.rows("SELECT message FROM databasechangelog_journal")).hasSize(1)
			.noneMatch((message) -> message.contains("hunter2") || message.contains("acme"));
		assertThat(String.join("\n", this.log)).doesNotContain("hunter2", "acme-corp")
			.contains("${reporting.password}");
	}

	@Test
	void whatIsToleratedTellsNoMore() {
		Migrations migrations = builder(ROOT).parameters(Map.of("reporting.password", "hunter2")).build();
		this.changelog.sql(ROOT, """
				--changeset anna:tolerated failOnError:false
				INSERT INTO missing VALUES ('${reporting.password}');
				""");
		List<String> reasons = new ArrayList<>();
		migrations.upgrade(Target.HEAD, (progress) -> {
			if (progress.kind() == Progress.Kind.SKIPPED) {
				reasons.add(progress.reason());
			}
		});
		assertThat(reasons).hasSize(1).allMatch((reason) -> !reason.contains("hunter2"));
		assertThat(trace(new Exception(migrations.journal().toString()))).doesNotContain("hunter2");
		assertThat(String.join("\n", this.log)).doesNotContain("hunter2");
	}

	@Test
	void oldRowsOfTheJournalAreReadWithoutThem() {
		Migrations migrations = builder(ROOT).parameters(Map.of("reporting.password", "hunter2"))
			.secrets(List.of("s3cret-of-mine"))
			.build();
		this.changelog.sql(ROOT, "--changeset anna:one\nCREATE TABLE t (id INT);\n");
		upgrade(migrations, "head");
		this.database.run("UPDATE databasechangelog_journal SET outcome = 'FAILED', message = "
				+ "'VALUES (''hunter2'', ''s3cret-of-mine'') jdbc:x://a:b4d@h?token=t0ken'");
		assertThat(migrations.journal().get(0).message())
			.isEqualTo("VALUES ('${reporting.password}', '***') jdbc:x://***@h?token=***");
		this.changelog.sql(ROOT, "--changeset anna:one\nno sql\n--changeset\n--precondition-sql-check nonsense");
		assertThat(migrations.journal().get(0).message()).doesNotContain("hunter2", "s3cret-of-mine");
	}

	@Test
	void hostileNamesForgeNoLine() {
		this.changelog.file("db/changelog.json", """
				{"databaseChangeLog": [
				{"changeSet": {"id": "good", "author": "%1$s", "comment": "%1$s",
					"changes": [{"sql": "CREATE TABLE t (id INT)"}, {"tagDatabase": {"tag": "%1$s"}}]}},
				{"changeSet": {"id": "%1$s", "author": "%1$s", "comment": "%1$s",
					"changes": [{"sql": "INSERT INTO missing VALUES (1)"}]}}
				]}"""
			.formatted(HOSTILE.replace("\n", "\\n").replace("\u001b", "\\u001b").replace("\u202e", "\\u202e")));
		Migrations migrations = builder("db/changelog.json").build();
		RevisionFailedException failure = catchThrowableOfType(RevisionFailedException.class,
				() -> upgrade(migrations, "head"));
		assertThat(failure.problem()).contains("x\\e[2J\\n2026-11-30 ERROR forged\\u202e")
			.doesNotContain("\u001b", "\u202e")
			.doesNotContain("\n2026");
		assertThat(String.join("\n", this.log)).contains("x\\e[2J\\n2026-11-30 ERROR forged\\u202e")
			.doesNotContain("\u001b", "\u202e")
			.doesNotContain("\n2026");
		Revision pending = migrations.status().pending().get(0);
		assertThat(pending.id()).isEqualTo(HOSTILE);
		assertThat(pending.name() + pending + pending.summary()).doesNotContain("\u001b", "\n", "\u202e");
		assertThat(migrations.show(HOSTILE).revision()).isEqualTo(pending);
		assertThat(catchThrowableOfType(InvalidTargetException.class,
				() -> upgrade(migrations, "tag:\u001b]0;x\u0007\nerror: forged")))
			.hasMessageNotContaining("\u001b")
			.hasMessageContaining("\\nerror: forged");
		assertThat(catchThrowableOfType(InvalidTargetException.class, () -> migrations.show("no\u001b\nerror: forged")))
			.hasMessageContaining("no\\e\\nerror: forged");
	}

	@Test
	void aHostileHolderOfTheLockIsNamedInOneLine() {
		upgrade(fiveTables(), "two");
		this.database.run("UPDATE databasechangeloglock SET locked = "
				+ (this.database.dbms().equals("sqlite") ? "1" : "true") + ", lockedby = 'evil" + HOSTILE + "'");
		assertThat(LockNotAcquiredException.holder(migrations().lock())).contains("evilx\\e[2J\\n2026")
			.doesNotContain("\n");
		assertThat(migrations().lock().by()).contains(HOSTILE);
	}

	@Test
	void aScriptIsNotBrokenUpByANameOrAComment() {
		this.changelog.file("db/changelog.json",
				"""
						{"databaseChangeLog": [{"changeSet": {"id": "a\\nDROP TABLE users;\\u001b", "author": "b\\rDROP TABLE users;",
							"changes": [{"sql": "INSERT INTO t VALUES ('\\u001b${x}')"}]}}]}""");
		String sql = builder("db/changelog.json").parameters(Map.of("x", "value"))
			.build()
			.script(Operation.UPGRADE, Target.HEAD)
			.sql();
		assertThat(sql).contains("INSERT INTO t VALUES ('\u001bvalue')");
		assertThat(sql.substring(sql.indexOf("-- Changeset"), sql.indexOf("INSERT INTO t")))
			.isEqualTo("-- Changeset db/changelog.json::a\\nDROP TABLE users;\\e::b\\rDROP TABLE users;"
					+ System.lineSeparator());
	}

	private static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	/**
	 * Keeps what is logged, whatever the level.
	 */
	private static final class Capture extends AbstractLogService {

		private final Consumer<String> log;

		Capture(Consumer<String> log) {
			this.log = log;
		}

		@Override
		public int getPriority() {
			return PRIORITY_NOT_APPLICABLE;
		}

		@Override
		@SuppressWarnings({ "rawtypes", "try" })
		public Logger getLog(Class clazz) {
			return new AbstractLogger() {

				@Override
				public void log(Level level, @Nullable String message, @Nullable Throwable e) {
					Capture.this.log.accept(message + ((e != null) ? "\n" + trace(e) : ""));
				}

			};
		}

	}

}
