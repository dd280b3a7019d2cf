/* SPDX-License-Identifier: MIT */
/* Adds up number words: units and tens, hundreds, scales, dozens, and the fractions behind them. */
#include "assistant/number_words.h"

enum word_kind {
	WORD_NONE,
	WORD_LITERAL, /* digits, before the first word */
	WORD_UNIT,
	WORD_TEEN,
	WORD_TEN,
	WORD_HUNDRED,
	WORD_SCALE,
	WORD_DOZEN,
	WORD_PART, /* half, quarter, two thirds */
};

struct number_word {
	const char *phrase;
	enum word_kind kind;
	int64_t value;
};

/* No one says more; it bounds the work on a message made of number words. */
enum { WORDS_MAX = 16 };

static const struct number_word counts[] = {
	{ "zero", WORD_UNIT, 0 },
	{ "nought", WORD_UNIT, 0 },
	{ "naught", WORD_UNIT, 0 },
	{ "one", WORD_UNIT, 1 },
	{ "two", WORD_UNIT, 2 },
	{ "three", WORD_UNIT, 3 },
	{ "four", WORD_UNIT, 4 },
	{ "five", WORD_UNIT, 5 },
	{ "six", WORD_UNIT, 6 },
	{ "seven", WORD_UNIT, 7 },
	{ "eight", WORD_UNIT, 8 },
	{ "nine", WORD_UNIT, 9 },
	{ "ten", WORD_TEEN, 10 },
	{ "eleven", WORD_TEEN, 11 },
	{ "twelve", WORD_TEEN, 12 },
	{ "thirteen", WORD_TEEN, 13 },
	{ "fourteen", WORD_TEEN, 14 },
	{ "fifteen", WORD_TEEN, 15 },
	{ "sixteen", WORD_TEEN, 16 },
	{ "seventeen", WORD_TEEN, 17 },
	{ "eighteen", WORD_TEEN, 18 },
	{ "nineteen", WORD_TEEN, 19 },
	{ "twenty", WORD_TEN, 20 },
	{ "thirty", WORD_TEN, 30 },
	{ "forty", WORD_TEN, 40 },
	{ "fourty", WORD_TEN, 40 },
	{ "fifty", WORD_TEN, 50 },
	{ "sixty", WORD_TEN, 60 },
	{ "seventy", WORD_TEN, 70 },
	{ "eighty", WORD_TEN, 80 },
	{ "ninety", WORD_TEN, 90 },
	{ "hundred", WORD_HUNDRED, 100 },
	{ "hundreds", WORD_HUNDRED, 100 },
	{ "thousand", WORD_SCALE, 1000 },
	{ "grand", WORD_SCALE, 1000 },
	{ "lakh", WORD_SCALE, 100000 },
	{ "million", WORD_SCALE, 1000000 },
	{ "mln", WORD_SCALE, 1000000 },
	{ "crore", WORD_SCALE, 10000000 },
	{ "billion", WORD_SCALE, 1000000000 },
	{ "bln", WORD_SCALE, 1000000000 },
	{ "bn", WORD_SCALE, 1000000000 },
	{ "trillion", WORD_SCALE, 1000000000000 },
	{ "tln", WORD_SCALE, 1000000000000 },
	{ "dozen", WORD_DOZEN, 12 },
	{ "dozens", WORD_DOZEN, 12 },
	{ "fiver", WORD_DOZEN, 5 },
	{ "tenner", WORD_DOZEN, 10 },
	{ "half", WORD_PART, 2 },
	{ "quarter", WORD_PART, 4 },
	{ "couple of", WORD_UNIT, 2 },
	{ "couple", WORD_UNIT, 2 },
};

static const struct number_word places[] = {
	{ "first", WORD_UNIT, 1 },        { "second", WORD_UNIT, 2 },
	{ "third", WORD_UNIT, 3 },        { "fourth", WORD_UNIT, 4 },
	{ "fifth", WORD_UNIT, 5 },        { "sixth", WORD_UNIT, 6 },
	{ "seventh", WORD_UNIT, 7 },      { "eighth", WORD_UNIT, 8 },
	{ "ninth", WORD_UNIT, 9 },        { "tenth", WORD_TEEN, 10 },
	{ "eleventh", WORD_TEEN, 11 },    { "twelfth", WORD_TEEN, 12 },
	{ "thirteenth", WORD_TEEN, 13 },  { "fourteenth", WORD_TEEN, 14 },
	{ "fifteenth", WORD_TEEN, 15 },   { "sixteenth", WORD_TEEN, 16 },
	{ "seventeenth", WORD_TEEN, 17 }, { "eighteenth", WORD_TEEN, 18 },
	{ "nineteenth", WORD_TEEN, 19 },  { "twentieth", WORD_TEN, 20 },
	{ "thirtieth", WORD_TEN, 30 },    { "fortieth", WORD_TEN, 40 },
	{ "fiftieth", WORD_TEN, 50 },     { "hundredth", WORD_HUNDRED, 100 },
};

/* What things are cut into; the first of each pair stands behind "one" or "a". */
static const struct lex_entry parts[] = {
	{ "half", 2 },        { "halves", 2 },       { "third", 3 },  { "thirds", 3 },
	{ "quarter", 4 },     { "quarters", 4 },     { "fourth", 4 }, { "fourths", 4 },
	{ "fifth", 5 },       { "fifths", 5 },       { "sixth", 6 },  { "sixths", 6 },
	{ "eighth", 8 },      { "eighths", 8 },      { "tenth", 10 }, { "tenths", 10 },
	{ "hundredth", 100 }, { "hundredths", 100 },
};

/* The sum so far, in thousandths: finished groups (thousands ...), and the group being said. */
struct sum {
	size_t end;
	int64_t total, group, scale;
	enum word_kind last;
};

static const struct number_word *word_find(const struct input *in, size_t at, size_t *ret_end)
{
	const struct number_word *best = NULL;
	char first = lex_first(in, at);
	*ret_end = 0;
	for (size_t i = 0; i < LEX_COUNT(counts); i++) {
		if (!lex_may_begin(first, counts[i].phrase))
			continue;
		size_t end = lex_phrase(in, at, counts[i].phrase);
		if (end <= *ret_end)
			continue;
		*ret_end = end;
		best = &counts[i];
	}
	return best;
}

/* Whether a word may follow: "twenty five" and "hundred five" are said, "five twenty" is not. */
static bool sum_allows(const struct sum *s, enum word_kind kind, int64_t value)
{
	switch (kind) {
	case WORD_UNIT:
		if (s->last == WORD_TEN)
			return value > 0;
		/* fall through */
	case WORD_TEEN:
	case WORD_TEN:
		return s->last == WORD_NONE || s->last == WORD_HUNDRED || s->last == WORD_SCALE;
	case WORD_HUNDRED:
		return s->last < WORD_HUNDRED && s->group < INT64_C(100000);
	case WORD_SCALE:
		return s->last != WORD_DOZEN && s->last != WORD_SCALE &&
		       (s->scale == 0 || value < s->scale);
	case WORD_DOZEN:
		return s->last != WORD_DOZEN;
	case WORD_PART:
		return s->last == WORD_NONE;
	default:
		return false;
	}
}

static bool sum_scale(struct sum *s, int64_t value)
{
	int64_t group = s->last == WORD_NONE ? 1000 : s->group;
	s->scale = value;
	s->group = 0;
	return !__builtin_mul_overflow(group, value, &group) &&
	       !__builtin_add_overflow(s->total, group, &s->total);
}

static bool sum_times(struct sum *s, int64_t value)
{
	if (s->last == WORD_NONE)
		s->group = 1000;
	return !__builtin_mul_overflow(s->group, value, &s->group);
}

static bool sum_add(struct sum *s, const struct number_word *word)
{
	bool fits = true;
	if (word->kind == WORD_SCALE)
		fits = sum_scale(s, word->value);
	else if (word->kind == WORD_HUNDRED || word->kind == WORD_DOZEN)
		fits = sum_times(s, word->value);
	else if (word->kind == WORD_PART)
		s->group = 1000 / word->value;
	else
		fits = !__builtin_add_overflow(s->group, word->value * 1000, &s->group);
	s->last = word->kind;
	return fits;
}

/* Behind a number: "and a half", "and three quarters"; of the scale if that was said last. */
static size_t sum_and_part(const struct input *in, struct sum *s)
{
	size_t at = lex_phrase(in, lex_skip(in, s->end), "and");
	if (!at || s->last == WORD_NONE || s->last == WORD_PART)
		return 0;
	at = lex_skip(in, at);
	size_t end = lex_phrase(in, at, "a");
	int64_t times = 1;
	if (!end) {
		const struct number_word *word = word_find(in, at, &end);
		if (!word || word->kind != WORD_UNIT)
			return 0;
		times = word->value;
	}
	int below;
	end = lex_find(in, lex_skip_dash(in, end), parts, LEX_COUNT(parts), &below);
	if (!end)
		return 0;
	int64_t whole = s->last == WORD_SCALE ? s->scale * 1000 : 1000;
	size_t more;
	const struct number_word *scale = word_find(in, lex_skip(in, end), &more);
	if (scale && scale->kind == WORD_SCALE && scale->value < s->scale) {
		whole = scale->value * 1000;
		end = more;
	}
	if (__builtin_add_overflow(s->group, whole / below * times + whole % below * times / below,
				   &s->group))
		return 0;
	s->last = WORD_PART;
	return end;
}

/*
 * Behind "and": "a hundred and two hundred" are two numbers, "a thousand and two hundred" is one.
 * So a multiple as large as the one said before begins the next number.
 */
static bool begins_next(const struct input *in, const struct sum *s, size_t at)
{
	enum { UNITS_MAX = 3 };
	for (int i = 0; i < UNITS_MAX; i++) {
		size_t end;
		const struct number_word *word = word_find(in, at, &end);
		if (!word || word->kind > WORD_SCALE)
			return false;
		if (word->kind == WORD_SCALE)
			return s->scale > 0 && word->value >= s->scale;
		if (word->kind == WORD_HUNDRED && s->last == WORD_HUNDRED)
			return true;
		at = lex_skip_dash(in, end);
	}
	return false;
}

/* The next word of a number, and whether it was joined by "and". */
static const struct number_word *sum_next(const struct input *in, const struct sum *s,
					  size_t *ret_end)
{
	bool joins = s->last == WORD_HUNDRED || s->last == WORD_SCALE;
	size_t at = s->last == WORD_NONE ? s->end : lex_skip_dash(in, s->end);
	size_t and = joins ? lex_phrase(in, at, "and") : 0;
	if (s->last == WORD_PART) { /* half a dozen */
		size_t article = lex_phrase(in, at, "a");
		at = article ? lex_skip(in, article) : at;
	}
	const struct number_word *word = word_find(in, and? lex_skip(in, and) : at, ret_end);
	if (!word || !sum_allows(s, word->kind, word->value))
		return NULL;
	bool other = and&&(word->kind > WORD_TEN || begins_next(in, s, lex_skip(in, and)));
	return other ? NULL : word;
}

/* "3 hundred and 21": digits that are less than what was said last. */
static size_t sum_digits(const struct input *in, struct sum *s)
{
	int64_t value = 0, limit = s->last == WORD_SCALE ? s->scale : 100;
	size_t at = lex_phrase(in, lex_skip(in, s->end), "and");
	if (!at || (s->last != WORD_HUNDRED && s->last != WORD_SCALE))
		return 0;
	size_t end = at = lex_skip(in, at);
	while (lex_is_digit(in, end) && value < limit)
		value = value * 10 + (in->text[end++] - '0');
	char after = lex_peek(in, end);
	size_t next;
	const struct number_word *word = word_find(in, lex_skip(in, end), &next);
	bool more = after == '.' || after == ',' || after == '/' || after == ':' || after == '%' ||
		    (word && word->kind >= WORD_HUNDRED);
	if (end == at || value == 0 || value >= limit || !lex_ends(in, end) || more)
		return 0;
	s->last = WORD_LITERAL;
	return __builtin_add_overflow(s->group, value * 1000, &s->group) ? 0 : end;
}

/* Takes words as long as they fit. Returns false if the value does not. */
static bool sum_words(const struct input *in, struct sum *s)
{
	for (int i = 0; i < WORDS_MAX; i++) {
		size_t end = sum_and_part(in, s);
		if (!end)
			end = sum_digits(in, s);
		if (end) {
			s->end = end;
			return true;
		}
		const struct number_word *word = sum_next(in, s, &end);
		if (!word)
			return true;
		if (!sum_add(s, word))
			return false;
		s->end = end;
	}
	return true;
}

/* Behind whole words: "two thirds", "three quarters"; a scale may follow ("three quarters
 * million"). */
static bool sum_cut(const struct input *in, struct sum *s)
{
	int below;
	if (s->last < WORD_UNIT || s->last > WORD_HUNDRED || s->total || s->group <= 0)
		return true;
	size_t end = lex_find(in, lex_skip_dash(in, s->end), parts, LEX_COUNT(parts), &below);
	bool plural = end && lex_lower(in->text[end - 1]) == 's';
	if (!end || plural == (s->group == 1000))
		return true;
	if (s->last == WORD_TEN && !plural)
		return true;
	s->group /= below;
	s->last = WORD_PART;
	s->end = end;
	return sum_words(in, s);
}

/* "point five", "point zero eight", "point eleven". */
static void sum_point(const struct input *in, struct sum *s)
{
	size_t at = lex_phrase(in, lex_skip(in, s->end), "point");
	int64_t unit = 1000;
	if (!at || s->last < WORD_UNIT || s->last > WORD_TEN)
		return;
	for (int i = 0; i < WORDS_MAX; i++) {
		size_t end;
		const struct number_word *word = word_find(in, lex_skip(in, at), &end);
		bool digit = word && word->kind == WORD_UNIT;
		if (!digit && !(word && i == 0 && word->kind <= WORD_TEN))
			return;
		unit /= digit ? 10 : 100;
		s->group += word->value * unit;
		s->end = at = end;
		if (!digit)
			return;
	}
}

/* The last word of an ordinal: "third", "(twenty) first", "(one hundred and) fifth". */
static bool sum_place(const struct input *in, struct sum *s)
{
	size_t at = s->last == WORD_NONE ? s->end : lex_skip_dash(in, s->end);
	size_t and = s->last >= WORD_HUNDRED ? lex_phrase(in, at, "and") : 0;
	at = and? lex_skip(in, and) : at;
	char first = lex_first(in, at);
	for (size_t i = 0; i < LEX_COUNT(places); i++) {
		if (!lex_may_begin(first, places[i].phrase))
			continue;
		size_t end = lex_phrase(in, at, places[i].phrase);
		if (!end || !sum_allows(s, places[i].kind, places[i].value))
			continue;
		s->end = end;
		return sum_add(s, &places[i]);
	}
	return false;
}

/* "a", where it counts: a hundred, a dozen, a couple, a half; not a five. */
static size_t article_at(const struct input *in, size_t at)
{
	size_t article = lex_phrase(in, at, "a");
	size_t end;
	if (!article)
		return at;
	const struct number_word *word = word_find(in, lex_skip(in, article), &end);
	bool counts_one = word && (word->kind >= WORD_HUNDRED ||
				   lex_phrase(in, lex_skip(in, article), "couple"));
	return counts_one ? lex_skip(in, article) : at;
}

bool number_words_at(const struct input *in, size_t at, struct number *ret)
{
	struct sum s = { .end = article_at(in, at), .last = WORD_NONE };
	if (!lex_is_letter(in, at) || !sum_words(in, &s))
		return false;
	bool place = sum_place(in, &s);
	if (s.last == WORD_NONE)
		return false;
	if (!place) {
		sum_point(in, &s);
		if (!sum_cut(in, &s))
			return false;
	}
	*ret = (struct number){ { at, s.end }, 0, place, true };
	return !__builtin_add_overflow(s.total, s.group, &ret->milli);
}

bool number_scale(const struct input *in, size_t at, struct number *number)
{
	struct sum s = { .end = at, .group = number->milli, .last = WORD_LITERAL };
	number->span.end = at;
	if (!lex_is_letter(in, lex_skip_dash(in, at)))
		return true;
	size_t kilo = lex_phrase(in, lex_skip(in, at), "k");
	if (kilo && lex_ends(in, kilo)) {
		number->span.end = kilo;
		return !__builtin_mul_overflow(number->milli, 1000, &number->milli);
	}
	if (!sum_words(in, &s))
		return false;
	number->span.end = s.end;
	return !__builtin_add_overflow(s.total, s.group, &number->milli);
}
