--liquibase formatted sql

--changeset Bertrand:201601201549-dedupe-hl7_message
--comment: they came twice
DELETE FROM hl7_message WHERE id NOT IN (SELECT MIN(id) FROM hl7_message GROUP BY payload);

