/* SPDX-License-Identifier: MIT */
/* shop order pay: says that an order has been paid. */
#include "commands.h"
#include "core/order_args.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct order_step_options *o = opts;
	return order_step_run(cx, o->id, shop_order_pay);
}

const struct command cmd_order_pay = {
	.name = "pay",
	.summary = "pay an order",
	.opts = order_step_opts,
	.opts_size = sizeof(struct order_step_options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
