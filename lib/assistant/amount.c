/* SPDX-License-Identifier: MIT */
/* Finds amounts: a value, the bound words around it, and the second value of a range. */
#include "assistant/amount.h"

#include "assistant/amount_bound.h"
#include "assistant/amount_value.h"

#include <string.h>

enum {
	FILLERS_MAX = 4,
	STARS_MAX = 10,
};

/* Words that say what a bare number is about. Leads come before bounds too: "price under 50". */
static const struct lex_entry leads[] = {
	{ "rated", AMOUNT_STARS },   { "rating", AMOUNT_STARS },
	{ "ratings", AMOUNT_STARS }, { "star rating", AMOUNT_STARS },
	{ "stars", AMOUNT_STARS },   { "review score", AMOUNT_STARS },
	{ "score", AMOUNT_STARS },   { "scored", AMOUNT_STARS },
	{ "price", AMOUNT_MONEY },   { "prices", AMOUNT_MONEY },
	{ "priced", AMOUNT_MONEY },  { "price range", AMOUNT_MONEY },
	{ "cost", AMOUNT_MONEY },    { "costs", AMOUNT_MONEY },
	{ "costing", AMOUNT_MONEY }, { "spend", AMOUNT_MONEY },
	{ "pay", AMOUNT_MONEY },     { "budget", AMOUNT_MONEY },
	{ "size", AMOUNT_OTHER },    { "sizes", AMOUNT_OTHER },
	{ "age", AMOUNT_OTHER },     { "ages", AMOUNT_OTHER },
	{ "aged", AMOUNT_OTHER },    { "model", AMOUNT_OTHER },
	{ "version", AMOUNT_OTHER },
};

static const struct lex_entry fillers[] = {
	{ "of", 0 }, { "is", 0 }, { "are", 0 }, { "at", 0 }, { ":", 0 },
	{ "a", 0 },  { "an", 0 }, { "the", 0 }, { "be", 0 }, { "ranging", 0 },
	{ "in", 0 }, { "=", 0 },  { "was", 0 },
};

struct parse {
	const struct input *in;
	size_t at;
	enum amount_unit hint; /* what a lead said */
	struct amount_range range;
};

static void skip_fillers(struct parse *p)
{
	int unit;
	for (int i = 0; i < FILLERS_MAX; i++) {
		size_t at = lex_skip(p->in, p->at);
		size_t end = lex_find(p->in, at, leads, LEX_COUNT(leads), &unit);
		if (end)
			p->hint = (enum amount_unit)unit;
		else
			end = lex_find(p->in, at, fillers, LEX_COUNT(fillers), &unit);
		p->at = end ? end : at;
		if (!end)
			return;
	}
	p->at = lex_skip(p->in, p->at);
}

static void set_min(struct amount_range *r, int64_t milli, bool exclusive)
{
	r->has_min = true;
	r->min_milli = milli;
	r->min_exclusive = exclusive;
}

static void set_max(struct amount_range *r, int64_t milli, bool exclusive)
{
	r->has_max = true;
	r->max_milli = milli;
	r->max_exclusive = exclusive;
}

static void set_unit(struct amount_range *r, const struct amount_value *v)
{
	if (v->unit == AMOUNT_PLAIN)
		return;
	r->unit = v->unit;
	if (*v->currency)
		memcpy(r->currency, v->currency, sizeof(r->currency));
}

static void set_limits(struct amount_range *r, int64_t milli, enum bound_kind kind)
{
	if (kind == BOUND_AROUND) {
		/* 15 % either way, without overflow; it is about thousandths here. */
		int64_t slack = milli / 20 * 3;
		slack = slack < 0 ? -slack : slack;
		r->around = true;
		set_min(r, milli - slack, false);
		if (__builtin_add_overflow(milli, slack, &milli))
			milli = INT64_MAX;
		set_max(r, milli, false);
		return;
	}
	bool low = kind == BOUND_MIN || kind == BOUND_MIN_EXC;
	bool high = kind == BOUND_MAX || kind == BOUND_MAX_EXC;
	if (!high)
		set_min(r, milli, kind == BOUND_MIN_EXC);
	if (!low)
		set_max(r, milli, kind == BOUND_MAX_EXC);
}

/* What joins the two numbers of a range. "and" only behind "between", "or" only between stars. */
static size_t joiner_at(const struct input *in, size_t at, enum bound_kind kind, bool *ret_or)
{
	static const struct lex_entry table[] = {
		{ "to", 0 },    { "through", 0 }, { "thru", 0 }, { "until", 0 }, { "till", 0 },
		{ "up to", 0 }, { "-", 0 },       { "and", 1 },  { "& ", 1 },    { "or", 2 },
	};
	int joins = 0;
	at = lex_skip(in, at);
	size_t end = lex_find(in, at, table, LEX_COUNT(table), &joins);
	*ret_or = joins == 2;
	return joins == 1 && kind != BOUND_RANGE ? 0 : end;
}

/* Bare numbers around a hyphen are often no range: dates, telephone and article numbers. */
static bool pair_is_plausible(const struct input *in, const struct amount_value *a,
			      const struct amount_value *b)
{
	size_t size;
	bool bare = a->unit == AMOUNT_PLAIN && b->unit == AMOUNT_PLAIN;
	if (!bare)
		return a->milli <= b->milli;
	char before = lex_char(in, b->span.end, &size);
	if (before == '-' && lex_is_digit(in, b->span.end + size))
		return false;
	return a->milli < b->milli && !a->padded && !b->padded;
}

static bool pair_at(struct parse *p, const struct amount_value *a, enum bound_kind kind)
{
	bool either;
	struct amount_value b;
	struct amount_range *r = &p->range;
	size_t at = joiner_at(p->in, a->span.end, kind, &either);
	if (!at || !amount_value_at(p->in, lex_skip(p->in, at), &b))
		return false;
	if (either && b.unit != AMOUNT_STARS)
		return false;
	if (a->unit != b.unit && a->unit != AMOUNT_PLAIN && b.unit != AMOUNT_PLAIN)
		return false;
	bool swapped = kind == BOUND_RANGE && b.milli < a->milli;
	if (!swapped && !pair_is_plausible(p->in, a, &b))
		return false;
	set_unit(r, a);
	set_unit(r, &b);
	set_min(r, swapped ? b.milli : a->milli, false);
	set_max(r, swapped ? a->milli : b.milli, false);
	p->at = b.span.end;
	return true;
}

/* Behind a first bound: "and below 1500", ", less than 40", "but under 50". */
static void bound_join(struct parse *p)
{
	static const struct lex_entry table[] = { { "and", 0 },   { "but", 0 },   { ",", 0 },
						  { ", but", 0 }, { ", and", 0 }, { "yet", 0 } };
	int ignored;
	struct bound bound;
	struct amount_value v;
	struct amount_range joined = p->range;
	size_t at = lex_find(p->in, lex_skip(p->in, p->at), table, LEX_COUNT(table), &ignored);
	at = at ? lex_skip(p->in, at) : lex_skip(p->in, p->at);
	for (int i = 0; i < 2; i++) { /* the denial itself is seen by looking back */
		size_t no = lex_phrase(p->in, at, i ? "not" : "no");
		at = no ? lex_skip(p->in, no) : at;
	}
	size_t end = bound_before(p->in, at, &bound);
	enum bound_kind kind = end ? bound.kind : BOUND_NONE;
	if (!end || kind > BOUND_MAX_EXC || !amount_value_at(p->in, lex_skip(p->in, end), &v))
		return;
	bool low = kind == BOUND_MIN || kind == BOUND_MIN_EXC;
	/* "rated over 4.5 under $20", "rated over 4 under 20": the second limit is a price */
	bool price =
		p->hint == AMOUNT_STARS &&
		(v.unit == AMOUNT_MONEY || (v.unit == AMOUNT_PLAIN && v.milli > STARS_MAX * 1000));
	bool same_unit = !price && (v.unit == AMOUNT_PLAIN || joined.unit == AMOUNT_PLAIN ||
				    v.unit == joined.unit);
	if ((low ? joined.has_min : joined.has_max) || !same_unit)
		return;
	set_limits(&joined, v.milli, kind);
	set_unit(&joined, &v);
	if (joined.min_milli >= joined.max_milli)
		return;
	p->range = joined;
	p->at = v.span.end;
}

/* "from 50" alone: a price, not a year, a place in a list or "from 3 sellers". */
static bool from_is_bound(const struct parse *p, const struct amount_value *v)
{
	return v->unit == AMOUNT_MONEY || p->hint == AMOUNT_MONEY || p->hint == AMOUNT_STARS;
}

static bool parse_bounded(struct parse *p, enum bound_kind kind)
{
	struct amount_value v;
	bool range = kind == BOUND_RANGE || kind == BOUND_FROM;
	skip_fillers(p);
	enum bound_kind after;
	struct bound inner;
	size_t about = kind != BOUND_AROUND ? bound_before(p->in, p->at, &inner) : 0;
	if (about && inner.kind == BOUND_AROUND && !range)
		p->at = lex_skip(p->in, about); /* up to about 50 */
	if (!amount_value_at(p->in, p->at, &v))
		return false;
	bool pairs = range || kind == BOUND_AROUND || kind == BOUND_MAX;
	if (pairs && pair_at(p, &v, kind))
		return true;
	if (kind == BOUND_RANGE)
		return false;
	p->at = v.span.end;
	set_unit(&p->range, &v);
	bool open = kind == BOUND_FROM || kind == BOUND_AROUND;
	size_t end = open ? bound_after(p->in, p->at, &after) : 0;
	if (kind == BOUND_FROM && !end && !v.plus && !from_is_bound(p, &v))
		return false;
	if (end || kind == BOUND_FROM)
		kind = end ? after : BOUND_MIN;
	p->at = end ? end : p->at;
	set_limits(&p->range, v.milli, kind);
	if (p->range.has_min != p->range.has_max)
		bound_join(p);
	return true;
}

/* A bare number behind a lead: "costs 50.", but not "the cost of 2 shirts". */
static bool hint_is_enough(const struct parse *p)
{
	char after = lex_peek(p->in, lex_skip(p->in, p->at));
	if (p->hint == AMOUNT_MONEY)
		return !after || after == '.' || after == ',' || after == '?' || after == '!';
	return p->hint != AMOUNT_PLAIN;
}

/* A value without bound words before it. */
static bool parse_value(struct parse *p)
{
	struct amount_value v;
	enum bound_kind kind = BOUND_EXACT;
	if (!amount_value_at(p->in, p->at, &v))
		return false;
	if (pair_at(p, &v, BOUND_NONE))
		return true;
	size_t end = bound_after(p->in, v.span.end, &kind);
	if (v.plus)
		kind = BOUND_MIN;
	p->at = end ? end : v.span.end;
	if (!end && !v.plus && v.unit == AMOUNT_PLAIN && !hint_is_enough(p))
		return false;
	set_unit(&p->range, &v);
	set_limits(&p->range, v.milli, kind);
	return true;
}

/* "in the 50-100 range", "50 to 100 price range". */
static void skip_range_word(struct parse *p)
{
	static const struct lex_entry table[] = { { "range", 0 }, { "price range", 1 } };
	int price;
	size_t end = lex_find(p->in, lex_skip(p->in, p->at), table, LEX_COUNT(table), &price);
	if (!end || !p->range.has_min || !p->range.has_max)
		return;
	p->at = end;
	if (price)
		p->hint = AMOUNT_MONEY;
}

static bool amount_at(const struct input *in, size_t at, struct amount_range *ret)
{
	struct parse p = { .in = in, .at = at };
	struct bound bound = { BOUND_NONE, at };
	int unit;
	size_t lead = lex_find(in, at, leads, LEX_COUNT(leads), &unit);
	if (lead)
		skip_fillers(&p);
	size_t end = bound_before(in, p.at, &bound);
	if (end)
		p.at = end;
	else if (lex_phrase(in, at, "budget"))
		bound.kind = BOUND_MAX;
	if (!(bound.kind != BOUND_NONE ? parse_bounded(&p, bound.kind) : parse_value(&p)))
		return false;
	skip_range_word(&p);
	*ret = p.range;
	if (ret->unit == AMOUNT_PLAIN)
		ret->unit = p.hint;
	ret->span = (struct span){ bound.start < at ? bound.start : at, p.at };
	/* Nobody rates above ten stars: "rated 200 or more" counts something else. */
	if (ret->unit == AMOUNT_STARS &&
	    (ret->has_min ? ret->min_milli : ret->max_milli) > STARS_MAX * 1000)
		ret->unit = AMOUNT_OTHER;
	return true;
}

/* Behind '#', or behind digits and a separator: the rest of a name, a date or a telephone number.
 */
static bool is_tail(const struct input *in, size_t at)
{
	char c = lex_before(in, at);
	if (!lex_is_digit(in, at))
		return false;
	if (c == '#')
		return true;
	return at > 1 && (c == '-' || c == '/' || c == ':' || c == '.') && lex_is_digit(in, at - 2);
}

bool amount_find(const char *text, size_t len, size_t from, struct amount_range *ret)
{
	const struct input in = { text, len };
	for (size_t at = lex_skip(&in, from); at < len; at = lex_next(&in, at)) {
		if (!lex_starts(&in, at) || is_tail(&in, at) || !amount_at(&in, at, ret))
			continue;
		if (ret->span.start < from) /* a denial that an earlier amount has used */
			ret->span.start = at;
		return true;
	}
	return false;
}
