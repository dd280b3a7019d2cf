/* SPDX-License-Identifier: MIT */
/* shop config get: what a key stands for. */
#include "commands.h"
#include "core/config_view.h"

struct options {
	const char *key;
};

static const struct opt table[] = {
	OPT_ARG(struct options, key, "KEY", "which key",
		.values = "color|engine|model|pictures|store"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	enum config_key key;
	enum shop_status st = config_key_get(cx, o->key, &key);
	if (!st)
		config_record_emit(cx, key);
	return st;
}

const struct command cmd_config_get = {
	.name = "get",
	.summary = "show what a key of the configuration stands for",
	.opts = table,
	.opts_size = sizeof(struct options),
	.run = run,
};
