/* SPDX-License-Identifier: MIT */
#pragma once

/* Customers, their logins and roles. */

#include <stdbool.h>
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

/* Where parcels go. NULL: not known. */
struct shop_address {
	char *line, *city, *postal_code, *country;
};
SHOP_API void shop_address_done(struct shop_address *a);
/* Reads "LINE, CITY, POSTAL CODE, COUNTRY", where the last three commas count: a line may have
 * commas of its own. Spaces around the parts are dropped. Freed with shop_address_done(). INVALID:
 * a part is missing or too long, or there are control characters in it. */
SHOP_API enum shop_status shop_address_parse(const char *text, struct shop_address *ret,
					     struct shop_error *err);

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

/* What a customer changes of his own account; NULL: stays as it is. */
struct shop_profile_change {
	const char *name, *email;
	const struct shop_address *address;
	bool no_address; /* the one that is kept is removed */
	/* A new password needs the current one beside it. */
	const char *password, *new_password;
};
/*
 * Changes the acting customer's account, all of it or nothing. A new password ends every login and
 * token of this customer, the acting one too: *ret_token is then a new login for who changed it,
 * and else NULL; the caller's to free. The handle goes on with the new login. INVALID: a value is
 * not acceptable, or there is none; DENIED: the current password is wrong, or has been tried too
 * often; EXISTS: the e-mail address is taken; CONFLICT: somebody else changed the password just
 * now.
 */
SHOP_API enum shop_status shop_profile_update(struct shop *shop,
					      const struct shop_profile_change *in,
					      char **ret_token, struct shop_error *err);
