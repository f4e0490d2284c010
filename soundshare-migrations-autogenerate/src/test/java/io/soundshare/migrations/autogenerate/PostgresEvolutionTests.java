package io.soundshare.migrations.autogenerate;

import java.util.stream.LongStream;

import io.soundshare.migrations.autogenerate.model.Product;
import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresEvolutionTests extends EvolutionContractTests {

	static LongStream seeds() {
		return seeds("evolution.postgres", 5);
	}

	@Override
	Product product() {
		return Product.POSTGRESQL;
	}

}
