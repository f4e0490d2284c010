package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteUpgradeTests extends UpgradeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
