-- Reports. A sale is an order that was paid and not cancelled.

-- ?1 and ?2 bounds of the time.
-- FRAGMENT SALE
       o.paid_at IS NOT NULL AND o.status <> 'cancelled'
   AND o.paid_at >= coalesce(?1, -9223372036854775807)
   AND o.paid_at <= coalesce(?2, 9223372036854775807)

-- ?3 currency, ?4 seconds east of UTC. Days are rounded down, also before 1970.
-- REPORT_SALES_DAYS
SELECT (t.local - (t.local % 86400 + 86400) % 86400) / 86400, count(*), sum(t.units),
       sum(t.items_cents), sum(t.shipping_cents), sum(t.tax_cents), sum(t.total_cents)
  FROM (SELECT o.paid_at + ?4 AS local, o.items_cents, o.shipping_cents, o.tax_cents, o.total_cents,
               (SELECT coalesce(sum(l.quantity), 0) FROM order_line l
                 WHERE l.purchase_id = o.id) AS units
          FROM purchase o
         WHERE o.currency = ?3 AND
-- INCLUDE SALE
       ) t
 GROUP BY 1
 ORDER BY 1;

-- REPORT_OTHER_ORDERS
SELECT count(*) FROM purchase o WHERE o.currency <> ?3 AND
-- INCLUDE SALE
;

-- ?4 how many.
-- REPORT_SALES_PRODUCTS
SELECT l.product_id, coalesce(max(p.sku), max(l.sku)) AS sku,
       coalesce(max(p.name), max(l.name)), sum(l.quantity) AS units,
       sum(l.quantity * l.price_cents) AS cents
  FROM purchase o
  JOIN order_line l ON l.purchase_id = o.id
  LEFT JOIN product p ON p.id = l.product_id
 WHERE o.currency = ?3 AND
-- INCLUDE SALE
 GROUP BY l.product_id, CASE WHEN l.product_id IS NULL THEN l.sku END
 ORDER BY cents DESC, units DESC, sku
 LIMIT coalesce(?4, -1);

-- What has left the stock from ?1 to ?2, and what that means; ?3 how many days these are, ?4 how
-- many products.
-- REPORT_STOCK
SELECT p.id, p.sku, p.name, p.stock, coalesce(s.sold, 0),
       CASE WHEN s.sold > 0 THEN CASE WHEN p.stock > 9223372036854775807 / ?3
                                      THEN p.stock / s.sold * ?3 ELSE p.stock * ?3 / s.sold END
       END AS days_left
  FROM product p
  LEFT JOIN (SELECT l.product_id, sum(l.quantity) AS sold
               FROM purchase o
               JOIN order_line l ON l.purchase_id = o.id
              WHERE o.status <> 'cancelled' AND o.created_at > ?1 AND o.created_at <= ?2
                AND l.product_id IS NOT NULL
              GROUP BY l.product_id) s ON s.product_id = p.id
 WHERE s.sold > 0 OR p.stock = 0
 ORDER BY CASE WHEN s.sold > 0 THEN 0 ELSE 1 END, days_left, s.sold DESC, p.id
 LIMIT coalesce(?4, -1);

-- Sales of the range and their sum in the currency ?3.
-- REPORT_CUSTOMERS_SALES
SELECT count(*), coalesce(sum(o.total_cents), 0) FROM purchase o WHERE o.currency = ?3 AND
-- INCLUDE SALE
;

-- REPORT_CUSTOMERS
SELECT count(*),
       coalesce(sum(CASE WHEN created_at >= coalesce(?1, -9223372036854775807)
                          AND created_at <= coalesce(?2, 9223372036854775807)
                         THEN 1 ELSE 0 END), 0)
  FROM customer;

-- Who bought in the range, and which of them had bought twice by its end.
-- REPORT_CUSTOMERS_BUYERS
SELECT count(*),
       coalesce(sum(CASE WHEN (SELECT count(*) FROM purchase e
                                WHERE e.customer_id = b.customer_id AND e.paid_at IS NOT NULL
                                  AND e.status <> 'cancelled'
                                  AND e.paid_at <= coalesce(?2, 9223372036854775807)) > 1
                         THEN 1 ELSE 0 END), 0)
  FROM (SELECT DISTINCT o.customer_id FROM purchase o WHERE o.customer_id IS NOT NULL AND
-- INCLUDE SALE
       ) b;

-- ?4 how many.
-- REPORT_CUSTOMERS_BEST
SELECT c.id, c.email, c.name, count(*) AS orders, sum(o.total_cents) AS cents
  FROM purchase o
  JOIN customer c ON c.id = o.customer_id
 WHERE o.currency = ?3 AND
-- INCLUDE SALE
 GROUP BY c.id, c.email, c.name
 ORDER BY cents DESC, orders DESC, c.id
 LIMIT coalesce(?4, -1);
