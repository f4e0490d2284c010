package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import liquibase.change.custom.CustomTaskChange;
import liquibase.change.custom.CustomTaskRollback;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that do more than SQL, or nothing at all, or the same each time.
 */
@Tag("slow")
class MoreThanSqlTests {

	@TempDir
	Path folder;

	private SQLiteDataSource dataSource;

	@BeforeEach
	void createDataSource() {
		this.dataSource = new SQLiteDataSource();
		this.dataSource.setUrl("jdbc:sqlite:" + this.folder.resolve("test.db"));
		Task.runs.set(0);
	}

	@Test
	void neverRunsCustomTaskOnlyToShowIt() throws IOException {
		Migrations migrations = migrations("""
				  - changeSet:
				      id: task
				      author: ann
				      changes:
				        - customChange: { class: "io.soundshare.migrations.MoreThanSqlTests$Task" }
				""");
		RevisionDetail detail = migrations.show("task");
		assertThat(detail.upgradeSql()).isNull();
		assertThat(detail.downgradeSql()).isNull();
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> migrations.script(Operation.UPGRADE, Target.HEAD))
			.withMessageContaining("task")
			.withMessageContaining("more than SQL");
		assertThat(Task.runs).hasValue(0);
		migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
		assertThat(Task.runs).hasValue(1);
		migrations.show("task");
		assertThat(Task.runs).hasValue(1);
	}

	@Test
	void neverRunsCommandOnlyToShowIt() throws IOException {
		Path witness = this.folder.resolve("witness");
		Migrations migrations = migrations("""
				  - changeSet:
				      id: command
				      author: ann
				      changes:
				        - executeCommand:
				            executable: touch
				            args: [{ arg: { value: %s } }]
				""".formatted(witness));
		assertThat(migrations.show("command").upgradeSql()).isNull();
		assertThat(witness).doesNotExist();
	}

	@Test
	void undoesMarkedRevisionWithoutRollback() throws IOException {
		Migrations migrations = migrations("""
				  - changeSet:
				      id: marked
				      author: ann
				      preConditions: [{ onFail: MARK_RAN }, { tableExists: { tableName: nowhere } }]
				      changes:
				        - sql: { sql: "DROP TABLE nowhere" }
				""");
		migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
		assertThat(migrations.status().current()).isNotNull();
		migrations.downgrade(Target.BASE, ProgressListener.SILENT);
		assertThat(migrations.status().current()).isNull();
	}

	@Test
	void saysWhatWasSkippedAndWhy() throws IOException {
		Migrations migrations = migrations("""
				  - changeSet:
				      id: waits
				      author: ann
				      preConditions: [{ onFail: CONTINUE }, { tableExists: { tableName: nowhere } }]
				      changes:
				        - sql: { sql: "DROP TABLE nowhere" }
				  - changeSet:
				      id: fails
				      author: ann
				      failOnError: false
				      changes:
				        - sql: { sql: "DROP TABLE nowhere" }
				  - changeSet:
				      id: works
				      author: ann
				      changes:
				        - sql: { sql: "CREATE TABLE here (id INT)" }
				""");
		List<String> skipped = new ArrayList<>();
		Result done = migrations.upgrade(Target.HEAD, (progress) -> {
			if (progress.kind() == Progress.Kind.SKIPPED) {
				skipped.add(progress.number() + "/" + progress.total() + " " + progress.step().revision() + ": "
						+ progress.reason());
			}
		});
		assertThat(done.revisions()).extracting(Revision::id).containsExactly("works");
		assertThat(skipped).hasSize(2);
		assertThat(skipped.get(0)).isEqualTo(
				"1/3 waits: the precondition tableExists tableName=nowhere does not hold: Table nowhere does not exist");
		assertThat(skipped.get(1)).startsWith("2/3 fails: it failed, and failOnError is false").contains("nowhere");
		assertThat(migrations.status().pending()).hasSize(2);
	}

	@Test
	void plansWhatRunsAlways() throws IOException {
		Migrations migrations = migrations("""
				  - changeSet:
				      id: table
				      author: ann
				      changes:
				        - sql: { sql: "CREATE TABLE runs (id INTEGER PRIMARY KEY)" }
				  - changeSet:
				      id: always
				      author: ann
				      runAlways: true
				      changes:
				        - sql: { sql: "INSERT INTO runs (id) SELECT 1 + count(*) * 10 / 10 FROM runs WHERE id < 2" }
				""");
		migrations.upgrade(Target.HEAD, ProgressListener.SILENT);
		assertThat(migrations.status().state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(migrations.script(Operation.UPGRADE, Target.HEAD).sql()).contains("INSERT INTO runs");
		assertThat(migrations.upgrade(Target.HEAD, ProgressListener.SILENT).revisions()).extracting(Revision::id)
			.containsExactly("always");
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrations.upgrade(Target.HEAD, ProgressListener.SILENT))
			.withMessageContaining("always");
	}

	private Migrations migrations(String changeSets) throws IOException {
		Files.writeString(this.folder.resolve("changelog.yaml"), "databaseChangeLog:\n" + changeSets);
		return Migrations.builder(this.dataSource, "changelog.yaml")
			.resources(new DirectoryResourceAccessor(this.folder))
			.build();
	}

	/**
	 * A task that counts how often it ran.
	 */
	public static final class Task implements CustomTaskChange, CustomTaskRollback {

		static final AtomicInteger runs = new AtomicInteger();

		@Override
		public void execute(Database database) {
			runs.incrementAndGet();
		}

		@Override
		public void rollback(Database database) {
			runs.incrementAndGet();
		}

		@Override
		public String getConfirmationMessage() {
			return "ran";
		}

		@Override
		public void setUp() {
		}

		@Override
		public void setFileOpener(ResourceAccessor resourceAccessor) {
		}

		@Override
		public ValidationErrors validate(Database database) {
			return new ValidationErrors();
		}

	}

}
