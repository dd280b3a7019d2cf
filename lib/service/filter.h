/* SPDX-License-Identifier: MIT */
#pragma once

/* A product filter as the statements take it: names looked up, lists as JSON. */

#include "base/buf.h"
#include "service/service.h"

struct filter {
	struct buf lists[6]; /* brands, not brands, categories, not ..., attributes, not ... */
	struct db_arg args[13];
};

/* INVALID: a brand, category or attribute that this store does not have. */
enum shop_status filter_init(struct filter *f, struct shop *shop,
			     const struct shop_product_filter *from, struct shop_error *err);
void filter_done(struct filter *f);

enum { FILTER_ARGS = 11 }; /* of every list statement, before its own */
