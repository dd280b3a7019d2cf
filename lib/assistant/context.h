/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What a later message may refer to ("the second one", "and in black?"): the last question about
 * products and the rows shown for it. It is kept as text with the assistant's message, one
 * "name value" a line, and read back with every limit checked.
 */

#include <stdint.h>

#include "assistant/texts.h"
#include "shop/chat.h"

enum { CONTEXT_ROWS = 10, CONTEXT_SIZE = 8192 };

struct chat_context {
	bool known; /* false: nothing was said before */
	enum shop_intent intent;
	char *text;
	struct texts brands, categories, attributes;
	int64_t price_min_cents, price_max_cents, min_rating_centi; /* or SHOP_NONE */
	bool in_stock, reverse;
	enum shop_sort sort;
	int64_t products[CONTEXT_ROWS], prices[CONTEXT_ROWS];
	size_t product_count;
	/* the last question about orders: the rows shown for it, newest first, and its days */
	int64_t orders[CONTEXT_ROWS];
	size_t order_count;
	int64_t order_id;     /* the first of them, or SHOP_NONE */
	int64_t since, until; /* or SHOP_NONE */
	bool goods;           /* it named goods */
	bool spent;           /* it was how much was spent */
};

void context_init(struct chat_context *c);
void context_done(struct chat_context *c);

/* Text fit for context_read(); the caller frees it. NULL: no memory. */
char *context_write(const struct chat_context *c);
/* Reads what context_write() wrote; skips what it does not know. False: no memory. */
bool context_read(const char *text, struct chat_context *ret);
