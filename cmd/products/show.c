/* SPDX-License-Identifier: MIT */
/* shop products show: products with all their details. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/new_file.h"
#include "core/product_view.h"
#include "ui/emit.h"

/* The umask decides who may see it. */
enum { PICTURE_MODE = 0666 };

struct options {
	struct shop_texts names;
	const char *image;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, names, "ID", "number or SKU of a product", .values = "@product"),
	OPT_TEXT(struct options, image, 0, "image", "FILE",
		 "write its picture to a new file; - is standard output", .values = "@file"),
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

static enum shop_status picture_put(struct cmd_context *cx, const struct shop_image *image,
				    const char *path)
{
	struct new_file file = { 0 };
	if (strcmp(path, "-") == 0) {
		emit_bytes(cx->out, image->bytes, image->len);
		return SHOP_OK;
	}
	enum shop_status st = new_file_begin(&file, path, PICTURE_MODE, &cx->err);
	if (!st)
		st = new_file_write(&file, image->bytes, image->len, &cx->err);
	if (!st)
		st = new_file_commit(&file, &cx->err);
	new_file_done(&file);
	return st;
}

/* Writes the picture of a product out of the store. */
static enum shop_status picture_write(struct cmd_context *cx, const struct options *o)
{
	struct shop_product p;
	struct shop_image image = { 0 };
	const char *name = o->names.items[0];
	bool piped = strcmp(o->image, "-") == 0;
	if (o->names.count > 1)
		return shop_error_set(&cx->err, SHOP_E_INVALID, "--image is for one product");
	if (piped && emit_is_terminal(cx->out))
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "a picture does not go to a terminal");
	if (piped && emit_is_json(cx->out))
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "a picture does not go into JSON: name a file");
	enum shop_status st = shop_product_get(cx->shop, name, &p, &cx->err);
	if (st)
		return st;
	st = shop_product_image(cx->shop, p.id, &image, &cx->err);
	shop_product_done(&p);
	if (!st && image.media_type == NULL)
		st = shop_error_set(&cx->err, SHOP_E_NOT_FOUND, "the store has no picture of '%s'",
				    name);
	if (!st)
		st = picture_put(cx, &image, o->image);
	shop_image_done(&image);
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	if (o->image != NULL) {
		enum shop_status written = picture_write(cx, o);
		/* Nothing else goes where the picture went. */
		if (written || strcmp(o->image, "-") == 0)
			return written;
	}
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
