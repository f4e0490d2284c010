package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresStockRowsTests extends StockRowsContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
