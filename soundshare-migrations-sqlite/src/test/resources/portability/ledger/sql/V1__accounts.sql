--liquibase formatted sql

--changeset ines:v1-currency
--comment Currencies by their ISO code
create table currency (
    code char(3) not null,
    name varchar(60) not null,
    digits smallint default 2 not null,
    constraint pk_currency primary key (code)
);
--rollback drop table currency;

--changeset ines:v1-currency-data
insert into currency (code, name) values ('EUR', 'Euro; the common one');
insert into currency (code, name, digits) values ('JPY', 'Yen', 0), ('CHF', 'Franc -- Swiss', 2);
--rollback delete from currency;

--changeset ines:v1-book
create table book (
    id ${id},
    name varchar(100) not null,
    opened date default '2020-01-01' not null,
    closed date,
    currency char(3) not null,
    constraint uq_book_name unique (name),
    constraint fk_book_currency foreign key (currency) references currency (code)
);
--rollback drop table book

--changeset ines:v1-account
create table account (
    id ${id},
    book_id bigint not null,
    parent_id bigint,
    number varchar(20) not null,
    title varchar(200) not null,
    kind varchar(10) default 'ASSET' not null check (kind in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE')),
    active boolean default true not null,
    constraint fk_account_book foreign key (book_id) references book (id) on delete cascade,
    constraint fk_account_parent foreign key (parent_id) references account (id)
);
create unique index ux_account_number on account (book_id, number);
create index ix_account_parent on account (parent_id);
--rollback drop table account;

--changeset ines:v1-data
insert into book (name, currency) values ('Main', 'EUR');
insert into book (name, currency, opened) values ('Branch', 'CHF', '2021-07-01');
insert into account (book_id, number, title) values (1, '1000', 'Cash');
insert into account (book_id, parent_id, number, title, active) values (1, 1, '1001', 'Till "A"', true);
insert into account (book_id, number, title, kind) values (1, '4000', 'Sales; domestic', 'INCOME');
insert into account (book_id, number, title, kind, active) values (2, '1000', 'Kasse', 'ASSET', false);
--rollback delete from account;
--rollback delete from book;

--changeset ines:v1-pg-only dbms:postgresql runOnChange:false
comment on table account is 'One of a book''s accounts';
--rollback empty

--changeset ines:v1-oracle-only dbms:oracle
alter table account add (oracle_only number(1));

--changeset ines:v1-context context:never
drop table account;

--changeset ines:v1-tag
update book set name = name where 1 = 0;
--rollback empty
