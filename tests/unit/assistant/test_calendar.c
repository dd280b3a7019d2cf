/* SPDX-License-Identifier: MIT */
/* Days by arithmetic: against known days, and against each other over centuries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "assistant/calendar.h"

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

static void test_known_days(void **state)
{
	(void)state;
	static const struct {
		int32_t year;
		int month, day;
		int32_t number;
		int weekday;
	} rows[] = {
		{ 1970, 1, 1, 0, THURSDAY },       { 1969, 12, 31, -1, WEDNESDAY },
		{ 2000, 2, 29, 11016, TUESDAY },   { 2000, 3, 1, 11017, WEDNESDAY },
		{ 2026, 11, 22, 20779, SUNDAY },   { 1900, 1, 1, -25567, MONDAY },
		{ 1600, 1, 1, -135140, SATURDAY }, { 2100, 12, 31, 47846, FRIDAY },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(day_from_civil(rows[i].year, rows[i].month, rows[i].day),
				 rows[i].number);
		struct civil c = civil_from_day(rows[i].number);
		assert_int_equal(c.year, rows[i].year);
		assert_int_equal(c.month, rows[i].month);
		assert_int_equal(c.day, rows[i].day);
		assert_int_equal(day_weekday(rows[i].number), rows[i].weekday);
	}
}

/* The C library counts the same way. */
static void test_agrees_with_gmtime(void **state)
{
	(void)state;
	for (int32_t day = -40000; day < 60000; day += 7) {
		time_t t = (time_t)day * 86400;
		struct tm tm;
		assert_non_null(gmtime_r(&t, &tm));
		struct civil c = civil_from_day(day);
		assert_int_equal(c.year, tm.tm_year + 1900);
		assert_int_equal(c.month, tm.tm_mon + 1);
		assert_int_equal(c.day, tm.tm_mday);
		assert_int_equal(day_weekday(day), (tm.tm_wday + 6) % 7);
		assert_int_equal(day_from_civil(c.year, c.month, c.day), day);
	}
}

static void test_month_lengths(void **state)
{
	(void)state;
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	for (int month = 1; month <= 12; month++)
		assert_int_equal(month_length(2023, month), lengths[month - 1]);
	assert_int_equal(month_length(2024, 2), 29);
	assert_int_equal(month_length(1900, 2), 28);
	assert_int_equal(month_length(2000, 2), 29);
}

static void assert_days(struct days d, int32_t since, int32_t until)
{
	assert_int_equal(d.since, since);
	assert_int_equal(d.until, until);
}

static void test_adding_months_stays_in_the_month(void **state)
{
	(void)state;
	static const struct {
		int from[3], months, to[3];
	} rows[] = {
		{ { 2026, 1, 31 }, 1, { 2026, 2, 28 } },  { { 2024, 1, 31 }, 1, { 2024, 2, 29 } },
		{ { 2026, 3, 31 }, -1, { 2026, 2, 28 } }, { { 2026, 1, 15 }, -1, { 2025, 12, 15 } },
		{ { 2026, 12, 1 }, 1, { 2027, 1, 1 } },   { { 2024, 2, 29 }, 12, { 2025, 2, 28 } },
		{ { 2026, 5, 5 }, 0, { 2026, 5, 5 } },    { { 2026, 5, 5 }, -240, { 2006, 5, 5 } },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const int *f = rows[i].from, *t = rows[i].to;
		assert_int_equal(day_add_months(day_from_civil(f[0], f[1], f[2]), rows[i].months),
				 day_from_civil(t[0], t[1], t[2]));
	}
}

static void test_periods(void **state)
{
	(void)state;
	int32_t sunday = day_from_civil(2026, 11, 22);
	assert_days(days_of_week(sunday), sunday - 6, sunday);
	assert_days(days_of_week(sunday + 1), sunday + 1, sunday + 7);
	assert_days(days_of_week(-1), -3, 3); /* across the epoch */
	assert_days(days_of_month(2026, 2), day_from_civil(2026, 2, 1),
		    day_from_civil(2026, 2, 28));
	/* Months outside 1 to 12 lie in other years. */
	assert_days(days_of_month(2026, 0), day_from_civil(2025, 12, 1),
		    day_from_civil(2025, 12, 31));
	assert_days(days_of_month(2026, -11), day_from_civil(2025, 1, 1),
		    day_from_civil(2025, 1, 31));
	assert_days(days_of_month(2026, 13), day_from_civil(2027, 1, 1),
		    day_from_civil(2027, 1, 31));
	assert_days(days_of_months(2026, 11, 3), day_from_civil(2026, 11, 1),
		    day_from_civil(2027, 1, 31));
}

static void test_nth_weekday(void **state)
{
	(void)state;
	struct days november = days_of_month(2026, 11);
	assert_int_equal(day_of_nth_weekday(november, THURSDAY, 4), day_from_civil(2026, 11, 26));
	assert_int_equal(day_of_nth_weekday(november, SUNDAY, 1), day_from_civil(2026, 11, 1));
	assert_int_equal(day_of_nth_weekday(november, MONDAY, -1), day_from_civil(2026, 11, 30));
	assert_int_equal(day_of_nth_weekday(november, MONDAY, -2), day_from_civil(2026, 11, 23));
}

/* ISO 8601: the first week of 2027 begins on January 4, that of 2026 on December 29, 2025. */
static void test_nth_week_belongs_to_its_thursday(void **state)
{
	(void)state;
	int32_t monday = day_from_civil(2027, 1, 4);
	assert_days(days_of_nth_week(days_of_months(2027, 1, 12), 1), monday, monday + 6);
	monday = day_from_civil(2025, 12, 29);
	assert_days(days_of_nth_week(days_of_months(2026, 1, 12), 1), monday, monday + 6);
	monday = day_from_civil(2026, 12, 28);
	assert_days(days_of_nth_week(days_of_months(2026, 1, 12), -1), monday, monday + 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_days),
		cmocka_unit_test(test_agrees_with_gmtime),
		cmocka_unit_test(test_month_lengths),
		cmocka_unit_test(test_adding_months_stays_in_the_month),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_nth_weekday),
		cmocka_unit_test(test_nth_week_belongs_to_its_thursday),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
