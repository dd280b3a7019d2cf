-- Settings and policies. The puts change no row if the same stands there already.

-- SETTING_GET
SELECT value FROM setting WHERE key = ?1;

-- SETTING_PUT
INSERT INTO setting (key, value) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value;

-- SETTING_LIST
SELECT key, value FROM setting ORDER BY key;

-- SETTING_DELETE
DELETE FROM setting WHERE key = ?1;

-- POLICY_DELETE
DELETE FROM policy WHERE topic = ?1;

-- POLICY_LIST
SELECT topic, text, updated_at FROM policy ORDER BY topic;

-- POLICY_KNOWN
SELECT EXISTS (SELECT 1 FROM policy WHERE topic = ?1);

-- POLICY_PUT
INSERT INTO policy (topic, text, updated_at) VALUES (?1, ?2, ?3)
ON CONFLICT (topic) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at
 WHERE policy.text <> excluded.text;
