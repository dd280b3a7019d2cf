/* SPDX-License-Identifier: MIT */
/* shop config get: what a key stands for. */
#include "commands.h"
#include "core/config_view.h"

struct options {
	const char *key;
};

static const struct opt table[] = {
	OPT_ARG(struct options, key, "KEY", "which key", .values = CONFIG_WORDS),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	config_record_emit(cx, config_key_find(o->key));
	return SHOP_OK;
}

const struct command cmd_config_get = {
	.name = "get",
	.summary = "show what a key of the configuration stands for",
	.opts = table,
	.opts_size = sizeof(struct options),
	.run = run,
};
