/* SPDX-License-Identifier: MIT */
/* The cache of texts to numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/map.h"

static void test_put_and_get(void **state)
{
	(void)state;
	struct map *m = map_new(10);
	int64_t v = -7;
	assert_false(map_get(m, "a", &v));
	assert_true(v == -7);
	map_put(m, "a", 1);
	map_put(m, "", 2);
	map_put(m, "ab", INT64_MIN);
	assert_true(map_get(m, "a", &v) && v == 1);
	assert_true(map_get(m, "", &v) && v == 2);
	assert_true(map_get(m, "ab", &v) && v == INT64_MIN);
	assert_false(map_get(m, "b", &v));
	map_put(m, "a", 3);
	assert_true(map_get(m, "a", &v) && v == 3);
	map_free(m);
	map_free(NULL);
}

/* The key is copied: what it was made from may change. */
static void test_owns_its_keys(void **state)
{
	(void)state;
	struct map *m = map_new(4);
	char key[] = "one";
	int64_t v = 0;
	map_put(m, key, 1);
	key[0] = 'X';
	assert_true(map_get(m, "one", &v) && v == 1);
	assert_false(map_get(m, key, &v));
	map_free(m);
}

static void test_many(void **state)
{
	(void)state;
	enum { MANY = 20000 };
	struct map *m = map_new(MANY);
	char key[32];
	for (int i = 0; i < MANY; i++) {
		snprintf(key, sizeof(key), "key-%d", i);
		map_put(m, key, i * 3);
	}
	for (int i = 0; i < MANY; i++) {
		int64_t v = -1;
		snprintf(key, sizeof(key), "key-%d", i);
		assert_true(map_get(m, key, &v));
		assert_int_equal(v, i * 3);
	}
	map_free(m);
}

/* A full cache forgets, and never answers wrongly. */
static void test_limit(void **state)
{
	(void)state;
	enum { LIMIT = 8, MANY = 1000 };
	struct map *m = map_new(LIMIT);
	char key[32];
	for (int i = 0; i < MANY; i++) {
		int64_t v;
		int known = 0;
		snprintf(key, sizeof(key), "%d", i);
		map_put(m, key, i);
		assert_true(map_get(m, key, &v) && v == i);
		for (int k = 0; k <= i; k++) {
			snprintf(key, sizeof(key), "%d", k);
			if (map_get(m, key, &v)) {
				assert_int_equal(v, k);
				known++;
			}
		}
		assert_in_range(known, 1, LIMIT);
	}
	map_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put_and_get),
		cmocka_unit_test(test_owns_its_keys),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
