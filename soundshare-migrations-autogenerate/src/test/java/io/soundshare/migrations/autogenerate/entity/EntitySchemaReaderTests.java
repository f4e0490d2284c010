package io.soundshare.migrations.autogenerate.entity;

import java.util.Locale;

import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("server")
class EntitySchemaReaderTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "ARRAYS")
	void wantsOnSqlite(Feature feature) {
		verify(feature, Product.SQLITE);
	}

	@ParameterizedTest
	@EnumSource
	void wantsOnPostgresql(Feature feature) {
		verify(feature, Product.POSTGRESQL);
	}

	private static void verify(Feature feature, Product product) {
		try (MappedEntities entities = feature.boot(TestDatabases.empty(product))) {
			Schema schema = EntitySchemaReader.read(entities, product);
			Golden.verify(name(feature) + "." + name(product) + ".txt", SchemaText.of(schema));
		}
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
