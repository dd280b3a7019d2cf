/* SPDX-License-Identifier: MIT */
/* Turns what was said of a date into days: units around today, and the parts left open. */
#include "assistant/dates_parse.h"

enum {
	YEARS_BACK_MAX = 8, /* the longest wait for a February 29 */
	MONTHS_BACK_MAX = 4,
	HOURS_PER_DAY = 24,
};

bool date_point_days(struct date_point *p, size_t end, struct days days, enum date_grain grain)
{
	*p = (struct date_point){ .end = end, .days = days, .grain = grain };
	return true;
}

enum date_grain date_unit_grain(enum date_unit unit)
{
	switch (unit) {
	case UNIT_WEEK:
	case UNIT_FORTNIGHT:
		return DATE_WEEK;
	case UNIT_MONTH:
	case UNIT_QUARTER:
		return DATE_MONTH;
	case UNIT_YEAR:
	case UNIT_DECADE:
		return DATE_YEAR;
	default:
		return DATE_DAY;
	}
}

struct days date_unit_days(int32_t today, enum date_unit unit, int offset)
{
	struct civil c = civil_from_day(today);
	struct days week = days_of_week(today + offset * 7);
	switch (unit) {
	case UNIT_WEEK:
		return week;
	case UNIT_FORTNIGHT:
		return (struct days){ week.since + (offset - 1) * 7, week.until + offset * 7 };
	case UNIT_WEEKEND:
		return (struct days){ week.since + 5, week.until };
	case UNIT_MONTH:
		return days_of_month(c.year, c.month + offset);
	case UNIT_QUARTER:
		return days_of_months(c.year, (c.month - 1) / 3 * 3 + 1 + offset * 3, 3);
	case UNIT_YEAR:
		return days_of_months(c.year + offset, 1, 12);
	case UNIT_DECADE:
		return days_of_months(c.year / 10 * 10 + offset * 10, 1, 120);
	default:
		return (struct days){ today + offset, today + offset };
	}
}

int32_t date_unit_shift(int32_t day, enum date_unit unit, int32_t count)
{
	switch (unit) {
	case UNIT_HOUR: /* from half a day on it is the day before */
		return day + (count + (count < 0 ? -1 : 1) * HOURS_PER_DAY / 2) / HOURS_PER_DAY;
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		return day + count * 7;
	case UNIT_FORTNIGHT:
		return day + count * 14;
	case UNIT_MONTH:
		return day_add_months(day, count);
	case UNIT_QUARTER:
		return day_add_months(day, count * 3);
	case UNIT_YEAR:
		return day_add_months(day, count * 12);
	case UNIT_DECADE:
		return day_add_months(day, count * 120);
	default:
		return day + count;
	}
}

static bool day_exists(int year, int month, int day)
{
	return day >= 1 && day <= month_length(year, month);
}

/* The days of year, month, day; of the whole month or year where the rest is 0. */
static struct days part_days(int year, int month, int day)
{
	if (!month)
		return days_of_months(year, 1, 12);
	struct days d = days_of_month(year, month);
	if (day)
		d.since = d.until = d.since + day - 1;
	return d;
}

/* Month and perhaps day are known, the year is looked for. */
static bool resolve_year(struct date_point *p, int32_t today, const int32_t *floor)
{
	int year = civil_from_day(floor ? *floor : today).year;
	for (int i = 0; i <= YEARS_BACK_MAX; i++, year += floor ? 1 : -1) {
		if (p->day && !day_exists(year, p->month, p->day))
			continue;
		p->days = part_days(year, p->month, p->day);
		if (floor ? p->days.since >= *floor : p->days.since <= today)
			return true;
	}
	return false;
}

/* Only the day of the month is known. */
static bool resolve_month(struct date_point *p, int32_t today, const int32_t *floor)
{
	struct civil c = civil_from_day(floor ? *floor : today);
	for (int i = 0; i <= MONTHS_BACK_MAX; i++) {
		struct days month = days_of_month(c.year, c.month + (floor ? i : -i));
		int32_t day = month.since + p->day - 1;
		p->days = (struct days){ day, day };
		if (day <= month.until && (floor ? day >= *floor : day <= today))
			return true;
	}
	return false;
}

bool date_resolve(struct date_point *p, int32_t today, const int32_t *floor)
{
	if (!p->open)
		return true;
	p->open = false;
	if (!p->year && p->month)
		return resolve_year(p, today, floor);
	if (!p->year)
		return resolve_month(p, today, floor);
	if (p->day && !day_exists(p->year, p->month, p->day))
		return false;
	p->days = part_days(p->year, p->month, p->day);
	return true;
}

bool date_longest(const struct date_input *d, size_t at, const struct date_form *forms,
		  size_t count, struct date_point *ret)
{
	bool found = false, letter = lex_is_letter(d->in, at);
	if (!letter && !lex_is_digit(d->in, at))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct date_point p = { .open = false };
		if ((!letter && !forms[i].digits) || !forms[i].parse(d, at, &p) ||
		    (found && p.end <= ret->end))
			continue;
		*ret = p;
		found = true;
	}
	return found;
}

bool date_single_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct date_form forms[] = {
		{ date_calendar_at, true },
		{ date_relative_at, true },
		{ date_named_at, true },
	};
	return date_longest(d, at, forms, LEX_COUNT(forms), ret) && ret->grain == DATE_DAY;
}
