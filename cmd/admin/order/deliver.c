/* SPDX-License-Identifier: MIT */
/* shop admin order deliver: an order has arrived. */
#include "commands.h"
#include "core/order_args.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct order_step_options *o = opts;
	return order_step_run(cx, o->id, shop_order_deliver);
}

const struct command cmd_admin_order_deliver = {
	.name = "deliver",
	.summary = "record that an order has arrived",
	.opts = order_any_step_opts,
	.opts_size = sizeof(struct order_step_options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
