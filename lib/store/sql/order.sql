-- Orders. What a customer may see is a matter of the statements' arguments.

-- FRAGMENT ORDER_COLUMNS
SELECT o.id, o.status, o.items_cents, o.shipping_cents, o.tax_cents, o.total_cents, o.currency,
       o.payment_method, o.address_line, o.city, o.postal_code, o.country, o.created_at, o.paid_at,
       o.shipped_at, o.delivered_at, o.cancelled_at, o.customer_id, c.email
  FROM purchase o
  LEFT JOIN customer c ON c.id = o.customer_id

-- ?2 customer; NULL: anybody's.
-- ORDER_BY_ID
-- INCLUDE ORDER_COLUMNS
 WHERE o.id = ?1 AND (?2 IS NULL OR o.customer_id = ?2);

-- ?1 and ?2 bounds of the time, ?3 a bit for each status that is wanted (0: any), ?4 how many, ?5
-- how many to leave out.
-- FRAGMENT ORDER_FILTER
       o.created_at >= coalesce(?1, -9223372036854775807)
   AND o.created_at <= coalesce(?2, 9223372036854775807)
   AND (?3 = 0 OR (?3 & CASE o.status WHEN 'pending' THEN 1 WHEN 'paid' THEN 2
                                      WHEN 'shipped' THEN 4 WHEN 'delivered' THEN 8
                                      ELSE 16 END) <> 0)

-- FRAGMENT ORDER_NEWEST_FIRST
 ORDER BY o.created_at DESC, o.id DESC
 LIMIT coalesce(?4, -1) OFFSET coalesce(?5, 0);

-- ORDER_LIST
-- INCLUDE ORDER_COLUMNS
 WHERE o.customer_id = ?6 AND
-- INCLUDE ORDER_FILTER
-- INCLUDE ORDER_NEWEST_FIRST

-- ORDER_LIST_ALL
-- INCLUDE ORDER_COLUMNS
 WHERE
-- INCLUDE ORDER_FILTER
-- INCLUDE ORDER_NEWEST_FIRST

-- ORDER_LINES
SELECT product_id, sku, name, category, price_cents, quantity
  FROM order_line
 WHERE purchase_id = ?1
 ORDER BY position;

-- ORDER_EVENTS
SELECT at, kind, actor FROM order_event WHERE purchase_id = ?1 ORDER BY position;

-- What the login ?2 has not been told of the order.
-- ORDER_EVENTS_UNTOLD
SELECT e.at, e.kind, e.actor
  FROM order_event e
 WHERE e.purchase_id = ?1
   AND NOT EXISTS (SELECT 1 FROM order_told t
                    WHERE t.token_id = ?2 AND t.purchase_id = e.purchase_id AND t.kind = e.kind)
 ORDER BY e.position;

-- The orders of customer ?1 with something that the login ?2 has not been told of.
-- ORDER_UNTOLD
SELECT o.id
  FROM purchase o
 WHERE o.customer_id = ?1
   AND EXISTS (SELECT 1 FROM order_event e
                WHERE e.purchase_id = o.id
                  AND NOT EXISTS (SELECT 1 FROM order_told t
                                   WHERE t.token_id = ?2 AND t.purchase_id = o.id
                                     AND t.kind = e.kind))
 ORDER BY o.created_at DESC, o.id DESC;

-- Nothing for a login that has been taken back meanwhile.
-- ORDER_TOLD_PUT
INSERT INTO order_told (token_id, purchase_id, kind)
SELECT t.id, ?2, ?3 FROM token t WHERE t.id = ?1
ON CONFLICT (token_id, purchase_id, kind) DO NOTHING;

-- ORDER_PUT
INSERT INTO purchase (id, customer_id, currency, items_cents, shipping_cents, tax_cents,
                      total_cents, payment_method, address_line, city, postal_code, country,
                      status, created_at, paid_at, shipped_at, delivered_at, cancelled_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
ON CONFLICT (id) DO UPDATE SET
       customer_id = excluded.customer_id, currency = excluded.currency,
       items_cents = excluded.items_cents, shipping_cents = excluded.shipping_cents,
       tax_cents = excluded.tax_cents, total_cents = excluded.total_cents,
       payment_method = excluded.payment_method, address_line = excluded.address_line,
       city = excluded.city, postal_code = excluded.postal_code, country = excluded.country,
       status = excluded.status, created_at = excluded.created_at, paid_at = excluded.paid_at,
       shipped_at = excluded.shipped_at, delivered_at = excluded.delivered_at,
       cancelled_at = excluded.cancelled_at;

-- ORDER_LINE_PRODUCT
SELECT p.id, p.name, coalesce(c.path, '')
  FROM product p
  LEFT JOIN category c ON c.id = p.category_id
 WHERE p.sku = ?1;

-- ORDER_LINE_INSERT
INSERT INTO order_line (purchase_id, position, product_id, sku, name, category, price_cents,
                        quantity)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- ORDER_LINES_DELETE
DELETE FROM order_line WHERE purchase_id = ?1;

-- ORDER_EVENT_INSERT
INSERT INTO order_event (purchase_id, position, at, kind, actor) VALUES (?1, ?2, ?3, ?4, ?5);

-- ORDER_EVENTS_DELETE
DELETE FROM order_event WHERE purchase_id = ?1;
