/* SPDX-License-Identifier: MIT */
#pragma once

/* Customers as rows. Nothing here checks values or rights: lib/service does. */

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "shop/account.h"

struct customer_row {
	struct shop_customer customer;
	char *password_hash;
	int64_t tokens_after; /* tokens issued before this time are void */
};
/* Frees what the struct owns, not the struct; an all-zero struct is fine. */
void customer_row_done(struct customer_row *row);
void customer_done(struct shop_customer *c);

/* "customer", "admin"; static. What is not known has no rights. */
const char *role_word(enum shop_role role);
enum shop_role role_from(const char *word);

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

/* Calls each() for the customers in the order of their numbers; the row is borrowed for the call. A
 * status other than SHOP_OK ends it and is returned. role NULL: any; limit and offset may be
 * SHOP_NONE. */
typedef enum shop_status (*customer_each_fn)(void *ctx, const struct customer_row *row,
					     struct shop_error *err);
struct customer_range {
	const char *role;
	int64_t limit, offset;
};
enum shop_status customer_each(struct db *db, const struct customer_range *range,
			       customer_each_fn each, void *ctx, struct shop_error *err);

struct customer_counts {
	int64_t orders, open_orders, reviews;
};
enum shop_status customer_count(struct db *db, int64_t id, struct customer_counts *ret,
				struct shop_error *err);

/* Deletes a customer with logins and conversations. Orders and reviews stay without the customer:
 * orders without address, reviews with `author` for the name. Within a write transaction. */
enum shop_status customer_delete(struct db *db, int64_t id, const char *author,
				 struct shop_error *err);
