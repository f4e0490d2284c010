--liquibase formatted sql

--changeset b.moreau:274
--comment: last seen of agent
ALTER TABLE agent ADD COLUMN last_seen TIMESTAMP;

--changeset vesna:275 dbms:postgresql
--comment: channel go with their app team
ALTER TABLE channel DROP CONSTRAINT fk_channel_team_id;
ALTER TABLE channel ADD CONSTRAINT fk_channel_team_id FOREIGN KEY (team_id) REFERENCES app_team (id) ON DELETE CASCADE;

--changeset vesna:276 dbms:sqlite
CREATE TABLE channel_new (
  id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  target VARCHAR(255),
  enabled BOOLEAN NOT NULL,
  CONSTRAINT channel_pk PRIMARY KEY (id),
  CONSTRAINT fk_channel_team_id FOREIGN KEY (team_id) REFERENCES app_team (id) ON DELETE CASCADE
);
INSERT INTO channel_new (id, team_id, kind, target, enabled) SELECT id, team_id, kind, target, enabled FROM channel;
DROP TABLE channel;
ALTER TABLE channel_new RENAME TO channel;

--changeset iz:277
INSERT INTO incident (id, monitor_id, opened_at, state, title, closed_at)
VALUES (3, 1, '2020-10-11 06:01:02', 'basic', 'Frontend 3', '2020-05-04 17:53:56'),
       (4, 1, '2020-01-18 12:10:08', 'open', 'Billing 4', '2020-12-19 21:59:08'),
       (5, 2, '2020-02-04 10:55:30', 'closed', 'Worker 5', '2020-02-15 21:19:00'),
       (6, 1, '2020-09-02 12:31:14', NULL, 'Mailer 6', '2020-10-12 06:43:46'),
       (7, 1, NULL, NULL, 'Ledger 7', '2020-06-25 04:09:20'),
       (8, 2, NULL, 'closed', NULL, '2020-03-05 13:15:42'),
       (9, 1, NULL, NULL, NULL, NULL),
       (10, 2, '2020-04-16 08:45:59', 'open', 'Scheduler 10', '2020-11-17 01:19:01');

--changeset vesna:278 dbms:postgresql
--comment: whoever writes line_from says so
ALTER TABLE log_chunk ALTER COLUMN line_from DROP DEFAULT;

--changeset vesna:279 dbms:sqlite
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

--changeset vesna:280 dbms:postgresql
COMMENT ON TABLE incident_note IS 'Incident note of everybody';

--changeset b.moreau:281 dbms:sqlite splitStatements:false
--comment: updated_at follows by itself
CREATE TRIGGER trg_incident_note_touch AFTER UPDATE ON incident_note FOR EACH ROW WHEN NEW.updated_at IS OLD.updated_at
BEGIN
  UPDATE incident_note SET updated_at = '2020-01-01 00:00:00' WHERE id = NEW.id;
END

--changeset vesna:282 dbms:postgresql splitStatements:false
CREATE OR REPLACE FUNCTION touch_incident_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := TIMESTAMP '2020-01-01 00:00:00';
  RETURN NEW;
END;
$$;
CREATE TRIGGER trg_incident_note_touch BEFORE UPDATE ON incident_note FOR EACH ROW EXECUTE FUNCTION touch_incident_note()

--changeset vesna:283
--comment: only where an old installation lacks it
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM incident_note WHERE 1 = 0
ALTER TABLE incident_note ADD COLUMN updated_at VARCHAR(20);

--changeset kofi:284
CREATE TABLE status_page (
  id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  slug VARCHAR(80) NOT NULL,
  title VARCHAR(150),
  CONSTRAINT pk_status_page PRIMARY KEY (id),
  CONSTRAINT fk_status_page_team_id FOREIGN KEY (team_id) REFERENCES app_team (id)
);
CREATE UNIQUE INDEX uq_status_page_slug ON status_page (slug);

--changeset kofi:285
--comment: first status page
INSERT INTO status_page (id, team_id, slug, title) VALUES (1, 4, 'indexer-1', 'Cache 1');
INSERT INTO status_page (id, team_id, slug, title) VALUES (2, 6, 'auth-2', NULL);
INSERT INTO status_page (id, team_id, slug, title) VALUES (3, 4, 'media-3', 'Metrics 3');
INSERT INTO status_page (id, team_id, slug, title) VALUES (4, 10, 'frontend-4', 'Gateway 4');
INSERT INTO status_page (id, team_id, slug, title) VALUES (5, 4, 'billing-5', 'Search 5');

--changeset iz:286
--comment: one naming for all
ALTER TABLE archive_incident_note RENAME TO app_archive_incident_note;

--changeset vesna:287
DROP TABLE app_archive_incident_note;

--changeset vesna:288
--comment: lists of log chunk were slow
CREATE INDEX ix_log_chunk_id ON log_chunk (id);

--changeset iz:289
--comment: they came twice
DELETE FROM log_chunk WHERE id NOT IN (SELECT MIN(id) FROM log_chunk GROUP BY content);

--changeset kofi:290 dbms:postgresql
ALTER TABLE panel DROP CONSTRAINT fk_panel_dashboard_id;
ALTER TABLE panel ADD CONSTRAINT fk_panel_dashboard_id FOREIGN KEY (dashboard_id) REFERENCES dashboard (id) ON DELETE CASCADE;

--changeset kofi:291 dbms:sqlite
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

--changeset kofi:292 runOnChange:true
--comment: for the reports
DROP VIEW IF EXISTS v_build_overview;
CREATE VIEW v_build_overview AS SELECT c.row_version, c.started_at, c.state, p.name AS pipeline_name FROM build c LEFT JOIN pipeline p ON p.id = c.pipeline_id;

--changeset kofi:293
--comment: more schedule
INSERT INTO schedule (id, pipeline_id, cron, active) VALUES (4, 1, 'worker''s', TRUE);

--changeset iz:294 dbms:postgresql
ALTER TABLE schedule ADD CONSTRAINT fk_schedule_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id) ON DELETE CASCADE;

--changeset iz:295 dbms:sqlite
CREATE TABLE schedule_new (
  id BIGINT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  cron VARCHAR(60) NOT NULL,
  active BOOLEAN DEFAULT TRUE,
  CONSTRAINT pk_schedule PRIMARY KEY (id),
  CONSTRAINT fk_schedule_pipeline_id FOREIGN KEY (pipeline_id) REFERENCES pipeline (id) ON DELETE CASCADE
);
INSERT INTO schedule_new (id, pipeline_id, cron, active) SELECT id, pipeline_id, cron, active FROM schedule;
DROP TABLE schedule;
ALTER TABLE schedule_new RENAME TO schedule;

--changeset iz:296
DROP INDEX uq_account_login;

--changeset b.moreau:297
--comment: with all that hangs on it
DELETE FROM pipeline WHERE id = 7;

--changeset b.moreau:298
CREATE INDEX ix_account_email_297 ON account (lower(email));
--rollback DROP INDEX ix_account_email_297;

--changeset kofi:299
--comment: only where an old installation lacks it
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM pipeline WHERE 1 = 0
ALTER TABLE pipeline ADD COLUMN updated_at VARCHAR(20);

--changeset vesna:300
--comment: legacy id of app team
ALTER TABLE app_team ADD COLUMN legacy_id VARCHAR(40);

