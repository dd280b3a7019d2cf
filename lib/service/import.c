/* SPDX-License-Identifier: MIT */
/* Reading a file in the exchange format into the store: lines, transactions, progress. */
#include "service/import.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/pause.h"

enum { LINES_BETWEEN_CALLS = 1000 };

enum shop_status import_pause(struct import *im, struct shop_error *err)
{
	return store_pause(im->shop->db, err);
}

static enum shop_status on_signal(void *ctx, struct shop_error *err)
{
	return import_pause(ctx, err);
}

static enum shop_status cannot_open(const char *path, struct shop_error *err)
{
	if (errno == ENOENT || errno == ENOTDIR)
		return shop_error_set(err, SHOP_E_NOT_FOUND, "there is no file '%s'", path);
	return shop_error_set(err, SHOP_E_IO, "cannot open '%s': %s", path, strerror(errno));
}

static enum shop_status open_file(struct import *im, const char *path, struct shop_error *err)
{
	char copy[PATH_MAX];
	int n = snprintf(copy, sizeof(copy), "%s", path);
	if (n < 0 || (size_t)n >= sizeof(copy)) {
		errno = ENAMETOOLONG;
		return cannot_open(path, err);
	}
	im->file = open(path, O_RDONLY | O_CLOEXEC);
	if (im->file < 0)
		return cannot_open(path, err);
	/* O_PATH: a folder that may be passed through need not be readable. */
	im->folder = open(dirname(copy), O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (im->folder < 0)
		return cannot_open(path, err);
	struct stat sb;
	if (fstat(im->file, &sb) == 0 && S_ISREG(sb.st_mode))
		im->bytes = (int64_t)sb.st_size;
	return SHOP_OK;
}

enum shop_status import_open(struct import *im, struct shop *shop, const struct shop_import *in,
			     struct shop_error *err)
{
	*im = (struct import){
		.shop = shop, .in = in, .now = shop_now(shop), .file = -1, .folder = -1
	};
	im->cache = catalogue_cache_new();
	if (im->cache == NULL)
		return out_of_memory(err);
	enum shop_status st = strcmp(in->path, "-") != 0 ? open_file(im, in->path, err) : SHOP_OK;
	im->lines = (struct lines){
		.fd = im->file >= 0 ? im->file : STDIN_FILENO,
		.name = in->path,
		.interrupted = on_signal,
		.ctx = im,
	};
	return st;
}

void import_done(struct import *im)
{
	csv_done(&im->csv);
	elements_done(&im->elements);
	lines_done(&im->lines);
	import_skips_done(&im->skips);
	if (im->file >= 0)
		close(im->file);
	if (im->folder >= 0)
		close(im->folder);
	catalogue_cache_free(im->cache);
	im->cache = NULL;
	im->file = im->folder = -1;
}

/* What is wrong with a line is told with its number; what is wrong with the store is not its
 * fault. */
static void name_line(const struct import *im, enum shop_status st, struct shop_error *err)
{
	if (st == SHOP_E_INVALID || st == SHOP_E_CONFLICT || st == SHOP_E_EXISTS ||
	    st == SHOP_E_NOT_FOUND)
		shop_error_prefix(err, "%s %" PRId64 ": ", import_unit(im), im->number);
}

static enum shop_status next_batch(struct import *im, struct txn **txn, struct shop_error *err)
{
	enum shop_status st = txn_commit(txn, err);
	if (!st)
		st = db_begin(im->shop->db, /* write= */ true, txn, err);
	/* Between the two, others may have deleted what is remembered. */
	if (!st && db_changed_elsewhere(im->shop->db))
		catalogue_cache_clear(im->cache);
	return st;
}

static void tell_progress(const struct import *im)
{
	if (im->in->progress != NULL)
		im->in->progress(im->in->ctx, im->number, im->lines.done, im->bytes);
}

/* One line, row or element. */
static enum shop_status run_one(struct import *im, bool *ret_some, struct shop_error *err)
{
	CLEANUP(record_done) struct record record = { 0 };
	bool some_record = false;
	enum shop_status st = import_next(im, &record, ret_some, &some_record, err);
	return st || !some_record ? st : import_put(im, &record, err);
}

static enum shop_status run_all(struct import *im, struct txn **txn, int64_t *ret_kept,
				struct shop_error *err)
{
	int64_t batch = im->in->batch, count = 0, told = 0;
	for (;;) {
		bool some = false;
		enum shop_status st = run_one(im, &some, err);
		if (!st && !some)
			break;
		count++;
		if (!st && batch > 0 && count % batch == 0)
			st = next_batch(im, txn, err);
		if (st)
			return st;
		if (batch > 0 && count % batch == 0)
			*ret_kept = im->number;
		if (count - told >= LINES_BETWEEN_CALLS) {
			tell_progress(im);
			told = count;
		}
	}
	im->number--; /* that is not there */
	tell_progress(im);
	return SHOP_OK;
}

enum shop_status import_run(struct import *im, struct txn **txn, struct shop_error *err)
{
	int64_t kept = 0;
	enum shop_status st = run_all(im, txn, &kept, err);
	if (st)
		name_line(im, st, err);
	else if (im->staged)
		st = import_django_end(im, err);
	/* The handle may remember a currency that is another now, or is not in the end. */
	im->shop->currency[0] = '\0';
	if (!st)
		return SHOP_OK;
	if (kept > 0 && err != NULL && err->hint[0] == '\0')
		shop_error_hint(err, "%ss 1 to %" PRId64 " are in the store already",
				import_unit(im), kept);
	return st;
}

enum shop_status shop_import(struct shop *shop, const struct shop_import *in,
			     struct shop_import_counts *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_admin_write(shop, err);
	if (st)
		return st;
	if (in->batch != SHOP_NONE && in->batch < 1)
		return shop_error_set(err, SHOP_E_INVALID, "a batch has at least one line");
	CLEANUP(import_done) struct import im;
	st = import_open(&im, shop, in, err);
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	/* Some of it counts from the next transaction on. */
	db_bulk(shop->db);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = import_run(&im, &txn, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		return st;
	*ret = im.counts;
	for (size_t i = 0; in->skipped != NULL && i < im.skips.count; i++) {
		const struct import_skipped *s = &im.skips.items[i];
		in->skipped(in->ctx, s->what, s->why, s->count);
	}
	return SHOP_OK;
}
