-- Steps of turns, deliveries of domain events, merged customers, prices, and what lists show.

alter table shopbot.customers add column merged_into uuid;
create index customers_merged on shopbot.customers (store_id, merged_into) where merged_into is not null;

alter table shopbot.lanes
    add column control smallint not null default 0,
    add column active_at timestamptz not null default '-infinity',
    add column inbound_at timestamptz,
    add column has_steps boolean not null default false,
    add column absorbed boolean not null default false,
    -- An event for a customer who was merged meanwhile must not get lost in the lane that ended: the append fails and looks the customer up again.
    add constraint lanes_absorbed check (not absorbed or next_seq = head_seq);
update shopbot.lanes set active_at = ready_at;
create index lanes_active on shopbot.lanes (store_id, active_at);
create index lanes_controlled on shopbot.lanes (store_id, control, active_at) where control <> 0;

alter table shopbot.outbox
    add column wants_status boolean not null default false,
    add column price_category text,
    add column price_type text,
    add column price_billable boolean;
alter table shopbot.message_refs
    add column price_category text,
    add column price_type text,
    add column price_billable boolean;

-- number: its place among the events of its lane that are delivered to listeners; null: only logged. cause: why it was given up.
alter table shopbot.events
    add column number bigint,
    add column cause text;
create unique index events_number on shopbot.events (store_id, channel, customer_id, number) where number is not null;

create table shopbot.deliveries (
    store_id uuid not null,
    channel text collate "C" not null,
    customer_id uuid not null,
    head_number bigint not null default 1,
    next_number bigint not null default 1,
    attempts int not null default 0,
    ready_at timestamptz not null,
    owner text,
    lease_until timestamptz,
    claim_at timestamptz not null generated always as (coalesce(lease_until, ready_at)) stored,
    fence bigint not null default 0,
    mark bigint not null default 0,
    primary key (store_id, channel, customer_id));
create index deliveries_ready on shopbot.deliveries (store_id, claim_at) where next_number > head_number;

-- What turns keep of their calls to the outside, until their event is done.
create table shopbot.steps (
    store_id uuid not null,
    channel text collate "C" not null,
    customer_id uuid not null,
    seq bigint not null,
    step text collate "C" not null,
    result bytea not null,
    kept_at timestamptz not null default now(),
    primary key (store_id, channel, customer_id, seq, step));
alter table shopbot.steps alter column result set storage external;
