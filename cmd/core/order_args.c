/* SPDX-License-Identifier: MIT */
/* Reads what stands in the words of commands about orders. */
#include "core/order_args.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/order_view.h"
#include "core/period.h"

enum shop_status order_id_read(struct cmd_context *cx, const char *word, int64_t *ret)
{
	const char *digits = word + (word[0] == '#' ? 1 : 0);
	size_t len = strspn(digits, "0123456789");
	if (len == 0 || digits[len] != '\0') {
		shop_error_set(&cx->err, SHOP_E_INVALID, "'%s' is not the number of an order",
			       word);
		shop_error_hint(&cx->err, "'shop order list' shows yours");
		return SHOP_E_INVALID;
	}
	errno = 0;
	*ret = strtoll(digits, NULL, 10);
	if (errno == 0)
		return SHOP_OK;
	shop_error_set(&cx->err, SHOP_E_NOT_FOUND, "there is no order #%s", digits);
	shop_error_hint(&cx->err, "'shop order list' shows yours");
	return SHOP_E_NOT_FOUND;
}

enum shop_status order_ids_read(struct cmd_context *cx, const struct shop_texts *words,
				int64_t **ret)
{
	int64_t *ids = calloc(words->count + 1, sizeof(*ids));
	if (ids == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < words->count; i++)
		st = order_id_read(cx, words->items[i], &ids[i]);
	if (st)
		free(ids);
	else
		*ret = ids;
	return st;
}

enum shop_status orders_get(struct cmd_context *cx, const struct shop_texts *words,
			    struct shop_orders *ret)
{
	int64_t *ids = NULL;
	*ret = (struct shop_orders){ 0 };
	enum shop_status st = order_ids_read(cx, words, &ids);
	if (st)
		return st;
	ret->items = calloc(words->count, sizeof(*ret->items));
	if (ret->items == NULL)
		st = shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	for (size_t i = 0; !st && i < words->count; i++) {
		st = shop_order_get(cx->shop, ids[i], &ret->items[i], &cx->err);
		ret->count += st ? 0 : 1;
	}
	free(ids);
	if (st)
		shop_orders_done(ret);
	return st;
}

const struct opt order_list_opts[] = {
	OPT_TEXT(struct order_list_options, since, 0, "since", "DATE",
		 "only orders from this day or time on"),
	OPT_TEXT(struct order_list_options, until, 0, "until", "DATE",
		 "only orders up to this day or time"),
	OPT_TEXTS(struct order_list_options, statuses, 's', "status", "STATUS",
		  "only orders with this status",
		  .values = "pending|paid|shipped|delivered|cancelled"),
	OPT_INT(struct order_list_options, limit, 'n', "limit", "N", "show at most N", 1,
		INT32_MAX),
	OPT_INT(struct order_list_options, offset, 0, "offset", "N", "leave out the first N", 0,
		INT32_MAX),
	OPT_END,
};

static unsigned statuses_read(const struct shop_texts *words)
{
	unsigned bits = 0;
	for (size_t i = 0; i < words->count; i++)
		for (int s = SHOP_ORDER_PENDING; s <= SHOP_ORDER_CANCELLED; s++)
			if (strcmp(words->items[i],
				   shop_order_status_word((enum shop_order_status)s)) == 0)
				bits |= 1u << s;
	return bits;
}

enum shop_status order_list_run(struct cmd_context *cx, const struct order_list_options *o,
				bool everybody)
{
	struct shop_order_filter filter = { .statuses = statuses_read(&o->statuses),
					    .limit = o->limit,
					    .offset = o->offset != SHOP_NONE ? o->offset : 0,
					    .everybody = everybody };
	enum shop_status st = period_read(cx, o->since, o->until, &filter.since, &filter.until);
	return st ? st : order_list_emit(cx, &filter);
}

#define ORDER_STEP_ROW(live)                                                                       \
	OPT_ARG(struct order_step_options, id, "ID", "number of an order", .values = (live))

const struct opt order_step_opts[] = { ORDER_STEP_ROW("@order"), OPT_END };
const struct opt order_any_step_opts[] = { ORDER_STEP_ROW("@any-order"), OPT_END };

enum shop_status order_step_run(struct cmd_context *cx, const char *word, order_step_fn *step)
{
	struct shop_order order;
	int64_t id;
	enum shop_status st = order_id_read(cx, word, &id);
	if (!st)
		st = step(cx->shop, id, &order, &cx->err);
	if (st)
		return st;
	fail_done(cx, "order #%" PRId64 " is %s now", id, shop_order_status_word(order.status));
	order_track_emit(cx, &order);
	shop_order_done(&order);
	return SHOP_OK;
}
