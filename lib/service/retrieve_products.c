/* SPDX-License-Identifier: MIT */
/*
 * Lists, superlatives and counts of products. What was asked for is tried first; where nothing is
 * found the wish is loosened step by step, and the evidence says what was left out.
 */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "service/retrieve_attempt.h"

enum { LISTED_AT_MOST = 100, NAMES_LISTED = 50, TIES_COUNTED = 10 };

static struct shop_texts borrow(char *const *items, size_t count)
{
	return (struct shop_texts){ (const char *const *)items, count };
}

void retrieve_filter(const struct retrieval *r, struct shop_product_filter *f)
{
	const struct understanding *u = r->u;
	const struct shop_query *q = &u->query;
	shop_product_filter_init(f);
	f->text = q->text;
	f->brands = borrow(q->brands, q->brand_count);
	f->not_brands = borrow(u->not_brands.items, u->not_brands.count);
	/* Words name the category's things better than the category does. */
	if (q->text == NULL)
		f->categories = borrow(q->categories, q->category_count);
	f->attributes = borrow(q->attributes, q->attribute_count);
	f->not_attributes = borrow(u->not_attributes.items, u->not_attributes.count);
	f->not_texts = borrow(u->not_texts.items, u->not_texts.count);
	f->price_min_cents = q->price_min_cents;
	f->price_max_cents = q->price_max_cents;
	f->rating_min_centi = q->min_rating_centi;
	f->rating_max_centi = q->max_rating_centi;
	f->in_stock = q->in_stock;
	f->sold_out = u->sold_out;
	f->things = true;
	f->sort = q->sort;
	f->reverse = q->reverse;
}

static enum shop_status fetch(struct retrieval *r, const struct attempt *a, int64_t limit,
			      struct shop_products *list, struct shop_error *err)
{
	struct search s;
	struct shop_product_filter f = a->filter;
	f.limit = limit;
	enum shop_status st = search_init(&s, r->shop, &f, a->mode, err);
	if (!st)
		st = search_each(&s, product_collect, list, NULL, err);
	search_done(&s);
	return st;
}

static bool ends_with(const char *word, const char *ending)
{
	size_t len = strlen(word), n = strlen(ending);
	return len >= n && strcmp(word + len - n, ending) == 0;
}

/* Tells which words of the question the reading does without. */
static enum shop_status note_dropped(struct retrieval *r, const struct attempt *a,
				     struct shop_error *err)
{
	struct match asked, used;
	if (r->u->query.text == NULL || a->filter.text == NULL)
		return SHOP_OK;
	match_read(&asked, r->u->query.text);
	match_read(&used, a->filter.text);
	for (size_t i = 0; i < asked.count; i++) {
		bool kept = false;
		for (size_t j = 0; j < used.count && !kept; j++)
			kept = ends_with(used.words[j].norm, asked.words[i].norm);
		if (kept)
			continue;
		r->e->partly = true;
		if (!texts_add(&r->e->dropped, asked.words[i].fold))
			return out_of_memory(err);
	}
	return SHOP_OK;
}

/* The strictest reading under which anything is found, and what it does without. */
static enum shop_status narrow(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	enum shop_status st = retrieve_narrow(r, a, err);
	return st || a->stats.total == 0 ? st : note_dropped(r, a, err);
}

static bool has_bounds(const struct shop_product_filter *f)
{
	return f->price_min_cents != SHOP_NONE || f->price_max_cents != SHOP_NONE;
}

/* Nothing lies within the bounds: what lies nearest outside. */
static enum shop_status look_outside(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	struct shop_product_filter bounded = a->filter;
	a->filter.price_min_cents = a->filter.price_max_cents = SHOP_NONE;
	enum shop_status st = narrow(r, a, err);
	if (st || a->stats.total == 0)
		return st;
	r->e->price_low = a->stats.price_low;
	r->e->price_high = a->stats.price_high;
	r->e->instead_outside = true;
	bool above = bounded.price_max_cents != SHOP_NONE &&
		     a->stats.price_high > bounded.price_max_cents;
	a->filter.sort = SHOP_SORT_PRICE;
	a->filter.reverse = !above;
	if (above)
		a->filter.price_min_cents = bounded.price_max_cents;
	st = fetch(r, a, 1, &r->e->instead, err);
	a->stats = (struct search_stats){ .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	return st;
}

/* Nothing of it is in stock: what is sold out. */
static enum shop_status fetch_gone(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	enum { GONE_SHOWN = 3 };
	r->e->gone = true;
	r->e->in_stock = 0;
	r->e->total = a->stats.total;
	return fetch(r, a, GONE_SHOWN, &r->e->products, err);
}

static enum shop_status look_sold_out(struct retrieval *r, struct attempt *a,
				      struct shop_error *err)
{
	retrieve_filter(r, &a->filter);
	a->filter.in_stock = false;
	enum shop_status st = narrow(r, a, err);
	if (!st && a->stats.total > 0)
		st = fetch_gone(r, a, err);
	a->stats = (struct search_stats){ .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	return st;
}

/* Nothing of it is sold out: how many there are. */
static enum shop_status count_there(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	retrieve_filter(r, &a->filter);
	a->filter.sold_out = false;
	enum shop_status st = narrow(r, a, err);
	if (!st && a->stats.total > 0)
		r->e->of = a->stats.total;
	a->stats = (struct search_stats){ .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	return st;
}

/* How many of the next ones are equal to the first in what they were sorted by. */
static int64_t count_ties(const struct shop_products *list, enum shop_sort sort)
{
	int64_t n = 0;
	for (size_t i = 1; i < list->count; i++) {
		const struct shop_product *a = &list->items[0], *b = &list->items[i];
		bool equal = sort == SHOP_SORT_PRICE    ? a->price_cents == b->price_cents
			     : sort == SHOP_SORT_RATING ? a->rating_centi == b->rating_centi &&
								  a->reviews == b->reviews
			     : sort == SHOP_SORT_STOCK  ? a->stock == b->stock
			     : sort == SHOP_SORT_NEWEST ? a->created_at == b->created_at
							: false;
		if (!equal)
			break;
		n++;
	}
	return n;
}

/* The first in the order asked for; where it is sold out, also the first that can be bought. */
static enum shop_status fetch_first(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	int64_t limit = r->u->query.limit != SHOP_NONE ? r->u->query.limit : 1;
	limit = limit < LISTED_AT_MOST ? limit : LISTED_AT_MOST;
	struct shop_products more = { 0 };
	a->filter.offset = r->u->offset;
	enum shop_status st = fetch(r, a, limit + TIES_COUNTED, &more, err);
	r->e->tied = st ? 0 : count_ties(&more, a->filter.sort);
	while (more.count > (size_t)limit)
		shop_product_done(&more.items[--more.count]);
	r->e->products = more;
	if (st || more.count == 0 || more.items[0].stock > 0 || a->filter.sold_out)
		return st;
	a->filter.in_stock = true;
	a->filter.offset = 0;
	return fetch(r, a, 1, &r->e->instead, err);
}

/* Only what came after the product that the question names. */
static void keep_newer(struct evidence *e)
{
	struct shop_products *list = &e->products;
	size_t kept = 0;
	e->in_stock = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct shop_product p = list->items[i];
		if (p.created_at <= e->than.items[0].created_at) {
			shop_product_done(&p);
			continue;
		}
		e->in_stock += p.stock > 0;
		list->items[kept++] = p;
	}
	list->count = kept;
	e->total = (int64_t)kept;
	e->price_low = e->price_high = SHOP_NONE;
}

/* What can be bought stands before what is sold out, but for a list in the order of prices. */
static enum shop_status fetch_list(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	int64_t limit = r->u->query.limit;
	if (limit == SHOP_NONE)
		limit = r->u->all || r->u->than == THAN_NEWER ? LISTED_AT_MOST : REPLY_LISTED;
	limit = limit < LISTED_AT_MOST ? limit : LISTED_AT_MOST;
	struct shop_products *list = &r->e->products;
	bool parted =
		!r->u->in_order && a->stats.in_stock > 0 && a->stats.in_stock < a->stats.total;
	a->filter.in_stock |= parted;
	enum shop_status st = fetch(r, a, limit, list, err);
	if (!st && parted && (int64_t)list->count < limit) {
		a->filter.in_stock = false;
		a->filter.sold_out = true;
		st = fetch(r, a, limit - (int64_t)list->count, list, err);
	}
	if (!st && r->u->than == THAN_NEWER)
		keep_newer(r->e);
	return st;
}

static void note_stats(struct evidence *e, const struct search_stats *stats)
{
	e->total = stats->total;
	e->in_stock = stats->in_stock;
	e->things = stats->things;
	e->price_low = stats->price_low;
	e->price_high = stats->price_high;
}

static enum shop_status add_value(void *ctx, const char *value, struct shop_error *err)
{
	return texts_add(ctx, value) ? SHOP_OK : out_of_memory(err);
}

/* The part of a category path that tells departments apart: the first, or with only one first the
 * second. */
static bool departments(const struct texts *paths, size_t skip, struct texts *ret)
{
	bool ok = true;
	for (size_t i = 0; ok && i < paths->count; i++) {
		const char *from = paths->items[i];
		for (size_t n = 0; n < skip && from != NULL; n++) {
			from = strchr(from, '/');
			from = from != NULL ? from + 1 : NULL;
		}
		if (from == NULL)
			continue;
		char *name = strndup(from, strcspn(from, "/"));
		ok = name != NULL && texts_add(ret, name);
		free(name);
	}
	return ok;
}

/* The last parts of category paths. */
static bool leaves(const struct texts *paths, struct texts *ret)
{
	bool ok = true;
	for (size_t i = 0; ok && i < paths->count; i++) {
		const char *slash = strrchr(paths->items[i], '/');
		ok = texts_add(ret, slash != NULL ? slash + 1 : paths->items[i]);
	}
	return ok;
}

static enum shop_status list_names(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	struct search s;
	struct texts found = { 0 };
	enum shop_status st = search_init(&s, r->shop, &a->filter, a->mode, err);
	if (!st)
		st = search_values(
			&s, r->u->list_brands ? STMT_PRODUCT_BRANDS : STMT_PRODUCT_CATEGORIES, NULL,
			r->u->list_brands ? NAMES_LISTED : 100 * NAMES_LISTED, add_value, &found,
			err);
	search_done(&s);
	if (st || r->u->list_brands) {
		r->e->values = found;
		return st;
	}
	bool ok = r->u->query.text != NULL ? leaves(&found, &r->e->values)
					   : departments(&found, 0, &r->e->values);
	if (ok && r->e->values.count == 1 && r->u->query.text == NULL) {
		struct texts below = { 0 };
		ok = departments(&found, 1, &below);
		if (below.count > 0) {
			texts_done(&r->e->values);
			r->e->values = below;
		}
	}
	texts_done(&found);
	return ok ? SHOP_OK : out_of_memory(err);
}

/* What the command has to say for the same. */
static enum shop_status note_reading(struct retrieval *r, const struct attempt *a,
				     struct shop_error *err)
{
	struct understanding *u = r->u;
	u->found_words = a->mode != MATCH_THINGS;
	u->found_as_words = a->filter.attributes.count == 0 && u->query.attribute_count > 0;
	free(u->found_text);
	u->found_text = NULL;
	if (a->filter.text == NULL || a->filter.text == u->query.text)
		return SHOP_OK;
	u->found_text = strdup(a->filter.text);
	return u->found_text != NULL ? SHOP_OK : out_of_memory(err);
}

static enum shop_status look_elsewhere(struct retrieval *r, struct attempt *a,
				       struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	if (a->filter.sold_out)
		return count_there(r, a, err);
	if (has_bounds(&a->filter))
		st = look_outside(r, a, err);
	if (!st && r->e->instead.count == 0 && r->u->query.in_stock)
		st = look_sold_out(r, a, err);
	return st;
}

enum shop_status retrieve_products(struct retrieval *r, struct shop_error *err)
{
	struct attempt a = { .mode = MATCH_THINGS };
	buf_init(&a.text, ATTEMPT_TEXT_MAX);
	enum shop_status st = retrieve_measures(r, err);
	if (!st)
		st = retrieve_flags(r, err);
	if (!st && r->u->than != THAN_NONE)
		st = retrieve_than(r, err);
	if (!st && r->u->than != THAN_NONE && r->e->than.count == 0) {
		buf_done(&a.text);
		return SHOP_OK;
	}
	retrieve_filter(r, &a.filter);
	if (!st)
		st = narrow(r, &a, err);
	note_stats(r->e, &a.stats);
	if (!st && a.stats.total > 0)
		st = note_reading(r, &a, err);
	if (!st && a.gone)
		st = fetch_gone(r, &a, err);
	else if (!st && a.stats.total == 0 && retrieve_is_sure(r))
		st = look_elsewhere(r, &a, err);
	else if (!st && a.stats.total == 0)
		r->u->query.intent = SHOP_INTENT_UNSUPPORTED;
	else if (!st && (r->u->list_brands || r->u->list_categories))
		st = list_names(r, &a, err);
	/* Of a kind with one category there is more to say than its name. */
	bool named = r->e->values.count > (r->u->list_categories && r->u->query.text != NULL);
	if (!st && a.stats.total > 0 && !a.gone && !named)
		st = r->u->superlative ? fetch_first(r, &a, err) : fetch_list(r, &a, err);
	buf_done(&a.text);
	return st;
}
