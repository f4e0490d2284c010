package io.soundshare.migrations.autogenerate;

import java.util.stream.LongStream;

import io.soundshare.migrations.autogenerate.model.Product;

class PostgresEvolutionTests extends EvolutionContractTests {

	static LongStream seeds() {
		return seeds("evolution.postgres", 5);
	}

	@Override
	Product product() {
		return Product.POSTGRESQL;
	}

}
