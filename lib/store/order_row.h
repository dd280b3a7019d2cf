/* SPDX-License-Identifier: MIT */
#pragma once

/* What order.c and order_put.c share. */

#include "store/order.h"

struct order_row {
	struct shop_order order;
	int64_t customer; /* 0: of an account that is gone */
};
/* ret->order.id is 0 if there is none (customer 0: anybody's); else order_row_done() is the
 * caller's. */
enum shop_status order_row_find(struct db *db, int64_t id, int64_t customer, struct order_row *ret,
				struct shop_error *err);
void order_row_done(struct order_row *row);
