package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteRedactionTests extends RedactionContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
