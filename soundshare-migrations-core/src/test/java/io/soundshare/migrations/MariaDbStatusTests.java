package io.soundshare.migrations;

import java.nio.file.Path;

class MariaDbStatusTests extends StatusContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
