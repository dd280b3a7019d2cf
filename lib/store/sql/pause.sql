-- Counts for long enough that the engine asks whether to go on: see db_on_progress().
-- PAUSE
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
SELECT max(i) FROM n;
