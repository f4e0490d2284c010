package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteDowngradeTests extends DowngradeContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
