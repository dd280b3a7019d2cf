/* SPDX-License-Identifier: MIT */
#pragma once

/* A JSON object from outside, member by member. */

#include <stdbool.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

struct flat_member {
	const char *key;
	const char *text; /* NULL: it is no text */
	int64_t number;   /* SHOP_NONE: it is no whole number */
	bool null;
};

/* Calls each() for every member until one fails. INVALID: not one object, or a key twice. */
enum shop_status flat_read(const char *text,
			   enum shop_status (*each)(void *ctx, const struct flat_member *m),
			   void *ctx, struct shop_error *err);
