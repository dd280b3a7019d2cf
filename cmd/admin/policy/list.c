/* SPDX-License-Identifier: MIT */
/* shop admin policy list: what customers are told about returns, shipping and more. */
#include "commands.h"
#include "ui/emit.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column columns[] = {
		{ "topic", "Topic", CELL_TEXT, 0 },
		{ "text", "Text", CELL_TEXT, COLUMN_WRAP },
		{ "updated_at", "Changed", CELL_TIME, COLUMN_JSON_ONLY },
	};
	(void)opts;
	struct shop_policies list = { 0 };
	enum shop_status st = shop_policy_list(cx->shop, &list, &cx->err);
	if (st)
		return st;
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < list.count; i++) {
		const struct cell cells[] = { cell_text(list.items[i].topic),
					      cell_text(list.items[i].text),
					      cell_number(list.items[i].updated_at) };
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
	if (list.count == 0)
		emit_note(cx->out, "no policies");
	shop_policies_done(&list);
	return SHOP_OK;
}

const struct command cmd_admin_policy_list = {
	.name = "list",
	.summary = "show what customers are told",
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};
