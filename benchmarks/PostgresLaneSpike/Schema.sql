-- Every key starts with the store. Text keys compare by bytes, so that all statements lock in one order.
-- "mark" holds the number of the call that changed the row last: later statements of the same batch read back exactly that.

create table customers (
  store uuid not null, id uuid not null, created_at timestamptz not null,
  primary key (store, id));

create table aliases (
  store uuid not null, kind smallint not null, hash text collate "C" not null,
  customer uuid not null, value bytea not null,
  primary key (store, kind, hash),
  foreign key (store, customer) references customers (store, id));
create index aliases_customer on aliases (store, customer);

create table event_keys (
  store uuid not null, key text collate "C" not null, seen_at timestamptz not null,
  primary key (store, key));
create index event_keys_seen on event_keys using brin (seen_at);

-- ready_at is the one time a claim looks at: since when work waits, until when a fault rests, or when a lease ends.
create table lanes (
  store uuid not null, channel text collate "C" not null, customer uuid not null,
  next_seq bigint not null default 1, head_seq bigint not null default 1, next_out bigint not null default 1,
  ready_at timestamptz not null default '-infinity', owner text, fence bigint not null default 0,
  state_version bigint not null default 0, state bytea not null default '', mark uuid,
  primary key (store, channel, customer),
  foreign key (store, customer) references customers (store, id)) with (fillfactor = 50);
create index lanes_ready on lanes (ready_at) where next_seq > head_seq;

-- Done means seq < lanes.head_seq: a turn that succeeds does not write its inbox rows again.
create table inbox (
  store uuid not null, channel text collate "C" not null, customer uuid not null, seq bigint not null,
  event_key text collate "C" not null, kind text not null, payload bytea not null, occurred_at timestamptz not null,
  stored_at timestamptz not null, trace text, attempts int not null default 0, cause text, dead boolean not null default false,
  primary key (store, channel, customer, seq));
create index inbox_stored on inbox using brin (stored_at);

-- state: 0 Pending, 1 Sending, 2 Unknown, then the closed ones: 3 Sent, 4 Rejected, 5 Uncertain.
-- due_at: Pending: sendable from; Sending: the lease's end; Unknown: since.
create table outbox (
  store uuid not null, id uuid not null,
  channel text collate "C" not null, customer uuid not null, seq bigint not null,
  class smallint not null, payload bytea not null, trace text, created_at timestamptz not null,
  state smallint not null default 0, due_at timestamptz not null, owner text, attempt int not null default 0,
  maybe_duplicate boolean not null default false, status smallint not null default 0, error_code int,
  message_ref text, message_id bytea, closed_at timestamptz, mark uuid,
  primary key (store, id));
create unique index outbox_open on outbox (store, channel, customer, seq) where state < 3;
create index outbox_due on outbox (due_at) where state < 3;

-- Where a status and the HTTP answer meet, whichever comes first. status: 1 Sent, 2 Failed, 3 Delivered, 4 Read, 5 Played.
create table message_refs (
  store uuid not null, ref text collate "C" not null, outbox_id uuid, status smallint not null default 0,
  error_code int, seen_at timestamptz not null,
  primary key (store, ref));
create index message_refs_seen on message_refs using brin (seen_at);

create table timers (
  store uuid not null, channel text collate "C" not null, customer uuid not null, name text collate "C" not null,
  due_at timestamptz not null, payload bytea not null,
  primary key (store, channel, customer, name));
create index timers_due on timers (due_at);

create table events (
  store uuid not null, id uuid not null, channel text, customer uuid, kind text not null, payload bytea not null,
  at timestamptz not null, primary key (store, id));
