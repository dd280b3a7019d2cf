/* SPDX-License-Identifier: MIT */
/* Finds the date range of a message: points, the words that bound them, and pairs of them. */
#include "assistant/dates_parse.h"

enum range_kind {
	RANGE_NONE,
	RANGE_AT, /* in March */
	RANGE_SINCE,
	RANGE_AFTER,
	RANGE_BEFORE,
	RANGE_UNTIL,
	RANGE_FROM,
	RANGE_BETWEEN,
	RANGE_MORE, /* over two weeks ago */
	RANGE_LESS, /* less than two weeks ago */
};

static const struct lex_entry prefixes[] = {
	{ "in", RANGE_AT },
	{ "on", RANGE_AT },
	{ "during", RANGE_AT },
	{ "at", RANGE_AT },
	{ "within", RANGE_AT },
	{ "for", RANGE_AT },
	{ "of", RANGE_AT },
	{ "around", RANGE_AT },
	{ "throughout", RANGE_AT },
	{ "over", RANGE_MORE },
	{ "more than", RANGE_MORE },
	{ "less than", RANGE_LESS },
	{ "since", RANGE_SINCE },
	{ "starting", RANGE_SINCE },
	{ "starting on", RANGE_SINCE },
	{ "starting from", RANGE_SINCE },
	{ "starting in", RANGE_SINCE },
	{ "on or after", RANGE_SINCE },
	{ "no earlier than", RANGE_SINCE },
	{ "not before", RANGE_SINCE },
	{ "as of", RANGE_SINCE },
	{ "after", RANGE_AFTER },
	{ "later than", RANGE_AFTER },
	{ "newer than", RANGE_LESS },
	{ "older than", RANGE_MORE },
	{ "before", RANGE_BEFORE },
	{ "earlier than", RANGE_BEFORE },
	{ "prior to", RANGE_BEFORE },
	{ "until", RANGE_UNTIL },
	{ "till", RANGE_UNTIL },
	{ "til", RANGE_UNTIL },
	{ "up until", RANGE_UNTIL },
	{ "up to", RANGE_UNTIL },
	{ "by", RANGE_UNTIL },
	{ "by the end of", RANGE_NONE },
	{ "on or before", RANGE_UNTIL },
	{ "no later than", RANGE_UNTIL },
	{ "not after", RANGE_UNTIL },
	{ "not later than", RANGE_UNTIL },
	{ "from", RANGE_FROM },
	{ "between", RANGE_BETWEEN },
};

static bool date_point_at(const struct date_input *d, size_t at, struct date_point *ret)
{
	static const struct date_form forms[] = {
		{ date_relative_at, true },
		{ date_period_at, true },
		{ date_calendar_at, true },
		{ date_named_at, true },
	};
	return date_longest(d, at, forms, LEX_COUNT(forms), ret);
}

static size_t joiner_at(const struct input *in, size_t at, bool between)
{
	static const struct lex_entry table[] = {
		{ "to", 0 },   { "until", 0 }, { "till", 0 }, { "til", 0 }, { "through", 0 },
		{ "thru", 0 }, { "up to", 0 }, { "-", 0 },    { "and", 1 }, { "&", 1 },
	};
	int joins = 0;
	size_t size;
	at = lex_skip(in, at);
	size_t end = lex_find(in, at, table, LEX_COUNT(table), &joins);
	if (!end && lex_char(in, at, &size) == '-')
		end = at + size; /* any other dash */
	return end && (joins == 0 || between) ? lex_skip(in, end) : 0;
}

/* Lets the ends of a range share what only one of them says: "the 3rd to the 9th of October". */
static void share_parts(struct date_point *a, struct date_point *b)
{
	if (!a->open || !b->open)
		return;
	if (!a->month && a->day && b->month) {
		a->month = b->month;
		a->year = b->year;
	}
	if (!b->month && a->month && b->day) {
		b->month = a->month;
		b->year = a->year;
		if (b->day < a->day) { /* Oct 30 to the 2nd */
			b->month = b->month % 12 + 1;
			b->year += b->year && b->month == 1;
		}
	}
	if (!a->year && b->year) {
		bool behind = a->month > b->month && b->month;
		a->year = b->year - behind;
	}
}

/* The second end: any point, or only a day of the month that the first one says. */
static bool second_at(const struct date_input *d, size_t at, const struct date_point *a,
		      struct date_point *ret)
{
	bool ordinal;
	if (date_point_at(d, at, ret) && (ret->day || !ret->open || !a->day || ret->month))
		return !(ret->open && ret->day && !ret->month && !a->open);
	if (!a->open || !a->day || !a->month)
		return false;
	*ret = (struct date_point){ .open = true, .grain = DATE_DAY };
	ret->end = date_day(d->in, at, &ret->day, &ordinal);
	if (!ret->end)
		return false;
	size_t year = date_year_tail(d, ret->end, &ret->year);
	ret->end = year ? year : ret->end;
	ret->month = year ? a->month : 0;
	return true;
}

/* Fixes both ends; what was left open of B makes it the first behind A. */
static bool pair_resolve(int32_t today, struct date_point *a, struct date_point *b)
{
	share_parts(a, b);
	if (!date_resolve(a, today, NULL))
		return false;
	if (!date_resolve(b, today, b->open && !b->year ? &a->days.since : NULL))
		return false;
	if (a->weekly && !b->weekly && b->grain == DATE_DAY) /* Monday to Friday last week */
		a->days.since = a->days.until =
			b->days.since - (b->days.since - a->days.since + 7 * 53) % 7;
	if (b->weekly && b->days.until < a->days.since)
		b->days.since = b->days.until += 7;
	return b->days.until >= a->days.since;
}

/* `first` is the point at `at`, NULL if there is none. */
static bool pair_at(const struct date_input *d, size_t at, const struct date_point *first,
		    bool between, struct date_range *ret)
{
	struct date_point a = first ? *first : (struct date_point){ .open = false }, b;
	bool ordinal;
	size_t joiner = first ? joiner_at(d->in, a.end, between) : 0;
	if (!joiner || !second_at(d, joiner, &a, &b)) {
		/* 4 to 23 next month: a bare day needs a month at the other end */
		a = (struct date_point){ .open = true, .grain = DATE_DAY };
		a.end = date_day(d->in, at, &a.day, &ordinal);
		joiner = a.end ? joiner_at(d->in, a.end, between) : 0;
		bool dated = joiner && date_point_at(d, joiner, &b) && b.open && b.day && b.month;
		if (!joiner || (!dated && !date_day_of_month(d, joiner, &b)))
			return false;
	}
	if (b.closing && !date_closes(d->in, b.end))
		return false;
	if (!pair_resolve(d->today, &a, &b))
		return false;
	*ret = (struct date_range){
		.span = { at, b.end },
		.since = a.days.since,
		.until = b.days.until,
		.has_since = true,
		.has_until = true,
	};
	return true;
}

/* A weekday or a day of the month, within the period that `whole` says. */
static size_t inner_at(const struct date_input *d, size_t at, const struct date_point *whole,
		       struct date_point *ret)
{
	int value;
	bool flag;
	if (whole->grain == DATE_WEEK) {
		size_t end = date_weekday(d->in, at, &value, &flag);
		int32_t day = whole->days.since + (end ? value : 0);
		return end && date_point_days(ret, end, (struct days){ day, day }, DATE_DAY) ? end
											     : 0;
	}
	*ret = (struct date_point){ .open = true, .grain = DATE_DAY };
	struct civil c = civil_from_day(whole->days.since);
	ret->year = whole->open ? whole->year : c.year;
	ret->month = whole->open ? whole->month : c.month;
	return ret->end = date_day(d->in, at, &ret->day, &flag);
}

/* "last week from Tuesday to Thursday", "November between the 3rd and the 9th". */
static bool pair_within(const struct date_input *d, const struct date_point *whole,
			struct date_range *ret)
{
	int kind = RANGE_NONE;
	struct date_point a, b;
	size_t at = lex_skip(d->in, whole->end);
	size_t end = lex_find(d->in, at, prefixes, LEX_COUNT(prefixes), &kind);
	bool fits = whole->grain == DATE_WEEK ||
		    (whole->grain == DATE_MONTH && (!whole->open || whole->month));
	if (!end || !fits || (kind != RANGE_FROM && kind != RANGE_BETWEEN))
		return false;
	end = inner_at(d, lex_skip(d->in, end), whole, &a);
	end = end ? joiner_at(d->in, end, kind == RANGE_BETWEEN) : 0;
	if (!end || !inner_at(d, end, whole, &b))
		return false;
	size_t year = a.open && !a.year ? date_year_tail(d, b.end, &a.year) : 0;
	b.year = a.year;
	b.end = year ? year : b.end;
	if (!pair_resolve(d->today, &a, &b))
		return false;
	*ret = (struct date_range){ .span = { at, b.end },
				    .since = a.days.since,
				    .until = b.days.until,
				    .has_since = true,
				    .has_until = true };
	return true;
}

static void set_range(struct date_range *r, const struct date_point *p, enum range_kind kind)
{
	r->has_since = kind != RANGE_BEFORE && kind != RANGE_UNTIL && kind != RANGE_MORE;
	r->has_until = kind != RANGE_SINCE && kind != RANGE_AFTER && kind != RANGE_LESS;
	r->since = p->days.since;
	r->until = p->days.until;
	if (kind == RANGE_AFTER)
		r->since = p->days.until + 1;
	if (kind == RANGE_BEFORE || kind == RANGE_MORE)
		r->until = p->days.since - 1;
}

/* "March onwards", "the 3rd or later". */
static size_t suffix_at(const struct input *in, size_t at, enum range_kind *kind)
{
	static const struct lex_entry table[] = {
		{ "onwards", RANGE_SINCE },     { "onward", RANGE_SINCE },
		{ "and onwards", RANGE_SINCE }, { "and later", RANGE_SINCE },
		{ "or later", RANGE_SINCE },    { "or newer", RANGE_SINCE },
		{ "or earlier", RANGE_UNTIL },  { "and earlier", RANGE_UNTIL },
		{ "or before", RANGE_UNTIL },
	};
	int value;
	size_t end = lex_find(in, lex_skip(in, at), table, LEX_COUNT(table), &value);
	if (end)
		*kind = (enum range_kind)value;
	return end;
}

static bool point_range(const struct date_input *d, size_t at, struct date_point p,
			enum range_kind kind, struct date_range *ret)
{
	if (kind == RANGE_BETWEEN || (p.weak && kind == RANGE_NONE) ||
	    (p.closing && !date_closes(d->in, p.end)))
		return false;
	bool distance = kind == RANGE_MORE || kind == RANGE_LESS;
	if (distance && !p.ago)
		kind = RANGE_AT; /* over the last three days */
	if (!date_resolve(&p, d->today, NULL))
		return false;
	size_t suffix = suffix_at(d->in, p.end, &kind);
	*ret = (struct date_range){ .span = { at, suffix ? suffix : p.end },
				    .grain = p.grain,
				    .rolling = p.rolling };
	set_range(ret, &p, kind);
	return true;
}

/* Behind "since A": "until B", "and before B". */
static void range_join(const struct date_input *d, struct date_range *r)
{
	static const struct lex_entry joins[] = { { "and", 0 }, { "but", 0 }, { ",", 0 } };
	int kind;
	struct date_range second;
	size_t at = lex_skip(d->in, r->span.end);
	size_t join = lex_find(d->in, at, joins, LEX_COUNT(joins), &kind);
	at = join ? lex_skip(d->in, join) : at;
	size_t end = lex_find(d->in, at, prefixes, LEX_COUNT(prefixes), &kind);
	if (!end && !join) {
		end = lex_phrase(d->in, at, "to");
		kind = RANGE_UNTIL;
	}
	bool upper = kind == RANGE_UNTIL || kind == RANGE_BEFORE;
	bool lower = kind == RANGE_SINCE || kind == RANGE_AFTER;
	struct date_point p;
	if (!end || !(r->has_until ? lower : upper))
		return;
	at = lex_skip(d->in, end);
	if (!date_point_at(d, at, &p) || !point_range(d, at, p, (enum range_kind)kind, &second))
		return;
	int32_t since = r->has_since ? r->since : second.since;
	int32_t until = r->has_until ? r->until : second.until;
	if (since > until)
		return;
	r->since = since;
	r->until = until;
	r->has_since = r->has_until = true;
	r->span.end = second.span.end;
}

/* "older than three months": so long ago. */
static bool age_at(const struct date_input *d, size_t at, size_t start, struct date_point *ret)
{
	int32_t count;
	enum date_unit unit;
	if (!lex_phrase(d->in, at, "older than") && !lex_phrase(d->in, at, "newer than"))
		return false;
	size_t end = date_count(d->in, start, &count);
	end = end ? date_unit(d->in, lex_skip_dash(d->in, end), &unit) : 0;
	if (!end)
		return false;
	int32_t day = date_unit_shift(d->today, unit, -count);
	date_point_days(ret, end, (struct days){ day, day }, date_unit_grain(unit));
	ret->ago = true;
	return true;
}

static bool range_at(const struct date_input *d, size_t at, struct date_range *ret)
{
	int kind = RANGE_NONE;
	size_t prefix = lex_find(d->in, at, prefixes, LEX_COUNT(prefixes), &kind);
	size_t start = prefix ? lex_skip(d->in, prefix) : at;
	bool pairs = kind == RANGE_NONE || kind == RANGE_FROM || kind == RANGE_BETWEEN ||
		     kind == RANGE_AT || kind == RANGE_SINCE;
	struct date_point p;
	bool found = age_at(d, at, start, &p) || date_point_at(d, start, &p);
	if (pairs && pair_at(d, start, found ? &p : NULL, kind == RANGE_BETWEEN, ret)) {
		ret->span.start = at;
		return true;
	}
	if (found && pair_within(d, &p, ret)) {
		ret->span.start = at;
		return true;
	}
	if (!found || !point_range(d, start, p, (enum range_kind)kind, ret))
		return false;
	ret->span.start = at;
	if (ret->has_since != ret->has_until)
		range_join(d, ret);
	return true;
}

/* Digits behind '#', a currency sign or other digits are no date. */
static bool is_tail(const struct input *in, size_t at)
{
	char c = lex_before(in, at);
	if (!lex_is_digit(in, at))
		return false;
	if (c == '#' || c == '$')
		return true;
	return at > 1 && (c == '-' || c == '/' || c == ':' || c == '.') && lex_is_digit(in, at - 2);
}

bool date_range_find(const char *text, size_t len, int32_t today, struct date_range *ret)
{
	const struct input in = { text, len };
	const struct date_input d = { &in, today };
	bool found = false;
	for (size_t at = lex_skip(&in, 0); at < len; at = lex_next(&in, at)) {
		struct date_range range;
		if (!lex_starts(&in, at) || is_tail(&in, at) || !range_at(&d, at, &range))
			continue;
		bool mere_today = range.has_since && range.has_until && range.since == today &&
				  range.until == today;
		if (!found || !mere_today)
			*ret = range;
		found = true;
		if (!mere_today)
			return true;
		at = range.span.end - 1;
	}
	return found;
}

void date_range_widen(struct date_range *range, int32_t today)
{
	/* of "the past 7 days", today is one */
	if (range->rolling && range->has_since && range->until == today && range->since < today)
		range->since++;
	struct civil c = civil_from_day(range->since);
	struct days days = days_of_week(range->since);
	if (!range->has_since || !range->has_until || range->since != range->until ||
	    range->grain == DATE_DAY)
		return;
	if (range->grain == DATE_MONTH)
		days = days_of_month(c.year, c.month);
	else if (range->grain == DATE_YEAR)
		days = days_of_months(c.year, 1, 12);
	range->since = days.since;
	range->until = days.until < today ? days.until : today;
}
