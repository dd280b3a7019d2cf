/* SPDX-License-Identifier: MIT */
#pragma once

/* What a customer wants to order, as far as it can be checked without looking at the catalogue. */

#include "service/order_money.h"
#include "service/service.h"

struct order_wanted {
	const struct shop_order_request *from;
	struct shop_address address; /* all NULL: none was given */
	char *words;                 /* the request as one text: what makes two of them the same */
};
void order_wanted_done(struct order_wanted *w);

/* INVALID: nothing to order, too many items, a quantity, key or address that is not acceptable. */
enum shop_status order_wanted_read(const struct shop_order_request *in, struct order_wanted *ret,
				   struct shop_error *err);

/* What the shop's settings say; those that are not set cost nothing. FAILED: one is not a number.
 */
enum shop_status order_rates_read(struct db *db, struct order_rates *ret, struct shop_error *err);

/* The payment method that is wanted, or the first one (wanted NULL), as a copy. INVALID: the shop
 * does not take it. */
enum shop_status order_payment_choose(struct db *db, const char *wanted, char **ret,
				      struct shop_error *err);
