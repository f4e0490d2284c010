package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteParameterTests extends ParameterContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

}
