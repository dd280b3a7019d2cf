/* SPDX-License-Identifier: MIT */
/* Stars and bars: lengths, edges, and numbers too large to multiply. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ui/symbols.h"

static void test_stars(void **state)
{
	(void)state;
	static const struct {
		int64_t centi;
		const char *utf8, *ascii;
	} all[] = {
		{ 0, "☆☆☆☆☆", "-----" },    { 49, "☆☆☆☆☆", "-----" },   { 50, "★☆☆☆☆", "*----" },
		{ 325, "★★★☆☆", "***--" },  { 350, "★★★★☆", "****-" },  { 500, "★★★★★", "*****" },
		{ 9900, "★★★★★", "*****" }, { -300, "☆☆☆☆☆", "-----" },
	};
	char out[STARS_SIZE];
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		assert_string_equal(stars_text(all[i].centi, true, out), all[i].utf8);
		assert_string_equal(stars_text(all[i].centi, false, out), all[i].ascii);
	}
}

static void test_bars(void **state)
{
	(void)state;
	static const struct {
		int64_t part, whole;
		size_t width;
		const char *utf8, *ascii;
	} all[] = {
		{ 0, 10, 4, "", "" },
		{ -1, 10, 4, "", "" },
		{ 5, 0, 4, "", "" },
		{ 10, 10, 4, "████", "####" },
		{ 20, 10, 4, "████", "####" },
		{ 5, 10, 4, "██", "##" },
		{ 1, 1000, 4, "▏", "#" },
		{ 1, 32, 4, "▏", "#" },
		{ 9, 32, 4, "█▏", "#" },
		{ 13, 32, 4, "█▋", "##" },
		{ 31, 32, 4, "███▉", "####" },
		{ 10, 10, 0, "", "" },
		{ INT64_MAX / 2, INT64_MAX, 4, "██", "##" },
		{ INT64_MAX, INT64_MAX, 2, "██", "##" },
	};
	char out[BAR_SIZE];
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		bar_text(all[i].part, all[i].whole, all[i].width, true, out);
		assert_string_equal(out, all[i].utf8);
		bar_text(all[i].part, all[i].whole, all[i].width, false, out);
		assert_string_equal(out, all[i].ascii);
	}
}

static void test_bar_columns(void **state)
{
	(void)state;
	assert_int_equal(bar_columns(0, 10, 4), 0);
	assert_int_equal(bar_columns(1, 1000, 4), 1);
	assert_int_equal(bar_columns(9, 32, 4), 2);
	assert_int_equal(bar_columns(10, 10, 4), 4);
}

/* However wide it is asked for, it fits its buffer. */
static void test_bar_width(void **state)
{
	(void)state;
	char out[BAR_SIZE];
	assert_int_equal(strlen(bar_text(1, 1, 100000, true, out)), 3 * BAR_WIDTH_MAX);
	assert_int_equal(strlen(bar_text(1, 1, SIZE_MAX, false, out)), BAR_WIDTH_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stars),
		cmocka_unit_test(test_bars),
		cmocka_unit_test(test_bar_columns),
		cmocka_unit_test(test_bar_width),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
