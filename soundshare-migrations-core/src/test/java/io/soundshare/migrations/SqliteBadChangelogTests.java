package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteBadChangelogTests extends BadChangelogContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
