package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteStatusTests extends StatusContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
