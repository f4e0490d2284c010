package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.answer.Interview;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.file.RevisionFileFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The constants of PostgreSQL's named enums come, go, change their name and their order.
 */
@Tag("server")
class PostgresNamedEnumTests {

	private static final String DEFAULT_OF_OTHER = "select column_default from information_schema.columns "
			+ "where column_name = 'other'";

	@TempDir
	Path folder;

	private Project project;

	@BeforeEach
	void createsTheFirst() throws Exception {
		this.project = new Project(this.folder, TestShadows.database(SupportedPostgres.INSTANCE),
				SupportedPostgres.INSTANCE, TestShadows.of(SupportedPostgres.INSTANCE));
		follow(First.class);
		run("insert into songs (id, mood, other, many, rank) values (1, 'HAPPY', 'SAD', '{HAPPY,SAD}', 'LOW')");
	}

	@Test
	void aNewConstantGoesUpDownAndUpAgain() throws Exception {
		assertThat(follow(More.class)).contains("ADD VALUE IF NOT EXISTS 'CALM'");
		this.project.downgrade();
		this.project.upgrade();
		assertThat(labels("mood")).contains("CALM");
		assertThat(labels("rank")).containsExactly("LOW", "MID", "HIGH");
		run("insert into songs (id, mood, other, rank) values (2, 'CALM', 'SAD', 'MID')");
	}

	@ParameterizedTest
	@EnumSource
	void aNewConstantThatIsUsedAtOnceIsCommittedFirst(RevisionFileFormat format) throws Exception {
		this.project.format(format);
		String file = follow(MoreByDefault.class, "songs.third:'CALM'");
		assertThat(this.project.migrations().status().history()).as(file).hasSize(3);
		assertThat(values("select third || '/' || fourth from songs")).containsExactly("CALM/CALM");
		this.project.downgrade();
		this.project.downgrade();
		this.project.upgrade();
		assertThat(this.project.check(entities(MoreByDefault.class)).text()).isEmpty();
	}

	@Test
	void aRemovedConstantGoesWhenNoRowHasIt() throws Exception {
		Comparison missing = this.project.check(entities(Fewer.class));
		assertThat(missing.text()).contains("~ type mood has no value SAD any more",
				"REVIEW: fails if a row has SAD in songs.many, songs.mood, songs.other");
		String file = this.project.create(missing);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this.project::upgrade)
			.withMessageContaining("SAD");
		run("update songs set other = 'HAPPY', many = '{HAPPY}'");
		this.project.upgrade();
		assertThat(labels("mood")).as(file).containsExactly("HAPPY");
		assertThat(this.project.check(entities(Fewer.class)).text()).isEmpty();
		this.project.downgrade();
		assertThat(labels("mood")).containsExactly("HAPPY", "SAD");
		assertThat(values(DEFAULT_OF_OTHER)).containsExactly("'HAPPY'::mood");
		this.project.upgrade();
		assertThat(this.project.drift().text()).isEmpty();
	}

	@Test
	void aDefaultNobodyStatesGoesWithItsValue() throws Exception {
		run("update songs set many = null");
		Comparison missing = this.project.compare(entities(Sad.class),
				new Answers(List.of(), List.of("songs.mood:'SAD'"), Interview.NOBODY));
		assertThat(missing.problem()).isNull();
		assertThat(missing.text()).contains("The default 'HAPPY'::mood of songs.other goes with its value.",
				"~ rows of songs get 'SAD' in mood where \"mood\" IN ('HAPPY')",
				"fails if a row has HAPPY in songs.many, songs.other: give those rows another value before, as with "
						+ "Answers.fills songs.other:VALUE");
		String file = this.project.create(missing);
		this.project.upgrade();
		assertThat(labels("mood")).as(file).containsExactly("SAD");
		assertThat(values("select mood || '/' || other from songs")).containsExactly("SAD/SAD");
		assertThat(values(DEFAULT_OF_OTHER)).containsExactly((String) null);
		assertThat(this.project.check(entities(Sad.class)).text()).isEmpty();
		this.project.downgrade();
		assertThat(values(DEFAULT_OF_OTHER)).containsExactly("'HAPPY'::mood");
		this.project.upgrade();
	}

	@Test
	void aDefaultThatIsNoValueAnyMoreIsRefused() {
		assertThatExceptionOfType(AutogenerateException.class)
			.isThrownBy(() -> this.project.check(entities(SadByDefault.class)))
			.withMessageContaining("Song.other")
			.withMessageContaining("default 'HAPPY'");
	}

	@Test
	void aDefaultNobodyStatesIsRenamedWithItsValue() throws Exception {
		run("update songs set other = 'HAPPY', many = null");
		Comparison missing = this.project.compare(entities(Glad.class),
				new Answers(List.of("mood.HAPPY:GLAD"), List.of(), Interview.NOBODY));
		assertThat(missing.problem()).isNull();
		this.project.create(missing);
		this.project.upgrade();
		assertThat(values(DEFAULT_OF_OTHER)).containsExactly("'GLAD'::mood");
		this.project.downgrade();
		assertThat(values(DEFAULT_OF_OTHER)).containsExactly("'HAPPY'::mood");
		assertThat(values("select other from songs")).containsExactly("HAPPY");
	}

	@Test
	void aRenamedConstantKeepsItsRows() throws Exception {
		assertThat(this.project.check(entities(Renamed.class)).text())
			.contains("Answers.renames mood.SAD:BLUE and nothing is lost");
		Comparison missing = this.project.compare(entities(Renamed.class),
				new Answers(List.of("mood.SAD:BLUE"), List.of(), Interview.NOBODY));
		assertThat(missing.problem()).isNull();
		assertThat(this.project.create(missing)).contains("RENAME VALUE 'SAD' TO 'BLUE'");
		this.project.upgrade();
		assertThat(values("select other from songs")).containsExactly("BLUE");
		assertThat(this.project.check(entities(Renamed.class)).text()).isEmpty();
		this.project.downgrade();
		assertThat(values("select other from songs")).containsExactly("SAD");
		this.project.upgrade();
	}

	@Test
	void someoneIsAskedWhetherAConstantWasRenamed() {
		List<String> asked = new ArrayList<>();
		Comparison missing = this.project.compare(entities(Renamed.class),
				new Answers(List.of(), List.of(), new Interview() {

					@Override
					public boolean isRenamed(String from, String to) {
						return asked.add(from + ":" + to);
					}

					@Override
					public String fill(String column, String type) {
						return null;
					}

				}));
		assertThat(asked).containsExactly("mood.SAD:mood.BLUE");
		assertThat(missing.text()).isEqualTo("~ type mood has the value SAD renamed to BLUE");
	}

	@Test
	void constantsThatCompareComeInTheirOrder() throws Exception {
		assertThat(follow(Reordered.class)).contains("CREATE TYPE rank AS ENUM ('HIGH', 'LOW')");
		assertThat(values("select rank from songs where rank > 'HIGH'")).containsExactly("LOW");
		this.project.downgrade();
		assertThat(labels("rank")).containsExactly("LOW", "HIGH");
		this.project.upgrade();
		follow(First.class);
	}

	@Test
	void theOrderOfConstantsThatDoNotCompareIsLeftAlone() throws Exception {
		run("alter type mood add value 'ANGRY'");
		run("alter type mood rename to mood_before");
		run("create type mood as enum ('SAD', 'HAPPY')");
		assertThat(this.project.check(entities(First.class)).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "my_schema, my_schema", "MY_SCHEMA, my_schema", "My_Schema, My_Schema" })
	void theTypesAreWhereTheTablesAre(String written, String kept) throws Exception {
		DataSource database = TestShadows.database(SupportedPostgres.INSTANCE);
		this.project = new Project(this.folder.resolve(written), database, SupportedPostgres.INSTANCE,
				TestShadows.of(SupportedPostgres.INSTANCE))
			.defaultSchema(written);
		run("create schema \"" + kept + '"');
		for (Class<?> entity : List.of(First.class, More.class)) {
			EntityModel entities = (empty) -> TestEntities.boot(empty,
					Map.of(MappingSettings.DEFAULT_SCHEMA, written.equals(kept) ? '"' + kept + '"' : written), entity);
			Comparison missing = this.project.check(entities);
			assertThat(missing.problem()).isNull();
			String file = this.project.create(missing);
			this.project.upgrade();
			assertThat(this.project.check(entities).text()).as(file).isEmpty();
			assertThat(this.project.drift().text()).as(file).isEmpty();
			this.project.downgrade();
			this.project.upgrade();
		}
		assertThat(values("select udt_schema || '.' || table_schema from information_schema.columns "
				+ "where table_name = 'songs' and column_name = 'mood'"))
			.containsExactly(kept + "." + kept);
	}

	@Test
	void everythingAtOnce() throws Exception {
		run("update songs set other = 'HAPPY', many = '{HAPPY}'");
		follow(AtOnce.class);
		assertThat(labels("mood")).containsExactlyInAnyOrder("HAPPY", "WILD");
		assertThat(values("select other from songs")).containsExactly("HAPPY");
		this.project.downgrade();
		this.project.downgrade();
		this.project.upgrade();
		assertThat(this.project.check(entities(AtOnce.class)).text()).isEmpty();
	}

	private String follow(Class<?> entity, String... fills) throws Exception {
		Comparison missing = this.project.compare(entities(entity),
				new Answers(List.of(), List.of(fills), Interview.NOBODY));
		assertThat(missing.problem()).isNull();
		assertThat(missing.warnings()).isEmpty();
		String file = this.project.create(missing);
		this.project.upgrade();
		assertThat(this.project.check(entities(entity)).text()).as(file).isEmpty();
		return file;
	}

	private static EntityModel entities(Class<?> entity) {
		return (empty) -> TestEntities.boot(empty, entity);
	}

	private List<String> labels(String type) throws SQLException {
		return values("select enumlabel from pg_enum where enumtypid = '" + type + "'::regtype order by enumsortorder");
	}

	private void run(String sql) throws SQLException {
		try (Connection connection = this.project.database().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private List<String> values(String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (Connection connection = this.project.database().getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class First {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			HAPPY, SAD

		}

		enum Rank {

			LOW, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class More {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			CALM, HAPPY, SAD

		}

		enum Rank {

			LOW, MID, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class MoreByDefault {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		Mood third;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'CALM'")
		Mood fourth;

		enum Mood {

			CALM, HAPPY, SAD

		}

		enum Rank {

			LOW, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class Fewer {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			HAPPY

		}

		enum Rank {

			LOW, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class Renamed {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			HAPPY, BLUE

		}

		enum Rank {

			LOW, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class Reordered {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			HAPPY, SAD

		}

		enum Rank {

			HIGH, LOW

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class AtOnce {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'WILD'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			HAPPY, WILD

		}

		enum Rank {

			LOW, MID, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class Sad {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			SAD

		}

		enum Rank {

			LOW, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class SadByDefault {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		@ColumnDefault("'HAPPY'")
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			SAD

		}

		enum Rank {

			LOW, HIGH

		}

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class Glad {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		Mood other;

		@JdbcTypeCode(SqlTypes.ARRAY)
		@Column(columnDefinition = "mood[]")
		Mood[] many;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Rank rank;

		enum Mood {

			GLAD

		}

		enum Rank {

			LOW, HIGH

		}

	}

}
