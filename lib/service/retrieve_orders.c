/* SPDX-License-Identifier: MIT */
/* Questions about the acting customer's own orders, and what is to be done with one of them. */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/thing.h"
#include "service/retrieve.h"
#include "store/order.h"
#include "store/product.h"

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

enum { LINE_WORDS = 192 };

static void add_words(struct word *words, size_t *count, const char *text)
{
	if (text != NULL)
		*count += words_split(text, strlen(text), words + *count, LINE_WORDS - *count);
}

/* What the store knows of the product besides: its brand and its attributes' values. */
static enum shop_status add_product(struct retrieval *r, int64_t id, struct word *words,
				    size_t *count, struct shop_error *err)
{
	CLEANUP(shop_product_done) struct shop_product p = { 0 };
	CLEANUP(shop_attributes_done) struct shop_attributes list = { 0 };
	enum shop_status st = id != SHOP_NONE ? product_by_id(r->shop->db, id, &p, err) : SHOP_OK;
	if (st == SHOP_E_NOT_FOUND)
		return SHOP_OK;
	if (st || id == SHOP_NONE)
		return st;
	add_words(words, count, p.brand);
	st = shop_product_attributes(r->shop, id, &list, err);
	for (size_t i = 0; !st && i < list.count; i++)
		add_words(words, count, list.items[i].value);
	return st;
}

static bool has_phrase(const struct word *words, size_t count, const char *phrase)
{
	struct word wanted[16];
	size_t n = words_split(phrase, strlen(phrase), wanted, 16);
	for (size_t i = 0; i < n; i++)
		if (!has_word(words, count, &wanted[i]))
			return false;
	return true;
}

/* Is it of one of the brands that were named, with all the attributes? */
static bool is_described(const struct shop_query *q, const struct word *words, size_t count)
{
	bool fits = q->brand_count == 0;
	for (size_t i = 0; i < q->brand_count && !fits; i++)
		fits = has_phrase(words, count, q->brands[i]);
	for (size_t i = 0; fits && i < q->attribute_count; i++)
		fits = has_phrase(words, count, strchr(q->attributes[i], '=') + 1);
	return fits;
}

/* The categories that were named hold such things: "watch" names the smartwatches too. */
static bool is_in_category(const struct shop_query *q, const char *path)
{
	for (size_t i = 0; i < q->category_count; i++) {
		size_t len = strlen(q->categories[i]);
		if (strncmp(path, q->categories[i], len) == 0 &&
		    (path[len] == '\0' || path[len] == '/'))
			return true;
	}
	return false;
}

/* "watch" of a smartwatch, where the store has no things of that name itself. */
static bool is_compound_of(const struct shop_query *q, const struct word *words, size_t count,
			   const char *norm)
{
	enum { SHORTEST = 4 };
	size_t len = strlen(norm);
	for (size_t i = 0; i < count && q->category_count == 0 && len >= SHORTEST; i++) {
		size_t whole = strlen(words[i].norm);
		if (whole > len && strcmp(words[i].norm + whole - len, norm) == 0)
			return true;
	}
	return false;
}

/* Is the line such a thing, with all the words that describe it? */
static bool line_is(const struct shop_query *q, const struct shop_order_line *line,
		    const struct word *words, size_t count, const struct match *wanted)
{
	struct thing thing;
	thing_from_words(wanted->words, wanted->count, lexicon_synonym, &thing);
	struct thing_product p = { .name = line->name, .category = line->category };
	size_t head = match_head(wanted);
	for (size_t i = 0; i < wanted->count; i++)
		if (i != head && !has_word(words, count, &wanted->words[i]))
			return false;
	return thing.count == 0 || thing_is(&thing, &p) || is_in_category(q, line->category) ||
	       (head < wanted->count && is_compound_of(q, words, count, wanted->words[head].norm));
}

static void spend(int64_t *sum, int64_t cents)
{
	if (__builtin_add_overflow(*sum, cents, sum))
		*sum = INT64_MAX;
}

/* A line with the goods in an order that was paid is part of what was spent. */
static enum shop_status has_goods(struct retrieval *r, const struct shop_order *o,
				  const struct match *wanted, bool *ret, struct shop_error *err)
{
	struct word words[LINE_WORDS];
	bool paid = o->paid_at != SHOP_NONE && o->cancelled_at == SHOP_NONE;
	*ret = false;
	for (size_t k = 0; k < o->line_count; k++) {
		const struct shop_order_line *l = &o->lines[k];
		size_t count = 0;
		add_words(words, &count, l->name);
		add_words(words, &count, l->category);
		enum shop_status st = add_product(r, l->product_id, words, &count, err);
		if (st)
			return st;
		if (!is_described(&r->u->query, words, count) ||
		    (wanted->count > 0 && !line_is(&r->u->query, l, words, count, wanted)))
			continue;
		*ret = true;
		int64_t cents = 0;
		if (paid && __builtin_mul_overflow(l->price_cents, l->quantity, &cents))
			cents = INT64_MAX;
		spend(&r->e->spent_cents, cents);
	}
	return SHOP_OK;
}

/* Keeps the orders with a line of the goods. */
static enum shop_status keep_with_goods(struct retrieval *r, const struct match *wanted,
					struct shop_error *err)
{
	struct shop_orders *list = &r->e->orders;
	enum shop_status st = SHOP_OK;
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct shop_order o = list->items[i];
		bool has = false;
		if (!st)
			st = has_goods(r, &o, wanted, &has, err);
		if (has)
			list->items[kept++] = o;
		else
			shop_order_done(&o);
	}
	list->count = kept;
	return st;
}

static void cut(struct shop_orders *list, size_t from, size_t max)
{
	for (size_t i = 0; i < list->count; i++)
		if (i < from || i >= from + max)
			shop_order_done(&list->items[i]);
	size_t n = list->count > from ? list->count - from : 0;
	n = n < max ? n : max;
	if (n > 0)
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
		if (o->paid_at != SHOP_NONE && o->cancelled_at == SHOP_NONE)
			spend(&sum, o->total_cents);
	}
	return sum;
}

static enum shop_status read_orders(struct retrieval *r, struct shop_error *err)
{
	struct shop_orders *list = &r->e->orders;
	struct shop_order_filter f = filter_of(r);
	const struct shop_query *q = &r->u->query;
	struct match wanted;
	enum shop_status st = shop_order_list(r->shop, &f, list, err);
	if (st)
		return st;
	match_read(&wanted, q->text != NULL ? q->text : "");
	if (wanted.count > 0 || q->brand_count > 0 || q->attribute_count > 0) {
		r->e->spent_cents = 0;
		st = keep_with_goods(r, &wanted, err);
	} else {
		r->e->spent_cents = spent_of(list);
	}
	r->e->order_total = (int64_t)list->count;
	return st;
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
	struct shop_orders *list = &r->e->orders;
	struct shop_order *items = realloc(list->items, (list->count + 1) * sizeof(order));
	if (items == NULL) {
		shop_order_done(&order);
		return out_of_memory(err);
	}
	list->items = items;
	items[list->count++] = order;
	r->e->order_total = (int64_t)list->count;
	return SHOP_OK;
}

static enum shop_status named_orders(struct retrieval *r, struct shop_error *err)
{
	enum shop_status st = one_order(r, r->u->query.order_id, err);
	for (size_t i = 0; !st && i < r->u->more_order_count; i++)
		st = one_order(r, r->u->more_orders[i], err);
	return st;
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

/* Of goods that were never bought there is nothing to say, unless it was certain that they were. */
static bool is_none_of_ours(const struct retrieval *r)
{
	return !r->u->strong && r->e->orders.count == 0;
}

static void keep_end(struct retrieval *r)
{
	struct shop_orders *list = &r->e->orders;
	cut(list, r->u->first && list->count > 0 ? list->count - 1 : 0, 1);
}

static enum shop_status track(struct retrieval *r, struct shop_error *err)
{
	enum shop_status st = read_orders(r, err);
	if (st)
		return st;
	if (is_none_of_ours(r)) {
		r->u->query.intent = SHOP_INTENT_UNSUPPORTED;
		return SHOP_OK;
	}
	/* What was asked for is on no order: the latest is a better answer than none. */
	if (r->e->orders.count == 0 && r->u->query.text != NULL && r->e->order_count > 0) {
		struct shop_order_filter all = { .since = SHOP_NONE,
						 .until = SHOP_NONE,
						 .limit = SHOP_NONE };
		r->e->words_missed = true;
		shop_orders_done(&r->e->orders);
		st = shop_order_list(r->shop, &all, &r->e->orders, err);
	}
	if (r->u->last || r->u->first)
		keep_end(r);
	else
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
		return named_orders(r, err);
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

static bool can_change(const struct retrieval *r, const struct shop_order *o)
{
	return shop_order_can(o, r->u->action == ACTION_PAY ? SHOP_STEP_PAY : SHOP_STEP_CANCEL);
}

/* Those that can be changed; if none can, all of them stay. Returns whether there are such. */
static bool keep_changeable(struct retrieval *r)
{
	struct shop_orders *list = &r->e->orders;
	size_t can = 0, kept = 0;
	for (size_t i = 0; i < list->count; i++)
		can += can_change(r, &list->items[i]);
	for (size_t i = 0; i < list->count && can > 0; i++) {
		struct shop_order o = list->items[i];
		if (can_change(r, &o))
			list->items[kept++] = o;
		else
			shop_order_done(&o);
	}
	list->count = can > 0 ? kept : list->count;
	return can > 0;
}

/* Which order is to be cancelled or paid: the one that is spoken of, or the only one that can be. */
static enum shop_status find_order(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	const struct shop_query *q = &u->query;
	bool named = q->text != NULL || q->brand_count > 0 || q->attribute_count > 0;
	enum shop_status st = count_all(r, err);
	if (!st && q->order_id != SHOP_NONE)
		return one_order(r, q->order_id, err);
	if (!st)
		st = read_orders(r, err);
	if (st)
		return st;
	if (is_none_of_ours(r)) {
		u->query.intent = SHOP_INTENT_UNSUPPORTED;
		return SHOP_OK;
	}
	r->e->words_missed = named && r->e->orders.count == 0;
	if (u->last || u->first)
		keep_end(r);
	bool can = keep_changeable(r);
	/* of one that was spoken of, what stands in the way is told; of all of them, nothing */
	bool spoken = named || u->dated || u->last || u->first;
	if (!can && !(spoken && r->e->orders.count == 1))
		cut(&r->e->orders, 0, 0);
	r->e->order_total = (int64_t)r->e->orders.count;
	return SHOP_OK;
}

enum shop_status retrieve_action(struct retrieval *r, struct shop_error *err)
{
	return r->u->action == ACTION_BUY ? find_goods(r, err) : find_order(r, err);
}
