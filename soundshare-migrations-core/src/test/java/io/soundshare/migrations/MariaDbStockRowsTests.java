package io.soundshare.migrations;

import java.nio.file.Path;

class MariaDbStockRowsTests extends StockRowsContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
