/* SPDX-License-Identifier: MIT */
/* shop admin order list: everybody's orders, newest first. */
#include "commands.h"
#include "core/order_args.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	return order_list_run(cx, opts, /* everybody= */ true);
}

const struct command cmd_admin_order_list = {
	.name = "list",
	.summary = "list the orders of all customers",
	.opts = order_list_opts,
	.opts_size = sizeof(struct order_list_options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};
