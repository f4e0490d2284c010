--liquibase formatted sql

--changeset rosalind:201211201236-noindex-allergy
DROP INDEX ix_allergy_patient_id;

--changeset awanjiru:201211201537-swap-retired
--comment: retired was the wrong way round
UPDATE staff SET retired = NOT retired;

