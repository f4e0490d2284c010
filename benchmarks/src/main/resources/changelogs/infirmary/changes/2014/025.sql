--liquibase formatted sql

--changeset chidi:201406271250-seed-role_privilege
INSERT INTO role_privilege (role_id, privilege_id)
VALUES (1, 1),
       (1, 2),
       (3, 5);

