--liquibase formatted sql

--changeset b.moreau:57
CREATE TABLE tmp_log_chunk AS SELECT id, content FROM log_chunk WHERE content IS NOT NULL;
UPDATE log_chunk SET content = NULL;
UPDATE log_chunk SET content = (SELECT lower(x.content) FROM tmp_log_chunk x WHERE x.id = log_chunk.id) WHERE id IN (SELECT id FROM tmp_log_chunk);
DROP TABLE tmp_log_chunk;

--changeset iz:58
--comment: active of webhook was wrong
UPDATE webhook SET active = FALSE WHERE id = 3;

--changeset b.moreau:59
DROP INDEX ix_build_pipeline_id;

--changeset kofi:60
--comment: for the reports
DROP VIEW IF EXISTS v_app_team_list;
CREATE VIEW v_app_team_list AS SELECT c.created_at, c.name, c.slug FROM app_team c;

--changeset b.moreau:61
ALTER TABLE webhook ALTER COLUMN url DROP NOT NULL;

--changeset vesna:62
UPDATE pipeline SET config =
  (SELECT p.slug FROM app_team p WHERE p.id = pipeline.team_id)
WHERE team_id IS NOT NULL;

--changeset b.moreau:63
INSERT INTO agent (id, name, host, version, online)
VALUES (5, 'Indexer 5', 'cache''s', 'auth-5', FALSE),
       (6, 'Media 6', 'Metrics', 'frontend-6', FALSE),
       (7, 'Gateway 7', 'old billing', 'search-7', NULL),
       (8, 'Worker 8', NULL, NULL, NULL);

--changeset b.moreau:64
--comment: for the reports
CREATE VIEW v_artifact_overview AS SELECT c.build_id, c.path, c.size_bytes, p.state AS build_state FROM artifact c LEFT JOIN build p ON p.id = c.build_id;

--changeset iz:65
--comment: checksum of artifact, which every row has
ALTER TABLE artifact ADD COLUMN checksum VARCHAR(64);
UPDATE artifact SET checksum = 'mailer' WHERE checksum IS NULL;
ALTER TABLE artifact ALTER COLUMN checksum SET NOT NULL;

--changeset vesna:66 dbms:sqlite
CREATE TABLE agent_new (
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  host TEXT,
  version VARCHAR(30),
  online BOOLEAN DEFAULT FALSE,
  CONSTRAINT pk_agent PRIMARY KEY (id)
);
INSERT INTO agent_new (id, name, host, version, online) SELECT id, name, host, version, online FROM agent;
DROP TABLE agent;
ALTER TABLE agent_new RENAME TO agent;
CREATE UNIQUE INDEX uq_agent_name ON agent (name);
CREATE UNIQUE INDEX ux_agent_version ON agent (version);

--changeset b.moreau:67 dbms:postgresql
ALTER TABLE agent ALTER COLUMN host TYPE TEXT;

--changeset kofi:68
DROP INDEX IF EXISTS uq_team_slug;
DROP TABLE IF EXISTS old_app_team;

--changeset iz:69
ALTER TABLE agent DROP COLUMN host;

--changeset kofi:70 dbms:postgresql
COMMENT ON COLUMN pipeline.name IS 'as of 2.1';

--changeset iz:71
DELETE FROM secret WHERE id = 2;

--changeset vesna:72 dbms:postgresql
COMMENT ON TABLE app_team IS 'App team of everybody';

--changeset iz:73 dbms:postgresql
ALTER TABLE webhook ALTER COLUMN url SET STATISTICS 500;

--changeset iz:74
ALTER TABLE build_step RENAME COLUMN position TO position_count;

--changeset kofi:75 dbms:postgresql
ALTER TABLE webhook DROP CONSTRAINT fk_webhook_pipeline_id;
ALTER TABLE webhook ADD CONSTRAINT fk_webhook_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id) ON DELETE CASCADE;

--changeset kofi:76 dbms:sqlite
CREATE TABLE webhook_new (
  id BIGINT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  url VARCHAR(255),
  active BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_webhook PRIMARY KEY (id),
  CONSTRAINT fk_webhook_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id) ON DELETE CASCADE
);
INSERT INTO webhook_new (id, pipeline_id, url, active) SELECT id, pipeline_id, url, active FROM webhook;
DROP TABLE webhook;
ALTER TABLE webhook_new RENAME TO webhook;

--changeset vesna:77
ALTER TABLE webhook ADD COLUMN checksum VARCHAR(64);

--changeset kofi:78
INSERT INTO log_chunk (step_id, line_from, content, size_bytes, row_version, compressed) VALUES (NULL, 0, 'Größe und Farbe – ledger', 30, 30, FALSE);
INSERT INTO log_chunk (line_from, content, size_bytes, row_version, compressed) VALUES (0, 'Größe und Farbe – catalog', 2, 0, NULL);

--changeset vesna:79
CREATE VIEW v_pipeline_overview AS SELECT c.team_id, c.enabled, c.branch, p.slug AS app_team_slug FROM pipeline c LEFT JOIN app_team p ON p.id = c.team_id WHERE c.enabled = TRUE;

--changeset b.moreau:80
--comment: more webhook
INSERT INTO webhook (id, pipeline_id, active, checksum) VALUES (5, 3, FALSE, 'Proxy');

--changeset vesna:81
--comment: monitor come in
CREATE TABLE monitor (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(30),
  target VARCHAR(255),
  every_sec INTEGER DEFAULT 60,
  CONSTRAINT monitor_pk PRIMARY KEY (id),
  CONSTRAINT fk_monitor_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);

--changeset iz:82
INSERT INTO monitor (id, team_id, name, kind, target, every_sec)
VALUES (1, 8, 'Scheduler 1', NULL, 'old indexer', 60),
       (2, 4, 'Cache 2', NULL, 'auth', 60);

