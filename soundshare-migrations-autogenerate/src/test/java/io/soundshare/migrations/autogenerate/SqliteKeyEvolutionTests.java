package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;

class SqliteKeyEvolutionTests extends KeyEvolutionContractTests {

	@Override
	Product product() {
		return Product.SQLITE;
	}

}
