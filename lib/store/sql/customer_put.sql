-- Customers as an import sets them.

-- CUSTOMER_REWRITE
UPDATE customer
   SET email = ?2, name = ?3, role = ?4, password_hash = ?5, tokens_after = ?6, address_line = ?7,
       city = ?8, postal_code = ?9, country = ?10, created_at = ?11
 WHERE id = ?1;

-- CUSTOMER_COUNT_ADMINS
SELECT count(*) FROM customer WHERE role = 'admin';
