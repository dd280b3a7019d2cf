/* SPDX-License-Identifier: MIT */
/* What a model asks of the store: it reads as the acting customer, and what it got becomes evidence
 * that its reply is held to. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/prompt.h"
#include "assistant/tools.h"
#include "base/text.h"
#include "llm/llm.h"
#include "service/ask.h"
#include "store/order.h"

enum { RESULT_ROWS = 5, RESULT_BYTES = 2048, EVIDENCE_ROWS = 32 };

struct tooling {
	struct ask *a;
	const struct llm_ops *ops;
	const struct llm_call *call;
	struct buf out;
};

static bool argument_text(struct tooling *t, const char *name, char **ret)
{
	*ret = t->ops->argument(t->call, name);
	return *ret != NULL;
}

static bool argument_id(struct tooling *t, const char *name, int64_t *ret)
{
	CLEANUP(free_charp) char *text = NULL;
	return argument_text(t, name, &text) && text_id(text, ret);
}

/* A price as the model writes it, in whole units of the currency; SHOP_NONE if there is none. */
static int64_t argument_price(struct tooling *t, const char *name)
{
	CLEANUP(free_charp) char *text = NULL;
	int64_t cents;
	if (!argument_text(t, name, &text))
		return SHOP_NONE;
	return shop_money_parse(text, shop_currency(t->a->shop), &cents, NULL) ? SHOP_NONE : cents;
}

static struct shop_product *known_product(struct evidence *e, int64_t id)
{
	for (size_t i = 0; i < e->products.count; i++)
		if (e->products.items[i].id == id)
			return &e->products.items[i];
	return NULL;
}

/* Moves what is new into the evidence. */
static bool learn_products(struct ask *a, struct shop_products *list)
{
	struct shop_products *all = &a->e.products;
	struct shop_product *items =
		realloc(all->items, (all->count + list->count + 1) * sizeof(*items));
	if (items == NULL)
		return false;
	all->items = items;
	for (size_t i = 0; i < list->count; i++) {
		if (all->count >= EVIDENCE_ROWS || known_product(&a->e, list->items[i].id) != NULL)
			continue;
		all->items[all->count++] = list->items[i];
		list->items[i] = (struct shop_product){ 0 };
	}
	return true;
}

static bool learn_order(struct ask *a, struct shop_order *o)
{
	struct shop_orders *all = &a->e.orders;
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id == o->id)
			return true;
	struct shop_order *items = realloc(all->items, (all->count + 1) * sizeof(*items));
	if (items == NULL)
		return false;
	all->items = items;
	if (all->count < EVIDENCE_ROWS) {
		all->items[all->count++] = *o;
		*o = (struct shop_order){ 0 };
	}
	return true;
}

static void put_found(struct tooling *t, const struct shop_products *list)
{
	for (size_t i = 0; i < list->count; i++) {
		buf_printf(&t->out, "- product %" PRId64 ": ", list->items[i].id);
		put_row(&t->out, &t->a->e, &list->items[i]);
		buf_putc(&t->out, '\n');
	}
}

static bool search(struct tooling *t)
{
	CLEANUP(free_charp) char *query = NULL;
	CLEANUP(free_charp) char *sort = NULL;
	CLEANUP(free_charp) char *stock = NULL;
	struct shop_product_filter f;
	struct shop_products list = { 0 };
	int64_t total = 0;
	shop_product_filter_init(&f);
	if (!argument_text(t, "query", &query) || query[0] == '\0')
		return buf_puts(&t->out, "error: query is missing");
	if (argument_text(t, "sort", &sort) && !shop_sort_find(sort, &f.sort, &f.reverse))
		f.sort = SHOP_SORT_RELEVANCE;
	f.text = query;
	f.price_min_cents = argument_price(t, "min_price");
	f.price_max_cents = argument_price(t, "max_price");
	f.in_stock = argument_text(t, "in_stock", &stock) && strcmp(stock, "true") == 0;
	f.limit = RESULT_ROWS;
	if (shop_product_list(t->a->shop, &f, &list, &total, NULL))
		return buf_puts(&t->out, "nothing found");
	if (list.count == 0)
		buf_puts(&t->out, "nothing found");
	put_found(t, &list);
	bool ok = learn_products(t->a, &list);
	shop_products_done(&list);
	return ok;
}

/* The first products of the evidence are known with their attributes. */
static void learn_attributes(struct ask *a, int64_t id, struct shop_attributes *attributes)
{
	const struct shop_product *p = known_product(&a->e, id);
	size_t at = p != NULL ? (size_t)(p - a->e.products.items) : EVIDENCE_DETAILS;
	if (at >= EVIDENCE_DETAILS || a->e.attributes[at].count > 0)
		return;
	shop_attributes_done(&a->e.attributes[at]);
	a->e.attributes[at] = *attributes;
	*attributes = (struct shop_attributes){ 0 };
}

static void put_attributes(struct tooling *t, const struct shop_attributes *list)
{
	for (size_t i = 0; i < list->count && i < 2 * RESULT_ROWS; i++) {
		buf_puts(&t->out, "  ");
		put_attribute_name(&t->out, list->items[i].name);
		buf_puts(&t->out, ": ");
		put_value(&t->out, list->items[i].value);
		buf_putc(&t->out, '\n');
	}
}

static bool product(struct tooling *t, const char *argument)
{
	struct shop_products list = { 0 };
	struct shop_attributes attributes = { 0 };
	int64_t id;
	if (!argument_id(t, argument, &id))
		return buf_printf(&t->out, "error: %s is no product number\n", argument);
	struct retrieval r = { .shop = t->a->shop, .u = &t->a->u, .e = &t->a->e };
	bool ok = !retrieve_by_ids(&r, &id, 1, &list, NULL);
	if (ok && list.count == 0)
		buf_printf(&t->out, "there is no product %" PRId64 "\n", id);
	else if (ok) {
		put_found(t, &list);
		ok = learn_products(t->a, &list) &&
		     !shop_product_attributes(t->a->shop, id, &attributes, NULL);
		put_attributes(t, &attributes);
		learn_attributes(t->a, id, &attributes);
	}
	shop_attributes_done(&attributes);
	shop_products_done(&list);
	return ok;
}

static void put_order(struct tooling *t, const struct shop_order *o)
{
	struct understanding u = { .query.intent = SHOP_INTENT_ORDER_LIST };
	struct evidence e = t->a->e;
	e.orders = (struct shop_orders){ (struct shop_order *)o, 1 };
	put_order_rows(&t->out, &u, &e);
	buf_putc(&t->out, '\n');
}

static bool orders(struct tooling *t)
{
	struct shop_orders list = { 0 };
	const struct shop_order_filter f = { .since = SHOP_NONE,
					     .until = SHOP_NONE,
					     .limit = RESULT_ROWS };
	bool ok = true;
	if (shop_order_list(t->a->shop, &f, &list, NULL) || list.count == 0)
		buf_puts(&t->out, "this customer has no orders");
	for (size_t i = 0; i < list.count && ok; i++) {
		put_order(t, &list.items[i]);
		ok = learn_order(t->a, &list.items[i]);
	}
	shop_orders_done(&list);
	return ok;
}

/* An admin may see every order, but a conversation is a customer's. */
static bool track(struct tooling *t)
{
	struct shop_order o = { 0 };
	int64_t id;
	if (!argument_id(t, "id", &id))
		return buf_puts(&t->out, "error: id is no order number");
	bool ok = true;
	if (order_get(t->a->shop->db, id, t->a->shop->actor.customer, &o, NULL)) {
		buf_printf(&t->out, "this customer has no order %" PRId64, id);
	} else {
		put_order(t, &o);
		ok = learn_order(t->a, &o);
	}
	shop_order_done(&o);
	return ok;
}

static bool policy(struct tooling *t)
{
	CLEANUP(free_charp) char *topic = NULL;
	struct understanding u = { 0 };
	struct evidence e = { 0 };
	if (!argument_text(t, "topic", &topic))
		return buf_puts(&t->out, "error: topic is missing");
	u.topic = topic;
	struct retrieval r = { .shop = t->a->shop, .u = &u, .e = &e };
	bool ok = !retrieve_policy(&r, NULL);
	if (ok && e.policy != NULL) {
		put_clean(&t->out, e.policy, RESULT_BYTES);
		/* one policy at a time: the question's own comes first */
		if (t->a->e.policy == NULL) {
			t->a->e.policy = TAKE(e.policy);
			t->a->e.topic = TAKE(e.topic);
		}
	} else {
		buf_puts(&t->out, "the shop says nothing on that topic");
	}
	evidence_done(&e);
	return ok;
}

static bool run(struct tooling *t)
{
	switch (tool_find(t->call->name)) {
	case TOOL_SEARCH:
		return search(t);
	case TOOL_PRODUCT:
		return product(t, "id");
	case TOOL_COMPARE:
		return product(t, "first") && product(t, "second");
	case TOOL_ORDERS:
		return orders(t);
	case TOOL_TRACK:
		return track(t);
	case TOOL_POLICY:
		return policy(t);
	default:
		return buf_puts(&t->out, "error: there is no such tool");
	}
}

char *ask_tool(struct ask *a, const struct llm_ops *ops, const struct llm_call *call, int64_t most)
{
	struct tooling t = { .a = a, .ops = ops, .call = call };
	buf_init(&t.out, REPLY_MAX);
	bool ok = run(&t);
	char *raw = ok ? buf_take(&t.out) : NULL;
	buf_done(&t.out);
	char *text = raw != NULL ? prompt_words(raw, most) : NULL;
	free(raw);
	return text;
}
