package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresSequenceEvolutionTests extends SequenceEvolutionContractTests {

	@Override
	SupportedProduct product() {
		return SupportedPostgres.INSTANCE;
	}

}
