package io.soundshare.migrations;

import java.nio.file.Path;

class PostgresRedactionTests extends RedactionContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
