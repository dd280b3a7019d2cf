/* SPDX-License-Identifier: MIT */
/* Amounts: exact both ways, up to the largest number there is. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "shop/money.h"

static void test_format(void **state)
{
	(void)state;
	static const struct {
		int64_t cents;
		const char *currency, *expected;
	} rows[] = {
		{ 0, "USD", "$0.00" },
		{ 5, "USD", "$0.05" },
		{ 90, "USD", "$0.90" },
		{ 129900, "USD", "$1,299.00" },
		{ 99999, "USD", "$999.99" },
		{ 100000, "USD", "$1,000.00" },
		{ 123456789012, "USD", "$1,234,567,890.12" },
		{ -1250, "USD", "-$12.50" },
		{ 500, "EUR",
		  "\xE2\x82\xAC"
		  "5.00" },
		{ 1234, "GBP",
		  "\xC2\xA3"
		  "12.34" },
		{ 1200, "JPY",
		  "\xC2\xA5"
		  "1,200" },
		{ 0, "JPY",
		  "\xC2\xA5"
		  "0" },
		{ 1250, "CHF", "CHF 12.50" },
		{ 1234567, "KWD", "KWD 1,234.567" },
		{ 7, "KWD", "KWD 0.007" },
		{ 1200, "VND", "VND 1,200" },
		{ INT64_MAX, "USD", "$92,233,720,368,547,758.07" },
		{ INT64_MIN, "USD", "-$92,233,720,368,547,758.08" },
		{ INT64_MIN, "JPY",
		  "-\xC2\xA5"
		  "9,223,372,036,854,775,808" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char out[SHOP_MONEY_SIZE];
		char *same = shop_money_format(rows[i].cents, rows[i].currency, out);
		assert_ptr_equal(same, out);
		assert_string_equal(out, rows[i].expected);
	}
}

static void test_parse(void **state)
{
	(void)state;
	static const struct {
		const char *text, *currency;
		int64_t expected;
	} rows[] = {
		{ "12", "USD", 1200 },
		{ "12.9", "USD", 1290 },
		{ "12.90", "USD", 1290 },
		{ "0", "USD", 0 },
		{ "0.01", "USD", 1 },
		{ "007", "USD", 700 },
		{ "1,299.00", "USD", 129900 },
		{ "1,234,567", "USD", 123456700 },
		{ "$5", "USD", 500 },
		{ "\xE2\x82\xAC"
		  "20",
		  "EUR", 2000 },
		{ "1200", "JPY", 1200 },
		{ "1.234", "KWD", 1234 },
		{ "92233720368547758.07", "USD", INT64_MAX },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t cents = -1;
		struct shop_error err;
		if (shop_money_parse(rows[i].text, rows[i].currency, &cents, &err) != SHOP_OK)
			fail_msg("refused '%s'", rows[i].text);
		if (cents != rows[i].expected)
			fail_msg("read '%s' as %" PRId64, rows[i].text, cents);
	}
}

static void test_parse_refuses(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"",
		" ",
		"-1",
		"+1",
		"1.",
		".5",
		"1.234",
		"1.2.3",
		"1,2",
		"1,2345",
		"1,23,456",
		",123",
		"1,",
		"1,,000",
		"12,34",
		"1000,000",
		"1e3",
		"0x10",
		"12 ",
		"12a",
		"$",
		"$$5",
		"abc",
		"1,234,56",
		"92233720368547758.08",
		"99999999999999999999",
		"9223372036854775808",
		"nan",
		"inf",
		"\xff",
		"1\n",
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		int64_t cents = -77;
		struct shop_error err = { 0 };
		if (shop_money_parse(wrong[i], "USD", &cents, &err) != SHOP_E_INVALID)
			fail_msg("took '%s'", wrong[i]);
		assert_int_equal(cents, -77);
		assert_int_equal(err.status, SHOP_E_INVALID);
		assert_non_null(strstr(err.text, "amount"));
	}
	int64_t cents;
	assert_int_equal(shop_money_parse("1.5", "JPY", &cents, NULL), SHOP_E_INVALID);
	assert_int_equal(shop_money_parse("1.2345", "KWD", &cents, NULL), SHOP_E_INVALID);
}

/* What is printed can be read back, whatever the amount. */
static void test_round_trip(void **state)
{
	(void)state;
	static const char *const currencies[] = { "USD", "EUR", "GBP", "JPY", "INR", "KRW" };
	uint64_t seed = 12345;
	for (int i = 0; i < 20000; i++) {
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		int64_t cents = (int64_t)(seed >> 1) >> (i % 63), back = -1;
		const char *currency = currencies[i % 6];
		char out[SHOP_MONEY_SIZE];
		shop_money_format(cents, currency, out);
		if (shop_money_parse(out, currency, &back, NULL) != SHOP_OK || back != cents)
			fail_msg("%s became %" PRId64, out, back);
	}
}

static void test_decimals(void **state)
{
	(void)state;
	assert_int_equal(shop_money_decimals("USD"), 2);
	assert_int_equal(shop_money_decimals("JPY"), 0);
	assert_int_equal(shop_money_decimals("KWD"), 3);
	assert_int_equal(shop_money_decimals("ZZZ"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_format),        cmocka_unit_test(test_parse),
		cmocka_unit_test(test_parse_refuses), cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_decimals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
