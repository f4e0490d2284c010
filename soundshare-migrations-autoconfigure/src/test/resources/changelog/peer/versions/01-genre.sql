--liquibase formatted sql

--changeset ella:genre
--comment: a genre for each artist
create table ${genre}_artist (id bigint);
--rollback drop table ${genre}_artist;

--changeset ella:genre-index dbms:postgresql
create index genre_index on ${genre}_artist (id);
--rollback drop index genre_index;
