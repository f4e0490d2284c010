--liquibase formatted sql

--changeset lmendes:201602241959-noindex-facility
DROP INDEX uq_facility_name;

