--liquibase formatted sql
--changeset dana:artists labels:core
--comment: artists of ${greeting}
CREATE TABLE artists (id int PRIMARY KEY, name ${text.type});
INSERT INTO artists VALUES (1, 'Björk');
--rollback DROP TABLE artists;
