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

-- 0: none.
-- REVIEW_FIND
SELECT coalesce(max(id), 0) FROM review WHERE product_id = ?1 AND customer_id = ?2;

-- The next review of a gone account with just this in it that no record of the import was yet.
-- REVIEW_IMPORT_NEXT
SELECT coalesce(min(r.id), 0)
  FROM review r
 WHERE r.product_id = ?1 AND r.customer_id IS NULL
   AND r.author = ?2 AND r.rating = ?3 AND r.comment = ?4 AND r.created_at = ?5
   AND NOT EXISTS (SELECT 1 FROM review_import i WHERE i.review_id = r.id);

-- Those of the reviews that records of an import were.
-- REVIEW_IMPORT_TABLE
CREATE TEMP TABLE IF NOT EXISTS review_import (review_id INTEGER PRIMARY KEY);

-- REVIEW_IMPORT_CLEAR
DELETE FROM review_import;

-- REVIEW_IMPORT_PASS
INSERT INTO review_import (review_id) VALUES (?1);

-- REVIEW_INSERT
INSERT INTO review (product_id, customer_id, author, rating, comment, created_at)
VALUES (?1, ?2, coalesce(?3, (SELECT name FROM customer WHERE id = ?2)), ?4, ?5, ?6)
RETURNING id;

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
