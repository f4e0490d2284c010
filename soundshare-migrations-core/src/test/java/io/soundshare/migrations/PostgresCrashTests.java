package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;

class PostgresCrashTests extends CrashContractTests {

	private final PostgresTestDatabase database = new PostgresTestDatabase();

	@Override
	TestDatabase open() {
		this.database.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
		return this.database;
	}

	@Override
	String url(TestDatabase database) {
		return PostgresTestDatabase.server().getJdbcUrl("postgres", this.database.name());
	}

	@Override
	void cut(Connection connection) throws SQLException {
		connection.abort(Runnable::run);
	}

	@Override
	void verifyIntegrity(TestDatabase database) {
	}

}
