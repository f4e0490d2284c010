--liquibase formatted sql

--changeset chidi:201612161743-pg dbms:postgresql
CREATE UNIQUE INDEX IF NOT EXISTS uxe_staff_role ON staff_role (id);

