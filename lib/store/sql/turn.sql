-- The turns of a conversation as a model is told of them.

-- TURN_SENT_INSERT
INSERT INTO message_sent (message_id, text) VALUES (?1, ?2);

-- TURN_COUNT
SELECT count(*) FROM message WHERE conversation_id = ?1;

-- TURN_LIST
SELECT m.role, m.text, s.text
  FROM message m
  LEFT JOIN message_sent s ON s.message_id = m.id
 WHERE m.conversation_id = ?1
 ORDER BY m.id
 LIMIT -1 OFFSET ?2;
