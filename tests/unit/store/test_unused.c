/* SPDX-License-Identifier: MIT */
/* What no product uses any more goes, and what one still uses stays: names, vocabulary, words. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/product.h"
#include "support/store.h"

enum { NOW = 1795341600 };

static struct shop_attribute black[] = { { (char *)"color", (char *)"jet black" },
					 { (char *)"strap", (char *)"silicone" } };
static struct shop_attribute white[] = { { (char *)"color", (char *)"white" },
					 { (char *)"strap", (char *)"silicone" } };

static const struct product_record watch = {
	.sku = "EL-1",
	.name = "Pulse Smartwatch",
	.brand = "Kestrel",
	.category = "Electronics/Wearables/Smartwatches",
	.description = "",
	.attributes = black,
	.attribute_count = 2,
};

static int64_t put(struct store *s, const struct product_record *p)
{
	enum change change;
	int64_t id = 0;
	assert_int_equal(product_put(s->db, NULL, p, NOW, &id, &change, &s->err), SHOP_OK);
	return id;
}

static int64_t count(struct store *s, const char *from)
{
	char sql[512];
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", from);
	return scratch_sql(s->path, sql);
}

static bool can_call(struct store *s, const char *norm, const char *kind)
{
	char from[256];
	snprintf(from, sizeof(from), "vocabulary WHERE norm = '%s' AND kind = '%s' AND uses > 0",
		 norm, kind);
	return count(s, from) > 0;
}

static bool has_word(struct store *s, const char *word)
{
	char from[128];
	snprintf(from, sizeof(from), "word WHERE word = '%s'", word);
	return count(s, from) > 0;
}

/* As if nothing had ever been there. */
static void expect_nothing(struct store *s)
{
	static const char *const tables[] = { "product",
					      "brand",
					      "category",
					      "attribute",
					      "attribute_value",
					      "product_attribute",
					      "vocabulary",
					      "word",
					      "product_image",
					      "review",
					      "product_fts_docsize" };
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (count(s, tables[i]) != 0)
			fail_msg("%s is not empty", tables[i]);
	scratch_sql(s->path,
		    "INSERT INTO product_fts (product_fts, rank) VALUES ('integrity-check', 1)");
}

static void test_delete_leaves_nothing(void **state)
{
	struct store *s = *state;
	static const char bytes[] = "\x89PNG";
	struct shop_image image = { (char *)"image/png", (char *)bytes, 4 };
	int64_t id = put(s, &watch);
	assert_int_equal(product_image_put(s->db, id, &image, NULL, &s->err), SHOP_OK);
	scratch_sql(s->path, "INSERT INTO review (product_id, author, rating, comment, created_at)"
			     " SELECT id, 'A', 3, '', 0 FROM product");
	assert_true(can_call(s, "kestrel", "brand") && can_call(s, "smartwatch", "category"));
	assert_true(can_call(s, "jet black", "attribute") && can_call(s, "black", "attribute"));
	assert_true(has_word(s, "smartwatch"));
	assert_int_equal(product_delete(s->db, id, &s->err), SHOP_OK);
	expect_nothing(s);
}

/* Orders keep what was bought. */
static void test_delete_ordered(void **state)
{
	struct store *s = *state;
	int64_t id = put(s, &watch);
	scratch_sql(s->path,
		    "INSERT INTO purchase (id, currency, items_cents, shipping_cents, tax_cents,"
		    " total_cents, payment_method, status, created_at)"
		    " VALUES (1, 'USD', 5, 0, 0, 5, 'card', 'pending', 0);"
		    "INSERT INTO order_line SELECT 1, 1, id, sku, name, 'Electronics', 5, 1"
		    " FROM product");
	assert_int_equal(product_delete(s->db, id, &s->err), SHOP_OK);
	assert_int_equal(count(s, "order_line WHERE product_id IS NULL AND sku = 'EL-1' AND name ="
				  " 'Pulse Smartwatch' AND price_cents = 5"),
			 1);
}

/* What another product has stays. */
static void test_shared(void **state)
{
	struct store *s = *state;
	struct product_record other = watch;
	other.sku = "EL-2";
	other.name = "Smartwatch Strap";
	other.category = "Electronics/Wearables";
	other.attributes = white;
	int64_t first = put(s, &watch);
	int64_t second = put(s, &other);
	assert_int_equal(product_delete(s->db, first, &s->err), SHOP_OK);
	assert_true(can_call(s, "kestrel", "brand"));
	assert_true(can_call(s, "wearable", "category"));
	assert_true(can_call(s, "silicone", "attribute"));
	assert_true(can_call(s, "white", "attribute"));
	assert_true(has_word(s, "smartwatch") && has_word(s, "strap"));
	assert_false(can_call(s, "smartwatch", "category"));
	assert_false(can_call(s, "jet black", "attribute"));
	assert_false(can_call(s, "black", "attribute"));
	assert_false(has_word(s, "pulse"));
	assert_int_equal(count(s, "category"), 2);
	assert_int_equal(count(s, "attribute"), 2);
	assert_int_equal(product_delete(s->db, second, &s->err), SHOP_OK);
	expect_nothing(s);
}

/* Two values of an attribute give the same word: it goes with the second. */
static void test_word_of_two_values(void **state)
{
	struct store *s = *state;
	static struct shop_attribute coal[] = { { (char *)"color", (char *)"coal black" } };
	struct product_record other = { .sku = "B", .name = "B", .description = "" };
	other.attributes = coal;
	other.attribute_count = 1;
	int64_t first = put(s, &watch), second = put(s, &other);
	assert_int_equal(product_delete(s->db, first, &s->err), SHOP_OK);
	assert_true(can_call(s, "black", "attribute"));
	assert_false(can_call(s, "jet", "attribute"));
	assert_int_equal(product_delete(s->db, second, &s->err), SHOP_OK);
	assert_false(can_call(s, "black", "attribute"));
}

/* Each row: one thing is changed, and what was there goes. */
static void test_update(void **state)
{
	struct store *s = *state;
	struct product_record changed = watch;
	put(s, &watch);
	changed.brand = "Merlin";
	put(s, &changed);
	assert_false(can_call(s, "kestrel", "brand"));
	assert_true(can_call(s, "merlin", "brand"));
	changed.category = "Electronics/Phones";
	put(s, &changed);
	assert_int_equal(count(s, "category"), 2);
	assert_false(can_call(s, "wearable", "category"));
	changed.attributes = white;
	put(s, &changed);
	assert_false(can_call(s, "jet", "attribute"));
	assert_true(can_call(s, "white", "attribute"));
	assert_int_equal(count(s, "attribute_value"), 2);
	changed.name = "Pulse Phone";
	put(s, &changed);
	assert_false(has_word(s, "smartwatch"));
	assert_true(has_word(s, "pulse") && has_word(s, "phone"));
	changed.brand = changed.category = NULL;
	changed.attribute_count = 0;
	put(s, &changed);
	assert_int_equal(count(s, "brand"), 0);
	assert_int_equal(count(s, "category"), 0);
	assert_int_equal(count(s, "attribute"), 0);
	assert_int_equal(count(s, "vocabulary"), 0);
}

/* '0' follows '/': the category "A0" is not below "A". */
static void test_category_edges(void **state)
{
	struct store *s = *state;
	static const char *const paths[] = { "A", "A/B", "A0", "A0/B", "A B" };
	int64_t ids[5];
	for (size_t i = 0; i < 5; i++) {
		char sku[2] = { (char)('0' + i), '\0' };
		const struct product_record p = {
			.sku = sku, .name = "X", .description = "", .category = paths[i]
		};
		ids[i] = put(s, &p);
	}
	assert_int_equal(product_delete(s->db, ids[0], &s->err), SHOP_OK);
	assert_int_equal(count(s, "category WHERE path = 'A'"), 1);
	assert_int_equal(product_delete(s->db, ids[1], &s->err), SHOP_OK);
	assert_int_equal(count(s, "category WHERE path IN ('A', 'A/B')"), 0);
	assert_int_equal(count(s, "category"), 3);
	for (size_t i = 2; i < 5; i++)
		assert_int_equal(product_delete(s->db, ids[i], &s->err), SHOP_OK);
	expect_nothing(s);
}

/* Spellings of a word that the text index tells apart, and this table does not. */
static void test_accents(void **state)
{
	struct store *s = *state;
	struct product_record accented = { .sku = "A",
					   .name = "Sm\xC3\xB8rrebr\xC3\xB8"
						   "d",
					   .description = "" };
	struct product_record plain = { .sku = "B", .name = "Smorrebrod", .description = "" };
	int64_t first = put(s, &accented), second = put(s, &plain);
	assert_true(has_word(s, "smorrebrod"));
	assert_int_equal(product_delete(s->db, first, &s->err), SHOP_OK);
	assert_true(has_word(s, "smorrebrod"));
	assert_int_equal(product_delete(s->db, second, &s->err), SHOP_OK);
	expect_nothing(s);
}

/* A load that remembers names must not put products under rows that are gone. */
static void test_cache(void **state)
{
	struct store *s = *state;
	struct catalogue_cache *cache = catalogue_cache_new();
	struct product_record other = watch;
	enum change change;
	int64_t id;
	other.brand = "Merlin";
	other.category = "Toys";
	other.attributes = white;
	other.name = "Kite";
	for (int i = 0; i < 3; i++) {
		assert_int_equal(product_put(s->db, cache, &watch, NOW, &id, &change, &s->err),
				 SHOP_OK);
		assert_true(has_word(s, "smartwatch") && can_call(s, "kestrel", "brand"));
		assert_true(can_call(s, "jet", "attribute"));
		assert_int_equal(product_put(s->db, cache, &other, NOW, &id, &change, &s->err),
				 SHOP_OK);
		assert_int_equal(count(s, "brand"), 1);
		assert_int_equal(count(s, "category"), 1);
	}
	catalogue_cache_clear(cache);
	assert_int_equal(product_put(s->db, cache, &watch, NOW, &id, &change, &s->err), SHOP_OK);
	catalogue_cache_free(cache);
	assert_int_equal(product_delete(s->db, id, &s->err), SHOP_OK);
	expect_nothing(s);
}

/* A picture that was kept is not the one that another name stands for. */
static void test_picture_goes_with_its_name(void **state)
{
	struct store *s = *state;
	static const char bytes[] = "\x89PNG";
	struct shop_image image = { (char *)"image/png", (char *)bytes, 4 };
	struct product_record changed = watch;
	changed.image = "a.png";
	int64_t id = put(s, &changed);
	assert_int_equal(product_image_put(s->db, id, &image, NULL, &s->err), SHOP_OK);
	changed.stock = 5;
	put(s, &changed);
	assert_int_equal(count(s, "product_image"), 1);
	changed.image = "b.png";
	put(s, &changed);
	assert_int_equal(count(s, "product_image"), 0);
}

static void test_ids(void **state)
{
	struct store *s = *state;
	struct product_record p = watch;
	p.id = 42;
	assert_int_equal(put(s, &p), 42);
	/* The same product keeps its number; a taken one is not given twice. */
	p.id = 7;
	assert_int_equal(put(s, &p), 42);
	p.id = 42;
	p.sku = "EL-2";
	assert_int_equal(put(s, &p), 43);
	assert_int_equal(product_sku_set(s->db, 43, "EL-1", &s->err), SHOP_E_EXISTS);
	assert_int_equal(product_sku_set(s->db, 43, "EL-3", &s->err), SHOP_OK);
	assert_int_equal(product_sku_set(s->db, 43, "EL-3", &s->err), SHOP_OK);
	assert_int_equal(count(s, "product WHERE sku = 'EL-3' AND id = 43"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(test_delete_leaves_nothing),
		STORE_TEST(test_delete_ordered),
		STORE_TEST(test_shared),
		STORE_TEST(test_word_of_two_values),
		STORE_TEST(test_update),
		STORE_TEST(test_category_edges),
		STORE_TEST(test_accents),
		STORE_TEST(test_cache),
		STORE_TEST(test_picture_goes_with_its_name),
		STORE_TEST(test_ids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
