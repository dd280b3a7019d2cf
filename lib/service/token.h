/* SPDX-License-Identifier: MIT */
#pragma once

/* Making tokens, for the use cases that end in one. */

#include "auth/auth.h"
#include "service/service.h"
#include "store/customer.h"

/* A month: a shell that is used now and then need not ask for the password every week. */
enum { LOGIN_TTL_SECONDS = 30 * 24 * 60 * 60 };

struct token_made {
	struct auth_claims claims;
	char *text; /* owned */
};
void token_made_done(struct token_made *made);

/*
 * Makes a token of the customer, as a row and as a text. Within a write transaction; nothing of it
 * is good for anything if that is not committed. latest: when it ends at the latest; SHOP_NONE.
 * *ret_made is false if the customer is gone or has another password by now than owner says.
 */
struct token_order {
	const struct customer_row *owner;
	const char *name;
	enum shop_scope scope;
	int64_t lifetime, latest;
};
enum shop_status token_make(struct shop *shop, const struct token_order *order,
			    struct token_made *ret, bool *ret_made, struct shop_error *err);
