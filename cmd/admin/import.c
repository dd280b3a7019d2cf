/* SPDX-License-Identifier: MIT */
/* shop admin import: records of the exchange format into the store. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "commands.h"
#include "ui/emit.h"

/* Shorter loads are over before anybody wonders, and more often nobody can read. */
enum { PROGRESS_AFTER_MS = 500, PROGRESS_EVERY_MS = 100 };

struct options {
	const char *file;
	int64_t batch;
};

static const struct opt table[] = {
	OPT_ARG(struct options, file, "FILE", "what to read; - is standard input",
		.values = "@file"),
	OPT_INT(struct options, batch, 0, "batch", "N", "commit every N lines, not all or nothing",
		1, INT32_MAX),
	OPT_END,
};

struct progress {
	int64_t next_ms; /* when to say something */
	bool shown;
};

static int64_t monotonic_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void progress_show(void *ctx, int64_t lines, int64_t done, int64_t all)
{
	struct progress *p = ctx;
	int64_t now = monotonic_ms();
	if (now < p->next_ms)
		return;
	p->next_ms = now + PROGRESS_EVERY_MS;
	p->shown = true;
	if (all > 0)
		fprintf(stderr, "\r%lld lines, %lld %%\033[K", (long long)lines,
			(long long)(done * 100 / all));
	else
		fprintf(stderr, "\r%lld lines\033[K", (long long)lines);
	fflush(stderr);
}

static void counts_emit(struct emit *out, const struct shop_import_counts *n)
{
	static const struct {
		struct column column;
		size_t at;
	} rows[] = {
		{ { "products", "Products", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, products) },
		{ { "users", "Users", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, users) },
		{ { "reviews", "Reviews", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, reviews) },
		{ { "orders", "Orders", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, orders) },
		{ { "policies", "Policies", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, policies) },
		{ { "settings", "Settings", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, settings) },
		{ { "messages", "Messages", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, messages) },
		{ { "created", "Created", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, created) },
		{ { "updated", "Updated", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, updated) },
		{ { "unchanged", "Unchanged", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, unchanged) },
		{ { "images_missing", "Images missing", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, images_missing) },
	};
	emit_record_begin(out, NULL, NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		emit_field(out, &rows[i].column,
			   cell_number(
				   *(const int64_t *)(const void *)((const char *)n + rows[i].at)));
	emit_record_end(out);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct progress progress = { .next_ms = monotonic_ms() + PROGRESS_AFTER_MS };
	bool show = isatty(STDERR_FILENO) && !cx->globals.quiet;
	struct shop_import in = { .path = o->file,
				  .batch = o->batch,
				  .progress = show ? progress_show : NULL,
				  .ctx = &progress };
	struct shop_import_counts counts = { 0 };
	enum shop_status st = shop_import(cx->shop, &in, &counts, &cx->err);
	if (progress.shown)
		fputs("\r\033[K", stderr);
	if (!st)
		counts_emit(cx->out, &counts);
	return st;
}

const struct command cmd_admin_import = {
	.name = "import",
	.summary = "read products, users, orders and more from a file",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
