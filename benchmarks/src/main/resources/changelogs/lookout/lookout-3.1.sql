--liquibase formatted sql

--changeset b.moreau:139
ALTER TABLE pipeline ALTER COLUMN enabled DROP NOT NULL;

--changeset b.moreau:140
DROP VIEW IF EXISTS v_app_team_list;

--changeset kofi:141 dbms:postgresql
CREATE UNIQUE INDEX IF NOT EXISTS uxe_build ON build (id);

--changeset iz:142
UPDATE log_chunk SET size_bytes = 1 WHERE size_bytes IS NULL;
ALTER TABLE log_chunk ALTER COLUMN size_bytes SET NOT NULL;

--changeset vesna:143
CREATE TABLE incident (
  id BIGINT NOT NULL,
  monitor_id BIGINT NOT NULL,
  opened_at TIMESTAMP,
  state VARCHAR(20),
  title VARCHAR(200),
  CONSTRAINT pk_incident PRIMARY KEY (id),
  CONSTRAINT fk_incident_monitor_id FOREIGN KEY (monitor_id) REFERENCES monitor (id)
);

--changeset iz:144
INSERT INTO incident (id, monitor_id, opened_at, state, title) VALUES (1, 1, '2015-02-05 20:28:10', 'closed', 'Frontend 1');
INSERT INTO incident (id, monitor_id, opened_at, state, title) VALUES (2, 1, '2015-09-19 10:26:19', 'active', NULL);

--changeset vesna:145
--comment: closed at of incident
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM incident WHERE 1 = 0
ALTER TABLE incident ADD COLUMN closed_at TIMESTAMP;

--changeset kofi:146
DROP INDEX ux_agent_version;

--changeset kofi:147
ALTER TABLE pipeline ADD COLUMN last_run TIMESTAMP;
ALTER TABLE pipeline ADD COLUMN priority INTEGER DEFAULT 0;

--changeset b.moreau:148
--comment: incident again, where there are some
INSERT INTO incident (id, monitor_id, opened_at, state, title, closed_at)
VALUES (2, 1, '2015-09-19 10:26:19', 'active', NULL, NULL)
ON CONFLICT (id) DO UPDATE SET state = 'basic';

--changeset b.moreau:149
INSERT INTO agent (id, name, version, hint)
VALUES (13, 'Search 13', 'Worker', 'mailer'),
       (14, 'Ledger 14', 'old catalog', NULL),
       (15, 'Proxy 15', 'scheduler', 'indexer');

--changeset iz:150
UPDATE webhook SET checksum = 'Cache' WHERE checksum IS NULL;
ALTER TABLE webhook ALTER COLUMN checksum SET NOT NULL;

--changeset vesna:151
ALTER TABLE artifact ADD COLUMN updated_by VARCHAR(80);

--changeset vesna:152
--comment: code of probe
ALTER TABLE probe ADD COLUMN code INTEGER;

--changeset b.moreau:153 dbms:postgresql
DROP FUNCTION IF EXISTS last_artifact();

--changeset vesna:154
--comment: one naming for all
ALTER TABLE probe RENAME TO probe_entry;

--changeset b.moreau:155
--comment: created by of log chunk
ALTER TABLE log_chunk ADD COLUMN created_by VARCHAR(80);

--changeset kofi:156
INSERT INTO app_build_step (id, build_id, name, state, position_count, exit_code, started_at)
VALUES (7, 10, 'Auth 7', 'new', NULL, 120, '2015-11-09 09:41:53'),
       (8, 10, 'Metrics 8', 'new', 120, 120, '2015-11-07 08:00:30');

--changeset b.moreau:157
--comment: incident note come in
CREATE TABLE incident_note (
  id BIGINT NOT NULL,
  incident_id BIGINT NOT NULL,
  author VARCHAR(80),
  body TEXT,
  created_at TIMESTAMP,
  CONSTRAINT incident_note_pk PRIMARY KEY (id),
  CONSTRAINT fk_incident_note_incident_id FOREIGN KEY (incident_id) REFERENCES incident (id)
);

--changeset vesna:158
--comment: first incident note
INSERT INTO incident_note (id, incident_id, author, body, created_at) VALUES (1, 1, 'gateway''s', 'It''s the billing: see "notes".', '2015-06-03 12:31:13');
INSERT INTO incident_note (id, incident_id, author, body, created_at) VALUES (2, 2, 'search''s', NULL, '2015-05-23 02:25:44');
INSERT INTO incident_note (id, incident_id, author, body, created_at) VALUES (3, 2, 'old worker', '{"mailer": [1, 2, null]}', '2015-10-08 17:20:59');
INSERT INTO incident_note (id, incident_id, author, body) VALUES (4, 2, 'ledger''s', NULL);
INSERT INTO incident_note (id, incident_id, body, created_at) VALUES (5, 2, 'The catalog page needs a second look.
Ask before changing it.', '2015-12-01 19:01:25');

--changeset vesna:159
--comment: more app team
INSERT INTO app_team (id, slug, name, created_at) VALUES (12, 'proxy-12', 'Scheduler 12', '2015-04-27 08:35:40');

--changeset kofi:160
CREATE TABLE archive_incident_note AS SELECT * FROM incident_note WHERE id = 2;
DELETE FROM incident_note WHERE id = 2;

--changeset kofi:161
--comment: lists of monitor were slow
CREATE INDEX ix_monitor_every_sec ON monitor (every_sec);

--changeset iz:162
--comment: alert rule come in
CREATE TABLE alert_rule (
  id BIGINT NOT NULL,
  monitor_id BIGINT,
  name VARCHAR(120) NOT NULL,
  expression VARCHAR(255),
  severity INTEGER,
  CONSTRAINT pk_alert_rule PRIMARY KEY (id),
  CONSTRAINT fk_alert_rule_monitor_id FOREIGN KEY (monitor_id) REFERENCES monitor (id)
);

--changeset kofi:163
INSERT INTO alert_rule (id, monitor_id, name, expression, severity)
VALUES (1, 1, 'Indexer 1', NULL, 30),
       (2, 2, 'Cache 2', 'old auth', 10);

--changeset vesna:164
--comment: updated at of pipeline
ALTER TABLE pipeline ADD COLUMN updated_at TIMESTAMP;
ALTER TABLE pipeline ADD COLUMN external_ref VARCHAR(100);
ALTER TABLE pipeline ADD COLUMN tenant VARCHAR(40);

