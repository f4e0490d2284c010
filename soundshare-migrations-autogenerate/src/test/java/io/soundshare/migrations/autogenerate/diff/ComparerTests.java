package io.soundshare.migrations.autogenerate.diff;

import java.util.List;

import io.soundshare.migrations.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import org.junit.jupiter.api.Test;

import static io.soundshare.migrations.autogenerate.Samples.check;
import static io.soundshare.migrations.autogenerate.Samples.column;
import static io.soundshare.migrations.autogenerate.Samples.computed;
import static io.soundshare.migrations.autogenerate.Samples.foreignKey;
import static io.soundshare.migrations.autogenerate.Samples.index;
import static io.soundshare.migrations.autogenerate.Samples.required;
import static io.soundshare.migrations.autogenerate.Samples.schema;
import static io.soundshare.migrations.autogenerate.Samples.table;
import static io.soundshare.migrations.autogenerate.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What counts as a difference, and in which order differences are mended.
 */
class ComparerTests {

	private static final Table ARTISTS = table("artists", column("name", "varchar(100)"));

	@Test
	void findsNothingBetweenEqualSchemas() {
		Schema schema = schema(ARTISTS,
				table("songs", column("artist_id", "bigint"), unique("uq_songs", "artist_id"),
						foreignKey("fk_songs", "artist_id", "artists", ForeignKey.Action.CASCADE),
						index("ix_songs", "artist_id")));
		assertThat(compare(schema, schema)).isEmpty();
	}

	@Test
	void createsReferencedTablesFirstAndDropsThemLast() {
		Schema schema = schema(table("songs", column("artist_id", "bigint"),
				foreignKey("fk_songs", "artist_id", "artists", ForeignKey.Action.NO_ACTION)), ARTISTS);
		assertThat(compare(Schema.EMPTY, schema)).containsExactly("+ table artists (id, name)",
				"+ table songs (id, artist_id)", "+ foreign key fk_songs on songs (artist_id) -> artists (id)");
		assertThat(compare(schema, Schema.EMPTY)).containsExactly(
				"- foreign key fk_songs on songs (artist_id) -> artists (id)", "- table songs", "- table artists");
	}

	@Test
	void ignoresNamesNobodyChose() {
		assertThat(compare(schema(table("a", column("x", "int"), unique("a_x_key", "x"), index("ix_other", "x"))),
				schema(table("a", column("x", "int"), unique("uq_a_x", "x"), index("ix_a_x", "x")))))
			.isEmpty();
	}

	@Test
	void tellsChosenNamesApart() {
		assertThat(compare(schema(table("a", column("x", "int"), index("one", "x"))),
				schema(table("a", column("x", "int"), index("two", "x")))))
			.containsExactly("- index one on a (x)", "+ index two on a (x)");
	}

	@Test
	void takesAUniqueIndexForAUniqueConstraint() {
		Table indexed = table("a", column("x", "int"),
				new Index("uq_x", true, true, List.of(new Index.Part("x", false))));
		assertThat(compare(schema(indexed), schema(table("a", column("x", "int"), unique("uq_a_x", "x"))))).isEmpty();
	}

	@Test
	void leavesDefaultsAloneThatTheEntitiesDoNotState() {
		Schema current = schema(table("a", required("x", "int", "0")));
		Schema wanted = schema(table("a", required("x", "int", null)));
		assertThat(compare(current, wanted)).isEmpty();
		assertThat(text(Comparer.strictly(current, wanted, Product.POSTGRESQL)))
			.containsExactly("~ column a.x default 0 -> (none)");
	}

	@Test
	void keepsALeftAloneDefaultWhenSomethingElseChanges() {
		List<Difference> differences = Comparer.compare(schema(table("a", required("x", "integer", "0"))),
				schema(table("a", required("x", "bigint", null))), Product.POSTGRESQL, Fills.NONE);
		assertThat(text(differences)).containsExactly("~ column a.x integer -> bigint");
		assertThat(text(List.of(differences.get(0).inverse()))).containsExactly("~ column a.x bigint -> integer");
	}

	@Test
	void movesForeignKeysOutOfTheWayOfAConvertedKey() {
		Table before = table("artists", column("code", "integer"), unique("uq_artists_code", "code"));
		Table after = table("artists", column("code", "character varying(20)"), unique("uq_artists_code", "code"));
		ForeignKey key = new ForeignKey("fk_songs_code", false, List.of("code"), ObjectName.of("artists"),
				List.of("code"), ForeignKey.Action.NO_ACTION, ForeignKey.Action.NO_ACTION, false, false);
		assertThat(compare(schema(before, table("songs", column("code", "integer"), key)),
				schema(after, table("songs", column("code", "character varying(20)"), key))))
			.containsExactly("- foreign key fk_songs_code on songs (code) -> artists (code)",
					"~ column artists.code integer -> character varying(20)",
					"~ column songs.code integer -> character varying(20)",
					"+ foreign key fk_songs_code on songs (code) -> artists (code)");
	}

	@Test
	void replacesAColumnThatCannotBeConverted() {
		assertThat(compare(schema(table("a", column("x", "boolean"))), schema(table("a", column("x", "date")))))
			.containsExactly("- column a.x boolean", "+ column a.x date");
	}

	@Test
	void replacesAComputedColumnWhoseExpressionChanges() {
		assertThat(compare(schema(table("a", column("x", "int"), computed("y", "int", "x + 1"))),
				schema(table("a", column("x", "int"), computed("y", "int", "x + 2")))))
			.containsExactly("- column a.y int generated as (x + 1)", "+ column a.y int generated as (x + 2)");
	}

	@Test
	void replacesACheckOfTheSameName() {
		assertThat(compare(schema(table("a", column("x", "text"), check("ck_a_x", "x in ('A')"))),
				schema(table("a", column("x", "text"), check("ck_a_x", "x in ('A','B')")))))
			.containsExactly("- check ck_a_x on a (x in ('A'))", "+ check ck_a_x on a (x in ('A','B'))");
	}

	@Test
	void doesNotMindTheOrderOfListedValues() {
		assertThat(compare(schema(table("a", column("x", "text"), check("ck_a_x", "x in ('B', 'A,C', 'it''s')"))),
				schema(table("a", column("x", "text"), check("ck_a_x", "x in ('A,C','it''s','B')")))))
			.isEmpty();
		String read = "((x)::text = ANY ((ARRAY['%s'::character varying, '%s'::character varying])::text[]))";
		assertThat(compare(schema(table("a", column("x", "text"), check("ck_a_x", read.formatted("A", "B")))),
				schema(table("a", column("x", "text"), check("ck_a_x", read.formatted("B", "A"))))))
			.isEmpty();
	}

	@Test
	void undoesWhatItDoesInTheOppositeOrder() {
		Schema before = schema(ARTISTS, table("songs", required("title", "varchar(200)", null)));
		Schema after = schema(table("artists", column("name", "varchar(200)")),
				table("songs", required("title", "varchar(200)", "''"), column("artist_id", "bigint"),
						foreignKey("fk_songs", "artist_id", "artists", ForeignKey.Action.SET_NULL)));
		List<Difference> differences = Comparer.compare(before, after, Product.SQLITE, Fills.NONE);
		assertThat(text(differences.stream().map(Difference::inverse).toList())).containsExactly(
				"- column songs.artist_id bigint", "~ column artists.name varchar(200) -> varchar(100)",
				"~ column songs.title default '' -> (none)",
				"- foreign key fk_songs on songs (artist_id) -> artists (id) on delete set null");
	}

	@Test
	void renamesEverywhere() {
		Schema before = schema(table("artists", column("name", "text"), check("ck_artists_name", "name <> 'name'")),
				table("songs", column("artist", "bigint"),
						foreignKey("fk_songs", "artist", "artists", ForeignKey.Action.CASCADE)));
		Schema after = schema(table("bands", column("title", "text"), check("ck_artists_name", "title <> 'name'")),
				table("songs", column("band_id", "bigint"),
						foreignKey("fk_songs", "band_id", "bands", ForeignKey.Action.CASCADE)));
		Schema renamed = before;
		for (Rename rename : List.of(new Rename(ObjectName.of("artists"), null, "bands"),
				new Rename(ObjectName.of("bands"), "name", "title"),
				new Rename(ObjectName.of("songs"), "artist", "band_id"))) {
			rename.in(renamed, Product.POSTGRESQL);
			renamed = rename.applyTo(renamed, Product.POSTGRESQL);
		}
		assertThat(compare(renamed, after)).isEmpty();
	}

	@Test
	void findsWhatMayHaveBeenRenamed() {
		List<Difference> columns = Comparer.compare(schema(table("songs", column("title", "varchar(100)"))),
				schema(table("songs", column("name", "varchar(200)"), column("length", "int"))), Product.POSTGRESQL,
				Fills.NONE);
		assertThat(RenameCandidates.columns(columns, Product.POSTGRESQL)).map(Rename::toString)
			.containsExactly("songs.title:name");
		List<Difference> tables = Comparer.compare(schema(ARTISTS), schema(table("bands", column("name", "text"))),
				Product.POSTGRESQL, Fills.NONE);
		assertThat(RenameCandidates.tables(tables, Product.POSTGRESQL)).map(Rename::toString)
			.containsExactly("artists:bands");
	}

	@Test
	void refusesARenameOfNothing() {
		assertThatExceptionOfType(AutogenerateException.class)
			.isThrownBy(
					() -> new Rename(ObjectName.of("artists"), "nam", "title").in(schema(ARTISTS), Product.POSTGRESQL))
			.withMessageContaining("artists.nam:title")
			.withMessageContaining("It has: id, name.");
	}

	private static List<String> compare(Schema current, Schema wanted) {
		return text(Comparer.compare(current, wanted, Product.POSTGRESQL, Fills.NONE));
	}

	private static List<String> text(List<Difference> differences) {
		return differences.stream().map(DifferenceText::of).toList();
	}

}
