CREATE SCHEMA shopbot;
CREATE TABLE shopbot.credentials (
    store_id uuid NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    value bytea NOT NULL,
    due_at timestamp with time zone,
    claimed_until timestamp with time zone,
    version bigint NOT NULL
);
CREATE TABLE shopbot.customer_aliases (
    store_id uuid NOT NULL,
    kind smallint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    value bytea NOT NULL,
    linked_at timestamp with time zone NOT NULL
);
CREATE TABLE shopbot.customers (
    store_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    merged_into uuid
);
CREATE TABLE shopbot.deliveries (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    head_number bigint DEFAULT 1 NOT NULL,
    next_number bigint DEFAULT 1 NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    ready_at timestamp with time zone NOT NULL,
    owner text,
    lease_until timestamp with time zone,
    claim_at timestamp with time zone GENERATED ALWAYS AS (COALESCE(lease_until, ready_at)) STORED NOT NULL,
    fence bigint DEFAULT 0 NOT NULL,
    mark bigint DEFAULT 0 NOT NULL
);
CREATE TABLE shopbot.events (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
PARTITION BY HASH (store_id);
ALTER TABLE ONLY shopbot.events ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_0 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_0 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_1 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_1 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_2 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_2 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_3 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_3 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_4 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_4 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_5 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_5 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_6 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_6 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.events_7 (
    store_id uuid NOT NULL,
    event_id uuid NOT NULL,
    channel text COLLATE pg_catalog."C",
    customer_id uuid,
    event_key text,
    kind text NOT NULL,
    payload bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    number bigint,
    cause text
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.events_7 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
PARTITION BY HASH (store_id);
ALTER TABLE ONLY shopbot.inbox ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_0 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_0 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_1 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_1 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_2 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_2 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_3 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_3 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_4 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_4 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_5 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_5 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_6 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_6 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.inbox_7 (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    trace_parent text,
    attempts integer DEFAULT 0 NOT NULL,
    cause text,
    parked_at timestamp with time zone
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.inbox_7 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.key_ring (
    id bigint NOT NULL,
    name text NOT NULL,
    xml text NOT NULL
);
ALTER TABLE shopbot.key_ring ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME shopbot.key_ring_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE shopbot.lanes (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    head_seq bigint DEFAULT 1 NOT NULL,
    next_seq bigint DEFAULT 1 NOT NULL,
    head_position bigint DEFAULT 1 NOT NULL,
    next_position bigint DEFAULT 1 NOT NULL,
    ready_at timestamp with time zone NOT NULL,
    owner text,
    lease_until timestamp with time zone,
    claim_at timestamp with time zone GENERATED ALWAYS AS (GREATEST(ready_at, lease_until)) STORED NOT NULL,
    fence bigint DEFAULT 0 NOT NULL,
    send_state smallint,
    send_at timestamp with time zone,
    state_version bigint DEFAULT 0 NOT NULL,
    state bytea DEFAULT '\x'::bytea NOT NULL,
    mark bigint DEFAULT 0 NOT NULL,
    send_mark bigint DEFAULT 0 NOT NULL,
    control smallint DEFAULT 0 NOT NULL,
    active_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    inbound_at timestamp with time zone,
    has_steps boolean DEFAULT false NOT NULL,
    absorbed boolean DEFAULT false NOT NULL,
    CONSTRAINT lanes_absorbed CHECK (((NOT absorbed) OR (next_seq = head_seq)))
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');
ALTER TABLE ONLY shopbot.lanes ALTER COLUMN state SET STORAGE EXTERNAL;
CREATE TABLE shopbot.lookup_keys (
    version integer NOT NULL,
    wrapped_key bytea NOT NULL
);
CREATE TABLE shopbot.message_refs (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
PARTITION BY HASH (store_id);
CREATE TABLE shopbot.message_refs_0 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_1 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_2 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_3 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_4 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_5 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_6 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.message_refs_7 (
    store_id uuid NOT NULL,
    ref text NOT NULL COLLATE pg_catalog."C",
    outbox_id uuid,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    heard_at timestamp with time zone NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.outbox (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
PARTITION BY HASH (store_id);
ALTER TABLE ONLY shopbot.outbox ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_0 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_0 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_1 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_1 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_2 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_2 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_3 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_3 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_4 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_4 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_5 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_5 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_6 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_6 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.outbox_7 (
    store_id uuid NOT NULL,
    outbox_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    "position" bigint NOT NULL,
    class smallint NOT NULL,
    payload bytea NOT NULL,
    trace_parent text,
    created_at timestamp with time zone NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    owner text,
    maybe_duplicate boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    message_ref text COLLATE pg_catalog."C",
    message_id bytea,
    delivery smallint DEFAULT 0 NOT NULL,
    error_code integer,
    wants_status boolean DEFAULT false NOT NULL,
    price_category text,
    price_type text,
    price_billable boolean
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE ONLY shopbot.outbox_7 ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE TABLE shopbot.schema_version (
    version bigint NOT NULL,
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE shopbot.seen (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
PARTITION BY HASH (store_id);
CREATE TABLE shopbot.seen_0 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_1 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_2 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_3 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_4 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_5 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_6 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.seen_7 (
    store_id uuid NOT NULL,
    event_key text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    mark bigint NOT NULL
)
WITH (fillfactor='100', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE shopbot.steps (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    seq bigint NOT NULL,
    step text NOT NULL COLLATE pg_catalog."C",
    result bytea NOT NULL,
    kept_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY shopbot.steps ALTER COLUMN result SET STORAGE EXTERNAL;
CREATE TABLE shopbot.stores (
    store_id uuid NOT NULL,
    shop_domain text NOT NULL COLLATE pg_catalog."C",
    wrapped_data_key bytea NOT NULL,
    shop_name text,
    currency text,
    locale text,
    whatsapp_credentials bytea NOT NULL,
    whatsapp_enabled boolean NOT NULL,
    phone_number_id text COLLATE pg_catalog."C",
    waba_id text COLLATE pg_catalog."C",
    verify_token_hash text COLLATE pg_catalog."C",
    welcome_message text,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE shopbot.tickets (
    key text NOT NULL COLLATE pg_catalog."C",
    value bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE shopbot.timers (
    store_id uuid NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    customer_id uuid NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    due_at timestamp with time zone NOT NULL,
    payload bytea NOT NULL
);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_0 FOR VALUES WITH (modulus 8, remainder 0);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_1 FOR VALUES WITH (modulus 8, remainder 1);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_2 FOR VALUES WITH (modulus 8, remainder 2);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_3 FOR VALUES WITH (modulus 8, remainder 3);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_4 FOR VALUES WITH (modulus 8, remainder 4);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_5 FOR VALUES WITH (modulus 8, remainder 5);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_6 FOR VALUES WITH (modulus 8, remainder 6);
ALTER TABLE ONLY shopbot.events ATTACH PARTITION shopbot.events_7 FOR VALUES WITH (modulus 8, remainder 7);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_0 FOR VALUES WITH (modulus 8, remainder 0);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_1 FOR VALUES WITH (modulus 8, remainder 1);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_2 FOR VALUES WITH (modulus 8, remainder 2);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_3 FOR VALUES WITH (modulus 8, remainder 3);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_4 FOR VALUES WITH (modulus 8, remainder 4);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_5 FOR VALUES WITH (modulus 8, remainder 5);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_6 FOR VALUES WITH (modulus 8, remainder 6);
ALTER TABLE ONLY shopbot.inbox ATTACH PARTITION shopbot.inbox_7 FOR VALUES WITH (modulus 8, remainder 7);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_0 FOR VALUES WITH (modulus 8, remainder 0);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_1 FOR VALUES WITH (modulus 8, remainder 1);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_2 FOR VALUES WITH (modulus 8, remainder 2);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_3 FOR VALUES WITH (modulus 8, remainder 3);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_4 FOR VALUES WITH (modulus 8, remainder 4);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_5 FOR VALUES WITH (modulus 8, remainder 5);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_6 FOR VALUES WITH (modulus 8, remainder 6);
ALTER TABLE ONLY shopbot.message_refs ATTACH PARTITION shopbot.message_refs_7 FOR VALUES WITH (modulus 8, remainder 7);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_0 FOR VALUES WITH (modulus 8, remainder 0);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_1 FOR VALUES WITH (modulus 8, remainder 1);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_2 FOR VALUES WITH (modulus 8, remainder 2);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_3 FOR VALUES WITH (modulus 8, remainder 3);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_4 FOR VALUES WITH (modulus 8, remainder 4);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_5 FOR VALUES WITH (modulus 8, remainder 5);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_6 FOR VALUES WITH (modulus 8, remainder 6);
ALTER TABLE ONLY shopbot.outbox ATTACH PARTITION shopbot.outbox_7 FOR VALUES WITH (modulus 8, remainder 7);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_0 FOR VALUES WITH (modulus 8, remainder 0);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_1 FOR VALUES WITH (modulus 8, remainder 1);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_2 FOR VALUES WITH (modulus 8, remainder 2);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_3 FOR VALUES WITH (modulus 8, remainder 3);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_4 FOR VALUES WITH (modulus 8, remainder 4);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_5 FOR VALUES WITH (modulus 8, remainder 5);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_6 FOR VALUES WITH (modulus 8, remainder 6);
ALTER TABLE ONLY shopbot.seen ATTACH PARTITION shopbot.seen_7 FOR VALUES WITH (modulus 8, remainder 7);
INSERT INTO shopbot.customer_aliases VALUES ('0195a000-0000-7000-8000-000000000001', 1, 'old-user', '0195a000-0000-4000-8000-0000000000aa', '\x03', '2026-02-03 00:00:00+00');
INSERT INTO shopbot.customers VALUES ('0195a000-0000-7000-8000-000000000001', '0195a000-0000-4000-8000-0000000000aa', '2026-02-03 00:00:00+00', NULL);
INSERT INTO shopbot.events_7 VALUES ('0195a000-0000-7000-8000-000000000001', '0195a000-0000-4000-8000-0000000000cc', NULL, NULL, 'old-note', 'whatsapp.account_update', '\x06', '2026-02-03 00:00:00+00', NULL, NULL);
INSERT INTO shopbot.inbox_7 VALUES ('0195a000-0000-7000-8000-000000000001', 'whatsapp', '0195a000-0000-4000-8000-0000000000aa', 1, 'old-message', 'whatsapp.message', '\x04', '2026-02-03 00:00:00+00', '2026-02-03 00:00:00+00', NULL, 0, NULL, NULL);
INSERT INTO shopbot.lanes VALUES ('0195a000-0000-7000-8000-000000000001', 'whatsapp', '0195a000-0000-4000-8000-0000000000aa', 1, 2, 1, 2, '2026-02-03 00:00:00+00', NULL, NULL, DEFAULT, 4, 0, '2026-02-03 00:00:00+00', 7, '\x6f6c64', 0, 0, 0, '2026-02-03 00:00:00+00', NULL, false, false);
INSERT INTO shopbot.outbox_7 VALUES ('0195a000-0000-7000-8000-000000000001', '0195a000-0000-4000-8000-0000000000bb', 'whatsapp', '0195a000-0000-4000-8000-0000000000aa', 1, 0, '\x05', NULL, '2026-02-03 00:00:00+00', 0, 0, NULL, false, NULL, NULL, NULL, 0, NULL, false, NULL, NULL, NULL);
INSERT INTO shopbot.schema_version VALUES (1, '0001_initial', '2026-03-01 09:00:00+00');
INSERT INTO shopbot.schema_version VALUES (2, '0002_contract', '2026-03-02 09:00:00+00');
INSERT INTO shopbot.seen_7 VALUES ('0195a000-0000-7000-8000-000000000001', 'old-message', '2026-02-03 00:00:00+00', 1);
INSERT INTO shopbot.stores VALUES ('0195a000-0000-7000-8000-000000000001', 'old-shop.myshopify.com', '\x01', 'Old Shop', 'EUR', 'en', '\x02', true, '1500', '2500', 'vh', 'Hello', 3, '2026-02-01 00:00:00+00', '2026-02-02 00:00:00+00');
SELECT pg_catalog.setval('shopbot.key_ring_id_seq', 1, false);
ALTER TABLE ONLY shopbot.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (store_id, name);
ALTER TABLE ONLY shopbot.customer_aliases
    ADD CONSTRAINT customer_aliases_pkey PRIMARY KEY (store_id, kind, hash);
ALTER TABLE ONLY shopbot.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (store_id, customer_id);
ALTER TABLE ONLY shopbot.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (store_id, channel, customer_id);
ALTER TABLE ONLY shopbot.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_0
    ADD CONSTRAINT events_0_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_1
    ADD CONSTRAINT events_1_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_2
    ADD CONSTRAINT events_2_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_3
    ADD CONSTRAINT events_3_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_4
    ADD CONSTRAINT events_4_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_5
    ADD CONSTRAINT events_5_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_6
    ADD CONSTRAINT events_6_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.events_7
    ADD CONSTRAINT events_7_pkey PRIMARY KEY (store_id, event_id);
ALTER TABLE ONLY shopbot.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_0
    ADD CONSTRAINT inbox_0_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_1
    ADD CONSTRAINT inbox_1_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_2
    ADD CONSTRAINT inbox_2_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_3
    ADD CONSTRAINT inbox_3_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_4
    ADD CONSTRAINT inbox_4_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_5
    ADD CONSTRAINT inbox_5_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_6
    ADD CONSTRAINT inbox_6_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.inbox_7
    ADD CONSTRAINT inbox_7_pkey PRIMARY KEY (store_id, channel, customer_id, seq);
ALTER TABLE ONLY shopbot.key_ring
    ADD CONSTRAINT key_ring_pkey PRIMARY KEY (id);
ALTER TABLE ONLY shopbot.lanes
    ADD CONSTRAINT lanes_pkey PRIMARY KEY (store_id, channel, customer_id);
ALTER TABLE ONLY shopbot.lookup_keys
    ADD CONSTRAINT lookup_keys_pkey PRIMARY KEY (version);
ALTER TABLE ONLY shopbot.message_refs
    ADD CONSTRAINT message_refs_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_0
    ADD CONSTRAINT message_refs_0_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_1
    ADD CONSTRAINT message_refs_1_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_2
    ADD CONSTRAINT message_refs_2_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_3
    ADD CONSTRAINT message_refs_3_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_4
    ADD CONSTRAINT message_refs_4_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_5
    ADD CONSTRAINT message_refs_5_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_6
    ADD CONSTRAINT message_refs_6_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.message_refs_7
    ADD CONSTRAINT message_refs_7_pkey PRIMARY KEY (store_id, ref);
ALTER TABLE ONLY shopbot.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_0
    ADD CONSTRAINT outbox_0_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_1
    ADD CONSTRAINT outbox_1_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_2
    ADD CONSTRAINT outbox_2_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_3
    ADD CONSTRAINT outbox_3_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_4
    ADD CONSTRAINT outbox_4_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_5
    ADD CONSTRAINT outbox_5_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_6
    ADD CONSTRAINT outbox_6_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.outbox_7
    ADD CONSTRAINT outbox_7_pkey PRIMARY KEY (store_id, outbox_id);
ALTER TABLE ONLY shopbot.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY shopbot.seen
    ADD CONSTRAINT seen_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_0
    ADD CONSTRAINT seen_0_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_1
    ADD CONSTRAINT seen_1_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_2
    ADD CONSTRAINT seen_2_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_3
    ADD CONSTRAINT seen_3_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_4
    ADD CONSTRAINT seen_4_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_5
    ADD CONSTRAINT seen_5_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_6
    ADD CONSTRAINT seen_6_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.seen_7
    ADD CONSTRAINT seen_7_pkey PRIMARY KEY (store_id, event_key);
ALTER TABLE ONLY shopbot.steps
    ADD CONSTRAINT steps_pkey PRIMARY KEY (store_id, channel, customer_id, seq, step);
ALTER TABLE ONLY shopbot.stores
    ADD CONSTRAINT stores_pkey PRIMARY KEY (store_id);
ALTER TABLE ONLY shopbot.stores
    ADD CONSTRAINT stores_shop_domain UNIQUE (shop_domain);
ALTER TABLE ONLY shopbot.tickets
    ADD CONSTRAINT tickets_pkey PRIMARY KEY (key);
ALTER TABLE ONLY shopbot.timers
    ADD CONSTRAINT timers_pkey PRIMARY KEY (store_id, channel, customer_id, name);
CREATE INDEX credentials_due ON shopbot.credentials USING btree (name, store_id, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX customer_aliases_customer ON shopbot.customer_aliases USING btree (store_id, customer_id);
CREATE INDEX customers_merged ON shopbot.customers USING btree (store_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX deliveries_ready ON shopbot.deliveries USING btree (store_id, claim_at) WHERE (next_number > head_number);
CREATE UNIQUE INDEX events_number ON ONLY shopbot.events USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE UNIQUE INDEX events_0_store_id_channel_customer_id_number_idx ON shopbot.events_0 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_recorded ON ONLY shopbot.events USING btree (store_id, recorded_at);
CREATE INDEX events_0_store_id_recorded_at_idx ON shopbot.events_0 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_1_store_id_channel_customer_id_number_idx ON shopbot.events_1 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_1_store_id_recorded_at_idx ON shopbot.events_1 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_2_store_id_channel_customer_id_number_idx ON shopbot.events_2 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_2_store_id_recorded_at_idx ON shopbot.events_2 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_3_store_id_channel_customer_id_number_idx ON shopbot.events_3 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_3_store_id_recorded_at_idx ON shopbot.events_3 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_4_store_id_channel_customer_id_number_idx ON shopbot.events_4 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_4_store_id_recorded_at_idx ON shopbot.events_4 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_5_store_id_channel_customer_id_number_idx ON shopbot.events_5 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_5_store_id_recorded_at_idx ON shopbot.events_5 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_6_store_id_channel_customer_id_number_idx ON shopbot.events_6 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_6_store_id_recorded_at_idx ON shopbot.events_6 USING btree (store_id, recorded_at);
CREATE UNIQUE INDEX events_7_store_id_channel_customer_id_number_idx ON shopbot.events_7 USING btree (store_id, channel, customer_id, number) WHERE (number IS NOT NULL);
CREATE INDEX events_7_store_id_recorded_at_idx ON shopbot.events_7 USING btree (store_id, recorded_at);
CREATE INDEX inbox_accepted ON ONLY shopbot.inbox USING btree (store_id, accepted_at);
CREATE INDEX inbox_0_store_id_accepted_at_idx ON shopbot.inbox_0 USING btree (store_id, accepted_at);
CREATE INDEX inbox_parked ON ONLY shopbot.inbox USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_0_store_id_parked_at_idx ON shopbot.inbox_0 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_1_store_id_accepted_at_idx ON shopbot.inbox_1 USING btree (store_id, accepted_at);
CREATE INDEX inbox_1_store_id_parked_at_idx ON shopbot.inbox_1 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_2_store_id_accepted_at_idx ON shopbot.inbox_2 USING btree (store_id, accepted_at);
CREATE INDEX inbox_2_store_id_parked_at_idx ON shopbot.inbox_2 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_3_store_id_accepted_at_idx ON shopbot.inbox_3 USING btree (store_id, accepted_at);
CREATE INDEX inbox_3_store_id_parked_at_idx ON shopbot.inbox_3 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_4_store_id_accepted_at_idx ON shopbot.inbox_4 USING btree (store_id, accepted_at);
CREATE INDEX inbox_4_store_id_parked_at_idx ON shopbot.inbox_4 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_5_store_id_accepted_at_idx ON shopbot.inbox_5 USING btree (store_id, accepted_at);
CREATE INDEX inbox_5_store_id_parked_at_idx ON shopbot.inbox_5 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_6_store_id_accepted_at_idx ON shopbot.inbox_6 USING btree (store_id, accepted_at);
CREATE INDEX inbox_6_store_id_parked_at_idx ON shopbot.inbox_6 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_7_store_id_accepted_at_idx ON shopbot.inbox_7 USING btree (store_id, accepted_at);
CREATE INDEX inbox_7_store_id_parked_at_idx ON shopbot.inbox_7 USING btree (store_id, parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX lanes_active ON shopbot.lanes USING btree (store_id, active_at);
CREATE INDEX lanes_controlled ON shopbot.lanes USING btree (store_id, control, active_at) WHERE (control <> 0);
CREATE INDEX lanes_in_flight ON shopbot.lanes USING btree (send_state, send_at) WHERE (send_state > 0);
CREATE INDEX lanes_ready ON shopbot.lanes USING btree (store_id, claim_at) WHERE (next_seq > head_seq);
CREATE INDEX lanes_to_send ON shopbot.lanes USING btree (store_id, send_at) WHERE (send_state = 0);
CREATE INDEX message_refs_heard ON ONLY shopbot.message_refs USING btree (store_id, heard_at);
CREATE INDEX message_refs_0_store_id_heard_at_idx ON shopbot.message_refs_0 USING btree (store_id, heard_at);
CREATE INDEX message_refs_1_store_id_heard_at_idx ON shopbot.message_refs_1 USING btree (store_id, heard_at);
CREATE INDEX message_refs_2_store_id_heard_at_idx ON shopbot.message_refs_2 USING btree (store_id, heard_at);
CREATE INDEX message_refs_3_store_id_heard_at_idx ON shopbot.message_refs_3 USING btree (store_id, heard_at);
CREATE INDEX message_refs_4_store_id_heard_at_idx ON shopbot.message_refs_4 USING btree (store_id, heard_at);
CREATE INDEX message_refs_5_store_id_heard_at_idx ON shopbot.message_refs_5 USING btree (store_id, heard_at);
CREATE INDEX message_refs_6_store_id_heard_at_idx ON shopbot.message_refs_6 USING btree (store_id, heard_at);
CREATE INDEX message_refs_7_store_id_heard_at_idx ON shopbot.message_refs_7 USING btree (store_id, heard_at);
CREATE UNIQUE INDEX outbox_lane ON ONLY shopbot.outbox USING btree (store_id, channel, customer_id, "position");
CREATE UNIQUE INDEX outbox_0_store_id_channel_customer_id_position_idx ON shopbot.outbox_0 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_created ON ONLY shopbot.outbox USING btree (store_id, created_at);
CREATE INDEX outbox_0_store_id_created_at_idx ON shopbot.outbox_0 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_1_store_id_channel_customer_id_position_idx ON shopbot.outbox_1 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_1_store_id_created_at_idx ON shopbot.outbox_1 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_2_store_id_channel_customer_id_position_idx ON shopbot.outbox_2 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_2_store_id_created_at_idx ON shopbot.outbox_2 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_3_store_id_channel_customer_id_position_idx ON shopbot.outbox_3 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_3_store_id_created_at_idx ON shopbot.outbox_3 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_4_store_id_channel_customer_id_position_idx ON shopbot.outbox_4 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_4_store_id_created_at_idx ON shopbot.outbox_4 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_5_store_id_channel_customer_id_position_idx ON shopbot.outbox_5 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_5_store_id_created_at_idx ON shopbot.outbox_5 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_6_store_id_channel_customer_id_position_idx ON shopbot.outbox_6 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_6_store_id_created_at_idx ON shopbot.outbox_6 USING btree (store_id, created_at);
CREATE UNIQUE INDEX outbox_7_store_id_channel_customer_id_position_idx ON shopbot.outbox_7 USING btree (store_id, channel, customer_id, "position");
CREATE INDEX outbox_7_store_id_created_at_idx ON shopbot.outbox_7 USING btree (store_id, created_at);
CREATE INDEX seen_at ON ONLY shopbot.seen USING btree (store_id, seen_at);
CREATE INDEX seen_0_store_id_seen_at_idx ON shopbot.seen_0 USING btree (store_id, seen_at);
CREATE INDEX seen_1_store_id_seen_at_idx ON shopbot.seen_1 USING btree (store_id, seen_at);
CREATE INDEX seen_2_store_id_seen_at_idx ON shopbot.seen_2 USING btree (store_id, seen_at);
CREATE INDEX seen_3_store_id_seen_at_idx ON shopbot.seen_3 USING btree (store_id, seen_at);
CREATE INDEX seen_4_store_id_seen_at_idx ON shopbot.seen_4 USING btree (store_id, seen_at);
CREATE INDEX seen_5_store_id_seen_at_idx ON shopbot.seen_5 USING btree (store_id, seen_at);
CREATE INDEX seen_6_store_id_seen_at_idx ON shopbot.seen_6 USING btree (store_id, seen_at);
CREATE INDEX seen_7_store_id_seen_at_idx ON shopbot.seen_7 USING btree (store_id, seen_at);
CREATE UNIQUE INDEX stores_phone_number ON shopbot.stores USING btree (phone_number_id) WHERE whatsapp_enabled;
CREATE INDEX stores_verify_token ON shopbot.stores USING btree (verify_token_hash) WHERE (verify_token_hash IS NOT NULL);
CREATE INDEX stores_waba ON shopbot.stores USING btree (waba_id) WHERE whatsapp_enabled;
CREATE INDEX tickets_end ON shopbot.tickets USING btree (expires_at);
CREATE INDEX timers_due ON shopbot.timers USING btree (due_at);
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_0_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_0_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_0_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_1_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_1_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_1_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_2_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_2_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_2_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_3_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_3_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_3_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_4_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_4_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_4_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_5_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_5_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_5_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_6_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_6_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_6_store_id_recorded_at_idx;
ALTER INDEX shopbot.events_pkey ATTACH PARTITION shopbot.events_7_pkey;
ALTER INDEX shopbot.events_number ATTACH PARTITION shopbot.events_7_store_id_channel_customer_id_number_idx;
ALTER INDEX shopbot.events_recorded ATTACH PARTITION shopbot.events_7_store_id_recorded_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_0_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_0_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_0_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_1_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_1_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_1_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_2_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_2_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_2_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_3_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_3_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_3_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_4_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_4_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_4_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_5_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_5_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_5_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_6_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_6_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_6_store_id_parked_at_idx;
ALTER INDEX shopbot.inbox_pkey ATTACH PARTITION shopbot.inbox_7_pkey;
ALTER INDEX shopbot.inbox_accepted ATTACH PARTITION shopbot.inbox_7_store_id_accepted_at_idx;
ALTER INDEX shopbot.inbox_parked ATTACH PARTITION shopbot.inbox_7_store_id_parked_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_0_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_0_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_1_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_1_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_2_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_2_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_3_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_3_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_4_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_4_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_5_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_5_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_6_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_6_store_id_heard_at_idx;
ALTER INDEX shopbot.message_refs_pkey ATTACH PARTITION shopbot.message_refs_7_pkey;
ALTER INDEX shopbot.message_refs_heard ATTACH PARTITION shopbot.message_refs_7_store_id_heard_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_0_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_0_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_0_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_1_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_1_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_1_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_2_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_2_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_2_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_3_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_3_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_3_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_4_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_4_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_4_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_5_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_5_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_5_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_6_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_6_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_6_store_id_created_at_idx;
ALTER INDEX shopbot.outbox_pkey ATTACH PARTITION shopbot.outbox_7_pkey;
ALTER INDEX shopbot.outbox_lane ATTACH PARTITION shopbot.outbox_7_store_id_channel_customer_id_position_idx;
ALTER INDEX shopbot.outbox_created ATTACH PARTITION shopbot.outbox_7_store_id_created_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_0_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_0_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_1_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_1_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_2_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_2_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_3_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_3_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_4_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_4_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_5_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_5_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_6_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_6_store_id_seen_at_idx;
ALTER INDEX shopbot.seen_pkey ATTACH PARTITION shopbot.seen_7_pkey;
ALTER INDEX shopbot.seen_at ATTACH PARTITION shopbot.seen_7_store_id_seen_at_idx;
ALTER TABLE ONLY shopbot.customer_aliases
    ADD CONSTRAINT customer_aliases_store_id_customer_id_fkey FOREIGN KEY (store_id, customer_id) REFERENCES shopbot.customers(store_id, customer_id);
ALTER TABLE ONLY shopbot.lanes
    ADD CONSTRAINT lanes_store_id_customer_id_fkey FOREIGN KEY (store_id, customer_id) REFERENCES shopbot.customers(store_id, customer_id);
