/* SPDX-License-Identifier: MIT */
/* Reads one number with its currency or unit, before or behind it. */
#include "assistant/amount_value.h"

#include "assistant/amount_currency.h"
#include "assistant/number.h"

#include <string.h>

static const struct lex_entry units[] = {
	{ "star", AMOUNT_STARS },         { "stars", AMOUNT_STARS },
	{ "\xE2\x98\x85", AMOUNT_STARS }, { "\xE2\xAD\x90", AMOUNT_STARS },
	{ "%", AMOUNT_PERCENT },          { "percent", AMOUNT_PERCENT },
	{ "per cent", AMOUNT_PERCENT },   { "inch", AMOUNT_OTHER },
	{ "inches", AMOUNT_OTHER },       { "cm", AMOUNT_OTHER },
	{ "mm", AMOUNT_OTHER },           { "meter", AMOUNT_OTHER },
	{ "meters", AMOUNT_OTHER },       { "metre", AMOUNT_OTHER },
	{ "metres", AMOUNT_OTHER },       { "km", AMOUNT_OTHER },
	{ "mile", AMOUNT_OTHER },         { "miles", AMOUNT_OTHER },
	{ "ft", AMOUNT_OTHER },           { "foot", AMOUNT_OTHER },
	{ "feet", AMOUNT_OTHER },         { "yard", AMOUNT_OTHER },
	{ "yards", AMOUNT_OTHER },        { "gb", AMOUNT_OTHER },
	{ "tb", AMOUNT_OTHER },           { "mb", AMOUNT_OTHER },
	{ "kb", AMOUNT_OTHER },           { "gig", AMOUNT_OTHER },
	{ "gigs", AMOUNT_OTHER },         { "gigabyte", AMOUNT_OTHER },
	{ "gigabytes", AMOUNT_OTHER },    { "terabyte", AMOUNT_OTHER },
	{ "terabytes", AMOUNT_OTHER },    { "mp", AMOUNT_OTHER },
	{ "megapixel", AMOUNT_OTHER },    { "megapixels", AMOUNT_OTHER },
	{ "pixels", AMOUNT_OTHER },       { "mah", AMOUNT_OTHER },
	{ "wh", AMOUNT_OTHER },           { "w", AMOUNT_OTHER },
	{ "watt", AMOUNT_OTHER },         { "watts", AMOUNT_OTHER },
	{ "volt", AMOUNT_OTHER },         { "volts", AMOUNT_OTHER },
	{ "hz", AMOUNT_OTHER },           { "khz", AMOUNT_OTHER },
	{ "mhz", AMOUNT_OTHER },          { "ghz", AMOUNT_OTHER },
	{ "hertz", AMOUNT_OTHER },        { "fps", AMOUNT_OTHER },
	{ "rpm", AMOUNT_OTHER },          { "dpi", AMOUNT_OTHER },
	{ "lumens", AMOUNT_OTHER },       { "nits", AMOUNT_OTHER },
	{ "db", AMOUNT_OTHER },           { "psi", AMOUNT_OTHER },
	{ "gram", AMOUNT_OTHER },         { "grams", AMOUNT_OTHER },
	{ "kg", AMOUNT_OTHER },           { "kilo", AMOUNT_OTHER },
	{ "kilos", AMOUNT_OTHER },        { "kilogram", AMOUNT_OTHER },
	{ "kilograms", AMOUNT_OTHER },    { "lb", AMOUNT_OTHER },
	{ "lbs", AMOUNT_OTHER },          { "pound", AMOUNT_OTHER },
	{ "pounds", AMOUNT_OTHER },       { "oz", AMOUNT_OTHER },
	{ "ounce", AMOUNT_OTHER },        { "ounces", AMOUNT_OTHER },
	{ "ml", AMOUNT_OTHER },           { "liter", AMOUNT_OTHER },
	{ "liters", AMOUNT_OTHER },       { "litre", AMOUNT_OTHER },
	{ "litres", AMOUNT_OTHER },       { "gallon", AMOUNT_OTHER },
	{ "gallons", AMOUNT_OTHER },      { "cups", AMOUNT_OTHER },
	{ "sec", AMOUNT_OTHER },          { "secs", AMOUNT_OTHER },
	{ "seconds", AMOUNT_OTHER },      { "min", AMOUNT_OTHER },
	{ "mins", AMOUNT_OTHER },         { "minute", AMOUNT_OTHER },
	{ "minutes", AMOUNT_OTHER },      { "hr", AMOUNT_OTHER },
	{ "hrs", AMOUNT_OTHER },          { "hour", AMOUNT_OTHER },
	{ "hours", AMOUNT_OTHER },        { "day", AMOUNT_OTHER },
	{ "days", AMOUNT_OTHER },         { "business days", AMOUNT_OTHER },
	{ "working days", AMOUNT_OTHER }, { "week", AMOUNT_OTHER },
	{ "weeks", AMOUNT_OTHER },        { "month", AMOUNT_OTHER },
	{ "months", AMOUNT_OTHER },       { "year", AMOUNT_OTHER },
	{ "years", AMOUNT_OTHER },        { "years old", AMOUNT_OTHER },
	{ "year old", AMOUNT_OTHER },     { "am", AMOUNT_OTHER },
	{ "pm", AMOUNT_OTHER },           { "o'clock", AMOUNT_OTHER },
	{ "page", AMOUNT_OTHER },         { "pages", AMOUNT_OTHER },
	{ "pack", AMOUNT_OTHER },         { "packs", AMOUNT_OTHER },
	{ "piece", AMOUNT_OTHER },        { "pieces", AMOUNT_OTHER },
	{ "pcs", AMOUNT_OTHER },          { "pc", AMOUNT_OTHER },
	{ "count", AMOUNT_OTHER },        { "ct", AMOUNT_OTHER },
	{ "pairs", AMOUNT_OTHER },        { "copies", AMOUNT_OTHER },
	{ "items", AMOUNT_OTHER },        { "units", AMOUNT_OTHER },
	{ "orders", AMOUNT_OTHER },       { "products", AMOUNT_OTHER },
	{ "reviews", AMOUNT_OTHER },      { "ratings", AMOUNT_OTHER },
	{ "people", AMOUNT_OTHER },       { "persons", AMOUNT_OTHER },
	{ "person", AMOUNT_OTHER },       { "times", AMOUNT_OTHER },
	{ "cores", AMOUNT_OTHER },        { "core", AMOUNT_OTHER },
	{ "ports", AMOUNT_OTHER },        { "port", AMOUNT_OTHER },
	{ "ply", AMOUNT_OTHER },          { "tier", AMOUNT_OTHER },
	{ "degrees", AMOUNT_OTHER },      { "carat", AMOUNT_OTHER },
	{ "karat", AMOUNT_OTHER },
};

/* 1.299 beside a currency: the dot groups thousands. */
static bool ungroup_dot(const struct input *in, const struct number *n, int64_t *milli)
{
	size_t end = n->span.end;
	if (end - n->span.start < 5 || in->text[end - 4] != '.' || n->milli % 1000 == n->milli)
		return true;
	for (size_t i = end - 3; i < end; i++)
		if (!lex_is_digit(in, i))
			return true;
	return !__builtin_mul_overflow(*milli, 1000, milli);
}

/* Behind "3 dollars": "and 50 cents", "50"; a bare number only at the end of a clause. */
static void add_cents(const struct input *in, struct amount_value *v)
{
	size_t at = lex_skip(in, v->span.end);
	size_t and = lex_phrase(in, at, "and");
	size_t end;
	struct number n;
	if (!number_at(in->text, in->len, and? lex_skip(in, and) : at, &n) || n.ordinal)
		return;
	const struct currency *c = currency_at(in, lex_skip(in, n.span.end), false, &end);
	char after = lex_peek(in, lex_skip(in, n.span.end));
	bool bare = n.milli >= 10000 && lex_ends(in, n.span.end) &&
		    (!after || after == '.' || after == '!' || after == '?');
	if (n.milli < 0 || n.milli >= 100000 || n.milli % 1000 || !(c ? c->minor : bare))
		return;
	if (__builtin_add_overflow(v->milli, n.milli / 100, &v->milli))
		return;
	v->span.end = c ? end : n.span.end;
}

/* "10 pounds of salt", "a 20 pound bag": a weight. */
static bool is_weight(const struct input *in, const struct amount_value *v,
		      const struct currency *c, size_t end)
{
	size_t size, next = lex_skip(in, end);
	if (strcmp(c->phrase, "pound") != 0 && strcmp(c->phrase, "pounds") != 0)
		return false;
	bool dash = lex_char(in, v->span.end, &size) == '-';
	return lex_phrase(in, next, "of") ||
	       (c->phrase[5] == '\0' && v->milli != 1000 && (dash || lex_is_letter(in, next)));
}

/* A currency sign or word before or behind the number; false if the value no longer fits. */
static bool value_currency(const struct input *in, const struct number *n, struct amount_value *v,
			   const struct currency *before)
{
	size_t end;
	const struct currency *c = currency_at(in, lex_skip_dash(in, v->span.end), false, &end);
	if (c && is_weight(in, v, c, end))
		c = NULL;
	bool word = c && !before;
	struct number next;
	if (c && before) /* "$50 USD", but not the sign of the next price: "$20 $30" */
		c = strcmp(c->code, before->code) == 0 &&
				    !number_at(in->text, in->len, lex_skip(in, end), &next)
			    ? c
			    : NULL;
	if (c)
		v->span.end = end;
	if (before)
		c = before;
	if (!c)
		return true;
	v->unit = AMOUNT_MONEY;
	v->currency = c->code;
	if (c->minor) {
		v->milli /= 100;
		return true;
	}
	if (!n->words && !ungroup_dot(in, n, &v->milli))
		return false;
	if (word)
		add_cents(in, v);
	return true;
}

/* "out of 5 stars", "/5 stars", "out of 5". */
static size_t out_of_five(const struct input *in, size_t at)
{
	size_t out = lex_phrase(in, lex_skip(in, at), "out of");
	size_t slash = lex_phrase(in, at, "/");
	size_t five = out || slash ? lex_skip(in, out ? out : slash) : 0;
	size_t end = five ? lex_phrase(in, five, "5") : 0;
	if (five && !end)
		end = lex_phrase(in, five, "five");
	if (!end || !lex_ends(in, end))
		return 0;
	int unit;
	size_t stars = lex_find(in, lex_skip(in, end), units, LEX_COUNT(units), &unit);
	if (stars && unit == AMOUNT_STARS)
		return stars;
	return out ? end : 0;
}

/* A double quote behind digits says inches, unless it closes a quotation. */
static size_t inch_mark(const struct input *in, size_t at)
{
	size_t size;
	if (lex_char(in, at, &size) != '"' || !lex_is_digit(in, at - 1))
		return 0;
	size_t next = lex_skip(in, at + size);
	return next > at + size && lex_is_letter(in, next) ? at + size : 0;
}

static void value_unit(const struct input *in, struct amount_value *v)
{
	static const struct lex_entry glued[] = {
		{ "p", 0 },  { "m", 0 }, { "g", 0 }, { "l", 0 }, { "v", 0 },
		{ "in", 0 }, { "x", 0 }, { "d", 0 }, { "s", 0 }, { "a", 0 },
	};
	int unit;
	size_t end = out_of_five(in, v->span.end);
	if (end) {
		v->unit = AMOUNT_STARS;
		v->span.end = end;
		return;
	}
	end = lex_find(in, lex_skip_dash(in, v->span.end), units, LEX_COUNT(units), &unit);
	if (!end) {
		unit = AMOUNT_OTHER;
		end = inch_mark(in, v->span.end);
	}
	if (!end && lex_is_digit(in, v->span.end - 1))
		end = lex_find(in, v->span.end, glued, LEX_COUNT(glued), &(int){ 0 });
	if (!end)
		return;
	v->unit = (enum amount_unit)unit;
	v->span.end = end;
}

/* "50+", "50 +", "4+ stars"; the sign of a following number is not meant. */
static void value_plus(const struct input *in, struct amount_value *v)
{
	size_t at = lex_skip(in, v->span.end);
	if (at >= in->len || in->text[at] != '+' || lex_is_digit(in, at + 1))
		return;
	v->plus = true;
	v->span.end = at + 1;
}

/* Digits behind a slash, a colon or a dot, or letters that are no unit: a date, a time, a name. */
static bool value_is_name(const struct input *in, size_t end)
{
	size_t size;
	char c = lex_char(in, end, &size);
	if (!lex_ends(in, end))
		return !lex_phrase(in, end, "ish");
	return (c == '/' || c == ':' || c == '.') && lex_is_digit(in, end + size);
}

/* A number, but the 4 of "4/5 stars" before number_at() makes a fraction of it. */
static bool value_number(const struct input *in, size_t at, struct number *ret)
{
	size_t end = at;
	while (lex_is_digit(in, end) || (end > at && end < in->len && in->text[end] == '.'))
		end++;
	bool stars = end > at && lex_peek(in, end) == '/' && out_of_five(in, end);
	return number_at(in->text, stars ? end : in->len, at, ret) && !ret->ordinal;
}

/* The value of exactly `count` digits, -1 if others stand there. */
static int64_t digits_value(const struct input *in, size_t at, size_t count)
{
	int64_t value = 0;
	for (size_t i = at; i < at + count; i++) {
		if (!lex_is_digit(in, i))
			return -1;
		value = value * 10 + (in->text[i] - '0');
	}
	return lex_is_digit(in, at + count) ? -1 : value;
}

/* "1 299" and "1 299,50" beside a currency: blanks group thousands there, and nowhere else. */
static void join_groups(const struct input *in, bool currency, struct number *n)
{
	size_t end = n->span.end, after;
	int64_t milli = n->milli, group;
	if (n->words || digits_value(in, n->span.start, end - n->span.start) < 1 ||
	    end > n->span.start + 3)
		return;
	while (lex_peek(in, end) == ' ' && (group = digits_value(in, end + 1, 3)) >= 0 &&
	       milli < INT64_MAX / 2000) {
		milli = milli * 1000 + group * 1000;
		end += 4;
	}
	char mark = lex_peek(in, end);
	int64_t cents = mark == ',' || mark == '.' ? digits_value(in, end + 1, 2) : -1;
	if (end > n->span.end && cents >= 0) {
		milli += cents * 10;
		end += 3;
	}
	if (end == n->span.end ||
	    (!currency && !currency_at(in, lex_skip_dash(in, end), false, &after)))
		return;
	n->milli = milli;
	n->span.end = end;
}

bool amount_value_at(const struct input *in, size_t at, struct amount_value *ret)
{
	size_t end;
	struct number n;
	const struct currency *before = currency_at(in, at, true, &end);
	size_t start = before ? lex_skip(in, end) : at;
	if (!value_number(in, start, &n))
		return false;
	join_groups(in, before != NULL, &n);
	*ret = (struct amount_value){
		.span = { at, n.span.end },
		.milli = n.milli,
		.currency = "",
		.padded = in->text[start] == '0' && lex_is_digit(in, start + 1),
	};
	value_plus(in, ret);
	if (!value_currency(in, &n, ret, before))
		return false;
	if (ret->unit != AMOUNT_MONEY)
		value_unit(in, ret);
	if (!ret->plus)
		value_plus(in, ret);
	return !value_is_name(in, ret->span.end);
}
