/* SPDX-License-Identifier: MIT */
/* shop admin product edit: changes a product in the editor. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/editor.h"
#include "core/product_args.h"
#include "core/product_text.h"
#include "core/session.h"
#include "ui/emit.h"

struct options {
	const char *name;
};

static const struct opt table[] = {
	OPT_ARG(struct options, name, "ID", "number or SKU of a product", .values = "@product"),
	OPT_END,
};

/* Does what the texts differ in. *ret_any: there was something. */
static enum shop_status apply(struct cmd_context *cx, int64_t id, char *before, char *after,
			      bool *ret_any)
{
	struct product_text from = { 0 }, to = { 0 };
	struct product_text_change change = { 0 };
	char name[32];
	snprintf(name, sizeof(name), "#%lld", (long long)id);
	enum shop_status st = product_text_read(before, &from, &cx->err);
	if (!st)
		st = product_text_read(after, &to, &cx->err);
	else
		free(after);
	if (!st)
		st = product_text_compare(&from, &to, shop_currency(cx->shop), &change, &cx->err);
	*ret_any = change.any;
	if (!st && change.any)
		st = shop_product_update(cx->shop, name, &change.edit, &id, &cx->err);
	product_text_change_done(&change);
	product_text_done(&to);
	product_text_done(&from);
	return st;
}

static enum shop_status edit(struct cmd_context *cx, int64_t id, char *before)
{
	struct editor_file file;
	char *after = NULL;
	bool any = false;
	enum shop_status st = editor_begin(cx, "product.txt", before, &file);
	if (!st)
		st = editor_run(cx, &file, &after);
	/* What was typed is worth keeping, what was not touched is not. */
	bool touched = after != NULL && strcmp(before, after) != 0;
	if (!st)
		st = apply(cx, id, before, after, &any);
	else
		free(before);
	editor_done(cx, &file, /* keep= */ st && touched);
	if (!st)
		st = product_edited_emit(cx, id);
	if (!st && !any)
		emit_note(cx->out, "nothing was changed");
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct product_details details = { 0 };
	enum shop_status st = session_need_write(cx);
	if (!st)
		st = editor_need(cx);
	if (!st)
		st = product_details_get(cx, o->name, &details);
	if (st)
		return st;
	int64_t id = details.product.id;
	char *text = product_text_write(&details, shop_currency(cx->shop));
	product_details_done(&details);
	if (text == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	return edit(cx, id, text);
}

const struct command cmd_admin_product_edit = {
	.name = "edit",
	.summary = "change a product in the editor",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
