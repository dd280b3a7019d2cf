/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Looking for products. The text index finds candidates and counts them; the best by BM25 are then
 * put in order by rank.h, which looks at the texts themselves.
 */

#include "service/filter.h"
#include "service/match.h"

struct search {
	struct shop *shop;
	const struct shop_product_filter *from;
	struct filter filter;
	struct match match;
	struct buf expression; /* empty: no text was given */
	bool nothing;          /* a text was given, and there is no word in it */
};

/* Looks names up and reads the text; to be freed whatever it returns. INVALID as filter_init(). */
enum shop_status search_init(struct search *s, struct shop *shop,
			     const struct shop_product_filter *from, enum match_mode mode,
			     struct shop_error *err);
void search_done(struct search *s);

/* What else the text has to do with the products that search_*() below give. */
enum shop_status search_mode(struct search *s, enum match_mode mode, struct shop_error *err);

typedef enum shop_status (*product_fn)(void *ctx, const struct shop_product *p,
				       struct shop_error *err);

/* Calls each() in order, with the filter's limit and offset. *ret_total (may be NULL): how many
 * match without them. */
enum shop_status search_each(struct search *s, product_fn each, void *ctx, int64_t *ret_total,
			     struct shop_error *err);

enum shop_status search_count(struct search *s, int64_t *ret, struct shop_error *err);

struct search_stats {
	int64_t total, in_stock;
	int64_t things;                /* with the variants of one group counted as one */
	int64_t price_low, price_high; /* or SHOP_NONE */
};
enum shop_status search_stats(struct search *s, struct search_stats *ret, struct shop_error *err);

/* A list that search_each() fills: pass &products as ctx. */
enum shop_status product_collect(void *ctx, const struct shop_product *p, struct shop_error *err);

/* The distinct texts of a statement over the matches, most frequent first: PRODUCT_BRANDS,
 * PRODUCT_CATEGORIES, or PRODUCT_VALUES of the attributes in ids (a JSON list; else NULL). */
enum shop_status
search_values(struct search *s, enum db_statement statement, const char *ids, int64_t limit,
	      enum shop_status (*each)(void *ctx, const char *value, struct shop_error *err),
	      void *ctx, struct shop_error *err);
