package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Tag("server")
class PostgresCrashTests extends CrashContractTests {

	private final PostgresTestDatabase database = new PostgresTestDatabase();

	/**
	 * To fork a process for each connection takes the server longer than all the rest.
	 */
	private final SingleConnectionDataSource survivor = new SingleConnectionDataSource(url(this.database), true);

	@AfterEach
	void close() {
		this.survivor.destroy();
	}

	@Override
	int step() {
		return (KILLS != 0) ? 3 : 1;
	}

	@Override
	TestDatabase open() {
		TestDatabase opened = new PostgresTestDatabase(this.database.name(), this.survivor);
		opened.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
		return opened;
	}

	@Override
	DataSource dying(TestDatabase database) {
		return this.database.dataSource();
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
