/* SPDX-License-Identifier: MIT */
#pragma once

/* Products from outside into rows. */

#include "exchange/record.h"
#include "store/product.h"

/* product_put() of a record, whose created_at is needed. INVALID: the category's path is too long;
 * else as there. */
enum shop_status product_put_record(struct db *db, struct catalogue_cache *cache,
				    const struct record_product *p, int64_t now, int64_t *ret_id,
				    enum change *ret_change, struct shop_error *err);
