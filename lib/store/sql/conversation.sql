-- Conversations and messages.

-- CONVERSATION_CURRENT
SELECT conversation_id FROM token WHERE id = ?1;

-- CONVERSATION_INSERT
INSERT INTO conversation (customer_id, created_at) VALUES (?1, ?2) RETURNING id;

-- CONVERSATION_SELECT
UPDATE token SET conversation_id = ?2 WHERE id = ?1;

-- CONVERSATION_OWNED
SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ?1 AND customer_id = ?2);

-- MESSAGE_INSERT
INSERT INTO message (conversation_id, role, text, engine, model, context, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
RETURNING id;

-- MESSAGE_CONTEXT
SELECT context
  FROM message
 WHERE conversation_id = ?1 AND role = 'assistant'
 ORDER BY id DESC
 LIMIT 1;

-- ?1 customer, ?2 conversation, ?3 and ?4 bounds of the time, ?5 and ?6 the time and the number of
-- the message to begin with.
-- FRAGMENT HISTORY_MESSAGES
SELECT m.id, m.conversation_id, m.role, m.text, m.engine, m.model, m.created_at
  FROM conversation c
  JOIN message m ON m.conversation_id = c.id
 WHERE c.customer_id = ?1 AND (?2 IS NULL OR c.id = ?2)
   AND m.created_at >= coalesce(?3, -9223372036854775807)
   AND m.created_at <= coalesce(?4, 9223372036854775807)
   AND (?5 IS NULL OR (m.created_at, m.id) >= (?5, ?6))

-- HISTORY_OLDEST_FIRST
-- INCLUDE HISTORY_MESSAGES
 ORDER BY m.created_at, m.id;

-- HISTORY_NEWEST_FIRST
-- INCLUDE HISTORY_MESSAGES
 ORDER BY m.created_at DESC, m.id DESC;

-- HISTORY_DELETE
DELETE FROM message
 WHERE conversation_id IN (SELECT id FROM conversation WHERE customer_id = ?1);

-- CONVERSATION_DELETE
DELETE FROM conversation WHERE customer_id = ?1;

-- ?1 customer, ?2 the login, ?3 how many.
-- CONVERSATION_LIST
SELECT c.id, c.created_at,
       coalesce((SELECT max(m.created_at) FROM message m WHERE m.conversation_id = c.id),
                c.created_at) AS last_at,
       (SELECT count(*) FROM message m WHERE m.conversation_id = c.id),
       (SELECT m.text FROM message m
         WHERE m.conversation_id = c.id AND m.role = 'user' ORDER BY m.id LIMIT 1),
       EXISTS (SELECT 1 FROM token t WHERE t.id = ?2 AND t.conversation_id = c.id)
  FROM conversation c
 WHERE c.customer_id = ?1
 ORDER BY last_at DESC, c.id DESC
 LIMIT coalesce(?3, -1);

-- ?3 is the number that is wanted, if nothing else has it.
-- CONVERSATION_IMPORT
INSERT INTO conversation (id, customer_id, created_at)
VALUES ((SELECT ?3 WHERE NOT EXISTS (SELECT 1 FROM conversation WHERE id = ?3)), ?1, ?2)
RETURNING id;

-- The next message with just this in it, behind the one that the import has come to.
-- MESSAGE_IMPORT_NEXT
SELECT min(m.id)
  FROM message m
 WHERE m.conversation_id = ?1
   AND m.id > (SELECT last_id FROM message_import WHERE conversation_id = ?1)
   AND m.role = ?2 AND m.text = ?3 AND m.created_at = ?4;

-- MESSAGE_IMPORT_PASS
UPDATE message_import SET last_id = ?2 WHERE conversation_id = ?1;

-- Which conversation a record's number stands for, during an import, and which of its messages has
-- been reached.
-- MESSAGE_IMPORT_TABLE
CREATE TEMP TABLE IF NOT EXISTS message_import (
    customer_id     INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL UNIQUE,
    last_id         INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (customer_id, number)
);

-- MESSAGE_IMPORT_CLEAR
DELETE FROM message_import;

-- MESSAGE_IMPORT_FIND
SELECT conversation_id FROM message_import WHERE customer_id = ?1 AND number = ?2;

-- MESSAGE_IMPORT_ADD
INSERT INTO message_import (customer_id, number, conversation_id) VALUES (?1, ?2, ?3);

-- MESSAGE_IMPORT_MATCH
SELECT c.id
  FROM conversation c
 WHERE c.customer_id = ?1
   AND NOT EXISTS (SELECT 1 FROM message_import i WHERE i.conversation_id = c.id)
   AND EXISTS (SELECT 1 FROM message m
                WHERE m.conversation_id = c.id AND m.role = ?2 AND m.text = ?3
                  AND m.created_at = ?4)
 ORDER BY c.id
 LIMIT 1;
