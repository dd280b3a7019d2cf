/* SPDX-License-Identifier: MIT */
/* Reports: who may see them, and days folded into weeks and months. */
#include "store/report.h"

#include <string.h>

#include "service/service.h"

/* A longer time without any sale stays a gap. */
enum { GAP_DAYS_MAX = 366, DAYS_MAX = 3660 };

static const char *const period_words[] = {
	[SHOP_BY_DAY] = "day", [SHOP_BY_WEEK] = "week", [SHOP_BY_MONTH] = "month"
};

const char *shop_period_word(enum shop_period period)
{
	return period_words[period];
}

bool shop_period_find(const char *word, enum shop_period *ret)
{
	for (enum shop_period p = SHOP_BY_DAY; p <= SHOP_BY_MONTH; p++) {
		if (strcmp(word, period_words[p]) != 0)
			continue;
		*ret = p;
		return true;
	}
	return false;
}

void shop_sales_done(struct shop_sales *sales)
{
	report_sales_done(sales);
}

void shop_customers_report_done(struct shop_customers_report *report)
{
	report_customers_done(report);
}

/* The first day of the period that the day is in. 1970-01-01 was a Thursday. */
static int32_t period_start(enum shop_period by, int32_t day)
{
	int32_t year;
	int month, of_month;
	switch (by) {
	case SHOP_BY_DAY:
		return day;
	case SHOP_BY_WEEK:
		return day - ((day + 3) % 7 + 7) % 7;
	case SHOP_BY_MONTH:
		shop_day_to_date(day, &year, &month, &of_month);
		return day - of_month + 1;
	}
	return day;
}

static int32_t period_next(enum shop_period by, int32_t start)
{
	return by == SHOP_BY_DAY    ? start + 1
	       : by == SHOP_BY_WEEK ? start + 7
				    : period_start(by, start + 31);
}

/* False: the sum is more than there are numbers. */
static bool sums_add(struct shop_sums *to, const struct shop_sums *more)
{
	return !__builtin_add_overflow(to->orders, more->orders, &to->orders) &&
	       !__builtin_add_overflow(to->units, more->units, &to->units) &&
	       !__builtin_add_overflow(to->items_cents, more->items_cents, &to->items_cents) &&
	       !__builtin_add_overflow(to->shipping_cents, more->shipping_cents,
				       &to->shipping_cents) &&
	       !__builtin_add_overflow(to->tax_cents, more->tax_cents, &to->tax_cents) &&
	       !__builtin_add_overflow(to->total_cents, more->total_cents, &to->total_cents);
}

struct folding {
	enum shop_period by;
	struct shop_sales *sales;
};

static enum shop_status period_add(struct folding *f, int32_t day, struct shop_error *err)
{
	struct shop_sales *sales = f->sales;
	struct shop_sales_period *periods =
		array_room(sales->periods, sales->period_count, sizeof(*periods));
	if (periods == NULL)
		return out_of_memory(err);
	sales->periods = periods;
	periods[sales->period_count++] = (struct shop_sales_period){ .day = day };
	return SHOP_OK;
}

/* The period that begins on that day becomes the last one; what lies between is without sales. */
static enum shop_status period_reach(struct folding *f, int32_t start, struct shop_error *err)
{
	struct shop_sales *sales = f->sales;
	enum shop_status st = SHOP_OK;
	if (sales->period_count == 0)
		return period_add(f, start, err);
	int32_t last = sales->periods[sales->period_count - 1].day;
	if (start == last)
		return SHOP_OK;
	int32_t next = start - last <= GAP_DAYS_MAX ? period_next(f->by, last) : start;
	for (; !st && next <= start; next = period_next(f->by, next))
		st = period_add(f, next, err);
	return st;
}

static enum shop_status fold_day(void *ctx, int64_t day, const struct shop_sums *sums,
				 struct shop_error *err)
{
	struct folding *f = ctx;
	if (day < INT32_MIN / 2 || day > INT32_MAX / 2)
		return shop_error_set(err, SHOP_E_CORRUPT, "an order was paid in no year that is");
	enum shop_status st = period_reach(f, period_start(f->by, (int32_t)day), err);
	if (st)
		return st;
	struct shop_sales_period *last = &f->sales->periods[f->sales->period_count - 1];
	if (!sums_add(&last->sums, sums) || !sums_add(&f->sales->total, sums))
		return shop_error_set(err, SHOP_E_FAILED, "the sums are too large");
	return SHOP_OK;
}

/* Begins a report of sales for an admin: its range, and one state of the store for all of it. */
static enum shop_status report_begin(struct shop *shop, const struct shop_report_range *range,
				     struct report_scope *ret, struct txn **ret_txn,
				     struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	if (st)
		return st;
	*ret = (struct report_scope){ .range = *range,
				      .currency = shop_currency(shop),
				      .utc_offset = shop->utc_offset };
	if (range->since != SHOP_NONE && range->until != SHOP_NONE && range->since > range->until)
		return shop_error_set(err, SHOP_E_INVALID, "the time ends before it begins");
	return db_begin(shop->db, /* write= */ false, ret_txn, err);
}

enum shop_status shop_report_sales(struct shop *shop, const struct shop_sales_request *in,
				   struct shop_sales *ret, struct shop_error *err)
{
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	struct report_scope scope;
	*ret = (struct shop_sales){ 0 };
	struct folding folding = { .by = in->by, .sales = ret };
	enum shop_status st = report_begin(shop, &in->range, &scope, &txn, err);
	if (st)
		return st;
	memcpy(ret->currency, shop->currency, sizeof(ret->currency));
	st = report_days(shop->db, &scope, fold_day, &folding, err);
	if (!st)
		st = report_other_orders(shop->db, &scope, &ret->other_orders, err);
	if (!st)
		st = report_products(shop->db, &scope, in->best, ret, err);
	if (st)
		report_sales_done(ret);
	return st;
}

enum shop_status shop_report_stock(struct shop *shop, const struct shop_stock_request *in,
				   enum shop_status (*each)(void *ctx,
							    const struct shop_stock_row *row,
							    struct shop_error *err),
				   void *ctx, struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	if (st)
		return st;
	if (in->days < 1 || in->days > DAYS_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "days: expected 1 to %d", DAYS_MAX);
	return report_stock(shop->db, in, shop_now(shop), each, ctx, err);
}

enum shop_status shop_report_customers(struct shop *shop, const struct shop_customers_request *in,
				       struct shop_customers_report *ret, struct shop_error *err)
{
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	struct report_scope scope;
	*ret = (struct shop_customers_report){ 0 };
	enum shop_status st = report_begin(shop, &in->range, &scope, &txn, err);
	if (st)
		return st;
	memcpy(ret->currency, shop->currency, sizeof(ret->currency));
	st = report_customers(shop->db, &scope, ret, err);
	if (!st)
		st = report_other_orders(shop->db, &scope, &ret->other_orders, err);
	if (!st)
		st = report_best_customers(shop->db, &scope, in->best, ret, err);
	if (st)
		report_customers_done(ret);
	return st;
}
