/* SPDX-License-Identifier: MIT */
/* The words of dates: months, weekdays, units, day and year numbers. */
#include "assistant/dates_parse.h"
#include "assistant/number.h"

enum {
	YEAR_MIN = 1900,
	YEAR_MAX = 2099,
	COUNT_MAX = 5000, /* more days, weeks or years than any shop has seen */
	WEAK = 100,       /* added to the values of words with another everyday meaning */
};

static const struct lex_entry months[] = {
	{ "january", 1 },     { "february", 2 },    { "march", 3 },       { "april", 4 },
	{ "may", 5 + WEAK },  { "june", 6 },        { "july", 7 },        { "august", 8 },
	{ "september", 9 },   { "october", 10 },    { "november", 11 },   { "december", 12 },
	{ "jan", 1 + WEAK },  { "feb", 2 + WEAK },  { "mar", 3 + WEAK },  { "apr", 4 + WEAK },
	{ "jun", 6 + WEAK },  { "jul", 7 + WEAK },  { "aug", 8 + WEAK },  { "sep", 9 + WEAK },
	{ "sept", 9 + WEAK }, { "oct", 10 + WEAK }, { "nov", 11 + WEAK }, { "dec", 12 + WEAK },
};

static const struct lex_entry weekdays[] = {
	{ "monday", 0 },     { "tuesday", 1 },     { "wednesday", 2 },    { "thursday", 3 },
	{ "friday", 4 },     { "saturday", 5 },    { "sunday", 6 },       { "mon", 0 + WEAK },
	{ "tue", 1 + WEAK }, { "tues", 1 + WEAK }, { "wed", 2 + WEAK },   { "weds", 2 + WEAK },
	{ "thu", 3 + WEAK }, { "thur", 3 + WEAK }, { "thurs", 3 + WEAK }, { "fri", 4 + WEAK },
	{ "sat", 5 + WEAK }, { "sun", 6 + WEAK },
};

static const struct lex_entry units[] = {
	{ "hour", UNIT_HOUR },
	{ "hours", UNIT_HOUR },
	{ "hr", UNIT_HOUR },
	{ "hrs", UNIT_HOUR },
	{ "day", UNIT_DAY },
	{ "days", UNIT_DAY },
	{ "week", UNIT_WEEK },
	{ "weeks", UNIT_WEEK },
	{ "weak", UNIT_WEEK }, /* "last weak": no other unit sounds like a word */
	{ "wk", UNIT_WEEK },
	{ "wks", UNIT_WEEK },
	{ "month", UNIT_MONTH },
	{ "months", UNIT_MONTH },
	{ "mths", UNIT_MONTH },
	{ "quarter", UNIT_QUARTER },
	{ "quarters", UNIT_QUARTER },
	{ "year", UNIT_YEAR },
	{ "years", UNIT_YEAR },
	{ "yr", UNIT_YEAR },
	{ "yrs", UNIT_YEAR },
	{ "decade", UNIT_DECADE },
	{ "decades", UNIT_DECADE },
	{ "fortnight", UNIT_FORTNIGHT },
	{ "fortnights", UNIT_FORTNIGHT },
	{ "weekend", UNIT_WEEKEND },
	{ "weekends", UNIT_WEEKEND },
};

/* Behind a date, words that go on with the clause instead of naming a thing. */
static const struct lex_entry closers[] = {
	{ "and", 0 },     { "or", 0 },      { "to", 0 },      { "until", 0 },     { "till", 0 },
	{ "through", 0 }, { "but", 0 },     { "did", 0 },     { "do", 0 },        { "does", 0 },
	{ "was", 0 },     { "were", 0 },    { "is", 0 },      { "are", 0 },       { "has", 0 },
	{ "have", 0 },    { "had", 0 },     { "i", 0 },       { "we", 0 },        { "you", 0 },
	{ "please", 0 },  { "arrive", 0 },  { "arrived", 0 }, { "for", 0 },       { "with", 0 },
	{ "in", 0 },      { "on", 0 },      { "at", 0 },      { "from", 0 },      { "before", 0 },
	{ "after", 0 },   { "this", 0 },    { "last", 0 },    { "of", 0 },        { "my", 0 },
	{ "what", 0 },    { "how", 0 },     { "when", 0 },    { "where", 0 },     { "which", 0 },
	{ "that", 0 },    { "by", 0 },      { "the", 0 },     { "a", 0 },         { "not", 0 },
	{ "ship", 0 },    { "shipped", 0 }, { "only", 0 },    { "delivered", 0 }, { "still", 0 },
	{ "already", 0 }, { "onwards", 0 }, { "onward", 0 },
};

size_t date_the(const struct input *in, size_t at)
{
	size_t end = lex_phrase(in, at, "the");
	return end ? lex_skip(in, end) : at;
}

size_t date_link(const struct input *in, size_t at)
{
	static const struct lex_entry links[] = {
		{ "of", 0 }, { "in", 0 }, { "on", 0 }, { ",", 0 }
	};
	int ignored;
	size_t end = lex_find(in, lex_skip(in, at), links, LEX_COUNT(links), &ignored);
	return lex_skip(in, end ? end : at);
}

static size_t weak_find(const struct input *in, size_t at, struct lex_hit *hit, bool *ret_weak)
{
	*ret_weak = hit->value >= WEAK;
	hit->value %= WEAK;
	return in->len > at && in->text[at] == '.' && *ret_weak ? at + 1 : at;
}

size_t date_month(const struct input *in, size_t at, int *ret, bool *ret_weak)
{
	struct lex_hit hit = { at, 0 };
	size_t end = lex_find(in, at, months, LEX_COUNT(months), &hit.value);
	if (!end)
		return 0;
	end = weak_find(in, end, &hit, ret_weak);
	*ret = hit.value;
	return end;
}

size_t date_weekday(const struct input *in, size_t at, int *ret, bool *ret_weak)
{
	struct lex_hit hit = { at, 0 };
	size_t end = lex_find(in, at, weekdays, LEX_COUNT(weekdays), &hit.value);
	if (!end || !lex_ends(in, end))
		return 0;
	end = weak_find(in, end, &hit, ret_weak);
	*ret = hit.value;
	return end;
}

size_t date_unit(const struct input *in, size_t at, enum date_unit *ret)
{
	int unit;
	size_t end = lex_find(in, at, units, LEX_COUNT(units), &unit);
	if (end)
		*ret = (enum date_unit)unit;
	return end;
}

size_t date_day(const struct input *in, size_t at, int *ret, bool *ret_ordinal)
{
	struct number n;
	at = date_the(in, at);
	size_t digits = at;
	while (lex_is_digit(in, digits))
		digits++;
	bool words = digits == at;
	/* Digits are cut off here, so that "22/04" and "4-22" are not read as one number. */
	size_t len = words || lex_is_letter(in, digits) ? in->len : digits;
	if (digits > at + 2 || !number_at(in->text, len, at, &n) || n.milli % 1000)
		return 0;
	if (n.milli < 1000 || n.milli > 31000 || (!words && !n.ordinal && n.span.end != digits))
		return 0;
	char after = lex_peek(in, n.span.end);
	if (!lex_ends(in, n.span.end) || after == ':' || after == '%' || after == '$')
		return 0;
	*ret = (int)(n.milli / 1000);
	*ret_ordinal = n.ordinal;
	return n.span.end;
}

/* "two thousand and eighteen", "nineteen ninety nine". */
static size_t year_words(const struct input *in, size_t at, int *ret)
{
	struct number high, low;
	if (!lex_is_letter(in, at) || !number_at(in->text, in->len, at, &high) || high.ordinal)
		return 0;
	if (high.milli >= YEAR_MIN * 1000 && high.milli <= YEAR_MAX * 1000) {
		*ret = (int)(high.milli / 1000);
		return high.span.end;
	}
	size_t next = lex_skip_dash(in, high.span.end);
	size_t zero = lex_phrase(in, next, "zero");
	zero = zero ? zero : lex_phrase(in, next, "oh");
	next = zero ? lex_skip_dash(in, zero) : next;
	if ((high.milli != 19000 && high.milli != 20000) || !lex_is_letter(in, next) ||
	    !number_at(in->text, in->len, next, &low) || low.ordinal)
		return 0;
	if (low.milli % 1000 || low.milli > (zero ? 9000 : 99000) ||
	    low.milli < (zero ? 1000 : 10000))
		return 0;
	*ret = (int)(high.milli / 10 + low.milli / 1000);
	return low.span.end;
}

size_t date_year(const struct input *in, size_t at, int *ret)
{
	int year = 0;
	size_t end = at;
	while (lex_is_digit(in, end) && end < at + 5)
		year = year * 10 + (in->text[end++] - '0');
	if (end == at)
		return year_words(in, at, ret);
	size_t size;
	char after = lex_char(in, end, &size);
	bool more = (after == '.' || after == ',') && lex_is_digit(in, end + size);
	if (end != at + 4 || year < YEAR_MIN || year > YEAR_MAX || !lex_ends(in, end) || more ||
	    after == '%' || after == '$' || after == '+')
		return 0;
	*ret = year;
	return end;
}

int date_this_year(const struct date_input *d)
{
	return civil_from_day(d->today).year;
}

size_t date_year_tail(const struct date_input *d, size_t at, int *ret)
{
	int offset;
	bool rolling;
	enum date_unit unit;
	size_t next = date_link(d->in, at);
	size_t end = date_year(d->in, next, ret);
	size_t size;
	if (end)
		return end;
	if (lex_char(d->in, next, &size) == '\'' && lex_is_digit(d->in, next + size) &&
	    lex_is_digit(d->in, next + size + 1) && lex_ends(d->in, next + size + 2)) {
		const char *text = d->in->text + next + size;
		*ret = 2000 + (text[0] - '0') * 10 + text[1] - '0';
		return next + size + 2;
	}
	end = date_relative(d->in, next, &offset, &rolling);
	end = end ? date_unit(d->in, lex_skip(d->in, end), &unit) : 0;
	if (!end || unit != UNIT_YEAR)
		return 0;
	*ret = date_this_year(d) + offset;
	return end;
}

size_t date_count(const struct input *in, size_t at, int32_t *ret)
{
	static const struct lex_entry vague[] = { { "few", 3 },      { "a few", 3 },
						  { "several", 3 },  { "couple of", 2 },
						  { "couple", 2 },   { "a couple of", 2 },
						  { "a couple", 2 }, { "a", 1 },
						  { "an", 1 } };
	struct number n;
	int count;
	size_t end = lex_find(in, at, vague, LEX_COUNT(vague), &count);
	if (!end) {
		if (!number_at(in->text, in->len, at, &n) || n.ordinal || n.milli % 1000)
			return 0;
		if (n.milli < 1000 || n.milli > COUNT_MAX * 1000)
			return 0;
		count = (int)(n.milli / 1000);
		end = n.span.end;
	}
	*ret = count;
	return end;
}

size_t date_relative(const struct input *in, size_t at, int *ret, bool *ret_rolling)
{
	enum { PAST = 10 };
	static const struct lex_entry table[] = {
		{ "last", -1 },        { "previous", -1 },  { "prior", -1 },  { "past", PAST },
		{ "this past", PAST }, { "this", 0 },       { "current", 0 }, { "same", 0 },
		{ "the same", 0 },     { "next", 1 },       { "coming", 1 },  { "upcoming", 1 },
		{ "following", 1 },    { "preceding", -1 },
	};
	size_t start = date_the(in, at);
	size_t end = lex_find(in, start, table, LEX_COUNT(table), ret);
	if (!end)
		return 0;
	*ret_rolling = *ret == PAST || (start > at && lex_phrase(in, start, "last"));
	if (*ret == PAST)
		*ret = -1;
	return end;
}

bool date_closes(const struct input *in, size_t at)
{
	int ignored;
	size_t size;
	at = lex_skip(in, at);
	if (lex_char(in, at, &size) == '-' && lex_is_letter(in, at + size))
		return false;
	return lex_ends(in, at) || lex_find(in, at, closers, LEX_COUNT(closers), &ignored) != 0;
}
