--liquibase formatted sql

--changeset lmendes:202101020750-purge-identifier_type
--comment: with all that hangs on it
DELETE FROM identifier_type WHERE id = 3;

