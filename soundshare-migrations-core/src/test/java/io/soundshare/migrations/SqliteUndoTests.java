package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteUndoTests extends UndoContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
