/* SPDX-License-Identifier: MIT */
/* shop order show: orders with all their details. */
#include <stdlib.h>

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
	int64_t *ids = NULL;
	struct shop_orders list = { .items = calloc(o->ids.count, sizeof(*list.items)) };
	if (list.items == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	enum shop_status st = order_ids_read(cx, &o->ids, &ids);
	/* All are found before any is shown: one that is unknown leaves no half output. */
	for (size_t i = 0; !st && i < o->ids.count; i++) {
		st = shop_order_get(cx->shop, ids[i], &list.items[i], &cx->err);
		list.count += st ? 0 : 1;
	}
	if (!st)
		orders_emit(cx, &list);
	free(ids);
	shop_orders_done(&list);
	return st;
}

const struct command cmd_order_show = {
	.name = "show",
	.summary = "show orders with all details",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};
