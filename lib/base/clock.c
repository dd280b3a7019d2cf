/* SPDX-License-Identifier: MIT */
/* The one place that asks the machine what time it is, and the conversions of times. */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "shop/time.h"

#define SECONDS_PER_DAY 86400
#define TIME_FIRST      INT64_C(-62135596800) /* 0001-01-01T00:00:00Z */
#define TIME_LAST       INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

int64_t clock_now(void)
{
	return (int64_t)time(NULL);
}

int64_t clock_monotonic_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whole numbers with their units, all of the text. */
static bool read_length(const char *p, int64_t *ret)
{
	int64_t sum = 0;
	do {
		int64_t n = 0;
		const char *digits = p;
		while (text_is_digit(*p) && p - digits < 7)
			n = n * 10 + (*p++ - '0');
		int64_t unit = *p == 'd' ? SECONDS_PER_DAY : *p == 'h' ? 3600 : *p == 'm' ? 60 : 1;
		if (p == digits || *p == '\0' || strchr("dhms", *p++) == NULL)
			return false;
		sum += n * unit;
		if (sum > TIME_LAST - TIME_FIRST)
			return false;
	} while (*p != '\0');
	*ret = sum;
	return true;
}

bool clock_relative(const char *text, int64_t now, int64_t *ret)
{
	int64_t sum;
	if ((text[0] != '-' && text[0] != '+') || !read_length(text + 1, &sum))
		return false;
	int64_t t = text[0] == '-' ? now - sum : now + sum;
	if (t < TIME_FIRST || t > TIME_LAST)
		return false;
	*ret = t;
	return true;
}

/* days_from_civil and civil_from_days: Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", proleptic Gregorian calendar, eras of 400 years = 146,097 days. */
int32_t shop_day_from_date(int32_t year, int month, int day)
{
	int32_t y = month <= 2 ? year - 1 : year;
	int32_t era = (y >= 0 ? y : y - 399) / 400;
	int32_t year_of_era = y - era * 400;
	int32_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

void shop_day_to_date(int32_t day, int32_t *ret_year, int *ret_month, int *ret_day)
{
	int32_t z = day + 719468;
	int32_t era = (z >= 0 ? z : z - 146096) / 146097;
	int32_t day_of_era = z - era * 146097;
	int32_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int32_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t shifted = (5 * day_of_year + 2) / 153;
	*ret_day = day_of_year - (153 * shifted + 2) / 5 + 1;
	*ret_month = shifted < 10 ? shifted + 3 : shifted - 9;
	*ret_year = year_of_era + era * 400 + (*ret_month <= 2 ? 1 : 0);
}

char *shop_time_format(int64_t t, char *out)
{
	if (t < TIME_FIRST || t > TIME_LAST)
		t = t < TIME_FIRST ? TIME_FIRST : TIME_LAST;
	int64_t day = t / SECONDS_PER_DAY - (t % SECONDS_PER_DAY < 0 ? 1 : 0);
	int second = (int)(t - day * SECONDS_PER_DAY);
	int32_t year;
	int month, mday;
	shop_day_to_date((int32_t)day, &year, &month, &mday);
	snprintf(out, SHOP_TIME_SIZE, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)year % 10000, month,
		 mday, second / 3600, second / 60 % 60, second % 60);
	return out;
}

/* Reads exactly `digits` digits. */
static bool read_digits(const char **p, int digits, int *ret)
{
	int n = 0;
	for (int i = 0; i < digits; i++) {
		if (!text_is_digit(**p))
			return false;
		n = n * 10 + (*(*p)++ - '0');
	}
	*ret = n;
	return true;
}

static bool read_char(const char **p, const char *any)
{
	if (**p == '\0' || strchr(any, **p) == NULL)
		return false;
	(*p)++;
	return true;
}

static bool read_date(const char **p, int32_t *ret_day)
{
	static const int month_days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int y, m, d;
	if (!read_digits(p, 4, &y) || !read_char(p, "-") || !read_digits(p, 2, &m) ||
	    !read_char(p, "-") || !read_digits(p, 2, &d))
		return false;
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > month_days[m - 1])
		return false;
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
	if (m == 2 && d == 29 && !leap)
		return false;
	*ret_day = shop_day_from_date(y, m, d);
	return true;
}

static bool read_offset(const char **p, int *ret_seconds)
{
	if (read_char(p, "Zz")) {
		*ret_seconds = 0;
		return true;
	}
	int sign = **p == '-' ? -1 : 1, h, m;
	if (!read_char(p, "+-") || !read_digits(p, 2, &h) || !read_char(p, ":") ||
	    !read_digits(p, 2, &m) || h > 23 || m > 59)
		return false;
	*ret_seconds = sign * (h * 3600 + m * 60);
	return true;
}

static bool read_clock(const char **p, int *ret_seconds)
{
	int h, m, s;
	if (!read_char(p, "Tt ") || !read_digits(p, 2, &h) || !read_char(p, ":") ||
	    !read_digits(p, 2, &m) || !read_char(p, ":") || !read_digits(p, 2, &s))
		return false;
	/* 60 is a leap second: RFC 3339, 5.7. */
	if (h > 23 || m > 59 || s > 60)
		return false;
	if (read_char(p, ".")) {
		if (!text_is_digit(**p))
			return false;
		while (text_is_digit(**p))
			(*p)++;
	}
	*ret_seconds = h * 3600 + m * 60 + s;
	return true;
}

enum shop_status shop_time_parse(const char *text, int64_t *ret, struct shop_error *err)
{
	const char *p = text;
	int32_t day;
	int clock = 0, offset = 0;
	bool ok = read_date(&p, &day);
	if (ok && *p != '\0')
		ok = read_clock(&p, &clock) && read_offset(&p, &offset);
	if (!ok || *p != '\0')
		return shop_error_set(err, SHOP_E_INVALID,
				      "expected a time such as 2026-11-22T10:00:00Z, got '%s'",
				      text);
	*ret = (int64_t)day * SECONDS_PER_DAY + clock - offset;
	return SHOP_OK;
}

enum shop_status shop_duration_parse(const char *text, int64_t *ret, struct shop_error *err)
{
	int64_t sum;
	if (!read_length(text, &sum) || sum == 0)
		return shop_error_set(err, SHOP_E_INVALID,
				      "expected a length of time such as 90d or 12h, got '%s'",
				      text);
	*ret = sum;
	return SHOP_OK;
}
