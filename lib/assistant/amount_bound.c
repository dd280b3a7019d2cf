/* SPDX-License-Identifier: MIT */
/* Recognises bound words: comparisons, their denial, and what may stand behind a number. */
#include "assistant/amount_bound.h"

#include "assistant/number.h"

/* How far back a denial is looked for: "don't want to spend any more than". */
enum { DENIAL_WORDS_MAX = 6 };

static const struct lex_entry befores[] = {
	{ "under", BOUND_MAX_EXC },
	{ "underneath", BOUND_MAX_EXC },
	{ "below", BOUND_MAX_EXC },
	{ "beneath", BOUND_MAX_EXC },
	{ "<", BOUND_MAX_EXC },
	{ "<=", BOUND_MAX },
	{ "< =", BOUND_MAX },
	{ "=<", BOUND_MAX },
	{ "\xE2\x89\xA4", BOUND_MAX },
	{ "up to", BOUND_MAX },
	{ "upto", BOUND_MAX },
	{ "at most", BOUND_MAX },
	{ "at max", BOUND_MAX },
	{ "at maximum", BOUND_MAX },
	{ "max", BOUND_MAX },
	{ "max.", BOUND_MAX },
	{ "maximum", BOUND_MAX },
	{ "within", BOUND_MAX },
	{ "limit", BOUND_MAX },
	{ "capped at", BOUND_MAX },
	{ "over", BOUND_MIN_EXC },
	{ "above", BOUND_MIN_EXC },
	{ "beyond", BOUND_MIN_EXC },
	{ "exceed", BOUND_MIN_EXC },
	{ "exceeds", BOUND_MIN_EXC },
	{ "exceeding", BOUND_MIN_EXC },
	{ "surpass", BOUND_MIN_EXC },
	{ "surpassing", BOUND_MIN_EXC },
	{ "in excess of", BOUND_MIN_EXC },
	{ "upwards of", BOUND_MIN_EXC },
	{ "north of", BOUND_MIN_EXC },
	{ "south of", BOUND_MAX_EXC },
	{ ">", BOUND_MIN_EXC },
	{ ">=", BOUND_MIN },
	{ "> =", BOUND_MIN },
	{ "\xE2\x89\xA5", BOUND_MIN },
	{ "at least", BOUND_MIN },
	{ "atleast", BOUND_MIN },
	{ "min", BOUND_MIN },
	{ "min.", BOUND_MIN },
	{ "minimum", BOUND_MIN },
	{ "starting at", BOUND_MIN },
	{ "starting from", BOUND_MIN },
	{ "starts at", BOUND_MIN },
	{ "start at", BOUND_MIN },
	{ "from", BOUND_FROM },
	{ "between", BOUND_RANGE },
	{ "in between", BOUND_RANGE },
	{ "ranging from", BOUND_RANGE },
	{ "around", BOUND_AROUND },
	{ "about", BOUND_AROUND },
	{ "roughly", BOUND_AROUND },
	{ "approximately", BOUND_AROUND },
	{ "approx", BOUND_AROUND },
	{ "approx.", BOUND_AROUND },
	{ "circa", BOUND_AROUND },
	{ "~", BOUND_AROUND },
	{ "close to", BOUND_AROUND },
	{ "somewhere around", BOUND_AROUND },
	{ "near", BOUND_AROUND },
	{ "nearly", BOUND_AROUND },
	{ "almost", BOUND_AROUND },
	{ "exactly", BOUND_EXACT },
	{ "precisely", BOUND_EXACT },
	{ "equal to", BOUND_EXACT },
};

static const struct lex_entry comparatives[] = {
	{ "longer", BOUND_MIN_EXC },         { "heavier", BOUND_MIN_EXC },
	{ "wider", BOUND_MIN_EXC },          { "taller", BOUND_MIN_EXC },
	{ "thicker", BOUND_MIN_EXC },        { "lighter", BOUND_MAX_EXC },
	{ "shorter", BOUND_MAX_EXC },        { "thinner", BOUND_MAX_EXC },
	{ "narrower", BOUND_MAX_EXC },       { "more", BOUND_MIN_EXC },
	{ "more expensive", BOUND_MIN_EXC }, { "greater", BOUND_MIN_EXC },
	{ "higher", BOUND_MIN_EXC },         { "bigger", BOUND_MIN_EXC },
	{ "larger", BOUND_MIN_EXC },         { "better", BOUND_MIN_EXC },
	{ "pricier", BOUND_MIN_EXC },        { "dearer", BOUND_MIN_EXC },
	{ "costlier", BOUND_MIN_EXC },       { "above", BOUND_MIN_EXC },
	{ "over", BOUND_MIN_EXC },           { "less", BOUND_MAX_EXC },
	{ "less expensive", BOUND_MAX_EXC }, { "lower", BOUND_MAX_EXC },
	{ "cheaper", BOUND_MAX_EXC },        { "smaller", BOUND_MAX_EXC },
	{ "fewer", BOUND_MAX_EXC },          { "below", BOUND_MAX_EXC },
	{ "under", BOUND_MAX_EXC },
};

static const struct lex_entry afters[] = {
	{ "or more", BOUND_MIN },     { "and more", BOUND_MIN },   { "or above", BOUND_MIN },
	{ "and above", BOUND_MIN },   { "or over", BOUND_MIN },    { "and over", BOUND_MIN },
	{ "or higher", BOUND_MIN },   { "and higher", BOUND_MIN }, { "or greater", BOUND_MIN },
	{ "and greater", BOUND_MIN }, { "or better", BOUND_MIN },  { "and better", BOUND_MIN },
	{ "or up", BOUND_MIN },       { "and up", BOUND_MIN },     { "& up", BOUND_MIN },
	{ "& above", BOUND_MIN },     { "or upwards", BOUND_MIN }, { "and upwards", BOUND_MIN },
	{ "upwards", BOUND_MIN },     { "up", BOUND_MIN },         { "or beyond", BOUND_MIN },
	{ "at least", BOUND_MIN },    { "at minimum", BOUND_MIN }, { "minimum", BOUND_MIN },
	{ "min", BOUND_MIN },         { "or less", BOUND_MAX },    { "and less", BOUND_MAX },
	{ "or under", BOUND_MAX },    { "and under", BOUND_MAX },  { "or below", BOUND_MAX },
	{ "and below", BOUND_MAX },   { "& below", BOUND_MAX },    { "& under", BOUND_MAX },
	{ "or lower", BOUND_MAX },    { "and lower", BOUND_MAX },  { "or cheaper", BOUND_MAX },
	{ "and cheaper", BOUND_MAX }, { "or fewer", BOUND_MAX },   { "or smaller", BOUND_MAX },
	{ "at most", BOUND_MAX },     { "at max", BOUND_MAX },     { "at the most", BOUND_MAX },
	{ "or larger", BOUND_MIN },   { "or bigger", BOUND_MIN },  { "or longer", BOUND_MIN },
	{ "and larger", BOUND_MIN },  { "and bigger", BOUND_MIN }, { "or wider", BOUND_MIN },
	{ "or shorter", BOUND_MAX },  { "or lighter", BOUND_MAX }, { "and smaller", BOUND_MAX },
	{ "max", BOUND_MAX },         { "maximum", BOUND_MAX },    { "tops", BOUND_MAX },
	{ "budget", BOUND_MAX },      { "limit", BOUND_MAX },      { "or so", BOUND_AROUND },
	{ "ish", BOUND_AROUND },
};

/* Words before a bound: 1 denies it, 0 may stand between a denial and the bound. */
static const struct lex_entry denials[] = {
	{ "not", 1 },       { "no", 1 },        { "nothing", 1 },  { "none", 1 },
	{ "never", 1 },     { "without", 1 },   { "cannot", 1 },   { "can't", 1 },
	{ "cant", 1 },      { "don't", 1 },     { "dont", 1 },     { "doesn't", 1 },
	{ "doesnt", 1 },    { "shouldn't", 1 }, { "shouldnt", 1 }, { "won't", 1 },
	{ "wont", 1 },      { "isn't", 1 },     { "isnt", 1 },     { "aren't", 1 },
	{ "mustn't", 1 },   { "didn't", 1 },    { "any", 0 },      { "anything", 0 },
	{ "something", 0 }, { "to", 0 },        { "be", 0 },       { "is", 0 },
	{ "are", 0 },       { "it", 0 },        { "i", 0 },        { "me", 0 },
	{ "want", 0 },      { "wants", 0 },     { "need", 0 },     { "spend", 0 },
	{ "spending", 0 },  { "pay", 0 },       { "paying", 0 },   { "cost", 0 },
	{ "costs", 0 },     { "costing", 0 },   { "go", 0 },       { "going", 0 },
	{ "show", 0 },      { "price", 0 },     { "priced", 0 },   { "rated", 0 },
	{ "that", 0 },      { "which", 0 },     { "much", 0 },     { "afford", 0 },
	{ "a", 0 },         { "looking", 0 },   { "for", 0 },      { "give", 0 },
	{ "items", 0 },     { "products", 0 },  { "things", 0 },   { "ones", 0 },
};

/* Stores where the denial before `at` starts. */
static bool is_denied(const struct input *in, size_t at, size_t *ret_start)
{
	for (int i = 0; i < DENIAL_WORDS_MAX; i++) {
		struct lex_hit hit;
		if (!lex_find_before(in, at, denials, LEX_COUNT(denials), &hit))
			return false;
		at = *ret_start = hit.start;
		if (hit.value)
			return true;
	}
	return false;
}

static enum bound_kind bound_deny(enum bound_kind kind)
{
	switch (kind) {
	case BOUND_MIN:
		return BOUND_MAX_EXC;
	case BOUND_MIN_EXC:
		return BOUND_MAX;
	case BOUND_MAX:
		return BOUND_MIN_EXC;
	case BOUND_MAX_EXC:
		return BOUND_MIN;
	default:
		return kind;
	}
}

static enum bound_kind bound_include(enum bound_kind kind)
{
	if (kind == BOUND_MIN_EXC)
		return BOUND_MIN;
	return kind == BOUND_MAX_EXC ? BOUND_MAX : kind;
}

/* "than", "than or equal to", "or equal to", "or equal than". */
static size_t than_after(const struct input *in, size_t at, bool *ret_equal)
{
	static const struct lex_entry table[] = {
		{ "than", 0 },
		{ "then", 0 },
		{ "than or equal to", 1 },
		{ "than or equals to", 1 },
		{ "or equal to", 1 },
		{ "or equal than", 1 },
		{ "than or equal", 1 },
	};
	int equal = 0;
	size_t end = lex_find(in, lex_skip(in, at), table, LEX_COUNT(table), &equal);
	*ret_equal = equal != 0;
	return end;
}

/* "equal to or more than", "higher or equal than", "cheaper than". */
static size_t comparison_at(const struct input *in, size_t at, enum bound_kind *ret)
{
	static const struct lex_entry equals[] = { { "equal to or", 0 }, { "equal or", 0 } };
	int kind = BOUND_NONE;
	size_t equal = lex_find(in, at, equals, LEX_COUNT(equals), &kind);
	size_t start = equal ? lex_skip(in, equal) : at;
	size_t end = lex_find(in, start, comparatives, LEX_COUNT(comparatives), &kind);
	bool or_equal;
	if (!end)
		return 0;
	size_t than = than_after(in, end, &or_equal);
	if (!than)
		return 0;
	*ret = equal || or_equal ? bound_include((enum bound_kind)kind) : (enum bound_kind)kind;
	return than;
}

/* "what about 2 of them" asks about them. */
static bool is_question(const struct input *in, size_t at)
{
	static const struct lex_entry asks[] = {
		{ "what", 0 }, { "how", 0 },   { "me", 0 },        { "know", 0 },
		{ "more", 0 }, { "think", 0 }, { "something", 0 }, { "question", 0 },
	};
	struct lex_hit hit;
	return lex_find_before(in, at, asks, LEX_COUNT(asks), &hit);
}

size_t bound_before(const struct input *in, size_t at, struct bound *ret)
{
	int kind = BOUND_NONE;
	enum bound_kind compared;
	size_t start;
	size_t end = lex_find(in, at, befores, LEX_COUNT(befores), &kind);
	size_t than = comparison_at(in, at, &compared);
	if (than > end) {
		end = than;
		kind = (int)compared;
	}
	if (!end || lex_before(in, at) == '=' || (kind == BOUND_AROUND && is_question(in, at)))
		return 0;
	*ret = (struct bound){ (enum bound_kind)kind, at };
	if (is_denied(in, at, &start))
		*ret = (struct bound){ bound_deny(ret->kind), start };
	return end;
}

size_t bound_after(const struct input *in, size_t at, enum bound_kind *ret)
{
	int kind = BOUND_NONE;
	size_t end = lex_find(in, lex_skip_dash(in, at), afters, LEX_COUNT(afters), &kind);
	struct number n;
	/* "50 and over 20": the words belong to the number that follows. */
	if (!end || number_at(in->text, in->len, lex_skip(in, end), &n))
		return 0;
	*ret = (enum bound_kind)kind;
	return end;
}
