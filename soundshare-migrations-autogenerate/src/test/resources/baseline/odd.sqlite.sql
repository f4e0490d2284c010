-- Odd spelling throughout: keywords and quotes as names, comments everywhere, no key at all, rowid gaps, mixed storage classes, FTS.
CREATE TABLE [artists](id INTEGER CONSTRAINT "pk of artists" PRIMARY KEY,name text)  ;
create /* the songs */ table if not exists `songs` -- odd
( /* first */ "title" text -- with, a comma
 , artist_id int references [artists] /* no ( column ) */ on delete cascade, genre text default "quoted", price default (1 + (2 * 3)),
 seconds int default +5, 'when' text check ("when" <> 'a,b)' and 1), "a ""b""" int default 7, "select" blob, `from` numeric, [x y] int unique,
 "группа" text constraint "n n" not null default 'ø', e as ("select" || ')'),
 check ("a ""b""" > 0), constraint "u q" unique ("from", [x y])
 -- the end
 );
CREATE UNIQUE INDEX "odd ""index" ON songs ("a ""b""" desc, "группа" ) where "select" is not null
/* nothing */ ;
CREATE TABLE "group" ("order" INTEGER PRIMARY KEY, "table" TEXT REFERENCES "group" ("table"), [index] TEXT, CONSTRAINT "check" CHECK ("index" <> 'x'), UNIQUE ("table"));
CREATE INDEX "primary" ON "group" ("index");
CREATE VIEW "select" AS SELECT "order", "table" AS "from" FROM "group" WHERE "index" LIKE '%;%' OR "index" IS NULL;
CREATE TRIGGER "insert" AFTER UPDATE ON "group" WHEN new."order" > 5 BEGIN
  INSERT INTO songs (title, "when", "группа") VALUES ('END; CREATE TABLE x', CASE WHEN new."index" THEN 'a' ELSE 'END' END, ';'); -- END;
  DELETE FROM songs WHERE title = 'x';
END;
CREATE TABLE songs_temporary (id INTEGER PRIMARY KEY, song INT);
CREATE TABLE "songs_temp" (a REFERENCES songs_temporary);
CREATE TABLE refs (a INT REFERENCES songs ("x y") ON UPDATE SET NULL, b TEXT);
CREATE VIRTUAL TABLE songs_fts USING fts5(title, content='');
CREATE TRIGGER songs_fts_ai AFTER INSERT ON songs BEGIN INSERT INTO songs_fts(rowid, title) VALUES (new.rowid, new.title); END;
INSERT INTO artists VALUES (3, 'A'), (4, 'B');
INSERT INTO songs (rowid, title, artist_id, genre, price, seconds, "when", "a ""b""", "select", "from", "x y") VALUES
  (2, 'one', 3, NULL, 1, 5, NULL, 1, 'text', '12', 100),
  (3, x'31', 3, 7, '1.5', '5', 'b', 2, 5, 1.0, 200),
  (10, 'three', NULL, 'g', NULL, NULL, NULL, 9223372036854775807, x'', 1e300, NULL),
  (-4, 'minus', 4, x'00', 3.0, 2.5, 'c', 3, NULL, 9007199254740993, 9999999999999);
INSERT INTO "group" VALUES (1, 'a', 'b;c'), (2, NULL, NULL), (3, 'z', 'w');
UPDATE "group" SET "table" = 'z' WHERE "order" = 3;
INSERT INTO songs_temporary VALUES (1, 1);
INSERT INTO songs_temp VALUES (1);
INSERT INTO refs VALUES (100, 'r'), (NULL, '');
