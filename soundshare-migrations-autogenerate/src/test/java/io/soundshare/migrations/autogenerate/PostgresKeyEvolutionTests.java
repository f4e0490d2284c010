package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;

class PostgresKeyEvolutionTests extends KeyEvolutionContractTests {

	@Override
	Product product() {
		return Product.POSTGRESQL;
	}

}
