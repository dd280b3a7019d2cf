/* SPDX-License-Identifier: MIT */
/* Questions about products: search, superlatives, counts, facts, comparisons and follow-ups. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/reading.h"

static void take_sort(struct reading *r)
{
	static const struct {
		enum cue cue;
		enum shop_sort sort;
		bool reverse, superlative;
	} sorts[] = {
		{ CUE_CHEAPEST, SHOP_SORT_PRICE, false, true },
		{ CUE_DEAREST, SHOP_SORT_PRICE, true, true },
		{ CUE_BEST, SHOP_SORT_RATING, false, true },
		{ CUE_WORST, SHOP_SORT_RATING, true, true },
		{ CUE_NEWEST, SHOP_SORT_NEWEST, false, true },
		{ CUE_OLDEST, SHOP_SORT_NEWEST, true, true },
		{ CUE_MOST_STOCK, SHOP_SORT_STOCK, false, true },
		{ CUE_LEAST_STOCK, SHOP_SORT_STOCK, true, true },
		{ CUE_CHEAP, SHOP_SORT_PRICE, false, false },
		{ CUE_CHEAPER, SHOP_SORT_PRICE, false, false },
		{ CUE_EXPENSIVE, SHOP_SORT_PRICE, true, false },
		{ CUE_DEARER, SHOP_SORT_PRICE, false, false },
		{ CUE_POPULAR, SHOP_SORT_RATING, false, false },
		{ CUE_RATED, SHOP_SORT_RATING, false, false },
		{ CUE_TOP, SHOP_SORT_RATING, false, true },
		{ CUE_BY_NAME, SHOP_SORT_NAME, false, false },
	};
	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		if (!r->has[sorts[i].cue])
			continue;
		r->out->query.sort = sorts[i].sort;
		r->out->query.reverse = sorts[i].reverse;
		r->out->superlative = sorts[i].superlative;
		return;
	}
}

static bool plural(const struct reading *r)
{
	size_t last = r->in->word_count;
	while (last > 0 && !reading_content(r, last - 1))
		last--;
	if (last == 0)
		return r->has[CUE_ANYTHING] && r->in->word_count > 0;
	const struct word *w = &r->in->words[last - 1];
	return strcmp(w->fold, w->norm) != 0;
}

static void take_limit(struct reading *r)
{
	struct understanding *u = r->out;
	if (u->superlative && u->query.limit == SHOP_NONE)
		u->query.limit = u->offset == 0 && plural(r) &&
						 (r->has[CUE_SHOW] || reading_has_fold(r, "are"))
					 ? 3
					 : 1;
	u->all = r->has[CUE_ALL] || r->has[CUE_MORE] || reading_has_fold(r, "everything") ||
		 (u->query.limit != SHOP_NONE && u->query.limit > 10);
}

static bool begins_with_be(const struct reading *r)
{
	static const char *const verbs[] = { "is", "are", "isnt", "arent", NULL };
	return reading_begins_with(r, verbs);
}

/* "are there any", "is there", "any left": to be answered with yes or no. */
static bool asks_whether(const struct reading *r)
{
	return r->in->word_count > 0 &&
	       (r->has[CUE_EXISTS] || r->has[CUE_HAVE] || r->has[CUE_SELL] || begins_with_be(r) ||
		strcmp(r->in->words[0].fold, "any") == 0);
}

static void take_stock(struct reading *r)
{
	struct understanding *u = r->out;
	/* "how many do you have", "which do you have" speak of the range, not of the stock */
	bool have = r->has[CUE_HAVE] && !r->has[CUE_COUNT] && !r->has[CUE_WHICH];
	u->sold_out = r->has[CUE_SOLD_OUT];
	bool left = r->has[CUE_LEFT] && (r->has[CUE_COUNT] || asks_whether(r));
	bool buy = reading_has_fold(r, "can") &&
		   (reading_has_fold(r, "buy") || reading_has_fold(r, "get")) && r->begins[0] &&
		   r->cue[0] == CUE_EXISTS;
	u->query.in_stock = !u->sold_out && (r->has[CUE_IN_STOCK] || have || left || buy);
}

/* The first words of the message, "which colours", "what is the size of": an attribute's name?
 * Returns where it ends, 0 if there is none. */
static size_t take_attribute_name(struct reading *r)
{
	size_t i = 0, n = r->in->word_count;
	while (i < n && (r->cue[i] == CUE_STOP || r->cue[i] == CUE_AND || r->cue[i] == CUE_WHICH ||
			 r->cue[i] == CUE_PREPOSITION))
		i++;
	if (!r->has[CUE_WHICH] || i == 0 || i >= n || !reading_content(r, i))
		return 0;
	size_t end = i, len = 0;
	while (end < n && end < i + 3 && reading_content(r, end))
		end++;
	char name[sizeof(r->out->attribute)] = "";
	for (size_t j = i; j < end && len < sizeof(name); j++)
		len += (size_t)snprintf(name + len, sizeof(name) - len, "%s%s", j > i ? " " : "",
					r->in->words[j].norm);
	bool facet = false;
	for (size_t j = i; j < end; j++)
		facet |= lexicon_is_facet(r->in->words[j].norm);
	bool of = end < n && strcmp(r->in->words[end].fold, "of") == 0;
	if (!facet && !of)
		return 0;
	snprintf(r->out->attribute, sizeof(r->out->attribute), "%s", name);
	for (size_t j = i; j < end; j++)
		r->use[j] = USE_CUE;
	return end;
}

/* "does X have good reviews" asks about one; "laptops with good reviews" are looked for. */
static bool begins_with_verb(const struct reading *r)
{
	static const char *const verbs[] = { "does", "do", "has", "have", "did", NULL };
	return begins_with_be(r) || reading_begins_with(r, verbs);
}

/* "how many red shirts": a kind of things in the plural, and not a product's name. */
static bool counts_kind(const struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (reading_content(r, i) && !reading_has_category(r, i))
			return false;
	return reading_content_count(r) > 0 && plural(r);
}

/* "are any towels sold out": of a kind of things there may be some, of a product there is one. */
static bool asks_for_kind(const struct reading *r)
{
	return (r->begins[0] && r->cue[0] == CUE_EXISTS) || reading_has_fold(r, "any") ||
	       r->has[CUE_ANYTHING] || counts_kind(r);
}

/* A fact about one product? Fills fact, attribute and name. */
static bool take_fact(struct reading *r, bool bounded)
{
	struct understanding *u = r->out;
	size_t from = 0;
	if (r->has[CUE_AUTHOR]) {
		u->fact = FACT_ATTRIBUTE;
		snprintf(u->attribute, sizeof(u->attribute), "author");
	} else if ((from = take_attribute_name(r)) > 0 || (from = reading_attribute_asked(r)) > 0) {
		u->fact = FACT_ATTRIBUTE;
	} else if (u->superlative || bounded || r->has[CUE_BETTER]) {
		return false;
	} else if (r->has[CUE_REVIEWS] || (r->has[CUE_RATED] && begins_with_verb(r))) {
		u->fact = FACT_RATING;
	} else if (r->has[CUE_PRICE]) {
		u->fact = FACT_PRICE;
	} else if ((r->has[CUE_COUNT] && (r->has[CUE_LEFT] || r->has[CUE_IN_STOCK]) &&
		    !counts_kind(r)) ||
		   ((begins_with_be(r) || r->has[CUE_IT]) && !asks_for_kind(r) &&
		    (r->has[CUE_IN_STOCK] || r->has[CUE_SOLD_OUT]))) {
		u->fact = FACT_STOCK;
		u->asks_gone = r->has[CUE_SOLD_OUT];
	} else if (relation_feature(r)) {
		u->fact = FACT_FEATURE;
		return true;
	} else if (r->has[CUE_ABOUT] || (u->ref_count > 0 && reading_content_count(r) == 0)) {
		u->fact = FACT_ABOUT;
	}
	if (u->fact == FACT_NONE)
		return false;
	u->name = reading_name(r, from, r->in->word_count);
	return true;
}

static enum shop_intent product_intent(const struct reading *r)
{
	const struct understanding *u = r->out;
	if (u->list_brands)
		return SHOP_INTENT_PRODUCT_FACT;
	if (r->has[CUE_COUNT] && u->fact == FACT_NONE)
		return SHOP_INTENT_PRODUCT_COUNT;
	if (u->fact != FACT_NONE)
		return SHOP_INTENT_PRODUCT_FACT;
	if (r->has[CUE_RECOMMEND] && !u->superlative)
		return SHOP_INTENT_RECOMMEND;
	return SHOP_INTENT_PRODUCT_SEARCH;
}

static void finish(struct reading *r)
{
	struct understanding *u = r->out;
	u->query.intent = product_intent(r);
	bool open =
		r->has[CUE_WHICH] || r->has[CUE_COUNT] || r->has[CUE_QUESTION] || u->superlative;
	u->asks = !open && asks_whether(r);
	if (u->query.intent == SHOP_INTENT_RECOMMEND) {
		if (u->query.sort == SHOP_SORT_RELEVANCE)
			u->query.sort = SHOP_SORT_RATING;
		u->query.in_stock = true;
		if (u->query.limit == SHOP_NONE)
			u->query.limit = 3;
	}
	if (u->fact == FACT_STOCK && u->name != NULL)
		u->query.in_stock = u->sold_out = false;
}

bool understand_products(struct reading *r)
{
	struct understanding *u = r->out;
	bool bounded = reading_amounts(r) > 0;
	reading_reopen(r);
	take_sort(r);
	r->out->in_order = r->out->query.sort == SHOP_SORT_PRICE && !r->out->superlative &&
			   reading_has_fold(r, "to");
	take_stock(r);
	take_limit(r);
	reading_than(r);
	reading_names(r);
	if (relation_comparison(r, bounded)) {
		u->query.intent = SHOP_INTENT_PRODUCT_COMPARE;
		u->strong = r->has[CUE_COMPARE] && u->ref_count > 0;
		return true;
	}
	bool ends = relation_ends(r);
	bool fact = !ends && take_fact(r, bounded);
	reading_text(r);
	if (ends) {
		u->query.intent = SHOP_INTENT_PRODUCT_COMPARE;
		u->strong = products_certain(r, bounded);
		return true;
	}
	u->list_brands = r->has[CUE_BRANDS] && u->fact == FACT_NONE;
	u->list_categories = r->has[CUE_KINDS] && u->query.brand_count == 0 && !bounded;
	u->strong =
		products_certain(r, bounded) || u->than == THAN_CHEAPER || u->than == THAN_DEARER;
	if (fact && follow_refers(r)) {
		free(u->query.text);
		u->query.text = NULL;
		u->follow = u->strong = true;
	} else if (u->ref_count > 0) {
		u->follow = u->strong = true;
		if (u->fact == FACT_NONE)
			u->fact = FACT_ABOUT;
	} else if (!fact && follow_continues(r, bounded)) {
		follow_merge(r);
	}
	if (!products_meant(r, bounded))
		return false;
	finish(r);
	return true;
}
