-- The whole store, in an order that does not depend on how it came to be, and what only an import
-- needs to bring it back.

-- How many records there will be.
-- EXPORT_COUNT
SELECT (SELECT count(*) FROM setting) + (SELECT count(*) FROM policy)
     + (SELECT count(*) FROM customer) + (SELECT count(*) FROM product)
     + (SELECT count(*) FROM product_image) + (SELECT count(*) FROM review)
     + (SELECT count(*) FROM purchase) + (SELECT count(*) FROM message);

-- EXPORT_USERS
SELECT email, name, role, password_hash, address_line, city, postal_code, country, created_at
  FROM customer ORDER BY lower(email);

-- EXPORT_PRODUCTS
SELECT p.id, p.sku, p.name, b.name, c.path, p.price_cents, p.stock, p.description, p.variant_group,
       p.image, p.created_at
  FROM product p
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN category c ON c.id = p.category_id
 ORDER BY p.id;

-- EXPORT_IMAGES
SELECT p.sku, p.image, i.bytes
  FROM product_image i JOIN product p ON p.id = i.product_id
 ORDER BY i.product_id;

-- EXPORT_REVIEWS
SELECT p.sku, c.email, r.author, r.rating, r.comment, r.created_at
  FROM review r
  JOIN product p ON p.id = r.product_id
  LEFT JOIN customer c ON c.id = r.customer_id
 ORDER BY r.id;

-- EXPORT_ORDERS
SELECT o.id, c.email, o.created_at, o.payment_method, o.currency, o.address_line, o.city,
       o.postal_code, o.country, o.shipping_cents, o.tax_cents, o.paid_at, o.shipped_at,
       o.delivered_at, o.cancelled_at, k.key, k.request
  FROM purchase o
  LEFT JOIN customer c ON c.id = o.customer_id
  LEFT JOIN order_key k ON k.customer_id = o.customer_id AND k.purchase_id = o.id
 ORDER BY o.id;

-- What the line's product is called now: NULL if as in the line, '' if it is gone and its SKU is
-- another's.
-- EXPORT_ORDER_LINES
SELECT l.sku, l.name, l.category, l.price_cents, l.quantity,
       CASE WHEN p.id IS NOT NULL THEN nullif(p.sku, l.sku)
            WHEN EXISTS (SELECT 1 FROM product other WHERE other.sku = l.sku) THEN '' END
  FROM order_line l
  LEFT JOIN product p ON p.id = l.product_id
 WHERE l.purchase_id = ?1
 ORDER BY l.position;

-- EXPORT_MESSAGES
SELECT c.email, m.conversation_id, m.role, m.text, m.engine, m.model, m.context, m.created_at
  FROM conversation v
  JOIN customer c ON c.id = v.customer_id
  JOIN message m ON m.conversation_id = v.id
 ORDER BY v.id, m.id;

-- A key stands for one order, and an order has one key: the first.
-- IMPORT_ORDER_KEY
INSERT INTO order_key (customer_id, key, request, purchase_id) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO NOTHING;
