-- Products as they are searched. Every word (and every group of letters) begins with a sign of its store and a low line, which no word has: each search, also one for beginnings, is
-- within one store by the index itself. removed: it is known to be gone, so that older news do not bring it back.
create table shopbot.products (
    store_id uuid not null,
    product_id text collate "C" not null,
    title text not null,
    price numeric not null,
    currency text not null,
    prices_differ boolean not null,
    available boolean not null,
    removed boolean not null default false,
    words tsvector not null,
    -- Those of the title in other languages, which not all news tell; null: never told.
    other_words tsvector,
    changed_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (store_id, product_id))
    -- Seeing a product again changes no index.
    with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
create index products_words on shopbot.products using gin (words) with (fastupdate = off);

-- The words of titles and keywords, and by which groups of letters they are found when they are mistyped.
create table shopbot.product_words (
    store_id uuid not null,
    word text collate "C" not null,
    letters text[] not null,
    seen_at timestamptz not null,
    primary key (store_id, word))
    with (fillfactor = 85);
create index product_words_letters on shopbot.product_words using gin (letters) with (fastupdate = off);

create table shopbot.product_index (
    store_id uuid not null primary key,
    filled_at timestamptz not null);

-- How far the reading of each store's catalogue is. The version is the fence.
create table shopbot.exports (
    store_id uuid not null primary key,
    progress bytea not null,
    due_at timestamptz not null,
    version bigint not null);
create index exports_due on shopbot.exports (due_at);
