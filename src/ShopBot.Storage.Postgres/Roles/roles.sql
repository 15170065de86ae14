-- Run once, by the role that owns the schema (which also runs the migrations), after the first start or after the migrations were applied.
-- Give each host a login of its own in shopbot_app, and the replica's reader one in shopbot_reader:
--   create role bot_1 login password '...' in role shopbot_app;
-- Hosts that may not change the schema set PostgresStorageOptions.Migrate to false.

do $$ begin
    if to_regrole('shopbot_app') is null then
        create role shopbot_app nologin;
    end if;
    if to_regrole('shopbot_reader') is null then
        create role shopbot_reader nologin;
    end if;
end $$;

-- A host reads and writes rows. It may not change tables, and not the record of migrations.
grant usage on schema shopbot to shopbot_app;
grant select, insert, update, delete on all tables in schema shopbot to shopbot_app;
revoke insert, update, delete on shopbot.schema_version from shopbot_app;
alter default privileges in schema shopbot grant select, insert, update, delete on tables to shopbot_app;

-- Lists and reports see no secrets, keys or tickets.
grant usage on schema shopbot to shopbot_reader;
grant select on shopbot.customers, shopbot.customer_aliases, shopbot.lanes, shopbot.inbox, shopbot.outbox, shopbot.events to shopbot_reader;

-- Behind a pooler in transaction mode sessions cannot be set by hosts, so the login roles of hosts get what a direct connection sends by itself:
--   alter role bot_1 set jit = off;
--   alter role bot_1 set enable_seqscan = off;
--   alter role bot_1 set random_page_cost = 0.05;
