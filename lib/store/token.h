/* SPDX-License-Identifier: MIT */
#pragma once

/* Logins and named tokens as rows, and the passwords that were tried. Nothing here checks rights:
 * lib/service does. */

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "shop/token.h"

/* The name of the tokens that logging in makes; no other has it. */
#define TOKEN_LOGIN "login"

/* "full", "read"; static. What is not known may only read. */
const char *scope_word(enum shop_scope scope);
enum shop_scope scope_from(const char *word);

struct token_row {
	int64_t customer, issued_at, expires_at, revoked_at; /* revoked_at: or SHOP_NONE */
	enum shop_scope scope;
	bool login; /* made by logging in */
	/* of the customer */
	enum shop_role role;
	int64_t tokens_after;
};
/* ret->customer is 0 if there is none. */
enum shop_status token_find(struct db *db, const char *id, struct token_row *ret,
			    struct shop_error *err);

struct token_new {
	const char *id, *name;
	int64_t customer, issued_at, expires_at;
	enum shop_scope scope;
	const char *password_hash; /* must still be the customer's */
};
/* *ret_made is false if there is no such customer with that hash. */
enum shop_status token_insert(struct db *db, const struct token_new *token, bool *ret_made,
			      struct shop_error *err);

/* The customer's tokens, oldest first, with what has become of each at the time `now`; freed with
 * tokens_done(). */
enum shop_status token_list(struct db *db, int64_t customer, int64_t now, struct shop_tokens *ret,
			    struct shop_error *err);
void token_done(struct shop_token *token);
void tokens_done(struct shop_tokens *list);

enum shop_status token_revoke(struct db *db, const char *id, int64_t now, struct shop_error *err);
/* All of a customer's. */
enum shop_status token_revoke_all(struct db *db, int64_t customer, int64_t now,
				  struct shop_error *err);
/* Drops a customer's tokens that have expired: nobody can tell that they are gone. */
enum shop_status token_delete_expired(struct db *db, int64_t customer, int64_t now,
				      struct shop_error *err);
/* The token goes on where the other is: in its conversation, and knowing what it was told. */
enum shop_status token_inherit(struct db *db, const char *id, const char *from,
			       struct shop_error *err);

/* Tries of passwords for one address, known by a number that is made of it. */
struct login_tries {
	int64_t count, last_at; /* 0 if there is none */
};
enum shop_status login_try_get(struct db *db, int64_t address, struct login_tries *ret,
			       struct shop_error *err);
/* Counts one more, beginning anew if the last was before `since`. */
enum shop_status login_try_add(struct db *db, int64_t address, int64_t now, int64_t since,
			       struct shop_error *err);
enum shop_status login_try_forget(struct db *db, int64_t address, struct shop_error *err);
/* Drops those whose last was before `since`, and all but the latest `keep`. */
enum shop_status login_try_trim(struct db *db, int64_t since, int64_t keep, struct shop_error *err);
