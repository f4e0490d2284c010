package io.soundshare.migrations;

import java.nio.file.Path;

class MariaDbDowngradeTests extends DowngradeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
