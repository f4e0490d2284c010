package io.soundshare.migrations.autogenerate.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.RevisionContent;
import io.soundshare.migrations.RevisionFileFormat;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.diff.RenameCandidates;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import liquibase.database.core.PostgresDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

/**
 * What a generated file looks like, in each format made of changes.
 */
class RevisionStepsTests {

	private static final Schema BEFORE = schema(table("artists", column("name", "varchar(100)"), column("fax", "int")),
			table("songs", required("title", "varchar(200)", null), column("length", "int"),
					required("plays", "bigint", "0"), unique("uq_songs_title", "title"), index("by_length", "length")),
			table("fads", column("name", "text")));

	private static final Schema AFTER = schema(table("artists", required("name", "varchar(150)", "'unknown'")),
			table("songs", required("title", "varchar(200)", null), column("duration", "int"),
					required("plays", "bigint", "1"), required("artist_id", "bigint", null),
					computed("shout", "varchar(200)", "upper(title)"), check("ck_songs_plays", "plays >= 0"),
					foreignKey("fk_songs_artist_id", "artist_id", "artists", ForeignKey.Action.CASCADE),
					index("ix_songs_artist_id_duration", "artist_id", "-duration")),
			table("likes", required("song_id", "bigint", null), column("reason", "varchar(20)"),
					unique("uq_likes_song_id", "song_id"),
					foreignKey("fk_likes_song_id", "song_id", "songs", ForeignKey.Action.NO_ACTION)));

	@ParameterizedTest
	@EnumSource(value = RevisionFileFormat.class, names = "SQL", mode = EnumSource.Mode.EXCLUDE)
	void writesWhatIsToBeReviewed(RevisionFileFormat format) throws IOException {
		List<Difference> differences = Comparer.compare(BEFORE, AFTER, Product.POSTGRESQL, Fills.NONE);
		RevisionSteps steps = new RevisionSteps(differences, RenameCandidates.columns(differences, Product.POSTGRESQL),
				new PostgresDatabase());
		RevisionContent content = steps.content("", format);
		Path golden = Path.of("src/test/resources/golden/revision." + format.name().toLowerCase(Locale.ROOT));
		String text = content.changes() + "--- rollback\n" + content.rollback();
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(golden.getParent());
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

}
