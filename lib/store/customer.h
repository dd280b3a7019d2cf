/* SPDX-License-Identifier: MIT */
#pragma once

/* Customers and their tokens as rows. Nothing here checks values or rights: lib/service does. */

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "shop/account.h"

struct customer_row {
	struct shop_customer customer;
	char *password_hash;
	int64_t tokens_after;  /* tokens issued before this time are void */
	int64_t failed_logins; /* tries since the last that succeeded */
	int64_t failed_at;     /* SHOP_NONE: never */
};
/* Frees what the struct owns, not the struct; an all-zero struct is fine. */
void customer_row_done(struct customer_row *row);
void customer_done(struct shop_customer *c);

/* "customer", "admin"; static. */
const char *role_word(enum shop_role role);

/* ret->customer.id is 0 if there is none; else customer_row_done() is the caller's. NOMEM. */
enum shop_status customer_find_email(struct db *db, const char *email, struct customer_row *ret,
				     struct shop_error *err);
enum shop_status customer_find_id(struct db *db, int64_t id, struct customer_row *ret,
				  struct shop_error *err);

/* A customer whose values have been checked. EXISTS: the e-mail is taken. */
struct customer_new {
	const char *email, *name, *password_hash;
	enum shop_role role;
	int64_t created_at;
};
enum shop_status customer_insert(struct db *db, const struct customer_new *c, int64_t *ret_id,
				 struct shop_error *err);

/* Counts a try to log in, which stands as failed until customer_login_succeeded(). */
enum shop_status customer_login_tried(struct db *db, int64_t id, int64_t now,
				      struct shop_error *err);
enum shop_status customer_login_succeeded(struct db *db, int64_t id, struct shop_error *err);
/* Writes as customer_login_tried() does, for a customer that is not there. */
enum shop_status customer_login_pretended(struct db *db, struct shop_error *err);

struct token_row {
	int64_t customer, issued_at, expires_at, revoked_at; /* revoked_at: or SHOP_NONE */
	enum shop_scope scope;
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
enum shop_status token_revoke(struct db *db, const char *id, int64_t now, struct shop_error *err);
/* Drops a customer's tokens that have expired: nobody can tell that they are gone. */
enum shop_status token_delete_expired(struct db *db, int64_t customer, int64_t now,
				      struct shop_error *err);
