--liquibase formatted sql

--changeset iz:192
--comment: agent again, where there are some
INSERT INTO agent (id, name, version, hint, owner_name, labels, source_system)
VALUES (8, 'Worker 8', NULL, NULL, NULL, NULL, NULL)
ON CONFLICT (id) DO UPDATE SET owner_name = 'catalog';

--changeset b.moreau:193 dbms:postgresql
ALTER TABLE alert_rule ALTER COLUMN window_sec DROP DEFAULT;

--changeset b.moreau:194 dbms:sqlite
CREATE TABLE alert_rule_new (
  id BIGINT NOT NULL,
  monitor_id BIGINT,
  name VARCHAR(120) NOT NULL,
  expression VARCHAR(255),
  severity BIGINT,
  window_sec INTEGER,
  tenant VARCHAR(40),
  enabled BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_alert_rule PRIMARY KEY (id),
  CONSTRAINT fk_alert_rule_monitor_id FOREIGN KEY (monitor_id) REFERENCES monitor (id)
);
INSERT INTO alert_rule_new (id, monitor_id, name, expression, severity, window_sec, tenant, enabled) SELECT id, monitor_id, name, expression, severity, window_sec, tenant, enabled FROM alert_rule;
DROP TABLE alert_rule;
ALTER TABLE alert_rule_new RENAME TO alert_rule;

--changeset b.moreau:195 dbms:postgresql
ALTER TABLE incident_note DROP CONSTRAINT fk_incident_note_incident_id;
ALTER TABLE incident_note ADD CONSTRAINT fk_incident_note_incident_id FOREIGN KEY (incident_id) REFERENCES incident (id) ON DELETE CASCADE;

--changeset b.moreau:196 dbms:sqlite
CREATE TABLE incident_note_new (
  id BIGINT NOT NULL,
  incident_id BIGINT NOT NULL,
  author VARCHAR(80),
  body TEXT,
  created_at TIMESTAMP,
  updated_at TIMESTAMP,
  tenant VARCHAR(40),
  CONSTRAINT incident_note_pk PRIMARY KEY (id),
  CONSTRAINT fk_incident_note_incident_id FOREIGN KEY (incident_id) REFERENCES incident (id) ON DELETE CASCADE
);
INSERT INTO incident_note_new (id, incident_id, author, body, created_at, updated_at, tenant) SELECT id, incident_id, author, body, created_at, updated_at, tenant FROM incident_note;
DROP TABLE incident_note;
ALTER TABLE incident_note_new RENAME TO incident_note;

--changeset vesna:197
DROP VIEW v_artifact_overview;
CREATE VIEW v_artifact_overview AS SELECT c.checksum, c.build_id, c.path, c.size_bytes, p.state AS build_state FROM artifact c LEFT JOIN build p ON p.id = c.build_id;

--changeset kofi:198
INSERT INTO alert_rule (id, monitor_id, name, expression, severity, window_sec, tenant, enabled)
VALUES (5, 1, 'Proxy 5', 'Scheduler', NULL, 0, 'Indexer', TRUE),
       (6, 2, 'Cache 6', NULL, NULL, 60, 'Auth', TRUE),
       (7, 2, 'Media 7', 'metrics''s', 120, 0, NULL, TRUE);

--changeset vesna:199
DROP INDEX ix_monitor_every_sec;

--changeset b.moreau:200
--comment: silence come in
CREATE TABLE silence (
  id BIGINT NOT NULL,
  rule_id BIGINT NOT NULL,
  reason VARCHAR(255),
  until_at TIMESTAMP,
  CONSTRAINT pk_silence PRIMARY KEY (id),
  CONSTRAINT fk_silence_rule_id FOREIGN KEY (rule_id) REFERENCES alert_rule (id)
);

--changeset kofi:201
--comment: first silence
INSERT INTO silence (id, rule_id, reason) VALUES (1, 1, NULL);
INSERT INTO silence (id, rule_id, reason, until_at) VALUES (2, 2, 'frontend', '2017-01-02 03:42:30');

--changeset kofi:202 dbms:postgresql
--comment: tenant of secret was too short
ALTER TABLE secret ALTER COLUMN tenant TYPE VARCHAR(80);

--changeset kofi:203 dbms:sqlite
CREATE TABLE secret_new (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(100) NOT NULL,
  cipher TEXT,
  tenant VARCHAR(80),
  created_at TIMESTAMP,
  CONSTRAINT pk_secret_115 PRIMARY KEY (id),
  CONSTRAINT fk_secret_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
INSERT INTO secret_new (id, team_id, name, cipher, tenant, created_at) SELECT id, team_id, name, cipher, tenant, created_at FROM secret;
DROP TABLE secret;
ALTER TABLE secret_new RENAME TO secret;

--changeset b.moreau:204
--comment: incident_note again, where there are some
INSERT INTO incident_note (id, incident_id, author, body, created_at, updated_at, tenant)
VALUES (3, 2, 'old worker', '{"mailer": [1, 2, null]}', '2015-10-08 17:20:59', NULL, NULL)
ON CONFLICT (id) DO UPDATE SET author = 'gateway';

--changeset iz:205
--comment: dashboard come in
CREATE TABLE dashboard (
  id BIGINT NOT NULL,
  team_id BIGINT,
  slug VARCHAR(80) NOT NULL,
  title VARCHAR(150),
  layout TEXT,
  CONSTRAINT dashboard_pk PRIMARY KEY (id),
  CONSTRAINT fk_dashboard_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
CREATE UNIQUE INDEX uq_dashboard_slug ON dashboard (slug);
CREATE INDEX ix_dashboard_team_id ON dashboard (team_id);

--changeset vesna:206
INSERT INTO dashboard (id, team_id, slug, title, layout)
VALUES (1, 5, 'billing-1', 'Search 1', 'It''s the worker: see "notes".'),
       (2, 12, 'mailer-2', 'Ledger 2', NULL),
       (3, 10, 'catalog-3', 'Proxy 3', 'It''s the scheduler: see "notes".');

--changeset b.moreau:207 dbms:postgresql
ALTER TABLE channel DROP CONSTRAINT fk_channel_team_id;

--changeset b.moreau:208 dbms:sqlite
CREATE TABLE channel_new (
  id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  target VARCHAR(255),
  enabled BOOLEAN NOT NULL,
  CONSTRAINT channel_pk PRIMARY KEY (id)
);
INSERT INTO channel_new (id, team_id, kind, target, enabled) SELECT id, team_id, kind, target, enabled FROM channel;
DROP TABLE channel;
ALTER TABLE channel_new RENAME TO channel;

--changeset b.moreau:209 dbms:postgresql
--comment: source system of agent was too short
ALTER TABLE agent ALTER COLUMN source_system TYPE VARCHAR(80);

--changeset b.moreau:210 dbms:sqlite
CREATE TABLE agent_new (
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  version VARCHAR(60),
  hint VARCHAR(255),
  owner_name VARCHAR(80),
  labels TEXT,
  source_system VARCHAR(80),
  CONSTRAINT pk_agent_188 PRIMARY KEY (id)
);
INSERT INTO agent_new (id, name, version, hint, owner_name, labels, source_system) SELECT id, name, version, hint, owner_name, labels, source_system FROM agent;
DROP TABLE agent;
ALTER TABLE agent_new RENAME TO agent;

--changeset iz:211
--comment: panel come in
CREATE TABLE panel (
  id BIGINT NOT NULL,
  dashboard_id BIGINT NOT NULL,
  title VARCHAR(120),
  query TEXT,
  position INTEGER DEFAULT 0,
  CONSTRAINT panel_pk PRIMARY KEY (id),
  CONSTRAINT fk_panel_dashboard_id FOREIGN KEY (dashboard_id) REFERENCES dashboard (id)
);
CREATE INDEX ix_panel_dashboard_id ON panel (dashboard_id);

--changeset b.moreau:212
--comment: first panel
INSERT INTO panel (id, dashboard_id, title, query, position) VALUES (1, 3, 'Indexer 1', 'The cache page needs a second look.
Ask before changing it.', 0);
INSERT INTO panel (id, dashboard_id, title, query, position) VALUES (2, 1, 'Auth 2', 'It''s the media: see "notes".', 2);
INSERT INTO panel (id, dashboard_id, title, query, position) VALUES (3, 1, 'Metrics 3', '{"frontend": [1, 2, null]}', 10);
INSERT INTO panel (id, dashboard_id, title, position) VALUES (4, 1, 'Gateway 4', 0);

--changeset vesna:213 dbms:postgresql
CREATE INDEX IF NOT EXISTS ix_monitor_kind_pattern ON monitor (kind varchar_pattern_ops);

--changeset kofi:214
ALTER TABLE panel ADD COLUMN width INTEGER;

--changeset iz:215
UPDATE panel SET width = 30 WHERE width IS NULL;
ALTER TABLE panel ALTER COLUMN width SET NOT NULL;

--changeset iz:216
--comment: enabled of monitor, which every row has
ALTER TABLE monitor ADD COLUMN enabled BOOLEAN;
UPDATE monitor SET enabled = TRUE;
ALTER TABLE monitor ALTER COLUMN enabled SET NOT NULL;

--changeset b.moreau:217
DELETE FROM pipeline WHERE id = 5;

--changeset vesna:218
--comment: channel of alert rule
ALTER TABLE alert_rule ADD COLUMN channel VARCHAR(40);

--changeset vesna:219 dbms:postgresql
--comment: panel go with their dashboard
ALTER TABLE panel DROP CONSTRAINT fk_panel_dashboard_id;
ALTER TABLE panel ADD CONSTRAINT fk_panel_dashboard_id FOREIGN KEY (dashboard_id) REFERENCES dashboard (id) ON DELETE CASCADE;

--changeset vesna:220 dbms:sqlite
CREATE TABLE panel_new (
  id BIGINT NOT NULL,
  dashboard_id BIGINT NOT NULL,
  title VARCHAR(120),
  query TEXT,
  position INTEGER DEFAULT 0,
  width INTEGER NOT NULL,
  CONSTRAINT panel_pk PRIMARY KEY (id),
  CONSTRAINT fk_panel_dashboard_id FOREIGN KEY (dashboard_id) REFERENCES dashboard (id) ON DELETE CASCADE
);
INSERT INTO panel_new (id, dashboard_id, title, query, position, width) SELECT id, dashboard_id, title, query, position, width FROM panel;
DROP TABLE panel;
ALTER TABLE panel_new RENAME TO panel;
CREATE INDEX ix_panel_dashboard_id ON panel (dashboard_id);

