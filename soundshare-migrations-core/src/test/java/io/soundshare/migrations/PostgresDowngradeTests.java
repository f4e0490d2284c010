package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresDowngradeTests extends DowngradeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
