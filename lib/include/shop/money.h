/* SPDX-License-Identifier: MIT */
#pragma once

/* Money is a whole number of minor units (cents) with an ISO 4217 currency code. */

#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"

enum { SHOP_MONEY_SIZE = 48, SHOP_CURRENCY_SIZE = 4 };

/* For people: "$1,299.00", "€5.00", "¥1,200", "CHF 12.50" into out[SHOP_MONEY_SIZE]. Returns out.
 */
SHOP_API char *shop_money_format(int64_t cents, const char *currency, char *out);

/* Reads an amount in major units, "12", "12.9", "1,299.00", a currency sign before it or not, as a
 * number of minor units of that currency. Never negative; SHOP_E_INVALID otherwise. */
SHOP_API enum shop_status shop_money_parse(const char *text, const char *currency, int64_t *ret,
					   struct shop_error *err);

/* How many decimals the currency has: 2 for most, 0 for JPY, 3 for KWD (ISO 4217). */
SHOP_API int shop_money_decimals(const char *currency);
