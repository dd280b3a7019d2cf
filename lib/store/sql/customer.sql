-- Customers. An e-mail address is compared without case (ASCII), as the unique index does.

-- FRAGMENT CUSTOMER_COLUMNS
SELECT id, email, name, role, address_line, city, postal_code, country, created_at,
       password_hash, tokens_after
  FROM customer

-- CUSTOMER_BY_EMAIL
-- INCLUDE CUSTOMER_COLUMNS
 WHERE lower(email) = lower(?1);

-- CUSTOMER_BY_ID
-- INCLUDE CUSTOMER_COLUMNS
 WHERE id = ?1;

-- ?1 role (NULL: any), ?2 how many, ?3 how many are left out before.
-- CUSTOMER_LIST
-- INCLUDE CUSTOMER_COLUMNS
 WHERE ?1 IS NULL OR role = ?1
 ORDER BY id
 LIMIT coalesce(?2, -1) OFFSET coalesce(?3, 0);

-- CUSTOMER_INSERT
INSERT INTO customer (email, name, role, password_hash, created_at)
VALUES (?1, ?2, ?3, ?4, ?5)
RETURNING id;

-- What there is of a customer besides: orders, those of them that are not over, reviews.
-- CUSTOMER_COUNTS
SELECT (SELECT count(*) FROM purchase WHERE customer_id = ?1),
       (SELECT count(*) FROM purchase
         WHERE customer_id = ?1 AND status NOT IN ('delivered', 'cancelled')),
       (SELECT count(*) FROM review WHERE customer_id = ?1);

-- Orders and reviews stay when the customer goes, without what tells who it was; the foreign keys
-- take the customer from them.
-- CUSTOMER_FORGET_ORDERS
UPDATE purchase
   SET address_line = NULL, city = NULL, postal_code = NULL, country = NULL
 WHERE customer_id = ?1;

-- CUSTOMER_FORGET_REVIEWS
UPDATE review SET author = ?2 WHERE customer_id = ?1;

-- CUSTOMER_DELETE
DELETE FROM customer WHERE id = ?1;

-- CUSTOMER_ORDER_COUNT
SELECT count(*) FROM purchase WHERE customer_id = ?1;
