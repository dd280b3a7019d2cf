/* SPDX-License-Identifier: MIT */
/* shop order cancel: takes an order back. */
#include <inttypes.h>
#include <stdio.h>

#include "commands.h"
#include "core/order_args.h"
#include "core/prompt.h"

enum { QUESTION_SIZE = 128 };

struct options {
	const char *id;
	bool yes;
};

static const struct opt table[] = {
	OPT_ARG(struct options, id, "ID", "number of an order", .values = "@order"),
	OPT_FLAG(struct options, yes, 'y', "yes", "do not ask first"),
	OPT_END,
};

/* Asks, if there is anything to ask about. */
static enum shop_status confirm(struct cmd_context *cx, const struct options *o)
{
	char question[QUESTION_SIZE], total[SHOP_MONEY_SIZE];
	struct shop_order order;
	int64_t id;
	enum shop_status st = order_id_read(cx, o->id, &id);
	if (!st)
		st = shop_order_get(cx->shop, id, &order, &cx->err);
	if (st)
		return st;
	bool can = shop_order_can(&order, SHOP_STEP_CANCEL);
	shop_money_format(order.total_cents, order.currency, total);
	snprintf(question, sizeof(question), "Cancel order #%" PRId64 " of %s?", id, total);
	shop_order_done(&order);
	return can ? prompt_confirm(cx, o->yes, question) : SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	enum shop_status st = confirm(cx, o);
	return st ? st : order_step_run(cx, o->id, shop_order_cancel);
}

const struct command cmd_order_cancel = {
	.name = "cancel",
	.summary = "cancel an order",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
