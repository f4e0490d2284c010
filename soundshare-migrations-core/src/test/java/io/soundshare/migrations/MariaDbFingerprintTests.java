package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;

@Tag("server")
class MariaDbFingerprintTests extends FingerprintContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

}
