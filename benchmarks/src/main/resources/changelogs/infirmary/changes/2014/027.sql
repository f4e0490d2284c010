--liquibase formatted sql

--changeset chidi:201408131400-move-description
--comment: description moves
ALTER TABLE privilege ADD COLUMN description_new TEXT;
UPDATE privilege SET description_new = description || ' (moved)' WHERE description IS NOT NULL;
ALTER TABLE privilege DROP COLUMN description;

--changeset Bertrand:201408131601-upsert-appointment
INSERT INTO appointment (id, patient_id, facility_id, starts_at, minutes, reason)
VALUES (2, 3, 3, NULL, 30, NULL)
ON CONFLICT (id) DO UPDATE SET reason = 'Radiology';

--changeset awanjiru:201408160702-noindex-facility_country
DROP INDEX ix_facility_country_row_version;

