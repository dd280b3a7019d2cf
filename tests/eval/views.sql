-- SPDX-License-Identifier: MIT
-- What the gold of a question is asked of. asker() is the e-mail address of who asks, today() the
-- day that date words count from, money(CENTS) an amount as the shop writes it, day(TIME) a date.

CREATE TEMP VIEW item AS
SELECT p.id, p.sku, p.name, b.name AS brand, c.path AS category, p.price_cents AS price, p.stock,
       p.rating_centi AS rating, p.review_count AS reviews, p.created_at AS created,
       p.description, coalesce(p.variant_group, 'product ' || p.id) AS thing
  FROM product p
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN category c ON c.id = p.category_id;

-- The attributes of products.
CREATE TEMP VIEW has AS
SELECT pa.product_id AS id, a.name AS attribute, v.value
  FROM product_attribute pa
  JOIN attribute_value v ON v.id = pa.value_id
  JOIN attribute a ON a.id = v.attribute_id;

-- The orders of who asks.
CREATE TEMP VIEW mine AS
SELECT o.id, o.status, date(o.created_at, 'unixepoch') AS made, o.created_at AS at,
       o.total_cents AS total, o.paid_at, o.shipped_at, o.delivered_at, o.cancelled_at
  FROM purchase o JOIN customer c ON c.id = o.customer_id
 WHERE c.email = asker();

-- What stands in them.
CREATE TEMP VIEW bought AS
SELECT l.purchase_id AS id, l.product_id AS item, l.name, l.category, l.quantity, m.status, m.made
  FROM order_line l JOIN mine m ON m.id = l.purchase_id;
