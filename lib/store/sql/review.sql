-- Reviews.

-- FRAGMENT REVIEW_COLUMNS
SELECT r.id, r.author, r.rating, r.comment, r.created_at,
       EXISTS (SELECT 1 FROM order_line l JOIN purchase o ON o.id = l.purchase_id
                WHERE l.product_id = r.product_id AND o.customer_id = r.customer_id
                  AND o.status IN ('paid', 'shipped', 'delivered'))
  FROM review r

-- REVIEW_BY_ID
-- INCLUDE REVIEW_COLUMNS
 WHERE r.id = ?1;

-- REVIEW_LIST
-- INCLUDE REVIEW_COLUMNS
 WHERE r.product_id = ?1
 ORDER BY r.created_at DESC, r.id DESC
 LIMIT coalesce(?2, -1);

-- ?1 product, ?2 customer (NULL: none, then ?3 author and ?4 time tell it from others).
-- REVIEW_FIND
SELECT id FROM review
 WHERE product_id = ?1 AND customer_id IS ?2
   AND (?2 IS NOT NULL OR (author = ?3 AND created_at = ?4))
 ORDER BY id
 LIMIT 1;

-- REVIEW_INSERT
INSERT INTO review (product_id, customer_id, author, rating, comment, created_at)
VALUES (?1, ?2, coalesce(?3, (SELECT name FROM customer WHERE id = ?2)), ?4, ?5, ?6);

-- No row is changed if the same stands there already.
-- REVIEW_UPDATE
UPDATE review
   SET author = coalesce(?2, author), rating = ?3, comment = ?4,
       created_at = coalesce(?5, created_at)
 WHERE id = ?1
   AND (author <> coalesce(?2, author) OR rating <> ?3 OR comment <> ?4
        OR created_at <> coalesce(?5, created_at));

-- REVIEW_ADD
INSERT INTO review (product_id, customer_id, author, rating, comment, created_at)
VALUES (?1, ?2, (SELECT name FROM customer WHERE id = ?2), ?3, ?4, ?5)
RETURNING id;
