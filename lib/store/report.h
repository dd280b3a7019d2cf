/* SPDX-License-Identifier: MIT */
#pragma once

/* Sums over orders. Nothing here checks rights: lib/service does. To see one state of the store in
 * all of them, the caller holds a transaction. */

#include "db/db.h"
#include "shop/report.h"

struct report_scope {
	struct shop_report_range range;
	const char *currency;
	int32_t utc_offset; /* of local time, in seconds east */
};

/* The sums of each day that has a sale, oldest first. */
enum shop_status report_days(struct db *db, const struct report_scope *scope,
			     enum shop_status (*each)(void *ctx, int64_t day,
						      const struct shop_sums *sums,
						      struct shop_error *err),
			     void *ctx, struct shop_error *err);

/* How many sales are in another currency than the scope's. */
enum shop_status report_other_orders(struct db *db, const struct report_scope *scope, int64_t *ret,
				     struct shop_error *err);

/* Adds to ret->products, and to ret->best; what is there already is the caller's in any case. */
enum shop_status report_products(struct db *db, const struct report_scope *scope, int64_t best,
				 struct shop_sales *ret, struct shop_error *err);
enum shop_status report_best_customers(struct db *db, const struct report_scope *scope,
				       int64_t best, struct shop_customers_report *ret,
				       struct shop_error *err);

/* All numbers of ret but other_orders. */
enum shop_status report_customers(struct db *db, const struct report_scope *scope,
				  struct shop_customers_report *ret, struct shop_error *err);

/* The stock, with what was ordered in the days up to `now`. */
enum shop_status report_stock(struct db *db, const struct shop_stock_request *in, int64_t now,
			      enum shop_status (*each)(void *ctx, const struct shop_stock_row *row,
						       struct shop_error *err),
			      void *ctx, struct shop_error *err);

void report_sales_done(struct shop_sales *sales);
void report_customers_done(struct shop_customers_report *report);
