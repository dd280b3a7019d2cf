/* SPDX-License-Identifier: MIT */
/* shop admin backup: a copy of the store as it is now, while it is used. */
#include "commands.h"
#include "core/config.h"
#include "ui/emit.h"
#include "ui/progress.h"

struct options {
	const char *file;
};

static const struct opt table[] = {
	OPT_ARG(struct options, file, "FILE", "where the copy is to be; nothing is replaced",
		.values = "@file"),
	OPT_END,
};

enum { MIB = 1024 * 1024 };

static void copied(void *ctx, int64_t done, int64_t all)
{
	progress_tell(ctx, config_monotonic_ms(),
		      &(struct progress_at){ .count = done / MIB, .done = done, .all = all });
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column file = { "file", "File", CELL_TEXT, 0 };
	static const struct column bytes = { "bytes", "Bytes", CELL_NUMBER, 0 };
	const struct options *o = opts;
	int64_t size = 0;
	struct progress progress;
	progress_begin(&progress, "MiB", config_monotonic_ms(),
		       !cx->globals.quiet && !cx->config->dumb);
	shop_on_copied(cx->shop, copied, &progress);
	enum shop_status st = shop_backup(cx->shop, o->file, &size, &cx->err);
	progress_end(&progress);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &file, cell_text(o->file));
	emit_field(cx->out, &bytes, cell_number(size));
	emit_record_end(cx->out);
	return SHOP_OK;
}

const struct command cmd_admin_backup = {
	.name = "backup",
	.summary = "copy the store while it is in use",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};
