/* SPDX-License-Identifier: MIT */
/*
 * Civil days as numbers, 0 being 1970-01-01, in the proleptic Gregorian calendar. The conversions
 * are Howard Hinnant's ("chrono-Compatible Low-Level Date Algorithms", 2013): years begin in March
 * there, so that the leap day is the last one. Weeks start on Monday.
 */
#pragma once

#include <stdint.h>

struct civil {
	int32_t year;
	int month, day; /* from 1 */
};

struct days { /* both inclusive */
	int32_t since, until;
};

int32_t day_from_civil(int32_t year, int month, int day);
struct civil civil_from_day(int32_t day);
/* 0 is Monday, 6 is Sunday. */
int day_weekday(int32_t day);
int month_length(int32_t year, int month);
/* The same day so many months later; the last of the month where there is no such day. */
int32_t day_add_months(int32_t day, int32_t months);

struct days days_of_week(int32_t day);
struct days days_of_month(int32_t year, int month);
/* `months` whole months from this one on. `month` may lie outside 1 to 12. */
struct days days_of_months(int32_t year, int month, int months);
/*
 * Week `nth` of a period, from 1; from the end for nth < 0. As in ISO 8601, a week belongs to the
 * month and the year that its Thursday lies in.
 */
struct days days_of_nth_week(struct days period, int nth);
/* The nth such weekday of a period; from the end for nth < 0. */
int32_t day_of_nth_weekday(struct days period, int weekday, int nth);
