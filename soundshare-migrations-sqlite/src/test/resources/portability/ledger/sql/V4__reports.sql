--liquibase formatted sql

--changeset ines:v4-balance
create view balance as
select a.id, a.code, a.title, sum(p.amount) as total from account a left join posting p on p.account_id = a.id group by a.id, a.code, a.title;
--rollback drop view balance;

--changeset ines:v4-view-on-view
create view overdrawn as select code, total from balance where total < 0;
--rollback drop view overdrawn;

--changeset ines:v4-partial-index
create index ix_entry_open on entry (booked_at) where reversed_by is null;
create unique index ux_account_title on account (book_id, lower(title));
--rollback drop index ux_account_title;
--rollback drop index ix_entry_open;

--changeset ines:v4-multi stripComments:false
/* a statement; with a comment */
update account set title = 'Cash in hand' -- was: Cash;
where code = '1000' and book_id = 1;
--rollback update account set title = 'Cash' where code = '1000' and book_id = 1;

--changeset ines:v4-with
with big as (select entry_id from posting where amount > 1000)
update entry set text = text || ' (big)' where id in (select entry_id from big);
--rollback update entry set text = replace(text, ' (big)', '');

--changeset ines:v4-returning-upsert
insert into money (code, name) values ('EUR', 'Euro') on conflict (code) do update set name = excluded.name;
insert into money (code, name) values ('SEK', 'Krona') on conflict do nothing;
--rollback delete from money where code = 'SEK';
