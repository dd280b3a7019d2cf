/* SPDX-License-Identifier: MIT */
#pragma once

/* Memory that runs out, and arrays that grow. */

#include <stdlib.h>

#include "shop/error.h"

static inline enum shop_status out_of_memory(struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
}

/*
 * Room for one more behind the `count` items of an array that gets its room here alone: twice as
 * much whenever the count is a power of two. Returns the array, which may have moved, or NULL
 * without memory; the items stay where they were then.
 */
static inline void *array_room(void *items, size_t count, size_t width)
{
	if (count != 0 && (count & (count - 1)) != 0)
		return items;
	return reallocarray(items, count == 0 ? 1 : 2 * count, width);
}
