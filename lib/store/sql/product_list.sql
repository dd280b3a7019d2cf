-- Lists of products, filtered, in every order. The filter's parameters are the same everywhere:
-- ?1 ids of brands, ?2 ids of brands that are not wanted, ?3 and ?4 the same of categories (JSON
-- lists, NULL: any), ?5 and ?6 bounds of the price, ?7 least rating, ?8 1: in stock, ?9 1: sold
-- out, ?10 attributes wanted, ?11 not wanted (JSON lists of [attribute's id or null, words]), ?12
-- greatest rating, ?13 to ?16 of each of them a value's id that the product must have (JSON lists),
-- ?17 what its text must not match.

-- FRAGMENT PRODUCT_FILTER
 WHERE (?1 IS NULL OR p.brand_id IN (SELECT value FROM json_each(?1)))
   AND (?2 IS NULL OR p.brand_id IS NULL OR p.brand_id NOT IN (SELECT value FROM json_each(?2)))
   AND (?3 IS NULL OR p.category_id IN (SELECT value FROM json_each(?3)))
   AND (?4 IS NULL OR p.category_id IS NULL
        OR p.category_id NOT IN (SELECT value FROM json_each(?4)))
   AND (?5 IS NULL OR p.price_cents >= ?5)
   AND (?6 IS NULL OR p.price_cents <= ?6)
   AND (?7 IS NULL OR p.rating_centi >= ?7)
   AND (?8 = 0 OR p.stock > 0)
   AND (?9 = 0 OR p.stock = 0)
   AND (?10 IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(?10) f
         WHERE NOT EXISTS (
               SELECT 1 FROM product_attribute pa JOIN attribute_value v ON v.id = pa.value_id
                WHERE pa.product_id = p.id
                  AND (f.value ->> 0 IS NULL OR v.attribute_id = f.value ->> 0)
                  AND instr(v.norm, f.value ->> 1) > 0)))
   AND (?11 IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(?11) f
          JOIN product_attribute pa ON pa.product_id = p.id
          JOIN attribute_value v ON v.id = pa.value_id
         WHERE (f.value ->> 0 IS NULL OR v.attribute_id = f.value ->> 0)
           AND instr(v.norm, f.value ->> 1) > 0))
   AND (?12 IS NULL OR (p.review_count > 0 AND p.rating_centi <= ?12))
   AND (?13 IS NULL OR p.id IN (SELECT product_id FROM product_attribute
                                 WHERE value_id IN (SELECT value FROM json_each(?13))))
   AND (?14 IS NULL OR p.id IN (SELECT product_id FROM product_attribute
                                 WHERE value_id IN (SELECT value FROM json_each(?14))))
   AND (?15 IS NULL OR p.id IN (SELECT product_id FROM product_attribute
                                 WHERE value_id IN (SELECT value FROM json_each(?15))))
   AND (?16 IS NULL OR p.id IN (SELECT product_id FROM product_attribute
                                 WHERE value_id IN (SELECT value FROM json_each(?16))))
   AND (?17 IS NULL OR p.id NOT IN (SELECT rowid FROM product_fts WHERE product_fts MATCH ?17))

-- FRAGMENT PRODUCT_LIST
-- INCLUDE PRODUCT_COLUMNS
  FROM product p
-- INCLUDE PRODUCT_JOINS
-- INCLUDE PRODUCT_FILTER

-- Products whose text matches ?18, by id alone: the rest is fetched of those that are wanted.
-- FRAGMENT PRODUCT_MATCH
  FROM (SELECT rowid AS id FROM product_fts WHERE product_fts MATCH ?18) h
  JOIN product p ON p.id = h.id
-- INCLUDE PRODUCT_FILTER

-- FRAGMENT PRODUCT_STATS
SELECT count(*), coalesce(sum(p.stock > 0), 0), min(p.price_cents), max(p.price_cents),
       count(DISTINCT coalesce(p.variant_group, p.id))

-- PRODUCT_LIST_COUNT
SELECT count(*) FROM product p
-- INCLUDE PRODUCT_FILTER

-- PRODUCT_MATCH_COUNT
SELECT count(*)
-- INCLUDE PRODUCT_MATCH

-- PRODUCT_LIST_STATS
-- INCLUDE PRODUCT_STATS
  FROM product p
-- INCLUDE PRODUCT_FILTER

-- PRODUCT_MATCH_STATS
-- INCLUDE PRODUCT_STATS
-- INCLUDE PRODUCT_MATCH

-- Where no filter is set: a statement without one is made ready much faster.
-- PRODUCT_HITS_STATS
-- INCLUDE PRODUCT_STATS
  FROM (SELECT rowid AS id FROM product_fts WHERE product_fts MATCH ?1) h
  JOIN product p ON p.id = h.id;

-- The text matches and how good they are, in no order: the best are picked by the caller, who needs
-- to count them all anyway. Weights of the fields: name, brand, category, attributes, description,
-- things; smaller scores are better.
-- PRODUCT_HITS
SELECT rowid, bm25(product_fts, 4, 1, 1, 1, 4, 0) FROM product_fts WHERE product_fts MATCH ?1;

-- PRODUCT_HITS_FILTERED
SELECT h.id, h.score
  FROM (SELECT rowid AS id, bm25(product_fts, 4, 1, 1, 1, 4, 0) AS score
          FROM product_fts WHERE product_fts MATCH ?18) h
  JOIN product p ON p.id = h.id
-- INCLUDE PRODUCT_FILTER

-- PRODUCT_RANK_TEXTS
SELECT p.name, p.description, p.attributes, b.name, c.path
  FROM product p
-- INCLUDE PRODUCT_JOINS
 WHERE p.id = ?1;

-- PRODUCT_TEXT_MATCHES
SELECT EXISTS (SELECT 1 FROM product_fts WHERE product_fts MATCH ?1);

-- The brand of that name whatever its case; several may differ in nothing else.
-- BRAND_FIND
SELECT id FROM brand WHERE name = ?1 COLLATE NOCASE;

-- A category and all that is below it; ?1 is a path, or its end (one or more segments).
-- CATEGORY_FIND
SELECT below.id
  FROM category c JOIN category below
    ON below.id = c.id OR substr(below.path, 1, length(c.path) + 1) = c.path || '/'
 WHERE c.path = ?1 COLLATE NOCASE
    OR substr(c.path, -length(?1) - 1) = '/' || ?1 COLLATE NOCASE;

-- ATTRIBUTE_FIND
SELECT id FROM attribute WHERE name = ?1 COLLATE NOCASE;

-- ATTRIBUTE_VALUES
SELECT id, value, norm FROM attribute_value WHERE attribute_id = ?1;

-- ATTRIBUTE_VALUES_ALL
SELECT id, value, norm FROM attribute_value;

-- Values with a number in them, by their attribute's name.
-- ATTRIBUTE_MEASURES
SELECT a.name, v.value
  FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id
 WHERE v.value GLOB '*[0-9]*' ORDER BY a.id, v.id;

-- Attributes that say yes of some products and no of others. ?2 are the words of the question: how
-- a name begins tells most of them apart without a look at their values.
-- ATTRIBUTE_FLAGS
SELECT a.name FROM vocabulary y JOIN attribute a ON a.id = y.ref
 WHERE y.norm = 'yes' AND y.kind = 'attribute'
   AND instr(?2, lower(substr(a.name, 1, 3))) > 0
   AND EXISTS (SELECT 1 FROM attribute_value v
                WHERE v.attribute_id = a.id AND v.value IN ('yes', 'Yes', 'YES'))
   AND EXISTS (SELECT 1 FROM attribute_value v
                WHERE v.attribute_id = a.id AND v.value IN ('no', 'No', 'NO'))
 ORDER BY length(a.name) DESC, a.id LIMIT ?1;

-- ATTRIBUTE_NAMES
SELECT name FROM attribute ORDER BY name;

-- BRAND_NAMES
SELECT name FROM brand ORDER BY name;

-- CATEGORY_PATHS
SELECT path FROM category ORDER BY path;

-- What the products of a list have for an attribute (?19, a JSON list of ids), most frequent first;
-- ?18 match, or NULL for any.
-- PRODUCT_VALUES
SELECT v.value, count(*)
  FROM product p
  JOIN product_attribute pa ON pa.product_id = p.id
  JOIN attribute_value v ON v.id = pa.value_id
-- INCLUDE PRODUCT_FILTER
   AND (?18 IS NULL OR p.id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH ?18))
   AND v.attribute_id IN (SELECT value FROM json_each(?19))
 GROUP BY v.value ORDER BY 2 DESC, 1 LIMIT ?20;

-- PRODUCT_BRANDS
SELECT b.name, count(*)
  FROM product p JOIN brand b ON b.id = p.brand_id
-- INCLUDE PRODUCT_FILTER
   AND (?18 IS NULL OR p.id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH ?18))
 GROUP BY b.id ORDER BY 2 DESC, 1 LIMIT ?19;

-- PRODUCT_CATEGORIES
SELECT c.path, count(*)
  FROM product p JOIN category c ON c.id = p.category_id
-- INCLUDE PRODUCT_FILTER
   AND (?18 IS NULL OR p.id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH ?18))
 GROUP BY c.id ORDER BY 2 DESC, 1 LIMIT ?19;

-- PRODUCT_LIST_BY_ID
-- INCLUDE PRODUCT_LIST
 ORDER BY p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_ID_DESC
-- INCLUDE PRODUCT_LIST
 ORDER BY p.id DESC LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_PRICE
-- INCLUDE PRODUCT_LIST
 ORDER BY p.price_cents, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_PRICE_DESC
-- INCLUDE PRODUCT_LIST
 ORDER BY p.price_cents DESC, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_RATING
-- INCLUDE PRODUCT_LIST
 ORDER BY p.rating_centi DESC, p.review_count DESC, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_RATING_DESC
-- INCLUDE PRODUCT_LIST
 ORDER BY p.review_count = 0, p.rating_centi, p.review_count DESC, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_NEWEST
-- INCLUDE PRODUCT_LIST
 ORDER BY p.created_at DESC, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_NEWEST_DESC
-- INCLUDE PRODUCT_LIST
 ORDER BY p.created_at, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_STOCK
-- INCLUDE PRODUCT_LIST
 ORDER BY p.stock DESC, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_STOCK_DESC
-- INCLUDE PRODUCT_LIST
 ORDER BY p.stock, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_NAME
-- INCLUDE PRODUCT_LIST
 ORDER BY p.name, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_LIST_BY_NAME_DESC
-- INCLUDE PRODUCT_LIST
 ORDER BY p.name DESC, p.id LIMIT coalesce(?18, -1) OFFSET ?19;

-- PRODUCT_MATCH_BY_PRICE
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.price_cents, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_PRICE_DESC
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.price_cents DESC, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_RATING
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.rating_centi DESC, p.review_count DESC, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_RATING_DESC
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.review_count = 0, p.rating_centi, p.review_count DESC, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_NEWEST
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.created_at DESC, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_NEWEST_DESC
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.created_at, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_STOCK
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.stock DESC, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_STOCK_DESC
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.stock, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_NAME
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.name, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- PRODUCT_MATCH_BY_NAME_DESC
SELECT p.id
-- INCLUDE PRODUCT_MATCH
 ORDER BY p.name DESC, p.id LIMIT coalesce(?19, -1) OFFSET ?20;

-- What the words of a message may name: one row for each name. A brand may also be the value of more
-- attributes than anybody looks at, so it comes first.
-- VOCABULARY_FIND
SELECT v.kind, CASE v.kind
               WHEN 'brand' THEN (SELECT name FROM brand WHERE id = v.ref)
               WHEN 'category' THEN (SELECT path FROM category WHERE id = v.ref)
               ELSE (SELECT name FROM attribute WHERE id = v.ref) END
  FROM vocabulary v
 WHERE v.norm = ?1
 ORDER BY CASE v.kind WHEN 'brand' THEN 1 WHEN 'category' THEN 2 ELSE 3 END, v.ref LIMIT ?2;

-- Words that begin with a letter (?1 up to, not including, ?2) and have a length near to another's.
-- WORD_RANGE
SELECT word FROM word WHERE word >= ?1 AND word < ?2 AND length(word) BETWEEN ?3 AND ?4
 ORDER BY word;

-- ATTRIBUTE_IDS
SELECT id, name FROM attribute ORDER BY id;

-- WORD_ENDING
SELECT word FROM word
 WHERE length(word) > length(?1) + 2 AND substr(word, -length(?1)) = ?1
 ORDER BY length(word), word LIMIT 8;

-- What may be meant by a beginning (?1), for completion: at most ?2 (?3).
-- SKUS_FROM
SELECT sku, name FROM product WHERE sku >= ?1 AND sku < ?1 || char(1114111) ORDER BY sku LIMIT ?2;

-- PRODUCT_IDS_FROM
SELECT id, name FROM product WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3;

-- BRANDS_FROM
SELECT name FROM brand WHERE substr(name, 1, length(?1)) = ?1 COLLATE NOCASE ORDER BY name LIMIT ?2;

-- CATEGORIES_FROM
SELECT path FROM category WHERE substr(path, 1, length(?1)) = ?1 COLLATE NOCASE
 ORDER BY path LIMIT ?2;
