-- Logins and named tokens, and the passwords that were tried.

-- No row for a customer who has been deleted, or whose password is another by now.
-- TOKEN_INSERT
INSERT INTO token (id, customer_id, name, scope, issued_at, expires_at)
SELECT ?1, c.id, ?3, ?4, ?5, ?6
  FROM customer c
 WHERE c.id = ?2 AND c.password_hash = ?7;

-- TOKEN_BY_ID
SELECT t.customer_id, t.scope, t.issued_at, t.expires_at, t.revoked_at, c.role, c.tokens_after,
       t.name
  FROM token t
  JOIN customer c ON c.id = t.customer_id
 WHERE t.id = ?1;

-- TOKEN_LIST
SELECT t.id, t.name, t.scope, t.issued_at, t.expires_at,
       t.revoked_at IS NOT NULL OR t.issued_at < c.tokens_after
  FROM token t
  JOIN customer c ON c.id = t.customer_id
 WHERE t.customer_id = ?1
 ORDER BY t.issued_at, t.id;

-- TOKEN_REVOKE
UPDATE token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL;

-- TOKEN_REVOKE_ALL
UPDATE token SET revoked_at = ?2 WHERE customer_id = ?1 AND revoked_at IS NULL;

-- TOKEN_DELETE_EXPIRED
DELETE FROM token WHERE customer_id = ?1 AND expires_at <= ?2;

-- A login goes on where the one was that it replaces.
-- TOKEN_INHERIT
UPDATE token SET conversation_id = (SELECT conversation_id FROM token WHERE id = ?2) WHERE id = ?1;

-- TOKEN_INHERIT_TOLD
UPDATE order_told SET token_id = ?1 WHERE token_id = ?2;

-- LOGIN_TRY_GET
SELECT count, last_at FROM login_try WHERE address = ?1;

-- A try after a time without any (before ?3) is counted as the first.
-- LOGIN_TRY_ADD
INSERT INTO login_try (address, count, last_at) VALUES (?1, 1, ?2)
ON CONFLICT (address) DO UPDATE
   SET count = CASE WHEN last_at < ?3 THEN 1 ELSE min(count, 1000) + 1 END, last_at = excluded.last_at;

-- LOGIN_TRY_FORGET
DELETE FROM login_try WHERE address = ?1;

-- Drops those before ?1, and all but the newest ?2.
-- LOGIN_TRY_TRIM
DELETE FROM login_try
 WHERE last_at < ?1
    OR address IN (SELECT address FROM login_try ORDER BY last_at DESC LIMIT -1 OFFSET ?2);
