package io.soundshare.migrations.autogenerate.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.autogenerate.Samples;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.diff.RenameCandidates;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.file.RevisionContent;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.Remedy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated files, in each format made of changes.
 */
class RevisionStepsTests {

	private static final Schema BEFORE = Samples.schema(
			Samples.table("artists", Samples.column("name", "varchar(100)"), Samples.column("fax", "int")),
			Samples.table("songs", Samples.required("title", "varchar(200)", null), Samples.column("length", "int"),
					Samples.required("plays", "bigint", "0"), Samples.unique("uq_songs_title", "title"),
					Samples.index("by_length", "length")),
			Samples.table("fads", Samples.column("name", "text")));

	private static final Schema AFTER = Samples.schema(
			Samples.table("artists", Samples.required("name", "varchar(150)", "'unknown'")),
			Samples.table("songs", Samples.required("title", "varchar(200)", null), Samples.column("duration", "int"),
					Samples.required("plays", "bigint", "1"), Samples.required("artist_id", "bigint", null),
					Samples.computed("shout", "varchar(200)", "upper(title)"),
					Samples.check("ck_songs_plays", "plays >= 0"),
					Samples.foreignKey("fk_songs_artist_id", "artist_id", "artists", ForeignKey.Action.CASCADE),
					Samples.index("ix_songs_artist_id_duration", "artist_id", "-duration")),
			Samples.table("likes", Samples.required("song_id", "bigint", null), Samples.column("reason", "varchar(20)"),
					Samples.unique("uq_likes_song_id", "song_id"),
					Samples.foreignKey("fk_likes_song_id", "song_id", "songs", ForeignKey.Action.NO_ACTION)));

	@ParameterizedTest
	@EnumSource(value = RevisionFileFormat.class, names = "SQL", mode = EnumSource.Mode.EXCLUDE)
	void writesWhatIsToBeReviewed(RevisionFileFormat format) throws IOException {
		List<Difference> differences = Comparer.compare(BEFORE, AFTER, SupportedPostgres.INSTANCE, Fills.NONE);
		RevisionSteps steps = new RevisionSteps(differences,
				RenameCandidates.columns(differences, SupportedPostgres.INSTANCE), AFTER, SupportedPostgres.INSTANCE,
				Remedy::toString);
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
