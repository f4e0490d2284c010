--liquibase formatted sql

--changeset vesna:221
ALTER TABLE build ADD COLUMN branch VARCHAR(100);
ALTER TABLE build ADD COLUMN row_version INTEGER DEFAULT 0;

--changeset b.moreau:222
UPDATE alert_rule SET enabled = false WHERE enabled IS NULL;
ALTER TABLE alert_rule ALTER COLUMN enabled SET NOT NULL;

--changeset iz:223
--comment: lists of app team were slow
CREATE INDEX ix_app_team_slug_created_at ON app_team (slug, created_at);

--changeset iz:224
CREATE INDEX ix_incident_opened_at_state ON incident (opened_at, state);

--changeset iz:225
DROP VIEW IF EXISTS v_alert_rule_totals;
CREATE VIEW v_alert_rule_totals AS SELECT p.id, COUNT(c.monitor_id) AS entries, MAX(c.name) AS latest FROM monitor p LEFT JOIN alert_rule c ON c.monitor_id = p.id GROUP BY p.id;

--changeset b.moreau:226 dbms:postgresql
ALTER TABLE log_chunk ALTER COLUMN line_from SET DEFAULT 0;

--changeset b.moreau:227 dbms:sqlite
CREATE TABLE log_chunk_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id BIGINT,
  line_from INTEGER DEFAULT 0,
  content TEXT,
  size_bytes BIGINT NOT NULL,
  row_version BIGINT NOT NULL,
  compressed BOOLEAN,
  created_by VARCHAR(80)
);
INSERT INTO log_chunk_new (id, step_id, line_from, content, size_bytes, row_version, compressed, created_by) SELECT id, step_id, line_from, content, size_bytes, row_version, compressed, created_by FROM log_chunk;
DROP TABLE log_chunk;
ALTER TABLE log_chunk_new RENAME TO log_chunk;

--changeset vesna:228
DELETE FROM build WHERE id = 2;

--changeset kofi:229
ALTER TABLE incident_note RENAME COLUMN tenant TO tenant_text;

--changeset kofi:230 dbms:postgresql
CREATE SEQUENCE seq_monitor START WITH 1 INCREMENT BY 50;

--changeset iz:231
ALTER TABLE monitor ADD COLUMN threshold DOUBLE PRECISION;

--changeset vesna:232
--comment: metric name come in
CREATE TABLE metric_name (
  id BIGINT NOT NULL,
  name VARCHAR(150) NOT NULL,
  unit VARCHAR(20),
  CONSTRAINT pk_metric_name PRIMARY KEY (id)
);
CREATE UNIQUE INDEX uq_metric_name_name ON metric_name (name);

--changeset b.moreau:233
INSERT INTO metric_name (id, name, unit)
VALUES (1, 'Billing 1', 'search'),
       (2, 'Worker 2', 'Mailer');

--changeset vesna:234
--comment: schedule come in
CREATE TABLE schedule (
  id BIGINT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  cron VARCHAR(60) NOT NULL,
  active BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_schedule PRIMARY KEY (id),
  CONSTRAINT fk_schedule_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id)
);

--changeset b.moreau:235
INSERT INTO schedule (id, pipeline_id, cron, active)
VALUES (1, 3, 'old ledger', NULL),
       (2, 2, 'catalog', TRUE),
       (3, 7, 'old proxy', TRUE);

--changeset vesna:236 dbms:postgresql
ALTER TABLE schedule DROP CONSTRAINT fk_schedule_pipeline_id;

--changeset vesna:237 dbms:sqlite
CREATE TABLE schedule_new (
  id BIGINT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  cron VARCHAR(60) NOT NULL,
  active BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_schedule PRIMARY KEY (id)
);
INSERT INTO schedule_new (id, pipeline_id, cron, active) SELECT id, pipeline_id, cron, active FROM schedule;
DROP TABLE schedule;
ALTER TABLE schedule_new RENAME TO schedule;

--changeset iz:238
--comment: account come in
CREATE TABLE account (
  id BIGINT NOT NULL,
  login VARCHAR(80) NOT NULL,
  email VARCHAR(150),
  admin BOOLEAN DEFAULT FALSE,
  CONSTRAINT account_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX uq_account_login ON account (login);

--changeset b.moreau:239
--comment: first account
INSERT INTO account (id, login, email, admin) VALUES (1, 'scheduler-1', 'indexer@example.org', FALSE);
INSERT INTO account (id, login, email, admin) VALUES (2, 'cache-2', 'auth@example.org', FALSE);
INSERT INTO account (id, login, email, admin) VALUES (3, 'media-3', 'metrics@example.org', FALSE);

--changeset vesna:240 dbms:sqlite
CREATE TABLE incident_note_new (
  id BIGINT NOT NULL,
  incident_id BIGINT NOT NULL,
  author VARCHAR(80),
  body TEXT,
  created_at TIMESTAMP,
  updated_at TIMESTAMP,
  tenant_text TEXT,
  CONSTRAINT incident_note_pk PRIMARY KEY (id),
  CONSTRAINT fk_incident_note_incident_id FOREIGN KEY (incident_id) REFERENCES incident (id) ON DELETE CASCADE
);
INSERT INTO incident_note_new (id, incident_id, author, body, created_at, updated_at, tenant_text) SELECT id, incident_id, author, body, created_at, updated_at, tenant_text FROM incident_note;
DROP TABLE incident_note;
ALTER TABLE incident_note_new RENAME TO incident_note;

--changeset iz:241 dbms:postgresql
ALTER TABLE incident_note ALTER COLUMN tenant_text TYPE TEXT;

--changeset kofi:242
ALTER TABLE monitor DROP COLUMN retries;

--changeset vesna:243 runOnChange:true
--comment: for the reports
CREATE VIEW v_dashboard_totals AS SELECT p.id, COUNT(c.team_id) AS entries, MAX(c.team_id) AS latest FROM app_team p LEFT JOIN dashboard c ON c.team_id = p.id GROUP BY p.id;

--changeset vesna:244
--comment: who has been here
CREATE TABLE app_build_step_journal (
  id ${serial},
  what VARCHAR(20),
  entry_id BIGINT
);

--changeset b.moreau:245 dbms:sqlite splitStatements:false
CREATE TRIGGER trg_app_build_step_ins AFTER INSERT ON app_build_step
BEGIN
  INSERT INTO app_build_step_journal (what, entry_id) VALUES ('insert', NEW.id);
END

--changeset b.moreau:246 dbms:sqlite splitStatements:false
CREATE TRIGGER trg_app_build_step_del AFTER DELETE ON app_build_step
BEGIN
  INSERT INTO app_build_step_journal (what, entry_id) VALUES ('delete', OLD.id);
END

--changeset vesna:247 dbms:sqlite splitStatements:false
CREATE TRIGGER trg_app_build_step_upd AFTER UPDATE ON app_build_step
BEGIN
  INSERT INTO app_build_step_journal (what, entry_id) VALUES ('update', NEW.id);
END

--changeset b.moreau:248 dbms:postgresql splitStatements:false
CREATE FUNCTION journal_app_build_step() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO app_build_step_journal (what, entry_id) VALUES ('delete', OLD.id);
    RETURN OLD;
  END IF;
  INSERT INTO app_build_step_journal (what, entry_id) VALUES (lower(TG_OP), NEW.id);
  RETURN NEW;
END;
$body$;
CREATE TRIGGER trg_app_build_step_journal AFTER INSERT OR UPDATE OR DELETE ON app_build_step FOR EACH ROW EXECUTE FUNCTION journal_app_build_step()

