--liquibase formatted sql

--changeset kofi:1
--comment: where it all begins
CREATE TABLE team (
  id BIGINT NOT NULL,
  slug VARCHAR(60) NOT NULL,
  name VARCHAR(120) NOT NULL,
  created_at TIMESTAMP,
  CONSTRAINT pk_team PRIMARY KEY (id)
);
CREATE UNIQUE INDEX uq_team_slug ON team (slug);

--changeset kofi:2
CREATE TABLE agent (
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  host VARCHAR(150),
  version VARCHAR(30),
  online BOOLEAN DEFAULT FALSE,
  CONSTRAINT pk_agent PRIMARY KEY (id)
);
CREATE UNIQUE INDEX uq_agent_name ON agent (name);

--changeset vesna:3
CREATE TABLE pipeline (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(150) NOT NULL,
  config TEXT,
  enabled BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_pipeline PRIMARY KEY (id),
  CONSTRAINT fk_pipeline_team_id FOREIGN KEY (team_id) REFERENCES team (id)
);
CREATE INDEX ix_pipeline_team_id ON pipeline (team_id);

--changeset kofi:4
CREATE TABLE build (
  id BIGINT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  number INTEGER NOT NULL,
  state VARCHAR(20),
  started_at TIMESTAMP,
  finished_at TIMESTAMP,
  CONSTRAINT pk_build PRIMARY KEY (id),
  CONSTRAINT fk_build_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id)
);
CREATE INDEX ix_build_pipeline_id ON build (pipeline_id);

--changeset kofi:5
CREATE TABLE build_step (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  state VARCHAR(20),
  position INTEGER DEFAULT 0,
  CONSTRAINT pk_build_step PRIMARY KEY (id),
  CONSTRAINT fk_build_step_build_id FOREIGN KEY (build_id) REFERENCES build (id)
);

--changeset vesna:6
INSERT INTO team (id, slug, name, created_at) VALUES (1, 'gateway-1', 'Billing 1', '2010-06-01 00:45:13');
INSERT INTO team (id, slug, name, created_at) VALUES (2, 'search-2', 'Worker 2', '2010-10-07 21:20:38');
INSERT INTO team (id, slug, name, created_at) VALUES (3, 'mailer-3', 'Ledger 3', '2010-05-07 09:04:12');
INSERT INTO team (id, slug, name, created_at) VALUES (4, 'catalog-4', 'Proxy 4', '2010-06-22 11:50:25');

--changeset kofi:7
INSERT INTO agent (id, name, host, version, online) VALUES (1, 'Scheduler 1', 'old indexer', 'cache', FALSE);
INSERT INTO agent (id, name, host, version, online) VALUES (2, 'Auth 2', 'media', 'metrics', TRUE);
INSERT INTO agent (id, name, host, version, online) VALUES (3, 'Frontend 3', 'gateway''s', 'Billing', FALSE);
INSERT INTO agent (id, name, host, version, online) VALUES (4, 'Search 4', 'worker''s', 'mailer''s', FALSE);

--changeset kofi:8
INSERT INTO pipeline (id, team_id, name, config, enabled) VALUES (1, 4, 'Ledger 1', 'It''s the catalog: see "notes".', TRUE);
INSERT INTO pipeline (id, team_id, name, config, enabled) VALUES (2, 1, 'Proxy 2', '{"scheduler": [1, 2, null]}', NULL);
INSERT INTO pipeline (id, team_id, name, enabled) VALUES (3, 1, 'Indexer 3', TRUE);
INSERT INTO pipeline (id, team_id, name, config, enabled) VALUES (4, 2, 'Cache 4', 'The auth page needs a second look.
Ask before changing it.', TRUE);

--changeset vesna:9
INSERT INTO build (id, pipeline_id, number, state, started_at, finished_at) VALUES (1, 2, 1, 'open', '2010-11-03 05:35:30', '2010-10-04 08:27:45');
INSERT INTO build (id, pipeline_id, number, state, started_at, finished_at) VALUES (2, 2, 10, 'new', '2010-03-13 05:43:13', '2010-10-08 02:49:00');
INSERT INTO build (id, pipeline_id, number, state, started_at, finished_at) VALUES (3, 1, 60, 'open', '2010-03-19 08:47:33', '2010-07-14 07:44:57');
INSERT INTO build (id, pipeline_id, number, state, started_at, finished_at) VALUES (4, 1, 30, 'new', '2010-01-23 02:25:46', '2010-12-12 17:53:41');

--changeset kofi:10
INSERT INTO build_step (id, build_id, name, position) VALUES (1, 2, 'Billing 1', 1);
INSERT INTO build_step (id, build_id, name, state, position) VALUES (2, 3, 'Search 2', 'active', 0);
INSERT INTO build_step (id, build_id, name, state, position) VALUES (3, 4, 'Mailer 3', NULL, 10);
INSERT INTO build_step (id, build_id, name, state, position) VALUES (4, 3, 'Ledger 4', 'closed', 0);

--changeset kofi:11
UPDATE pipeline SET name = 'Proxy 10' WHERE id IN (3, 1);

--changeset kofi:12
DROP INDEX ix_pipeline_team_id;

--changeset kofi:13
--comment: state of build step was wrong
UPDATE build_step SET state = 'closed' WHERE id = 1;

--changeset kofi:14
--comment: branch of pipeline, which every row has
ALTER TABLE pipeline ADD COLUMN branch VARCHAR(100);
UPDATE pipeline SET branch = 'indexer''s' WHERE branch IS NULL;
ALTER TABLE pipeline ALTER COLUMN branch SET NOT NULL;

--changeset vesna:15 dbms:sqlite
CREATE TABLE build_step_new (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  state TEXT,
  position INTEGER DEFAULT 0,
  CONSTRAINT pk_build_step PRIMARY KEY (id),
  CONSTRAINT fk_build_step_build_id FOREIGN KEY (build_id) REFERENCES build (id)
);
INSERT INTO build_step_new (id, build_id, name, state, position) SELECT id, build_id, name, state, position FROM build_step;
DROP TABLE build_step;
ALTER TABLE build_step_new RENAME TO build_step;

--changeset vesna:16 dbms:postgresql
ALTER TABLE build_step ALTER COLUMN state TYPE TEXT;

--changeset kofi:17
INSERT INTO build_step (id, build_id, name, state, position) VALUES (5, 4, 'Cache 5', 'open', NULL);
INSERT INTO build_step (id, build_id, name, state, position) VALUES (6, 3, 'Media 6', 'active', 0);

--changeset vesna:18 dbms:postgresql
ALTER TABLE agent ALTER COLUMN version SET STATISTICS 500;

--changeset kofi:19
UPDATE agent SET host = NULL WHERE id IN (2, 3);

--changeset vesna:20
--comment: nobody reads finished at of build
ALTER TABLE build DROP COLUMN finished_at;

--changeset kofi:21
INSERT INTO build (id, pipeline_id, number, state, started_at)
VALUES (5, 3, 5, NULL, '2010-08-11 19:12:00'),
       (6, 2, 2, 'basic', NULL),
       (7, 4, 5, NULL, '2010-03-22 01:01:20');

--changeset kofi:22
--comment: more team
INSERT INTO team (id, slug, name, created_at) VALUES (5, 'billing-5', 'Search 5', '2010-07-04 10:00:33');
INSERT INTO team (id, slug, name, created_at) VALUES (6, 'worker-6', 'Mailer 6', '2010-05-26 03:43:56');
INSERT INTO team (id, slug, name) VALUES (7, 'ledger-7', 'Catalog 7');

--changeset vesna:23
ALTER TABLE build ALTER COLUMN number DROP NOT NULL;

--changeset kofi:24
CREATE TABLE log_chunk (
  id ${serial},
  step_id BIGINT,
  line_from INTEGER,
  content TEXT
);

--changeset kofi:25
--comment: first log chunk
INSERT INTO log_chunk (step_id, line_from, content) VALUES (NULL, 1, 'It''s the proxy: see "notes".');
INSERT INTO log_chunk (step_id, line_from, content) VALUES (NULL, 120, 'It''s the scheduler: see "notes".');
INSERT INTO log_chunk (step_id, line_from, content) VALUES (NULL, 10, '{"indexer": [1, 2, null]}');
INSERT INTO log_chunk (step_id, line_from, content) VALUES (NULL, 2, 'The cache page needs a second look.
Ask before changing it.');

--changeset vesna:26
CREATE UNIQUE INDEX ux_agent_version ON agent (version);

--changeset vesna:27
--comment: commit sha of build
ALTER TABLE build ADD COLUMN commit_sha VARCHAR(64);

--changeset vesna:28
--comment: artifact come in
CREATE TABLE artifact (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  path VARCHAR(255) NOT NULL,
  size_bytes BIGINT,
  CONSTRAINT pk_artifact PRIMARY KEY (id),
  CONSTRAINT fk_artifact_build_id FOREIGN KEY (build_id) REFERENCES build (id)
);
CREATE INDEX ix_artifact_build_id ON artifact (build_id);

--changeset vesna:29
INSERT INTO artifact (id, build_id, path, size_bytes)
VALUES (1, 5, 'old auth', 0),
       (2, 4, 'old media', 0),
       (3, 7, 'metrics''s', 0),
       (4, 1, 'frontend''s', 60),
       (5, 4, 'old gateway', 60);

