--liquibase formatted sql

--changeset rosalind:201305081033-v_encounter_type_list
DROP VIEW IF EXISTS v_encounter_type_list;
CREATE VIEW v_encounter_type_list AS SELECT c.description, c.name, c.retired, c.view_privilege FROM encounter_type c WHERE c.retired = TRUE;

