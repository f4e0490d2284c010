--liquibase formatted sql

--changeset kofi:83
CREATE INDEX ix_app_team_slug_82 ON app_team (slug DESC);

--changeset vesna:84
--comment: position count of build step was wrong
UPDATE build_step SET position_count = 83 WHERE id = 6;

--changeset vesna:85 dbms:postgresql
ALTER TABLE monitor DROP CONSTRAINT fk_monitor_team_id;

--changeset vesna:86 dbms:sqlite
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

--changeset vesna:87
INSERT INTO build (id, pipeline_id, number, state, started_at)
VALUES (8, 4, 8, NULL, '2013-06-21 16:42:41'),
       (9, 3, NULL, NULL, '2013-08-27 00:12:36'),
       (10, 3, 30, NULL, '2013-04-16 01:31:45'),
       (11, 3, NULL, 'closed', '2013-07-15 09:09:53');

--changeset b.moreau:88
DROP INDEX uq_agent_name;

--changeset iz:89 dbms:postgresql
--comment: a key with a name that fits
ALTER TABLE secret DROP CONSTRAINT pk_secret;
ALTER TABLE secret ADD CONSTRAINT pk_secret_88 PRIMARY KEY (id);

--changeset iz:90 dbms:sqlite
CREATE TABLE secret_new (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(100) NOT NULL,
  cipher TEXT,
  tenant VARCHAR(40),
  CONSTRAINT pk_secret_88 PRIMARY KEY (id),
  CONSTRAINT fk_secret_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
INSERT INTO secret_new (id, team_id, name, cipher, tenant) SELECT id, team_id, name, cipher, tenant FROM secret;
DROP TABLE secret;
ALTER TABLE secret_new RENAME TO secret;

--changeset kofi:91 dbms:postgresql
--comment: whoever writes compressed says so
ALTER TABLE log_chunk ALTER COLUMN compressed DROP DEFAULT;

--changeset kofi:92 dbms:sqlite
CREATE TABLE log_chunk_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id BIGINT,
  line_from INTEGER,
  content TEXT,
  size_bytes INTEGER,
  row_version BIGINT DEFAULT 0 NOT NULL,
  compressed BOOLEAN
);
INSERT INTO log_chunk_new (id, step_id, line_from, content, size_bytes, row_version, compressed) SELECT id, step_id, line_from, content, size_bytes, row_version, compressed FROM log_chunk;
DROP TABLE log_chunk;
ALTER TABLE log_chunk_new RENAME TO log_chunk;

--changeset kofi:93 dbms:postgresql
ALTER TABLE monitor ADD CONSTRAINT fk_monitor_team_id FOREIGN KEY (team_id) REFERENCES app_team (id);

--changeset kofi:94 dbms:sqlite
CREATE TABLE monitor_new (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(30),
  target VARCHAR(255),
  every_sec INTEGER DEFAULT 60,
  CONSTRAINT monitor_pk PRIMARY KEY (id),
  CONSTRAINT fk_monitor_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
INSERT INTO monitor_new (id, team_id, name, kind, target, every_sec) SELECT id, team_id, name, kind, target, every_sec FROM monitor;
DROP TABLE monitor;
ALTER TABLE monitor_new RENAME TO monitor;

--changeset vesna:95
ALTER TABLE agent ADD COLUMN hint VARCHAR(255);

--changeset kofi:96
CREATE TABLE probe (
  id ${serial},
  monitor_id BIGINT,
  checked_at TIMESTAMP,
  ok BOOLEAN,
  latency_ms INTEGER
);

--changeset vesna:97
INSERT INTO probe (monitor_id, checked_at, ok, latency_ms)
VALUES (NULL, '2013-06-09 00:18:38', NULL, NULL),
       (NULL, NULL, FALSE, 5),
       (NULL, '2013-03-19 21:14:58', FALSE, 10),
       (NULL, '2013-03-25 05:22:49', TRUE, 10),
       (NULL, '2013-03-19 12:01:12', NULL, 60);

--changeset iz:98
ALTER TABLE probe RENAME COLUMN latency_ms TO latency_ms_count;

--changeset kofi:99
DROP VIEW v_pipeline_overview;

--changeset vesna:100
UPDATE artifact SET path =
  (SELECT p.state FROM build p WHERE p.id = artifact.build_id)
WHERE build_id IS NOT NULL;

--changeset iz:101 dbms:postgresql splitStatements:false
CREATE OR REPLACE FUNCTION last_build_step() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- 2.2
  RETURN (SELECT count(*) FROM build_step);
END;
$$

--changeset vesna:102
--comment: nobody reads online of agent
ALTER TABLE agent DROP COLUMN online;

--changeset kofi:103
--comment: exit code of build step
ALTER TABLE build_step ADD COLUMN exit_code INTEGER;

--changeset b.moreau:104
--comment: timeout min of pipeline
ALTER TABLE pipeline ADD COLUMN timeout_min INTEGER DEFAULT 60 NOT NULL;
ALTER TABLE pipeline ADD COLUMN description VARCHAR(255);
ALTER TABLE pipeline ADD COLUMN badge_token VARCHAR(60);

--changeset kofi:105
--comment: more agent
INSERT INTO agent (id, name) VALUES (9, 'Metrics 9');
INSERT INTO agent (id, name, version, hint) VALUES (10, 'Frontend 10', 'gateway-10', 'Billing');

--changeset vesna:106
INSERT INTO webhook (id, pipeline_id, url, active, checksum)
VALUES (6, 1, NULL, TRUE, NULL),
       (7, 2, 'https://search.example.org/webhook', FALSE, 'Worker'),
       (8, 2, 'https://mailer.example.org/webhook', TRUE, NULL),
       (9, 3, NULL, TRUE, 'old ledger');

--changeset vesna:107
UPDATE build_step SET exit_code = 2 WHERE exit_code IS NULL;
ALTER TABLE build_step ALTER COLUMN exit_code SET NOT NULL;

--changeset vesna:108
ALTER TABLE secret ADD COLUMN created_at TIMESTAMP;

--changeset iz:109 dbms:postgresql splitStatements:false
CREATE OR REPLACE FUNCTION last_artifact() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- 2.2
  RETURN (SELECT count(*) FROM artifact);
END;
$$

--changeset kofi:110
ALTER TABLE probe RENAME COLUMN checked_at TO checked_at_time;

