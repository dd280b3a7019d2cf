/* SPDX-License-Identifier: MIT */
/* What must be true of a store and its files, one statement each. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "exchange/record.h"
#include "service/service.h"

/* So many are named; the rest are counted. */
enum { NAMED_MAX = 5, DETAIL_MAX = 2048 };

#define RESTORE  "keep a copy of it, and go back to a backup"
#define REIMPORT "an export into a new store makes it anew: shop admin export, shop admin import"

struct check {
	const char *word, *about, *advice;
	enum db_statement rows;
};

static const struct check checks[] = {
	{ "references", "everything that is named is there", RESTORE, STMT_DOCTOR_REFERENCES },
	{ "text_rows", "every product is in the text index", REIMPORT, STMT_DOCTOR_TEXT_ROWS },
	{ "attributes", "the text index has the products' attributes", REIMPORT,
	  STMT_DOCTOR_ATTRIBUTES },
	{ "names", "brands, categories and attributes are those of products", REIMPORT,
	  STMT_DOCTOR_NAMES },
	{ "stock", "no product has less than nothing in stock",
	  "set it: shop admin product update SKU --stock N", STMT_DOCTOR_STOCK },
	{ "ratings", "ratings and their number are those of the reviews", REIMPORT,
	  STMT_DOCTOR_RATINGS },
	{ "order_totals", "totals are the sums of the lines, shipping and tax", RESTORE,
	  STMT_DOCTOR_TOTALS },
	{ "order_events", "status and times of orders are those of their events", RESTORE,
	  STMT_DOCTOR_EVENTS },
	{ "admins", "somebody is an admin", "go back to a backup, where there was one",
	  STMT_DOCTOR_ADMINS },
};

struct doctor {
	struct shop *shop;
	enum shop_status (*each)(void *ctx, const struct shop_finding *f, struct shop_error *err);
	void *ctx;
	struct buf detail;
};

static void name_one(struct doctor *d, int64_t n, const char *name)
{
	if (n <= NAMED_MAX)
		buf_printf(&d->detail, "%s%.300s", n > 1 ? ", " : "", name);
}

static void count_rest(struct doctor *d, int64_t n)
{
	if (n > NAMED_MAX)
		buf_printf(&d->detail, " and %" PRId64 " more", n - NAMED_MAX);
}

static enum shop_status tell(struct doctor *d, const struct check *c, enum shop_health health,
			     int64_t found, struct shop_error *err)
{
	const struct shop_finding f = {
		.check = c->word,
		.about = c->about,
		.health = health,
		.found = found,
		.detail = d->detail.len > 0 ? buf_text(&d->detail) : NULL,
		.advice = health != SHOP_HEALTH_OK ? c->advice : NULL,
	};
	return d->each(d->ctx, &f, err);
}

static enum shop_health health_of(int64_t found)
{
	return found == 0 ? SHOP_HEALTH_OK : SHOP_HEALTH_WRONG;
}

/* A statement that cannot be run to its end has found something too, unless it was stopped. */
static enum shop_status failed(struct doctor *d, const struct check *c, enum shop_status st,
			       const struct shop_error *why, struct shop_error *err)
{
	bool damaged = st == SHOP_E_CORRUPT || st == SHOP_E_INVALID || st == SHOP_E_FAILED;
	if (st == SHOP_E_CANCELLED || st == SHOP_E_NOMEM) {
		if (err != NULL)
			*err = *why;
		return st;
	}
	buf_clear(&d->detail);
	buf_puts(&d->detail, why->text);
	return tell(d, c, damaged ? SHOP_HEALTH_WRONG : SHOP_HEALTH_UNKNOWN, damaged ? 1 : 0, err);
}

static enum shop_status count_rows(struct doctor *d, const struct check *c, int64_t *ret,
				   struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	*ret = 0;
	enum shop_status st = db_query(d->shop->db, c->rows, DB_NO_ARGS, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		/* The engine says "ok" where it found nothing. */
		if (c->rows == STMT_DOCTOR_PAGES && strcmp(stmt_text(s, 0), "ok") == 0)
			continue;
		name_one(d, ++*ret, stmt_text(s, 0));
	}
	count_rest(d, *ret);
	return st;
}

static enum shop_status check_rows(struct doctor *d, const struct check *c, struct shop_error *err)
{
	struct shop_error why = { 0 };
	int64_t found = 0;
	buf_clear(&d->detail);
	enum shop_status st = count_rows(d, c, &found, &why);
	return st ? failed(d, c, st, &why, err) : tell(d, c, health_of(found), found, err);
}

static enum shop_status check_pages(struct doctor *d, struct shop_error *err)
{
	static const struct check c = { "store", "the store's file is whole", RESTORE,
					STMT_DOCTOR_PAGES };
	return check_rows(d, &c, err);
}

static enum shop_status check_text_index(struct doctor *d, struct shop_error *err)
{
	static const struct check c = { "text_index", "the text index fits the products", REIMPORT,
					STMT_DOCTOR_TEXT_INDEX };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	struct shop_error why = { 0 };
	buf_clear(&d->detail);
	enum shop_status st = db_begin(d->shop->db, /* write= */ true, &txn, &why);
	if (!st)
		st = db_run(d->shop->db, c.rows, DB_NO_ARGS, NULL, &why);
	txn_rollback(&txn);
	return st ? failed(d, &c, st, &why, err) : tell(d, &c, SHOP_HEALTH_OK, 0, err);
}

static enum shop_status count_settings(struct doctor *d, int64_t *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(d->shop->db, STMT_SETTING_LIST, DB_NO_ARGS, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		const struct record r = { .type = RECORD_SETTING,
					  .as.setting = { stmt_text(s, 0), stmt_text(s, 1) } };
		if (record_check(&r, NULL) != SHOP_OK)
			name_one(d, ++*ret, stmt_text(s, 0));
	}
	count_rest(d, *ret);
	return st;
}

static enum shop_status check_settings(struct doctor *d, struct shop_error *err)
{
	static const struct check c = { "settings",
					"settings have values that the shop can count with",
					"set them: shop admin settings set KEY VALUE", 0 };
	struct shop_error why = { 0 };
	int64_t found = 0;
	buf_clear(&d->detail);
	enum shop_status st = count_settings(d, &found, &why);
	return st ? failed(d, &c, st, &why, err) : tell(d, &c, health_of(found), found, err);
}

/* Everybody's address is in the store, and whoever has the key is whom he likes. */
static enum shop_status check_files(struct doctor *d, struct shop_error *err)
{
	static const struct check c = { "store_files",
					"the store and its key are their owner's alone",
					"take others' rights away: chmod 600 FILE", 0 };
	static const char *const endings[] = { "", "-wal", "-shm", ".key" };
	int64_t found = 0;
	buf_clear(&d->detail);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		CLEANUP(free_charp) char *path = NULL;
		struct stat sb;
		if (asprintf(&path, "%s%s", d->shop->path, endings[i]) < 0) {
			path = NULL;
			return out_of_memory(err);
		}
		if (stat(path, &sb) == 0 && (sb.st_mode & 077) != 0)
			name_one(d, ++found, path);
	}
	return tell(d, &c, health_of(found), found, err);
}

enum shop_status shop_doctor(struct shop *shop,
			     enum shop_status (*each)(void *ctx, const struct shop_finding *f,
						      struct shop_error *err),
			     void *ctx, struct shop_error *err)
{
	struct doctor d = { .shop = shop, .each = each, .ctx = ctx };
	buf_init(&d.detail, DETAIL_MAX);
	enum shop_status st = check_files(&d, err);
	if (!st)
		st = check_pages(&d, err);
	if (!st)
		st = check_text_index(&d, err);
	if (!st)
		st = check_settings(&d, err);
	for (size_t i = 0; !st && i < sizeof(checks) / sizeof(checks[0]); i++)
		st = check_rows(&d, &checks[i], err);
	buf_done(&d.detail);
	return st;
}
