package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("process")
public class SqliteCrashTests extends CrashContractTests {

	@Override
	TestDatabase open() {
		return new SqliteTestDatabase(this.folder);
	}

	@Override
	String url(TestDatabase database) {
		return "jdbc:sqlite:" + ((SqliteTestDatabase) database).file() + "?foreign_keys=true";
	}

	@Override
	void cut(Connection connection) throws SQLException {
		connection.close();
	}

	@Override
	void verifyIntegrity(TestDatabase database) {
		assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
		assertThat(database.rows("PRAGMA foreign_key_check")).isEmpty();
	}

}
