/* SPDX-License-Identifier: MIT */
/* shop admin settings set: changes what the shop counts with. */
#include "commands.h"
#include "ui/emit.h"

struct options {
	const char *key, *value;
};

static const struct opt table[] = {
	OPT_ARG(struct options, key, "KEY", "which setting", .values = "@setting"),
	OPT_ARG(struct options, value, "VALUE",
		"what it is to be; an empty text takes an optional one back"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column key = { "key", "Setting", CELL_TEXT, 0 };
	static const struct column value = { "value", "Value", CELL_TEXT, 0 };
	const struct options *o = opts;
	enum shop_status st = shop_setting_set(cx->shop, o->key, o->value, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &key, cell_text(o->key));
	emit_field(cx->out, &value, cell_text(o->value[0] != '\0' ? o->value : NULL));
	emit_record_end(cx->out);
	return SHOP_OK;
}

const struct command cmd_admin_settings_set = {
	.name = "set",
	.summary = "change a setting",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
