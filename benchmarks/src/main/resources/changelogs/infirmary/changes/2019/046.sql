--liquibase formatted sql

--changeset awanjiru:201907071556-move-short_name
--comment: short name moves
ALTER TABLE concept ADD COLUMN short_name_new VARCHAR(100) DEFAULT 'none' NOT NULL;
UPDATE concept SET short_name_new = 'some' WHERE short_name IS NOT NULL;
CREATE INDEX ix_concept_short_name_new ON concept (short_name_new);

