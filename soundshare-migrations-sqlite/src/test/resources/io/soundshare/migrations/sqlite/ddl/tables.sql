CREATE TABLE t(a)
%%
CREATE TABLE t(a,b,c)
%%
CREATE TABLE t (id INTEGER PRIMARY KEY)
%%
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, a)
%%
CREATE TABLE t (id INTEGER, a, PRIMARY KEY(id DESC))
%%
CREATE TABLE t (id integer primary key asc autoincrement not null, a text)
%%
CREATE TABLE t (id INT PRIMARY KEY, a)
%%
CREATE TABLE t (id BIGINT PRIMARY KEY, a)
%%
CREATE TABLE t (id "INTEGER" PRIMARY KEY, a)
%%
CREATE TABLE t (id INTEGER (8) PRIMARY KEY, a)
%%
CREATE TABLE t (id INTEGER, a, CONSTRAINT pk_t PRIMARY KEY (id) ON CONFLICT REPLACE)
%%
CREATE TABLE t (id INTEGER, a, PRIMARY KEY (id AUTOINCREMENT))
%%
CREATE TABLE t (id INTEGER, a, CONSTRAINT pk PRIMARY KEY (id ASC AUTOINCREMENT) ON CONFLICT ABORT)
%%
CREATE TABLE t (id INTEGER, a, PRIMARY KEY((id)))
%%
CREATE TABLE t (id INTEGER, a, PRIMARY KEY(id COLLATE nocase DESC))
%%
CREATE TABLE t (id INTEGER, a INT, PRIMARY KEY(id, a))
%%
CREATE TABLE t (id INTEGER PRIMARY KEY DESC ON CONFLICT IGNORE, a INT)
%%
CREATE TABLE t (id INTEGER CONSTRAINT pk PRIMARY KEY ON CONFLICT ROLLBACK AUTOINCREMENT, a)
%%
CREATE TABLE t (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID
%%
CREATE TABLE t (id INTEGER PRIMARY KEY, a) WITHOUT ROWID
%%
CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a TEXT) STRICT
%%
CREATE TABLE t (id INT PRIMARY KEY, a ANY) STRICT, WITHOUT ROWID
%%
CREATE TABLE t (id TEXT, a REAL, b BLOB, c INT, PRIMARY KEY(id))without rowid,strict
%%
CREATE TABLE t (a INT UNIQUE, b TEXT UNIQUE ON CONFLICT IGNORE, c, UNIQUE(a,b), CONSTRAINT u UNIQUE (c COLLATE NOCASE DESC, b) ON CONFLICT FAIL)
%%
CREATE TABLE t (a INT UNIQUE PRIMARY KEY, UNIQUE (a), UNIQUE ("a"))
%%
CREATE TABLE t (a VARCHAR(255), b DECIMAL(10, 2), c DOUBLE PRECISION, d LONG VARCHAR (7), e NUMERIC(-3,+5), f CHARACTER VARYING(1e2))
%%
CREATE TABLE t (a UNSIGNED BIG INT NOT NULL, b NATIVE CHARACTER(70)DEFAULT'x', c "my type"(3), d [my]"type" `with`'quotes')
%%
CREATE TABLE t (a INT GENERATED ALWAYS AS (1), b INT GENERATED ALWAYS AS (a + 1) STORED, c AS (a || ')') VIRTUAL, d GENERATED ALWAYS AS (a), e)
%%
CREATE TABLE t (a TEXT NOT NULL GENERATED ALWAYS AS ('x') STORED UNIQUE CHECK (a <> ''), e TEXT AS (upper(a)) COLLATE NOCASE NOT NULL, f)
%%
CREATE TABLE t (a generated, b always, c INT generated, d generated INT, e stored, f virtual)
%%
CREATE TABLE t (a INT generated  always, b INT)
%%
CREATE TABLE t (a DEFAULT 1, b DEFAULT -1, c DEFAULT + 1.5e3, d DEFAULT 'it''s', e DEFAULT (1 + (2)), f DEFAULT CURRENT_TIMESTAMP, g DEFAULT NULL, h DEFAULT x'00ff', i DEFAULT TRUE, j DEFAULT "quoted", k DEFAULT word, l DEFAULT [b])
%%
CREATE TABLE t (a DEFAULT ( ')' ), b DEFAULT (/* x */ 1 -- y
), c DEFAULT ( datetime('now', 'localtime') ), d DEFAULT - /* minus */ 5, e DEFAULT 0xFF, f DEFAULT .5, g DEFAULT 1.)
%%
CREATE TABLE t (a DEFAULT 1 DEFAULT 2 NOT NULL NULL NOT NULL COLLATE nocase COLLATE rtrim)
%%
CREATE TABLE t (a CONSTRAINT d DEFAULT 5 CONSTRAINT n NOT NULL ON CONFLICT IGNORE CONSTRAINT c COLLATE NOCASE CONSTRAINT u UNIQUE CONSTRAINT k CHECK (a > 0) CONSTRAINT f REFERENCES p (x))
%%
CREATE TABLE t (a INT CONSTRAINT dangling, b INT CONSTRAINT one CONSTRAINT two NOT NULL, c CONSTRAINT three)
%%
CREATE TABLE t (a INT, b INT, CONSTRAINT dangling)
%%
CREATE TABLE t (a INT, CONSTRAINT x CONSTRAINT y CHECK (a > 0), CONSTRAINT z)
%%
CREATE TABLE t (a INT, b INT, CHECK (a > 0) CHECK (b > 0) UNIQUE (a) CONSTRAINT u UNIQUE (b) FOREIGN KEY (a) REFERENCES p ON DELETE CASCADE FOREIGN KEY (b) REFERENCES p (x))
%%
CREATE TABLE t (a INT, b INT, CHECK (a > 0) UNIQUE (a), UNIQUE (b, a) CHECK (b > 0))
%%
CREATE TABLE t (a INT CHECK (a > 0 AND (a < 10 OR a IN (11, 12))) CHECK (a <> 5), b TEXT CHECK (b LIKE '%)%' AND b NOT GLOB '(*'), CHECK (length(b) > a) ON CONFLICT IGNORE)
%%
CREATE TABLE t (a REFERENCES p, b REFERENCES p(x), c REFERENCES p ON DELETE CASCADE ON UPDATE SET NULL, d REFERENCES p(x) ON UPDATE NO ACTION MATCH FULL ON DELETE RESTRICT)
%%
CREATE TABLE t (a REFERENCES p ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED, b REFERENCES p NOT DEFERRABLE INITIALLY IMMEDIATE, c REFERENCES p DEFERRABLE, d REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED)
%%
CREATE TABLE t (a REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED, b REFERENCES p NOT NULL, c INT DEFERRABLE INITIALLY DEFERRED)
%%
CREATE TABLE t (a INT NOT DEFERRABLE, b REFERENCES p ON DELETE CASCADE ON DELETE SET NULL ON INSERT CASCADE)
%%
CREATE TABLE t (a INT, b INT, CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p (x, y) ON DELETE CASCADE ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY (b) REFERENCES t (a) MATCH SIMPLE NOT DEFERRABLE)
%%
CREATE TABLE t (a INT PRIMARY KEY, parent INT REFERENCES t, other INT REFERENCES t (a) ON DELETE SET NULL)
%%
CREATE TABLE "order" ("select" INT, "from" TEXT NOT NULL, "a""b" INT, "a b" INT, "" TEXT, UNIQUE ("from", "a""b"))
%%
CREATE TABLE [table] ([select] INT, [a"b] INT, `x``y` INT, 'string' TEXT, 'it''s' TEXT, UNIQUE ('string', [a"b]))
%%
CREATE TABLE 'str'('a'INT,'b'TEXT,PRIMARY KEY('a'))
%%
CREATE TABLE key (action, after, "all", begin, by, cascade, cast, column, conflict, current, "default", desc, do, each, end, fail, for, glob, if, ignore, indexed, key, left, match, no, of, offset, plan, query, replace, row, temp, view, with, without, first, last, filter, over, window, strict, rowid, generated, always)
%%
CREATE TABLE without (strict INT, rowid ANY, primary_key INT, check_ INT, unique1 INT, constraint_ INT) STRICT
%%
CREATE TABLE without (strict INT, without rowid, a generated always on_this_type, b INT)
%%
CREATE TABLE ünï (größe INT, 名前 TEXT, "😀" TEXT, é$1 INT, _x INT, a$b INT, É INT, CHECK (größe > 0), UNIQUE (名前, "😀"))
%%
CREATE TABLE t(a INT PRIMARY KEY,b TEXT DEFAULT'x'NOT NULL,c INT CHECK(c>0)UNIQUE,UNIQUE(a,b)CHECK(a<c))
%%
CREATE TABLE"t"("a"INT,"b"TEXT NOT NULL,[c]INT REFERENCES"p"("x")ON DELETE CASCADE,PRIMARY KEY("a"))STRICT
%%
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the key
  name TEXT NOT NULL, -- the name, of all (
  -- a comment on its own line
  city TEXT DEFAULT 'x, y', /* block, ) */
  zip TEXT -- the last
  -- before constraints
  , CONSTRAINT u UNIQUE (name, city) -- a constraint
)
%%
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the key
  name TEXT NOT NULL -- the last; no constraint
)
%%
CREATE TABLE t -- comment
(/* first */ a /* name */ INT /* type */ (10 /* n */, /* m */ 2) /* c */ NOT /* n */ NULL /* d */ DEFAULT /* e */ ( /* f */ 1 /* g */ ) /* h */, /* i */ b /* j */ PRIMARY /* p */ KEY) /* k */ WITHOUT /* l */ ROWID
%%
CREATE TABLE t (a /* c */ INT PRIMARY KEY, b -- x
 TEXT -- y
 NOT -- z
 NULL) WITHOUT -- w
 ROWID -- v
%%
CREATE TABLE t (
	a INT
	, b INT
	, c INT
	, CHECK (a > 0)
	, UNIQUE (b)
)
%%
CREATE TABLE t (
	a INT -- about a
	, b INT /* about b */
	-- about c
	, c INT
)
%%
CREATE TABLE t (a INT , b INT , c INT , CHECK (a > 0) , UNIQUE (b) )
%%
CREATE TABLE t (a INT /* a */, /* b */ b INT /* bb */, c INT /* cc */)
%%
CREATE TABLE t (

  a INT,


  b INT,
  c INT, d INT,

  UNIQUE (a, b), UNIQUE (c)

)
%%
CREATE TABLE t (
  a INT -- only one
)
%%
CREATE TABLE t (a INT, -- odd
b INT, c INT -- odder
, d INT)
%%
CREATE TABLE t (a INT --
)
%%
CREATE TABLE t (a INT DEFAULT (CASE WHEN 1 THEN 'end' ELSE (2 + 1) END), b INT CHECK (CASE b WHEN 1 THEN 0 END))
%%
CREATE TABLE t (a TEXT COLLATE "NOCASE" COLLATE 'RTRIM', b TEXT COLLATE [binary] UNIQUE, c TEXT COLLATE nocase PRIMARY KEY)
%%
CREATE TABLE t (`id` integer primary key autoincrement not null , `text` varchar ( 30 ) , `int` int ( 11 ) default '0' )
%%
CREATE TABLE IF NOT EXISTS t (a INT)
%%
CREATE TABLE main . t (a INT, b)
%%
CREATE TABLE "main"."a.b" (a INT CHECK ("a.b".a > 0), b TEXT)
%%
CREATE TABLE t (a timestamp with time zone, b int check (b is not null), c bit varying (3) null, d "t"y'p'e)
%%
CREATE TABLE t (a INT NULL, b INT NULL ON CONFLICT FAIL DEFAULT 3, c TEXT NOT NULL ON CONFLICT REPLACE DEFAULT '')
%%
CREATE TABLE t (a TEXT CHECK (json_valid(a)), b TEXT AS (a ->> '$.x'), c TEXT AS (a -> '$."y)"') STORED, d DEFAULT ((1) + (2)))
%%
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a NUMERIC(10,2) NOT NULL CHECK (typeof(a) IN ('integer', 'real')), b INT AS (a * 2) CHECK (b < 100));
%%
CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL, FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED TEXT NOT NULL, ORDEREXECUTED INTEGER NOT NULL, EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35), TAG VARCHAR(255))
