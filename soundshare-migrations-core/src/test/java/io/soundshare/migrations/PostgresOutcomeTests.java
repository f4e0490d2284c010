package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresOutcomeTests extends OutcomeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
