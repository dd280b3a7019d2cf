/* SPDX-License-Identifier: MIT */
/* Dates told from today: yesterday, two weeks ago, the last 30 days, last month, Friday last week.
 */
#include "assistant/dates_parse.h"

static bool day_word(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry table[] = {
		{ "today", 0 },
		{ "tonight", 0 },
		{ "this day", 0 },
		{ "this morning", 0 },
		{ "this afternoon", 0 },
		{ "this evening", 0 },
		{ "earlier today", 0 },
		{ "later today", 0 },
		{ "yesterday", -1 },
		{ "yesterday morning", -1 },
		{ "yesterday afternoon", -1 },
		{ "yesterday evening", -1 },
		{ "last night", -1 },
		{ "last day", -1 },
		{ "previous day", -1 },
		{ "day before yesterday", -2 },
		{ "tomorrow", 1 },
		{ "tmr", 1 },
		{ "tmrw", 1 },
		{ "next day", 1 },
		{ "day after tomorrow", 2 },
	};
	int offset;
	size_t end = lex_find(d->in, date_the(d->in, at), table, LEX_COUNT(table), &offset);
	int32_t day = d->today + (end ? offset : 0);
	return end && date_point_days(ret, end, (struct days){ day, day }, DATE_DAY);
}

static struct days rolling_days(int32_t today, enum date_unit unit, int32_t count)
{
	if (count < 0)
		return (struct days){ date_unit_shift(today, unit, count), today };
	return (struct days){ today + 1, date_unit_shift(today, unit, count) };
}

/* The last 3 weeks, past few days, next 2 days: up to today, or from tomorrow. */
static bool rolling_units(const struct date_input *d, size_t at, struct date_point *ret)
{
	int offset;
	bool rolling;
	int32_t count;
	enum date_unit unit;
	size_t end = date_relative(d->in, at, &offset, &rolling);
	end = end && offset ? date_count(d->in, lex_skip(d->in, end), &count) : 0;
	end = end ? date_unit(d->in, lex_skip_dash(d->in, end), &unit) : 0;
	if (!end)
		return false;
	date_point_days(ret, end, rolling_days(d->today, unit, offset * count), DATE_DAY);
	ret->rolling = offset < 0 && unit != UNIT_HOUR;
	return true;
}

/* Behind a week, month or year: "last week on Friday", "last month on the 3rd", "last year in
 * March". */
static bool unit_inner(const struct date_input *d, enum date_unit unit, struct date_point *p)
{
	int value;
	bool weak, ordinal;
	struct days outer = p->days;
	struct civil c = civil_from_day(outer.since);
	size_t at = date_link(d->in, p->end);
	size_t end = unit == UNIT_WEEK ? date_weekday(d->in, at, &value, &weak) : 0;
	if (end) {
		int32_t day = outer.since + value;
		return date_point_days(p, end, (struct days){ day, day }, DATE_DAY);
	}
	end = unit == UNIT_MONTH ? date_day(d->in, at, &value, &ordinal) : 0;
	if (end && ordinal && date_closes(d->in, end)) {
		*p = (struct date_point){ .open = true, .end = end, .grain = DATE_DAY };
		p->year = c.year;
		p->month = c.month;
		p->day = value;
		return true;
	}
	end = unit == UNIT_YEAR ? date_month(d->in, at, &value, &weak) : 0;
	if (end && date_closes(d->in, end))
		return date_point_days(p, end, days_of_month(c.year, value), DATE_MONTH);
	return true;
}

/* "the week before last", "the year after next". */
static size_t unit_twice(const struct input *in, size_t at, enum date_unit *ret, int *ret_offset)
{
	static const struct lex_entry table[] = { { "before last", -2 }, { "after next", 2 } };
	size_t unit = date_unit(in, date_the(in, at), ret);
	return unit ? lex_find(in, lex_skip(in, unit), table, LEX_COUNT(table), ret_offset) : 0;
}

/* last week, this month, the past year, so far this year. */
static bool relative_unit(const struct date_input *d, size_t at, struct date_point *ret)
{
	int offset;
	bool rolling = false;
	enum date_unit unit;
	size_t so_far = lex_phrase(d->in, at, "so far");
	size_t start = so_far ? lex_skip(d->in, so_far) : at;
	size_t end = unit_twice(d->in, start, &unit, &offset);
	if (!end) {
		end = date_relative(d->in, start, &offset, &rolling);
		end = end ? date_unit(d->in, lex_skip(d->in, end), &unit) : 0;
	}
	if (!end || (lex_before(d->in, end) == 's' && unit != UNIT_HOUR))
		return false;
	if (rolling && unit != UNIT_WEEKEND) {
		ret->rolling =
			date_point_days(ret, end, rolling_days(d->today, unit, -1), DATE_DAY) &&
			unit != UNIT_HOUR;
		return true;
	}
	date_point_days(ret, end, date_unit_days(d->today, unit, offset), date_unit_grain(unit));
	size_t after = lex_phrase(d->in, lex_skip(d->in, end), "so far");
	if (so_far || after) {
		ret->end = after ? after : end;
		ret->days.until = d->today;
		return offset == 0;
	}
	return unit_inner(d, unit, ret);
}

/* "year to date", "ytd". */
static bool to_date(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry table[] = {
		{ "year to date", UNIT_YEAR },
		{ "ytd", UNIT_YEAR },
		{ "month to date", UNIT_MONTH },
		{ "week to date", UNIT_WEEK },
	};
	int unit;
	size_t end = lex_find(d->in, date_the(d->in, at), table, LEX_COUNT(table), &unit);
	if (!end)
		return false;
	struct days days = date_unit_days(d->today, (enum date_unit)unit, 0);
	days.until = d->today;
	return date_point_days(ret, end, days, date_unit_grain((enum date_unit)unit));
}

/* Behind a weekday: "last week", "of next week". */
static size_t week_tail(const struct date_input *d, size_t at, int *ret)
{
	bool rolling;
	enum date_unit unit;
	size_t next = date_link(d->in, at);
	size_t end = unit_twice(d->in, next, &unit, ret);
	if (!end) {
		end = date_relative(d->in, next, ret, &rolling);
		end = end ? date_unit(d->in, lex_skip(d->in, end), &unit) : 0;
	}
	return end && unit == UNIT_WEEK ? end : 0;
}

/* Friday, last Friday, Friday last week. */
static bool weekday_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry names[] = { { "black", 0 }, { "cyber", 0 }, { "good", 0 } };
	int weekday, offset = 0;
	bool weak, rolling;
	struct lex_hit name;
	size_t relative = date_relative(d->in, at, &offset, &rolling);
	size_t start = relative ? lex_skip(d->in, relative) : date_the(d->in, at);
	size_t end = date_weekday(d->in, start, &weekday, &weak);
	if (!end || (!relative && lex_find_before(d->in, start, names, LEX_COUNT(names), &name)))
		return false;
	int32_t monday = days_of_week(d->today).since;
	int32_t day = monday + weekday;
	size_t week = relative ? 0 : week_tail(d, end, &offset);
	if (week || (relative && offset >= 0))
		day += offset * 7;
	else if (day > d->today || (relative && day == d->today))
		day -= 7;
	date_point_days(ret, week ? week : end, (struct days){ day, day }, DATE_DAY);
	ret->weekly = !week && !relative;
	ret->weak = weak && !relative && !week;
	ret->closing = weak && !week;
	return true;
}

bool date_relative_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct date_form forms[] = {
		{ day_word, false },      { date_units_ago, true }, { rolling_units, false },
		{ relative_unit, false }, { to_date, false },       { weekday_at, false },
	};
	return date_longest(d, at, forms, LEX_COUNT(forms), ret);
}
