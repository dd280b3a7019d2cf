/* SPDX-License-Identifier: MIT */
#pragma once

/* What the store has to say to a question: rows and counts, and nothing that is not in the store. */

#include "assistant/texts.h"
#include "shop/order.h"
#include "shop/product.h"

enum { EVIDENCE_DETAILS = 4 };

struct correction {
	char from[64], to[64];
};
enum { EVIDENCE_CORRECTIONS = 4 };

struct evidence {
	const char *currency;
	int32_t utc_offset;
	int32_t today; /* local day */

	/* products: the answer, best first */
	struct shop_products products;
	int64_t total;    /* how many match, shown or not */
	int64_t in_stock; /* how many of all that match; SHOP_NONE: not counted */
	int64_t things;   /* with variants counted as one; SHOP_NONE: not counted */
	int64_t tied;     /* how many others are equal to the first in what it was sorted by */
	struct shop_products instead;  /* the first that can be bought, where the first is sold out;
				       * or the nearest one outside the price bounds */
	bool instead_outside;          /* instead lies outside the bounds */
	int64_t price_low, price_high; /* of all that match; or SHOP_NONE */
	bool partly;                   /* some words had to be left out */
	struct texts dropped;          /* these */
	struct shop_products than;     /* the one that others are compared with */
	int64_t of; /* none of so many is sold out, where that was asked; SHOP_NONE otherwise */
	bool gone;  /* only what is in stock was asked for, and all of it is sold out: products */
	struct texts values; /* brands, categories, or values of an attribute */
	struct shop_attributes attributes[EVIDENCE_DETAILS]; /* of the first products */
	struct shop_reviews reviews;                         /* of the first product */
	struct correction corrections[EVIDENCE_CORRECTIONS];
	size_t correction_count;

	/* orders */
	struct shop_orders orders;
	int64_t order_total; /* how many match, shown or not */
	int64_t order_count; /* how many there are at all */
	int64_t spent_cents;
	bool words_missed; /* no order has the words; the latest is given instead */

	/* the shop's rules */
	char *topic, *policy;
	struct texts topics; /* those that there are */
};

void evidence_done(struct evidence *e);
