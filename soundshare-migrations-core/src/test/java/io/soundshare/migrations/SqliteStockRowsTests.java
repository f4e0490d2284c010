package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteStockRowsTests extends StockRowsContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
