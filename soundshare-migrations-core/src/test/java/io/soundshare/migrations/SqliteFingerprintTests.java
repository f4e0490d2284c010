package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteFingerprintTests extends FingerprintContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
