/* SPDX-License-Identifier: MIT */
/* What the parsers of dates share; for dates*.c only. */
#pragma once

#include "assistant/dates.h"
#include "assistant/lex.h"

struct date_input {
	const struct input *in;
	int32_t today;
};

/*
 * A day, a month, a period: one end of a range. While `open`, year, month and day say what was said
 * of a calendar date (0: not said); otherwise `days` says it.
 */
struct date_point {
	size_t end;
	bool open;
	bool weak;    /* no date without a preposition */
	bool closing; /* nor if a thing follows: the 3rd one */
	bool ago;     /* N units ago */
	bool rolling; /* so many units up to today */
	bool weekly;  /* a weekday: it comes again */
	int year, month, day;
	struct days days;
	enum date_grain grain;
};

enum date_unit {
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WEEK,
	UNIT_FORTNIGHT,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_WEEKEND,
};

/* Fills a point with days that are known. Always true. */
bool date_point_days(struct date_point *p, size_t end, struct days days, enum date_grain grain);

/* Words: each returns the offset behind what it matched, or 0. */
size_t date_the(const struct input *in, size_t at);  /* past "the", `at` without it */
size_t date_link(const struct input *in, size_t at); /* past "of", "in", "on", "," and blanks */
size_t date_month(const struct input *in, size_t at, int *ret, bool *ret_weak);
size_t date_weekday(const struct input *in, size_t at, int *ret, bool *ret_weak);
size_t date_unit(const struct input *in, size_t at, enum date_unit *ret);
/* Digits or words from 1 to 31, "the" before them. */
size_t date_day(const struct input *in, size_t at, int *ret, bool *ret_ordinal);
/* 1900 to 2099 in digits or words. */
size_t date_year(const struct input *in, size_t at, int *ret);
/* A year behind a date, with what joins it: ", 2018", " of 2018", "last year". */
size_t date_year_tail(const struct date_input *d, size_t at, int *ret);
/* How many: a number, "a few", "a couple of". */
size_t date_count(const struct input *in, size_t at, int32_t *ret);
/* last -1, this 0, next 1; rolling for "past", and for "last" behind "the". */
size_t date_relative(const struct input *in, size_t at, int *ret, bool *ret_rolling);
/* Whether a clause may end or go on at `at`, so that no thing is named there. */
bool date_closes(const struct input *in, size_t at);
int date_this_year(const struct date_input *d);

/* The days of the unit around today, `offset` units on. */
struct days date_unit_days(int32_t today, enum date_unit unit, int offset);
enum date_grain date_unit_grain(enum date_unit unit);
int32_t date_unit_shift(int32_t day, enum date_unit unit, int32_t count);

/*
 * Fixes an open point: the latest that has begun by today, or with a floor the first that does not
 * begin before it. False if there is no such day (Feb 30).
 */
bool date_resolve(struct date_point *p, int32_t today, const int32_t *floor);

/* A way of saying a point. */
struct date_form {
	bool (*parse)(const struct date_input *d, size_t at, struct date_point *ret);
	bool digits; /* may begin with a digit; all begin with a letter otherwise */
};
/* The longest point that one of the forms finds. */
bool date_longest(const struct date_input *d, size_t at, const struct date_form *forms,
		  size_t count, struct date_point *ret);

/* The kinds of points. False when there is none at `at`. */
bool date_calendar_at(const struct date_input *d, size_t at, struct date_point *ret);
/* "23 next month", where no ordinal says that it is a day. */
bool date_day_of_month(const struct date_input *d, size_t at, struct date_point *ret);
bool date_numeric_at(const struct date_input *d, size_t at, struct date_point *ret);
bool date_relative_at(const struct date_input *d, size_t at, struct date_point *ret);
bool date_period_at(const struct date_input *d, size_t at, struct date_point *ret);
bool date_named_at(const struct date_input *d, size_t at, struct date_point *ret);
bool date_units_ago(const struct date_input *d, size_t at, struct date_point *ret);
bool date_units_anchored(const struct date_input *d, size_t at, struct date_point *ret);
/* A single day, said by its date, its name or from today. */
bool date_single_at(const struct date_input *d, size_t at, struct date_point *ret);
