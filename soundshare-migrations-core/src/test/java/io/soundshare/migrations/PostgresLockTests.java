package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresLockTests extends LockContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
