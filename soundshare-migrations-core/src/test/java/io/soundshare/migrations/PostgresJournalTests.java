package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresJournalTests extends JournalContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
