package io.soundshare.migrations;

import java.nio.file.Path;

class MariaDbUpgradeTests extends UpgradeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
