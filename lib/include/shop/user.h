/* SPDX-License-Identifier: MIT */
#pragma once

/* All accounts of a store, for its admins: every function here is DENIED to others. A user is
 * named by number ("12", "#12") or by e-mail address; NOT_FOUND if there is none. */

#include <stdbool.h>
#include <stdint.h>

#include "shop/account.h"

/* The role of that word; false if there is none. */
SHOP_API bool shop_role_find(const char *word, enum shop_role *ret);

struct shop_user_filter {
	const enum shop_role *role; /* NULL: any */
	int64_t limit, offset;      /* SHOP_NONE: all */
};
/* Calls each() for the accounts, in the order of their numbers; the customer is borrowed for the
 * call. A status other than SHOP_OK from each() ends it and is returned. Constant memory. */
SHOP_API enum shop_status shop_user_each(struct shop *shop, const struct shop_user_filter *filter,
					 enum shop_status (*each)(void *ctx,
								  const struct shop_customer *c,
								  struct shop_error *err),
					 void *ctx, struct shop_error *err);

struct shop_user {
	struct shop_customer customer;
	int64_t orders, open_orders, reviews; /* open: neither delivered nor cancelled */
};
SHOP_API void shop_user_done(struct shop_user *user);
SHOP_API enum shop_status shop_user_get(struct shop *shop, const char *name, struct shop_user *ret,
					struct shop_error *err);

struct shop_user_change {
	const char *name, *email;   /* NULL: as it is */
	const enum shop_role *role; /* NULL: as it is */
	const char *password;       /* NULL: as it is */
};
/*
 * A new password ends every login and token of the account, and the wait after wrong ones. INVALID:
 * a value is not acceptable, or there is none; EXISTS: the e-mail address is taken; CONFLICT: the
 * only admin would be none; DENIED: one's own password, which shop_profile_update() changes for who
 * knows the current one.
 */
SHOP_API enum shop_status shop_user_update(struct shop *shop, const char *name,
					   const struct shop_user_change *in, struct shop_user *ret,
					   struct shop_error *err);

/* Deletes an account with its logins and conversations. Its orders and reviews stay, without the
 * person. *ret is what there was. CONFLICT: the only admin. */
SHOP_API enum shop_status shop_user_delete(struct shop *shop, const char *name,
					   struct shop_user *ret, struct shop_error *err);
