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

#include "base/text.h"
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
	enum shop_status st =
		strcmp(in->path, "-") != 0 ? open_file(im, in->path, err) : SHOP_OK;
	im->lines = (struct lines){
		.fd = im->file >= 0 ? im->file : STDIN_FILENO,
		.interrupted = on_signal,
		.ctx = im,
	};
	return st;
}

void import_done(struct import *im)
{
	lines_done(&im->lines);
	if (im->file >= 0)
		close(im->file);
	if (im->folder >= 0)
		close(im->folder);
	catalogue_cache_free(im->cache);
	im->cache = NULL;
	im->file = im->folder = -1;
}

static void count(struct shop_import_counts *c, enum record_type type, enum change change)
{
	int64_t *const types[] = {
		[RECORD_PRODUCT] = &c->products, [RECORD_USER] = &c->users,
		[RECORD_REVIEW] = &c->reviews,	 [RECORD_ORDER] = &c->orders,
		[RECORD_POLICY] = &c->policies,	 [RECORD_SETTING] = &c->settings,
		[RECORD_MESSAGE] = &c->messages,
	};
	++*types[type];
	if (change == CHANGE_CREATED)
		c->created++;
	else if (change == CHANGE_UPDATED)
		c->updated++;
	else
		c->unchanged++;
}

/* What is wrong with a line is told with its number; what is wrong with the store is not its
 * fault. */
static void name_line(const struct import *im, enum shop_status st, struct shop_error *err)
{
	if (st == SHOP_E_INVALID || st == SHOP_E_CONFLICT || st == SHOP_E_EXISTS ||
	    st == SHOP_E_NOT_FOUND)
		shop_error_prefix(err, "line %" PRId64 ": ", im->lines.number);
	if (st == SHOP_E_IO && err != NULL && strncmp(err->text, "cannot read: ", 13) == 0)
		shop_error_prefix(err, "'%.100s': ", im->in->path);
}

static bool is_blank(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!text_is_space(line[i]))
			return false;
	return true;
}

static enum shop_status run_line(struct import *im, const char *line, size_t len,
				 struct shop_error *err)
{
	CLEANUP(record_done) struct record record = { 0 };
	enum change change = CHANGE_UNCHANGED;
	if (is_blank(line, len))
		return SHOP_OK;
	enum shop_status st = record_parse(line, len, im->now, &record, err);
	if (!st)
		st = import_put(im, &record, &change, err);
	if (!st)
		count(&im->counts, record.type, change);
	return st;
}

static enum shop_status next_batch(struct import *im, struct txn **txn, struct shop_error *err)
{
	enum shop_status st = txn_commit(txn, err);
	return st ? st : db_begin(im->shop->db, /* write= */ true, txn, err);
}

static void tell_progress(const struct import *im)
{
	if (im->in->progress != NULL)
		im->in->progress(im->in->ctx, im->lines.number, im->lines.done, im->bytes);
}

static enum shop_status run_lines(struct import *im, struct txn **txn, int64_t *ret_kept,
				  struct shop_error *err)
{
	const char *line = NULL;
	size_t len = 0;
	bool some = false;
	int64_t batch = im->in->batch;
	for (;;) {
		enum shop_status st = lines_next(&im->lines, &line, &len, &some, err);
		if (!st && !some)
			break;
		if (!st)
			st = run_line(im, line, len, err);
		if (!st && batch > 0 && im->lines.number % batch == 0)
			st = next_batch(im, txn, err);
		if (st)
			return st;
		if (batch > 0)
			*ret_kept = im->lines.number / batch * batch;
		if (im->lines.number % LINES_BETWEEN_CALLS == 0)
			tell_progress(im);
	}
	im->lines.number--; /* the line that is not there */
	tell_progress(im);
	return SHOP_OK;
}

enum shop_status import_run(struct import *im, struct txn **txn, struct shop_error *err)
{
	int64_t kept = 0;
	enum shop_status st = run_lines(im, txn, &kept, err);
	/* The handle may remember a currency that is another now, or is not in the end. */
	im->shop->currency[0] = '\0';
	if (!st)
		return SHOP_OK;
	name_line(im, st, err);
	if (kept > 0 && err != NULL && err->hint[0] == '\0')
		shop_error_hint(err, "lines 1 to %" PRId64 " are in the store already", kept);
	return st;
}

enum shop_status shop_import(struct shop *shop, const struct shop_import *in,
			     struct shop_import_counts *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = actor_need_admin(shop, err);
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
	if (!st)
		*ret = im.counts;
	return st;
}
