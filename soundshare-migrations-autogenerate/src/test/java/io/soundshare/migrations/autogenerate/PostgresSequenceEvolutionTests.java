package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;

class PostgresSequenceEvolutionTests extends SequenceEvolutionContractTests {

	@Override
	Product product() {
		return Product.POSTGRESQL;
	}

}
