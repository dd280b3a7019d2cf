/* SPDX-License-Identifier: MIT */
/* shop products list: what is sold, narrowed and ordered. */
#include "commands.h"
#include "core/product_filter.h"
#include "core/product_view.h"
#include "ui/emit.h"

enum { LIMIT_FOR_PEOPLE = 20 };

struct options {
	struct product_options products;
};

static const struct opt table[] = {
	PRODUCT_OPTIONS(struct options, products),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_product_filter filter;
	enum shop_status st = product_filter_make(cx, &o->products, &filter);
	if (st)
		return st;
	/* A pipe takes the whole catalogue; a person wants to read it. */
	if (filter.limit == SHOP_NONE && emit_is_terminal(cx->out))
		filter.limit = LIMIT_FOR_PEOPLE;
	return product_list_emit(cx, &filter);
}

const struct command cmd_products_list = {
	.name = "list",
	.summary = "list products",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO,
	.run = run,
};
