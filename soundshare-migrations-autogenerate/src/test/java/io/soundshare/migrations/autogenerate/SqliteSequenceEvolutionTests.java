package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;

class SqliteSequenceEvolutionTests extends SequenceEvolutionContractTests {

	@Override
	Product product() {
		return Product.SQLITE;
	}

}
