-- Products as they are searched. other_words: of the title in other languages, which not all news tell. removed: it is known to be gone, so that older news do not bring it back.
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

-- Every word begins with its store (and a low line, which no word has), so that each search, also one for beginnings, is within one store by the index itself.
CREATE VIRTUAL TABLE product_search USING fts5 (
    title, keywords, description, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '_'");

-- The words of titles and keywords, and by which groups of letters they are found when they are mistyped.
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

-- How far the reading of each store's catalogue is. The version is the fence.
CREATE TABLE exports (
    store_id BLOB NOT NULL PRIMARY KEY,
    progress BLOB NOT NULL,
    due_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX exports_due ON exports (due_at);
