package io.soundshare.migrations.autogenerate.entity;

import java.util.Locale;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("server")
class EntitySchemaReaderTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "ARRAYS")
	void wantsOnSqlite(Feature feature) {
		verify(feature, SupportedSqlite.INSTANCE);
	}

	@ParameterizedTest
	@EnumSource
	void wantsOnPostgresql(Feature feature) {
		verify(feature, SupportedPostgres.INSTANCE);
	}

	private static void verify(Feature feature, SupportedProduct product) {
		try (MappedEntities entities = feature.boot(TestDatabases.empty(product))) {
			Schema schema = EntitySchemaReader.read(entities, product);
			Golden.verify(name(feature) + "." + product.name().toLowerCase(Locale.ROOT) + ".txt",
					SchemaText.of(schema));
		}
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
