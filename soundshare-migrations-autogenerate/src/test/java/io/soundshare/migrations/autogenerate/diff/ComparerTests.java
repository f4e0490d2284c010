package io.soundshare.migrations.autogenerate.diff;

import java.util.List;

import io.soundshare.migrations.autogenerate.Samples;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Differences: which count as one, and in which order they are mended.
 */
class ComparerTests {

	private static final Table ARTISTS = Samples.table("artists", Samples.column("name", "varchar(100)"));

	@Test
	void findsNothingBetweenEqualSchemas() {
		Schema schema = Samples.schema(ARTISTS,
				Samples.table("songs", Samples.column("artist_id", "bigint"), Samples.unique("uq_songs", "artist_id"),
						Samples.foreignKey("fk_songs", "artist_id", "artists", ForeignKey.Action.CASCADE),
						Samples.index("ix_songs", "artist_id")));
		assertThat(compare(schema, schema)).isEmpty();
	}

	@Test
	void createsReferencedTablesFirstAndDropsThemLast() {
		Schema schema = Samples.schema(Samples.table("songs", Samples.column("artist_id", "bigint"),
				Samples.foreignKey("fk_songs", "artist_id", "artists", ForeignKey.Action.NO_ACTION)), ARTISTS);
		assertThat(compare(Schema.EMPTY, schema)).containsExactly("+ table artists (id, name)",
				"+ table songs (id, artist_id)", "+ foreign key fk_songs on songs (artist_id) -> artists (id)");
		assertThat(compare(schema, Schema.EMPTY)).containsExactly(
				"- foreign key fk_songs on songs (artist_id) -> artists (id)", "- table songs", "- table artists");
	}

	@Test
	void ignoresNamesNobodyChose() {
		assertThat(compare(
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.unique("a_x_key", "x"),
						Samples.index("ix_other", "x"))),
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.unique("uq_a_x", "x"),
						Samples.index("ix_a_x", "x")))))
			.isEmpty();
	}

	@Test
	void tellsChosenNamesApart() {
		assertThat(compare(Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.index("one", "x"))),
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.index("two", "x")))))
			.containsExactly("- index one on a (x)", "+ index two on a (x)");
	}

	@Test
	void takesAUniqueIndexForAUniqueConstraint() {
		Table indexed = Samples.table("a", Samples.column("x", "int"),
				new Index("uq_x", true, true, List.of(new Index.Part("x", false))));
		assertThat(compare(Samples.schema(indexed),
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.unique("uq_a_x", "x")))))
			.isEmpty();
	}

	@Test
	void leavesDefaultsAloneThatTheEntitiesDoNotState() {
		Schema current = Samples.schema(Samples.table("a", Samples.required("x", "int", "0")));
		Schema expected = Samples.schema(Samples.table("a", Samples.required("x", "int", null)));
		assertThat(compare(current, expected)).isEmpty();
		assertThat(text(Comparer.strictly(current, expected, SupportedPostgres.INSTANCE)))
			.containsExactly("~ column a.x default 0 -> (none)");
	}

	@Test
	void keepsALeftAloneDefaultWhenSomethingElseChanges() {
		List<Difference> differences = Comparer.compare(
				Samples.schema(Samples.table("a", Samples.required("x", "integer", "0"))),
				Samples.schema(Samples.table("a", Samples.required("x", "bigint", null))), SupportedPostgres.INSTANCE,
				Fills.NONE);
		assertThat(text(differences)).containsExactly("~ column a.x integer -> bigint");
		assertThat(text(List.of(differences.get(0).inverse()))).containsExactly("~ column a.x bigint -> integer");
	}

	@Test
	void movesForeignKeysOutOfTheWayOfAConvertedKey() {
		Table before = Samples.table("artists", Samples.column("code", "integer"),
				Samples.unique("uq_artists_code", "code"));
		Table after = Samples.table("artists", Samples.column("code", "character varying(20)"),
				Samples.unique("uq_artists_code", "code"));
		ForeignKey key = new ForeignKey("fk_songs_code", false, List.of("code"), ObjectName.of("artists"),
				List.of("code"), ForeignKey.Action.NO_ACTION, ForeignKey.Action.NO_ACTION, false, false);
		assertThat(compare(Samples.schema(before, Samples.table("songs", Samples.column("code", "integer"), key)),
				Samples.schema(after, Samples.table("songs", Samples.column("code", "character varying(20)"), key))))
			.containsExactly("- foreign key fk_songs_code on songs (code) -> artists (code)",
					"~ column artists.code integer -> character varying(20)",
					"~ column songs.code integer -> character varying(20)",
					"+ foreign key fk_songs_code on songs (code) -> artists (code)");
	}

	@Test
	void letsAKeyOfSqliteGoOnNumbering() {
		Schema numbered = Samples.schema(ARTISTS);
		Schema handedOut = Samples.schema(handedOut("bigint"));
		assertThat(text(Comparer.compare(numbered, handedOut, SupportedSqlite.INSTANCE, Fills.NONE))).isEmpty();
		assertThat(compare(numbered, handedOut)).containsExactly("~ column artists.id no auto-increment");
		assertThat(text(Comparer.compare(numbered, Samples.schema(handedOut("varchar(36)")), SupportedSqlite.INSTANCE,
				Fills.NONE)))
			.contains("~ column artists.id bigint -> varchar(36), no auto-increment");
	}

	@Test
	void makesTheKeyOfSqliteAnewForItToNumber() {
		List<Difference> differences = Comparer.compare(Samples.schema(handedOut("bigint")), Samples.schema(ARTISTS),
				SupportedSqlite.INSTANCE, Fills.NONE);
		assertThat(text(differences)).containsExactly("- primary key pk_artists on artists (id)",
				"~ column artists.id auto-increment", "+ primary key pk_artists on artists (id)");
	}

	private static Table handedOut(String type) {
		List<Column> columns = List.of(Samples.required("id", type, null), Samples.column("name", "varchar(100)"));
		return new Table(ARTISTS.name(), columns, ARTISTS.primaryKey(), List.of(), List.of(), List.of(), List.of(),
				null);
	}

	@Test
	void replacesAColumnThatCannotBeConverted() {
		assertThat(compare(Samples.schema(Samples.table("a", Samples.column("x", "boolean"))),
				Samples.schema(Samples.table("a", Samples.column("x", "date")))))
			.containsExactly("- column a.x boolean", "+ column a.x date");
	}

	@Test
	void replacesAComputedColumnWhoseExpressionChanges() {
		assertThat(compare(
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.computed("y", "int", "x + 1"))),
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.computed("y", "int", "x + 2")))))
			.containsExactly("- column a.y int generated as (x + 1)", "+ column a.y int generated as (x + 2)");
	}

	@Test
	void replacesACheckOfTheSameName() {
		assertThat(compare(
				Samples.schema(Samples.table("a", Samples.column("x", "text"), Samples.check("ck_a_x", "x in ('A')"))),
				Samples.schema(
						Samples.table("a", Samples.column("x", "text"), Samples.check("ck_a_x", "x in ('A','B')")))))
			.containsExactly("- check ck_a_x on a (x in ('A'))", "+ check ck_a_x on a (x in ('A','B'))");
	}

	@Test
	void doesNotMindTheOrderOfListedValues() {
		assertThat(compare(
				Samples.schema(Samples.table("a", Samples.column("x", "text"),
						Samples.check("ck_a_x", "x in ('B', 'A,C', 'it''s')"))),
				Samples.schema(Samples.table("a", Samples.column("x", "text"),
						Samples.check("ck_a_x", "x in ('A,C','it''s','B')")))))
			.isEmpty();
		String read = "((x)::text = ANY ((ARRAY['%s'::character varying, '%s'::character varying])::text[]))";
		assertThat(compare(
				Samples.schema(Samples.table("a", Samples.column("x", "text"),
						Samples.check("ck_a_x", read.formatted("A", "B")))),
				Samples.schema(Samples.table("a", Samples.column("x", "text"),
						Samples.check("ck_a_x", read.formatted("B", "A"))))))
			.isEmpty();
	}

	@Test
	void makesUpANameThatIsFree() {
		List<String> differences = compare(
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.check("ck_a_1", "x > 1"))),
				Samples.schema(Samples.table("a", Samples.column("x", "int"), Samples.check("ck_a_1", "x < 9"),
						Samples.check("ck_a_2", "x > 1"))));
		assertThat(differences).singleElement().asString().matches("\\+ check ck_a_1_[0-9a-f]{8} on a \\(x < 9\\)");
	}

	@Test
	void undoesWhatItDoesInTheOppositeOrder() {
		Schema before = Samples.schema(ARTISTS,
				Samples.table("songs", Samples.required("title", "varchar(200)", null)));
		Schema after = Samples.schema(Samples.table("artists", Samples.column("name", "varchar(200)")),
				Samples.table("songs", Samples.required("title", "varchar(200)", "''"),
						Samples.column("artist_id", "bigint"),
						Samples.foreignKey("fk_songs", "artist_id", "artists", ForeignKey.Action.SET_NULL)));
		List<Difference> differences = Comparer.compare(before, after, SupportedSqlite.INSTANCE, Fills.NONE);
		assertThat(text(differences.stream().map(Difference::inverse).toList())).containsExactly(
				"- column songs.artist_id bigint", "~ column artists.name varchar(200) -> varchar(100)",
				"~ column songs.title default '' -> (none)",
				"- foreign key fk_songs on songs (artist_id) -> artists (id) on delete set null");
	}

	@Test
	void renamesEverywhere() {
		Schema before = Samples.schema(
				Samples.table("artists", Samples.column("name", "text"),
						Samples.check("ck_artists_name", "name <> 'name'")),
				Samples.table("songs", Samples.column("artist", "bigint"),
						Samples.foreignKey("fk_songs", "artist", "artists", ForeignKey.Action.CASCADE)));
		Schema after = Samples.schema(
				Samples.table("bands", Samples.column("title", "text"),
						Samples.check("ck_artists_name", "title <> 'name'")),
				Samples.table("songs", Samples.column("band_id", "bigint"),
						Samples.foreignKey("fk_songs", "band_id", "bands", ForeignKey.Action.CASCADE)));
		Schema renamed = before;
		for (Rename rename : List.of(new Rename(ObjectName.of("artists"), null, "bands"),
				new Rename(ObjectName.of("bands"), "name", "title"),
				new Rename(ObjectName.of("songs"), "artist", "band_id"))) {
			rename.in(renamed, SupportedPostgres.INSTANCE);
			renamed = rename.applyTo(renamed, SupportedPostgres.INSTANCE);
		}
		assertThat(compare(renamed, after)).isEmpty();
	}

	@Test
	void findsWhatMayHaveBeenRenamed() {
		List<Difference> columns = Comparer.compare(
				Samples.schema(Samples.table("songs", Samples.column("title", "varchar(100)"))), Samples.schema(Samples
					.table("songs", Samples.column("name", "varchar(200)"), Samples.column("length", "int"))),
				SupportedPostgres.INSTANCE, Fills.NONE);
		assertThat(RenameCandidates.columns(columns, SupportedPostgres.INSTANCE)).map(Rename::toString)
			.containsExactly("songs.title:name");
		List<Difference> tables = Comparer.compare(Samples.schema(ARTISTS),
				Samples.schema(Samples.table("bands", Samples.column("name", "text"))), SupportedPostgres.INSTANCE,
				Fills.NONE);
		assertThat(RenameCandidates.tables(tables, SupportedPostgres.INSTANCE)).map(Rename::toString)
			.containsExactly("artists:bands");
	}

	@Test
	void refusesARenameOfNothing() {
		assertThatExceptionOfType(AutogenerateException.class)
			.isThrownBy(() -> new Rename(ObjectName.of("artists"), "nam", "title").in(Samples.schema(ARTISTS),
					SupportedPostgres.INSTANCE))
			.withMessageContaining("artists.nam:title")
			.withMessageContaining("It has: id, name.");
	}

	private static List<String> compare(Schema current, Schema expected) {
		return text(Comparer.compare(current, expected, SupportedPostgres.INSTANCE, Fills.NONE));
	}

	private static List<String> text(List<Difference> differences) {
		return differences.stream().map(DifferenceText::of).toList();
	}

}
