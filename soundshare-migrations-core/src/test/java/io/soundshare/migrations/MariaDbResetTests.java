package io.soundshare.migrations;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;

@Tag("server")
class MariaDbResetTests extends ResetContractTests {

	@Override
	TestDatabase open(Path folder) {
		return new MariaDbTestDatabase();
	}

	@Override
	String everything() {
		return """
				--changeset anna:everything endDelimiter:;;
				CREATE SEQUENCE numbers START 5;;
				CREATE TABLE artists (id int PRIMARY KEY DEFAULT nextval(numbers), name varchar(100), best int);;
				CREATE TABLE songs (id int AUTO_INCREMENT PRIMARY KEY, artist int NOT NULL REFERENCES artists (id));;
				ALTER TABLE artists ADD FOREIGN KEY (best) REFERENCES songs (id);;
				INSERT INTO artists (id, name) VALUES (1, 'Björk');;
				INSERT INTO songs VALUES (10, 1);;
				UPDATE artists SET best = 10;;
				CREATE TABLE `odd ``one`` out` (id int);;
				CREATE TABLE plays (id int, at date) PARTITION BY HASH (id) PARTITIONS 2;;
				CREATE VIEW best AS SELECT a.name, s.id FROM artists a JOIN songs s ON s.id = a.best;;
				CREATE VIEW better AS SELECT * FROM best;;
				CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2;;
				CREATE PROCEDURE nothing(n int) SELECT 1;;
				CREATE TRIGGER tidy BEFORE INSERT ON artists FOR EACH ROW SET NEW.name = trim(NEW.name);;
				""";
	}

}
