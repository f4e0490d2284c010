package io.soundshare.migrations;

import org.junit.jupiter.api.Tag;

@Tag("process")
class SqliteConcurrencyTests extends ConcurrencyContractTests {

	@Override
	TestDatabase open() {
		return new SqliteTestDatabase(this.folder);
	}

	@Override
	String url(TestDatabase database) {
		return "jdbc:sqlite:" + ((SqliteTestDatabase) database).file() + "?foreign_keys=true";
	}

}
