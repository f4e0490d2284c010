package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteOneTransactionTests extends OneTransactionContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
