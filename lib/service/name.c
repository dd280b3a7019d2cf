/* SPDX-License-Identifier: MIT */
/* Names by how they begin, for completion: ranges of indexes, so that a million products take no
 * longer than ten. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/cleanup.h"
#include "service/service.h"

/* Longer numbers could not be counted on in 64 bits. */
enum { BEGINNING_SIZE = 512, DIGITS_MAX = 17 };

struct names {
	struct shop *shop;
	int64_t left; /* how many may still be told */
	enum shop_status (*each)(void *ctx, const char *name, const char *about);
	void *ctx;
};

/* The rows of a statement whose arguments are a beginning and a limit. */
static enum shop_status from_text(struct names *n, enum db_statement id, const char *beginning,
				  bool with_about, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(n->shop->db, id, DB_ARGS(beginning, n->left), &s, err);
	while (!st && (st = stmt_step(s, &row, err)) == SHOP_OK && row) {
		n->left--;
		st = n->each(n->ctx, stmt_text(s, 0), with_about ? stmt_text(s, 1) : NULL);
	}
	return st;
}

static enum shop_status in_case(struct names *n, const char *beginning, int (*change)(int letter),
				struct shop_error *err)
{
	char changed[BEGINNING_SIZE];
	size_t len = strlen(beginning);
	if (len >= sizeof(changed))
		return SHOP_OK;
	for (size_t i = 0; i <= len; i++)
		changed[i] = (char)change((unsigned char)beginning[i]);
	if (strcmp(changed, beginning) == 0)
		return SHOP_OK;
	return from_text(n, STMT_SKUS_FROM, changed, /* with_about= */ true, err);
}

static enum shop_status id_range(struct names *n, const int64_t range[2], const char *mark,
				 struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(n->shop->db, STMT_PRODUCT_IDS_FROM,
				       DB_ARGS(range[0], range[1], n->left), &s, err);
	while (!st && (st = stmt_step(s, &row, err)) == SHOP_OK && row) {
		char id[32];
		snprintf(id, sizeof(id), "%s%" PRId64, mark, stmt_int(s, 0));
		n->left--;
		st = n->each(n->ctx, id, stmt_text(s, 1));
	}
	return st;
}

/* 12 begins 12, 120 to 129, 1200 to 1299 and so on. */
static enum shop_status from_digits(struct names *n, const char *beginning, struct shop_error *err)
{
	const char *mark = beginning[0] == '#' ? "#" : "", *digits = beginning + strlen(mark);
	size_t len = strlen(digits);
	if (len > DIGITS_MAX || strspn(digits, "0123456789") != len || digits[0] == '0')
		return SHOP_OK;
	int64_t first = 0;
	for (size_t i = 0; i < len; i++)
		first = 10 * first + (digits[i] - '0');
	int64_t range[2] = { first, first + 1 };
	enum shop_status st = SHOP_OK;
	if (len == 0) {
		range[1] = INT64_MAX;
		return mark[0] != '\0' ? id_range(n, range, mark, err) : SHOP_OK;
	}
	for (size_t i = len; !st && i <= DIGITS_MAX; i++) {
		st = id_range(n, range, mark, err);
		range[0] *= 10;
		range[1] *= 10;
	}
	return st;
}

static enum shop_status products_from(struct names *n, const char *beginning,
				      struct shop_error *err)
{
	enum shop_status st = from_digits(n, beginning, err);
	if (!st)
		st = from_text(n, STMT_SKUS_FROM, beginning, /* with_about= */ true, err);
	if (!st)
		st = in_case(n, beginning, toupper, err);
	if (!st)
		st = in_case(n, beginning, tolower, err);
	return st;
}

enum shop_status
shop_name_each(struct shop *shop, enum shop_name kind, const char *beginning, int64_t limit,
	       enum shop_status (*each)(void *ctx, const char *name, const char *about), void *ctx,
	       struct shop_error *err)
{
	struct names n = { .shop = shop, .left = limit, .each = each, .ctx = ctx };
	if (kind == SHOP_NAME_PRODUCT)
		return products_from(&n, beginning, err);
	return from_text(&n, kind == SHOP_NAME_BRAND ? STMT_BRANDS_FROM : STMT_CATEGORIES_FROM,
			 beginning, /* with_about= */ false, err);
}
