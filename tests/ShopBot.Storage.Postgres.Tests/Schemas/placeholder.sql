-- Keys start with the store. Text keys compare by bytes, so that every statement takes its locks in one order.
-- Tables that grow with every message are hash-partitioned by store. Payloads and values are ciphertext, which is not worth compressing.

create table shopbot.stores (
    store_id uuid not null primary key,
    shop_domain text collate "C" not null constraint stores_shop_domain unique,
    wrapped_data_key bytea not null,
    shop_name text,
    currency text,
    locale text,
    whatsapp_credentials bytea not null,
    whatsapp_enabled boolean not null,
    phone_number_id text collate "C",
    waba_id text collate "C",
    verify_token_hash text collate "C",
    welcome_message text,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null);
create unique index stores_phone_number on shopbot.stores (phone_number_id) where whatsapp_enabled;
create index stores_waba on shopbot.stores (waba_id) where whatsapp_enabled;
create index stores_verify_token on shopbot.stores (verify_token_hash) where verify_token_hash is not null;

-- Secrets that several processes renew. The version is the fence: every write and every claim raises it.
create table shopbot.credentials (
    store_id uuid not null,
    name text collate "C" not null,
    value bytea not null,
    due_at timestamptz,
    claimed_until timestamptz,
    version bigint not null,
    primary key (store_id, name));
create index credentials_due on shopbot.credentials (name, store_id, due_at) where due_at is not null;

-- Values that are handed out and brought back once; of no store yet.
create table shopbot.tickets (
    key text collate "C" not null primary key,
    value bytea not null,
    expires_at timestamptz not null);
create index tickets_end on shopbot.tickets (expires_at);

create table shopbot.lookup_keys (
    version int not null primary key,
    wrapped_key bytea not null);

create table shopbot.key_ring (
    id bigint not null generated always as identity primary key,
    name text not null,
    xml text not null);

create table shopbot.customers (
    store_id uuid not null,
    customer_id uuid not null,
    created_at timestamptz not null,
    primary key (store_id, customer_id));

create table shopbot.customer_aliases (
    store_id uuid not null,
    kind smallint not null,
    hash text collate "C" not null,
    customer_id uuid not null,
    value bytea not null,
    linked_at timestamptz not null,
    primary key (store_id, kind, hash),
    foreign key (store_id, customer_id) references shopbot.customers);
create index customer_aliases_customer on shopbot.customer_aliases (store_id, customer_id);

-- Events from head_seq up to, not including, next_seq wait for their turn; messages from head_position on are open.
-- send_state is that of the first open message (null: none is open), send_at when it is due (0 pending), its lease ends (1 sending),
-- or since when nobody knows (2 unknown). mark and send_mark are the numbers of the calls that leased
-- or settled the lane, and took or closed its first open message, last.
create table shopbot.lanes (
    store_id uuid not null,
    channel text collate "C" not null,
    customer_id uuid not null,
    head_seq bigint not null default 1,
    next_seq bigint not null default 1,
    head_position bigint not null default 1,
    next_position bigint not null default 1,
    ready_at timestamptz not null,
    owner text,
    lease_until timestamptz,
    claim_at timestamptz not null generated always as (greatest(ready_at, lease_until)) stored,
    fence bigint not null default 0,
    send_state smallint,
    send_at timestamptz,
    state_version bigint not null default 0,
    state bytea not null default '',
    mark bigint not null default 0,
    send_mark bigint not null default 0,
    primary key (store_id, channel, customer_id),
    foreign key (store_id, customer_id) references shopbot.customers)
    with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
create index lanes_ready on shopbot.lanes (store_id, claim_at) where next_seq > head_seq;
create index lanes_to_send on shopbot.lanes (store_id, send_at) where send_state = 0;
create index lanes_in_flight on shopbot.lanes (send_state, send_at) where send_state > 0;

create table shopbot.timers (
    store_id uuid not null,
    channel text collate "C" not null,
    customer_id uuid not null,
    name text collate "C" not null,
    due_at timestamptz not null,
    payload bytea not null,
    primary key (store_id, channel, customer_id, name));
create index timers_due on shopbot.timers (due_at);

create table shopbot.inbox (
    store_id uuid not null,
    channel text collate "C" not null,
    customer_id uuid not null,
    seq bigint not null,
    event_key text collate "C" not null,
    kind text not null,
    payload bytea not null,
    occurred_at timestamptz not null,
    accepted_at timestamptz not null,
    trace_parent text,
    attempts int not null default 0,
    cause text,
    parked_at timestamptz,
    primary key (store_id, channel, customer_id, seq))
    partition by hash (store_id);
create index inbox_accepted on shopbot.inbox (store_id, accepted_at);
create index inbox_parked on shopbot.inbox (store_id, parked_at) where parked_at is not null;

-- state: 0 pending, 1 sending, 2 unknown (these hold up their lane); 3 sent, 4 rejected, 5 uncertain.
-- No index looks at what changes, so that closing a message rewrites no index.
create table shopbot.outbox (
    store_id uuid not null,
    outbox_id uuid not null,
    channel text collate "C" not null,
    customer_id uuid not null,
    position bigint not null,
    class smallint not null,
    payload bytea not null,
    trace_parent text,
    created_at timestamptz not null,
    state smallint not null default 0,
    attempt int not null default 0,
    owner text,
    maybe_duplicate boolean not null default false,
    closed_at timestamptz,
    message_ref text collate "C",
    message_id bytea,
    delivery smallint not null default 0,
    error_code int,
    primary key (store_id, outbox_id))
    partition by hash (store_id);
create unique index outbox_lane on shopbot.outbox (store_id, channel, customer_id, position);
create index outbox_created on shopbot.outbox (store_id, created_at);

-- Where a status and the answer to a send meet, whichever comes first.
create table shopbot.message_refs (
    store_id uuid not null,
    ref text collate "C" not null,
    outbox_id uuid,
    delivery smallint not null default 0,
    error_code int,
    heard_at timestamptz not null,
    primary key (store_id, ref))
    partition by hash (store_id);
create index message_refs_heard on shopbot.message_refs (store_id, heard_at);

-- The keys of everything accepted. mark is the call that added it, so that a repeated call knows its own.
create table shopbot.seen (
    store_id uuid not null,
    event_key text collate "C" not null,
    seen_at timestamptz not null,
    mark bigint not null,
    primary key (store_id, event_key))
    partition by hash (store_id);
create index seen_at on shopbot.seen (store_id, seen_at);

-- The event log: facts of turns (with their lane) and notes (without one, but with their key).
create table shopbot.events (
    store_id uuid not null,
    event_id uuid not null,
    channel text collate "C",
    customer_id uuid,
    event_key text,
    kind text not null,
    payload bytea not null,
    recorded_at timestamptz not null,
    primary key (store_id, event_id))
    partition by hash (store_id);
create index events_recorded on shopbot.events (store_id, recorded_at);

do $$
declare
    parent text;
    part int;
begin
    foreach parent in array array['inbox', 'outbox', 'message_refs', 'seen', 'events'] loop
        for part in 0..7 loop
            execute format(
                'create table shopbot.%1$s_%2$s partition of shopbot.%1$s for values with (modulus 8, remainder %2$s)'
                ' with (fillfactor = %3$s, autovacuum_vacuum_scale_factor = 0.05)',
                parent, part, case parent when 'outbox' then 70 when 'message_refs' then 80 else 100 end);
        end loop;
    end loop;
end $$;

alter table shopbot.lanes alter column state set storage external;
alter table shopbot.inbox alter column payload set storage external;
alter table shopbot.outbox alter column payload set storage external;
alter table shopbot.events alter column payload set storage external;
