/* SPDX-License-Identifier: MIT */
/* Products as rows: what is put comes back, and index, attributes and rating stay in step. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/product.h"
#include "support/store.h"

enum { NOW = 1795341600 };

static struct shop_attribute attributes[] = { { (char *)"color", (char *)"black" },
					      { (char *)"strap", (char *)"silicone" } };

static const struct product_record watch = {
	.sku = "EL-1",
	.name = "Pulse Smartwatch S2",
	.brand = "Kestrel",
	.category = "Electronics/Smartwatches",
	.description = "Counts steps.",
	.group = "pulse",
	.image = "images/el-1.png",
	.price_cents = 12900,
	.stock = 7,
	.created_at = 1000,
	.attributes = attributes,
	.attribute_count = 2,
};

static enum change put(struct store *s, const struct product_record *p, int64_t *ret_id)
{
	enum change change;
	assert_int_equal(product_put(s->db, NULL, p, NOW, ret_id, &change, &s->err), SHOP_OK);
	return change;
}

static int64_t count(struct store *s, const char *from)
{
	char sql[256];
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", from);
	return scratch_sql(s->path, sql);
}

/* How many products the text index has for a word; and that it fits what is stored. */
static int64_t found(struct store *s, const char *word)
{
	char sql[256];
	scratch_sql(s->path,
		    "INSERT INTO product_fts (product_fts, rank) VALUES ('integrity-check', 1)");
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM product_fts WHERE product_fts MATCH '%s'",
		 word);
	return scratch_sql(s->path, sql);
}

static void test_comes_back(void **state)
{
	struct store *s = *state;
	struct shop_product p;
	int64_t id = 0;
	assert_int_equal(put(s, &watch, &id), CHANGE_CREATED);
	assert_int_equal(product_by_id(s->db, id, &p, &s->err), SHOP_OK);
	assert_true(p.id == id);
	assert_string_equal(p.sku, "EL-1");
	assert_string_equal(p.name, "Pulse Smartwatch S2");
	assert_string_equal(p.brand, "Kestrel");
	assert_string_equal(p.category, "Electronics/Smartwatches");
	assert_string_equal(p.description, "Counts steps.");
	assert_string_equal(p.group, "pulse");
	assert_string_equal(p.image, "images/el-1.png");
	assert_null(p.url);
	assert_int_equal(p.price_cents, 12900);
	assert_int_equal(p.stock, 7);
	assert_int_equal(p.rating_centi, 0);
	assert_int_equal(p.reviews, 0);
	assert_int_equal(p.created_at, 1000);
	shop_product_done(&p);
	assert_int_equal(product_by_sku(s->db, "EL-1", &p, &s->err), SHOP_OK);
	assert_true(p.id == id);
	shop_product_done(&p);
	shop_product_done(&p); /* twice is harmless */
}

static void test_bare_product(void **state)
{
	struct store *s = *state;
	struct product_record bare = { .sku = "X", .name = "X", .description = "" };
	struct shop_product p;
	int64_t id = 0;
	put(s, &bare, &id);
	assert_int_equal(product_by_sku(s->db, "X", &p, &s->err), SHOP_OK);
	assert_null(p.brand);
	assert_null(p.category);
	assert_null(p.group);
	assert_null(p.image);
	assert_string_equal(p.description, "");
	shop_product_done(&p);
	/* Nothing, empty or not, is nothing: no brand of the empty name. */
	bare.brand = bare.category = bare.group = bare.image = "";
	assert_int_equal(put(s, &bare, &id), CHANGE_UNCHANGED);
	assert_int_equal(count(s, "brand"), 0);
}

static void test_twice_changes_nothing(void **state)
{
	struct store *s = *state;
	int64_t id = 0, again = 0;
	put(s, &watch, &id);
	int64_t before = scratch_sql(s->path, "SELECT updated_at FROM product");
	enum change change;
	assert_int_equal(product_put(s->db, NULL, &watch, NOW + 5, &again, &change, &s->err),
			 SHOP_OK);
	assert_int_equal(change, CHANGE_UNCHANGED);
	assert_true(again == id);
	assert_int_equal(count(s, "product"), 1);
	assert_true(scratch_sql(s->path, "SELECT updated_at FROM product") == before);
	assert_int_equal(found(s, "smartwatch"), 1);
}

/* Each row: one thing that is different is an update, and arrives. */
static void test_every_field_counts(void **state)
{
	struct store *s = *state;
	static struct shop_attribute white[] = { { (char *)"color", (char *)"white" },
						 { (char *)"strap", (char *)"silicone" } };
	struct product_record changed[10];
	for (size_t i = 0; i < 10; i++)
		changed[i] = watch;
	changed[0].name = "Pulse Watch";
	changed[1].brand = "Merlin";
	changed[2].category = "Electronics";
	changed[3].description = "Counts.";
	changed[4].group = NULL;
	changed[5].image = "other.png";
	changed[6].price_cents++;
	changed[7].stock = 0;
	changed[8].created_at++;
	changed[9].attributes = white;
	int64_t id = 0, first = 0;
	put(s, &watch, &first);
	for (size_t i = 0; i < 10; i++) {
		if (put(s, &changed[i], &id) != CHANGE_UPDATED)
			fail_msg("row %zu was no change", i);
		assert_true(id == first);
		assert_int_equal(put(s, &changed[i], &id), CHANGE_UNCHANGED);
		put(s, &watch, &id);
	}
	assert_int_equal(put(s, &watch, &id), CHANGE_UNCHANGED);
	assert_int_equal(count(s, "product"), 1);
	assert_int_equal(count(s, "product_attribute"), 2);
}

static void test_index_follows(void **state)
{
	struct store *s = *state;
	int64_t id = 0;
	put(s, &watch, &id);
	assert_int_equal(found(s, "smartwatch"), 1);
	assert_int_equal(found(s, "kestrel"), 1);
	assert_int_equal(found(s, "silicone"), 1);
	assert_int_equal(found(s, "steps"), 1);
	struct product_record other = watch;
	other.name = "Desk lamp";
	other.brand = NULL;
	other.category = "Home";
	other.description = "Shines.";
	other.attribute_count = 0;
	put(s, &other, &id);
	assert_int_equal(found(s, "smartwatch"), 0);
	assert_int_equal(found(s, "kestrel"), 0);
	assert_int_equal(found(s, "silicone"), 0);
	assert_int_equal(found(s, "lamp"), 1);
	assert_int_equal(count(s, "product_attribute"), 0);
}

static void test_none(void **state)
{
	struct store *s = *state;
	struct shop_product p;
	int64_t id = -7;
	assert_int_equal(product_by_id(s->db, 5, &p, &s->err), SHOP_E_NOT_FOUND);
	assert_non_null(strstr(s->err.text, "#5"));
	assert_int_equal(product_by_sku(s->db, "nope", &p, &s->err), SHOP_E_NOT_FOUND);
	assert_non_null(strstr(s->err.text, "'nope'"));
	assert_int_equal(product_id_by_sku(s->db, "nope", &id, &s->err), SHOP_OK);
	assert_true(id == 0);
}

static void test_page(void **state)
{
	struct store *s = *state;
	static const char *const rows[][2] = {
		{ "https://shop.example/p/{sku}", "https://shop.example/p/EL-1" },
		{ "https://shop.example/{sku}/x", "https://shop.example/EL-1/x" },
		{ "https://shop.example/", "https://shop.example/" },
		{ "https://shop.example/{other}", "https://shop.example/{other}" },
		{ "%s%n{sku}", "%s%nEL-1" },
	};
	int64_t id = 0;
	put(s, &watch, &id);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char sql[256];
		struct shop_product p;
		snprintf(sql, sizeof(sql), "REPLACE INTO setting VALUES ('product_url', '%s')",
			 rows[i][0]);
		scratch_sql(s->path, sql);
		assert_int_equal(product_by_id(s->db, id, &p, &s->err), SHOP_OK);
		assert_string_equal(p.url, rows[i][1]);
		shop_product_done(&p);
	}
}

/* Averages in hundredths, halves up. */
static void test_rating(void **state)
{
	struct store *s = *state;
	static const struct {
		const char *ratings;
		int expected, count;
	} rows[] = {
		{ "(5)", 500, 1 },
		{ "(5), (4)", 450, 2 },
		{ "(5), (5), (4)", 467, 3 },
		{ "(1), (1), (2)", 133, 3 },
		{ "(1), (1), (1), (1), (1), (1), (1), (2)", 113, 8 }, /* 112.5 */
	};
	int64_t id = 0;
	put(s, &watch, &id);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char sql[512];
		struct shop_product p;
		snprintf(sql, sizeof(sql),
			 "DELETE FROM review; INSERT INTO review (product_id, author, rating,"
			 " comment, created_at) SELECT %" PRId64 ", 'A', column1, '', 0"
			 " FROM (VALUES %s)",
			 id, rows[i].ratings);
		scratch_sql(s->path, sql);
		assert_int_equal(product_rating_refresh(s->db, id, &s->err), SHOP_OK);
		assert_int_equal(product_by_id(s->db, id, &p, &s->err), SHOP_OK);
		assert_int_equal(p.rating_centi, rows[i].expected);
		assert_int_equal(p.reviews, rows[i].count);
		shop_product_done(&p);
	}
	scratch_sql(s->path, "DELETE FROM review");
	product_rating_refresh(s->db, id, &s->err);
	assert_int_equal(scratch_sql(s->path, "SELECT rating_centi + review_count FROM product"),
			 0);
}

/* An update from the catalogue leaves the reviews' average alone. */
static void test_update_keeps_rating(void **state)
{
	struct store *s = *state;
	int64_t id = 0;
	put(s, &watch, &id);
	scratch_sql(s->path, "INSERT INTO review (product_id, author, rating, comment, created_at)"
			     " SELECT id, 'A', 3, '', 0 FROM product");
	product_rating_refresh(s->db, id, &s->err);
	struct product_record cheaper = watch;
	cheaper.price_cents = 1;
	assert_int_equal(put(s, &cheaper, &id), CHANGE_UPDATED);
	assert_int_equal(scratch_sql(s->path, "SELECT rating_centi FROM product"), 300);
}

static void test_image(void **state)
{
	struct store *s = *state;
	static const char bytes[] = "\x89PNG\0\xff";
	int64_t id = 0;
	put(s, &watch, &id);
	struct shop_image image = { (char *)"image/png", (char *)bytes, 6 };
	bool changed = false;
	assert_int_equal(product_image_put(s->db, id, &image, &changed, &s->err), SHOP_OK);
	assert_true(changed);
	assert_int_equal(product_image_put(s->db, id, &image, &changed, &s->err), SHOP_OK);
	assert_false(changed);
	image.len = 5;
	assert_int_equal(product_image_put(s->db, id, &image, NULL, &s->err), SHOP_OK);
	assert_int_equal(scratch_sql(s->path, "SELECT length(bytes) FROM product_image"), 5);
	assert_int_equal(count(s, "product_image"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(test_comes_back),
		STORE_TEST(test_bare_product),
		STORE_TEST(test_twice_changes_nothing),
		STORE_TEST(test_every_field_counts),
		STORE_TEST(test_index_follows),
		STORE_TEST(test_none),
		STORE_TEST(test_page),
		STORE_TEST(test_rating),
		STORE_TEST(test_update_keeps_rating),
		STORE_TEST(test_image),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
