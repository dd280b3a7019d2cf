/* SPDX-License-Identifier: MIT */
#pragma once

/* What an order costs. */

#include "shop/order.h"

/* As the exchange format has it, so that whatever was ordered can leave and come back. */
#define ORDER_CENTS_MAX INT64_C(1000000000000)

struct order_rates {
	int64_t tax_basis_points;    /* hundredths of a percent of the items' sum */
	int64_t shipping_cents;      /* for the whole order */
	int64_t free_shipping_cents; /* from this items' sum on, shipping is free; SHOP_NONE: never
				      */
};

/* Computes items, shipping, tax and total from the lines. Tax is rounded half up, once, on the sum.
 * INVALID: the total is above ORDER_CENTS_MAX. */
enum shop_status order_count_money(struct shop_order *o, const struct order_rates *rates,
				   struct shop_error *err);
