/* SPDX-License-Identifier: MIT */
/* shop order list: one's own orders, newest first. */
#include "commands.h"
#include "core/order_args.h"
#include "core/order_view.h"

struct options {
	struct order_options orders;
};

static const struct opt table[] = {
	ORDER_OPTIONS(struct options, orders),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_order_filter filter;
	enum shop_status st = order_filter_make(cx, &o->orders, &filter);
	return st ? st : order_list_emit(cx, &filter);
}

const struct command cmd_order_list = {
	.name = "list",
	.summary = "list your orders",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};
