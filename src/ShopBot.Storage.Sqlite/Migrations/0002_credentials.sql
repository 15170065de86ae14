-- Secrets that several processes renew. The version is the fence: every write and every claim raises it.
CREATE TABLE credentials (
    store_id BLOB NOT NULL,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    due_at INTEGER,
    claimed_until INTEGER,
    version INTEGER NOT NULL,
    PRIMARY KEY (store_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX credentials_due ON credentials (name, store_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX credentials_claimed ON credentials (claimed_until) WHERE claimed_until IS NOT NULL;

-- Due at once, so that the first sweep writes down when they really are.
INSERT INTO credentials (store_id, name, value, due_at, version)
SELECT store_id, 'shopify', shopify_credentials, 0, 1 FROM stores WHERE length(shopify_credentials) > 0;
ALTER TABLE stores DROP COLUMN shopify_credentials;

-- Values that are handed out and brought back once.
CREATE TABLE tickets (
    key TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_end ON tickets (expires_at);
