package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class SqliteKeyEvolutionTests extends KeyEvolutionContractTests {

	@Override
	Product product() {
		return Product.SQLITE;
	}

}
