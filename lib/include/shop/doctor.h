/* SPDX-License-Identifier: MIT */
#pragma once

/* Looking a store over. */

#include <stdbool.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

enum shop_health {
	SHOP_HEALTH_OK,
	SHOP_HEALTH_WRONG,
	SHOP_HEALTH_UNKNOWN, /* could not be looked at */
};

struct shop_finding {
	const char *check; /* a word: "order_totals"; static */
	const char *about; /* what it looks at; static */
	enum shop_health health;
	int64_t found;      /* how many are wrong */
	const char *detail; /* which, or why it could not be looked at; NULL: nothing to say */
	const char *advice; /* what to do; static; NULL: nothing */
};

/*
 * Checks one thing after the other and tells each() of it; what is told is borrowed for the call.
 * Asks no login: whoever can write the store's file is its owner. The handle must be one for
 * writing to look at the text index, and others wait meanwhile; nothing is changed. A status of
 * each() ends it. Fails only if the store can no longer be asked.
 */
SHOP_API enum shop_status shop_doctor(struct shop *shop,
				      enum shop_status (*each)(void *ctx,
							       const struct shop_finding *f,
							       struct shop_error *err),
				      void *ctx, struct shop_error *err);
