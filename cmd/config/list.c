/* SPDX-License-Identifier: MIT */
/* shop config list: all of the configuration, and where it comes from. */
#include "commands.h"
#include "core/config_view.h"
#include "ui/emit.h"

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	(void)opts;
	config_list_begin(cx);
	for (enum config_key key = 0; key < CONFIG_KEYS; key++)
		config_row_emit(cx, key);
	emit_list_end(cx->out);
	if (cx->config->config_file != NULL)
		emit_note(cx->out, "the file is %s", cx->config->config_file);
	return SHOP_OK;
}

const struct command cmd_config_list = {
	.name = "list",
	.summary = "show the configuration and where it comes from",
	.run = run,
};
