/* SPDX-License-Identifier: MIT */
/* Parts of weeks, months and years: early, the third week, Q1, the first half, week 31. */
#include "assistant/dates_parse.h"
#include "assistant/number.h"

/* The period that a part is taken from: March, March 2024, 2016, last month. */
static bool whole_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	struct date_point p;
	bool found = date_relative_at(d, at, ret);
	if (date_calendar_at(d, at, &p) && (!found || p.end > ret->end)) {
		*ret = p;
		found = true;
	}
	return found && ret->grain != DATE_DAY && date_resolve(ret, d->today, NULL);
}

enum part {
	PART_EARLY,
	PART_MID,
	PART_LATE,
	PART_BEGIN,
	PART_END,
	PART_BEFORE_NOW,
	PART_AFTER_NOW
};

static struct days part_of_year(int32_t since, enum part part)
{
	int32_t year = civil_from_day(since).year;
	switch (part) {
	case PART_EARLY:
		return days_of_months(year, 1, 6);
	case PART_LATE:
		return days_of_months(year, 7, 6);
	case PART_BEGIN:
		return days_of_months(year, 1, 4);
	case PART_END:
		return days_of_months(year, 9, 4);
	default:
		return days_of_months(year, 5, 4);
	}
}

static struct days part_of(struct days whole, enum date_grain grain, enum part part)
{
	int32_t first = whole.since;
	bool early = part == PART_EARLY || part == PART_BEGIN;
	if (grain == DATE_YEAR)
		return part_of_year(first, part);
	if (grain == DATE_WEEK && part == PART_MID)
		return (struct days){ first + 1, first + 4 };
	if (grain == DATE_WEEK)
		return early ? (struct days){ first, first + 2 }
			     : (struct days){ first + 3, first + 6 };
	if (part == PART_MID)
		return (struct days){ first + 9, first + 19 };
	int32_t half = first + (whole.until - first - 1) / 2;
	return early ? (struct days){ first, half } : (struct days){ half + 1, whole.until };
}

/* early October, mid-March, the end of last year, earlier this month. */
static bool part_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry table[] = {
		{ "early", PART_EARLY },
		{ "mid", PART_MID },
		{ "middle of", PART_MID },
		{ "late", PART_LATE },
		{ "beginning of", PART_BEGIN },
		{ "start of", PART_BEGIN },
		{ "end of", PART_END },
		{ "earlier", PART_BEFORE_NOW },
		{ "earlier in", PART_BEFORE_NOW },
		{ "later", PART_AFTER_NOW },
		{ "rest of", PART_AFTER_NOW },
	};
	int part;
	enum date_unit unit;
	size_t end = lex_find(d->in, date_the(d->in, at), table, LEX_COUNT(table), &part);
	if (!end)
		return false;
	end = lex_skip_dash(d->in, end);
	size_t in = lex_phrase(d->in, end, "in");
	end = in ? lex_skip(d->in, in) : end;
	if (!whole_at(d, end, ret)) { /* the end of the week, rest of week */
		size_t the = date_the(d->in, end);
		bool bare_fits = the > end || part == PART_AFTER_NOW;
		size_t bare = bare_fits ? date_unit(d->in, the, &unit) : 0;
		if (!bare || date_unit_grain(unit) == DATE_DAY)
			return false;
		*ret = (struct date_point){ .end = bare, .grain = date_unit_grain(unit) };
		ret->days = date_unit_days(d->today, unit, 0);
	}
	if (part == PART_BEFORE_NOW)
		ret->days.until = ret->days.until < d->today ? ret->days.until : d->today;
	else if (part == PART_AFTER_NOW)
		ret->days.since = ret->days.since > d->today ? ret->days.since : d->today;
	else
		ret->days = part_of(ret->days, ret->grain, (enum part)part);
	ret->weak = false;
	ret->grain = DATE_DAY;
	return ret->days.since <= ret->days.until;
}

/* "first" to "31st", or "last" as -1. */
static size_t nth_at(const struct input *in, size_t at, int *ret)
{
	struct number n;
	size_t start = date_the(in, at);
	size_t end = lex_phrase(in, start, "last");
	*ret = -1;
	if (end)
		return end;
	if (!number_at(in->text, in->len, start, &n) || !n.ordinal || n.milli > 53000)
		return 0;
	*ret = (int)(n.milli / 1000);
	return *ret > 0 ? n.span.end : 0;
}

static struct days nth_unit(struct days whole, enum date_unit unit, int nth)
{
	int32_t day = nth > 0 ? whole.since + nth - 1 : whole.until;
	struct civil c = civil_from_day(whole.since);
	int count = unit == UNIT_QUARTER ? 3 : 1;
	switch (unit) {
	case UNIT_DAY:
		return (struct days){ day, day };
	case UNIT_WEEK:
		return days_of_nth_week(whole, nth);
	case UNIT_WEEKEND:
		day = day_of_nth_weekday(whole, 5, nth);
		return (struct days){ day, day + 1 };
	default:
		nth = nth > 0 ? nth : 12 / count;
		return days_of_months(c.year, (nth - 1) * count + 1, count);
	}
}

/* the first week of October, the third Wednesday of last month, the last day of 2025. */
static bool nth_of(const struct date_input *d, size_t at, struct date_point *ret)
{
	int nth, weekday;
	bool weak;
	enum date_unit unit = UNIT_DAY;
	struct date_point whole;
	size_t end = nth_at(d->in, at, &nth);
	size_t next = end ? lex_skip(d->in, end) : at;
	size_t week = end ? date_weekday(d->in, next, &weekday, &weak) : 0;
	end = week ? week : end ? date_unit(d->in, next, &unit) : 0;
	if (!end || unit == UNIT_HOUR || unit == UNIT_YEAR || unit == UNIT_DECADE)
		return false;
	if (!whole_at(d, date_link(d->in, end), &whole)) {
		/* "the first quarter" is this year's, "the first Sunday" the latest month's. */
		if ((!week && unit != UNIT_QUARTER) || nth < 1 || nth > 4)
			return false;
		date_point_days(&whole, end,
				date_unit_days(d->today, week ? UNIT_MONTH : UNIT_YEAR, 0),
				DATE_MONTH);
		if (week && day_of_nth_weekday(whole.days, weekday, nth) > d->today)
			whole.days = date_unit_days(d->today, UNIT_MONTH, -1);
	}
	*ret = whole;
	ret->weak = false;
	ret->grain = week ? DATE_DAY : date_unit_grain(unit);
	int32_t day = week ? day_of_nth_weekday(whole.days, weekday, nth) : 0;
	ret->days = week ? (struct days){ day, day } : nth_unit(whole.days, unit, nth);
	/* Only weeks may reach over the edge. */
	return unit == UNIT_WEEK ||
	       (ret->days.since >= whole.days.since && ret->days.since <= whole.days.until);
}

/* Q1, Q4 2016, 2016 H2, the first half of 2016: a half is nothing without its year. */
static bool quarter_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry table[] = {
		{ "q1", 31 },
		{ "q2", 34 },
		{ "q3", 37 },
		{ "q4", 40 },
		{ "h1", 61 },
		{ "h2", 67 },
		{ "first half", 61 },
		{ "second half", 67 },
		{ "first quarter", 31 },
		{ "second quarter", 34 },
		{ "third quarter", 37 },
		{ "fourth quarter", 40 },
	};
	int value, year = 0;
	size_t before = date_year(d->in, at, &year);
	size_t start = date_the(d->in, before ? lex_skip(d->in, before) : at);
	size_t end = lex_find(d->in, start, table, LEX_COUNT(table), &value);
	if (!end || !lex_ends(d->in, end))
		return false;
	size_t tail = before ? 0 : date_year_tail(d, end, &year);
	int count = value / 30 * 3, month = value % 30;
	if (!before && !tail && count == 6)
		return false;
	if (!before && !tail) {
		year = date_this_year(d);
		year -= days_of_months(year, month, count).since > d->today;
	}
	*ret = (struct date_point){
		.end = tail ? tail : end,
		.days = days_of_months(year, month, count),
		.grain = DATE_MONTH,
	};
	return true;
}

/* week 31, week 10 of 2019, as ISO 8601 counts. */
static bool week_number(const struct date_input *d, size_t at, struct date_point *ret)
{
	struct number n;
	int year = date_this_year(d);
	size_t end = lex_phrase(d->in, date_the(d->in, at), "week");
	if (!end || !lex_is_digit(d->in, lex_skip(d->in, end)) ||
	    !number_at(d->in->text, d->in->len, lex_skip(d->in, end), &n))
		return false;
	if (n.ordinal || n.milli < 1000 || n.milli > 53000 || n.milli % 1000)
		return false;
	size_t tail = date_year_tail(d, n.span.end, &year);
	*ret = (struct date_point){
		.end = tail ? tail : n.span.end,
		.days = days_of_nth_week(days_of_months(year, 1, 12), (int)(n.milli / 1000)),
		.grain = DATE_WEEK,
	};
	return lex_ends(d->in, n.span.end);
}

/* the week of the 18th. */
static bool week_of(const struct date_input *d, size_t at, struct date_point *ret)
{
	struct date_point p;
	size_t end = lex_phrase(d->in, date_the(d->in, at), "week of");
	if (!end || !date_single_at(d, lex_skip(d->in, end), &p) ||
	    !date_resolve(&p, d->today, NULL))
		return false;
	return date_point_days(ret, p.end, days_of_week(p.days.since), DATE_WEEK);
}

bool date_period_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct date_form forms[] = {
		{ part_at, false },     { nth_of, true },   { quarter_at, true },
		{ week_number, false }, { week_of, false }, { date_units_anchored, true },
	};
	return date_longest(d, at, forms, LEX_COUNT(forms), ret);
}
