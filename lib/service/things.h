/* SPDX-License-Identifier: MIT */
#pragma once

/* What a product to be stored is, for the index: see thing_heads(). */

#include "base/buf.h"
#include "store/product.h"

enum { THINGS_MAX = 4096 };

/* Into out, which is cleared first. The record's category is in the form of category_path(). */
void things_of(const struct product_record *p, struct buf *out);
