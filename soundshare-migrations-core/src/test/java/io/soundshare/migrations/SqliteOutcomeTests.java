package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteOutcomeTests extends OutcomeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
