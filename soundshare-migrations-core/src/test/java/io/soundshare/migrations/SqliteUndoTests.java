package io.soundshare.migrations;

import java.nio.file.Path;

/**
 * On SQLite.
 */
class SqliteUndoTests extends UndoContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
