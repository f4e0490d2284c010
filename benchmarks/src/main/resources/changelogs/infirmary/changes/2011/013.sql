--liquibase formatted sql

--changeset awanjiru:201111020932-seed-programme
INSERT INTO programme (id, name, concept_id, description)
VALUES (1, 'Asthma 1', 4, 'old diabetes'),
       (2, 'Outpatient 2', 2, NULL),
       (3, 'Maternity 3', 4, NULL);

