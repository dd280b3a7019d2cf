/* SPDX-License-Identifier: MIT */
/* shop admin product upload: a picture of a product into the store. */
#include "commands.h"
#include "core/product_args.h"

struct options {
	const char *name, *file;
};

static const struct opt table[] = {
	OPT_ARG(struct options, name, "ID", "number or SKU of a product", .values = "@product"),
	OPT_ARG(struct options, file, "FILE",
		"PNG, JPEG, WebP or GIF up to 5 MiB; - is standard input", .values = "@file"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	int64_t id = 0;
	enum shop_status st = shop_product_upload(cx->shop, o->name, o->file, &id, &cx->err);
	return st ? st : product_edited_emit(cx, id);
}

const struct command cmd_admin_product_upload = {
	.name = "upload",
	.summary = "put a product's picture into the store",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
