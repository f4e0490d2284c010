package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresUpgradeTests extends UpgradeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
