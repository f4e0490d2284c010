package io.soundshare.migrations.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaFactsTests {

	@ParameterizedTest
	@EnumSource
	void opensEachVersionInItsOwnClassLoader(SqliteDrivers driver, @TempDir Path directory) throws SQLException {
		try (Connection connection = driver.open(directory.resolve("a.db"), true)) {
			String expected = driver.toString().replaceAll("SQLite (managed)?|\\.\\d+$", "");
			assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith(expected).startsWith("3.");
			assertThat(SchemaFacts.of(connection).facts()).containsEntry("pragma foreign_keys", "1");
		}
	}

	@Test
	void namesWhatDiffers() throws SQLException {
		try (Connection connection = SqliteDrivers.MANAGED.openInMemory(false);
				Statement statement = connection.createStatement()) {
			statement.executeUpdate("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE)");
			statement.executeUpdate("CREATE VIEW v AS SELECT a FROM t");
			statement.executeUpdate("INSERT INTO t VALUES (7, 'x')");
			SchemaFacts before = SchemaFacts.of(connection);
			statement.executeUpdate("PRAGMA writable_schema = ON");
			statement.executeUpdate("UPDATE sqlite_master SET sql = 'CREATE VIEW v AS SELECT b FROM t' WHERE name='v'");
			statement.executeUpdate("PRAGMA writable_schema = RESET");
			statement.executeUpdate("PRAGMA legacy_alter_table = ON");
			statement.executeUpdate("ALTER TABLE t RENAME TO \"u\"");
			statement.executeUpdate("UPDATE u SET a = x'78'");
			assertThat(before.diff(SchemaFacts.of(connection))).contains("- t.a = TEXT COLLATE NOCASE",
					"- t.a cells = 7: 'x'", "+ u.a cells = 7: X'78'",
					"~ view v columns = BROKEN: no such table: main.t  (was a)");
		}
	}

	@Test
	void seesNoDifferenceInQuotesAndWhiteSpace() {
		assertThat(SqlText.normalise("CREATE  TABLE IF NOT EXISTS \"a\"( [b]  decimal (10 ,2),-- x\n`order x` )"))
			.isEqualTo(SqlText.normalise("CREATE TABLE a (b decimal(10,2), \"order x\")"));
	}

}
