-- What Liquibase itself creates from a changelog written for PostgreSQL.
CREATE TABLE artists (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(255) NOT NULL, country VARCHAR(2));
CREATE TABLE songs (id INTEGER CONSTRAINT pk_songs PRIMARY KEY AUTOINCREMENT NOT NULL, title VARCHAR(255) NOT NULL, artist_id BIGINT NOT NULL, genre VARCHAR(40), price DECIMAL(10, 2), seconds INTEGER DEFAULT 0 NOT NULL, explicit BOOLEAN DEFAULT 0, released DATE, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL, rating DOUBLE, notes CLOB, cover BLOB, ref UUID, CONSTRAINT fk_songs_artist FOREIGN KEY (artist_id) REFERENCES artists(id) ON DELETE CASCADE, UNIQUE (ref));
CREATE INDEX ix_songs_artist ON songs(artist_id);
CREATE TABLE tags (id BIGINT NOT NULL, name VARCHAR(50), song_id BIGINT, CONSTRAINT pk_tags PRIMARY KEY (id), CONSTRAINT fk_tags_song FOREIGN KEY (song_id) REFERENCES songs(id) ON DELETE CASCADE);
CREATE TABLE notes (a INTEGER, b VARCHAR(10), c VARCHAR(10));
INSERT INTO artists VALUES (1, 'Aurora', 'NO'), (2, 'Björk', 'IS');
INSERT INTO songs (id, title, artist_id, genre, price, seconds, explicit, released, created_at, rating, notes, cover, ref) VALUES
  (1, 'Runaway', 1, 'pop', 1.29, 247, 0, '2015-02-16', '2015-02-16 12:00:00.0', 4.5, 'long', x'00', 'a-b-c'),
  (2, 'Jóga', 2, NULL, 10.00, 305, 1, 866246400000, 1433116800000, NULL, NULL, NULL, NULL),
  (6, 'Hunter', 2, 'trip', NULL, 255, 1, NULL, '2020-01-01 00:00:00', 3, NULL, NULL, x'0102');
INSERT INTO tags VALUES (100, 'live', 1), (200, 'best', 2), (300, NULL, 2), (5000000000, 'x', NULL);
INSERT INTO notes VALUES (1, 'x', 'y'), (2, NULL, 'z'), (2, 'w', NULL);
