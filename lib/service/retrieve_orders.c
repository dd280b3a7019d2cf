/* SPDX-License-Identifier: MIT */
/* Questions about the acting customer's own orders, and what is to be done with one of them. */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/thing.h"
#include "service/retrieve.h"
#include "store/order.h"

enum { DAY_SECONDS = 86400, TRACKED_AT_MOST = 3 };

static bool has_word(const struct word *words, size_t count, const struct word *wanted)
{
	const char *other;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i].norm, wanted->norm) == 0)
			return true;
		for (size_t k = 0; (other = lexicon_synonym(wanted->norm, k)) != NULL; k++)
			if (strcmp(words[i].norm, other) == 0)
				return true;
	}
	return false;
}

/* Is the line such a thing, with all the words that describe it? */
static bool line_is(const struct shop_order_line *line, const struct match *wanted)
{
	struct word words[96];
	struct thing thing;
	size_t count = words_split(line->name, strlen(line->name), words, 64);
	count += words_split(line->category, strlen(line->category), words + count, 32);
	thing_from_words(wanted->words, wanted->count, lexicon_synonym, &thing);
	struct thing_product p = { .name = line->name, .category = line->category };
	size_t head = match_head(wanted);
	for (size_t i = 0; i < wanted->count; i++)
		if (i != head && !has_word(words, count, &wanted->words[i]))
			return false;
	return thing.count == 0 || thing_is(&thing, &p);
}

/* The words of the question that tell which goods are meant: brands and attributes count too. */
static void wanted_words(const struct shop_query *q, struct buf *b)
{
	for (size_t i = 0; i < q->brand_count; i++)
		buf_printf(b, "%s ", q->brands[i]);
	for (size_t i = 0; i < q->attribute_count; i++)
		buf_printf(b, "%s ", strchr(q->attributes[i], '=') + 1);
	buf_puts(b, q->text != NULL ? q->text : "");
}

/* Keeps the orders with a line of the goods; the sum of such lines in *ret_cents. */
static void keep_with_goods(struct shop_orders *list, const struct match *wanted,
			    int64_t *ret_cents)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct shop_order *o = &list->items[i];
		bool has = false;
		for (size_t k = 0; k < o->line_count; k++) {
			if (!line_is(&o->lines[k], wanted))
				continue;
			has = true;
			if (o->paid_at != SHOP_NONE && o->cancelled_at == SHOP_NONE)
				*ret_cents += o->lines[k].price_cents * o->lines[k].quantity;
		}
		if (!has) {
			shop_order_done(o);
			continue;
		}
		struct shop_order order = *o;
		list->items[kept++] = order;
	}
	list->count = kept;
}

static void cut(struct shop_orders *list, size_t from, size_t max)
{
	for (size_t i = 0; i < list->count; i++)
		if (i < from || i >= from + max)
			shop_order_done(&list->items[i]);
	size_t n = list->count > from ? list->count - from : 0;
	n = n < max ? n : max;
	memmove(list->items, list->items + from, n * sizeof(list->items[0]));
	list->count = n;
}

static struct shop_order_filter filter_of(const struct retrieval *r)
{
	const struct shop_query *q = &r->u->query;
	struct shop_order_filter f = { .since = SHOP_NONE,
				       .until = SHOP_NONE,
				       .statuses = r->u->statuses,
				       .limit = SHOP_NONE };
	/* Days are the customer's own. */
	if (q->since != SHOP_NONE)
		f.since = q->since * DAY_SECONDS - r->shop->utc_offset;
	if (q->until != SHOP_NONE)
		f.until = (q->until + 1) * DAY_SECONDS - r->shop->utc_offset - 1;
	return f;
}

static int64_t spent_of(const struct shop_orders *list)
{
	int64_t sum = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct shop_order *o = &list->items[i];
		if (o->paid_at != SHOP_NONE && o->cancelled_at == SHOP_NONE &&
		    __builtin_add_overflow(sum, o->total_cents, &sum))
			sum = INT64_MAX;
	}
	return sum;
}

static enum shop_status read_orders(struct retrieval *r, struct shop_error *err)
{
	struct shop_orders *list = &r->e->orders;
	struct shop_order_filter f = filter_of(r);
	struct buf words;
	struct match wanted;
	enum shop_status st = shop_order_list(r->shop, &f, list, err);
	if (st)
		return st;
	buf_init(&words, 8192);
	wanted_words(&r->u->query, &words);
	match_read(&wanted, buf_text(&words));
	if (wanted.count > 0) {
		r->e->spent_cents = 0;
		keep_with_goods(list, &wanted, &r->e->spent_cents);
	} else {
		r->e->spent_cents = spent_of(list);
	}
	buf_done(&words);
	r->e->order_total = (int64_t)list->count;
	return SHOP_OK;
}

static enum shop_status one_order(struct retrieval *r, int64_t id, struct shop_error *err)
{
	struct shop_order order;
	enum shop_status st = order_get(r->shop->db, id, r->shop->actor.customer, &order, NULL);
	/* Somebody else's order is as good as none. */
	if (st == SHOP_E_NOT_FOUND)
		return SHOP_OK;
	if (st)
		return shop_error_set(err, st, "the order could not be read");
	r->e->orders.items = malloc(sizeof(order));
	if (r->e->orders.items == NULL) {
		shop_order_done(&order);
		return out_of_memory(err);
	}
	r->e->orders.items[0] = order;
	r->e->orders.count = 1;
	r->e->order_total = 1;
	return SHOP_OK;
}

static bool is_open(const struct shop_order *o)
{
	return o->status != SHOP_ORDER_DELIVERED && o->status != SHOP_ORDER_CANCELLED;
}

/* Without a number, "my order" is the one that is on its way; if none is, the latest. */
static void keep_tracked(struct shop_orders *list)
{
	size_t open = 0;
	for (size_t i = 0; i < list->count; i++)
		open += is_open(&list->items[i]);
	if (open == 0) {
		cut(list, 0, 1);
		return;
	}
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct shop_order o = list->items[i];
		if (is_open(&o) && kept < TRACKED_AT_MOST)
			list->items[kept++] = o;
		else
			shop_order_done(&o);
	}
	list->count = kept;
}

static enum shop_status count_all(struct retrieval *r, struct shop_error *err)
{
	return db_run_int(r->shop->db, STMT_CUSTOMER_ORDER_COUNT, DB_ARGS(r->shop->actor.customer),
			  &r->e->order_count, err);
}

static enum shop_status track(struct retrieval *r, struct shop_error *err)
{
	enum shop_status st = read_orders(r, err);
	/* What was asked for is on no order: the latest is a better answer than none. */
	if (!st && r->e->orders.count == 0 && r->u->query.text != NULL && r->e->order_count > 0) {
		struct shop_order_filter all = { .since = SHOP_NONE,
						 .until = SHOP_NONE,
						 .limit = SHOP_NONE };
		r->e->words_missed = true;
		shop_orders_done(&r->e->orders);
		st = shop_order_list(r->shop, &all, &r->e->orders, err);
	}
	if (!st)
		keep_tracked(&r->e->orders);
	r->e->order_total = (int64_t)r->e->orders.count;
	return st;
}

enum shop_status retrieve_orders(struct retrieval *r, struct shop_error *err)
{
	const struct shop_query *q = &r->u->query;
	enum shop_status st = count_all(r, err);
	if (st)
		return st;
	if (q->order_id != SHOP_NONE)
		return one_order(r, q->order_id, err);
	if (q->intent == SHOP_INTENT_ORDER_TRACK)
		return track(r, err);
	st = read_orders(r, err);
	if (st)
		return st;
	size_t limit = q->limit != SHOP_NONE && q->limit > 0 ? (size_t)q->limit : REPLY_LISTED;
	size_t from = r->u->first && r->e->orders.count > limit ? r->e->orders.count - limit : 0;
	cut(&r->e->orders, from, limit);
	return SHOP_OK;
}

/* What is to be bought: what was shown before, or what is called by its name. */
static enum shop_status find_goods(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	enum shop_status st = SHOP_OK;
	if (u->ref_count > 0)
		st = retrieve_by_ids(r, u->refs, u->ref_count, &r->e->products, err);
	else if (u->name != NULL)
		st = retrieve_named(r, u->name, REPLY_LISTED, &r->e->products, err);
	r->e->total = (int64_t)r->e->products.count;
	return st;
}

/* Which order is to be cancelled or paid: the one named, or the only one that can be. */
static enum shop_status find_order(struct retrieval *r, struct shop_error *err)
{
	enum shop_status st = count_all(r, err);
	if (!st && r->u->query.order_id != SHOP_NONE)
		return one_order(r, r->u->query.order_id, err);
	if (st)
		return st;
	r->u->statuses = 1u << SHOP_ORDER_PENDING;
	if (r->u->action == ACTION_CANCEL)
		r->u->statuses |= 1u << SHOP_ORDER_PAID;
	return read_orders(r, err);
}

enum shop_status retrieve_action(struct retrieval *r, struct shop_error *err)
{
	return r->u->action == ACTION_BUY ? find_goods(r, err) : find_order(r, err);
}
