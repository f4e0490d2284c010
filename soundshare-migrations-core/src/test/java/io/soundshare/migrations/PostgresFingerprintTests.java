package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresFingerprintTests extends FingerprintContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

}
