/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * How the shop is doing, for its admins: every function here is DENIED to others.
 *
 * A sale is an order that was paid and not cancelled, on the day that it was paid, in local time.
 * Sums are in one currency, the store's: sales in another one (there may be some from an import)
 * are counted apart, and in no sum.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

enum shop_period { SHOP_BY_DAY, SHOP_BY_WEEK, SHOP_BY_MONTH };
/* "day" ..., and back; false for an unknown word. */
SHOP_API const char *shop_period_word(enum shop_period period);
SHOP_API bool shop_period_find(const char *word, enum shop_period *ret);

/* Which sales: from one second to another, both inclusive; SHOP_NONE: open. */
struct shop_report_range {
	int64_t since, until;
};

struct shop_sums {
	int64_t orders, units; /* units: pieces of goods */
	int64_t items_cents, shipping_cents, tax_cents, total_cents;
};

struct shop_sales_period {
	int32_t day; /* its first, in days since 1970-01-01; weeks begin on Monday */
	struct shop_sums sums;
};

struct shop_sales_product {
	int64_t id;       /* SHOP_NONE: the product is gone */
	char *sku, *name; /* as they are now; of a product that is gone, as it was bought */
	int64_t units, cents;
};

struct shop_sales {
	char currency[4];
	struct shop_sums total;
	int64_t other_orders; /* sales in other currencies */
	/* oldest first; with those without a sale between two that have some, up to a year of days */
	struct shop_sales_period *periods;
	size_t period_count;
	struct shop_sales_product *products; /* what brought in most, first */
	size_t product_count;
};
SHOP_API void shop_sales_done(struct shop_sales *sales);

struct shop_sales_request {
	struct shop_report_range range;
	enum shop_period by;
	int64_t best; /* how many products; SHOP_NONE: all */
};
SHOP_API enum shop_status shop_report_sales(struct shop *shop, const struct shop_sales_request *in,
					    struct shop_sales *ret, struct shop_error *err);

struct shop_stock_row {
	int64_t id;
	const char *sku, *name;
	int64_t stock;
	int64_t sold;      /* in the last days, paid or not, but not cancelled */
	int64_t days_left; /* whole days until it is sold out at that rate; SHOP_NONE: none sold */
};

/* What is sold out at that rate first; then what is sold out and was not sold lately. What is in
 * stock and not sold is no row. days: 1 to 3660; limit SHOP_NONE: all. */
struct shop_stock_request {
	int64_t days, limit;
};
SHOP_API enum shop_status
shop_report_stock(struct shop *shop, const struct shop_stock_request *in,
		  enum shop_status (*each)(void *ctx, const struct shop_stock_row *row,
					   struct shop_error *err),
		  void *ctx, struct shop_error *err);

struct shop_best_customer {
	int64_t id;
	char *email, *name;
	int64_t orders, cents;
};

struct shop_customers_report {
	char currency[4];
	int64_t customers;    /* accounts that there are */
	int64_t new_accounts; /* of them, made in the range */
	int64_t buyers;       /* of them, with a sale in the range, in whatever currency */
	int64_t returning;    /* of these, with a second sale up to the range's end */
	int64_t orders, other_orders, cents; /* all sales of the range, of former customers too */
	struct shop_best_customer *best;     /* who spent most, first; in the store's currency */
	size_t best_count;
};
SHOP_API void shop_customers_report_done(struct shop_customers_report *report);

struct shop_customers_request {
	struct shop_report_range range;
	int64_t best; /* how many customers; SHOP_NONE: all */
};
SHOP_API enum shop_status shop_report_customers(struct shop *shop,
						const struct shop_customers_request *in,
						struct shop_customers_report *ret,
						struct shop_error *err);
