/* SPDX-License-Identifier: MIT */
#pragma once

/* A wish for products, and how it has to be read for anything to be found. */

#include "base/buf.h"
#include "service/retrieve.h"

enum { ATTEMPT_TEXT_MAX = 4096 };

/* One reading of the wish: a filter, and how its text is taken. */
struct attempt {
	struct shop_product_filter filter;
	enum match_mode mode;
	struct search_stats stats;
	struct buf text; /* what filter.text points to, where it is not the question's own */
	bool gone;       /* what is in stock was asked for, and all of it is sold out */
};

/* The strictest reading under which anything is found; stats.total is 0 if none. What was asked for
 * and is sold out goes before anything else that only has some of the words. */
enum shop_status retrieve_narrow(struct retrieval *r, struct attempt *a, struct shop_error *err);

/* Is it about goods for certain: by its words, or since the shop has such things? */
bool retrieve_is_sure(const struct retrieval *r);
