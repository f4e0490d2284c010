-- WITHOUT ROWID and composite keys; names only SQLite would accept.
CREATE TABLE artists (name TEXT, country TEXT, PRIMARY KEY (name DESC)) WITHOUT ROWID;
CREATE TABLE songs (
  album TEXT COLLATE NOCASE, track INTEGER, title TEXT NOT NULL DEFAULT '', artist_id TEXT, genre TEXT, price NUMERIC(10,2), seconds INTEGER,
  CONSTRAINT pk_songs PRIMARY KEY (album, track DESC),
  CONSTRAINT fk_artist FOREIGN KEY (artist_id) REFERENCES artists (name) ON UPDATE CASCADE,
  CONSTRAINT ck_track CHECK (track > 0) CONSTRAINT ck_album CHECK (album <> '')
) WITHOUT ROWID;
CREATE UNIQUE INDEX ux_title ON songs (title, album);
CREATE TABLE lyrics (album TEXT, track INTEGER, line TEXT, FOREIGN KEY (album, track) REFERENCES songs (album, track) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TRIGGER songs_au AFTER UPDATE ON songs BEGIN DELETE FROM lyrics WHERE album = old.album AND track = old.track AND new.title = ''; END;
CREATE VIEW album_lengths AS SELECT album, sum(seconds) AS total FROM songs GROUP BY album;
INSERT INTO artists VALUES ('Aurora', 'NO'), ('Björk', 'IS');
INSERT INTO songs VALUES ('Homogenic', 1, 'Hunter', 'Björk', NULL, 1, 255), ('Homogenic', 2, 'Jóga', 'Björk', 'trip', 0.99, 305), ('Step', 1, 'Queendom', 'Aurora', 'pop', '1.10', NULL);
INSERT INTO lyrics VALUES ('homogenic', 1, 'If travel is searching'), ('Homogenic', 1, 'and home'), ('Step', 1, NULL);
