--liquibase formatted sql logicalFilePath:app/changes.sql

--property name:amount value:3

--changeset anna:1
--comment: tables; the 'first' ones
CREATE TABLE songs (id int PRIMARY KEY, title varchar(100) NOT NULL, plays int DEFAULT 0);
CREATE TABLE plays (id int PRIMARY KEY, song int NOT NULL REFERENCES songs (id));
INSERT INTO songs (id, title) VALUES (1, 'It''s; not -- a comment');
/* a comment; with a semicolon */
INSERT INTO songs (id, title) VALUES (2, 'Two');
--rollback DROP TABLE plays;
--rollback DROP TABLE songs;

--changeset anna:2 dbms:sqlite endDelimiter://
CREATE TRIGGER on_play AFTER INSERT ON plays BEGIN
	UPDATE songs SET plays = plays + 1 WHERE id = NEW.song;
END
//
INSERT INTO plays VALUES (1, 1)
//
--rollback DROP TRIGGER on_play;

--changeset anna:2 dbms:postgresql endDelimiter://
CREATE FUNCTION count_play() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE songs SET plays = plays + 1 WHERE id = NEW.song;
	RETURN NEW;
END $$
//
CREATE TRIGGER on_play AFTER INSERT ON plays FOR EACH ROW EXECUTE FUNCTION count_play()
//
INSERT INTO plays VALUES (1, 1)
//
--rollback DROP TRIGGER on_play ON plays; DROP FUNCTION count_play();

--changeset ben:3 context:test labels:Fast,smoke
INSERT INTO songs (id, title, plays) VALUES (3, 'Test', ${amount});
--rollback DELETE FROM songs WHERE id = 3;

--changeset ben:4 contextFilter:"prod and !test"
INSERT INTO songs (id, title) VALUES (4, 'Prod');
--rollback DELETE FROM songs WHERE id = 4;

--changeset ben:5 labels:slow
INSERT INTO songs (id, title) VALUES (5, 'Slow');
--rollback empty

--changeset ben:6 runOnChange:true splitStatements:false
CREATE VIEW loud AS SELECT id, title FROM songs WHERE plays > 0
--rollback DROP VIEW loud;

--changeset ben:7 failOnError:false
INSERT INTO nowhere VALUES (1);

--changeset ben:8
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM songs
DROP TABLE songs;

--changeset "anna b":"id with spaces" runAlways:true
--validCheckSum: ANY
UPDATE songs SET plays = plays + 1 WHERE id = 2;
--rollback empty

--changeset ben:9 runInTransaction:false stripComments:false
-- a comment that stays
UPDATE songs SET title = 'Zwei' WHERE id = 2;
--rollback UPDATE songs SET title = 'Two' WHERE id = 2;
