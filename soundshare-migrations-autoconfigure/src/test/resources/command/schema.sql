CREATE TABLE initialised (id INTEGER);
