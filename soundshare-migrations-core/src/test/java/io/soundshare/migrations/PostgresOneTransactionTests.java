package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresOneTransactionTests extends OneTransactionContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
