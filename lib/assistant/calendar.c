/* SPDX-License-Identifier: MIT */
/* Days, weeks and months by arithmetic alone; knows no time zone and no clock. */
#include "assistant/calendar.h"

enum {
	DAYS_PER_ERA = 146097, /* 400 years */
	EPOCH = 719468,        /* days from 0000-03-01 to 1970-01-01 */
	THURSDAY = 3,
};

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int32_t day_from_civil(int32_t year, int month, int day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = floor_div(y, 400);
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (int32_t)(era * DAYS_PER_ERA + day_of_era - EPOCH);
}

struct civil civil_from_day(int32_t day)
{
	int64_t z = (int64_t)day + EPOCH;
	int64_t era = floor_div(z, DAYS_PER_ERA);
	int64_t doe = z - era * DAYS_PER_ERA;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153; /* months from March */
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);
	return (struct civil){
		.year = (int32_t)(yoe + era * 400 + (month <= 2)),
		.month = month,
		.day = (int)(doy - (153 * mp + 2) / 5 + 1),
	};
}

int day_weekday(int32_t day)
{
	int64_t shifted = (int64_t)day + THURSDAY; /* 1970-01-01 was a Thursday */
	return (int)(shifted - floor_div(shifted, 7) * 7);
}

int month_length(int32_t year, int month)
{
	if (month != 2)
		return 30 + ((month + (month > 7)) & 1);
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
}

struct days days_of_months(int32_t year, int month, int months)
{
	int64_t first = (int64_t)year * 12 + month - 1;
	int64_t last = first + months;
	struct days d = {
		day_from_civil((int32_t)floor_div(first, 12),
			       (int)(first - floor_div(first, 12) * 12) + 1, 1),
		day_from_civil((int32_t)floor_div(last, 12),
			       (int)(last - floor_div(last, 12) * 12) + 1, 1) -
			1,
	};
	return d;
}

struct days days_of_month(int32_t year, int month)
{
	return days_of_months(year, month, 1);
}

int32_t day_add_months(int32_t day, int32_t months)
{
	struct civil c = civil_from_day(day);
	struct days target = days_of_months(c.year, c.month + months, 1);
	int32_t moved = target.since + c.day - 1;
	return moved < target.until ? moved : target.until;
}

struct days days_of_week(int32_t day)
{
	int32_t monday = day - day_weekday(day);
	return (struct days){ monday, monday + 6 };
}

int32_t day_of_nth_weekday(struct days period, int weekday, int nth)
{
	if (nth > 0) {
		int ahead = (weekday - day_weekday(period.since) + 7) % 7;
		return period.since + ahead + (nth - 1) * 7;
	}
	int back = (day_weekday(period.until) - weekday + 7) % 7;
	return period.until - back + (nth + 1) * 7;
}

struct days days_of_nth_week(struct days period, int nth)
{
	return days_of_week(day_of_nth_weekday(period, THURSDAY, nth));
}
