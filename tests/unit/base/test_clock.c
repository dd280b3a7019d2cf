/* SPDX-License-Identifier: MIT */
/* Times: RFC 3339 both ways, the calendar against the C library's, and times relative to now. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "shop/time.h"

static void test_parse(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t expected;
	} rows[] = {
		{ "1970-01-01T00:00:00Z", 0 },
		{ "1970-01-01", 0 },
		{ "1970-01-02", 86400 },
		{ "1969-12-31T23:59:59Z", -1 },
		{ "2026-11-22T10:00:00Z", 1795341600 },
		{ "2026-11-22t10:00:00z", 1795341600 },
		{ "2026-11-22 10:00:00Z", 1795341600 },
		{ "2026-11-22T10:00:00.999Z", 1795341600 },
		{ "2026-11-22T12:00:00+02:00", 1795341600 },
		{ "2026-11-22T04:30:00-05:30", 1795341600 },
		{ "2026-11-22T10:00:00-00:00", 1795341600 },
		{ "2000-02-29T00:00:00Z", 951782400 },
		{ "0001-01-01T00:00:00Z", -62135596800 },
		{ "9999-12-31T23:59:59Z", 253402300799 },
		{ "1990-12-31T23:59:60Z", 662688000 }, /* a leap second: RFC 3339, 5.8 */
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t t = -7;
		if (shop_time_parse(rows[i].text, &t, NULL) != SHOP_OK || t != rows[i].expected)
			fail_msg("read '%s' as %" PRId64, rows[i].text, t);
	}
}

static void test_parse_refuses(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"",
		"now",
		"2026",
		"2026-11",
		"2026-1-02",
		"2026-11-22T",
		"2026-11-22T10:00",
		"2026-11-22T10:00:00", /* no offset: whose time? */
		"2026-11-22T10:00:00ZZ",
		"2026-11-22T10:00:00 Z",
		"2026-11-22T10:00:00.Z",
		"2026-11-22T10:00:00+2:00",
		"2026-11-22T10:00:00+0200",
		"2026-11-22T10:00:00+24:00",
		"2026-11-22T10:00:00+02:60",
		"2026-11-22T24:00:00Z",
		"2026-11-22T10:60:00Z",
		"2026-11-22T10:00:61Z",
		"2026-13-01",
		"2026-00-01",
		"2026-04-31",
		"2026-11-00",
		"2026-02-29",
		"1900-02-29",
		"0000-01-01",
		"-001-01-01",
		"10000-01-01",
		" 2026-11-22",
		"2026-11-22 ",
		"2026/11/22",
		"\xff",
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		int64_t t = -7;
		struct shop_error err = { 0 };
		if (shop_time_parse(wrong[i], &t, &err) != SHOP_E_INVALID || t != -7)
			fail_msg("took '%s'", wrong[i]);
		assert_int_equal(err.status, SHOP_E_INVALID);
	}
}

/* The calendar, day by day, against the C library's; years 1 to 9999. */
static void test_calendar(void **state)
{
	(void)state;
	for (int64_t day = -719162; day <= 2932896; day += 13) {
		time_t t = (time_t)(day * 86400);
		struct tm tm;
		assert_non_null(gmtime_r(&t, &tm));
		int32_t y;
		int m, d;
		shop_day_to_date((int32_t)day, &y, &m, &d);
		assert_int_equal(y, tm.tm_year + 1900);
		assert_int_equal(m, tm.tm_mon + 1);
		assert_int_equal(d, tm.tm_mday);
		assert_int_equal(shop_day_from_date(y, m, d), day);
	}
}

static void test_format_round_trip(void **state)
{
	(void)state;
	const int64_t first = -62135596800, last = 253402300799;
	char out[SHOP_TIME_SIZE];
	for (int64_t t = first; t <= last; t += 86399 * 701) {
		int64_t back;
		assert_int_equal(shop_time_parse(shop_time_format(t, out), &back, NULL), SHOP_OK);
		assert_true(back == t);
	}
	assert_string_equal(shop_time_format(0, out), "1970-01-01T00:00:00Z");
	assert_string_equal(shop_time_format(-1, out), "1969-12-31T23:59:59Z");
	assert_string_equal(shop_time_format(1795341600, out), "2026-11-22T10:00:00Z");
	/* What cannot be written is written as the nearest that can. */
	assert_string_equal(shop_time_format(INT64_MIN, out), "0001-01-01T00:00:00Z");
	assert_string_equal(shop_time_format(INT64_MAX, out), "9999-12-31T23:59:59Z");
}

static void test_relative(void **state)
{
	(void)state;
	const int64_t now = 1795341600;
	static const struct {
		const char *text;
		int64_t seconds;
	} rows[] = {
		{ "-9d", -9 * 86400 },
		{ "+30m", 30 * 60 },
		{ "-4d6h", -(4 * 86400 + 6 * 3600) },
		{ "-0d", 0 },
		{ "+1d2h3m4s", 86400 + 2 * 3600 + 3 * 60 + 4 },
		{ "-5s", -5 },
		{ "-1h1h", -7200 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t t = 0;
		if (!clock_relative(rows[i].text, now, &t) || t != now + rows[i].seconds)
			fail_msg("read '%s' as %" PRId64, rows[i].text, t - now);
	}
	static const char *const wrong[] = { "",      "-",    "9d",           "-d",       "-9",
					     "-9x",   "- 9d", "-9d ",         "--9d",     "-9d6",
					     "+1.5d", "-9D",  "-9999999999d", "+9999999d" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		int64_t t = -7;
		if (clock_relative(wrong[i], now, &t) || t != -7)
			fail_msg("took '%s'", wrong[i]);
	}
}

/* As long as somebody likes: the sum of good parts must not overflow. */
static void test_relative_is_long(void **state)
{
	(void)state;
	enum { PARTS = 11000000 };
	char *text = malloc(PARTS * 8 + 2), *at = text;
	assert_non_null(text);
	*at++ = '-';
	for (int i = 0; i < PARTS; i++)
		at = stpcpy(at, "9999999d");
	int64_t t = -7;
	assert_false(clock_relative(text, 0, &t));
	assert_true(t == -7);
	free(text);
}

static void test_durations(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t expected; /* -1: refused */
	} rows[] = {
		{ "90d", 7776000 },  { "12h", 43200 },    { "30m", 1800 },      { "5s", 5 },
		{ "1d12h", 129600 }, { "0d5s", 5 },       { "", -1 },           { "0d", -1 },
		{ "90", -1 },        { "d", -1 },         { "+90d", -1 },       { "-90d", -1 },
		{ "90 d", -1 },      { "90d ", -1 },      { "9.5h", -1 },       { "90D", -1 },
		{ "1w", -1 },        { "99999999d", -1 }, { "9999999d9d", -1 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t seconds = -1;
		struct shop_error err = { 0 };
		enum shop_status st = shop_duration_parse(rows[i].text, &seconds, &err);
		if (seconds != rows[i].expected || (st == SHOP_OK) != (seconds != -1))
			fail_msg("read '%s' as %" PRId64, rows[i].text, seconds);
	}
}

static void test_now(void **state)
{
	(void)state;
	int64_t before = (int64_t)time(NULL), now = clock_now();
	assert_true(now >= before && now <= (int64_t)time(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),     cmocka_unit_test(test_parse_refuses),
		cmocka_unit_test(test_calendar),  cmocka_unit_test(test_format_round_trip),
		cmocka_unit_test(test_relative),  cmocka_unit_test(test_relative_is_long),
		cmocka_unit_test(test_durations), cmocka_unit_test(test_now),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
