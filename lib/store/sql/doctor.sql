-- What must be true of a store. Each statement has a row for what is not, with its name first; the
-- two that ask the engine itself have a row for each thing that it finds.

-- DOCTOR_PAGES
PRAGMA integrity_check(20);

-- DOCTOR_REFERENCES
PRAGMA foreign_key_check;

-- Compares the text index with what it was made from. It counts as writing.
-- DOCTOR_TEXT_INDEX
INSERT INTO product_fts (product_fts, rank) VALUES ('integrity-check', 1);

-- DOCTOR_TEXT_ROWS
SELECT p.sku FROM product p
 WHERE NOT EXISTS (SELECT 1 FROM product_fts_docsize d WHERE d.id = p.id)
UNION ALL
SELECT '#' || d.id FROM product_fts_docsize d
 WHERE NOT EXISTS (SELECT 1 FROM product p WHERE p.id = d.id);

-- The text that is searched is that of the attributes.
-- DOCTOR_ATTRIBUTES
SELECT p.sku FROM product p
 WHERE p.attributes <> coalesce((
       SELECT group_concat(text, char(10))
         FROM (SELECT a.name || ': ' || v.value AS text
                 FROM product_attribute pa
                 JOIN attribute_value v ON v.id = pa.value_id
                 JOIN attribute a ON a.id = v.attribute_id
                WHERE pa.product_id = p.id
                ORDER BY pa.position)), '');

-- Names that no product has, or that shoppers cannot use.
-- DOCTOR_NAMES
SELECT b.name FROM brand b WHERE NOT EXISTS (SELECT 1 FROM product p WHERE p.brand_id = b.id)
UNION ALL
SELECT c.path FROM category c
 WHERE NOT EXISTS (SELECT 1 FROM product p WHERE p.category_id = c.id)
   AND NOT EXISTS (SELECT 1 FROM category below
                    WHERE below.path > c.path || '/' AND below.path < c.path || '0')
UNION ALL
SELECT v.value FROM attribute_value v
 WHERE NOT EXISTS (SELECT 1 FROM product_attribute pa WHERE pa.value_id = v.id)
UNION ALL
SELECT a.name FROM attribute a
 WHERE NOT EXISTS (SELECT 1 FROM attribute_value v WHERE v.attribute_id = a.id)
UNION ALL
SELECT y.norm FROM vocabulary y
 WHERE y.uses < 1
    OR NOT CASE y.kind
           WHEN 'brand' THEN EXISTS (SELECT 1 FROM brand WHERE id = y.ref)
           WHEN 'category' THEN EXISTS (SELECT 1 FROM category WHERE id = y.ref)
           ELSE EXISTS (SELECT 1 FROM attribute WHERE id = y.ref) END;

-- DOCTOR_STOCK
SELECT sku FROM product WHERE stock < 0;

-- DOCTOR_RATINGS
SELECT p.sku
  FROM product p
  LEFT JOIN (SELECT product_id, count(*) AS n, sum(rating) AS total FROM review GROUP BY product_id) r
    ON r.product_id = p.id
 WHERE p.review_count <> coalesce(r.n, 0)
    OR p.rating_sum <> coalesce(r.total, 0)
    OR p.rating_centi <> coalesce((200 * r.total + r.n) / (2 * r.n), 0);

-- DOCTOR_TOTALS
SELECT '#' || o.id
  FROM purchase o
 WHERE o.items_cents IS NOT (SELECT sum(l.price_cents * l.quantity) FROM order_line l
                              WHERE l.purchase_id = o.id)
    OR o.total_cents <> o.items_cents + o.shipping_cents + o.tax_cents;

-- DOCTOR_EVENTS
SELECT '#' || o.id
  FROM purchase o
 WHERE o.status <> CASE WHEN o.cancelled_at IS NOT NULL THEN 'cancelled'
                        WHEN o.delivered_at IS NOT NULL THEN 'delivered'
                        WHEN o.shipped_at IS NOT NULL THEN 'shipped'
                        WHEN o.paid_at IS NOT NULL THEN 'paid' ELSE 'pending' END
    OR (SELECT count(*) FROM order_event e WHERE e.purchase_id = o.id)
       <> 1 + (o.paid_at IS NOT NULL) + (o.shipped_at IS NOT NULL) + (o.delivered_at IS NOT NULL)
            + (o.cancelled_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM order_event e
                WHERE e.purchase_id = o.id
                  AND e.at IS NOT CASE e.kind WHEN 'placed' THEN o.created_at
                                              WHEN 'paid' THEN o.paid_at
                                              WHEN 'shipped' THEN o.shipped_at
                                              WHEN 'delivered' THEN o.delivered_at
                                              ELSE o.cancelled_at END);

-- DOCTOR_ADMINS
SELECT 'nobody' WHERE NOT EXISTS (SELECT 1 FROM customer WHERE role = 'admin');
