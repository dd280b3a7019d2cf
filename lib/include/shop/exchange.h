/* SPDX-License-Identifier: MIT */
#pragma once

/* The exchange format: the whole store as JSON Lines, described in shop-json(7). */

#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

/* How many records of each type were read; what stood there already in the same form counts as
 * unchanged. */
struct shop_import_counts {
	int64_t products, users, reviews, orders, policies, settings, messages;
	int64_t created, updated, unchanged;
	int64_t images_missing; /* pictures named but not found beside the file */
};

struct shop_import {
	const char *path; /* "-": standard input */
	int64_t batch;	  /* commit every so many lines; SHOP_NONE: all or nothing */
	/* called every so often with lines done and bytes done of all (0: not known) */
	void (*progress)(void *ctx, int64_t lines, int64_t done, int64_t all);
	void *ctx;
};

/* Reads records into the store; the acting user must be an admin. INVALID with the line's number:
 * a bad record; nothing of the file (or of the batch) stays then. */
SHOP_API enum shop_status shop_import(struct shop *shop, const struct shop_import *in,
				      struct shop_import_counts *ret, struct shop_error *err);
