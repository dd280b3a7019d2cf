/* SPDX-License-Identifier: MIT */
/* shop config set: changes the configuration file. */
#include "commands.h"
#include "core/config_file.h"
#include "core/config_view.h"
#include "core/fail.h"
#include "ui/emit.h"

struct options {
	const char *key, *value;
	bool unset;
};

static const struct opt table[] = {
	OPT_ARG(struct options, key, "KEY", "which key", .values = CONFIG_WORDS),
	OPT_ARG(struct options, value, "VALUE", "what it is to stand for", .flags = OPT_OPTIONAL),
	OPT_FLAG(struct options, unset, 0, "unset", "take the key out of the file"),
	OPT_END,
};

/* What was written need not be what counts. */
static void warn_hidden(struct cmd_context *cx, enum config_key key)
{
	if (cx->config->origins[key] == ORIGIN_ENVIRONMENT)
		fail_warn(cx, "the environment says otherwise, and counts more");
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column word = { "key", "Key", CELL_TEXT, 0 };
	static const struct column value = { "value", "Value", CELL_TEXT, 0 };
	static const struct column file = { "file", "File", CELL_TEXT, 0 };
	const struct options *o = opts;
	enum config_key key = config_key_find(o->key);
	if (o->unset == (o->value != NULL))
		return shop_error_set(&cx->err, SHOP_E_INVALID, "%s",
				      o->unset ? "--unset takes no value"
					       : "missing VALUE, or --unset");
	enum shop_status st = config_file_set(cx->config, key, o->value, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &word, cell_text(o->key));
	emit_field(cx->out, &value, cell_text(o->value));
	emit_field(cx->out, &file, cell_text(cx->config->config_file));
	emit_record_end(cx->out);
	warn_hidden(cx, key);
	return SHOP_OK;
}

const struct command cmd_config_set = {
	.name = "set",
	.summary = "change the configuration file",
	.opts = table,
	.opts_size = sizeof(struct options),
	.run = run,
};
