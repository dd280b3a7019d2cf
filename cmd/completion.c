/* SPDX-License-Identifier: MIT */
/* shop completion: the script that makes a shell complete this program's words. */
#include <string.h>

#include "commands.h"
#include "completions.h"
#include "ui/emit.h"

struct options {
	const char *shell;
};

static const struct opt table[] = {
	OPT_ARG(struct options, shell, "SHELL", "which shell", .values = "bash|fish|zsh"),
	OPT_END,
};

static const struct {
	const char *shell, *script;
} scripts[] = {
	{ "bash", completion_bash },
	{ "fish", completion_fish },
	{ "zsh", completion_zsh },
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column shell = { "shell", "Shell", CELL_TEXT, COLUMN_JSON_ONLY };
	const struct options *o = opts;
	size_t i = 0;
	while (strcmp(scripts[i].shell, o->shell) != 0)
		i++;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &shell, cell_text(o->shell));
	emit_prose(cx->out, "script", scripts[i].script);
	emit_record_end(cx->out);
	return SHOP_OK;
}

const struct command cmd_completion = {
	.name = "completion",
	.summary = "print the completion script for a shell",
	.opts = table,
	.opts_size = sizeof(struct options),
	.run = run,
};
