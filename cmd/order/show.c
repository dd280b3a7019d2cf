/* SPDX-License-Identifier: MIT */
/* shop order show: orders with all their details. */
#include "commands.h"
#include "core/order_args.h"
#include "core/order_view.h"

struct options {
	struct shop_texts ids;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, ids, "ID", "number of an order", .values = "@order"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_orders list;
	/* All are found before any is shown: one that is unknown leaves no half output. */
	enum shop_status st = orders_get(cx, &o->ids, &list);
	if (st)
		return st;
	orders_emit(cx, &list);
	shop_orders_done(&list);
	return SHOP_OK;
}

const struct command cmd_order_show = {
	.name = "show",
	.summary = "show orders with all details",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};
