package io.soundshare.migrations.autogenerate;

import java.util.stream.LongStream;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresEvolutionTests extends EvolutionContractTests {

	static LongStream seeds() {
		return seeds("evolution.postgres", 5);
	}

	@Override
	SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

}
