package io.soundshare.migrations.autogenerate;

import java.util.stream.LongStream;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Tag;

@Tag("random")
class SqliteEvolutionTests extends EvolutionContractTests {

	static LongStream seeds() {
		return seeds("evolution.sqlite", 30);
	}

	@Override
	SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

}
