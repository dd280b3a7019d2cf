/* SPDX-License-Identifier: MIT */
/* Sizes read out of values and wishes, and compared across units. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/measure.h"

static void reads(const char *text, size_t count, int64_t low, int64_t high, const char *unit)
{
	struct measure m[4];
	assert_int_equal(measure_read(text, m, 4), count);
	if (count == 0)
		return;
	if (m[0].low != low || m[0].high != high || strcmp(m[0].unit, unit) != 0)
		fail_msg("'%s': %lld to %lld '%s'", text, (long long)m[0].low, (long long)m[0].high,
			 m[0].unit);
}

static void test_read(void **state)
{
	(void)state;
	reads("16 GB", 1, 16000000, 16000000, "mb");
	reads("16GB", 1, 16000000, 16000000, "mb");
	reads("1 TB", 1, 1000000000, 1000000000, "mb");
	reads("13.3 inch", 1, 337820, 337820, "mm");
	reads("24\" wide", 1, 609600, 609600, "mm");
	reads("10,000 mAh", 1, 10000000, 10000000, "mah");
	reads("39-42", 1, 39000, 42000, "");
	reads("2 to 5 years", 1, 2000, 5000, "year");
	reads("8 cores, 3.6 GHz", 2, 8000, 8000, "core");
	reads("352", 1, 352000, 352000, "");
	reads("140 x 200 cm", 0, 0, 0, "");
	reads("5G, Wi-Fi", 0, 0, 0, "");
	reads("IP68", 0, 0, 0, "");
	reads("none", 0, 0, 0, "");
	reads("", 0, 0, 0, "");
}

static bool meets(const char *value, enum measure_relation relation, const char *wish)
{
	struct measure a, b;
	assert_int_equal(measure_read(value, &a, 1), 1);
	assert_int_equal(measure_read(wish, &b, 1), 1);
	return measure_meets(&a, relation, &b);
}

static void test_compare(void **state)
{
	(void)state;
	assert_true(meets("1 TB", MEASURE_MORE, "512 GB"));
	assert_true(meets("16 GB", MEASURE_AT_LEAST, "16 GB"));
	assert_false(meets("16 GB", MEASURE_MORE, "16 GB"));
	assert_true(meets("0.5 l", MEASURE_AT_MOST, "500 ml"));
	assert_false(meets("0.5 l", MEASURE_LESS, "500 ml"));
	assert_true(meets("24 inch", MEASURE_EQUAL, "24\""));
	assert_false(meets("24 hours", MEASURE_EQUAL, "24 inch"));
	assert_false(meets("24 hours", MEASURE_EQUAL, "24"));
	assert_true(meets("39-42", MEASURE_EQUAL, "40"));
	assert_false(meets("39-42", MEASURE_EQUAL, "43"));
}

static void test_sold_as(void **state)
{
	(void)state;
	assert_true(meets("13.3 inch", MEASURE_NEAR, "13 inch"));
	assert_true(meets("15.6 inch", MEASURE_NEAR, "15 inch"));
	assert_true(meets("23.8 inch", MEASURE_NEAR, "24 inch"));
	assert_false(meets("14 inch", MEASURE_NEAR, "13 inch"));
	assert_false(meets("8.2 GB", MEASURE_NEAR, "8 GB"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_sold_as),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
