package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteResetTests extends ResetContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

	@Override
	String everything() {
		return """
				--changeset anna:everything splitStatements:true endDelimiter:;;
				CREATE TABLE artists (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT,
					best INT REFERENCES songs (id) DEFERRABLE INITIALLY DEFERRED);;
				CREATE TABLE songs (id INTEGER PRIMARY KEY, artist INT NOT NULL REFERENCES artists (id));;
				INSERT INTO artists (id, name) VALUES (1, 'Björk');;
				INSERT INTO songs VALUES (10, 1);;
				UPDATE artists SET best = 10;;
				CREATE TABLE "odd ""one"" out" (id INT);;
				CREATE INDEX idx_songs ON songs (artist) WHERE artist > 0;;
				CREATE VIEW best AS SELECT a.name, s.id FROM artists a JOIN songs s ON s.id = a.best;;
				CREATE VIEW better AS SELECT * FROM best;;
				CREATE TRIGGER on_song AFTER INSERT ON songs BEGIN
					UPDATE artists SET best = NEW.id WHERE id = NEW.artist; END;;
				CREATE TRIGGER on_best INSTEAD OF INSERT ON best BEGIN INSERT INTO artists (name) VALUES (NEW.name); END;;
				CREATE VIRTUAL TABLE search USING fts5(title);;
				INSERT INTO search VALUES ('hyperballad');;
				""";
	}

}
