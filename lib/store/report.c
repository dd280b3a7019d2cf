/* SPDX-License-Identifier: MIT */
/* Reports: rows to numbers. */
#include "store/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"

enum { DAY_SECONDS = 86400 };

static enum shop_status no_memory(struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
}

/* Room for one more in an array whose room doubles whenever its count is a power of two. */
static bool grow(void *items, size_t count, size_t width)
{
	void **at = items;
	if (count != 0 && (count & (count - 1)) != 0)
		return true;
	void *more = reallocarray(*at, count == 0 ? 1 : 2 * count, width);
	if (more == NULL)
		return false;
	*at = more;
	return true;
}

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
	bool row = false;
	enum shop_status st =
		db_query(db, STMT_REPORT_SALES_PRODUCTS,
			 DB_ARGS(SCOPE_ARGS(scope), db_arg_unless(best, SHOP_NONE)), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		if (!grow(&ret->products, ret->product_count, sizeof(*ret->products)))
			return no_memory(err);
		struct shop_sales_product *p = &ret->products[ret->product_count++];
		*p = (struct shop_sales_product){ .id = stmt_int_or(s, 0, SHOP_NONE),
						  .sku = strdup(stmt_text(s, 1)),
						  .name = strdup(stmt_text(s, 2)),
						  .units = stmt_int(s, 3),
						  .cents = stmt_int(s, 4) };
		if (p->sku == NULL || p->name == NULL)
			return no_memory(err);
	}
	return st;
}

enum shop_status report_best_customers(struct db *db, const struct report_scope *scope,
				       int64_t best, struct shop_customers_report *ret,
				       struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st =
		db_query(db, STMT_REPORT_CUSTOMERS_BEST,
			 DB_ARGS(SCOPE_ARGS(scope), db_arg_unless(best, SHOP_NONE)), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		if (!grow(&ret->best, ret->best_count, sizeof(*ret->best)))
			return no_memory(err);
		struct shop_best_customer *c = &ret->best[ret->best_count++];
		*c = (struct shop_best_customer){ .id = stmt_int(s, 0),
						  .email = strdup(stmt_text(s, 1)),
						  .name = strdup(stmt_text(s, 2)),
						  .orders = stmt_int(s, 3),
						  .cents = stmt_int(s, 4) };
		if (c->email == NULL || c->name == NULL)
			return no_memory(err);
	}
	return st;
}

/* The first row of a statement, which has two numbers. */
static enum shop_status take_two(struct stmt *s, int64_t *ret_one, int64_t *ret_two,
				 struct shop_error *err)
{
	bool row = false;
	enum shop_status st = stmt_step(s, &row, err);
	if (st || !row)
		return st;
	*ret_one = stmt_int(s, 0);
	*ret_two = stmt_int(s, 1);
	return SHOP_OK;
}

static enum shop_status count_sales(struct db *db, const struct report_scope *scope,
				    struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st =
		db_query(db, STMT_REPORT_CUSTOMERS_SALES, DB_ARGS(SCOPE_ARGS(scope)), &s, err);
	return st ? st : take_two(s, &ret->orders, &ret->cents, err);
}

static enum shop_status count_accounts(struct db *db, const struct report_scope *scope,
				       struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_query(db, STMT_REPORT_CUSTOMERS,
				       DB_ARGS(db_arg_unless(scope->range.since, SHOP_NONE),
					       db_arg_unless(scope->range.until, SHOP_NONE)),
				       &s, err);
	return st ? st : take_two(s, &ret->customers, &ret->new_accounts, err);
}

static enum shop_status count_buyers(struct db *db, const struct report_scope *scope,
				     struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_query(db, STMT_REPORT_CUSTOMERS_BUYERS,
				       DB_ARGS(db_arg_unless(scope->range.since, SHOP_NONE),
					       db_arg_unless(scope->range.until, SHOP_NONE)),
				       &s, err);
	return st ? st : take_two(s, &ret->buyers, &ret->returning, err);
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
