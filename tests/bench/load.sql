-- What a person with the sqlite3 shell would do to search a catalogue: one table, a text index, and
-- everything in one transaction. Run where catalogue.jsonl is.
.bail on
PRAGMA journal_mode = WAL;
CREATE TABLE product (
    id            INTEGER PRIMARY KEY,
    sku           TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    brand         TEXT,
    category      TEXT,
    price_cents   INTEGER NOT NULL,
    stock         INTEGER NOT NULL,
    description   TEXT NOT NULL,
    attributes    TEXT,
    variant_group TEXT,
    created_at    TEXT NOT NULL
);
CREATE VIRTUAL TABLE product_fts USING fts5 (
    name, brand, category, attributes, description, content = 'product', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TEMP TABLE line (text TEXT);
BEGIN;
.mode ascii
.separator "\037" "\n"
.import catalogue.jsonl line
INSERT INTO product (sku, name, brand, category, price_cents, stock, description, attributes,
                     variant_group, created_at)
SELECT text ->> 'sku', text ->> 'name', text ->> 'brand', text ->> 'category',
       text ->> 'price_cents', text ->> 'stock', text ->> 'description',
       (SELECT group_concat(key || ': ' || value, char(10)) FROM json_each(text, '$.attributes')),
       text ->> 'group', text ->> 'created_at'
  FROM line WHERE text ->> 'type' = 'product';
INSERT INTO product_fts (product_fts) VALUES ('rebuild');
COMMIT;
SELECT count(*) FROM product;
