-- Rows that wait, during an import, for others that they name.

-- STAGE_TABLE
CREATE TEMP TABLE IF NOT EXISTS stage (
    seq         INTEGER PRIMARY KEY,
    kind        INTEGER NOT NULL,
    model       TEXT NOT NULL,
    pk          TEXT NOT NULL,
    natural_key TEXT NOT NULL,
    of_pk       TEXT NOT NULL,
    by_pk       TEXT NOT NULL,
    name        TEXT NOT NULL,
    fields      TEXT NOT NULL
);

-- STAGE_INDEX_KEY
CREATE INDEX IF NOT EXISTS temp.stage_by_key ON stage (kind, pk);

-- STAGE_INDEX_NATURAL
CREATE INDEX IF NOT EXISTS temp.stage_by_natural_key ON stage (kind, natural_key);

-- STAGE_INDEX_OF
CREATE INDEX IF NOT EXISTS temp.stage_by_of ON stage (kind, of_pk);

-- STAGE_CLEAR
DELETE FROM stage;

-- STAGE_ADD
INSERT INTO stage (kind, model, pk, natural_key, of_pk, by_pk, name, fields)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- STAGE_ROWS
SELECT model, pk, of_pk, by_pk, name, fields, seq FROM stage WHERE kind = ?1 ORDER BY seq;

-- STAGE_PARTS
SELECT model, pk, of_pk, by_pk, name, fields, seq FROM stage
 WHERE kind = ?1 AND of_pk = ?2 ORDER BY seq;

-- STAGE_NAMED
SELECT name, of_pk FROM stage WHERE kind = ?1 AND pk = ?2
UNION ALL
SELECT name, of_pk FROM stage WHERE kind = ?1 AND natural_key = ?2
LIMIT 1;

-- Is there a later row of this kind, of the same thing and by the same one?
-- STAGE_LATER
SELECT EXISTS (SELECT 1 FROM stage WHERE kind = ?1 AND of_pk = ?2 AND by_pk = ?3 AND seq > ?4);

-- What is left out can be named by nothing.
-- STAGE_UNNAME
UPDATE stage SET name = '' WHERE seq = ?1;
