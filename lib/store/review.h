/* SPDX-License-Identifier: MIT */
#pragma once

/* Reviews as rows. */

#include "db/db.h"
#include "shop/product.h"
#include "store/change.h"

/* Free what they own, not the struct. */
void review_done(struct shop_review *r);
void reviews_done(struct shop_reviews *list);

/* A product's reviews, newest first, at most limit (SHOP_NONE: all); none for a product that is not
 * there. Freed with reviews_done(). */
enum shop_status review_list(struct db *db, int64_t product, int64_t limit,
			     struct shop_reviews *ret, struct shop_error *err);

struct review_record {
	int64_t product;
	int64_t customer;   /* 0: of an account that is gone; author is needed then */
	const char *author; /* NULL: the customer's name, or what stands there already */
	int64_t rating;     /* 1 to 5 */
	const char *comment;
	int64_t created_at; /* SHOP_NONE: now, or what stands there already */
};
/* What an import remembers begins anew: before its first review. */
enum shop_status review_import_begin(struct db *db, struct shop_error *err);
/*
 * Puts a review in, or changes the one that this customer wrote of this product; the product's
 * rating follows. Those of accounts that are gone are told apart by nothing but all that is in
 * them: the first record that is just like one is that one, the second is another, so that a second
 * import finds what the first has made, and what was said twice is there twice. created_at is
 * needed then. Within a write transaction.
 */
enum shop_status review_put(struct db *db, const struct review_record *r, int64_t now,
			    enum change *ret_change, struct shop_error *err);

/* Puts a customer's review in; the product's rating follows. created_at is needed, author is the
 * customer's name. EXISTS: the customer has reviewed the product. Within a write transaction. */
enum shop_status review_add(struct db *db, const struct review_record *r, int64_t *ret_id,
			    struct shop_error *err);
/* NOT_FOUND. Freed with review_done(). */
enum shop_status review_get(struct db *db, int64_t id, struct shop_review *ret,
			    struct shop_error *err);
