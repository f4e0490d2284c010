--liquibase formatted sql

--changeset vesna:111 dbms:postgresql
--comment: whoever writes row_version says so
ALTER TABLE log_chunk ALTER COLUMN row_version DROP DEFAULT;

--changeset vesna:112 dbms:sqlite
CREATE TABLE log_chunk_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id BIGINT,
  line_from INTEGER,
  content TEXT,
  size_bytes INTEGER,
  row_version BIGINT NOT NULL,
  compressed BOOLEAN
);
INSERT INTO log_chunk_new (id, step_id, line_from, content, size_bytes, row_version, compressed) SELECT id, step_id, line_from, content, size_bytes, row_version, compressed FROM log_chunk;
DROP TABLE log_chunk;
ALTER TABLE log_chunk_new RENAME TO log_chunk;

--changeset iz:113
UPDATE webhook SET checksum = 'Catalog' WHERE id IN (5, 9);

--changeset kofi:114
DROP INDEX ix_artifact_build_id;

--changeset vesna:115
INSERT INTO pipeline (id, team_id, name, config, enabled, branch, timeout_min, badge_token) VALUES (5, 2, 'Proxy 5', 'It''s the scheduler: see "notes".', TRUE, 'indexer', 60, 'Cache');
INSERT INTO pipeline (id, team_id, name, enabled, branch, timeout_min, description, badge_token) VALUES (6, 4, 'Auth 6', TRUE, 'media''s', 0, 'metrics', 'frontend''s');
--rollback DELETE FROM pipeline WHERE id IN (5, 6);

--changeset b.moreau:116 dbms:postgresql
--comment: a key with a name that fits
ALTER TABLE secret DROP CONSTRAINT pk_secret_88;
ALTER TABLE secret ADD CONSTRAINT pk_secret_115 PRIMARY KEY (id);

--changeset b.moreau:117 dbms:sqlite
CREATE TABLE secret_new (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(100) NOT NULL,
  cipher TEXT,
  tenant VARCHAR(40),
  created_at TIMESTAMP,
  CONSTRAINT pk_secret_115 PRIMARY KEY (id),
  CONSTRAINT fk_secret_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
INSERT INTO secret_new (id, team_id, name, cipher, tenant, created_at) SELECT id, team_id, name, cipher, tenant, created_at FROM secret;
DROP TABLE secret;
ALTER TABLE secret_new RENAME TO secret;

--changeset kofi:118
UPDATE build SET number = 2 WHERE number IS NULL;
ALTER TABLE build ALTER COLUMN number SET NOT NULL;

--changeset b.moreau:119
--comment: more artifact
INSERT INTO artifact (id, build_id, path, size_bytes, checksum) VALUES (6, 8, NULL, NULL, 'gateway');
INSERT INTO artifact (id, build_id, path, size_bytes, checksum) VALUES (7, 8, 'Billing', 2, 'search''s');
INSERT INTO artifact (id, build_id, path, size_bytes, checksum) VALUES (8, 7, 'Worker', 2, 'mailer');

--changeset vesna:120
INSERT INTO monitor (id, team_id, name, kind, target, every_sec)
VALUES (2, 4, 'Cache 2', NULL, 'auth', 60)
ON CONFLICT (id) DO UPDATE SET kind = 'open';

--changeset iz:121
--comment: more pipeline
INSERT INTO pipeline (id, team_id, name, config, enabled, branch, timeout_min, description, badge_token) VALUES (7, 1, 'Catalog 7', '{"proxy": [1, 2, null]}', TRUE, 'scheduler', 0, 'Indexer', 'cache''s');
INSERT INTO pipeline (id, team_id, name, config, enabled, branch, timeout_min, description, badge_token) VALUES (8, 1, 'Auth 8', 'Größe und Farbe – media', TRUE, 'Metrics', 30, 'old frontend', 'old gateway');
INSERT INTO pipeline (id, team_id, name, config, enabled, branch, timeout_min, description, badge_token) VALUES (9, 4, 'Billing 9', 'Größe und Farbe – search', TRUE, 'worker''s', 60, 'mailer''s', 'Ledger');

--changeset kofi:122
--comment: nobody reads checked at time of probe
ALTER TABLE probe DROP COLUMN checked_at_time;

--changeset b.moreau:123
--comment: for the reports
CREATE VIEW v_webhook_totals AS SELECT p.id, COUNT(c.pipeline_id) AS entries, MAX(c.url) AS latest FROM pipeline p LEFT JOIN webhook c ON c.pipeline_id = p.id GROUP BY p.id;

--changeset vesna:124 dbms:postgresql
CREATE SEQUENCE seq_webhook START WITH 100 INCREMENT BY 1;

--changeset iz:125
--comment: active of webhook was wrong
UPDATE webhook SET active = FALSE WHERE id IN (4, 6);

--changeset iz:126
--comment: webhook again, where there are some
INSERT INTO webhook (id, pipeline_id, url, active, checksum)
VALUES (1, 4, 'https://ledger.example.org/webhook', TRUE, NULL)
ON CONFLICT (id) DO UPDATE SET checksum = 'old catalog';

--changeset vesna:127 dbms:postgresql
COMMENT ON TABLE artifact IS 'Artifact of everybody';

--changeset vesna:128
DROP INDEX IF EXISTS ix_app_team_slug_82;
DROP TABLE IF EXISTS old_app_team;

--changeset b.moreau:129 dbms:postgresql
ALTER TABLE webhook ALTER COLUMN url SET STATISTICS 500;

--changeset b.moreau:130
INSERT INTO agent (id, name, version, hint)
VALUES (11, 'Proxy 11', NULL, 'old scheduler'),
       (12, 'Indexer 12', 'cache-12', 'Auth');

--changeset kofi:131
ALTER TABLE build_step ADD COLUMN started_at TIMESTAMP;

--changeset b.moreau:132
INSERT INTO webhook (id, pipeline_id, url, active) VALUES (10, 5, 'https://media.example.org/webhook', NULL);

--changeset vesna:133
UPDATE log_chunk SET line_from = 30;

--changeset kofi:134 dbms:postgresql
--comment: version of agent was too short
ALTER TABLE agent ALTER COLUMN version TYPE VARCHAR(60);

--changeset kofi:135 dbms:sqlite
CREATE TABLE agent_new (
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  version VARCHAR(60),
  hint VARCHAR(255),
  CONSTRAINT pk_agent PRIMARY KEY (id)
);
INSERT INTO agent_new (id, name, version, hint) SELECT id, name, version, hint FROM agent;
DROP TABLE agent;
ALTER TABLE agent_new RENAME TO agent;
CREATE UNIQUE INDEX ux_agent_version ON agent (version);

--changeset kofi:136
--comment: one naming for all
ALTER TABLE build_step RENAME TO app_build_step;

--changeset iz:137 dbms:postgresql
ALTER TABLE monitor DROP CONSTRAINT fk_monitor_team_id;

--changeset iz:138 dbms:sqlite
CREATE TABLE monitor_new (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(30),
  target VARCHAR(255),
  every_sec INTEGER DEFAULT 60,
  CONSTRAINT monitor_pk PRIMARY KEY (id)
);
INSERT INTO monitor_new (id, team_id, name, kind, target, every_sec) SELECT id, team_id, name, kind, target, every_sec FROM monitor;
DROP TABLE monitor;
ALTER TABLE monitor_new RENAME TO monitor;

