/* SPDX-License-Identifier: MIT */
#pragma once

/* Customers, their logins and roles. */

#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

enum shop_role { SHOP_ROLE_CUSTOMER, SHOP_ROLE_ADMIN };
enum shop_scope { SHOP_SCOPE_FULL, SHOP_SCOPE_READ };

/* "customer", "admin"; static. */
SHOP_API const char *shop_role_word(enum shop_role role);

struct shop_customer {
	int64_t id;
	char *email, *name;
	enum shop_role role;
	char *address_line, *city, *postal_code, *country; /* NULL: not known */
	int64_t created_at;
};
/* Frees what the struct owns, not the struct. */
SHOP_API void shop_customer_done(struct shop_customer *c);

enum { SHOP_PASSWORD_MIN = 8, SHOP_PASSWORD_MAX = 256 };

struct shop_registration {
	const char *email, *name, *password;
};
/* Makes a customer. EXISTS: the e-mail is taken; INVALID: not an e-mail, empty name, password
 * shorter than SHOP_PASSWORD_MIN bytes or longer than SHOP_PASSWORD_MAX. */
SHOP_API enum shop_status shop_register(struct shop *shop, const struct shop_registration *in,
					int64_t *ret_id, struct shop_error *err);

/*
 * Checks the password and issues a bearer token (a JWT) with full rights. *ret_token is the
 * caller's to free. NOT_LOGGED_IN: e-mail or password is wrong, with the same answer and the same
 * time for both; after five wrong passwords in a row, also that the account must wait (the hint
 * says how long).
 */
SHOP_API enum shop_status shop_login(struct shop *shop, const char *email, const char *password,
				     char **ret_token, struct shop_error *err);

/*
 * Checks a token, and makes its customer the one who acts on this handle. Role and rights are
 * read from the store, not from the token. NOT_LOGGED_IN: not a token of this store;
 * LOGIN_EXPIRED: it was one.
 */
SHOP_API enum shop_status shop_authenticate(struct shop *shop, const char *token,
					    struct shop_error *err);

/* Revokes the acting login's token. The handle has nobody acting afterwards. */
SHOP_API enum shop_status shop_logout(struct shop *shop, struct shop_error *err);

/* Who is acting, and until when the login holds. */
struct shop_identity {
	struct shop_customer customer;
	enum shop_scope scope;
	int64_t expires_at;
};
SHOP_API enum shop_status shop_whoami(struct shop *shop, struct shop_identity *ret,
				      struct shop_error *err);
SHOP_API void shop_identity_done(struct shop_identity *id);
