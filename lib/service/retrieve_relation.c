/* SPDX-License-Identifier: MIT */
/* Products held against each other: comparisons, both ends of an order, cheaper than another. */
#include <stdlib.h>
#include <string.h>

#include "service/retrieve.h"

/* The one at the end of an order among what the words name. */
static enum shop_status find_at_end(struct retrieval *r, const char *text,
				    const struct part_order *order, struct shop_products *list,
				    struct shop_error *err)
{
	struct shop_product_filter f;
	retrieve_filter(r, &f);
	f.text = text;
	f.sort = order->sort;
	f.reverse = order->reverse;
	f.limit = 1;
	struct search s;
	enum shop_status st = SHOP_OK;
	for (enum match_mode mode = MATCH_THINGS; !st && list->count == 0 && mode <= MATCH_ALL;
	     mode++) {
		st = search_init(&s, r->shop, &f, mode, err);
		if (!st)
			st = search_each(&s, product_collect, list, NULL, err);
		search_done(&s);
	}
	return st;
}

static bool is_listed(const struct shop_products *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return true;
	return false;
}

static enum shop_status add_part(struct retrieval *r, size_t part, struct shop_error *err)
{
	struct understanding *u = r->u;
	struct shop_products found = { 0 };
	const char *text = u->parts.items[part];
	const struct part_order *order = &u->part_orders[part];
	enum shop_status st = order->set ? find_at_end(r, text, order, &found, err)
					 : retrieve_named(r, text, 1, &found, err);
	if (!st && found.count == 0)
		st = texts_add(&r->e->dropped, text) ? SHOP_OK : out_of_memory(err);
	else if (!st && !is_listed(&r->e->products, found.items[0].id))
		st = product_collect(&r->e->products, &found.items[0], err);
	shop_products_done(&found);
	return st;
}

enum shop_status retrieve_comparison(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	enum shop_status st = SHOP_OK;
	if (u->both_ends) {
		struct shop_products *list = &r->e->products;
		st = find_at_end(r, u->query.text, &u->part_orders[0], list, err);
		struct shop_products other = { 0 };
		if (!st)
			st = find_at_end(r, u->query.text, &u->part_orders[1], &other, err);
		if (!st && other.count > 0)
			st = product_collect(list, &other.items[0], err);
		shop_products_done(&other);
	} else if (u->parts.count == 0) {
		st = retrieve_by_ids(r, u->refs, u->ref_count, &r->e->products, err);
	}
	for (size_t i = 0; !st && i < u->parts.count; i++)
		st = add_part(r, i, err);
	r->e->total = (int64_t)r->e->products.count;
	if (!st)
		st = retrieve_details(r, err);
	if (!st && r->e->products.count == 0 && !u->strong)
		u->query.intent = SHOP_INTENT_UNSUPPORTED;
	return st;
}

static void narrow_query(struct understanding *u, const struct shop_product *p)
{
	struct shop_query *q = &u->query;
	switch (u->than) {
	case THAN_CHEAPER:
		q->price_max_cents = p->price_cents > 0 ? p->price_cents - 1 : 0;
		break;
	case THAN_DEARER:
		q->price_min_cents = p->price_cents + 1;
		break;
	case THAN_BETTER:
		q->min_rating_centi = p->rating_centi + 1;
		q->sort = SHOP_SORT_RATING;
		break;
	case THAN_NEWER:
		q->sort = SHOP_SORT_NEWEST;
		break;
	case THAN_NONE:
		break;
	}
}

/* Of no thing in particular, things of the same kind are meant. */
static enum shop_status take_kind(struct understanding *u, const struct shop_product *p,
				  struct shop_error *err)
{
	struct shop_query *q = &u->query;
	if (q->text != NULL || q->category_count > 0 || p->category == NULL)
		return SHOP_OK;
	bool ok = texts_add_to(&q->categories, &q->category_count, p->category);
	return ok ? SHOP_OK : out_of_memory(err);
}

enum shop_status retrieve_than(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	enum shop_status st = retrieve_named(r, u->than_name, 1, &r->e->than, err);
	if (st || r->e->than.count == 0)
		return st;
	narrow_query(u, &r->e->than.items[0]);
	return take_kind(u, &r->e->than.items[0], err);
}
