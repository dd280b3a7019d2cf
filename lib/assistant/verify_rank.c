/* SPDX-License-Identifier: MIT */
/* Claims of order: the cheapest, better rated than, the most expensive. */
#include <string.h>

#include "assistant/verify_sheet.h"

/* What is compared, and which end of it is meant. */
struct rank {
	bool by_rating, high;
};

/* The word behind the one that ends at `at`. */
static bool follows(const struct sheet *s, size_t at, const char *words)
{
	return word_after(s, at, words, 1);
}

/* "cheapest", "most expensive", "best rated"; "cheaper" and the like if `than`. */
static bool rank_at(const struct sheet *s, struct span span, const char *word, bool than,
		    struct rank *ret)
{
	bool most = word_before(s, span.start, than ? "more" : "most", 1);
	bool least = word_before(s, span.start, than ? "less" : "least", 1);
	*ret = (struct rank){ 0 };
	if (strcmp(word, than ? "cheaper" : "cheapest") == 0)
		return true;
	if (word_in("affordable", word))
		return most;
	if (word_in("expensive", word)) {
		ret->high = most;
		return most || least;
	}
	bool rated = follows(s, span.end, "rated reviewed");
	ret->by_rating = ret->high = true;
	if (word_in(than ? "better higher" : "best highest top", word))
		return rated || (than && word_before(s, span.start, "rated reviewed", 1));
	ret->high = false;
	return word_in(than ? "worse lower" : "worst lowest", word) && rated;
}

static bool value_of(const struct sheet *s, size_t subject, const struct rank *r, int64_t *ret)
{
	const struct shop_product *p = s->subjects[subject].product;
	if (p == NULL || (r->by_rating && p->reviews <= 0))
		return false;
	int64_t value = r->by_rating ? p->rating_centi : p->price_cents;
	*ret = r->high ? -value : value;
	return true;
}

/* Is it what the question's own order put at that end, or what there is instead of it? */
static bool is_first(const struct sheet *s, size_t subject, const struct rank *r)
{
	const struct evidence *e = s->e;
	const struct shop_product *p = s->subjects[subject].product;
	for (size_t i = 0; i < e->instead.count; i++)
		if (p == &e->instead.items[i])
			return true;
	if (s->u == NULL || e->products.count == 0 || p != &e->products.items[0])
		return false;
	const struct shop_query *q = &s->u->query;
	bool high = q->sort == SHOP_SORT_RATING ? !q->reverse : q->reverse;
	return q->sort == (r->by_rating ? SHOP_SORT_RATING : SHOP_SORT_PRICE) && high == r->high;
}

static bool is_named_anywhere(const struct sheet *s, size_t subject)
{
	for (size_t i = 0; i < s->mention_count; i++)
		for (size_t j = 0; j < s->mentions[i].count; j++)
			if (s->mentions[i].subjects[j] == subject)
				return true;
	return false;
}

/* At that end of all that match, or of those that the reply speaks of. */
static bool is_extreme(const struct sheet *s, size_t subject, const struct rank *r)
{
	int64_t value, other;
	size_t named = 0;
	bool best = true;
	if (!value_of(s, subject, r, &value))
		return false;
	int64_t end = r->high ? s->e->price_high : s->e->price_low;
	if (!r->by_rating && end != SHOP_NONE && s->subjects[subject].product->price_cents == end)
		return true;
	for (size_t i = 0; i < s->subject_count; i++) {
		if (!is_named_anywhere(s, i) || !value_of(s, i, r, &other))
			continue;
		named++;
		best &= value <= other;
	}
	return best && named > 1;
}

static bool any_subject(const struct sheet *s, const struct mention *m, const struct rank *r,
			bool (*is)(const struct sheet *s, size_t subject, const struct rank *r))
{
	for (size_t i = 0; i < m->count; i++)
		if (is(s, m->subjects[i], r))
			return true;
	return false;
}

/* "The cheapest is NAME", "NAME is the cheapest". */
static const struct mention *ranked(const struct sheet *s, struct span span)
{
	struct about about = about_product(s, span.start);
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		if (m->order || m->span.start < span.end || m->span.start >= s->sentence.end)
			continue;
		bool is = false;
		char word[CUE_SIZE];
		for (struct span w = next_word(s, span.end, word); w.start < m->span.start && !is;
		     w = next_word(s, w.end, word))
			is = word_in("is are would", word);
		return is || about.count == 0 || about.spoken ? m : about.first;
	}
	return about.count == 1 && !about.spoken ? about.first : NULL;
}

static void check_most(struct sheet *s, struct span span, const struct rank *r)
{
	const struct mention *m = ranked(s, span);
	/* "the second cheapest", "one of the cheapest", "not the cheapest", "the 3 cheapest" */
	bool other = word_before(s, span.start,
				 "second third fourth fifth sixth seventh eighth ninth "
				 "tenth next of not among isnt if",
				 3);
	if (m == NULL || m->count == 0 || other)
		return;
	char source[SOURCE_SIZE] = "";
	bool ok = any_subject(s, m, r, is_first) || any_subject(s, m, r, is_extreme);
	if (ok)
		source_subject(source, &s->subjects[m->subjects[0]]);
	sheet_claim(s, span, r->by_rating ? "rating" : "price", source, ok);
}

/* "A is cheaper than B" */
static void check_more(struct sheet *s, struct span span, const struct rank *r)
{
	struct about a = about_product(s, span.start);
	const struct mention *b = NULL;
	for (size_t i = 0; i < s->mention_count && b == NULL; i++)
		if (!s->mentions[i].order && s->mentions[i].span.start >= span.end &&
		    s->mentions[i].span.start < s->sentence.end)
			b = &s->mentions[i];
	bool denied = word_before(s, span.start, "not isnt arent no never if", 3);
	if (a.count == 0 || a.first->count == 0 || b == NULL || b->count == 0 || denied ||
	    !word_after(s, span.end, "than", 3))
		return;
	char source[SOURCE_SIZE] = "";
	int64_t x, y;
	bool ok = value_of(s, a.first->subjects[0], r, &x) && value_of(s, b->subjects[0], r, &y) &&
		  x < y;
	if (ok)
		source_subject(source, &s->subjects[a.first->subjects[0]]);
	sheet_claim(s, span, r->by_rating ? "rating" : "price", source, ok);
}

void check_ranks(struct sheet *s)
{
	char word[CUE_SIZE];
	struct span span;
	struct rank rank;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			return;
		if (rank_at(s, span, word, /* than= */ false, &rank))
			check_most(s, span, &rank);
		else if (rank_at(s, span, word, /* than= */ true, &rank))
			check_more(s, span, &rank);
	}
}
