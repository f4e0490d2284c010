package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.model.Product;
import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresSequenceEvolutionTests extends SequenceEvolutionContractTests {

	@Override
	Product product() {
		return Product.POSTGRESQL;
	}

}
