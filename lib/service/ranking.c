/* SPDX-License-Identifier: MIT */
/* Keeps the best candidates of the text index in a heap, then ranks the best of them by their
 * texts. */
#include "service/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "assistant/rank.h"

/* How many of the best by BM25 are looked at more closely: more would not change the first ten. */
enum { CANDIDATES = 100 };

void ranking_done(struct ranking *r)
{
	free(r->items);
	*r = (struct ranking){ 0 };
}

static bool is_better(const struct ranked *a, const struct ranked *b)
{
	return a->score != b->score ? a->score > b->score : a->id < b->id;
}

static int compare(const void *a, const void *b)
{
	return is_better(a, b) ? -1 : is_better(b, a) ? 1 : 0;
}

/* A heap with the worst on top, so that what is better can take its place. */
static void sift_down(struct ranked *items, size_t count)
{
	for (size_t i = 0;;) {
		size_t worst = i;
		for (size_t child = 2 * i + 1; child <= 2 * i + 2; child++)
			if (child < count && is_better(&items[worst], &items[child]))
				worst = child;
		if (worst == i)
			return;
		struct ranked spare = items[i];
		items[i] = items[worst];
		items[worst] = spare;
		i = worst;
	}
}

static void sift_up(struct ranked *items, size_t at)
{
	while (at > 0 && is_better(&items[(at - 1) / 2], &items[at])) {
		struct ranked spare = items[at];
		items[at] = items[(at - 1) / 2];
		items[(at - 1) / 2] = spare;
		at = (at - 1) / 2;
	}
}

struct heap {
	struct ranked *items;
	size_t count, size, keep;
};

static bool heap_add(struct heap *h, struct ranked item)
{
	if (h->count == h->keep) {
		if (is_better(&item, &h->items[0])) {
			h->items[0] = item;
			sift_down(h->items, h->count);
		}
		return true;
	}
	if (h->count == h->size) {
		size_t size = h->size == 0 ? CANDIDATES : 2 * h->size;
		struct ranked *items = reallocarray(h->items, size, sizeof(*items));
		if (items == NULL)
			return false;
		h->items = items;
		h->size = size;
	}
	h->items[h->count++] = item;
	sift_up(h->items, h->count - 1);
	return true;
}

/* All matches pass by; the best are kept. */
static enum shop_status collect(struct search *s, struct heap *h, int64_t *ret_total,
				struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	struct db_arg args[FILTER_ARGS + 1];
	bool row = true;
	memcpy(args, s->filter.args, FILTER_ARGS * sizeof(args[0]));
	args[FILTER_ARGS] = db_arg_text(buf_text(&s->expression));
	enum shop_status st = s->filter.everything
				      ? db_query(s->shop->db, STMT_PRODUCT_HITS, args + FILTER_ARGS,
						 1, &rows, err)
				      : db_query(s->shop->db, STMT_PRODUCT_HITS_FILTERED, args,
						 FILTER_ARGS + 1, &rows, err);
	int64_t total = 0;
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		/* BM25 as the index gives it: the smaller the better. */
		struct ranked item = { stmt_int(rows, 0), -stmt_real(rows, 1) };
		total++;
		if (!heap_add(h, item))
			st = out_of_memory(err);
	}
	*ret_total = total;
	return st;
}

/* The score by the product's texts: all words count more than any score. */
static enum shop_status rank_one(struct search *s, const struct rank_query *q, struct ranked *item,
				 struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *row = NULL;
	bool found = false;
	enum shop_status st =
		db_query(s->shop->db, STMT_PRODUCT_RANK_TEXTS, DB_ARGS(item->id), &row, err);
	if (!st)
		st = stmt_step(row, &found, err);
	if (st || !found)
		return st;
	struct rank_product p = {
		.name = stmt_text(row, 0),
		.description = stmt_text(row, 1),
		.attributes = stmt_text(row, 2),
		.brand = stmt_text(row, 3),
		.category = stmt_text(row, 4),
	};
	size_t matched = 0;
	item->score = rank_score(q, &p, &matched);
	return SHOP_OK;
}

static enum shop_status rank_best(struct search *s, struct ranked *items, size_t count,
				  struct shop_error *err)
{
	struct rank_query q;
	enum shop_status st = SHOP_OK;
	rank_query_init(&q, s->match.words, s->match.count);
	for (size_t i = 0; !st && i < count; i++)
		st = rank_one(s, &q, &items[i], err);
	if (count > 1)
		qsort(items, count, sizeof(*items), compare);
	return st;
}

/* Matches of the search's expression in order: the first CANDIDATES by their texts, the rest as
 * the index has them. */
static enum shop_status rank_matches(struct search *s, size_t wanted, struct ranking *ret,
				     struct shop_error *err)
{
	struct heap h = { .keep = wanted > CANDIDATES ? wanted : CANDIDATES };
	enum shop_status st = collect(s, &h, &ret->total, err);
	ret->items = h.items;
	ret->count = h.count;
	if (st)
		return st;
	if (h.count > 0)
		qsort(h.items, h.count, sizeof(*h.items), compare);
	return rank_best(s, h.items, h.count < CANDIDATES ? h.count : CANDIDATES, err);
}

/* Appends what `more` has and r has not. */
static enum shop_status append_new(struct ranking *r, const struct ranking *more, size_t wanted,
				   struct shop_error *err)
{
	size_t had = r->count;
	struct ranked *items = reallocarray(r->items, had + more->count + 1, sizeof(*items));
	if (items == NULL)
		return out_of_memory(err);
	r->items = items;
	for (size_t i = 0; i < more->count && r->count < wanted; i++) {
		bool known = false;
		for (size_t j = 0; j < had && !known; j++)
			known = items[j].id == more->items[i].id;
		if (!known)
			items[r->count++] = more->items[i];
	}
	return SHOP_OK;
}

enum shop_status ranking_init(struct ranking *r, struct search *s, size_t wanted,
			      struct shop_error *err)
{
	*r = (struct ranking){ 0 };
	enum shop_status st = rank_matches(s, wanted, r, err);
	/* What a person would not page to is not worth the search for it. */
	if (st || r->count >= CANDIDATES || r->count >= wanted || s->match.count < 2 ||
	    s->from->things)
		return st;
	struct ranking more = { 0 };
	st = search_mode(s, MATCH_ANY, err);
	if (!st)
		st = rank_matches(s, wanted, &more, err);
	if (!st)
		st = append_new(r, &more, wanted, err);
	r->total = more.total > r->total ? more.total : r->total;
	ranking_done(&more);
	return st;
}
