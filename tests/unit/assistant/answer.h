/* SPDX-License-Identifier: MIT */
#pragma once

/* Questions and evidence by hand, and the answer that is expected. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/compose.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { DAY = 86400, NOVEMBER_12 = 20769, TODAY = 20779 };

static struct shop_product stride = { .id = 9,
				      .sku = "EL-9",
				      .name = "Stride Smartwatch Lite",
				      .price_cents = 4990,
				      .stock = 32,
				      .rating_centi = 325,
				      .reviews = 4 };
static struct shop_product calla = { .id = 4,
				     .sku = "EL-4",
				     .name = "Calla Smartwatch",
				     .price_cents = 16400,
				     .stock = 0,
				     .rating_centi = 400,
				     .reviews = 1,
				     .description = "Small and golden." };
static struct shop_product orbit = { .id = 7,
				     .sku = "EL-7",
				     .name = "Orbit Smartwatch Mini",
				     .price_cents = 9800,
				     .stock = 1,
				     .created_at = 20742 * (int64_t)DAY };

static inline struct understanding ask(enum shop_intent intent, const char *text)
{
	struct understanding u = { 0 };
	understanding_done(&u);
	u.query.intent = intent;
	u.query.text = (char *)(uintptr_t)text; /* never freed here */
	return u;
}

static inline struct evidence found(struct shop_product *products, size_t count)
{
	return (struct evidence){ .currency = "USD",
				  .today = TODAY,
				  .products = { products, count },
				  .total = (int64_t)count,
				  .in_stock = SHOP_NONE,
				  .things = SHOP_NONE,
				  .price_low = SHOP_NONE,
				  .price_high = SHOP_NONE };
}

static inline void says(const struct understanding *u, const struct evidence *e,
			const char *expected)
{
	char *reply = compose(u, e);
	assert_non_null(reply);
	assert_string_equal(reply, expected);
	free(reply);
}
