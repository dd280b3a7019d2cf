/* SPDX-License-Identifier: MIT */
/* Numbers in digits and in words: what is one, what it is worth, and what is none. */
#include "annotated.h"
#include "assistant/number.h"

enum { NUMBERS_MAX = 6 };

/* All numbers in the text: thousandths, "th" behind places in a row. */
static void describe(const char *text, char *out, size_t size)
{
	struct number n;
	size_t len = strlen(text), at = 0, used = 0;
	out[0] = '\0';
	for (int i = 0; i < NUMBERS_MAX && number_find(text, len, at, &n); i++) {
		assert_true(n.span.start >= at && n.span.end > n.span.start && n.span.end <= len);
		used += (size_t)snprintf(out + used, size - used, "%s%lld%s", used > 0 ? " " : "",
					 (long long)n.milli, n.ordinal ? "th" : "");
		at = n.span.end;
	}
}

static void test_digits(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "7", "7000" },
		{ "buy 2 of these and 3 of those", "2000 3000" },
		{ "12.", "12000" },
		{ "12.5", "12500" },
		{ "12.3456", "12345" },
		{ "-3", "-3000" },
		{ "+3", "3000" },
		{ "minus 3", "-3000" },
		{ "1,299", "1299000" },
		{ "1,299.50", "1299500" },
		{ "1.299,50", "1299500" },
		{ "1'299.50", "1299500" },
		{ "1\xC2\xA0"
		  "299",
		  "1299000" },
		{ "5,00", "5000" },
		{ "1,2,3", "1000 2000 3000" },
		{ "1, 234", "1000 234000" },
		{ "12,345,678", "12345678000" },
		{ "1.5k", "1500000" },
		{ "10K", "10000000" },
		{ "2 million", "2000000000" },
		{ "35 lakh", "3500000000" },
		{ "3 dozen", "36000" },
		{ "1/2", "500" },
		{ "2 1/4", "2250" },
		{ "3/4", "750" },
		{ "1st", "1000th" },
		{ "the 22nd", "22000th" },
		{ "007", "7000" },
	};
	CHECK(rows);
}

static void test_words(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "fifty", "50000" },
		{ "FIFTY", "50000" },
		{ "twenty-five", "25000" },
		{ "twenty five", "25000" },
		{ "two hundred and fifty", "250000" },
		{ "two hundred fifty", "250000" },
		{ "a hundred", "100000" },
		{ "a thousand and one", "1001000" },
		{ "three hundred and two thousand", "302000000" },
		{ "one hundred and twenty-one thousand five hundred", "121500000" },
		{ "3 hundred and 21", "321000" },
		{ "1.5 million", "1500000000" },
		{ "a dozen", "12000" },
		{ "half a dozen", "6000" },
		{ "a couple of", "2000" },
		{ "half", "500" },
		{ "two thirds", "666" },
		{ "three quarters", "750" },
		{ "three and a half", "3500" },
		{ "two and three quarters", "2750" },
		{ "one million and a half", "1500000000" },
		{ "zero point five", "500" },
		{ "nought point nought three", "30" },
		{ "minus one", "-1000" },
		{ "third", "3000th" },
		{ "the twenty-first", "21000th" },
		{ "a grand", "1000000" },
	};
	CHECK(rows);
}

/* A second number begins where the first cannot go on. */
static void test_neighbours(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "one hundred and two hundred", "100000 200000" },
		{ "one thousand and two hundred", "1200000" },
		{ "one thousand and two thousand", "1000000 2000000" },
		{ "3 hundred and 2 hundred", "300000 200000" },
		{ "fifty and sixty", "50000 60000" },
		{ "five twenty", "5000 20000" },
		{ "two three four", "2000 3000 4000" },
	};
	CHECK(rows);
}

static void test_what_is_no_number(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "", "" },
		{ "a", "" },
		{ "shirts", "" },
		{ "#1234", "" },
		{ "1080p", "" },
		{ "500GB", "" },
		{ "S21", "" },
		{ "1.2.3", "" },
		{ "10:30", "" },
		{ "24/7", "" },
		{ "this one", "" },
		{ "a cheaper one", "" },
		{ "the second one", "2000th" },
		{ "tent", "" },
		{ "oneness", "" },
		{ "and a", "" },
		{ "point", "" },
		{ "minus", "" },
		{ ".,.,.,", "" },
	};
	CHECK(rows);
}

static void test_limits_of_the_type(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "9223372036854775", "9223372036854775000" },
		{ "9223372036854775.807", "9223372036854775807" },
		{ "9223372036854776", "" },
		{ "-9223372036854775", "-9223372036854775000" },
		{ "99999999999999999999999999", "" },
		{ "9000 trillion", "9000000000000000000" },
	};
	CHECK(rows);
	struct number n;
	static const char *const texts[] = { "9999999999 million", "10000 trillion" };
	for (size_t i = 0; i < 2; i++)
		assert_false(number_at(texts[i], strlen(texts[i]), 0, &n));
}

static void test_number_at_looks_at_nothing_around(void **state)
{
	(void)state;
	struct number n;
	const char *text = "x500GB";
	assert_true(number_at(text, strlen(text), 1, &n));
	assert_int_equal(n.milli, 500000);
	assert_int_equal(n.span.start, 1);
	assert_int_equal(n.span.end, 4);
	assert_false(n.words);
	assert_false(number_at(text, strlen(text), 0, &n));
	assert_false(number_at(text, strlen(text), strlen(text), &n));
	/* The text ends where it says, not at a terminator. */
	assert_true(number_at("12345", 2, 0, &n));
	assert_int_equal(n.milli, 12000);
	assert_true(number_at("two hundred", 3, 0, &n));
	assert_int_equal(n.milli, 2000);
}

static void test_bytes_that_are_no_text(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "\xff\xfe 12 \xc3", "12000" },
		{ "\xe2\x80", "" },
		{ "5\xe2\x80", "" }, /* broken bytes are parts of words */
		{ "5 \xe2\x80", "5000" },
		{ "\xf0\x9f\x98\x80 3 \xf0\x9f\x98\x80", "3000" },
		{ "\xe2\x88\x92"
		  "4",
		  "-4000" },
		{ "\x01\x02 6", "6000" },
	};
	CHECK(rows);
	struct number n;
	char copy[2] = { '5', '\xe2' }; /* cut off inside a character, at the very end */
	assert_true(number_at(copy, sizeof(copy), 0, &n));
	assert_int_equal(n.milli, 5000);
}

static void find_all(const char *text, size_t len)
{
	struct number n;
	for (size_t at = 0; number_find(text, len, at, &n);)
		at = n.span.end;
}

static void test_time_grows_with_the_length(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"1",
		"1 ",
		"1,",
		"1.",
		",",
		"and ",
		"one hundred and ",
		"thousand ",
		"one ",
		"a ",
		"half a ",
		"2 1/4 ",
		"minus ",
		"      ",
		"\xff",
		"-",
		"1/2",
		"point ",
		"x",
		"two point zero ",
		"\xe2\x80\xaf",
	};
	CHECK_GROWTH(parts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_what_is_no_number),
		cmocka_unit_test(test_limits_of_the_type),
		cmocka_unit_test(test_number_at_looks_at_nothing_around),
		cmocka_unit_test(test_bytes_that_are_no_text),
		cmocka_unit_test(test_time_grows_with_the_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
