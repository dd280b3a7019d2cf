-- Version 1: the whole domain. Times are seconds UTC, money minor units, NULL is "none".

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    topic      TEXT PRIMARY KEY,
    text       TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Catalogue

CREATE TABLE brand (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- path: "Electronics/Wearables/Smartwatches"
CREATE TABLE category (
    id   INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE product (
    id            INTEGER PRIMARY KEY,
    sku           TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    brand_id      INTEGER REFERENCES brand (id),
    category_id   INTEGER REFERENCES category (id),
    price_cents   INTEGER NOT NULL CHECK (price_cents >= 0),
    stock         INTEGER NOT NULL CHECK (stock >= 0),
    description   TEXT NOT NULL,
    -- the attributes as text, "name: value" a line, for search; product_attribute holds them
    attributes    TEXT NOT NULL,
    -- what it is and not only goes with ("strap", not "smartwatch"), as words
    things        TEXT NOT NULL,
    variant_group TEXT,
    image         TEXT,
    rating_sum    INTEGER NOT NULL DEFAULT 0,
    review_count  INTEGER NOT NULL DEFAULT 0,
    -- average in hundredths, so that it can be sorted and compared exactly
    rating_centi  INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_brand ON product (brand_id);
CREATE INDEX product_by_category ON product (category_id);
CREATE INDEX product_by_price ON product (price_cents, id);
CREATE INDEX product_by_rating ON product (rating_centi DESC, review_count DESC, id);
CREATE INDEX product_by_newest ON product (created_at DESC, id);
CREATE INDEX product_by_name ON product (name, id);
CREATE INDEX product_by_stock ON product (stock, id);
CREATE INDEX product_by_group ON product (variant_group) WHERE variant_group IS NOT NULL;

CREATE TABLE attribute (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- norm: the words of the value as they are compared, with a space before and after
CREATE TABLE attribute_value (
    id           INTEGER PRIMARY KEY,
    attribute_id INTEGER NOT NULL REFERENCES attribute (id),
    value        TEXT NOT NULL,
    norm         TEXT NOT NULL,
    UNIQUE (attribute_id, value)
) STRICT;

-- position keeps the order in which the attributes were given
CREATE TABLE product_attribute (
    product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    value_id   INTEGER NOT NULL REFERENCES attribute_value (id),
    PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_attribute_by_value ON product_attribute (value_id);

CREATE TABLE product_image (
    product_id INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;

-- The words of this store: what a shopper may call a brand, a category or an attribute's value.
-- norm is in normal form; kind is brand, category or attribute; ref is the row it names; uses is how
-- many names give it, so that it goes with the last of them.
CREATE TABLE vocabulary (
    norm TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('brand', 'category', 'attribute')),
    ref  INTEGER NOT NULL,
    uses INTEGER NOT NULL,
    PRIMARY KEY (norm, kind, ref)
) STRICT, WITHOUT ROWID;

-- Words of product names as they are written: what a typing error is compared with.
CREATE TABLE word (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What the full-text index was made from: it is the index's content, for checks and rebuilds.
CREATE VIEW product_text (id, name, brand, category, attributes, description, things) AS
SELECT p.id, p.name, b.name, c.path, p.attributes, p.description, p.things
  FROM product p
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN category c ON c.id = p.category_id;

CREATE VIRTUAL TABLE product_fts USING fts5 (
    name, brand, category, attributes, description, things,
    content = 'product_text', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Customers

CREATE TABLE customer (
    id            INTEGER PRIMARY KEY,
    email         TEXT NOT NULL,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('customer', 'admin')),
    password_hash TEXT NOT NULL,
    -- tokens issued before this time are void
    tokens_after  INTEGER NOT NULL DEFAULT 0,
    address_line  TEXT,
    city          TEXT,
    postal_code   TEXT,
    country       TEXT,
    created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX customer_by_email ON customer (lower(email));

CREATE TABLE token (
    id           TEXT PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    scope        TEXT NOT NULL CHECK (scope IN ('full', 'read')),
    issued_at    INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    revoked_at   INTEGER,
    -- the conversation that this login is in
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX token_by_customer ON token (customer_id);
CREATE INDEX token_by_conversation ON token (conversation_id);

-- Passwords that were tried, by a hash of the e-mail address that was given: whether there is such
-- an account or not makes no difference here.
CREATE TABLE login_try (
    address INTEGER PRIMARY KEY,
    count   INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
CREATE INDEX login_try_by_time ON login_try (last_at);

CREATE TABLE review (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
    author      TEXT NOT NULL,
    rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    comment     TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    UNIQUE (product_id, customer_id)
) STRICT;
CREATE INDEX review_by_customer ON review (customer_id);

-- Orders: what was bought is copied, so that it stays true when the catalogue changes.

CREATE TABLE purchase (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER REFERENCES customer (id) ON DELETE SET NULL,
    currency        TEXT NOT NULL,
    items_cents     INTEGER NOT NULL CHECK (items_cents >= 0),
    shipping_cents  INTEGER NOT NULL CHECK (shipping_cents >= 0),
    tax_cents       INTEGER NOT NULL CHECK (tax_cents >= 0),
    total_cents     INTEGER NOT NULL CHECK (total_cents = items_cents + shipping_cents + tax_cents),
    payment_method  TEXT NOT NULL,
    address_line    TEXT,
    city            TEXT,
    postal_code     TEXT,
    country         TEXT,
    status          TEXT NOT NULL
                    CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled')),
    created_at      INTEGER NOT NULL,
    paid_at         INTEGER,
    shipped_at      INTEGER,
    delivered_at    INTEGER,
    cancelled_at    INTEGER
) STRICT;
CREATE INDEX purchase_by_customer ON purchase (customer_id, created_at DESC, id DESC);
CREATE INDEX purchase_by_time ON purchase (created_at DESC, id DESC);

CREATE TABLE order_line (
    purchase_id INTEGER NOT NULL REFERENCES purchase (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    product_id  INTEGER REFERENCES product (id) ON DELETE SET NULL,
    sku         TEXT NOT NULL,
    name        TEXT NOT NULL,
    category    TEXT NOT NULL,
    price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (purchase_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_line_by_product ON order_line (product_id);

-- The tracking timeline: one row for every change of state, never changed afterwards.
CREATE TABLE order_event (
    purchase_id INTEGER NOT NULL REFERENCES purchase (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    kind        TEXT NOT NULL
                CHECK (kind IN ('placed', 'paid', 'shipped', 'delivered', 'cancelled')),
    actor       TEXT NOT NULL CHECK (actor IN ('customer', 'admin', 'import')),
    PRIMARY KEY (purchase_id, position),
    -- nothing happens to an order twice
    UNIQUE (purchase_id, kind)
) STRICT, WITHOUT ROWID;

-- Orders that were asked for with a key of the customer's choice: the same request again, word for
-- word, is answered with the order that it made.
CREATE TABLE order_key (
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    key         TEXT NOT NULL,
    request     TEXT NOT NULL,
    purchase_id INTEGER NOT NULL UNIQUE REFERENCES purchase (id) ON DELETE CASCADE,
    PRIMARY KEY (customer_id, key)
) STRICT, WITHOUT ROWID;

-- What each login has been told of: "changed since" is what does not stand here.
CREATE TABLE order_told (
    token_id    TEXT NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    purchase_id INTEGER NOT NULL REFERENCES purchase (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    PRIMARY KEY (token_id, purchase_id, kind)
) STRICT, WITHOUT ROWID;

-- Conversations

CREATE TABLE conversation (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_by_customer ON conversation (customer_id, id DESC);

-- context: what a later question may refer to ("the second one"), as the assistant wrote it
CREATE TABLE message (
    id              INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    role            TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
    text            TEXT NOT NULL,
    engine          TEXT,
    model           TEXT,
    context         TEXT,
    created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX message_by_conversation ON message (conversation_id, id);

-- What a model was sent for a question, word by word: sent again in front of the next one, so that
-- the server can keep what it made of it.
CREATE TABLE message_sent (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
) STRICT;
