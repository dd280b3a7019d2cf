/* SPDX-License-Identifier: MIT */
/* shop admin product delete: a product leaves the catalogue; orders keep what was bought. */
#include <stdio.h>

#include "commands.h"
#include "core/prompt.h"
#include "ui/emit.h"

struct options {
	const char *name;
	bool yes;
};

static const struct opt table[] = {
	OPT_ARG(struct options, name, "ID", "number or SKU of a product", .values = "@product"),
	OPT_FLAG(struct options, yes, 'y', "yes", "do not ask whether it is meant"),
	OPT_END,
};

static enum shop_status confirm(struct cmd_context *cx, const struct options *o)
{
	char question[512];
	struct shop_product p;
	enum shop_status st = shop_product_get(cx->shop, o->name, &p, &cx->err);
	if (st)
		return st;
	snprintf(question, sizeof(question),
		 "Delete %s, %.200s? Its reviews (%lld) and its picture go with it; orders keep "
		 "what was bought.",
		 p.sku, p.name, (long long)p.reviews);
	shop_product_done(&p);
	return prompt_confirm(cx, o->yes, question);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column columns[] = {
		{ "id", "ID", CELL_NUMBER, 0 },
		{ "sku", "SKU", CELL_TEXT, 0 },
		{ "name", "Name", CELL_TEXT, 0 },
	};
	const struct options *o = opts;
	struct shop_product p;
	enum shop_status st = confirm(cx, o);
	if (!st)
		st = shop_product_delete(cx->shop, o->name, &p, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &columns[0], cell_number(p.id));
	emit_field(cx->out, &columns[1], cell_text(p.sku));
	emit_field(cx->out, &columns[2], cell_text(p.name));
	emit_record_end(cx->out);
	emit_note(cx->out, "deleted %s", p.sku);
	shop_product_done(&p);
	return SHOP_OK;
}

const struct command cmd_admin_product_delete = {
	.name = "delete",
	.summary = "delete a product; orders keep what was bought",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
