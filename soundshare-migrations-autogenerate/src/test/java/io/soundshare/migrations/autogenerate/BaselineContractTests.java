package io.soundshare.migrations.autogenerate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.TableFilter;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.DefinitionComparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A database somebody made by hand becomes the first revision.
 */
abstract class BaselineContractTests {

	@TempDir
	Path folder;

	private DataSource database;

	private Project project;

	abstract SupportedProduct product();

	@BeforeEach
	void setUp() throws Exception {
		this.database = TestShadows.database(product());
		this.project = project("app", this.database);
	}

	@ParameterizedTest
	@EnumSource(names = "SQL", mode = EnumSource.Mode.EXCLUDE)
	void writesAHairyDatabaseInEveryFormat(RevisionFileFormat format) throws Exception {
		adopts("music", format);
	}

	@Test
	void writesOrdinaryChangesAsFarAsTheyGo() throws Exception {
		seed("music");
		RevisionFile file = file(this.project.baseline(), RevisionFileFormat.YAML);
		String text = file.content()
			.replace(file.revision(), "0123456789ab")
			.replaceAll("versions/\\d{14}", "versions/20261125190000");
		Path golden = Path.of("src/test/resources/golden/baseline." + name() + ".yaml");
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

	@Test
	void keepsTheOrderOfAKey() throws Exception {
		run("CREATE TABLE pairs (a int NOT NULL, b int NOT NULL, note varchar(10), PRIMARY KEY (b, a))");
		assertThat(file(this.project.baseline(), RevisionFileFormat.YAML).content()).contains("columnNames: b, a");
		adopt(RevisionFileFormat.YAML);
		assertThat(this.project.drift().text()).isEmpty();
		run("DROP TABLE pairs");
		run("CREATE TABLE pairs (a int NOT NULL, b int NOT NULL, note varchar(10), PRIMARY KEY (a, b))");
		assertThat(this.project.drift().text()).contains("- primary key ", " (b, a)", "+ primary key ", " (a, b)");
	}

	@Test
	void refusesADatabaseWithHistory() throws Exception {
		run("CREATE TABLE things (id int)");
		adopt(RevisionFileFormat.YAML);
		assertThatThrownBy(this.project::baseline).isInstanceOf(AutogenerateException.class)
			.hasMessageContaining("history already: 1 revision(s)");
	}

	@Test
	void refusesAChangelogThatIsNotEmpty() throws Exception {
		run("CREATE TABLE things (id int)");
		Files.writeString(this.folder.resolve("app/versions/1.sql"),
				"--liquibase formatted sql\n--changeset anna:1\nCREATE TABLE things (id int);\n");
		assertThatThrownBy(this.project::baseline).isInstanceOf(AutogenerateException.class)
			.hasMessageContaining("1 revision(s) already")
			.hasMessageContaining("Migrations.stamp(Target.parse(\"head\"))");
	}

	@Test
	void aHistoryWithoutRowsIsNone() throws Exception {
		assertThat(this.project.baseline().isEmpty()).isTrue();
		this.project.migrations().upgrade(Target.HEAD, ProgressListener.SILENT);
		run("CREATE TABLE things (id int)");
		MigrationsInternals.of(this.project.migrations())
			.doWithLiquibase(false, (liquibase, contexts, labels) -> liquibase.tag("x"));
		run("DELETE FROM databasechangelog");
		assertThat(this.project.baseline().text()).isEqualTo("+ table things (id)");
	}

	@Test
	void writesNothingIfTheFileDoesNotGiveTheSchema() throws Exception {
		run("CREATE TABLE things (id int)");
		RevisionFile file = file(this.project.baseline(), RevisionFileFormat.YAML);
		run("CREATE VIEW late AS SELECT id FROM things");
		run("ALTER TABLE things ADD COLUMN later int");
		assertThatThrownBy(() -> this.project.adopt(file)).isInstanceOf(AutogenerateException.class)
			.hasMessageContaining("column things.later")
			.hasMessageContaining("view late");
		assertThat(this.folder.resolve("app/versions")).isEmptyDirectory();
		assertThat(this.project.migrations().status().history()).isEmpty();
	}

	@Test
	void whatIsExcludedTakesAlongWhatNeedsIt() throws Exception {
		run("CREATE TABLE things (id int)");
		run("CREATE TABLE qrtz_jobs (id int)");
		run("CREATE INDEX jobs_ids ON qrtz_jobs (id) WHERE id > 5");
		run("CREATE VIEW jobs AS SELECT id FROM qrtz_jobs");
		run("CREATE VIEW more_jobs AS SELECT id FROM jobs");
		run("CREATE VIEW thing_list AS SELECT id FROM things");
		run("CREATE VIEW others AS SELECT id FROM things");
		Project excluding = project("excluding", this.database, "qrtz_*", "others");
		assertThat(excluding.baseline().text()).isEqualTo("+ table things (id)\n+ view thing_list");
	}

	@Test
	void tellsWhatWasMadeByHandAfterwards() throws Exception {
		run("CREATE TABLE things (id int, n int)");
		run("CREATE VIEW gone AS SELECT id FROM things");
		run("CREATE VIEW changed AS SELECT id FROM things");
		adopt(RevisionFileFormat.YAML);
		assertThat(this.project.drift().text()).isEmpty();
		run("DROP VIEW gone");
		run("DROP VIEW changed");
		run("CREATE VIEW changed AS SELECT n FROM things");
		run("CREATE INDEX partial ON things (n) WHERE n > 1");
		assertThat(this.project.drift().text()).isEqualTo("- view gone\n+ index partial on things\n~ view changed");
	}

	void adopts(String seed, RevisionFileFormat format) throws Exception {
		seed(seed);
		adoptsAll(format);
	}

	/** The same, from whatever is in the database. */
	String adoptsAll(RevisionFileFormat format) throws Exception {
		List<Definition> before = definitions(this.database);
		String file = adopt(format);
		MigrationStatus status = this.project.migrations().status();
		assertThat(status.state()).isEqualTo(SchemaState.UP_TO_DATE);
		assertThat(this.project.migrations().upgrade(Target.HEAD, ProgressListener.SILENT).isEmpty()).isTrue();
		assertThat(lines(this.project.drift().differences())).isEmpty();
		assertThat(lines(DefinitionComparer.compare(before, definitions(this.database), product()))).isEmpty();

		DataSource other = TestShadows.database(product());
		Project replay = project("app", other);
		replay.upgrade();
		assertThat(lines(Comparer.strictly(this.project.schema(), replay.schema(), product()))).as(file).isEmpty();
		assertThat(lines(DefinitionComparer.compare(before, definitions(other), product()))).as(file).isEmpty();
		replay.downgrade();
		assertThat(definitions(other)).as(file).isEmpty();
		return file;
	}

	String adopt(RevisionFileFormat format) throws Exception {
		RevisionFile file = file(this.project.baseline(), format);
		this.project.adopt(file);
		return Files.readString(file.path());
	}

	private RevisionFile file(Comparison baseline, RevisionFileFormat format) {
		assertThat(baseline.problem()).isNull();
		return baseline.revision("Baseline", "anna", format, this.folder.resolve("app/versions"), "versions",
				Clock.systemUTC());
	}

	private Project project(String name, DataSource database, String... exclude) throws Exception {
		return new Project(this.folder.resolve(name), database, product(), TestShadows.of(product()), exclude);
	}

	private List<Definition> definitions(DataSource database) throws SQLException {
		try (Connection connection = database.getConnection()) {
			return new TableFilter(List.of(), List.of()).apply(product().definitions().read(connection),
					(name) -> name.name().toLowerCase(Locale.ROOT).startsWith("databasechangelog"));
		}
	}

	private static String lines(List<Difference> differences) {
		return String.join("\n", differences.stream().map(DifferenceText::of).toList());
	}

	Project project() {
		return this.project;
	}

	DataSource database() {
		return this.database;
	}

	private String name() {
		return product().name().toLowerCase(Locale.ROOT);
	}

	void seed(String seed) throws Exception {
		script(Files.readString(Path.of("src/test/resources/baseline/" + seed + "." + name() + ".sql")));
	}

	abstract void script(String script) throws SQLException;

	void run(String sql) throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
