package io.soundshare.migrations.sqlite.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DependentsTests {

	private final Connection connection = SqliteDrivers.MANAGED.openInMemory(true);

	@BeforeEach
	void tables() throws SQLException {
		execute("CREATE TABLE genre (name TEXT PRIMARY KEY, parent TEXT REFERENCES genre)",
				"CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT, genre TEXT, \"order\" INT)",
				"CREATE TABLE audit (what TEXT, genre TEXT)");
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void nothingDependsOnATableThatOnlyRefersToItself() {
		assertThat(Dependents.of(schema(), "genre").whyNotDropped()).isEmpty();
	}

	@Test
	void namesEveryDependentAndTheWayOut() throws SQLException {
		execute("CREATE TABLE albums (g TEXT REFERENCES Genre (name), h TEXT REFERENCES genre)",
				"CREATE VIEW genres AS SELECT name FROM genre",
				"CREATE TRIGGER t AFTER INSERT ON songs BEGIN INSERT INTO genre (name) VALUES (new.genre); END",
				"CREATE TRIGGER own AFTER INSERT ON genre BEGIN DELETE FROM genre WHERE name = ''; END");
		assertThat(Dependents.of(schema(), "GENRE").whyNotDropped())
			.hasValue("Table GENRE cannot be dropped, because it is used by foreign key albums (h) -> genre;"
					+ " foreign key albums (g) -> Genre (name); view genres; trigger t on songs."
					+ " Set cascadeConstraints: true to drop the foreign keys, and drop the views and triggers first.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT * FROM genre", "SELECT * FROM songs s JOIN main.genre g ON g.name = s.genre",
			"SELECT * FROM songs, \"genre\" g", "SELECT * FROM (songs CROSS JOIN [genre])",
			"SELECT * FROM (genre, audit)", "SELECT (SELECT max(name) FROM genre) FROM songs",
			"SELECT * FROM songs WHERE genre IN genre", "WITH g AS (SELECT 1 FROM/* */Genre) SELECT * FROM g",
			"SELECT title FROM songs UNION SELECT name FROM genre ORDER BY 1",
			"SELECT * FROM songs s LEFT JOIN audit a ON a.what IN (1, 2), genre" })
	void aViewThatReadsTheTableDependsOnIt(String select) throws SQLException {
		execute("CREATE VIEW v AS " + select);
		assertThat(Dependents.of(schema(), "genre").views()).extracting(StoredObject::name).containsExactly("v");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT title, genre FROM songs", "SELECT count(genre), 'FROM genre' FROM songs",
			"SELECT title FROM songs WHERE title IN ('a', genre) ORDER BY title, genre",
			"SELECT genre.title FROM songs AS genre /* FROM genre */",
			"SELECT title IS NOT DISTINCT FROM genre FROM songs" })
	void aViewWithAColumnOfThatNameDoesNot(String select) throws SQLException {
		execute("CREATE VIEW v AS " + select);
		assertThat(Dependents.of(schema(), "genre").views()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE genre SET name = 1", "UPDATE OR IGNORE genre SET name = 1",
			"INSERT OR REPLACE INTO genre VALUES (1, 2)", "DELETE FROM genre", "REPLACE INTO genre VALUES (1, 2)",
			"UPDATE audit SET what = 1 FROM genre" })
	void aTriggerThatUsesTheTableDependsOnIt(String body) throws SQLException {
		execute("CREATE TRIGGER t AFTER UPDATE OF genre ON songs BEGIN SELECT 1; " + body + "; END");
		assertThat(Dependents.of(schema(), "genre").triggers()).extracting(StoredObject::name).containsExactly("t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE audit SET what = 1, genre = new.genre",
			"INSERT INTO audit (what, genre) VALUES (1, 2)", "DELETE FROM audit WHERE genre = old.genre" })
	void aTriggerWithAColumnOfThatNameDoesNot(String body) throws SQLException {
		execute("CREATE TRIGGER t AFTER UPDATE OF title, genre ON songs BEGIN " + body + "; END");
		assertThat(Dependents.of(schema(), "genre").triggers()).isEmpty();
	}

	private SqliteSchema schema() {
		return SqliteSchema.of(this.connection);
	}

	private void execute(String... statements) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
