/* SPDX-License-Identifier: MIT */
/* Prices, bounds, stars and measurements: what a shopper's words limit, and what is no price. */
#include "annotated.h"
#include "assistant/amount.h"

enum { AMOUNTS_MAX = 5 };

static void put_limit(char *out, size_t size, bool has, int64_t milli)
{
	out[0] = '\0';
	if (has && milli % 1000 == 0)
		snprintf(out, size, "%lld", (long long)(milli / 1000));
	else if (has)
		snprintf(out, size, "%lld.%03lld", (long long)(milli / 1000),
			 (long long)(milli % 1000));
}

static const char *unit_word(const struct amount_range *a)
{
	static const char *const words[] = { "", "money", "stars", "%", "other" };
	return a->unit == AMOUNT_MONEY && a->currency[0] != '\0' ? a->currency : words[a->unit];
}

/*
 * All amounts of the text, each as "[min,max]" with round brackets for exclusive limits, "~" if
 * around, then the unit: the currency or "money", "stars", "%", "other", or nothing.
 */
static void describe(const char *text, char *out, size_t size)
{
	struct amount_range a;
	size_t len = strlen(text), at = 0, used = 0;
	out[0] = '\0';
	for (int i = 0; i < AMOUNTS_MAX && amount_find(text, len, at, &a); i++) {
		char min[32], max[32];
		assert_true(a.span.start >= at && a.span.end > a.span.start && a.span.end <= len);
		assert_true(a.has_min || a.has_max);
		put_limit(min, sizeof(min), a.has_min, a.min_milli);
		put_limit(max, sizeof(max), a.has_max, a.max_milli);
		used += (size_t)snprintf(out + used, size - used, "%s%s%s,%s%s%s%s",
					 i > 0 ? " " : "", a.min_exclusive ? "(" : "[", min, max,
					 a.max_exclusive ? ")" : "]", a.around ? "~" : "",
					 unit_word(&a));
		at = a.span.end;
	}
}

static void test_money(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "$50", "[50,50]USD" },
		{ "50$", "[50,50]USD" },
		{ "$ 50", "[50,50]USD" },
		{ "50 dollars", "[50,50]USD" },
		{ "fifty bucks", "[50,50]USD" },
		{ "US$ 50", "[50,50]USD" },
		{ "USD 50", "[50,50]USD" },
		{ "\xE2\x82\xAC"
		  "20",
		  "[20,20]EUR" },
		{ "20 \xE2\x82\xAC", "[20,20]EUR" },
		{ "EUR 20", "[20,20]EUR" },
		{ "\xC2\xA3"
		  "5",
		  "[5,5]GBP" },
		{ "5 quid", "[5,5]GBP" },
		{ "\xC2\xA5"
		  "1000",
		  "[1000,1000]JPY" },
		{ "300 kr", "[300,300]money" },
		{ "\xE2\x82\xB1"
		  "300",
		  "[300,300]PHP" },
		{ "300 baht", "[300,300]THB" },
		{ "99 cents", "[0.990,0.990]money" },
		{ "50 pence", "[0.500,0.500]GBP" },
		{ "$1,299.99", "[1299.990,1299.990]USD" },
		{ "1.299,99 EUR", "[1299.990,1299.990]EUR" },
		{ "1.299 \xE2\x82\xAC", "[1299,1299]EUR" },
		{ "1 299 euros", "[1299,1299]EUR" },
		{ "1 234 567,50 z\xC5\x82", "[1234567.500,1234567.500]PLN" },
		{ "$1.5k", "[1500,1500]USD" },
		{ "$3 million", "[3000000,3000000]USD" },
		{ "3 dollars and 50 cents", "[3.500,3.500]USD" },
		{ "3 dollars 50", "[3.500,3.500]USD" },
		{ "a couple of dollars", "[2,2]USD" },
		{ "$50 USD", "[50,50]USD" },
		{ "$20 $30", "[20,20]USD [30,30]USD" },
	};
	CHECK(rows);
}

static void test_upper_bounds(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "shirts under 50", "[,50)" },
		{ "below $50", "[,50)USD" },
		{ "less than fifty dollars", "[,50)USD" },
		{ "cheaper than 40", "[,40)" },
		{ "up to 80", "[,80]" },
		{ "at most 80", "[,80]" },
		{ "max 80", "[,80]" },
		{ "80 max", "[,80]" },
		{ "80 dollars tops", "[,80]USD" },
		{ "80 or less", "[,80]" },
		{ "$80 and under", "[,80]USD" },
		{ "<80", "[,80)" },
		{ "<= 80", "[,80]" },
		{ "\xE2\x89\xA4 80", "[,80]" },
		{ "not more than 30", "[,30]" },
		{ "no more than 30 euros", "[,30]EUR" },
		{ "nothing over 30", "[,30]" },
		{ "I don't want to spend more than $30", "[,30]USD" },
		{ "a budget of 200", "[,200]money" },
		{ "my budget is $200", "[,200]USD" },
		{ "within 100 dollars", "[,100]USD" },
		{ "less than or equal to 30", "[,30]" },
		{ "less than a grand", "[,1000)" },
		{ "price under 50", "[,50)money" },
		{ "under 1 000 euros", "[,1000)EUR" },
		{ "sub-50", "" },
	};
	CHECK(rows);
}

static void test_lower_bounds(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "over 50", "(50,]" },
		{ "more than $50", "(50,]USD" },
		{ "above fifty", "(50,]" },
		{ "at least 50", "[50,]" },
		{ "50+", "[50,]" },
		{ "$50 and up", "[50,]USD" },
		{ "50 or more", "[50,]" },
		{ "from $50", "[50,]USD" },
		{ "starting at 50", "[50,]" },
		{ "no less than 20", "[20,]" },
		{ "not under 20", "[20,]" },
		{ ">= 20", "[20,]" },
		{ "bigger or equal than 20", "[20,]" },
		{ "exceeding 20", "(20,]" },
	};
	CHECK(rows);
}

static void test_ranges(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "between 20 and 50", "[20,50]" },
		{ "between $20 and $50", "[20,50]USD" },
		{ "between 50 and 20 dollars", "[20,50]USD" },
		{ "between one hundred and two hundred dollars", "[100,200]USD" },
		{ "between a hundred and a hundred and fifty", "[100,150]" },
		{ "from 20 to 50 euros", "[20,50]EUR" },
		{ "20-50 dollars", "[20,50]USD" },
		{ "$20-50", "[20,50]USD" },
		{ "$20 - $50", "[20,50]USD" },
		{ "20 to 50 bucks", "[20,50]USD" },
		{ "in the 50-100 range", "[50,100]" },
		{ "2k-3k", "[2000,3000]" },
		{ "over 20 and under 50", "(20,50)" },
		{ "above 20 but below 50 dollars", "(20,50)USD" },
		{ "under 50, over 20", "(20,50)" },
		{ "cheaper than $40 but not under 20", "[20,40)USD" },
		{ "more than 40 and less than 10", "(40,] [,10)" }, /* no range at all */
		{ "at least 20 and at most 100", "[20,100]" },
	};
	CHECK(rows);
}

static void test_around(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "around $100", "[85,115]~USD" }, { "about 100", "[85,115]~" },
		{ "100 or so", "[85,115]~" },      { "100ish", "[85,115]~" },
		{ "~100", "[85,115]~" },           { "roughly a hundred dollars", "[85,115]~USD" },
		{ "what about 2 of them", "" },    { "tell me about 1984", "" },
	};
	CHECK(rows);
}

static void test_stars_and_percent(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "4 stars", "[4,4]stars" },
		{ "4-star", "[4,4]stars" },
		{ "at least 4 stars", "[4,]stars" },
		{ "4.5 stars and up", "[4.500,]stars" },
		{ "4+ stars", "[4,]stars" },
		{ "rated 4 or higher", "[4,]stars" },
		{ "rating above 4", "(4,]stars" },
		{ "4 out of 5 stars", "[4,4]stars" },
		{ "4/5 stars", "[4,4]stars" },
		{ "4 or 5 stars", "[4,5]stars" },
		{ "at least 4 stars under $20", "[4,]stars [,20)USD" },
		{ "rated 200 or more", "[200,]other" }, /* nobody gives so many */
		{ "20%", "[20,20]%" },
		{ "20 percent", "[20,20]%" },
	};
	CHECK(rows);
}

static void test_what_is_no_price(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "", "" },
		{ "50", "" },
		{ "two shirts", "" },
		{ "order 1234", "" },
		{ "#1234", "" },
		{ "iPhone 12", "" },
		{ "iphone 12 under 500", "[,500)" },
		{ "10:30", "" },
		{ "24/7", "" },
		{ "2026-11-03", "" },
		{ "1-800-555-1234", "" },
		{ "version 1.2.3", "" },
		{ "the second one", "" },
		{ "from 3 sellers", "" },
		{ "15 inch laptop", "[15,15]other" },
		{ "500 GB", "[500,500]other" },
		{ "500gb ssd below 60", "[500,500]other [,60)" },
		{ "within 3 days", "[,3]other" },
		{ "at least 100 reviews", "[100,]other" },
		{ "size 40-42", "[40,42]other" },
		{ "under", "" },
		{ "between", "" },
		{ "between 5", "" },
		{ "$", "" },
		{ "$$$", "" },
		{ "a grand piano", "" },
	};
	CHECK(rows);
}

static void test_huge_and_odd_values(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "under $99999999999999999999999", "" },
		{ "under $9223372036854775", "[,9223372036854775)USD" },
		{ "around 9223372036854775", "[7839866231326558.750,9223372036854775.807]~" },
		{ "$0", "[0,0]USD" },
		{ "under $0", "[,0)USD" },
		{ "$-5", "[-5,-5]USD" },
		{ "under -5", "[,-5)" },
		{ "\xff under 5 \xfe", "[,5)" },
		{ "\xE2\x82", "" },
		{ "\xE2\x82\xAC", "" },
		{ "under 5\xE2\x82", "" },
	};
	CHECK(rows);
}

/* An amount says where it stood, so that its words can be taken out of the message. */
static void test_span(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "red shirts under 50 dollars, cotton", "under 50 dollars" },
		{ "I don't want to spend more than $30 on it",
		  "don't want to spend more than $30" },
		{ "between 20 and 50 bucks please", "between 20 and 50 bucks" },
		{ "a 4-star hotel", "4-star" },
		{ "my budget is 200", "budget is 200" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct amount_range a;
		assert_true(amount_find(rows[i][0], strlen(rows[i][0]), 0, &a));
		assert_int_equal(a.span.end - a.span.start, strlen(rows[i][1]));
		assert_memory_equal(rows[i][0] + a.span.start, rows[i][1], strlen(rows[i][1]));
	}
}

static void find_all(const char *text, size_t len)
{
	struct amount_range a;
	for (size_t at = 0; amount_find(text, len, at, &a);)
		at = a.span.end;
}

static void test_time_grows_with_the_length(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"1",
		"1 ",
		"1,",
		"$",
		"$1 ",
		"and ",
		"under ",
		"not under 5 ",
		"between 1 and ",
		"from 3 to ",
		"1-",
		"don't want to spend any ",
		"price of is the ",
		"one hundred and ",
		"        ",
		"\xC2\xA3",
		"1 234 ",
		"5 dollars and ",
		"max ",
		"\xff",
	};
	CHECK_GROWTH(parts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_money),
		cmocka_unit_test(test_upper_bounds),
		cmocka_unit_test(test_lower_bounds),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_around),
		cmocka_unit_test(test_stars_and_percent),
		cmocka_unit_test(test_what_is_no_price),
		cmocka_unit_test(test_huge_and_odd_values),
		cmocka_unit_test(test_span),
		cmocka_unit_test(test_time_grows_with_the_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
