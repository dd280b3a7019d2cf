/* SPDX-License-Identifier: MIT */
/* Nouns from the singular to the plural and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/noun.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void test_nouns(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {
		{ "smartwatch", "smartwatches" },
		{ "shirt", "shirts" },
		{ "battery", "batteries" },
		{ "movie", "movies" },
		{ "mouse", "mice" },
		{ "bookshelf", "bookshelves" },
		{ "dress", "dresses" },
		{ "toy", "toys" },
		{ "box", "boxes" },
		{ "lens", "lenses" },
		{ "headphones", "headphones" },
		{ "jeans", "jeans" },
		{ "furniture", "furniture" },
		{ "footwear", "footwear" },
		{ "series", "series" },
		{ "tie", "ties" },
		{ "man", "men" },
		{ "bus", "buses" },
		{ "case", "cases" },
		{ "canvas", "canvases" },
		{ "size", "sizes" },
		{ "human", "humans" },
	};
	for (size_t i = 0; i < COUNT(pairs); i++) {
		char one[NOUN_SIZE], many[NOUN_SIZE];
		snprintf(one, sizeof(one), "%s", pairs[i][1]);
		snprintf(many, sizeof(many), "%s", pairs[i][0]);
		noun_singular(one);
		noun_plural(many);
		assert_string_equal(one, pairs[i][0]);
		assert_string_equal(many, pairs[i][1]);
		noun_singular(one);
		noun_plural(many);
		assert_string_equal(one, pairs[i][0]);
		assert_string_equal(many, pairs[i][1]);
	}
	assert_true(noun_is_pair("headphones"));
	assert_true(noun_is_pair("headphone"));
	assert_false(noun_is_pair("watches"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nouns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
