/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The handle through which everything is done: an open store and who is acting on it. One handle
 * belongs to one thread; several handles, also of one store, may be used side by side.
 */

#include <stdbool.h>
#include <stdint.h>

#include "shop/error.h"

struct shop;

/* Stands for "none" where a number may be absent. */
#define SHOP_NONE INT64_MIN

enum shop_access {
	SHOP_READ,  /* nothing is written */
	SHOP_WRITE, /* an older store is brought up to date */
};

/*
 * Opens the store that uri names: a path, or sqlite:PATH. Closed with shop_close(); NULL is fine
 * there. NOT_FOUND, FOREIGN, TOO_NEW, CORRUPT, BUSY, IO; INVALID for a uri of another kind.
 */
SHOP_API enum shop_status shop_open(const char *uri, enum shop_access access, struct shop **ret,
				    struct shop_error *err);
SHOP_API void shop_close(struct shop *shop);
SHOP_API void shop_closep(struct shop **shop);

/* What date words ("last week") and relative times count from; by default the machine's clock.
 * utc_offset is the local time zone's, in seconds east. Never used for the expiry of logins. */
SHOP_API void shop_set_now(struct shop *shop, int64_t now, int32_t utc_offset);
SHOP_API int64_t shop_now(const struct shop *shop);

/* Asked now and then during long work; true stops it with SHOP_E_CANCELLED. */
SHOP_API void shop_on_progress(struct shop *shop, bool (*cancelled)(void *ctx), void *ctx);

/* Told now and then during shop_backup() how many of all bytes have been copied. */
SHOP_API void shop_on_copied(struct shop *shop,
			     void (*copied)(void *ctx, int64_t done, int64_t all), void *ctx);

/* ISO 4217 code of the currency that the store sells in. Belongs to the handle. */
SHOP_API const char *shop_currency(struct shop *shop);

/*
 * Makes a store with its first admin; demo (may be NULL) is a file in the exchange format that is
 * loaded in the same transaction. Either all of it is there afterwards, or nothing. EXISTS; INVALID
 * for a bad address, name or password.
 */
struct shop_init {
	const char *uri, *email, *name, *password, *demo;
	int64_t now; /* what relative times in demo count from; SHOP_NONE: the clock */
};
SHOP_API enum shop_status shop_init(const struct shop_init *in, struct shop_error *err);
