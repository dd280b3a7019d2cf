/* SPDX-License-Identifier: MIT */
/* shop admin export: the whole store in the exchange format. */
#include "commands.h"
#include "core/config.h"
#include "core/new_file.h"
#include "ui/emit.h"
#include "ui/progress.h"

/* It has everybody's address in it, and what could be tried against passwords. */
enum { FILE_MODE = 0600 };

struct options {
	const char *output, *images;
};

static const struct opt table[] = {
	OPT_TEXT(struct options, output, 'o', "output", "FILE",
		 "write to a new file that only you can read", .values = "@file"),
	OPT_TEXT(struct options, images, 0, "images", "DIR",
		 "write pictures as files below this folder", .values = "@file"),
	OPT_END,
};

struct target {
	struct emit *out;
	struct new_file file;
	int64_t records;
	struct progress progress;
};

static void written(void *ctx, int64_t done, int64_t all)
{
	struct target *t = ctx;
	progress_tell(&t->progress, config_monotonic_ms(),
		      &(struct progress_at){ .count = done, .done = done, .all = all });
}

static enum shop_status write_file(void *ctx, const char *line, size_t len, struct shop_error *err)
{
	struct target *t = ctx;
	t->records++;
	return new_file_write(&t->file, line, len, err);
}

static enum shop_status write_out(void *ctx, const char *line, size_t len, struct shop_error *err)
{
	const struct target *t = ctx;
	return emit_document(t->out, line, len, err);
}

static enum shop_status export_file(struct cmd_context *cx, const struct options *o,
				    struct target *t)
{
	static const struct column file = { "file", "File", CELL_TEXT, 0 };
	static const struct column records = { "records", "Records", CELL_NUMBER, 0 };
	static const struct column bytes = { "bytes", "Bytes", CELL_NUMBER, 0 };
	const struct shop_export how = { .write = write_file,
					 .ctx = t,
					 .progress = t->progress.wanted ? written : NULL,
					 .images = o->images };
	enum shop_status st = new_file_begin(&t->file, o->output, FILE_MODE, &cx->err);
	if (!st)
		st = shop_export(cx->shop, &how, &cx->err);
	if (!st)
		st = new_file_commit(&t->file, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &file, cell_text(o->output));
	emit_field(cx->out, &records, cell_number(t->records));
	emit_field(cx->out, &bytes, cell_number(t->file.bytes));
	emit_record_end(cx->out);
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct target t = { .out = cx->out };
	enum shop_status st;
	/* Where the records themselves go by, nothing else is to be seen. */
	bool seen = o->output == NULL && emit_reaches_terminal(cx->out);
	progress_begin(&t.progress, "records", config_monotonic_ms(),
		       !seen && !cx->globals.quiet && !cx->config->dumb);
	if (o->output != NULL) {
		st = export_file(cx, o, &t);
		progress_end(&t.progress);
		new_file_done(&t.file);
		return st;
	}
	const struct shop_export how = { .write = write_out,
					 .ctx = &t,
					 .progress = t.progress.wanted ? written : NULL,
					 .images = o->images };
	st = shop_export(cx->shop, &how, &cx->err);
	progress_end(&t.progress);
	if (!st)
		emit_documents_end(cx->out);
	return st;
}

const struct command cmd_admin_export = {
	.name = "export",
	.summary = "write the whole store as records",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_ADMIN,
	.run = run,
};
