--liquibase formatted sql

--changeset kofi:165
ALTER TABLE webhook DROP COLUMN checksum;

--changeset iz:166
UPDATE agent SET version = 'Media' WHERE id IN (6, 13);

--changeset b.moreau:167
CREATE INDEX IF NOT EXISTS ix_incident_state_166 ON incident (state) WHERE state IS NOT NULL;
--rollback DROP INDEX ix_incident_state_166;

--changeset kofi:168 dbms:postgresql
ALTER TABLE log_chunk ALTER COLUMN size_bytes TYPE BIGINT;

--changeset kofi:169 dbms:sqlite
CREATE TABLE log_chunk_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id BIGINT,
  line_from INTEGER,
  content TEXT,
  size_bytes BIGINT NOT NULL,
  row_version BIGINT NOT NULL,
  compressed BOOLEAN,
  created_by VARCHAR(80)
);
INSERT INTO log_chunk_new (id, step_id, line_from, content, size_bytes, row_version, compressed, created_by) SELECT id, step_id, line_from, content, size_bytes, row_version, compressed, created_by FROM log_chunk;
DROP TABLE log_chunk;
ALTER TABLE log_chunk_new RENAME TO log_chunk;

--changeset kofi:170
--comment: number of build was wrong
UPDATE build SET number = 10 WHERE id IN (8, 11);

--changeset kofi:171
--comment: more alert rule
INSERT INTO alert_rule (id, monitor_id, name, expression, severity) VALUES (3, 2, 'Metrics 3', 'frontend', 10);
INSERT INTO alert_rule (id, monitor_id, name, severity) VALUES (4, 1, 'Gateway 4', 1);
--rollback DELETE FROM alert_rule WHERE id IN (3, 4);

--changeset b.moreau:172
DROP INDEX IF EXISTS ix_incident_state_166;
DROP TABLE IF EXISTS old_incident;

--changeset iz:173
ALTER TABLE agent ADD COLUMN owner_name VARCHAR(80);
ALTER TABLE agent ADD COLUMN labels TEXT;
ALTER TABLE agent ADD COLUMN source_system VARCHAR(40);

--changeset iz:174
--comment: nobody reads ok of probe entry
ALTER TABLE probe_entry DROP COLUMN ok;

--changeset b.moreau:175
--comment: enabled of pipeline was wrong
UPDATE pipeline SET enabled = TRUE WHERE id IN (9, 2);

--changeset kofi:176
--comment: channel come in
CREATE TABLE channel (
  id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  target VARCHAR(255),
  CONSTRAINT channel_pk PRIMARY KEY (id),
  CONSTRAINT fk_channel_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);

--changeset kofi:177
INSERT INTO channel (id, team_id, kind, target)
VALUES (1, 9, 'closed', 'Search'),
       (2, 2, 'closed', NULL),
       (3, 1, 'basic', 'Ledger');

--changeset vesna:178
ALTER TABLE incident_note ADD COLUMN updated_at TIMESTAMP;
ALTER TABLE incident_note ADD COLUMN tenant VARCHAR(40);

--changeset b.moreau:179
--comment: created at of secret was wrong
UPDATE secret SET created_at = '2016-01-18 23:43:25' WHERE id = 1;

--changeset iz:180
UPDATE channel SET kind = coalesce(kind, 'unknown');

--changeset b.moreau:181
CREATE INDEX ix_webhook_url_180 ON webhook (url DESC);

--changeset kofi:182
--comment: window sec of alert rule
ALTER TABLE alert_rule ADD COLUMN window_sec INTEGER DEFAULT 300;
ALTER TABLE alert_rule ADD COLUMN tenant VARCHAR(40);
ALTER TABLE alert_rule ADD COLUMN enabled BOOLEAN DEFAULT TRUE;

--changeset vesna:183
ALTER TABLE monitor ADD COLUMN retries INTEGER DEFAULT 3;
--rollback ALTER TABLE monitor DROP COLUMN retries;

--changeset kofi:184
--comment: enabled of channel, which every row has
ALTER TABLE channel ADD COLUMN enabled BOOLEAN;

--changeset b.moreau:185
UPDATE channel SET enabled = TRUE WHERE enabled IS NULL;

--changeset iz:186
ALTER TABLE channel ALTER COLUMN enabled SET NOT NULL;

--changeset kofi:187 dbms:postgresql
ALTER TABLE alert_rule ALTER COLUMN severity TYPE BIGINT;

--changeset kofi:188 dbms:sqlite
CREATE TABLE alert_rule_new (
  id BIGINT NOT NULL,
  monitor_id BIGINT,
  name VARCHAR(120) NOT NULL,
  expression VARCHAR(255),
  severity BIGINT,
  window_sec INTEGER DEFAULT 300,
  tenant VARCHAR(40),
  enabled BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_alert_rule PRIMARY KEY (id),
  CONSTRAINT fk_alert_rule_monitor_id FOREIGN KEY (monitor_id) REFERENCES monitor (id)
);
INSERT INTO alert_rule_new (id, monitor_id, name, expression, severity, window_sec, tenant, enabled) SELECT id, monitor_id, name, expression, severity, window_sec, tenant, enabled FROM alert_rule;
DROP TABLE alert_rule;
ALTER TABLE alert_rule_new RENAME TO alert_rule;

--changeset kofi:189 dbms:postgresql
--comment: a key with a name that fits
ALTER TABLE agent DROP CONSTRAINT pk_agent;
ALTER TABLE agent ADD CONSTRAINT pk_agent_188 PRIMARY KEY (id);

--changeset kofi:190 dbms:sqlite
CREATE TABLE agent_new (
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  version VARCHAR(60),
  hint VARCHAR(255),
  owner_name VARCHAR(80),
  labels TEXT,
  source_system VARCHAR(40),
  CONSTRAINT pk_agent_188 PRIMARY KEY (id)
);
INSERT INTO agent_new (id, name, version, hint, owner_name, labels, source_system) SELECT id, name, version, hint, owner_name, labels, source_system FROM agent;
DROP TABLE agent;
ALTER TABLE agent_new RENAME TO agent;

--changeset vesna:191
ALTER TABLE app_build_step RENAME COLUMN state TO state_value;

