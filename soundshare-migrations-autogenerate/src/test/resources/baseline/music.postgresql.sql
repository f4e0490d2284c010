-- The hairy one: what a database of PostgreSQL has beside plain tables.
CREATE SCHEMA stats;
CREATE SCHEMA "Odd Schema";
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('happy', 'it''s sad', 'so; so');
CREATE DOMAIN stars AS integer DEFAULT 3 NOT NULL CONSTRAINT stars_range CHECK (VALUE BETWEEN 1 AND 5);
CREATE TYPE stats.span AS (first_day date, last_day date, note varchar(20) COLLATE "C");
CREATE SEQUENCE invoice_number AS integer START WITH 1000 INCREMENT BY 10 MAXVALUE 99999 CYCLE CACHE 5;
CREATE SEQUENCE plain_seq START WITH 7 INCREMENT BY 50;
CREATE FUNCTION slug(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(replace($1, ' ', '-')); $$;
CREATE TABLE artists (
	id bigserial PRIMARY KEY,
	name citext NOT NULL CONSTRAINT uq_artist_name UNIQUE,
	country varchar(2) DEFAULT 'NO' CHECK (country IN ('NO', 'IS', 'SE')),
	born date
);
COMMENT ON TABLE artists IS 'Who sings; who plays';
COMMENT ON COLUMN artists.born IS 'it''s a day';
CREATE TABLE labels (code text COLLATE "C" PRIMARY KEY, city text);
CREATE TABLE songs (
	id integer GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5) PRIMARY KEY,
	title varchar(200) NOT NULL,
	artist_id bigint NOT NULL CONSTRAINT fk_song_artist REFERENCES artists ON DELETE CASCADE ON UPDATE CASCADE,
	label_code text REFERENCES labels DEFERRABLE INITIALLY DEFERRED,
	feeling mood DEFAULT 'happy',
	rating stars,
	price numeric(10,2) DEFAULT 0.99 CHECK (price >= 0),
	tags text[] DEFAULT '{}',
	span stats.span,
	invoice integer DEFAULT nextval('invoice_number'),
	slug text GENERATED ALWAYS AS (slug(title)) STORED,
	added timestamptz DEFAULT now(),
	"order" integer,
	CONSTRAINT uq_song UNIQUE (title, artist_id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_len CHECK (length(title) < 100) NO INHERIT
);
ALTER SEQUENCE invoice_number OWNED BY songs."order";
CREATE INDEX idx_song_artist ON songs (artist_id);
CREATE INDEX idx_song_price ON songs (price DESC NULLS LAST, title varchar_pattern_ops);
CREATE INDEX idx_song_cheap ON songs (title) WHERE price < 1 AND title IN ('a', 'b;c');
CREATE UNIQUE INDEX ux_song_lower ON songs (lower(title), artist_id);
CREATE UNIQUE INDEX ux_song_order ON songs ("order") INCLUDE (price);
CREATE INDEX idx_song_tags ON songs USING gin (tags);
COMMENT ON INDEX idx_song_tags IS 'finds tags';
CREATE UNLOGGED TABLE stats.plays (
	song_id integer NOT NULL REFERENCES songs ON DELETE SET NULL,
	at timestamp NOT NULL,
	period tsrange,
	PRIMARY KEY (song_id, at),
	EXCLUDE USING gist (period WITH &&)
) WITH (fillfactor = 70);
CREATE TABLE "Odd Schema"."Odd Table" ("Key" smallserial PRIMARY KEY, "a ""b""" int UNIQUE, "группа" text NOT NULL DEFAULT 'ø');
CREATE INDEX "Odd Index" ON "Odd Schema"."Odd Table" ("a ""b""", "группа" DESC);
CREATE TABLE renamed (id serial PRIMARY KEY, n int);
ALTER SEQUENCE renamed_id_seq RENAME TO somehow;
CREATE STATISTICS song_stats (dependencies) ON title, artist_id FROM songs;
CREATE VIEW song_list AS SELECT s.id, s.title, a.name AS artist, s.price FROM songs s JOIN artists a ON a.id = s.artist_id
	WHERE s.title IN ('x', 'y') OR s.price > 1;
CREATE VIEW cheap_list WITH (security_barrier = true) AS SELECT * FROM song_list WHERE price < 1;
COMMENT ON VIEW cheap_list IS 'a view over a view';
COMMENT ON COLUMN cheap_list.title IS 'of the song';
CREATE MATERIALIZED VIEW stats.totals AS SELECT artist_id, count(*) AS songs, slug('A B') AS s FROM songs GROUP BY artist_id;
CREATE UNIQUE INDEX ux_totals ON stats.totals (artist_id);
CREATE FUNCTION first_of(song_list) RETURNS text LANGUAGE sql AS 'SELECT $1.title';
CREATE FUNCTION songs_changed() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
	n int;  -- trailing blanks, a tab	and a ; semicolon  

BEGIN
	IF NEW.price > 100 THEN
		RAISE EXCEPTION 'too valuable; %', NEW.title;
	END IF; /* a line of its own:
/
	*/
	SELECT count(*) INTO n FROM artists;
	RETURN NEW;
END;
$body$;
COMMENT ON FUNCTION songs_changed() IS 'watches';
CREATE PROCEDURE clean(IN days integer DEFAULT 7) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM stats.plays; COMMIT; END $$;
CREATE TRIGGER songs_bu BEFORE UPDATE OF price ON songs FOR EACH ROW WHEN (OLD.price IS DISTINCT FROM NEW.price) EXECUTE FUNCTION songs_changed();
CREATE TRIGGER list_ii INSTEAD OF INSERT ON song_list FOR EACH ROW EXECUTE FUNCTION songs_changed();
CREATE CONSTRAINT TRIGGER songs_late AFTER INSERT ON songs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION songs_changed();
INSERT INTO artists (name) VALUES ('Aurora');
INSERT INTO songs (title, artist_id) VALUES ('Runaway', 1);
