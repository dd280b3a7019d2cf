-- Products. Every statement that returns products has the same columns first: see product.h.

-- FRAGMENT PRODUCT_COLUMNS
SELECT p.id, p.sku, p.name, b.name, c.path, p.price_cents, p.stock, p.description, p.variant_group,
       p.image, (SELECT value FROM setting WHERE key = 'product_url'), p.rating_centi,
       p.review_count, p.created_at

-- FRAGMENT PRODUCT_JOINS
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN category c ON c.id = p.category_id

-- PRODUCT_BY_ID
-- INCLUDE PRODUCT_COLUMNS
  FROM product p
-- INCLUDE PRODUCT_JOINS
 WHERE p.id = ?1;

-- PRODUCT_BY_SKU
-- INCLUDE PRODUCT_COLUMNS
  FROM product p
-- INCLUDE PRODUCT_JOINS
 WHERE p.sku = ?1;

-- PRODUCT_VARIANTS
-- INCLUDE PRODUCT_COLUMNS
  FROM product p
-- INCLUDE PRODUCT_JOINS
 WHERE p.variant_group = ?1 AND p.id <> ?2
 ORDER BY p.id;

-- PRODUCT_ID_BY_SKU
SELECT id FROM product WHERE sku = ?1;

-- ?14 is the id that is wanted; NULL, or one that is taken: any.
-- PRODUCT_INSERT
INSERT INTO product (id, sku, name, brand_id, category_id, price_cents, stock, description,
                     attributes, variant_group, image, created_at, updated_at, things)
VALUES ((SELECT ?14 WHERE NOT EXISTS (SELECT 1 FROM product WHERE id = ?14)),
        ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);

-- PRODUCT_UPDATE
UPDATE product
   SET name = ?2, brand_id = ?3, category_id = ?4, price_cents = ?5, stock = ?6, description = ?7,
       attributes = ?8, variant_group = ?9, image = ?10, created_at = ?11, updated_at = ?12,
       things = ?13
 WHERE id = ?1;

-- PRODUCT_IS
SELECT EXISTS (
    SELECT 1 FROM product
     WHERE id = ?1 AND name IS ?2 AND brand_id IS ?3 AND category_id IS ?4 AND price_cents IS ?5
       AND stock IS ?6 AND description IS ?7 AND attributes IS ?8 AND variant_group IS ?9
       AND image IS ?10 AND created_at IS ?11 AND things IS ?12);

-- PRODUCT_ANY
SELECT EXISTS (SELECT 1 FROM product);

-- PRODUCT_SKU_SET
UPDATE product SET sku = ?2 WHERE id = ?1;

-- PRODUCT_DELETE
DELETE FROM product WHERE id = ?1;

-- PRODUCT_REFERS
SELECT brand_id, category_id, name, image FROM product WHERE id = ?1;

-- PRODUCT_VALUE_IDS
SELECT value_id FROM product_attribute WHERE product_id = ?1 ORDER BY position;

-- PRODUCT_RATING_REFRESH
UPDATE product
   SET (rating_sum, review_count, rating_centi) =
       (SELECT coalesce(sum(rating), 0), count(*),
               CASE WHEN count(*) > 0 THEN (200 * sum(rating) + count(*)) / (2 * count(*)) ELSE 0 END
          FROM review WHERE product_id = ?1)
 WHERE id = ?1;

-- PRODUCT_TEXT_INDEX
INSERT INTO product_fts (rowid, name, brand, category, attributes, description, things)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- PRODUCT_TEXT_UNINDEX
INSERT INTO product_fts (product_fts, rowid, name, brand, category, attributes, description,
                         things)
SELECT 'delete', id, name, brand, category, attributes, description, things FROM product_text WHERE id = ?1;

-- PRODUCT_ATTRIBUTES
SELECT a.name, v.value
  FROM product_attribute pa
  JOIN attribute_value v ON v.id = pa.value_id
  JOIN attribute a ON a.id = v.attribute_id
 WHERE pa.product_id = ?1
 ORDER BY pa.position;

-- PRODUCT_ATTRIBUTES_DELETE
DELETE FROM product_attribute WHERE product_id = ?1;

-- PRODUCT_ATTRIBUTE_INSERT
INSERT INTO product_attribute (product_id, position, value_id) VALUES (?1, ?2, ?3);

-- PRODUCT_IMAGE_PUT
INSERT INTO product_image (product_id, media_type, bytes) VALUES (?1, ?2, ?3)
ON CONFLICT (product_id) DO UPDATE SET media_type = excluded.media_type, bytes = excluded.bytes
 WHERE media_type <> excluded.media_type OR bytes <> excluded.bytes;

-- PRODUCT_IMAGE_DELETE
DELETE FROM product_image WHERE product_id = ?1;

-- PRODUCT_IMAGE_ABOUT
SELECT media_type, length(bytes) FROM product_image WHERE product_id = ?1;

-- PRODUCT_IMAGE_GET
SELECT media_type, bytes FROM product_image WHERE product_id = ?1;

-- BRAND_ID
SELECT id FROM brand WHERE name = ?1;

-- BRAND_INSERT
INSERT INTO brand (name) VALUES (?1) RETURNING id;

-- CATEGORY_ID
SELECT id FROM category WHERE path = ?1;

-- CATEGORY_INSERT
INSERT INTO category (path) VALUES (?1) RETURNING id;

-- ATTRIBUTE_ID
SELECT id FROM attribute WHERE name = ?1;

-- ATTRIBUTE_INSERT
INSERT INTO attribute (name) VALUES (?1) RETURNING id;

-- ATTRIBUTE_VALUE_ID
SELECT id FROM attribute_value WHERE attribute_id = ?1 AND value = ?2;

-- ATTRIBUTE_VALUE_INSERT
INSERT INTO attribute_value (attribute_id, value, norm) VALUES (?1, ?2, ?3) RETURNING id;

-- WORD_ADD
INSERT INTO word (word) VALUES (?1) ON CONFLICT DO NOTHING;

-- WORD_DELETE
DELETE FROM word WHERE word = ?1;

-- VOCABULARY_ADD
INSERT INTO vocabulary (norm, kind, ref, uses) VALUES (?1, ?2, ?3, 1)
ON CONFLICT (norm, kind, ref) DO UPDATE SET uses = uses + 1;

-- The next two, one after the other, take a name's word back.
-- VOCABULARY_RELEASE
UPDATE vocabulary SET uses = uses - 1 WHERE norm = ?1 AND kind = ?2 AND ref = ?3;

-- VOCABULARY_DELETE
DELETE FROM vocabulary WHERE norm = ?1 AND kind = ?2 AND ref = ?3 AND uses <= 0;

-- What nothing uses any more: no row for what something does.
-- BRAND_UNUSED
SELECT b.name FROM brand b
 WHERE b.id = ?1 AND NOT EXISTS (SELECT 1 FROM product p WHERE p.brand_id = b.id);

-- BRAND_DELETE
DELETE FROM brand WHERE id = ?1;

-- '0' is the character after '/'.
-- CATEGORY_UNUSED
SELECT c.path FROM category c
 WHERE c.id = ?1
   AND NOT EXISTS (SELECT 1 FROM product p WHERE p.category_id = c.id)
   AND NOT EXISTS (SELECT 1 FROM category below
                    WHERE below.path > c.path || '/' AND below.path < c.path || '0');

-- CATEGORY_DELETE
DELETE FROM category WHERE id = ?1;

-- ATTRIBUTE_VALUE_UNUSED
SELECT v.attribute_id, a.name, v.value, v.norm
  FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id
 WHERE v.id = ?1 AND NOT EXISTS (SELECT 1 FROM product_attribute pa WHERE pa.value_id = v.id);

-- ATTRIBUTE_VALUE_DELETE
DELETE FROM attribute_value WHERE id = ?1;

-- ATTRIBUTE_UNUSED
SELECT name FROM attribute a
 WHERE a.id = ?1 AND NOT EXISTS (SELECT 1 FROM attribute_value v WHERE v.attribute_id = a.id);

-- ATTRIBUTE_DELETE
DELETE FROM attribute WHERE id = ?1;
