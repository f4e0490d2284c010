-- The hairy one: every feature that a rebuild could lose, around the table songs.
CREATE TABLE artists (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE CONSTRAINT uq_artist_name UNIQUE,
  country TEXT DEFAULT 'NO',
  born DATE
);
CREATE TABLE labels (code TEXT PRIMARY KEY, city TEXT) WITHOUT ROWID;
CREATE TABLE "songs"(
	id INTEGER PRIMARY KEY AUTOINCREMENT, -- the key
	title VARCHAR(200) COLLATE NOCASE NOT NULL,
	artist_id INTEGER NOT NULL CONSTRAINT fk_song_artist REFERENCES artists (id) ON DELETE CASCADE ON UPDATE CASCADE,
	label_code TEXT CONSTRAINT fk_label REFERENCES labels DEFERRABLE INITIALLY DEFERRED,
	genre TEXT DEFAULT 'pop' /* never 'rock' */,
	price DECIMAL(10,2) DEFAULT 0.99 CHECK (price >= 0),
	seconds INT CONSTRAINT positive_seconds CHECK (seconds > 0),
	isrc CHAR(12),
	cover_of INTEGER REFERENCES songs(id) ON DELETE SET NULL,
	added TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
	token TEXT DEFAULT (lower('ABC') || 'd'),
	minutes REAL GENERATED ALWAYS AS (seconds / 60.0) VIRTUAL,
	slug TEXT AS (lower(title) || '-' || id) STORED,
	art BLOB,
	"order" INTEGER DEFAULT -1,
	anything,
	UNIQUE (isrc),
	CONSTRAINT uq_song UNIQUE (title, artist_id) ON CONFLICT ABORT,
	CHECK (genre <> 'rock'),
	CONSTRAINT ck_len CHECK (length(title) < 100)
);
CREATE INDEX idx_song_artist ON songs (artist_id);
CREATE INDEX idx_song_price ON songs (price DESC, title COLLATE RTRIM);
CREATE INDEX idx_song_cheap ON songs (genre) WHERE price < 1;
CREATE UNIQUE INDEX ux_song_lower ON songs (lower(title), artist_id);
CREATE TABLE playlists (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE playlist_songs (
  playlist_id INTEGER NOT NULL REFERENCES playlists(id) ON DELETE CASCADE,
  song_id INTEGER NOT NULL REFERENCES songs(id) ON DELETE CASCADE,
  pos INTEGER,
  PRIMARY KEY (playlist_id, song_id)
) WITHOUT ROWID;
CREATE TABLE reviews (id INTEGER PRIMARY KEY, song_id INTEGER REFERENCES songs(id) ON DELETE SET NULL, stars INT);
CREATE TABLE charts (id INTEGER PRIMARY KEY, song_id INTEGER DEFAULT 1 REFERENCES songs(id) ON DELETE SET DEFAULT, week INT);
CREATE TABLE sales (id INTEGER PRIMARY KEY, song_id INTEGER NOT NULL REFERENCES songs(id) ON DELETE RESTRICT, amount NUMERIC);
CREATE TABLE credits (
  id INTEGER PRIMARY KEY, song_isrc CHAR(12), title TEXT, artist_id INT,
  CONSTRAINT fk_credit_isrc FOREIGN KEY (song_isrc) REFERENCES songs (isrc) ON UPDATE CASCADE,
  FOREIGN KEY (title, artist_id) REFERENCES songs (title, artist_id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE audit (n INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT);
CREATE TABLE counters (name TEXT PRIMARY KEY, n INT);
CREATE TABLE __songs (x INT); -- names a rebuild might want for itself
CREATE TABLE songs_new (x INT);
CREATE TABLE songs_temporary (x INT);
CREATE TABLE new_songs (x INT);
CREATE TABLE songs_old (x INT);
CREATE TABLE _songs_rebuild (x INT);

CREATE TRIGGER songs_ai AFTER INSERT ON songs BEGIN
  INSERT INTO audit (what) VALUES ('song ' || new.title || CASE WHEN new.genre IS NULL THEN '' ELSE ';' || new.genre END);
  UPDATE counters SET n = n + 1 WHERE name = 'songs';
END;
CREATE TRIGGER songs_bd BEFORE DELETE ON songs WHEN old.price > 100 BEGIN SELECT RAISE(ABORT, 'too valuable'); END;
CREATE TRIGGER songs_up AFTER UPDATE OF price ON songs BEGIN INSERT INTO audit (what) VALUES ('price of ' || old.id); END;
CREATE TRIGGER reviews_ai AFTER INSERT ON reviews BEGIN
  UPDATE songs SET price = price + 0.01 WHERE id = new.song_id;
END;
CREATE TRIGGER artists_bu BEFORE UPDATE OF name ON artists BEGIN
  INSERT INTO audit (what) SELECT 'renaming ' || count(*) FROM songs WHERE artist_id = old.id;
END;
CREATE VIEW song_list AS SELECT s.id, s.title, a.name AS artist, s.price FROM songs s JOIN artists a ON a.id = s.artist_id;
CREATE VIEW cheap_list AS SELECT * FROM song_list WHERE price < 1 /* a view over a view */;
CREATE VIEW song_titles (t) AS SELECT title FROM songs;
CREATE TRIGGER song_list_ii INSTEAD OF INSERT ON song_list BEGIN
  INSERT INTO songs (title, artist_id, price) VALUES (new.title, (SELECT id FROM artists WHERE name = new.artist), new.price);
END;
CREATE TRIGGER song_list_id INSTEAD OF DELETE ON song_list BEGIN DELETE FROM songs WHERE id = old.id; END;

INSERT INTO artists (id, name, country, born) VALUES (1, 'Aurora', 'NO', '1996-06-15'), (2, 'Björk', 'IS', NULL), (5, 'Sigrid', NULL, '1996-09-05');
INSERT INTO labels VALUES ('DECCA', 'London'), ('ONE', 'Reykjavík');
INSERT INTO counters VALUES ('songs', 0);
INSERT INTO songs (id, title, artist_id, label_code, genre, price, seconds, isrc, added, art, anything) VALUES
  (1, 'Runaway', 1, 'DECCA', 'pop', 1.29, 247, 'NOUM71400001', '2015-02-16 12:00:00', x'00FF10', 1),
  (2, 'Jóga', 2, 'ONE', NULL, 0.5, 305, 'GBAAP9700001', 1433116800000, NULL, 'text'),
  (4, 'It''s -- Oh /* So */ Quiet', 2, NULL, 'jazz', 12, 218, NULL, NULL, x'', 2.5),
  (7, 'Strangers', 5, NULL, 'pop', 0.99, 233, 'NOUM71700002', '2017-11-10', NULL, x'ABCD'),
  (9, 'Exist for Love', 1, 'DECCA', NULL, 0, 251, NULL, '2020-05-14 00:00:00', NULL, NULL);
UPDATE songs SET cover_of = 4 WHERE id = 7;
INSERT INTO songs (id, title, artist_id) VALUES (40, 'gone', 1);
DELETE FROM songs WHERE id = 40; -- sqlite_sequence is ahead of max(rowid)
INSERT INTO playlists VALUES (1, 'Morning'), (3, 'Night');
INSERT INTO playlist_songs VALUES (1, 1, 1), (1, 7, 2), (3, 2, 1), (3, 9, NULL);
INSERT INTO reviews (id, song_id, stars) VALUES (1, 1, 5), (2, 2, 4), (3, NULL, 1);
INSERT INTO charts VALUES (1, 7, 45), (2, 1, 46);
INSERT INTO sales VALUES (1, 1, 1.29), (2, 4, '12');
INSERT INTO credits VALUES (1, 'NOUM71400001', NULL, NULL), (2, NULL, 'Jóga', 2);
INSERT INTO __songs VALUES (1);
INSERT INTO songs_new VALUES (2);
INSERT INTO songs_temporary VALUES (3);
INSERT INTO new_songs VALUES (4);
