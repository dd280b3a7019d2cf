/* SPDX-License-Identifier: MIT */
/* Days and times of the year with names of their own: holidays, seasons, weekends, decades. */
#include "assistant/dates_parse.h"

enum { MONDAY, THURSDAY = 3, SUNDAY = 6 };

/* Those that have no day of their own; the others are month and day as one number. */
enum holiday {
	HOLIDAY_THANKSGIVING = 2000,
	HOLIDAY_BLACK_FRIDAY,
	HOLIDAY_CYBER_MONDAY,
	HOLIDAY_EASTER,
	HOLIDAY_GOOD_FRIDAY,
	HOLIDAY_EASTER_MONDAY,
	HOLIDAY_MOTHERS_DAY,
	HOLIDAY_FATHERS_DAY,
	HOLIDAY_MEMORIAL_DAY,
	HOLIDAY_LABOR_DAY,
};

static const struct lex_entry holidays[] = {
	{ "christmas", 1225 },
	{ "xmas", 1225 },
	{ "christmas day", 1225 },
	{ "christmas eve", 1224 },
	{ "boxing day", 1226 },
	{ "new year's eve", 1231 },
	{ "new years eve", 1231 },
	{ "new year", 101 },
	{ "new year's", 101 },
	{ "new years", 101 },
	{ "new year's day", 101 },
	{ "new years day", 101 },
	{ "valentine's day", 214 },
	{ "valentines day", 214 },
	{ "valentines", 214 },
	{ "st patrick's day", 317 },
	{ "independence day", 704 },
	{ "halloween", 1031 },
	{ "thanksgiving", HOLIDAY_THANKSGIVING },
	{ "thanksgiving day", HOLIDAY_THANKSGIVING },
	{ "black friday", HOLIDAY_BLACK_FRIDAY },
	{ "cyber monday", HOLIDAY_CYBER_MONDAY },
	{ "easter", HOLIDAY_EASTER },
	{ "easter sunday", HOLIDAY_EASTER },
	{ "good friday", HOLIDAY_GOOD_FRIDAY },
	{ "easter monday", HOLIDAY_EASTER_MONDAY },
	{ "mother's day", HOLIDAY_MOTHERS_DAY },
	{ "mothers day", HOLIDAY_MOTHERS_DAY },
	{ "father's day", HOLIDAY_FATHERS_DAY },
	{ "fathers day", HOLIDAY_FATHERS_DAY },
	{ "memorial day", HOLIDAY_MEMORIAL_DAY },
	{ "labor day", HOLIDAY_LABOR_DAY },
};

static const struct lex_entry seasons[] = {
	{ "spring", 3 }, { "summer", 6 }, { "autumn", 9 }, { "fall", 9 }, { "winter", 12 },
};

/* The anonymous Gregorian algorithm, in the form of Meeus and Jones. */
static int32_t easter_day(int32_t year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int month = (h + l - 7 * m + 114) / 31;
	return day_from_civil(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

static int32_t nth_weekday(int32_t year, int month, int weekday, int nth)
{
	return day_of_nth_weekday(days_of_month(year, month), weekday, nth);
}

/* As they lie in the United States. */
static int32_t movable_day(int32_t year, enum holiday holiday)
{
	switch (holiday) {
	case HOLIDAY_THANKSGIVING:
		return nth_weekday(year, 11, THURSDAY, 4);
	case HOLIDAY_BLACK_FRIDAY:
		return nth_weekday(year, 11, THURSDAY, 4) + 1;
	case HOLIDAY_CYBER_MONDAY:
		return nth_weekday(year, 11, THURSDAY, 4) + 4;
	case HOLIDAY_GOOD_FRIDAY:
		return easter_day(year) - 2;
	case HOLIDAY_EASTER_MONDAY:
		return easter_day(year) + 1;
	case HOLIDAY_MOTHERS_DAY:
		return nth_weekday(year, 5, SUNDAY, 2);
	case HOLIDAY_FATHERS_DAY:
		return nth_weekday(year, 6, SUNDAY, 3);
	case HOLIDAY_MEMORIAL_DAY:
		return nth_weekday(year, 5, MONDAY, -1);
	case HOLIDAY_LABOR_DAY:
		return nth_weekday(year, 9, MONDAY, 1);
	default:
		return easter_day(year);
	}
}

static struct days holiday_days(int32_t year, int value)
{
	int32_t day = value >= HOLIDAY_THANKSGIVING
			      ? movable_day(year, (enum holiday)value)
			      : day_from_civil(year, value / 100, value % 100);
	return (struct days){ day, day };
}

static struct days season_days(int32_t year, int month)
{
	return days_of_months(year, month, 3);
}

/* The first that begins behind today, the last that is over, or the latest that has begun. */
static struct days days_near(int32_t today, int value, int offset,
			     struct days (*days)(int32_t, int))
{
	int year = civil_from_day(today).year + 1;
	struct days found = days(year, value);
	for (int i = 0; i < 4; i++) {
		struct days before = days(year - i, value);
		if (offset > 0 && before.since <= today)
			return found;
		found = before;
		if (offset <= 0 && (offset < 0 ? found.until : found.since - 1) < today)
			return found;
	}
	return found;
}

/* "last March", but not "last March 3rd", where the date says more; "this may be" says less. */
static size_t month_alone(const struct input *in, size_t at, int *ret)
{
	bool weak, ordinal;
	int day;
	size_t end = date_month(in, at, ret, &weak);
	if (!end || !lex_ends(in, end) || date_day(in, lex_skip(in, end), &day, &ordinal))
		return 0;
	return !weak || date_closes(in, end) ? end : 0;
}

/* last summer, last March, summer of 2016, Black Friday, last Christmas, Halloween 2025. */
static bool yearly_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	int value, offset = 0, year = 0;
	bool rolling;
	size_t relative = date_relative(d->in, at, &offset, &rolling);
	size_t start = relative ? lex_skip(d->in, relative) : date_the(d->in, at);
	struct days (*days)(int32_t, int) = holiday_days;
	size_t end = lex_find(d->in, start, holidays, LEX_COUNT(holidays), &value);
	if (!end) {
		days = season_days;
		end = lex_find(d->in, start, seasons, LEX_COUNT(seasons), &value);
	}
	if (!end && relative) {
		days = days_of_month;
		end = month_alone(d->in, start, &value);
	}
	if (!end)
		return false;
	size_t tail = date_year_tail(d, end, &year);
	bool this = relative && offset == 0;
	*ret = (struct date_point){
		.end = tail ? tail : end,
		.weak = !tail && !relative,
		.grain = days == holiday_days ? DATE_DAY : DATE_MONTH,
	};
	if (tail || this)
		ret->days = days(tail ? year : date_this_year(d), value);
	else
		ret->days = days_near(d->today, value, offset, days);
	return true;
}

/* The weekend: the latest that has begun. */
static bool weekend_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	size_t end = lex_phrase(d->in, date_the(d->in, at), "weekend");
	if (!end)
		return false;
	*ret = (struct date_point){ .end = end, .weak = true, .closing = true };
	ret->days = date_unit_days(d->today, UNIT_WEEKEND, 0);
	if (ret->days.since > d->today)
		ret->days = date_unit_days(d->today, UNIT_WEEKEND, -1);
	return true;
}

/* the 90s, 1990s, the 70's, the nineties. */
static bool decade_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry words[] = {
		{ "twenties", 20 }, { "thirties", 30 }, { "forties", 40 },
		{ "fifties", 50 },  { "sixties", 60 },  { "seventies", 70 },
		{ "eighties", 80 }, { "nineties", 90 }, { "tens", 10 },
	};
	static const struct lex_entry centuries[] = { { "nineteen", 1900 }, { "twenty", 2000 } };
	int value = 0, century = 0;
	size_t start = date_the(d->in, at);
	size_t prefix = lex_find(d->in, start, centuries, LEX_COUNT(centuries), &century);
	size_t end = lex_find(d->in, prefix ? lex_skip_dash(d->in, prefix) : start, words,
			      LEX_COUNT(words), &value);
	if (end && !prefix && value == 10)
		return false; /* tens of things */
	if (!end) {
		end = start;
		while (lex_is_digit(d->in, end) && end < start + 5)
			value = value * 10 + (d->in->text[end++] - '0');
		bool size_fits = end == start + 2 || end == start + 4;
		size_t quote = lex_phrase(d->in, end, "'");
		end = size_fits && value % 10 == 0 ? lex_phrase(d->in, quote ? quote : end, "s")
						   : 0;
	}
	if (!end || !lex_ends(d->in, end) || (value > 99 && (value < 1900 || value > 2090)))
		return false;
	century = century ? century : value < 30 ? 2000 : 1900;
	int year = value > 99 ? value : value + century;
	*ret = (struct date_point){ .end = end, .weak = true, .grain = DATE_YEAR };
	ret->days = days_of_months(year, 1, 120);
	return true;
}

bool date_named_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct date_form forms[] = {
		{ yearly_at, false },
		{ weekend_at, false },
		{ decade_at, true },
	};
	return date_longest(d, at, forms, LEX_COUNT(forms), ret);
}
