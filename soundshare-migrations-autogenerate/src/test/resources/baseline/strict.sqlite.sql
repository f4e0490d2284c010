-- STRICT tables, and a song's key that is not the rowid.
CREATE TABLE artists (id INT PRIMARY KEY NOT NULL, name TEXT NOT NULL, country TEXT) STRICT;
CREATE TABLE songs (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  artist_id INT REFERENCES artists(id) ON DELETE SET NULL,
  genre TEXT,
  price REAL DEFAULT 1.5 CONSTRAINT ck_price CHECK (price BETWEEN 0 AND 1000),
  seconds INTEGER,
  raw ANY,
  art BLOB,
  parent TEXT,
  FOREIGN KEY (parent) REFERENCES songs (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX idx_songs_genre ON songs (genre COLLATE NOCASE DESC) WHERE genre IS NOT NULL;
CREATE TABLE plays (song_id TEXT NOT NULL REFERENCES songs ON DELETE CASCADE, at TEXT DEFAULT (datetime('now')), n INT) STRICT;
CREATE TRIGGER plays_ai AFTER INSERT ON plays BEGIN UPDATE songs SET seconds = coalesce(seconds, 0) + 1 WHERE id = new.song_id; END;
CREATE VIEW top_songs AS SELECT title, (SELECT count(*) FROM plays p WHERE p.song_id = songs.id) AS plays FROM songs;
INSERT INTO artists VALUES (10, 'Aurora', 'NO'), (20, 'Björk', NULL);
INSERT INTO songs (id, title, artist_id, genre, price, seconds, raw, art, parent) VALUES
  ('s1', 'Runaway', 10, 'pop', 1.0, 247, 1, x'01', NULL),
  ('s2', 'Jóga', 20, NULL, 2.5, NULL, 'x', NULL, 's1'),
  ('s9', 'gone', 20, NULL, 3, NULL, NULL, NULL, NULL),
  ('s3', 'Army of Me', 20, 'rock', 0, 234, x'00', x'', 's3');
DELETE FROM songs WHERE id = 's9'; -- a rowid gap
INSERT INTO plays VALUES ('s1', '2020-01-01 00:00:00', 1), ('s1', '2020-01-02 00:00:00', 2), ('s2', '2020-01-03 00:00:00', NULL);
