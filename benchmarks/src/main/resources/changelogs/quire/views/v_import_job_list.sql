DROP VIEW IF EXISTS v_import_job_list;

CREATE VIEW v_import_job_list AS
SELECT c.started_on, c.file_name, c.space_key FROM import_job c;
