package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteLockTests extends LockContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
