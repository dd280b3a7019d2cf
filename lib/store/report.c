/* SPDX-License-Identifier: MIT */
/* Reports: rows to numbers. */
#include "store/report.h"

#include <stdlib.h>

#include "base/cleanup.h"
#include "base/memory.h"

enum { DAY_SECONDS = 86400 };

/* The arguments that every statement over sales begins with. */
#define SCOPE_ARGS(scope)                                                                          \
	db_arg_unless((scope)->range.since, SHOP_NONE),                                            \
		db_arg_unless((scope)->range.until, SHOP_NONE), (scope)->currency

enum shop_status report_days(struct db *db, const struct report_scope *scope,
			     enum shop_status (*each)(void *ctx, int64_t day,
						      const struct shop_sums *sums,
						      struct shop_error *err),
			     void *ctx, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_REPORT_SALES_DAYS,
				       DB_ARGS(SCOPE_ARGS(scope), scope->utc_offset), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		const struct shop_sums sums = { .orders = stmt_int(s, 1),
						.units = stmt_int(s, 2),
						.items_cents = stmt_int(s, 3),
						.shipping_cents = stmt_int(s, 4),
						.tax_cents = stmt_int(s, 5),
						.total_cents = stmt_int(s, 6) };
		st = each(ctx, stmt_int(s, 0), &sums, err);
	}
	return st;
}

enum shop_status report_other_orders(struct db *db, const struct report_scope *scope, int64_t *ret,
				     struct shop_error *err)
{
	return db_run_int(db, STMT_REPORT_OTHER_ORDERS, DB_ARGS(SCOPE_ARGS(scope)), ret, err);
}

enum shop_status report_products(struct db *db, const struct report_scope *scope, int64_t best,
				 struct shop_sales *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false, ok = true;
	enum shop_status st =
		db_query(db, STMT_REPORT_SALES_PRODUCTS,
			 DB_ARGS(SCOPE_ARGS(scope), db_arg_unless(best, SHOP_NONE)), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		struct shop_sales_product *products =
			array_room(ret->products, ret->product_count, sizeof(*products));
		if (products == NULL)
			return out_of_memory(err);
		ret->products = products;
		products[ret->product_count++] =
			(struct shop_sales_product){ .id = stmt_int_or(s, 0, SHOP_NONE),
						     .sku = stmt_copy(s, 1, &ok),
						     .name = stmt_copy(s, 2, &ok),
						     .units = stmt_int(s, 3),
						     .cents = stmt_int(s, 4) };
		if (!ok)
			return out_of_memory(err);
	}
	return st;
}

enum shop_status report_best_customers(struct db *db, const struct report_scope *scope,
				       int64_t best, struct shop_customers_report *ret,
				       struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false, ok = true;
	enum shop_status st =
		db_query(db, STMT_REPORT_CUSTOMERS_BEST,
			 DB_ARGS(SCOPE_ARGS(scope), db_arg_unless(best, SHOP_NONE)), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		struct shop_best_customer *customers =
			array_room(ret->best, ret->best_count, sizeof(*customers));
		if (customers == NULL)
			return out_of_memory(err);
		ret->best = customers;
		customers[ret->best_count++] =
			(struct shop_best_customer){ .id = stmt_int(s, 0),
						     .email = stmt_copy(s, 1, &ok),
						     .name = stmt_copy(s, 2, &ok),
						     .orders = stmt_int(s, 3),
						     .cents = stmt_int(s, 4) };
		if (!ok)
			return out_of_memory(err);
	}
	return st;
}

/* The two numbers of a row. */
static void take_two(struct stmt *s, int64_t *ret_one, int64_t *ret_two)
{
	*ret_one = stmt_int(s, 0);
	*ret_two = stmt_int(s, 1);
}

static enum shop_status count_sales(struct db *db, const struct report_scope *scope,
				    struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st =
		db_first(db, STMT_REPORT_CUSTOMERS_SALES, DB_ARGS(SCOPE_ARGS(scope)), &s, err);
	if (!st && s != NULL)
		take_two(s, &ret->orders, &ret->cents);
	return st;
}

static enum shop_status count_accounts(struct db *db, const struct report_scope *scope,
				       struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_REPORT_CUSTOMERS,
				       DB_ARGS(db_arg_unless(scope->range.since, SHOP_NONE),
					       db_arg_unless(scope->range.until, SHOP_NONE)),
				       &s, err);
	if (!st && s != NULL)
		take_two(s, &ret->customers, &ret->new_accounts);
	return st;
}

static enum shop_status count_buyers(struct db *db, const struct report_scope *scope,
				     struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_REPORT_CUSTOMERS_BUYERS,
				       DB_ARGS(db_arg_unless(scope->range.since, SHOP_NONE),
					       db_arg_unless(scope->range.until, SHOP_NONE)),
				       &s, err);
	if (!st && s != NULL)
		take_two(s, &ret->buyers, &ret->returning);
	return st;
}

enum shop_status report_customers(struct db *db, const struct report_scope *scope,
				  struct shop_customers_report *ret, struct shop_error *err)
{
	enum shop_status st = count_accounts(db, scope, ret, err);
	if (!st)
		st = count_sales(db, scope, ret, err);
	return st ? st : count_buyers(db, scope, ret, err);
}

enum shop_status report_stock(struct db *db, const struct shop_stock_request *in, int64_t now,
			      enum shop_status (*each)(void *ctx, const struct shop_stock_row *row,
						       struct shop_error *err),
			      void *ctx, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_REPORT_STOCK,
				       DB_ARGS(now - in->days * DAY_SECONDS, now, in->days,
					       db_arg_unless(in->limit, SHOP_NONE)),
				       &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		const struct shop_stock_row r = { .id = stmt_int(s, 0),
						  .sku = stmt_text(s, 1),
						  .name = stmt_text(s, 2),
						  .stock = stmt_int(s, 3),
						  .sold = stmt_int(s, 4),
						  .days_left = stmt_int_or(s, 5, SHOP_NONE) };
		st = each(ctx, &r, err);
	}
	return st;
}

void report_sales_done(struct shop_sales *sales)
{
	for (size_t i = 0; i < sales->product_count; i++) {
		free(sales->products[i].sku);
		free(sales->products[i].name);
	}
	free(sales->products);
	free(sales->periods);
	*sales = (struct shop_sales){ 0 };
}

void report_customers_done(struct shop_customers_report *report)
{
	for (size_t i = 0; i < report->best_count; i++) {
		free(report->best[i].email);
		free(report->best[i].name);
	}
	free(report->best);
	*report = (struct shop_customers_report){ 0 };
}
