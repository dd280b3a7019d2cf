/* SPDX-License-Identifier: MIT */
/*
 * English dates and date ranges in messages about the past: when something was ordered.
 *
 * What is ambiguous is the latest that does not lie in the future: in March (the last one that
 * has begun), on Friday, the 3rd, Oct 2. In "from A to B" that holds for A, and B is the first
 * one behind it. Weeks start on Monday. Numbers with slashes or dashes have the month first (3/10
 * is March 10) unless that is no month (22/04); with dots the day comes first (03.11.2026); a
 * year in front is ISO order.
 *
 * Form families:
 *  - days: today, tonight, this morning, yesterday, last night, the day before yesterday,
 *    tomorrow;
 *  - weekdays: Friday, last Friday, Friday last week, last week on Friday, Thursday the 21st, two
 *    Sundays ago, the first Monday (of this month, or of the last one);
 *  - dates: March 3rd, 3 March, 3rd of March 2024, the third of March, Oct-2, Oct2, Wed 22 Jan,
 *    2026-11-03, 11/03/2026, 3/10, "on 3-10", 03.11.2026, the 3rd, the 3rd of last month,
 *    Christmas, Halloween, Black Friday, Easter;
 *  - months and years: March, in May, March 2024, last March, March last year, 2016-11, 11/2016,
 *    2025, the year 2025, Q1, Q4 2016, first quarter of 2016, H1 2016, the first half of 2016,
 *    the 90s, last summer;
 *  - this, last, next, previous week, month, quarter, year, weekend, decade; the week before
 *    last;
 *  - early, mid, late, beginning, middle, end of a week, month or year (early and late are
 *    halves);
 *  - first, second ... last week, weekend, day or weekday of a month or year; week 31; the week
 *    of the 18th;
 *  - N days, weeks, months, years ago (also joined: 1 month and 21 days ago); more or less than
 *    N ago;
 *  - from a date: two days before Christmas, the week after March 3rd, 2 weeks starting May 20th;
 *  - the last, past, previous N hours, days, weeks, months, years: rolling, up to today; so are
 *    "the past week" and "the last month" with the article, but "last month" is the calendar
 *    month;
 *  - earlier this month, so far this year, this year so far, year to date;
 *  - since, from ... on, after, before, until, till, by; between A and B, from A to B, A - B,
 *    Oct 3-9, from the 3rd to the 9th of October; last week from Tuesday to Thursday, November
 *    between the 3rd and the 9th; since A until B. Both ends of a range belong
 *    to it whole: "from 2014 to 2018" ends with December 2018.
 *
 * Words that mean something else as often need a preposition before them: "may", years, seasons,
 * holidays, weekday abbreviations, "3/10", "the 3rd" (which must not name a thing: "the 3rd
 * one").
 */
#pragma once

#include "assistant/calendar.h"
#include "assistant/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The unit in which a date was said. */
enum date_grain {
	DATE_DAY,
	DATE_WEEK,
	DATE_MONTH,
	DATE_YEAR,
};

struct date_range {
	struct span span;
	int32_t since, until; /* inclusive */
	bool has_since, has_until;
	bool rolling; /* so many days, weeks ... up to today, "past 7 days" */
	enum date_grain grain;
};

/*
 * The date or date range a message speaks of: the first one, except that a mere "today" gives way
 * to a later one. `today` is a day number. False when there is none.
 */
bool date_range_find(const char *text, size_t len, int32_t today, struct date_range *ret);

/*
 * Takes from a rolling range the day that is too much where today counts as one of them, and
 * widens a single day that was said in weeks, months or years ("two weeks ago") to the whole week,
 * month or year around it, not beyond today; leaves everything else alone. For callers who look for
 * what happened about then.
 */
void date_range_widen(struct date_range *range, int32_t today);
