/* SPDX-License-Identifier: MIT */
/* shop order pay: says that an order has been paid. */
#include "commands.h"
#include "core/order_args.h"

struct options {
	const char *id;
};

static const struct opt table[] = {
	OPT_ARG(struct options, id, "ID", "number of an order", .values = "@order"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	return order_step_run(cx, o->id, shop_order_pay);
}

const struct command cmd_order_pay = {
	.name = "pay",
	.summary = "pay an order",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
