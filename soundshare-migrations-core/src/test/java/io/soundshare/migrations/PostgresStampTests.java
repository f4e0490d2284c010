package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresStampTests extends StampContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
