/* SPDX-License-Identifier: MIT */
/* shop admin product update: changes what a product is, has or costs. */
#include "commands.h"
#include "core/product_args.h"

struct options {
	const char *name;
	struct product_edit_options product;
};

static const struct opt table[] = {
	OPT_ARG(struct options, name, "ID", "number or SKU of a product", .values = "@product"),
	PRODUCT_EDIT_OPTIONS(struct options, product),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	return product_edit_run(cx, o->name, &o->product);
}

const struct command cmd_admin_product_update = {
	.name = "update",
	.summary = "change a product",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
