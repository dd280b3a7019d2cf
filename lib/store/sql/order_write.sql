-- Orders that are placed here, and what happens to them. Stock is never negative: whoever takes it
-- looks at how many rows that changed.

-- ORDER_INSERT
INSERT INTO purchase (customer_id, currency, items_cents, shipping_cents, tax_cents, total_cents,
                      payment_method, address_line, city, postal_code, country, status, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'pending', ?12)
RETURNING id;

-- ORDER_EVENT_APPEND
INSERT INTO order_event (purchase_id, position, at, kind, actor)
SELECT ?1, coalesce(max(position), 0) + 1, ?2, ?3, ?4 FROM order_event WHERE purchase_id = ?1;

-- ?2 from which status, ?3 to which, ?4 by what, ?5 when.
-- ORDER_MOVE
UPDATE purchase
   SET status = ?3,
       paid_at = CASE ?4 WHEN 'paid' THEN ?5 ELSE paid_at END,
       shipped_at = CASE ?4 WHEN 'shipped' THEN ?5 ELSE shipped_at END,
       delivered_at = CASE ?4 WHEN 'delivered' THEN ?5 ELSE delivered_at END,
       cancelled_at = CASE ?4 WHEN 'cancelled' THEN ?5 ELSE cancelled_at END
 WHERE id = ?1 AND status = ?2;

-- STOCK_TAKE
UPDATE product SET stock = stock - ?2 WHERE id = ?1 AND stock >= ?2;

-- What a line's product no longer is in the catalogue for is lost to it.
-- STOCK_GIVE_BACK
UPDATE product
   SET stock = stock + (SELECT sum(l.quantity) FROM order_line l
                         WHERE l.purchase_id = ?1 AND l.product_id = product.id)
 WHERE id IN (SELECT product_id FROM order_line WHERE purchase_id = ?1);

-- ORDER_KEY_FIND
SELECT purchase_id, request FROM order_key WHERE customer_id = ?1 AND key = ?2;

-- ORDER_KEY_INSERT
INSERT INTO order_key (customer_id, key, request, purchase_id) VALUES (?1, ?2, ?3, ?4);
