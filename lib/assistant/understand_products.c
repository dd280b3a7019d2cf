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
		u->query.limit = u->offset == 0 && plural(r) && (r->has[CUE_SHOW] || reading_has_fold(r, "are")) ? 3 : 1;
	u->all = r->has[CUE_ALL] || (u->query.limit != SHOP_NONE && u->query.limit > 10);
}

static void take_stock(struct reading *r)
{
	struct understanding *u = r->out;
	/* "how many do you have", "which do you have" speak of the range, not of the stock */
	bool have = r->has[CUE_HAVE] && !r->has[CUE_COUNT] && !r->has[CUE_WHICH];
	u->sold_out = r->has[CUE_SOLD_OUT];
	u->query.in_stock = !u->sold_out && (r->has[CUE_IN_STOCK] || have);
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
	return end;
}

static bool begins_with_be(const struct reading *r)
{
	static const char *const verbs[] = { "is", "are", "isnt", "arent" };
	size_t i = r->in->word_count > 0 && r->cue[0] == CUE_AND ? 1 : 0;
	for (size_t j = 0; j < sizeof(verbs) / sizeof(verbs[0]); j++)
		if (i < r->in->word_count && strcmp(r->in->words[i].fold, verbs[j]) == 0)
			return true;
	return false;
}

/* A fact about one product? Fills fact, attribute and name. */
static bool take_fact(struct reading *r, bool bounded)
{
	struct understanding *u = r->out;
	size_t from = 0;
	if (r->has[CUE_AUTHOR]) {
		u->fact = FACT_ATTRIBUTE;
		snprintf(u->attribute, sizeof(u->attribute), "author");
	} else if ((from = take_attribute_name(r)) > 0) {
		u->fact = FACT_ATTRIBUTE;
	} else if (u->superlative || bounded || r->has[CUE_BETTER]) {
		return false;
	} else if (r->has[CUE_REVIEWS]) {
		u->fact = FACT_RATING;
	} else if (r->has[CUE_PRICE]) {
		u->fact = FACT_PRICE;
	} else if ((r->has[CUE_COUNT] && (r->has[CUE_LEFT] || r->has[CUE_IN_STOCK])) ||
		   ((begins_with_be(r) || r->has[CUE_IT]) &&
		    (r->has[CUE_IN_STOCK] || r->has[CUE_SOLD_OUT]))) {
		u->fact = FACT_STOCK;
	} else if (r->has[CUE_ABOUT] || (u->ref_count > 0 && reading_content_count(r) == 0)) {
		u->fact = FACT_ABOUT;
	}
	if (u->fact == FACT_NONE)
		return false;
	u->name = reading_name(r, from, r->in->word_count);
	return true;
}

/* The names in "compare X and Y", "X or Y, which is better". */
static void take_parts(struct reading *r)
{
	size_t from = 0, n = r->in->word_count;
	for (size_t i = 0; i <= n && r->out->parts.count < UNDERSTAND_PARTS; i++) {
		bool ends = i == n || r->cue[i] == CUE_AND || r->cue[i] == CUE_VERSUS ||
			    (r->has[CUE_COMPARE] &&
			     (strcmp(r->in->words[i].fold, "with") == 0 ||
			      strcmp(r->in->words[i].fold, "to") == 0)) ||
			    (i > 0 && r->in->words[i - 1].after == ',');
		if (!ends)
			continue;
		char *name = reading_name(r, from, i);
		if (name != NULL)
			r->out->failed |= !texts_add(&r->out->parts, name);
		free(name);
		from = i;
	}
}

static bool take_comparison(struct reading *r)
{
	struct understanding *u = r->out;
	bool asked = r->has[CUE_COMPARE] || r->has[CUE_VERSUS] ||
		     ((r->has[CUE_BETTER] || r->has[CUE_CHEAPER]) &&
		      (r->has[CUE_WHICH] || r->has[CUE_AND] || r->has[CUE_THEM]) && !r->has[CUE_SHOW] &&
		      !r->has[CUE_ANYTHING]);
	if (!asked)
		return false;
	const struct chat_context *c = r->in->context;
	take_parts(r);
	if (u->parts.count == 0 && c->product_count > 1)
		for (size_t i = 0; i < c->product_count && i < UNDERSTAND_PARTS; i++)
			u->refs[u->ref_count++ % UNDERSTAND_REFS] = c->products[i];
	else if (u->parts.count < 2 && !r->has[CUE_COMPARE] && !r->has[CUE_VERSUS])
		return false;
	return true;
}

static bool copy_list(const struct texts *from, char ***items, size_t *count)
{
	struct texts to = { *items, *count };
	bool ok = true;
	for (size_t i = 0; ok && i < from->count; i++)
		ok = texts_add(&to, from->items[i]);
	*items = to.items;
	*count = to.count;
	return ok;
}

/* Is a new value for the same attribute asked for: black instead of red? */
static bool same_attribute(const struct shop_query *q, const char *old)
{
	size_t len = strcspn(old, "=");
	for (size_t i = 0; i < q->attribute_count; i++)
		if (strcspn(q->attributes[i], "=") == len && strncmp(q->attributes[i], old, len) == 0)
			return true;
	return false;
}

/* What was asked before holds where the new message says nothing else. */
static void merge_context(struct reading *r)
{
	struct understanding *u = r->out;
	struct shop_query *q = &u->query;
	const struct chat_context *c = r->in->context;
	bool new_thing = q->text != NULL;
	u->follow = true;
	u->strong = true;
	if (q->price_min_cents == SHOP_NONE && q->price_max_cents == SHOP_NONE) {
		q->price_min_cents = c->price_min_cents;
		q->price_max_cents = c->price_max_cents;
	}
	if (q->min_rating_centi == SHOP_NONE)
		q->min_rating_centi = c->min_rating_centi;
	q->in_stock |= c->in_stock;
	if (q->sort == SHOP_SORT_RELEVANCE) {
		q->sort = c->sort;
		q->reverse = c->reverse;
	}
	if (new_thing)
		return;
	if (c->text != NULL)
		u->failed |= (q->text = strdup(c->text)) == NULL;
	if (q->brand_count == 0)
		u->failed |= !copy_list(&c->brands, &q->brands, &q->brand_count);
	if (q->category_count == 0)
		u->failed |= !copy_list(&c->categories, &q->categories, &q->category_count);
	for (size_t i = 0; i < c->attributes.count; i++) {
		struct texts one = { &c->attributes.items[i], 1 };
		if (!same_attribute(q, c->attributes.items[i]))
			u->failed |= !copy_list(&one, &q->attributes, &q->attribute_count);
	}
}

/* "something cheaper": below the cheapest that was shown. */
static void take_cheaper(struct reading *r)
{
	const struct chat_context *c = r->in->context;
	struct shop_query *q = &r->out->query;
	if (c->product_count == 0)
		return;
	int64_t low = c->prices[0], high = c->prices[0];
	for (size_t i = 1; i < c->product_count; i++) {
		low = c->prices[i] < low ? c->prices[i] : low;
		high = c->prices[i] > high ? c->prices[i] : high;
	}
	if (r->has[CUE_CHEAPER]) {
		q->price_min_cents = SHOP_NONE;
		q->price_max_cents = low > 0 ? low - 1 : 0;
	} else {
		q->price_max_cents = SHOP_NONE;
		q->price_min_cents = high < INT64_MAX ? high + 1 : high;
	}
}

/* Does the message only make sense as a continuation? */
static bool continues(const struct reading *r, bool bounded)
{
	const struct chat_context *c = r->in->context;
	const struct shop_query *q = &r->out->query;
	if (!c->known || (c->text == NULL && c->brands.count == 0 && c->categories.count == 0 &&
			  c->attributes.count == 0))
		return false;
	bool joins = r->cue[0] == CUE_AND || r->has[CUE_FOLLOW];
	bool relative = r->has[CUE_CHEAPER] || r->has[CUE_DEARER];
	if (q->text != NULL)
		return joins && r->in->word_count <= 8 && !r->out->superlative;
	if (relative || joins || r->has[CUE_THEM] || r->has[CUE_IT])
		return true;
	if (r->has[CUE_ANYTHING] && !r->has[CUE_NOT])
		return false;
	return bounded || q->attribute_count > 0 || q->brand_count > 0 || r->has[CUE_NOT] ||
	       r->out->query.in_stock || r->out->superlative;
}

static bool refers(struct reading *r)
{
	struct understanding *u = r->out;
	const struct chat_context *c = r->in->context;
	if (u->ref_count > 0 || u->name != NULL || c->product_count == 0)
		return false;
	if (!r->has[CUE_IT] && !r->has[CUE_THEM] && reading_content_count(r) > 0)
		return false;
	size_t n = r->has[CUE_THEM] ? c->product_count : 1;
	for (size_t i = 0; i < n && i < UNDERSTAND_REFS; i++)
		u->refs[u->ref_count++] = c->products[i];
	return true;
}

/* Does the store know the thing that is asked for: the last word before any preposition? */
static bool head_is_known(const struct reading *r)
{
	const struct shop_query *q = &r->out->query;
	size_t head = r->in->word_count;
	for (size_t i = 0; i < r->in->word_count; i++) {
		if (head < r->in->word_count && reading_at(r, i, CUE_PREPOSITION))
			break;
		if (reading_content(r, i))
			head = i;
	}
	if (head == r->in->word_count)
		return q->brand_count > 0 || q->category_count > 0 || q->attribute_count > 0;
	if (r->in->things != NULL)
		return r->in->things[head];
	return !r->in->unknown[head] && !lexicon_knows(r->in->words[head].fold);
}

/* Said to a shop, and nowhere else. */
static bool is_shop_talk(const struct reading *r)
{
	const struct understanding *u = r->out;
	bool extreme = r->has[CUE_CHEAPEST] || r->has[CUE_DEAREST];
	bool empty = reading_content_count(r) == 0;
	bool ours = r->has[CUE_SELL] || r->has[CUE_HAVE];
	return (ours && !r->has[CUE_QUESTION]) || r->has[CUE_SOLD_OUT] || r->has[CUE_WANT] ||
	       (r->has[CUE_IN_STOCK] && reading_has_fold(r, "stock")) || r->has[CUE_MOST_STOCK] ||
	       r->has[CUE_LEAST_STOCK] || (extreme && !r->has[CUE_QUESTION]) || r->money ||
	       (empty && (r->has[CUE_ANYTHING] || r->has[CUE_KINDS] || r->has[CUE_BRANDS])) ||
	       u->not_brands.count > 0 || u->not_attributes.count > 0;
}

/* Is it certainly about buying? What is said of other things as well is so of things that the store
 * knows: "is there a lamp", but not "is there a vaccine". */
static bool is_strong(const struct reading *r, bool bounded)
{
	static const enum cue cues[] = {
		CUE_EXISTS,   CUE_IN_STOCK, CUE_CHEAP,	CUE_EXPENSIVE, CUE_CHEAPEST, CUE_DEAREST,
		CUE_ANYTHING, CUE_WISH,	    CUE_BRANDS, CUE_KINDS,     CUE_SHOW,     CUE_BEST,
		CUE_RECOMMEND, CUE_SELL,	    CUE_HAVE,
	};
	bool maybe = bounded;
	for (size_t i = 0; i < sizeof(cues) / sizeof(cues[0]); i++)
		maybe |= r->has[cues[i]];
	return is_shop_talk(r) || (maybe && head_is_known(r));
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

/* "my phone" is the shopper's own, unless something is wanted for it. */
static bool is_of_own_things(const struct reading *r)
{
	size_t my = reading_first(r, CUE_MY);
	if (my >= r->in->word_count || !reading_content(r, my + 1))
		return false;
	const char *before = my > 0 ? r->in->words[my - 1].fold : "";
	return strcmp(before, "for") != 0 && strcmp(before, "with") != 0 && strcmp(before, "fits") != 0 &&
	       strcmp(before, "fit") != 0;
}

/* Anything by which a message could be about products at all. */
static bool about_products(const struct reading *r, bool bounded)
{
	const struct shop_query *q = &r->out->query;
	if (r->has[CUE_OFF_TOPIC] && !r->has[CUE_SELL] && !r->has[CUE_HAVE] && !bounded)
		return false;
	if (r->has[CUE_QUESTION] && !is_strong(r, bounded) && r->out->fact == FACT_NONE)
		return false;
	if (is_of_own_things(r) && !r->has[CUE_HAVE])
		return false;
	return q->text != NULL || q->brand_count > 0 || q->attribute_count > 0 || bounded ||
	       r->out->superlative || r->has[CUE_ANYTHING] || r->has[CUE_KINDS] ||
	       r->has[CUE_BRANDS] || r->out->ref_count > 0 || r->out->follow ||
	       q->in_stock || r->has[CUE_RECOMMEND] || r->out->sold_out ||
	       r->out->not_brands.count > 0 || r->out->not_attributes.count > 0;
}

static void finish(struct reading *r)
{
	struct understanding *u = r->out;
	u->query.intent = product_intent(r);
	bool open = r->has[CUE_WHICH] || r->has[CUE_COUNT] || r->has[CUE_QUESTION] || u->superlative;
	u->asks = !open && (r->has[CUE_HAVE] || r->has[CUE_SELL] || r->has[CUE_EXISTS] ||
			    begins_with_be(r));
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
	take_sort(r);
	take_stock(r);
	take_limit(r);
	reading_names(r);
	if (take_comparison(r)) {
		u->query.intent = SHOP_INTENT_PRODUCT_COMPARE;
		u->strong = r->has[CUE_COMPARE] && u->ref_count > 0;
		return true;
	}
	bool fact = take_fact(r, bounded);
	reading_text(r);
	u->list_brands = r->has[CUE_BRANDS] && u->fact == FACT_NONE;
	u->list_categories = r->has[CUE_KINDS] && u->query.text == NULL;
	u->strong = is_strong(r, bounded);
	if (fact && refers(r)) {
		free(u->query.text);
		u->query.text = NULL;
		u->follow = u->strong = true;
	} else if (u->ref_count > 0) {
		u->follow = u->strong = true;
		if (u->fact == FACT_NONE)
			u->fact = FACT_ABOUT;
	} else if (!fact && continues(r, bounded)) {
		if (r->has[CUE_CHEAPER] || r->has[CUE_DEARER])
			take_cheaper(r);
		merge_context(r);
	}
	if (!about_products(r, bounded))
		return false;
	finish(r);
	return true;
}
