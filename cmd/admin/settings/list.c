/* SPDX-License-Identifier: MIT */
/* shop admin settings list: what the shop counts with. */
#include "commands.h"
#include "ui/emit.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column columns[] = {
		{ "key", "Setting", CELL_TEXT, 0 },
		{ "value", "Value", CELL_TEXT, COLUMN_WRAP },
		{ "about", "What it is", CELL_TEXT, COLUMN_SHRINK | COLUMN_SPARE },
	};
	(void)opts;
	struct shop_settings list = { 0 };
	enum shop_status st = shop_setting_list(cx->shop, &list, &cx->err);
	if (st)
		return st;
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < list.count; i++) {
		const struct cell cells[] = { cell_text(list.items[i].key),
					      cell_text(list.items[i].value),
					      cell_text(list.items[i].about) };
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
	shop_settings_done(&list);
	return SHOP_OK;
}

const struct command cmd_admin_settings_list = {
	.name = "list",
	.summary = "show currency, tax, shipping, links and more",
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};
