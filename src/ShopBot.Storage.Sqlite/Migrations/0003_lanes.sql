-- Who answers, when a conversation was last active, and the delivery of its domain events (facts): from head_fact up to, not including, next_fact.
ALTER TABLE lanes ADD COLUMN control INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lanes ADD COLUMN active_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lanes ADD COLUMN inbound_at INTEGER;
ALTER TABLE lanes ADD COLUMN next_fact INTEGER NOT NULL DEFAULT 1;
ALTER TABLE lanes ADD COLUMN head_fact INTEGER NOT NULL DEFAULT 1;
ALTER TABLE lanes ADD COLUMN facts_due_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lanes ADD COLUMN facts_owner TEXT;
ALTER TABLE lanes ADD COLUMN facts_fence INTEGER NOT NULL DEFAULT 0;
UPDATE lanes SET active_at = max(ready_at, coalesce((
    SELECT max(accepted_at) FROM inbox WHERE inbox.store_id = lanes.store_id AND inbox.channel = lanes.channel AND inbox.customer_id = lanes.customer_id), 0));
UPDATE lanes SET inbound_at = (
    SELECT max(occurred_at) FROM inbox WHERE inbox.store_id = lanes.store_id AND inbox.channel = lanes.channel AND inbox.customer_id = lanes.customer_id
        AND inbox.kind = 'whatsapp.message');
CREATE INDEX lanes_active ON lanes (store_id, active_at);
-- Stores take turns, so the store comes before the time.
DROP INDEX lanes_ready;
CREATE INDEX lanes_ready ON lanes (store_id, ready_at) WHERE owner IS NULL AND head_seq < next_seq;
CREATE INDEX lanes_facts ON lanes (store_id, facts_due_at) WHERE head_fact < next_fact;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (store_id, due_at) WHERE state = 0 AND due_at IS NOT NULL;

-- A customer that turned out to be another one.
ALTER TABLE customers ADD COLUMN merged_into BLOB;
CREATE INDEX customers_merged ON customers (store_id, merged_into) WHERE merged_into IS NOT NULL;

-- What turns keep of outside calls until their event is done.
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

ALTER TABLE outbox ADD COLUMN wants_status INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN price_category TEXT;
ALTER TABLE outbox ADD COLUMN price_type TEXT;
ALTER TABLE outbox ADD COLUMN billable INTEGER;
CREATE INDEX outbox_written ON outbox (store_id, channel, customer_id, position);
ALTER TABLE statuses ADD COLUMN price_category TEXT;
ALTER TABLE statuses ADD COLUMN price_type TEXT;
ALTER TABLE statuses ADD COLUMN billable INTEGER;

CREATE INDEX inbox_parked ON inbox (store_id, done_at) WHERE state = 2;

-- place: the row name under which the payload is encrypted. number: its place among the lane's facts, while it waits to be delivered.
ALTER TABLE events ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN number INTEGER;
ALTER TABLE events ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN cause TEXT;
UPDATE events SET place = lower(hex(event_id));
CREATE INDEX events_facts ON events (store_id, channel, customer_id, number) WHERE number IS NOT NULL;
CREATE INDEX events_listed ON events (store_id, recorded_at);
