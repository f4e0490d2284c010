--liquibase formatted sql

--changeset iz:249 dbms:postgresql
ALTER TABLE app_build_step_journal ALTER COLUMN what SET STATISTICS 500;

--changeset iz:250
CREATE TABLE team_member (
  team_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  CONSTRAINT team_member_pk PRIMARY KEY (team_id, account_id),
  CONSTRAINT fk_team_member_team_id FOREIGN KEY (team_id) REFERENCES app_team (id),
  CONSTRAINT fk_team_member_account_id FOREIGN KEY (account_id) REFERENCES account (id)
);

--changeset vesna:251
INSERT INTO team_member (team_id, account_id)
VALUES (5, 1),
       (9, 1),
       (9, 2);

--changeset b.moreau:252 dbms:postgresql
ALTER TABLE channel ADD CONSTRAINT fk_channel_team_id FOREIGN KEY (team_id) REFERENCES app_team (id);

--changeset b.moreau:253 dbms:sqlite
CREATE TABLE channel_new (
  id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  target VARCHAR(255),
  enabled BOOLEAN NOT NULL,
  CONSTRAINT channel_pk PRIMARY KEY (id),
  CONSTRAINT fk_channel_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
INSERT INTO channel_new (id, team_id, kind, target, enabled) SELECT id, team_id, kind, target, enabled FROM channel;
DROP TABLE channel;
ALTER TABLE channel_new RENAME TO channel;

--changeset iz:254
--comment: lists of incident note were slow
CREATE INDEX ix_incident_note_created_at ON incident_note (created_at);

--changeset kofi:255
--comment: more app team
INSERT INTO app_team (id, slug, name, created_at) VALUES (13, 'frontend-13', 'Gateway 13', '2019-02-10 16:06:41');
INSERT INTO app_team (id, slug, name, created_at) VALUES (14, 'billing-14', 'Search 14', '2019-12-04 03:35:30');
INSERT INTO app_team (id, slug, name, created_at) VALUES (15, 'worker-15', 'Mailer 15', '2019-09-15 18:21:57');

--changeset kofi:256
DROP INDEX ix_app_team_slug_created_at;

--changeset vesna:257 dbms:postgresql
--comment: a key with a name that fits
ALTER TABLE silence DROP CONSTRAINT pk_silence;
ALTER TABLE silence ADD CONSTRAINT pk_silence_256 PRIMARY KEY (id);

--changeset vesna:258 dbms:sqlite
CREATE TABLE silence_new (
  id BIGINT NOT NULL,
  rule_id BIGINT NOT NULL,
  reason VARCHAR(255),
  until_at TIMESTAMP,
  CONSTRAINT pk_silence_256 PRIMARY KEY (id),
  CONSTRAINT fk_silence_rule_id FOREIGN KEY (rule_id) REFERENCES alert_rule (id)
);
INSERT INTO silence_new (id, rule_id, reason, until_at) SELECT id, rule_id, reason, until_at FROM silence;
DROP TABLE silence;
ALTER TABLE silence_new RENAME TO silence;

--changeset kofi:259
CREATE TABLE token (
  id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  hash VARCHAR(128) NOT NULL,
  label VARCHAR(80),
  CONSTRAINT token_pk PRIMARY KEY (id),
  CONSTRAINT fk_token_account_id FOREIGN KEY (account_id) REFERENCES account (id)
);

--changeset vesna:260
INSERT INTO token (id, account_id, hash, label)
VALUES (1, 1, 'ledger''s', NULL),
       (2, 1, 'old catalog', NULL),
       (3, 1, 'proxy', 'old scheduler'),
       (4, 2, 'indexer''s', 'cache''s');

--changeset vesna:261 dbms:postgresql splitStatements:false
CREATE OR REPLACE FUNCTION count_build() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- 4.2
  RETURN (SELECT count(*) FROM build);
END;
$$

--changeset vesna:262
--comment: audit come in
CREATE TABLE audit (
  id ${serial},
  actor VARCHAR(80),
  action VARCHAR(60),
  subject VARCHAR(150),
  happened_at TIMESTAMP
);

--changeset b.moreau:263
INSERT INTO audit (actor, action, subject, happened_at)
VALUES (NULL, 'auth', 'old media', '2019-05-14 00:17:54'),
       (NULL, 'old metrics', 'frontend', '2019-04-08 11:36:19');

--changeset kofi:264
--comment: more metric name
INSERT INTO metric_name (id, name, unit) VALUES (3, 'Gateway 3', NULL);
INSERT INTO metric_name (id, name, unit) VALUES (4, 'Billing 4', 'Search');

--changeset iz:265 dbms:postgresql splitStatements:false
CREATE OR REPLACE FUNCTION last_pipeline() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- 4.2
  RETURN (SELECT count(*) FROM pipeline);
END;
$$

--changeset kofi:266
--comment: created by of archive incident note
ALTER TABLE archive_incident_note ADD COLUMN created_by VARCHAR(80);
ALTER TABLE archive_incident_note ADD COLUMN tenant VARCHAR(40);

--changeset kofi:267
--comment: created by of silence, which every row has
ALTER TABLE silence ADD COLUMN created_by VARCHAR(80);

--changeset b.moreau:268
UPDATE silence SET created_by = 'worker''s' WHERE created_by IS NULL;
ALTER TABLE silence ALTER COLUMN created_by SET NOT NULL;

--changeset b.moreau:269
--comment: nobody reads hint of agent
ALTER TABLE agent DROP COLUMN hint;

--changeset kofi:270
INSERT INTO channel (id, team_id, kind, enabled) VALUES (4, 3, 'active', FALSE);
INSERT INTO channel (id, team_id, kind, target, enabled) VALUES (5, 10, 'basic', 'old catalog', FALSE);
INSERT INTO channel (id, team_id, kind, target, enabled) VALUES (6, 12, 'new', 'Scheduler', TRUE);

--changeset iz:271
INSERT INTO channel (id, team_id, kind, target, enabled) VALUES (7, 12, 'open', 'cache', TRUE);
INSERT INTO channel (id, team_id, kind, target, enabled) VALUES (8, 8, 'new', 'media''s', TRUE);

--changeset iz:272
INSERT INTO metric_name (id, name, unit)
VALUES (5, 'Metrics 5', NULL),
       (6, 'Frontend 6', 'gateway'),
       (7, 'Billing 7', 'Search'),
       (8, 'Worker 8', 'old mailer'),
       (9, 'Ledger 9', 'catalog'),
       (10, 'Proxy 10', 'Scheduler'),
       (11, 'Indexer 11', 'Cache'),
       (12, 'Auth 12', 'media''s');

--changeset vesna:273
--comment: expires at of token
ALTER TABLE token ADD COLUMN expires_at TIMESTAMP;

