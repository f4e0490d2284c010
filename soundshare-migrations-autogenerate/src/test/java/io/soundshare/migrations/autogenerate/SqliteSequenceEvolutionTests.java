package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class SqliteSequenceEvolutionTests extends SequenceEvolutionContractTests {

	@Override
	Product product() {
		return Product.SQLITE;
	}

}
