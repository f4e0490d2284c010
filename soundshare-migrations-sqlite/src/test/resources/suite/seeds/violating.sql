-- Rows that violate foreign keys already: only with enforcement off can such a database have come about.
CREATE TABLE artists (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT NOT NULL, artist_id INTEGER REFERENCES artists(id), genre TEXT, price NUMERIC, seconds INT);
CREATE TABLE plays (id INTEGER PRIMARY KEY, song_id INTEGER REFERENCES songs(id) ON DELETE CASCADE, nowhere INTEGER REFERENCES missing(id));
CREATE VIEW broken AS SELECT * FROM no_such_table;
INSERT INTO artists VALUES (1, 'Aurora');
INSERT INTO songs VALUES (1, 'Runaway', 1, 'pop', 1, 2), (2, 'Lost', 77, NULL, 2, 3);
INSERT INTO plays VALUES (1, 1, NULL), (2, 99, NULL), (3, 2, 5);
