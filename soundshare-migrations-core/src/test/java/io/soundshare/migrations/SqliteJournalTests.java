package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteJournalTests extends JournalContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
