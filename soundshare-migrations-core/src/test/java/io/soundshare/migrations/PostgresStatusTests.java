package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresStatusTests extends StatusContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
