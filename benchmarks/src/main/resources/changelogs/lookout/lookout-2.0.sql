--liquibase formatted sql

--changeset vesna:30
INSERT INTO team (id, slug, name, created_at)
VALUES (8, 'billing-8', 'Search 8', '2011-04-23 09:03:57'),
       (9, 'worker-9', 'Mailer 9', '2011-12-09 19:12:43'),
       (10, 'ledger-10', 'Catalog 10', '2011-05-07 07:10:31'),
       (11, 'proxy-11', 'Scheduler 11', '2011-07-17 02:23:31') ON CONFLICT DO NOTHING;

--changeset vesna:31
--comment: state of build step was wrong
UPDATE build_step SET state = 'closed' WHERE id = 4;

--changeset vesna:32 dbms:postgresql
ALTER TABLE build_step DROP CONSTRAINT fk_build_step_build_id;

--changeset vesna:33 dbms:sqlite
CREATE TABLE build_step_new (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  state TEXT,
  position INTEGER DEFAULT 0,
  CONSTRAINT pk_build_step PRIMARY KEY (id)
);
INSERT INTO build_step_new (id, build_id, name, state, position) SELECT id, build_id, name, state, position FROM build_step;
DROP TABLE build_step;
ALTER TABLE build_step_new RENAME TO build_step;

--changeset kofi:34
--comment: nobody reads commit sha of build
ALTER TABLE build DROP COLUMN commit_sha;

--changeset b.moreau:35
--comment: one naming for all
ALTER TABLE team RENAME TO app_team;

--changeset vesna:36
ALTER TABLE log_chunk ADD COLUMN size_bytes INTEGER;
ALTER TABLE log_chunk ADD COLUMN row_version INTEGER DEFAULT 0 NOT NULL;

--changeset kofi:37
ALTER TABLE artifact ALTER COLUMN path DROP NOT NULL;

--changeset b.moreau:38
UPDATE pipeline SET config =
  (SELECT p.slug FROM app_team p WHERE p.id = pipeline.team_id)
WHERE team_id IS NOT NULL;

--changeset vesna:39 dbms:postgresql
ALTER TABLE log_chunk ALTER COLUMN row_version TYPE BIGINT;

--changeset vesna:40 dbms:sqlite
CREATE TABLE log_chunk_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id BIGINT,
  line_from INTEGER,
  content TEXT,
  size_bytes INTEGER,
  row_version BIGINT DEFAULT 0 NOT NULL
);
INSERT INTO log_chunk_new (id, step_id, line_from, content, size_bytes, row_version) SELECT id, step_id, line_from, content, size_bytes, row_version FROM log_chunk;
DROP TABLE log_chunk;
ALTER TABLE log_chunk_new RENAME TO log_chunk;

--changeset b.moreau:41 dbms:postgresql
CREATE SEQUENCE seq_artifact START WITH 1 INCREMENT BY 50;

--changeset kofi:42 dbms:postgresql
ALTER TABLE build_step ADD CONSTRAINT fk_build_step_build_id FOREIGN KEY (build_id) REFERENCES build (id) ON DELETE CASCADE;

--changeset kofi:43 dbms:sqlite
CREATE TABLE build_step_new (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  state TEXT,
  position INTEGER DEFAULT 0,
  CONSTRAINT pk_build_step PRIMARY KEY (id),
  CONSTRAINT fk_build_step_build_id FOREIGN KEY (build_id) REFERENCES build (id) ON DELETE CASCADE
);
INSERT INTO build_step_new (id, build_id, name, state, position) SELECT id, build_id, name, state, position FROM build_step;
DROP TABLE build_step;
ALTER TABLE build_step_new RENAME TO build_step;

--changeset vesna:44
UPDATE pipeline SET enabled = true WHERE enabled IS NULL;
ALTER TABLE pipeline ALTER COLUMN enabled SET NOT NULL;

--changeset kofi:45
--comment: only where an old installation lacks it
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM app_team WHERE 1 = 0
ALTER TABLE app_team ADD COLUMN name VARCHAR(20);

--changeset b.moreau:46
--comment: secret come in
CREATE TABLE secret (
  id BIGINT NOT NULL,
  team_id BIGINT,
  name VARCHAR(100) NOT NULL,
  cipher TEXT,
  CONSTRAINT pk_secret PRIMARY KEY (id),
  CONSTRAINT fk_secret_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);

--changeset kofi:47
INSERT INTO secret (id, team_id, name, cipher)
VALUES (1, 4, 'Cache 1', '{"auth": [1, 2, null]}'),
       (2, 6, 'Media 2', '{"metrics": [1, 2, null]}'),
       (3, 2, 'Frontend 3', 'Größe und Farbe – gateway'),
       (4, 1, 'Billing 4', 'The search page needs a second look.
Ask before changing it.'),
       (5, 4, 'Worker 5', NULL);

--changeset vesna:48
UPDATE agent SET host = 'mailer''s' WHERE id = 4;

--changeset vesna:49
--comment: compressed of log chunk
ALTER TABLE log_chunk ADD COLUMN compressed BOOLEAN DEFAULT FALSE;

--changeset kofi:50
--comment: tenant of secret
ALTER TABLE secret ADD COLUMN tenant VARCHAR(40);

--changeset kofi:51 dbms:postgresql
--comment: whoever writes position says so
ALTER TABLE build_step ALTER COLUMN position DROP DEFAULT;

--changeset kofi:52 dbms:sqlite
CREATE TABLE build_step_new (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  state TEXT,
  position INTEGER,
  CONSTRAINT pk_build_step PRIMARY KEY (id),
  CONSTRAINT fk_build_step_build_id FOREIGN KEY (build_id) REFERENCES build (id) ON DELETE CASCADE
);
INSERT INTO build_step_new (id, build_id, name, state, position) SELECT id, build_id, name, state, position FROM build_step;
DROP TABLE build_step;
ALTER TABLE build_step_new RENAME TO build_step;

--changeset kofi:53 dbms:postgresql
--comment: a key with a name that fits
ALTER TABLE artifact DROP CONSTRAINT pk_artifact;
ALTER TABLE artifact ADD CONSTRAINT pk_artifact_52 PRIMARY KEY (id);

--changeset kofi:54 dbms:sqlite
CREATE TABLE artifact_new (
  id BIGINT NOT NULL,
  build_id BIGINT NOT NULL,
  path VARCHAR(255),
  size_bytes BIGINT,
  CONSTRAINT pk_artifact_52 PRIMARY KEY (id),
  CONSTRAINT fk_artifact_build_id FOREIGN KEY (build_id) REFERENCES build (id)
);
INSERT INTO artifact_new (id, build_id, path, size_bytes) SELECT id, build_id, path, size_bytes FROM artifact;
DROP TABLE artifact;
ALTER TABLE artifact_new RENAME TO artifact;
CREATE INDEX ix_artifact_build_id ON artifact (build_id);

--changeset kofi:55
CREATE TABLE webhook (
  id BIGINT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  url VARCHAR(255) NOT NULL,
  active BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_webhook PRIMARY KEY (id),
  CONSTRAINT fk_webhook_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id)
);

--changeset vesna:56
INSERT INTO webhook (id, pipeline_id, url, active)
VALUES (1, 4, 'https://ledger.example.org/webhook', TRUE),
       (2, 1, 'https://catalog.example.org/webhook', TRUE),
       (3, 4, 'https://proxy.example.org/webhook', TRUE),
       (4, 4, 'https://scheduler.example.org/webhook', TRUE);

