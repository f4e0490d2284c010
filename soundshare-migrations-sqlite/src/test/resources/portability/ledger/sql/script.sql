-- periods
CREATE TABLE period (
    id integer NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    CONSTRAINT pk_period PRIMARY KEY (id),
    CONSTRAINT ck_period CHECK (first_day <= last_day)
);

CREATE TABLE period_lock (
    period_id integer NOT NULL CONSTRAINT fk_lock_period REFERENCES period (id),
    locked_by varchar(40) DEFAULT 'nobody;' NOT NULL
);
INSERT INTO period VALUES (202001, '2020-01-01', '2020-01-31');
INSERT INTO period (id, first_day, last_day) VALUES (202002, '2020-02-01', '2020-02-29');
INSERT INTO period_lock (period_id) SELECT min(id) FROM period;
