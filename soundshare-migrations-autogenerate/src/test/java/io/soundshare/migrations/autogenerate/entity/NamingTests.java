package io.soundshare.migrations.autogenerate.entity;

import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.TestEntities;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.features.Constraints;
import io.soundshare.migrations.autogenerate.entity.features.Types;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.cfg.MappingSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("server")
class NamingTests {

	private static final Class<?>[] ENTITIES = { Constraints.Author.class, Constraints.Book.class };

	@Test
	void keepsHibernatesOwnNamesOnSqlite() {
		try (MappedEntities entities = TestEntities.standard(TestDatabases.empty(SupportedSqlite.INSTANCE), Map.of(),
				ENTITIES)) {
			assertThat(text(entities, SupportedSqlite.INSTANCE)).contains("table Author\n", "table Book\n",
					"fk_book_muse_id (muse_id) references Author (id)", "unique uq_book_muse_id (muse_id)");
		}
	}

	@Test
	void foldsHibernatesOwnNamesOnPostgresql() {
		try (MappedEntities entities = TestEntities.standard(TestDatabases.empty(SupportedPostgres.INSTANCE), Map.of(),
				ENTITIES)) {
			assertThat(text(entities, SupportedPostgres.INSTANCE)).contains("table author\n", "table book\n",
					"fk_book_muse_id (muse_id) references author (id)");
		}
	}

	@Test
	void quotesWhatIsQuotedGlobally() {
		Map<String, Object> settings = Map.of(MappingSettings.GLOBALLY_QUOTED_IDENTIFIERS, "true");
		try (MappedEntities entities = TestEntities.standard(TestDatabases.empty(SupportedPostgres.INSTANCE), settings,
				ENTITIES)) {
			assertThat(text(entities, SupportedPostgres.INSTANCE)).contains("table Author\n", "table Book\n",
					"fk_book_muse_id (muse_id) references Author (id)", "uq_book_muse_id (muse_id)");
		}
	}

	@Test
	void takesTheNamesOfAnApplicationsStrategyForChosen() {
		Map<String, Object> settings = Map.of(MappingSettings.IMPLICIT_NAMING_STRATEGY, new OwnNames());
		try (MappedEntities entities = TestEntities.boot(TestDatabases.empty(SupportedSqlite.INSTANCE), settings,
				ENTITIES)) {
			assertThat(text(entities, SupportedSqlite.INSTANCE)).contains("unique unique_key_of_book! (muse_id)",
					"foreign key foreign_key_of_book! (muse_id)");
		}
	}

	@Test
	void tellsWhatTheTablesNeedFirst() {
		try (MappedEntities entities = TestEntities.boot(TestDatabases.empty(SupportedPostgres.INSTANCE),
				Types.Named.class, Types.Located.class)) {
			assertThat(EntitySchemaReader.types(entities, SupportedPostgres.INSTANCE)).extracting(NamedType::sql)
				.contains("create type Mood as enum ('HAPPY','SAD')")
				.anyMatch((sql) -> sql.startsWith("create type point_of_map as"));
			Golden.verify("named-types.postgresql.txt", text(entities, SupportedPostgres.INSTANCE));
		}
	}

	static Stream<SupportedProduct> products() {
		return Stream.of(SupportedSqlite.INSTANCE, SupportedPostgres.INSTANCE);
	}

	@ParameterizedTest
	@MethodSource("products")
	void tellsWhatCannotBe(SupportedProduct product) {
		try (MappedEntities entities = Feature.MISTAKES.boot(TestDatabases.empty(product))) {
			assertThat(EntitySchemaReader.problems(entities, product)).containsExactly(
					"No foreign key of table broken (longest): minutes of film is not unique. Make it so, or say @ForeignKey(ConstraintMode.NO_CONSTRAINT).",
					"No index on table broken: it has no column nowhere. Correct the columns of the annotation.",
					"No unique constraint on table broken: it has no column nothing. Correct the columns of the annotation.",
					"The name broken is taken: that of table broken is made up. Give it another name.",
					"The name ix_taken is taken: that of table film is made up. Give it another name.");
		}
	}

	@ParameterizedTest
	@MethodSource("products")
	void hasNothingToTellOfOthers(SupportedProduct product) {
		try (MappedEntities entities = Feature.FOREIGN_KEYS.boot(TestDatabases.empty(product))) {
			assertThat(EntitySchemaReader.problems(entities, product)).isEmpty();
		}
	}

	@Test
	void tellsWhichColumnHasNoType() {
		try (MappedEntities entities = TestEntities.boot(TestDatabases.empty(SupportedSqlite.INSTANCE),
				Types.Arrays.class)) {
			assertThatExceptionOfType(AutogenerateException.class)
				.isThrownBy(() -> EntitySchemaReader.read(entities, SupportedSqlite.INSTANCE))
				.withMessageContaining("column 'amounts' of table 'arrays'");
		}
	}

	private static String text(MappedEntities entities, SupportedProduct product) {
		return SchemaText.of(EntitySchemaReader.read(entities, product));
	}

	/**
	 * An application's own.
	 */
	private static final class OwnNames extends ImplicitNamingStrategyJpaCompliantImpl {

		@Override
		protected String generateConstraintNameString(ImplicitConstraintNameSource source) {
			return source.kind().name().toLowerCase(java.util.Locale.ROOT) + "_of_" + source.getTableName().getText();
		}

	}

}
