package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;

@Tag("server")
class PostgresScriptTests extends ScriptContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new PostgresTestDatabase();
	}

	@Override
	String[] awkward() {
		return new String[] { """
				--changeset anna:one
				--comment: it's "one" -- really; ü
				CREATE TABLE songs (id SERIAL PRIMARY KEY, title TEXT NOT NULL DEFAULT 'a;b', plays INT);
				INSERT INTO songs (title) VALUES ('Alice; Bob''s -- song');
				--rollback DROP TABLE songs;
				""", """
				--changeset anna:two splitStatements:false
				CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
					NEW.plays := 0;
					RETURN NEW;
				END $$;
				CREATE TYPE mood AS ENUM ('sad', 'happy');
				--rollback DROP TYPE mood; DROP FUNCTION touch();
				""", """
				--changeset anna:three labels:l1,l2 context:"a or b"
				CREATE TRIGGER touch BEFORE INSERT ON songs FOR EACH ROW EXECUTE FUNCTION touch();
				CREATE VIEW titles AS SELECT title FROM songs;
				--rollback DROP VIEW titles;
				--rollback DROP TRIGGER touch ON songs;
				""" };
	}

}
