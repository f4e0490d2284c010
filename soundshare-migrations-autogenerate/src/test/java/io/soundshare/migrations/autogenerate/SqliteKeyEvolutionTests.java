package io.soundshare.migrations.autogenerate;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class SqliteKeyEvolutionTests extends KeyEvolutionContractTests {

	@Override
	SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

}
