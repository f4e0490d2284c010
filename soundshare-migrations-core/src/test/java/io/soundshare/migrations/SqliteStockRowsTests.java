package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class SqliteStockRowsTests extends StockRowsContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
