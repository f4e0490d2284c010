package io.soundshare.migrations;

import java.nio.file.Path;

class SqliteScriptTests extends ScriptContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

	@Override
	String[] awkward() {
		return new String[] { """
				--changeset anna:one
				--comment: it's "one" -- really; ü
				CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT 'a;b', plays INT);
				INSERT INTO songs (title) VALUES ('Alice; Bob''s -- song');
				--rollback DROP TABLE songs;
				""", """
				--changeset anna:two splitStatements:false
				CREATE TRIGGER on_song AFTER INSERT ON songs BEGIN
					UPDATE songs SET plays = 0 WHERE id = NEW.id;
					UPDATE songs SET title = trim(title) WHERE id = NEW.id;
				END;
				--rollback DROP TRIGGER on_song;
				""", """
				--changeset anna:three labels:l1,l2 context:"a or b"
				CREATE INDEX idx ON songs (title);
				CREATE VIEW titles AS SELECT title FROM songs;
				--rollback DROP VIEW titles;
				--rollback DROP INDEX idx;
				""" };
	}

}
