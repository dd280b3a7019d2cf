/* SPDX-License-Identifier: MIT */
/* So many days, weeks, months from today or from a date: 1 month and 21 days ago, the week before
 * Christmas. */
#include "assistant/dates_parse.h"

enum { CHAIN_MAX = 3 };

/* Which way a chain of units goes, and from which day. */
static size_t chain_tail(const struct input *in, size_t at, int *ret_sign, int *ret_base)
{
	enum { BACK = 10, FORTH = 20 }; /* the base is the rest */
	static const struct lex_entry table[] = {
		{ "ago", BACK },
		{ "back", BACK },
		{ "earlier", BACK },
		{ "before today", BACK },
		{ "before now", BACK },
		{ "before yesterday", BACK - 1 },
		{ "from now", FORTH },
		{ "from today", FORTH },
		{ "after today", FORTH },
		{ "later", FORTH },
		{ "from tomorrow", FORTH + 1 },
		{ "after tomorrow", FORTH + 1 },
	};
	int value;
	size_t end = lex_find(in, lex_skip(in, at), table, LEX_COUNT(table), &value);
	if (!end)
		return 0;
	*ret_sign = value < (BACK + FORTH) / 2 ? -1 : 1;
	*ret_base = value - (*ret_sign < 0 ? BACK : FORTH);
	return end;
}

/* "Sunday" as well as "Sundays". */
static size_t weekdays_at(const struct input *in, size_t at, int *ret)
{
	bool weak;
	size_t word = lex_word(in, at);
	if (word <= at || lex_lower(in->text[word - 1]) != 's')
		return date_weekday(in, at, ret, &weak);
	const struct input cut = { in->text, word - 1 };
	return date_weekday(&cut, at, ret, &weak) == word - 1 ? word : 0;
}

/* two Sundays ago: the nth one before or behind the day. */
static size_t weekdays_ago(const struct date_input *d, size_t at, struct date_point *ret)
{
	int32_t count;
	int weekday, sign, base;
	size_t end = date_count(d->in, at, &count);
	end = end ? weekdays_at(d->in, lex_skip(d->in, end), &weekday) : 0;
	end = end ? chain_tail(d->in, end, &sign, &base) : 0;
	if (!end)
		return 0;
	int32_t day = d->today + base;
	int ahead = (weekday - day_weekday(day) + 7) % 7, back = (7 - ahead) % 7;
	int first = sign > 0 ? (ahead ? ahead : 7) : -(back ? back : 7);
	day += first + sign * 7 * (count - 1);
	date_point_days(ret, end, (struct days){ day, day }, DATE_DAY);
	return end;
}

/* 1 month and 21 days ago. */
bool date_units_ago(const struct date_input *d, size_t at, struct date_point *ret)
{
	int32_t counts[CHAIN_MAX];
	enum date_unit units[CHAIN_MAX];
	int n = 0, sign, base;
	size_t end = 0, next = at;
	while (n < CHAIN_MAX) {
		size_t count = date_count(d->in, next, &counts[n]);
		size_t unit = count ? date_unit(d->in, lex_skip(d->in, count), &units[n]) : 0;
		if (!unit)
			break;
		n++;
		end = unit;
		size_t and = lex_phrase(d->in, lex_skip(d->in, unit), "and");
		size_t comma = lex_phrase(d->in, unit, ",");
		next = lex_skip(d->in, and? and : comma ? comma : unit);
	}
	end = n ? chain_tail(d->in, end, &sign, &base) : 0;
	if (!end)
		return !n && weekdays_ago(d, at, ret);
	int32_t day = d->today + base;
	for (int i = 0; i < n; i++)
		day = date_unit_shift(day, units[i], sign * counts[i]);
	date_point_days(ret, end, (struct days){ day, day }, date_unit_grain(units[n - 1]));
	ret->ago = sign < 0;
	return true;
}

enum anchor { ANCHOR_BEFORE, ANCHOR_AFTER, ANCHOR_FROM };

/* The stretch of `count` units that ends before a date, follows it or begins with it. */
static struct days anchored_days(struct days date, enum anchor anchor, enum date_unit unit,
				 int32_t count)
{
	int32_t since = anchor == ANCHOR_FROM ? date.since : date.until + 1;
	if (unit == UNIT_WEEKEND) {
		int32_t near = anchor == ANCHOR_BEFORE ? date.since - 7 : since;
		int32_t saturday = near + (5 - day_weekday(near) + 7) % 7;
		return (struct days){ saturday, saturday + 1 };
	}
	if (anchor == ANCHOR_BEFORE)
		return (struct days){ date_unit_shift(date.since, unit, -count), date.since - 1 };
	return (struct days){ since, date_unit_shift(since, unit, count) - 1 };
}

/* the week before Christmas, two days after March 3rd, 2 weeks starting May 20th. */
bool date_units_anchored(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct lex_entry table[] = {
		{ "before", ANCHOR_BEFORE },      { "after", ANCHOR_AFTER },
		{ "following", ANCHOR_AFTER },    { "from", ANCHOR_FROM },
		{ "starting", ANCHOR_FROM },      { "starting on", ANCHOR_FROM },
		{ "starting from", ANCHOR_FROM }, { "beginning", ANCHOR_FROM },
		{ "beginning on", ANCHOR_FROM },
	};
	int anchor;
	int32_t count = 1;
	enum date_unit unit;
	size_t counted = date_count(d->in, at, &count);
	size_t start = counted ? lex_skip(d->in, counted) : date_the(d->in, at);
	size_t end = date_unit(d->in, start, &unit);
	if (!end || unit == UNIT_HOUR)
		return false;
	end = lex_find(d->in, lex_skip(d->in, end), table, LEX_COUNT(table), &anchor);
	struct date_point p;
	if (!end || !date_single_at(d, lex_skip(d->in, end), &p) ||
	    !date_resolve(&p, d->today, NULL))
		return false;
	struct days days = anchored_days(p.days, (enum anchor)anchor, unit, count);
	/* "two days before" is the day at that distance, "the two days from" are both. */
	if (counted && anchor != ANCHOR_FROM)
		days = anchor == ANCHOR_BEFORE ? (struct days){ days.since, days.since }
					       : (struct days){ days.until, days.until };
	return date_point_days(ret, p.end, days, DATE_DAY);
}
