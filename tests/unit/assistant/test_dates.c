/* SPDX-License-Identifier: MIT */
/* Dates and date ranges in messages about what was ordered when. */
#include "annotated.h"
#include "assistant/dates.h"

enum { TODAY = 20779 }; /* Sunday, 2026-11-22 */

static void put_day(char *out, size_t size, bool has, int32_t day)
{
	struct civil c = civil_from_day(day);
	if (has)
		snprintf(out, size, "%04d-%02d-%02d", (int)c.year, c.month, c.day);
	else
		snprintf(out, size, "-");
}

/* "since until", "-" for an open end. */
static void describe(const char *text, char *out, size_t size)
{
	struct date_range r;
	char since[32], until[32];
	size_t len = strlen(text);
	out[0] = '\0';
	if (!date_range_find(text, len, TODAY, &r))
		return;
	assert_true(r.span.end > r.span.start && r.span.end <= len);
	assert_true(r.has_since || r.has_until);
	assert_true(!r.has_since || !r.has_until || r.since <= r.until);
	put_day(since, sizeof(since), r.has_since, r.since);
	put_day(until, sizeof(until), r.has_until, r.until);
	/* One day is said once. */
	bool same = strcmp(since, until) == 0;
	snprintf(out, size, "%s%s%s", since, same ? "" : " ", same ? "" : until);
}

static void test_days(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "what did I order yesterday", "2026-11-21" },
		{ "today", "2026-11-22" },
		{ "this morning", "2026-11-22" },
		{ "last night", "2026-11-21" },
		{ "the day before yesterday", "2026-11-20" },
		{ "tomorrow", "2026-11-23" },
		{ "on Friday", "2026-11-20" },
		{ "on Sunday", "2026-11-22" },
		{ "last Sunday", "2026-11-15" },
		{ "last Friday", "2026-11-20" },
		{ "Friday last week", "2026-11-13" },
		{ "last week on Friday", "2026-11-13" },
		{ "this Friday", "2026-11-20" },
		{ "next Friday", "2026-11-27" },
		{ "on the first Monday", "2026-11-02" },
		{ "the third Wednesday of last month", "2026-10-21" },
		{ "two Sundays ago", "2026-11-08" },
		{ "two days ago", "2026-11-20" },
		{ "1 month and 21 days ago", "2026-10-01" },
		{ "a year ago", "2025-11-22" },
		{ "a fortnight ago", "2026-11-08" },
		{ "10 hours ago", "2026-11-22" },
		{ "two days before Christmas", "2025-12-23" },
	};
	CHECK(rows);
}

static void test_calendar_dates(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "March 3rd", "2026-03-03" },
		{ "3 March", "2026-03-03" },
		{ "the third of March", "2026-03-03" },
		{ "3rd of March 2024", "2024-03-03" },
		{ "March 3, 2024", "2024-03-03" },
		{ "Mar. 3", "2026-03-03" },
		{ "Dec 24", "2025-12-24" }, /* not in the future */
		{ "Nov 22", "2026-11-22" },
		{ "Nov 23", "2025-11-23" },
		{ "Feb 29", "2024-02-29" },
		{ "Feb 30", "" },
		{ "Feb 29, 2025", "" },
		{ "Oct2", "2026-10-02" },
		{ "Oct-2", "2026-10-02" },
		{ "Wednesday, 21 Oct", "2026-10-21" },
		{ "2026-11-03", "2026-11-03" },
		{ "11/03/2026", "2026-11-03" },
		{ "03.11.2026", "2026-11-03" },
		{ "11/3/26", "2026-11-03" },
		{ "on 3/10", "2026-03-10" },
		{ "on 22/04", "2026-04-22" },
		{ "on 4-22", "2026-04-22" },
		{ "on 22.4", "2026-04-22" },
		{ "3/10", "2026-03-10" },
		{ "on the 3rd", "2026-11-03" },
		{ "on the 23rd", "2026-10-23" },
		{ "the 3rd of last month", "2026-10-03" },
		{ "the 20th of the month", "2026-11-20" },
		{ "September 10, nineteen ninety nine", "1999-09-10" },
		{ "May 4, nineteen oh one", "1901-05-04" },
		{ "on Christmas", "2025-12-25" },
		{ "on Halloween", "2026-10-31" },
		{ "last Black Friday", "2025-11-28" },
		{ "on Easter Monday", "2026-04-06" },
		{ "Easter 2024", "2024-03-31" },
		{ "on mother's day", "2026-05-10" },
	};
	CHECK(rows);
}

static void test_periods(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "in March", "2026-03-01 2026-03-31" },
		{ "in December", "2025-12-01 2025-12-31" },
		{ "in November", "2026-11-01 2026-11-30" },
		{ "in the month of September", "2026-09-01 2026-09-30" },
		{ "March 2024", "2024-03-01 2024-03-31" },
		{ "last March", "2026-03-01 2026-03-31" },
		{ "March last year", "2025-03-01 2025-03-31" },
		{ "2016-11", "2016-11-01 2016-11-30" },
		{ "11/2016", "2016-11-01 2016-11-30" },
		{ "in 2025", "2025-01-01 2025-12-31" },
		{ "this week", "2026-11-16 2026-11-22" },
		{ "last week", "2026-11-09 2026-11-15" },
		{ "last weak", "2026-11-09 2026-11-15" },
		{ "the week before last", "2026-11-02 2026-11-08" },
		{ "last month", "2026-10-01 2026-10-31" },
		{ "this year", "2026-01-01 2026-12-31" },
		{ "last year", "2025-01-01 2025-12-31" },
		{ "last quarter", "2026-07-01 2026-09-30" },
		{ "last weekend", "2026-11-14 2026-11-15" },
		{ "the last 30 days", "2026-10-23 2026-11-22" },
		{ "past few days", "2026-11-19 2026-11-22" },
		{ "the past week", "2026-11-15 2026-11-22" },
		{ "the last month", "2026-10-22 2026-11-22" },
		{ "over the last three weeks", "2026-11-01 2026-11-22" },
		{ "Q1", "2026-01-01 2026-03-31" },
		{ "Q4 2016", "2016-10-01 2016-12-31" },
		{ "the first half of 2016", "2016-01-01 2016-06-30" },
		{ "last summer", "2026-06-01 2026-08-31" },
		{ "in the nineties", "1990-01-01 1999-12-31" },
		{ "early October", "2026-10-01 2026-10-15" },
		{ "the end of last year", "2025-09-01 2025-12-31" },
		{ "earlier this month", "2026-11-01 2026-11-22" },
		{ "so far this year", "2026-01-01 2026-11-22" },
		{ "year to date", "2026-01-01 2026-11-22" },
		{ "the first week of October", "2026-09-28 2026-10-04" },
		{ "the week of the 18th", "2026-11-16 2026-11-22" },
		{ "the week before Christmas", "2025-12-18 2025-12-24" },
		{ "2 weeks starting Oct 1", "2026-10-01 2026-10-14" },
		{ "week 31", "2026-07-27 2026-08-02" },
	};
	CHECK(rows);
}

static void test_bounds_and_pairs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "since the 3rd", "2026-11-03 -" },
		{ "after March 3", "2026-03-04 -" },
		{ "before March", "- 2026-02-28" },
		{ "until Friday", "- 2026-11-20" },
		{ "from October on", "2026-10-01 2026-10-31" },
		{ "October onwards", "2026-10-01 -" },
		{ "more than two weeks ago", "- 2026-11-07" },
		{ "less than two weeks ago", "2026-11-08 -" },
		{ "between Nov 1 and Nov 15", "2026-11-01 2026-11-15" },
		{ "between the 1st and the 15th of October", "2026-10-01 2026-10-15" },
		{ "from March to May", "2026-03-01 2026-05-31" },
		{ "Oct 3-9", "2026-10-03 2026-10-09" },
		{ "from the 3rd to the 9th of October", "2026-10-03 2026-10-09" },
		{ "from 10/1 to 11/7", "2026-10-01 2026-11-07" },
		{ "from 2014 to 2018", "2014-01-01 2018-12-31" },
		{ "since October until Friday", "2026-10-01 2026-11-20" },
		{ "since March and before May", "2026-03-01 2026-04-30" },
		{ "from Monday to Wednesday", "2026-11-16 2026-11-18" },
		{ "from Monday to Friday last week", "2026-11-09 2026-11-13" },
		{ "last week from Tuesday to Thursday", "2026-11-10 2026-11-12" },
		{ "last month between the 3rd and the 9th", "2026-10-03 2026-10-09" },
		{ "from Dec 30 to Jan 2", "2025-12-30 2026-01-02" },
		{ "between May and March", "2026-05-01 2027-03-31" }, /* the next March behind it */
	};
	CHECK(rows);
}

static void test_the_first_but_for_a_mere_today(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "today I ask: what did I order in March?", "2026-03-01 2026-03-31" },
		{ "March or April", "2026-03-01 2026-03-31" },
		{ "did I order today", "2026-11-22" },
	};
	CHECK(rows);
}

static void test_what_is_no_date(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "", "" },
		{ "may I order 3 of them", "" },
		{ "the march of the penguins", "2026-03-01 2026-03-31" }, /* cannot be told */
		{ "order #11/03/2026", "" },
		{ "a sat nav", "" },
		{ "sun glasses", "" },
		{ "second hand", "" },
		{ "the 3rd", "" }, /* the third of something, without a preposition */
		{ "on the 3rd one", "" },
		{ "24/7", "" },
		{ "summer dresses", "" },
		{ "a christmas tree", "" },
		{ "iphone 12", "" },
		{ "rated over 4.5", "" },
		{ "13/13/2026", "" },
		{ "2026-13-13", "" },
		{ "the 32nd", "" },
		{ "last", "" },
		{ "since", "" },
		{ "between", "" },
		{ "555-1234", "" },
		{ "version 2.10.3", "" },
		{ "$2025", "" },
		{ "a day bed", "" },
		{ "weekend bag", "" },
	};
	CHECK(rows);
}

static void test_bytes_and_sizes(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "\xff\xfe yesterday \xc3", "2026-11-21" },
		{ "Oct 3\xE2\x80\x93"
		  "9",
		  "2026-10-03 2026-10-09" },
		{ "new year\xE2\x80\x99s eve 2024", "2024-12-31" },
		{ "\xE2\x80", "" },
		{ "99999999999999 days ago", "" },
		{ "5000 years ago", "-2974-11-22" },
		{ "0 days ago", "" },
		{ "march 99999999999", "2026-03-01 2026-03-31" },
	};
	CHECK(rows);
}

/* Every day of some years as "today": what is ambiguous never lies in the future. */
static void test_never_in_the_future(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"in March",          "on Friday",           "on the 31st", "on 2/29",
		"last Christmas",    "on Easter",           "last week",   "last month",
		"from March to May", "on the first Monday", "Q4",
	};
	for (int32_t today = day_from_civil(2023, 1, 1); today < day_from_civil(2025, 3, 1);
	     today++) {
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
			struct date_range r;
			assert_true(date_range_find(texts[i], strlen(texts[i]), today, &r));
			if (r.since > today || r.since < today - 3000)
				fail_msg("'%s' on day %d: %d", texts[i], (int)today, (int)r.since);
		}
	}
}

static void test_widening(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "two weeks ago", "2026-11-02 2026-11-08" },
		{ "a month ago", "2026-10-01 2026-10-31" },
		{ "a year ago", "2025-01-01 2025-12-31" },
		{ "two days ago", "2026-11-20" },
		{ "past 7 days", "2026-11-16 2026-11-22" },
		{ "in the last two weeks", "2026-11-09 2026-11-22" },
		{ "the past month", "2026-10-23 2026-11-22" },
		{ "last 24 hours", "2026-11-21 2026-11-22" },
		{ "last week", "2026-11-09 2026-11-15" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct date_range r;
		char since[32], until[32];
		assert_true(date_range_find(rows[i].text, strlen(rows[i].text), TODAY, &r));
		date_range_widen(&r, TODAY);
		put_day(since, sizeof(since), r.has_since, r.since);
		put_day(until, sizeof(until), r.has_until, r.until);
		assert_memory_equal(rows[i].found, since, 10);
		assert_string_equal(rows[i].found + strlen(rows[i].found) - 10, until);
	}
}

static void find_all(const char *text, size_t len)
{
	struct date_range r;
	date_range_find(text, len, TODAY, &r);
}

static void test_time_grows_with_the_length(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"1 ",
		"1,",
		"1",
		"and ",
		"the ",
		"1 day and ",
		"a week before ",
		"from ",
		"last ",
		"1-",
		"3/",
		"half a ",
		"one hundred and ",
		"the first ",
		"week of ",
		"early ",
		"x",
		"       ",
		"\xff",
		"may ",
		"two sundays ",
		"from 3 to ",
	};
	CHECK_GROWTH(parts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_calendar_dates),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_bounds_and_pairs),
		cmocka_unit_test(test_the_first_but_for_a_mere_today),
		cmocka_unit_test(test_what_is_no_date),
		cmocka_unit_test(test_bytes_and_sizes),
		cmocka_unit_test(test_never_in_the_future),
		cmocka_unit_test(test_widening),
		cmocka_unit_test(test_time_grows_with_the_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
