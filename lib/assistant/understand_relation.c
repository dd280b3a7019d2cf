/* SPDX-License-Identifier: MIT */
/* Questions that hold products against each other, and whether one has something: cheaper than
 * another, both ends of an order, comparisons, "does it have noise cancelling?". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/reading.h"

static bool begins_with_be(const struct reading *r)
{
	static const char *const verbs[] = { "is", "are", "isnt", "arent", "was", "were", NULL };
	return r->in->word_count > 0 && word_is_one_of(r->in->words[0].fold, verbs);
}

/* What the words before a "than" compare by. */
static enum than_kind kind_before(const struct reading *r, size_t than)
{
	enum cue cue = than > 0 ? r->cue[than - 1] : CUE_NONE;
	const char *fold = than > 0 ? r->in->words[than - 1].fold : "";
	if (cue == CUE_CHEAPER)
		return THAN_CHEAPER;
	if (cue == CUE_DEARER)
		return THAN_DEARER;
	if (cue == CUE_BETTER)
		return THAN_BETTER;
	return strcmp(fold, "newer") == 0 ? THAN_NEWER : THAN_NONE;
}

void reading_than(struct reading *r)
{
	struct understanding *u = r->out;
	size_t n = r->in->word_count;
	bool exists = n > 0 && r->cue[0] == CUE_EXISTS;
	/* "is A cheaper than B" compares the two */
	if (begins_with_be(r) && !exists && !r->has[CUE_ANYTHING])
		return;
	for (size_t i = 1; i + 1 < n; i++) {
		enum than_kind kind = kind_before(r, i);
		if (strcmp(r->in->words[i].fold, "than") != 0 || kind == THAN_NONE ||
		    r->use[i] == USE_AMOUNT)
			continue;
		char *name = reading_name(r, i + 1, n);
		if (name == NULL)
			return;
		u->than = kind;
		u->than_name = name;
		for (size_t k = i; k < n; k++)
			r->use[k] = USE_NAME;
		if (kind == THAN_NEWER)
			r->use[i - 1] = USE_NAME;
		return;
	}
}

/* The order that a cue alone asks for: the one at its end. */
static bool order_of(enum cue cue, struct part_order *ret)
{
	static const struct {
		enum cue cue;
		enum shop_sort sort;
		bool reverse;
	} orders[] = {
		{ CUE_CHEAPEST, SHOP_SORT_PRICE, false }, { CUE_DEAREST, SHOP_SORT_PRICE, true },
		{ CUE_BEST, SHOP_SORT_RATING, false },    { CUE_WORST, SHOP_SORT_RATING, true },
		{ CUE_NEWEST, SHOP_SORT_NEWEST, false },  { CUE_OLDEST, SHOP_SORT_NEWEST, true },
	};
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (orders[i].cue == cue) {
			*ret = (struct part_order){ true, orders[i].sort, orders[i].reverse };
			return true;
		}
	return false;
}

/* "cheapest and dearest" are two; "from cheapest to dearest" is an order. */
static bool are_joined(const struct reading *r, size_t a, size_t b)
{
	for (size_t i = a < b ? a : b; i < (a < b ? b : a); i++)
		if (reading_at(r, i, CUE_AND))
			return true;
	return false;
}

bool relation_ends(struct reading *r)
{
	static const enum cue ends[][2] = { { CUE_CHEAPEST, CUE_DEAREST },
					    { CUE_BEST, CUE_WORST },
					    { CUE_NEWEST, CUE_OLDEST } };
	struct understanding *u = r->out;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t a = reading_first(r, ends[i][0]), b = reading_first(r, ends[i][1]);
		if (a == r->in->word_count || b == r->in->word_count || !are_joined(r, a, b))
			continue;
		order_of(a < b ? ends[i][0] : ends[i][1], &u->part_orders[0]);
		order_of(a < b ? ends[i][1] : ends[i][0], &u->part_orders[1]);
		u->both_ends = true;
		return true;
	}
	return false;
}

/* One side of a comparison: a name, or the one at the end of an order ("the cheapest watch"). */
static void add_part(struct reading *r, size_t from, size_t to)
{
	struct understanding *u = r->out;
	size_t at = u->parts.count;
	char *name = reading_name(r, from, to);
	if (name == NULL)
		return;
	u->failed |= !texts_add(&u->parts, name);
	free(name);
	for (size_t i = from; i < to && u->parts.count > at; i++)
		if (r->begins[i] && order_of(r->cue[i], &u->part_orders[at]))
			return;
}

/* The names in "compare X and Y", "X or Y, which is better". Where an "or" or a "versus" stands
 * between them, an "and" belongs to a name. */
static void take_parts(struct reading *r)
{
	size_t from = 0, n = r->in->word_count;
	bool either = r->has[CUE_VERSUS];
	for (size_t i = 0; i < n; i++)
		either |= reading_is_or(r, i);
	for (size_t i = 0; i <= n && r->out->parts.count < UNDERSTAND_PARTS; i++) {
		const char *fold = i < n ? r->in->words[i].fold : "";
		bool and = i < n && r->cue[i] == CUE_AND && (!either || reading_is_or(r, i));
		bool ends = i == n || and || r->cue[i] == CUE_VERSUS || strcmp(fold, "than") == 0 ||
			    (r->has[CUE_COMPARE] &&
			     (strcmp(fold, "with") == 0 || strcmp(fold, "to") == 0)) ||
			    (i > 0 && r->in->words[i - 1].after == ',');
		if (!ends)
			continue;
		add_part(r, from, i);
		from = i;
	}
}

/* "which is cheaper, X or Y", "is X better than Y": but not "something cheaper than $20". */
static bool asks_for_more_of(const struct reading *r, bool bounded)
{
	bool more = r->has[CUE_BETTER] || r->has[CUE_CHEAPER] || r->has[CUE_DEARER];
	bool wish =
		r->has[CUE_SHOW] || r->has[CUE_ANYTHING] || r->has[CUE_WANT] || r->has[CUE_WISH];
	return more && !wish &&
	       (r->has[CUE_WHICH] || r->has[CUE_AND] || (reading_has_fold(r, "than") && !bounded));
}

bool relation_comparison(struct reading *r, bool bounded)
{
	struct understanding *u = r->out;
	if (u->than != THAN_NONE ||
	    (!r->has[CUE_COMPARE] && !r->has[CUE_VERSUS] && !asks_for_more_of(r, bounded)))
		return false;
	const struct chat_context *c = r->in->context;
	take_parts(r);
	bool named = u->parts.count > 1 || r->has[CUE_COMPARE] || r->has[CUE_VERSUS];
	bool shown = u->parts.count == 0 && (u->ref_count > 0 || c->product_count > 1);
	if (shown && u->ref_count == 0)
		for (size_t i = 0; i < c->product_count && i < UNDERSTAND_PARTS; i++)
			u->refs[u->ref_count++] = c->products[i];
	if (!named && !shown)
		texts_done(&u->parts);
	return named || shown;
}

/* Does the message ask for something with these words before the product: "does the S2 have GPS"?
 * Returns the verb's place; word_count if it does not. */
static size_t having(const struct reading *r)
{
	static const char *const first[] = {
		"does", "do", "has", "have", "did", "can", "will", NULL
	};
	static const char *const verbs[] = { "have",  "has",     "support",  "include",
					     "come",  "feature", "supports", "includes",
					     "comes", "contain", "got",      NULL };
	static const char *const owners[] = { "our", "my", "his", "her", "their", NULL };
	size_t n = r->in->word_count;
	bool ours = r->begins[0] &&
		    (r->cue[0] == CUE_HAVE || r->cue[0] == CUE_SELL || r->cue[0] == CUE_EXISTS);
	if (n < 3 || ours || !word_is_one_of(r->in->words[0].fold, first))
		return n;
	for (size_t i = 1; i + 1 < n; i++)
		if (r->cue[i] == CUE_MY || word_is_one_of(r->in->words[i].fold, owners))
			return n;
	for (size_t i = 2; i + 1 < n; i++)
		if (word_is_one_of(r->in->words[i].fold, verbs))
			return i;
	return n;
}

static bool refers(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (r->cue[i] == CUE_IT || r->cue[i] == CUE_THEM)
			return true;
	return false;
}

bool relation_feature(struct reading *r)
{
	struct understanding *u = r->out;
	size_t n = r->in->word_count, verb = n;
	if (n < 3 || r->has[CUE_NOT] || u->superlative)
		return false;
	bool is = begins_with_be(r) && r->cue[0] != CUE_EXISTS && !r->has[CUE_ANYTHING];
	verb = is ? 0 : having(r);
	if (verb == n)
		return false;
	bool it = refers(r, 1, is ? 3 : verb);
	if (it && u->ref_count == 0 && r->in->context->product_count == 0)
		return false;
	u->name = it ? NULL : reading_name(r, 1, is ? n : verb);
	if (!it && (u->name == NULL || (is && reading_content_count(r) < 2)))
		goto no;
	if (it || !is)
		u->feature = reading_name(r, is ? 2 : verb + 1, n);
	if (u->feature == NULL && !(is && !it))
		goto no;
	u->feature_is = is;
	return true;
no:
	free(u->name);
	u->name = NULL;
	return false;
}
