/* SPDX-License-Identifier: MIT */
/* shop admin import: records, tables and other programs' catalogues into the store. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/config.h"
#include "core/fail.h"
#include "ui/emit.h"
#include "ui/progress.h"

struct options {
	const char *file, *format;
	int64_t batch;
};

static const struct opt table[] = {
	OPT_ARG(struct options, file, "FILE", "what to read; - is standard input",
		.values = "@file"),
	OPT_TEXT(struct options, format, 0, "format", "FORMAT",
		 "what the file is, where its content does not tell", .values = "jsonl|csv|json"),
	OPT_INT(struct options, batch, 0, "batch", "N", "commit every N lines, not all or nothing",
		1, INT32_MAX),
	OPT_END,
};

enum { SKIPPED_MAX = 256 };

struct skipped {
	char *what, *why;
	int64_t count;
};

struct watch {
	struct progress progress;
	struct skipped skipped[SKIPPED_MAX];
	size_t skipped_count;
};

static void skipped_keep(void *ctx, const char *what, const char *why, int64_t count)
{
	struct watch *p = ctx;
	struct skipped s = { strdup(what), strdup(why), count };
	if (s.what != NULL && s.why != NULL && p->skipped_count < SKIPPED_MAX) {
		p->skipped[p->skipped_count++] = s;
		return;
	}
	free(s.what);
	free(s.why);
}

static void watch_done(struct watch *p)
{
	for (size_t i = 0; i < p->skipped_count; i++) {
		free(p->skipped[i].what);
		free(p->skipped[i].why);
	}
}

/* What the file holds and the store has no place for. */
static void skipped_emit(struct emit *out, const struct watch *p)
{
	static const struct column columns[] = {
		{ "what", "Left out", CELL_TEXT, 0 },
		{ "why", "Why", CELL_TEXT, 0 },
		{ "count", "Count", CELL_NUMBER, 0 },
	};
	if (p->skipped_count == 0)
		emit_programs_begin(out);
	emit_list_begin(out, "skipped", "Left out", columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < p->skipped_count; i++) {
		const struct cell cells[] = { cell_text(p->skipped[i].what),
					      cell_text(p->skipped[i].why),
					      cell_number(p->skipped[i].count) };
		emit_row(out, cells);
	}
	emit_list_end(out);
	if (p->skipped_count == 0)
		emit_programs_end(out);
}

static void progress_show(void *ctx, int64_t lines, int64_t done, int64_t all)
{
	struct watch *p = ctx;
	progress_tell(&p->progress, config_monotonic_ms(),
		      &(struct progress_at){ .count = lines, .done = done, .all = all });
}

static void counts_emit(struct emit *out, const struct shop_import_counts *n, const struct watch *p)
{
	static const struct {
		struct column column;
		size_t at;
	} rows[] = {
		{ { "products", "Products", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, products) },
		{ { "images", "Pictures", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, images) },
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
		{ { "passwords_lost", "Without password", CELL_NUMBER, 0 },
		  offsetof(struct shop_import_counts, passwords_lost) },
	};
	emit_record_begin(out, NULL, NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		emit_field(out, &rows[i].column,
			   cell_number(
				   *(const int64_t *)(const void *)((const char *)n + rows[i].at)));
	skipped_emit(out, p);
	emit_record_end(out);
}

static enum shop_format format_of(const char *word)
{
	if (word == NULL)
		return SHOP_FORMAT_ANY;
	if (strcmp(word, "csv") == 0)
		return SHOP_FORMAT_CSV;
	return strcmp(word, "json") == 0 ? SHOP_FORMAT_JSON : SHOP_FORMAT_JSONL;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct watch watch = { 0 };
	progress_begin(&watch.progress, "lines", config_monotonic_ms(),
		       !cx->globals.quiet && !cx->config->dumb);
	struct shop_import in = { .path = o->file,
				  .format = format_of(o->format),
				  .batch = o->batch,
				  .progress = progress_show,
				  .skipped = skipped_keep,
				  .ctx = &watch };
	struct shop_import_counts counts = { 0 };
	enum shop_status st = shop_import(cx->shop, &in, &counts, &cx->err);
	progress_end(&watch.progress);
	if (!st)
		counts_emit(cx->out, &counts, &watch);
	if (!st && counts.passwords_lost > 0)
		fail_warn(cx,
			  "%lld of the users have no password now, as theirs cannot be used here: "
			  "'shop admin user update USER --password-stdin' sets one",
			  (long long)counts.passwords_lost);
	if (!st && counts.own_password)
		fail_warn(cx, "your own password is the file's now, and your login is over: run "
			      "'shop login' again");
	watch_done(&watch);
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
