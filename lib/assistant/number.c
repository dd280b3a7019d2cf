/* SPDX-License-Identifier: MIT */
/* Finds numbers in a message: digits with separators here, number words in number_words.c. */
#include "assistant/number.h"

#include "assistant/lex.h"
#include "assistant/number_words.h"

enum {
	GROUPS_MAX = 7,
	DENOMINATOR_MAX = 16,
};

/* Digits as they stand: the groups between separators, and how each group begins. */
struct digits {
	size_t start[GROUPS_MAX], count[GROUPS_MAX];
	char mark[GROUPS_MAX]; /* the separator before the group */
	size_t groups;
	bool more; /* a further separator and digit followed */
};

static size_t digits_end(const struct input *in, size_t at)
{
	while (lex_is_digit(in, at))
		at++;
	return at;
}

/* The separator between two digits: '.', ',', '\'' or ' ' (only those blanks that do not break a
 * line). */
static char separator_at(const struct input *in, size_t at, size_t *ret_size)
{
	char c = lex_char(in, at, ret_size);
	bool marks = c == '.' || c == ',' || c == '\'' || (c == ' ' && *ret_size > 1);
	return marks && lex_is_digit(in, at + *ret_size) ? c : '\0';
}

static size_t digits_scan(const struct input *in, size_t at, struct digits *ret)
{
	char mark = '\0';
	size_t size = 0;
	ret->groups = 0;
	do {
		at += size;
		size_t end = digits_end(in, at);
		ret->start[ret->groups] = at;
		ret->count[ret->groups] = end - at;
		ret->mark[ret->groups++] = mark;
		at = end;
		mark = separator_at(in, at, &size);
	} while (mark && ret->groups < GROUPS_MAX);
	ret->more = mark != '\0';
	return at;
}

/* Whether groups 1 to `last` are thousands, all behind the same mark. */
static bool digits_grouped(const struct digits *d, size_t last)
{
	if (d->count[0] > 3)
		return false;
	for (size_t i = 1; i <= last; i++)
		if (d->count[i] != 3 || d->mark[i] != d->mark[1])
			return false;
	return true;
}

/* How many groups make the whole part, and whether one more is the fraction. 0: not a number. */
static size_t digits_whole(const struct input *in, const struct digits *d, bool *ret_fraction)
{
	size_t last = d->groups - 1;
	bool zero = d->count[0] == 1 && in->text[d->start[0]] == '0';
	*ret_fraction = false;
	if (last == 0)
		return 1;
	if (last == 1 && d->mark[1] == '.') {
		*ret_fraction = true;
		return 1;
	}
	if (d->more)
		return d->mark[1] == '.' ? 0 : 1;
	if (!zero && digits_grouped(d, last))
		return d->groups;
	if (last == 1) { /* a comma that groups nothing: 5,00 but not 1234,567 */
		*ret_fraction = d->mark[1] == ',' && d->count[1] <= 2;
		return 1;
	}
	bool decimal = d->mark[last] == '.' || d->mark[last] == ',';
	if (decimal && d->mark[last] != d->mark[1] && digits_grouped(d, last - 1)) {
		*ret_fraction = true;
		return last;
	}
	return d->mark[1] == '.' ? 0 : 1; /* 1.2.3 is a version, 1,2,3 a list */
}

static bool digits_add(const struct input *in, size_t start, size_t count, int64_t *value)
{
	for (size_t i = 0; i < count; i++) {
		int64_t digit = in->text[start + i] - '0';
		if (__builtin_mul_overflow(*value, 10, value) ||
		    __builtin_add_overflow(*value, digit, value))
			return false;
	}
	return true;
}

/* Digits with their separators, as thousandths. Returns the end, 0 if there is no number. */
static size_t literal_at(const struct input *in, size_t at, int64_t *ret)
{
	struct digits d;
	bool fraction;
	if (!lex_is_digit(in, at))
		return 0;
	digits_scan(in, at, &d);
	size_t whole = digits_whole(in, &d, &fraction);
	if (!whole)
		return 0;
	int64_t value = 0;
	for (size_t i = 0; i < whole; i++)
		if (!digits_add(in, d.start[i], d.count[i], &value))
			return 0;
	size_t end = d.start[whole - 1] + d.count[whole - 1];
	size_t decimals = 0;
	if (fraction) {
		decimals = d.count[whole] < 3 ? d.count[whole] : 3;
		end = d.start[whole] + d.count[whole];
		if (!digits_add(in, d.start[whole], decimals, &value))
			return 0;
	}
	for (; decimals < 3; decimals++)
		if (__builtin_mul_overflow(value, 10, &value))
			return 0;
	*ret = value;
	return end;
}

/* Behind a numerator: "/4". Only fractions that are said that way; 24/7 is none. */
static size_t fraction_tail(const struct input *in, size_t at, int64_t *milli)
{
	if (at >= in->len || in->text[at] != '/' || *milli % 1000)
		return 0;
	size_t end = digits_end(in, at + 1);
	int64_t below = 0;
	if (end - at < 2 || end - at > 3 || !digits_add(in, at + 1, end - at - 1, &below) ||
	    lex_peek(in, end) == '/' || !lex_ends(in, end))
		return 0;
	if (below < 2 || below > DENOMINATOR_MAX || *milli <= 0 || *milli / 1000 >= below)
		return 0;
	*milli /= below;
	return end;
}

/* 1/2 and 2 1/4. */
static size_t fraction_at(const struct input *in, size_t at, int64_t *milli)
{
	size_t end = fraction_tail(in, at, milli);
	size_t next = lex_skip(in, at);
	if (end || next == at || *milli % 1000)
		return end;
	int64_t part = 0;
	size_t over = literal_at(in, next, &part);
	end = over ? fraction_tail(in, over, &part) : 0;
	return end && !__builtin_add_overflow(*milli, part, milli) ? end : 0;
}

static size_t ordinal_suffix(const struct input *in, size_t at)
{
	static const struct lex_entry table[] = {
		{ "st", 0 }, { "nd", 0 }, { "rd", 0 }, { "th", 0 }
	};
	int ignored;
	size_t end = lex_find(in, at, table, LEX_COUNT(table), &ignored);
	return end && lex_ends(in, end) ? end : 0;
}

static bool digits_at(const struct input *in, size_t at, struct number *ret)
{
	int64_t milli = 0;
	size_t end = literal_at(in, at, &milli);
	if (!end)
		return false;
	size_t more = ordinal_suffix(in, end);
	*ret = (struct number){ { at, more }, milli, true, false };
	if (more)
		return true;
	ret->ordinal = false;
	more = fraction_at(in, end, &milli);
	ret->span.end = more ? more : end;
	ret->milli = milli;
	return more || number_scale(in, end, ret);
}

static bool negate(struct number *number, size_t start)
{
	number->span.start = start;
	number->milli = -number->milli;
	return true;
}

bool number_at(const char *text, size_t len, size_t at, struct number *ret)
{
	const struct input in = { text, len };
	size_t size;
	char c = lex_char(&in, at, &size);
	if (lex_is_digit(&in, at))
		return digits_at(&in, at, ret);
	if ((c == '-' || c == '+') && lex_is_digit(&in, at + size)) {
		if (!digits_at(&in, at + size, ret))
			return false;
		ret->span.start = at;
		return c == '+' || negate(ret, at);
	}
	size_t end = lex_phrase(&in, at, "minus");
	if (!end)
		end = lex_phrase(&in, at, "negative");
	if (!end)
		return number_words_at(&in, at, ret);
	end = lex_skip(&in, end);
	bool found =
		lex_is_digit(&in, end) ? digits_at(&in, end, ret) : number_words_at(&in, end, ret);
	return found && negate(ret, at);
}

/* Whether what stands around the digits says that they are a name, a time or a version. */
static bool is_glued(const struct input *in, const struct number *n)
{
	size_t size;
	char before = lex_before(in, n->span.start);
	char after = lex_char(in, n->span.end, &size);
	if (before == '#' || !lex_ends(in, n->span.end))
		return true;
	if ((before == '/' || before == ':' || before == '.') && n->span.start > 1 &&
	    lex_is_digit(in, n->span.start - 2))
		return true;
	return (after == '/' || after == ':' || after == '.') &&
	       lex_is_digit(in, n->span.end + size);
}

/* "one" for a thing: this one, the second one, a cheaper one. */
static bool is_pronoun(const struct input *in, const struct number *n)
{
	static const char *const before[] = {
		"the",   "this",  "that",   "which", "what",    "other",  "another", "any",
		"each",  "every", "some",   "no",    "first",   "second", "third",   "fourth",
		"fifth", "last",  "better", "best",  "cheaper", "same",   "new",     "good",
	};
	if (lex_phrase(in, n->span.start, "one") != n->span.end)
		return false;
	for (size_t i = 0; i < LEX_COUNT(before); i++) {
		const struct lex_entry entry = { before[i], 0 };
		struct lex_hit hit;
		if (lex_find_before(in, n->span.start, &entry, 1, &hit))
			return true;
	}
	return false;
}

/* In a list without blanks (1,2,3) every comma separates; none is a decimal one. */
static size_t list_end(const struct input *in, size_t at)
{
	bool list = at > 1 && in->text[at - 1] == ',' && lex_is_digit(in, at - 2);
	return list && lex_is_digit(in, at) ? digits_end(in, at) : in->len;
}

bool number_find(const char *text, size_t len, size_t from, struct number *ret)
{
	const struct input in = { text, len };
	size_t at = lex_skip(&in, from);
	while (at < len) {
		struct number n;
		if (!lex_starts(&in, at) || !number_at(text, list_end(&in, at), at, &n)) {
			at = lex_next(&in, at);
		} else if (is_glued(&in, &n) || is_pronoun(&in, &n)) {
			at = lex_next(&in, n.span.end);
		} else {
			*ret = n;
			return true;
		}
	}
	return false;
}
