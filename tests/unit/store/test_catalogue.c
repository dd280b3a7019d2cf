/* SPDX-License-Identifier: MIT */
/* Brands, categories and attributes: one row a name, and the words that are learnt from them. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/catalogue.h"
#include "support/store.h"

static int64_t brand(struct store *s, struct catalogue_cache *cache, const char *name)
{
	int64_t id = -7;
	assert_int_equal(brand_put(s->db, cache, name, &id, &s->err), SHOP_OK);
	return id;
}

static int64_t category(struct store *s, struct catalogue_cache *cache, const char *path)
{
	int64_t id = -7;
	assert_int_equal(category_put(s->db, cache, path, &id, &s->err), SHOP_OK);
	return id;
}

static int64_t value(struct store *s, struct catalogue_cache *cache, const char *name,
		     const char *text)
{
	int64_t id = -7;
	assert_int_equal(attribute_value_put(s->db, cache, name, text, &id, &s->err), SHOP_OK);
	return id;
}

/* Does a shopper who says `norm` mean a brand, category or attribute? */
static bool known(struct store *s, const char *norm, const char *kind)
{
	char sql[256];
	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM vocabulary WHERE norm = '%s' AND kind = '%s'", norm, kind);
	return scratch_sql(s->path, sql) > 0;
}

static void test_one_row_a_name(void **state)
{
	struct store *s = *state;
	struct catalogue_cache *cache = catalogue_cache_new();
	/* With a cache, without, and with one that has not seen the name: the same row. */
	int64_t acme = brand(s, cache, "Acme");
	assert_true(acme > 0);
	assert_true(brand(s, cache, "Acme") == acme);
	assert_true(brand(s, NULL, "Acme") == acme);
	assert_true(brand(s, NULL, "Bolt") != acme);
	assert_true(brand(s, NULL, "Bolt") == brand(s, cache, "Bolt"));
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM brand"), 2);
	int64_t red = value(s, cache, "color", "red");
	assert_true(value(s, NULL, "color", "red") == red);
	assert_true(value(s, cache, "trim", "red") != red);
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM attribute"), 2);
	catalogue_cache_free(cache);
	catalogue_cache_free(NULL);
}

static void test_nothing_is_no_row(void **state)
{
	struct store *s = *state;
	assert_true(brand(s, NULL, NULL) == 0);
	assert_true(brand(s, NULL, "") == 0);
	assert_true(category(s, NULL, NULL) == 0);
	assert_true(category(s, NULL, "") == 0);
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM brand"), 0);
}

static void test_categories_make_those_above(void **state)
{
	struct store *s = *state;
	int64_t deep = category(s, NULL, "Electronics/Wearables/Smartwatches");
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM category"), 3);
	int64_t middle = category(s, NULL, "Electronics/Wearables");
	assert_true(middle > 0 && middle != deep);
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM category"), 3);
	category(s, NULL, "Books/Wearables");
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM category"), 5);
}

static void test_vocabulary(void **state)
{
	struct store *s = *state;
	brand(s, NULL, "Kestrel & Sons");
	category(s, NULL, "Clothing/T-Shirts");
	value(s, NULL, "color", "Forest green");
	value(s, NULL, "size", "42 inch");
	assert_true(known(s, "kestrel son", "brand"));
	assert_true(known(s, "clothing", "category"));
	assert_true(known(s, "tshirt", "category"));
	assert_false(known(s, "clothing tshirt", "category"));
	assert_true(known(s, "forest green", "attribute"));
	assert_true(known(s, "green", "attribute"));
	assert_true(known(s, "42 inch", "attribute"));
	/* A number alone may be anything. */
	assert_false(known(s, "42", "attribute"));
	assert_false(known(s, "green", "brand"));
}

/* The cache must not take one kind of name for another, whatever they are called. */
static void test_kinds_do_not_mix(void **state)
{
	struct store *s = *state;
	struct catalogue_cache *cache = catalogue_cache_new();
	static const char *const names[] = { "x", "0:x", "1:x", ":", "b0:x", "a" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		int64_t b = brand(s, cache, names[i]);
		int64_t c = category(s, cache, names[i]);
		int64_t v = value(s, cache, names[i], names[i]);
		assert_true(b == brand(s, NULL, names[i]));
		assert_true(c == category(s, NULL, names[i]));
		assert_true(v == value(s, NULL, names[i], names[i]));
	}
	catalogue_cache_free(cache);
}

static void test_long_names(void **state)
{
	struct store *s = *state;
	struct catalogue_cache *cache = catalogue_cache_new();
	enum { LONG = 5000 };
	char *name = calloc(1, LONG + 1);
	memset(name, 'n', LONG);
	int64_t b = brand(s, cache, name), v = value(s, cache, "note", name);
	name[LONG - 1] = 'm';
	/* Names that differ only at their ends are two. */
	assert_true(brand(s, cache, name) != b);
	assert_true(value(s, cache, "note", name) != v);
	name[LONG - 1] = 'n';
	assert_true(brand(s, cache, name) == b);
	assert_true(value(s, cache, "note", name) == v);
	free(name);
	catalogue_cache_free(cache);
}

static void test_paths(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "Books", "Books" },
		{ "Books/Novels", "Books/Novels" },
		{ " Books / Novels ", "Books/Novels" },
		{ "/Books//Novels/", "Books/Novels" },
		{ "//", "" },
		{ "", "" },
		{ "Home & Garden/Pots", "Home & Garden/Pots" },
		{ "\tA b\t/\tc", "A b/c" },
	};
	char out[CATEGORY_PATH_SIZE];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_true(category_path(rows[i][0], out));
		assert_string_equal(out, rows[i][1]);
	}
	char path[CATEGORY_PATH_SIZE + 10];
	memset(path, 'a', sizeof(path));
	path[CATEGORY_PATH_SIZE - 2] = '\0';
	assert_true(category_path(path, out));
	assert_string_equal(out, path);
	path[CATEGORY_PATH_SIZE - 2] = 'a';
	path[CATEGORY_PATH_SIZE] = '\0';
	assert_false(category_path(path, out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(test_one_row_a_name),
		STORE_TEST(test_nothing_is_no_row),
		STORE_TEST(test_categories_make_those_above),
		STORE_TEST(test_vocabulary),
		STORE_TEST(test_kinds_do_not_mix),
		STORE_TEST(test_long_names),
		cmocka_unit_test(test_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
