package io.soundshare.migrations.sqlite.snapshot;

import java.sql.SQLException;

import io.soundshare.migrations.sqlite.SqliteDatabase;
import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DropAllTests {

	@ParameterizedTest
	@EnumSource
	void dropsWhatRefersToEachOtherAndEnforcesForeignKeysAfterwards(SqliteDrivers driver)
			throws SQLException, LiquibaseException {
		try (Databases databases = new Databases(driver)) {
			SqliteDatabase database = (SqliteDatabase) databases.with(
					"CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT)",
					"CREATE TABLE a (b INT REFERENCES b, i INT REFERENCES p UNIQUE)",
					"CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a (i))", "INSERT INTO p VALUES (1)",
					"INSERT INTO a VALUES (NULL, 1)", "INSERT INTO b VALUES (1, 1)", "UPDATE a SET b = 1",
					"CREATE TABLE song_seq (next_val bigint)", "CREATE VIEW w AS SELECT * FROM a",
					"CREATE VIEW v AS SELECT * FROM w", "CREATE VIEW x AS SELECT * FROM v",
					"CREATE VIRTUAL TABLE search USING fts5(title)", "CREATE INDEX i ON a (b)",
					"CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END");
			new Liquibase("unused", new ClassLoaderResourceAccessor(), database).dropAll();
			assertThat(database.schema().objects()).isEmpty();
			assertThat(database.schema().pragma("foreign_keys")).isEqualTo(1);
		}
	}

}
