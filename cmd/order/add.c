/* SPDX-License-Identifier: MIT */
/* shop order add: buys things. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/fail.h"
#include "core/order_view.h"
#include "ui/emit.h"

struct options {
	struct shop_texts items;
	const char *address, *payment, *key;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, items, "ITEM[:QTY]", "number or SKU of a product, and how many",
		 .values = "@product"),
	OPT_TEXT(struct options, address, 'a', "address", "ADDRESS",
		 "where it goes: LINE, CITY, POSTAL CODE, COUNTRY"),
	OPT_TEXT(struct options, payment, 'p', "payment", "METHOD", "how it is paid"),
	OPT_TEXT(struct options, key, 0, "idempotency-key", "KEY",
		 "the same request with the same key is ordered once"),
	OPT_END,
};

/* The items with the words that they are cut from. */
struct basket {
	struct shop_order_item *items;
	char **words;
	size_t count;
};

static void basket_done(struct basket *b)
{
	for (size_t i = 0; i < b->count; i++)
		free(b->words[i]);
	free(b->words);
	free(b->items);
}

/* "ITEM" or "ITEM:QTY": the last colon separates. */
static enum shop_status item_read(struct cmd_context *cx, char *word, struct shop_order_item *ret)
{
	char *colon = strrchr(word, ':'), *end;
	*ret = (struct shop_order_item){ .product = word, .quantity = 1 };
	if (colon == NULL)
		return SHOP_OK;
	*colon = '\0';
	errno = 0;
	ret->quantity = strtoll(colon + 1, &end, 10);
	bool number = end != colon + 1 && *end == '\0' && strchr(" \t+", colon[1]) == NULL;
	if (number && errno == 0)
		return SHOP_OK;
	shop_error_set(&cx->err, SHOP_E_INVALID, "'%s' is not a quantity", colon + 1);
	shop_error_hint(&cx->err, "write ITEM:QUANTITY with a whole number, such as 42:2");
	return SHOP_E_INVALID;
}

static enum shop_status basket_read(struct cmd_context *cx, const struct shop_texts *from,
				    struct basket *b)
{
	b->items = calloc(from->count + 1, sizeof(*b->items));
	b->words = calloc(from->count + 1, sizeof(*b->words));
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && b->items != NULL && b->words != NULL && i < from->count; i++) {
		b->words[b->count++] = strdup(from->items[i]);
		st = b->words[i] != NULL ? item_read(cx, b->words[i], &b->items[i]) : SHOP_E_NOMEM;
	}
	if (st == SHOP_E_NOMEM || b->items == NULL || b->words == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	return st;
}

static void report(struct cmd_context *cx, const struct shop_order *order)
{
	order_emit(cx, order);
	if (shop_order_can(order, SHOP_STEP_PAY))
		emit_note(cx->out, "pay it with: shop order pay %" PRId64, order->id);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct basket basket = { 0 };
	struct shop_order order;
	enum shop_status st = basket_read(cx, &o->items, &basket);
	struct shop_order_request request = { .items = basket.items,
					      .item_count = basket.count,
					      .address = o->address,
					      .payment = o->payment,
					      .key = o->key };
	if (!st)
		st = shop_order_add(cx->shop, &request, &order, &cx->err);
	basket_done(&basket);
	if (st)
		return st;
	fail_done(cx, "order #%" PRId64 " was placed", order.id);
	report(cx, &order);
	shop_order_done(&order);
	return SHOP_OK;
}

const struct command cmd_order_add = {
	.name = "add",
	.summary = "order products",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
