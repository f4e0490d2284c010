package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteStampTests extends StampContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
