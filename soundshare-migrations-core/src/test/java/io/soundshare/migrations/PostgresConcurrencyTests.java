package io.soundshare.migrations;

import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresConcurrencyTests extends ConcurrencyContractTests {

	@Override
	TestDatabase open() {
		return new PostgresTestDatabase();
	}

	@Override
	String url(TestDatabase database) {
		return PostgresTestDatabase.server().getJdbcUrl("postgres", ((PostgresTestDatabase) database).name());
	}

}
