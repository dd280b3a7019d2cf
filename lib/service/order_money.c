/* SPDX-License-Identifier: MIT */
/* Sums up an order in whole minor units; nothing may overflow, whatever the store holds. */
#include "service/order_money.h"

enum { BASIS_POINTS = 10000 };

static bool sum_items(const struct shop_order *o, int64_t *ret)
{
	int64_t sum = 0, line = 0;
	bool over = false;
	for (size_t i = 0; i < o->line_count; i++) {
		over |= __builtin_mul_overflow(o->lines[i].price_cents, o->lines[i].quantity,
					       &line);
		over |= __builtin_add_overflow(sum, line, &sum);
	}
	*ret = sum;
	return !over;
}

static bool count_tax(int64_t items, int64_t basis_points, int64_t *ret)
{
	int64_t parts = 0;
	bool over = __builtin_mul_overflow(items, basis_points, &parts);
	over |= __builtin_add_overflow(parts, BASIS_POINTS / 2, &parts);
	*ret = parts / BASIS_POINTS;
	return !over;
}

enum shop_status order_count_money(struct shop_order *o, const struct order_rates *rates,
				   struct shop_error *err)
{
	bool fits = sum_items(o, &o->items_cents);
	bool free = rates->free_shipping_cents != SHOP_NONE &&
		    o->items_cents >= rates->free_shipping_cents;
	o->shipping_cents = free ? 0 : rates->shipping_cents;
	fits = count_tax(o->items_cents, rates->tax_basis_points, &o->tax_cents) && fits;
	fits = !__builtin_add_overflow(o->items_cents, o->shipping_cents, &o->total_cents) && fits;
	fits = !__builtin_add_overflow(o->total_cents, o->tax_cents, &o->total_cents) && fits;
	if (fits && o->total_cents <= ORDER_CENTS_MAX)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "the order's sum is too large");
}
