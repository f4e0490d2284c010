package io.soundshare.migrations;

import java.nio.file.Path;

class MariaDbJournalTests extends JournalContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
