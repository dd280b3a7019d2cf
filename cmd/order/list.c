/* SPDX-License-Identifier: MIT */
/* shop order list: one's own orders, newest first. */
#include "commands.h"
#include "core/order_args.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	return order_list_run(cx, opts, /* everybody= */ false);
}

const struct command cmd_order_list = {
	.name = "list",
	.summary = "list your orders",
	.opts = order_list_opts,
	.opts_size = sizeof(struct order_list_options),
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};
