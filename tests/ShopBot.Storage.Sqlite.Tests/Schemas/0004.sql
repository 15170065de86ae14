CREATE TABLE credentials (
    store_id BLOB NOT NULL,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    due_at INTEGER,
    claimed_until INTEGER,
    version INTEGER NOT NULL,
    PRIMARY KEY (store_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "credentials" VALUES(X'0193A111000070008000000000000001','shopify',X'0102',0,NULL,1);
CREATE TABLE customer_aliases (
    store_id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    hash TEXT NOT NULL,
    customer_id BLOB NOT NULL,
    value BLOB NOT NULL,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (store_id, kind, hash),
    FOREIGN KEY (store_id, customer_id) REFERENCES customers
) STRICT, WITHOUT ROWID;
INSERT INTO "customer_aliases" VALUES(X'0193A111000070008000000000000001',1,'old-user',X'0193A111000070008000000000000002',X'04',1767225600000);
CREATE TABLE customers (
    store_id BLOB NOT NULL,
    customer_id BLOB NOT NULL,
    created_at INTEGER NOT NULL, merged_into BLOB,
    PRIMARY KEY (store_id, customer_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "customers" VALUES(X'0193A111000070008000000000000001',X'0193A111000070008000000000000002',1767225600000,NULL);
CREATE TABLE events (
    store_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    channel TEXT,
    customer_id BLOB,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, place TEXT NOT NULL DEFAULT '', number INTEGER, attempts INTEGER NOT NULL DEFAULT 0, cause TEXT,
    PRIMARY KEY (store_id, event_id)
) STRICT;
INSERT INTO "events" VALUES(X'0193A111000070008000000000000001',X'0193A111000070008000000000000003',NULL,NULL,'old.note',X'08',1767225600000,1767225600000,'0193a111000070008000000000000003',NULL,0,NULL);
CREATE TABLE inbox (
    store_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    customer_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    event_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    occurred_at INTEGER NOT NULL,
    accepted_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    cause TEXT,
    trace_parent TEXT,
    done_at INTEGER,
    PRIMARY KEY (store_id, channel, customer_id, seq),
    FOREIGN KEY (store_id, channel, customer_id) REFERENCES lanes
) STRICT;
INSERT INTO "inbox" VALUES(X'0193A111000070008000000000000001','whatsapp',X'0193A111000070008000000000000002',1,1,'done-message','whatsapp.message',X'05',1767225600000,1767225600000,0,NULL,NULL,1767225600000);
INSERT INTO "inbox" VALUES(X'0193A111000070008000000000000001','whatsapp',X'0193A111000070008000000000000002',2,0,'old-message','whatsapp.message',X'06',1767225600000,1767225600000,0,NULL,NULL,NULL);
CREATE TABLE key_ring (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    xml TEXT NOT NULL
) STRICT;
INSERT INTO "key_ring" VALUES(1,'key-1','<key />');
CREATE TABLE lanes (
    store_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    customer_id BLOB NOT NULL,
    head_seq INTEGER NOT NULL DEFAULT 1,
    next_seq INTEGER NOT NULL,
    next_position INTEGER NOT NULL DEFAULT 1,
    ready_at INTEGER NOT NULL,
    owner TEXT,
    lease_until INTEGER,
    fence INTEGER NOT NULL DEFAULT 0,
    state_version INTEGER NOT NULL DEFAULT 0,
    state BLOB NOT NULL DEFAULT x'', control INTEGER NOT NULL DEFAULT 0, active_at INTEGER NOT NULL DEFAULT 0, inbound_at INTEGER, next_fact INTEGER NOT NULL DEFAULT 1, head_fact INTEGER NOT NULL DEFAULT 1, facts_due_at INTEGER NOT NULL DEFAULT 0, facts_owner TEXT, facts_fence INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (store_id, channel, customer_id),
    FOREIGN KEY (store_id, customer_id) REFERENCES customers
) STRICT;
INSERT INTO "lanes" VALUES(X'0193A111000070008000000000000001','whatsapp',X'0193A111000070008000000000000002',2,3,2,1767225600000,NULL,NULL,5,7,X'6F6C64',0,1767225600000,1767225600000,1,1,0,NULL,0);
CREATE TABLE lookup_keys (
    version INTEGER NOT NULL PRIMARY KEY,
    wrapped_key BLOB NOT NULL
) STRICT;
INSERT INTO "lookup_keys" VALUES(1,X'09');
CREATE TABLE outbox (
    store_id BLOB NOT NULL,
    outbox_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    customer_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    class INTEGER NOT NULL,
    payload BLOB NOT NULL,
    trace_parent TEXT,
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    attempt INTEGER NOT NULL DEFAULT 0,
    maybe_duplicate INTEGER NOT NULL DEFAULT 0,
    owner TEXT,
    lease_until INTEGER,
    unknown_since INTEGER,
    closed_at INTEGER,
    message_ref TEXT,
    message_id BLOB,
    delivery INTEGER NOT NULL DEFAULT 0,
    error_code INTEGER, wants_status INTEGER NOT NULL DEFAULT 0, price_category TEXT, price_type TEXT, billable INTEGER,
    PRIMARY KEY (store_id, outbox_id),
    FOREIGN KEY (store_id, channel, customer_id) REFERENCES lanes
) STRICT;
INSERT INTO "outbox" VALUES(X'0193A111000070008000000000000001',X'0193A111000070008000000000000003','whatsapp',X'0193A111000070008000000000000002',1,0,0,X'07',NULL,1767225600000,1767225600000,0,0,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,NULL,NULL,NULL);
CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO "schema_version" VALUES(1,'0001_initial');
INSERT INTO "schema_version" VALUES(2,'0002_credentials');
INSERT INTO "schema_version" VALUES(3,'0003_lanes');
INSERT INTO "schema_version" VALUES(4,'0004_search');
CREATE TABLE seen (
    store_id BLOB NOT NULL,
    event_key TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (store_id, event_key)
) STRICT, WITHOUT ROWID;
INSERT INTO "seen" VALUES(X'0193A111000070008000000000000001','done-message',1767225600000);
INSERT INTO "seen" VALUES(X'0193A111000070008000000000000001','old-message',1767225600000);
CREATE TABLE statuses (
    store_id BLOB NOT NULL,
    message_ref TEXT NOT NULL,
    delivery INTEGER NOT NULL,
    error_code INTEGER,
    heard_at INTEGER NOT NULL, price_category TEXT, price_type TEXT, billable INTEGER,
    PRIMARY KEY (store_id, message_ref)
) STRICT, WITHOUT ROWID;
CREATE TABLE steps (
    store_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    customer_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    step TEXT NOT NULL,
    result BLOB NOT NULL,
    PRIMARY KEY (store_id, channel, customer_id, seq, step),
    FOREIGN KEY (store_id, channel, customer_id) REFERENCES lanes
) STRICT, WITHOUT ROWID;
CREATE TABLE stores (
    store_id BLOB NOT NULL PRIMARY KEY,
    shop_domain TEXT NOT NULL UNIQUE,
    wrapped_data_key BLOB NOT NULL,
    shop_name TEXT,
    currency TEXT,
    locale TEXT,
    whatsapp_credentials BLOB NOT NULL,
    whatsapp_enabled INTEGER NOT NULL,
    phone_number_id TEXT,
    waba_id TEXT,
    verify_token_hash TEXT,
    welcome_message TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stores" VALUES(X'0193A111000070008000000000000001','old-shop.myshopify.com',X'01','Old Shop',NULL,NULL,X'03',1,'100',NULL,'1old',NULL,3,1767225600000,1767225600000);
CREATE TABLE tickets (
    key TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE timers (
    store_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    customer_id BLOB NOT NULL,
    name TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (store_id, channel, customer_id, name),
    FOREIGN KEY (store_id, channel, customer_id) REFERENCES lanes
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stores_phone_number ON stores (phone_number_id) WHERE whatsapp_enabled = 1;
CREATE INDEX stores_waba ON stores (waba_id) WHERE whatsapp_enabled = 1;
CREATE INDEX stores_verify_token ON stores (verify_token_hash) WHERE verify_token_hash IS NOT NULL;
CREATE INDEX customer_aliases_customer ON customer_aliases (store_id, customer_id, kind, linked_at DESC);
CREATE INDEX lanes_leased ON lanes (lease_until) WHERE owner IS NOT NULL;
CREATE INDEX inbox_done ON inbox (done_at) WHERE state = 1;
CREATE INDEX outbox_open ON outbox (store_id, channel, customer_id, position) WHERE state < 3;
CREATE INDEX outbox_sending ON outbox (lease_until) WHERE state = 1;
CREATE INDEX outbox_unknown ON outbox (unknown_since) WHERE state = 2;
CREATE INDEX outbox_closed ON outbox (closed_at) WHERE state >= 3;
CREATE INDEX outbox_message_ref ON outbox (store_id, message_ref) WHERE message_ref IS NOT NULL;
CREATE INDEX statuses_heard ON statuses (heard_at);
CREATE INDEX timers_due ON timers (due_at);
CREATE INDEX events_recorded ON events (recorded_at);
CREATE INDEX seen_at ON seen (seen_at);
CREATE INDEX credentials_due ON credentials (name, store_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX credentials_claimed ON credentials (claimed_until) WHERE claimed_until IS NOT NULL;
CREATE INDEX tickets_end ON tickets (expires_at);
CREATE INDEX lanes_active ON lanes (store_id, active_at);
CREATE INDEX lanes_ready ON lanes (store_id, ready_at) WHERE owner IS NULL AND head_seq < next_seq;
CREATE INDEX lanes_facts ON lanes (store_id, facts_due_at) WHERE head_fact < next_fact;
CREATE INDEX outbox_due ON outbox (store_id, due_at) WHERE state = 0 AND due_at IS NOT NULL;
CREATE INDEX customers_merged ON customers (store_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX outbox_written ON outbox (store_id, channel, customer_id, position);
CREATE INDEX inbox_parked ON inbox (store_id, done_at) WHERE state = 2;
CREATE INDEX events_facts ON events (store_id, channel, customer_id, number) WHERE number IS NOT NULL;
CREATE INDEX events_listed ON events (store_id, recorded_at);
CREATE TABLE products (
    id INTEGER NOT NULL PRIMARY KEY,
    store_id BLOB NOT NULL,
    product_id TEXT NOT NULL,
    title TEXT NOT NULL,
    price TEXT NOT NULL,
    currency TEXT NOT NULL,
    prices_differ INTEGER NOT NULL,
    available INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    other_words TEXT NOT NULL,
    digest BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    UNIQUE (store_id, product_id)
) STRICT;
CREATE VIRTUAL TABLE product_search USING fts5 (
    title, keywords, description, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '_'");
CREATE TABLE product_words (
    store_id BLOB NOT NULL,
    word TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (store_id, word)
) STRICT, WITHOUT ROWID;
CREATE TABLE product_letters (
    store_id BLOB NOT NULL,
    letters TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (store_id, letters, word)
) STRICT, WITHOUT ROWID;
CREATE TABLE product_index (
    store_id BLOB NOT NULL PRIMARY KEY,
    filled_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE exports (
    store_id BLOB NOT NULL PRIMARY KEY,
    progress BLOB NOT NULL,
    due_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX exports_due ON exports (due_at);
