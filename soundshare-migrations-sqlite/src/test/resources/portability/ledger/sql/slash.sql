CREATE TABLE exchange (
    source char(3) NOT NULL,
    target char(3) NOT NULL,
    rate decimal(12, 6) NOT NULL,
    CONSTRAINT pk_exchange PRIMARY KEY (source, target)
)
/
CREATE TABLE exchange_note (source char(3), target char(3), note varchar(100), CONSTRAINT fk_note_exchange FOREIGN KEY (source, target) REFERENCES exchange (source, target) ON UPDATE CASCADE)
/
INSERT INTO exchange VALUES ('EUR', 'CHF', 1.08)
/
INSERT INTO exchange_note VALUES ('EUR', 'CHF', 'fixed; for now')
/
