/* SPDX-License-Identifier: MIT */
#pragma once

/* Customers from outside, as rows. Within a write transaction; values have been checked. */

#include "store/customer.h"

struct customer_change {
	int64_t id;
	const char *email, *name, *password_hash;
	const char *address_line, *city, *postal_code, *country; /* or NULL */
	enum shop_role role;
	int64_t created_at, tokens_after;
};
/* The row as it is; texts are borrowed from it. */
struct customer_change customer_unchanged(const struct customer_row *row);
/* Another password; what was issued before `now` is void. */
void customer_set_password(struct customer_change *c, const char *hash, int64_t now);
/* Makes the row just this. EXISTS: the e-mail is another's. */
enum shop_status customer_rewrite(struct db *db, const struct customer_change *c,
				  struct shop_error *err);

/* How many admins there are. */
enum shop_status customer_count_admins(struct db *db, int64_t *ret, struct shop_error *err);
