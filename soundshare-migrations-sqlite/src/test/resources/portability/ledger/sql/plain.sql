-- A script that is no formatted changelog: one change set, "raw".
create table tag (
    id integer not null primary key,
    word varchar(30) not null unique
);
create table tag_alias (
    tag_id integer not null references tag (id) on delete cascade,
    alias varchar(30) not null,
    primary key (tag_id, alias)
);
insert into tag (id, word) values (1, 'petty; cash');
insert into tag (id, word) values (2, 'vat''able');
insert into tag_alias (tag_id, alias) select id, word || '!' from tag where id = 1;
