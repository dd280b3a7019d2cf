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
	struct shop_product_edit edit;
	int64_t id = 0;
	enum shop_status st = product_edit_make(cx, &o->product, &edit);
	if (!st)
		st = shop_product_update(cx->shop, o->name, &edit, &id, &cx->err);
	return st ? st : product_edited_emit(cx, id);
}

const struct command cmd_admin_product_update = {
	.name = "update",
	.summary = "change a product",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
