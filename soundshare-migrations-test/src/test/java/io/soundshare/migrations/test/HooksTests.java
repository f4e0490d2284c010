package io.soundshare.migrations.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What an application tells its tests.
 */
class HooksTests {

	@TempDir
	Path directory;

	private MigrationSuite suite(Sample sample) {
		return sample.in(this.directory, Servers.sqlite(this.directory));
	}

	@Test
	void givesRowsThatTravelOn() {
		List<String> seen = new ArrayList<>();
		MigrationSuite suite = suite(Sample.clean())
			.atRevision("a01", Row.in("artists").with("id", 7).with("name", "Ella").with("active", true))
			.beforeRevision("b08", (connection) -> {
				try (var rows = connection.createStatement().executeQuery("SELECT name FROM artists WHERE id = 7")) {
					seen.add(rows.getString(1));
				}
			})
			.beforeRevision("f06", Row.in("artists").with("id", 8).with("name", "Billie").with("active", null));
		Outcome outcome = Outcome.of(suite);
		assertThat(seen).containsExactly("Ella");
		assertThat(outcome.failed()).containsOnlyKeys("rows survive > f06 Rate songs");
	}

	@Test
	void looksAtTheSchemaAfterADowngrade() {
		Outcome outcome = Outcome.of(suite(Sample.clean()).afterDowngrade("d04", (connection) -> {
			MigratedSchema schema = MigratedSchema.of(connection);
			SchemaAssert.assertThat(schema)
				.hasTable("songs")
				.hasNoColumn("plays")
				.column("title")
				.isNotNull()
				.hasLength(200);
			SchemaAssert.assertThat(schema)
				.hasNoTable("ratings")
				.hasTable("songs")
				.refersTo("artists")
				.hasPrimaryKey("id");
			SchemaAssert.assertThat(schema).hasTable("artists").column("born").isNullable().hasType("integer");
		})
			.afterDowngrade("e05",
					(connection) -> SchemaAssert.assertThat(MigratedSchema.of(connection)).hasTable("tags")));
		assertThat(outcome.failed()).hasSize(1);
		assertThat(outcome.failed().get("up, down, up > e05 Find songs by title")).contains("Expected a table tags",
				"afterDowngrade(\"e05\"", "File: db/05_add_indexes.yaml");
	}

	@Test
	void reportsWhatIsLeftOutWithItsReason() {
		Sample sample = Sample.clean();
		sample.replace("06", "DROP TABLE ratings", "SELECT 1");
		Outcome outcome = Outcome.of(suite(sample).irreversible("f06", "ratings stay")
			.minimumDowngrade("b02")
			.skip("e11", "known")
			.skip(MigrationCheck.SOUND, "elsewhere"));
		assertThat(outcome.failed()).isEmpty();
		assertThat(outcome.skipped()).containsEntry("up, down, up > f06 Rate songs", "ratings stay")
			.containsEntry("up, down, up > a01 Create artists", "nobody goes back behind b02")
			.containsEntry("rows survive > e11 Count ratings", "known")
			.containsEntry("the changelog is sound", "elsewhere");
	}

	@Test
	void refusesARevisionThatIsNotThere() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Outcome.of(suite(Sample.clean()).irreversible("zzz", "typo")))
			.withMessageContaining("'zzz'");
	}

	@Test
	void saysWhichValuesAreOthersAndWhatToEdit() {
		Sample sample = Sample.clean();
		sample.replace("08", "    - dropColumn",
				"    - sql: {sql: 'UPDATE artists SET born = 0 WHERE id = 1'}\n    - dropColumn");
		Outcome outcome = Outcome.of(suite(sample));
		assertThat(outcome.failed()).containsOnlyKeys("rows survive > b08 Show another name");
		assertThat(outcome.failed().values().iterator().next()).contains("Revision b08 (Show another name)",
				"artists id=1 born: 1933 -> 0", "File: db/08_add_display.yaml");
	}

	@Test
	void saysWhatDiffersInTheSchema() {
		Sample sample = Sample.clean();
		sample.replace("10", "newDataType: varchar(50)", "newDataType: varchar(40)");
		assertThat(Outcome.of(suite(sample)).failed().get("up, down, up > d10 Longer remarks"))
			.contains("  table ratings\n    -   remark VARCHAR(50)\n    +   remark ");
	}

	@Test
	void toleratesALossThatIsDeclared() {
		Sample sample = Sample.clean();
		sample.replace("08", "    - dropColumn", "    - sql: {sql: 'UPDATE artists SET born = 0'}\n    - dropColumn");
		assertThat(Outcome.of(suite(sample).loses("b08", "nobody knows")).failed()).isEmpty();
	}

	@Test
	void leavesTablesAlone() {
		Sample sample = Sample.clean();
		sample.replace("08", "    - dropColumn", "    - sql: {sql: 'UPDATE artists SET born = 0'}\n    - dropColumn");
		assertThat(Outcome.of(suite(sample).leaveAlone("artists")).failed()).isEmpty();
	}

}
