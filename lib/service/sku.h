/* SPDX-License-Identifier: MIT */
#pragma once

/* SKUs that were mistyped. */

#include "service/service.h"

enum { SKU_NEAR_MAX = 24 };

/* The SKU of a product that differs from the name by one typing error: by case, or by one letter
 * left out, put in, changed or swapped with the next; but by no other digit in a digit's place. Into
 * out; false if there is none. */
bool sku_near(struct db *db, const char *name, char out[SKU_NEAR_MAX + 2]);
