/* SPDX-License-Identifier: MIT */
#pragma once

/* A product filter as the statements take it: names looked up, lists as JSON. */

#include "base/buf.h"
#include "service/service.h"

enum {
	FILTER_VALUE_LISTS = 4,
	FILTER_ARGS = 17
}; /* args: of every list statement, before its own */

struct filter {
	struct buf lists[6]; /* brands, not brands, categories, not ..., attributes, not ... */
	struct buf values[FILTER_VALUE_LISTS]; /* ids, one of which a product must have */
	size_t value_count;
	struct buf denied; /* what the text must not match */
	struct db_arg args[FILTER_ARGS];
	bool everything; /* all products pass */
};

/* INVALID: a brand, category or attribute that this store does not have. */
enum shop_status filter_init(struct filter *f, struct shop *shop,
			     const struct shop_product_filter *from, struct shop_error *err);
void filter_done(struct filter *f);
