/* SPDX-License-Identifier: MIT */
/* Questions about products that go on from what was said before. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/reading.h"

static bool copy_list(const struct texts *from, char ***items, size_t *count)
{
	bool ok = true;
	for (size_t i = 0; ok && i < from->count; i++)
		ok = texts_add_to(items, count, from->items[i]);
	return ok;
}

/* Does a word of the message describe by colour, or by material? */
static bool describes_by(const struct reading *r, bool (*is)(const char *norm))
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (reading_content(r, i) && is(r->in->words[i].norm))
			return true;
	return false;
}

/* Is a new value for the same attribute asked for: black instead of red? */
static bool is_replaced(const struct reading *r, const char *old)
{
	const struct shop_query *q = &r->out->query;
	size_t len = strcspn(old, "=");
	const char *colo = strstr(old, "colo"), *material = strstr(old, "material");
	for (size_t i = 0; i < q->attribute_count; i++)
		if (strcspn(q->attributes[i], "=") == len &&
		    strncmp(q->attributes[i], old, len) == 0)
			return true;
	return (colo != NULL && colo < old + len && describes_by(r, lexicon_is_colour)) ||
	       (material != NULL && material < old + len && describes_by(r, lexicon_is_material));
}

/* Words that only describe: "in blue", where no product of this store is blue. */
static bool only_describes(const struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++) {
		const char *norm = r->in->words[i].norm;
		if (reading_content(r, i) && !lexicon_is_colour(norm) && !lexicon_is_material(norm))
			return false;
	}
	return true;
}

/* The words that were asked for before, behind those that describe them now. */
static char *join_texts(const char *now, const char *before)
{
	char *out = NULL;
	if (now == NULL)
		return strdup(before);
	return asprintf(&out, "%s %s", now, before) < 0 ? NULL : out;
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

/* "with at least 16 GB", "which are organic?": says more of what was asked for, and names no other
 * thing. */
static bool only_adds(const struct reading *r)
{
	static const char *const verbs[] = {
		"are", "is", "have", "has", "come", "of", "ones", NULL
	};
	const struct understand_input *in = r->in;
	bool adds = in->word_count > 0 && r->cue[0] == CUE_PREPOSITION;
	adds |= in->word_count > 1 && r->cue[0] == CUE_WHICH &&
		word_is_one_of(in->words[1].fold, verbs);
	for (size_t i = 0; adds && i < in->word_count; i++)
		adds = !reading_content(r, i) || in->things == NULL || !in->things[i];
	return adds;
}

void follow_merge(struct reading *r)
{
	struct understanding *u = r->out;
	struct shop_query *q = &u->query;
	const struct chat_context *c = r->in->context;
	bool new_thing = q->text != NULL && !only_describes(r) && !only_adds(r);
	if (r->has[CUE_CHEAPER] || r->has[CUE_DEARER])
		take_cheaper(r);
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
	if (c->text != NULL) {
		char *text = join_texts(q->text, c->text);
		free(q->text);
		q->text = text;
		u->failed |= text == NULL;
	}
	if (q->brand_count == 0)
		u->failed |= !copy_list(&c->brands, &q->brands, &q->brand_count);
	if (q->category_count == 0)
		u->failed |= !copy_list(&c->categories, &q->categories, &q->category_count);
	for (size_t i = 0; i < c->attributes.count; i++) {
		const char *old = c->attributes.items[i];
		if (!is_replaced(r, old) && !texts_have(&u->not_attributes, old))
			u->failed |= !texts_add_to(&q->attributes, &q->attribute_count, old);
	}
}

bool follow_continues(const struct reading *r, bool bounded)
{
	const struct chat_context *c = r->in->context;
	const struct shop_query *q = &r->out->query;
	if (!c->known || (c->text == NULL && c->brands.count == 0 && c->categories.count == 0 &&
			  c->attributes.count == 0))
		return false;
	size_t first = 0;
	/* "ok and the lamp?" */
	while (first + 1 < r->in->word_count &&
	       (r->cue[first] == CUE_STOP || r->cue[first] == CUE_THANKS))
		first++;
	bool joins = r->cue[first] == CUE_AND || r->has[CUE_FOLLOW];
	bool relative = r->has[CUE_CHEAPER] || r->has[CUE_DEARER];
	if (only_adds(r))
		return true;
	if (q->text != NULL && !only_describes(r))
		return joins && r->in->word_count <= 8 && !r->out->superlative;
	if (relative || joins || r->has[CUE_THEM] || r->has[CUE_IT] || r->has[CUE_MORE])
		return true;
	if (r->has[CUE_ANYTHING] && !r->has[CUE_NOT])
		return false;
	return bounded || r->out->measure_count > 0 || q->text != NULL || q->attribute_count > 0 ||
	       q->brand_count > 0 || r->has[CUE_NOT] || r->out->query.in_stock ||
	       r->out->superlative;
}

bool follow_refers(struct reading *r)
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
