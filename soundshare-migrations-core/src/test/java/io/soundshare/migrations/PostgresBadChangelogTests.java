package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresBadChangelogTests extends BadChangelogContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
