--liquibase formatted sql

--changeset jon:v2-entry labels:core context:"prod or test"
create table entry (
    id ${id},
    booked_at timestamp default current_timestamp not null,
    text varchar(500),
    reversed_by bigint,
    constraint fk_entry_reversed foreign key (reversed_by) references entry (id) on delete set null on update cascade deferrable initially deferred
);
--rollback drop table entry;

--changeset jon:v2-posting
create table posting (
    entry_id bigint not null,
    line smallint not null,
    account_id bigint not null,
    amount decimal(18, 2) not null,
    quantity decimal(12, 4) default 1.0000,
    factor double precision default 1.5,
    constraint pk_posting primary key (entry_id, line),
    constraint fk_posting_entry foreign key (entry_id) references entry (id) on delete cascade,
    constraint fk_posting_account foreign key (account_id) references account (id) on delete restrict
);
create index ix_posting_account on posting (account_id, amount desc);
--rollback drop table posting

--changeset jon:v2-data splitStatements:true endDelimiter:;
insert into entry (text) values ('Opening'), ('Sale');
insert into posting (entry_id, line, account_id, amount) values (1, 1, 1, 100.50);
insert into posting (entry_id, line, account_id, amount, quantity) values (1, 2, 2, -100.50, 2.25);
insert into posting (entry_id, line, account_id, amount, factor) values (2, 1, 3, 99999999.99, 0.125);
--rollback delete from posting;
--rollback delete from entry;

--changeset jon:v2-add-column
alter table entry add column reference varchar(40);
alter table entry add column posted boolean default false not null;
update entry set reference = 'R-' || id;
--rollback alter table entry drop column posted;
--rollback alter table entry drop column reference;

--changeset jon:v2-rename
alter table book rename column closed to closed_on;
alter table currency rename to money;
--rollback alter table money rename to currency;
--rollback alter table book rename column closed_on to closed;

--changeset jon:v2-guarded
--preconditions onFail:MARK_RAN onError:HALT
--precondition-sql-check expectedResult:0 select count(*) from account where kind = 'EXPENSE'
insert into account (book_id, number, title, kind) values (1, '5000', 'Rent', 'EXPENSE');
--rollback delete from account where number = '5000';

--changeset jon:v2-guarded-again context:guarded
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 select count(*) from account where kind = 'EXPENSE'
delete from account;
--rollback empty

--changeset jon:v2-guard-function dbms:postgresql splitStatements:false
create function forbid_closed() returns trigger as $$
begin
    if (select b.closed_on from book b join account a on a.book_id = b.id where a.id = new.account_id) is not null then
        raise exception 'closed';
    end if;
    return new;
end;
$$ language plpgsql;
--rollback drop function forbid_closed();

--changeset jon:v2-guard-trigger-pg dbms:postgresql
create trigger posting_guard before insert on posting for each row execute function forbid_closed();
--rollback drop trigger posting_guard on posting;

--changeset jon:v2-guard-trigger-sqlite dbms:sqlite
create trigger posting_guard before insert on posting
when (select b.closed_on from book b join account a on a.book_id = b.id where a.id = new.account_id) is not null
begin
    select raise(abort, 'closed');
    select case when new.amount = 0 then raise(abort, 'nothing; at all') end;
end;
--rollback drop trigger posting_guard;
