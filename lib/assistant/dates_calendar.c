/* SPDX-License-Identifier: MIT */
/* Dates with the name of a month, and days of a month that is known otherwise. */
#include "assistant/dates_parse.h"

/* "last month", "of this month": fixes year and month of a day. */
static size_t month_tail(const struct date_input *d, size_t at, struct date_point *p)
{
	int offset;
	bool rolling;
	enum date_unit unit;
	size_t the = lex_phrase(d->in, date_link(d->in, at), "the month");
	if (the) /* the latest such day, as without these words */
		return the;
	size_t end = date_relative(d->in, date_link(d->in, at), &offset, &rolling);
	end = end ? date_unit(d->in, lex_skip(d->in, end), &unit) : 0;
	if (!end || unit != UNIT_MONTH)
		return 0;
	struct civil c = civil_from_day(date_unit_days(d->today, UNIT_MONTH, offset).since);
	p->year = c.year;
	p->month = c.month;
	return end;
}

bool date_day_of_month(const struct date_input *d, size_t at, struct date_point *ret)
{
	bool ordinal;
	struct date_point p = { .open = true, .grain = DATE_DAY };
	size_t day = date_day(d->in, at, &p.day, &ordinal);
	p.end = day ? month_tail(d, day, &p) : 0;
	if (p.end)
		*ret = p;
	return p.end != 0;
}

/* What may stand between a month and its day: Oct-2, Oct/2, October. 2, Oct2. */
static size_t skip_mark(const struct input *in, size_t at)
{
	size_t size;
	char c = lex_char(in, lex_skip(in, at), &size);
	bool mark = c == '-' || c == '/' || c == '.' || c == ',';
	return lex_skip(in, mark ? lex_skip(in, at) + size : at);
}

static void take_year(const struct date_input *d, struct date_point *p)
{
	size_t end = date_year_tail(d, p->end, &p->year);
	p->end = end ? end : p->end;
}

/* March 3rd, 2024; March 2024; March. */
static bool month_first(const struct date_input *d, size_t at, struct date_point *p)
{
	bool weak, ordinal;
	size_t month = date_month(d->in, at, &p->month, &weak);
	if (!month)
		return false;
	*p = (struct date_point){ .open = true, .month = p->month, .grain = DATE_MONTH };
	bool verb = lex_phrase(d->in, at, "may") == month;
	size_t after = skip_mark(d->in, month);
	p->end = date_year_tail(d, month, &p->year);
	if (!p->end)
		p->end = date_year(d->in, after, &p->year);
	if (p->end)
		return true;
	p->end = date_day(d->in, after, &p->day, &ordinal);
	if (p->end) {
		p->grain = DATE_DAY;
		take_year(d, p);
		/* "may 5 of them be returned" */
		p->weak = verb && !ordinal && !p->year && !lex_ends(d->in, lex_skip(d->in, p->end));
		p->closing = p->weak;
		return true;
	}
	p->end = month;
	p->day = 0;
	p->weak = weak;
	return lex_ends(d->in, month) && lex_starts(d->in, at);
}

/* 3 March, the 3rd of March 2024, the 3rd of last month, the 3rd. */
static bool day_first(const struct date_input *d, size_t at, struct date_point *p)
{
	bool ordinal, weak;
	size_t day = date_day(d->in, at, &p->day, &ordinal);
	if (!day || lex_before(d->in, at) == '$')
		return false;
	*p = (struct date_point){ .open = true, .day = p->day, .grain = DATE_DAY };
	p->end = month_tail(d, day, p);
	if (p->end && ordinal)
		return true;
	size_t of = date_link(d->in, day);
	size_t month = date_month(d->in, of > lex_skip(d->in, day) ? of : skip_mark(d->in, day),
				  &p->month, &weak);
	if (month) {
		p->year = 0;
		p->end = month;
		take_year(d, p);
		bool verb = lex_phrase(d->in, month - 3, "may") == month;
		p->weak = verb && !ordinal && !p->year; /* "the iPhone 12 may" */
		p->closing = p->weak;
		return true;
	}
	p->month = p->year = 0;
	p->end = day;
	p->weak = p->closing = true;
	return ordinal || date_the(d->in, at) > at;
}

/* 2015 June; 2016, nov. */
static bool year_first(const struct date_input *d, size_t at, struct date_point *p)
{
	bool weak;
	size_t year = date_year(d->in, at, &p->year);
	if (!year)
		return false;
	*p = (struct date_point){ .open = true, .year = p->year, .grain = DATE_MONTH };
	p->end = date_month(d->in, skip_mark(d->in, year), &p->month, &weak);
	if (p->end)
		return true;
	p->grain = DATE_YEAR;
	p->month = 0;
	p->weak = true;
	p->end = year;
	return true;
}

static bool plain_date(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct date_form forms[] = {
		{ date_numeric_at, true },
		{ month_first, false },
		{ day_first, true },
		{ year_first, true },
	};
	return date_longest(d, at, forms, LEX_COUNT(forms), ret);
}

bool date_calendar_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	int weekday;
	bool weak;
	size_t start = date_the(d->in, at);
	size_t end = lex_phrase(d->in, start, "year");
	if (end && date_year(d->in, lex_skip(d->in, end), &weekday)) {
		if (!plain_date(d, lex_skip(d->in, end), ret))
			return false;
		ret->weak = false;
		return true;
	}
	end = lex_phrase(d->in, start, "month of");
	if (end && date_month(d->in, lex_skip(d->in, end), &weekday, &weak)) {
		bool found = plain_date(d, lex_skip(d->in, end), ret) && ret->grain == DATE_MONTH;
		ret->weak = false;
		return found;
	}
	/* The weekday before a date adds nothing: Wed, 22 of Jan. */
	end = date_weekday(d->in, start, &weekday, &weak);
	if (!end)
		return plain_date(d, at, ret);
	end = date_link(d->in, end);
	if (!plain_date(d, end, ret) || ret->grain != DATE_DAY)
		return false;
	ret->weak = ret->closing = false;
	return true;
}
