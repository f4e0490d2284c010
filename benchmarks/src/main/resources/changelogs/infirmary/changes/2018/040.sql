--liquibase formatted sql

--changeset chidi:201803261916-noindex-clinical_order
DROP INDEX ix_clinical_order_started_on;

