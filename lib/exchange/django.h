/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What Django's dumpdata writes, [{"model":"shop.product","pk":1,"fields":{...}}, ...], as records:
 * models and fields are known by what such projects usually call them, whatever their case and with
 * underscores or without. Rows come in any order and name each other by their keys, so they are
 * first read one by one, and made into records when all are there.
 */

#include <stdbool.h>
#include <stdint.h>

#include "exchange/record.h"

enum django_kind {
	DJANGO_OTHER, /* nothing that a store keeps */
	DJANGO_USER,
	DJANGO_PRODUCT,
	DJANGO_BRAND,
	DJANGO_CATEGORY,
	DJANGO_REVIEW,
	DJANGO_ORDER,
	DJANGO_ITEM,    /* a line of an order */
	DJANGO_ADDRESS, /* that an order goes to */
};

/* One row. Texts are the row's; "" where there is none. */
struct django_row {
	enum django_kind kind;
	const char *model;  /* as it is written: "shop.product" */
	char *pk, *natural; /* its key, and what else it may be named by (a user's name) */
	char *of;           /* the key of what it belongs to: order, product, category above */
	char *by;           /* the key of the customer whose it is */
	char *name;   /* what it is called here: SKU, e-mail address, brand, segment of a path */
	char *fields; /* as JSON */
	void *owner;
};
void django_row_done(struct django_row *row);

/* Reads an element of the list. *ret_is_row is false, and nothing else filled, if it has no
 * "model". INVALID: not JSON, or not such a row; NOMEM. */
enum shop_status django_read(const char *text, size_t len, struct django_row *ret, bool *ret_is_row,
			     struct shop_error *err);

/* Calls each() for every field of a known model that has something in it and no place in a store,
 * or something that a store cannot keep as it is. why is static. */
enum shop_status django_left_out(const struct django_row *row,
				 enum shop_status (*each)(void *ctx, const char *field,
							  const char *why, struct shop_error *err),
				 void *ctx, struct shop_error *err);

/* What a row names as Django does: "" where it names nothing. A text may be a key, or what it is
 * called itself. */
struct django_keys {
	char *product, *brand, *category;
	bool brand_is_text, category_is_text;
};
void django_keys_done(struct django_keys *keys);
enum shop_status django_keys_read(const struct django_row *row, struct django_keys *ret,
				  struct shop_error *err);

/* What a row names, as it is called here; NULL: nothing, or something that is not in the file. */
struct django_names {
	const char *product;  /* SKU */
	const char *customer; /* e-mail address */
	const char *brand, *category;
	const char *currency; /* that amounts are in */
};

/*
 * Rows to records, under the rules of the exchange format. *ret_why says, where there is no record
 * to be made of the row, why not; static, NULL otherwise. INVALID, NOMEM.
 *
 * A user's password_hash is what Django keeps if that begins as a hash of argon2 does, else "!":
 * whoever puts it in has to look whether it can be used.
 */
enum shop_status django_user(const struct django_row *row, struct record *ret, const char **ret_why,
			     struct shop_error *err);
enum shop_status django_product(const struct django_row *row, const struct django_names *names,
				struct record *ret, const char **ret_why, struct shop_error *err);
enum shop_status django_review(const struct django_row *row, const struct django_names *names,
			       struct record *ret, const char **ret_why, struct shop_error *err);

/* An order is put together: begun, its lines and its address added, and then ended. */
struct django_order;
enum shop_status django_order_begin(const struct django_row *row, const struct django_names *names,
				    struct django_order **ret, struct shop_error *err);
enum shop_status django_order_item(struct django_order *o, const struct django_row *row,
				   const char *sku, struct shop_error *err);
enum shop_status django_order_address(struct django_order *o, const struct django_row *row,
				      struct shop_error *err);
/* Frees the order in any case. */
enum shop_status django_order_end(struct django_order **o, struct record *ret, const char **ret_why,
				  struct shop_error *err);
void django_order_free(struct django_order **o);
