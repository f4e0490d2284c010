package io.soundshare.migrations;

import java.nio.file.Path;

class MariaDbOutcomeTests extends OutcomeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
