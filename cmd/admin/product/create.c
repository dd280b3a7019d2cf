/* SPDX-License-Identifier: MIT */
/* shop admin product create: a new product in the catalogue. */
#include "commands.h"
#include "core/product_args.h"

struct options {
	struct product_edit_options product;
};

static const struct opt table[] = {
	PRODUCT_EDIT_OPTIONS(struct options, product),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	return product_edit_run(cx, NULL, &o->product);
}

const struct command cmd_admin_product_create = {
	.name = "create",
	.summary = "add a product to the catalogue",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
