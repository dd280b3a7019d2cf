/* SPDX-License-Identifier: MIT */
#pragma once

/* Whom a token makes the acting customer. */

#include "auth/auth.h"
#include "service/service.h"

/* Lets the token's customer act on the handle, if the store still knows the token. NOT_LOGGED_IN:
 * it does not; LOGIN_EXPIRED: it did. Nobody acts then. */
enum shop_status actor_set(struct shop *shop, const struct auth_claims *claims, int64_t now,
			   struct shop_error *err);

/* NOT_LOGGED_IN: the token is none of this store's. */
enum shop_status actor_unknown(struct shop_error *err);
