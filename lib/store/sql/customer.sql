-- Customers and their logins. An e-mail address is compared without case (ASCII), as the unique
-- index does.

-- CUSTOMER_BY_EMAIL
SELECT id, email, name, role, address_line, city, postal_code, country, created_at,
       password_hash, tokens_after, failed_logins, failed_at
  FROM customer
 WHERE lower(email) = lower(?1)

-- CUSTOMER_BY_ID
SELECT id, email, name, role, address_line, city, postal_code, country, created_at,
       password_hash, tokens_after, failed_logins, failed_at
  FROM customer
 WHERE id = ?1

-- CUSTOMER_INSERT
INSERT INTO customer (email, name, role, password_hash, created_at)
VALUES (?1, ?2, ?3, ?4, ?5)
RETURNING id

-- CUSTOMER_LOGIN_TRIED
UPDATE customer SET failed_logins = failed_logins + 1, failed_at = ?2 WHERE id = ?1

-- CUSTOMER_LOGIN_SUCCEEDED
UPDATE customer SET failed_logins = 0, failed_at = NULL WHERE id = ?1

-- The next two, one after the other, write as much as CUSTOMER_LOGIN_TRIED and change nothing.
-- CUSTOMER_PAD
UPDATE customer SET failed_logins = failed_logins + 1 WHERE id = (SELECT min(id) FROM customer)

-- CUSTOMER_UNPAD
UPDATE customer SET failed_logins = failed_logins - 1 WHERE id = (SELECT min(id) FROM customer)

-- No row for a customer who has been deleted, or whose password is another by now.
-- TOKEN_INSERT
INSERT INTO token (id, customer_id, name, scope, issued_at, expires_at)
SELECT ?1, c.id, ?3, ?4, ?5, ?6
  FROM customer c
 WHERE c.id = ?2 AND c.password_hash = ?7

-- TOKEN_BY_ID
SELECT t.customer_id, t.scope, t.issued_at, t.expires_at, t.revoked_at, c.role, c.tokens_after
  FROM token t
  JOIN customer c ON c.id = t.customer_id
 WHERE t.id = ?1

-- TOKEN_REVOKE
UPDATE token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL

-- TOKEN_DELETE_EXPIRED
DELETE FROM token WHERE customer_id = ?1 AND expires_at <= ?2

-- CUSTOMER_ORDER_COUNT
SELECT count(*) FROM purchase WHERE customer_id = ?1
