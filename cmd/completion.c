/* SPDX-License-Identifier: MIT */
/* shop completion: the script that makes a shell complete this program's words. */
#include "commands.h"
#include "completions.h"
#include "ui/emit.h"

struct options {
	const char *shell;
};

static const struct opt table[] = {
	OPT_ARG(struct options, shell, "SHELL", "which shell", .values = "bash"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column shell = { "shell", "Shell", CELL_TEXT, COLUMN_JSON_ONLY };
	const struct options *o = opts;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &shell, cell_text(o->shell));
	emit_prose(cx->out, "script", completion_bash);
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
