/* SPDX-License-Identifier: MIT */
/* shop products show: products with all their details. */
#include <stdlib.h>

#include "commands.h"
#include "core/product_view.h"
#include "ui/emit.h"

struct options {
	struct shop_texts names;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, names, "ID", "number or SKU of a product", .values = "@product"),
	OPT_END,
};

static void details_emit(struct cmd_context *cx, const struct product_details *all, size_t count)
{
	if (count > 1)
		emit_list_begin(cx->out, NULL, NULL, NULL, 0);
	for (size_t i = 0; i < count; i++)
		product_details_emit(cx, &all[i]);
	if (count > 1)
		emit_list_end(cx->out);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct product_details *all = calloc(o->names.count, sizeof(*all));
	if (all == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	enum shop_status st = SHOP_OK;
	/* All are found before any is shown: one that is unknown leaves no half output. */
	for (size_t i = 0; !st && i < o->names.count; i++)
		st = product_details_get(cx, o->names.items[i], &all[i]);
	if (!st)
		details_emit(cx, all, o->names.count);
	for (size_t i = 0; i < o->names.count; i++)
		product_details_done(&all[i]);
	free(all);
	return st;
}

const struct command cmd_products_show = {
	.name = "show",
	.summary = "show products with all details",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO,
	.run = run,
};
