/* SPDX-License-Identifier: MIT */
#pragma once

/* The records of the exchange format as plain structs. Texts are NULL, and times SHOP_NONE,
 * where a record has none. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/product.h"

struct record_address {
	bool given;
	const char *line, *city, *postal_code, *country;
};

struct record_product {
	const char *sku, *name, *brand, *category, *currency, *description, *group, *image;
	int64_t id; /* that a new product is to have, if it is free; 0: any */
	int64_t price_cents, stock, created_at;
	struct shop_attribute *attributes; /* the array is the record's, its texts are borrowed */
	size_t attribute_count;
};

struct record_user {
	const char *email, *name, *role, *password, *password_hash;
	struct record_address address;
	int64_t created_at;
};

struct record_review {
	const char *sku, *email, *author, *comment; /* email NULL: the account is gone */
	int64_t rating, created_at;
};

struct record_line {
	const char *sku, *name, *category;
	/* What the product is called now, where that is another SKU; "": it is gone; NULL: as sku
	 * says. */
	const char *product;
	int64_t price_cents, quantity;
};
/* kind: placed, paid, ...; actor: customer, admin or import. */
struct record_event {
	const char *kind, *actor;
	int64_t at;
};
struct record_order {
	int64_t id;
	const char *email, *payment_method, *currency; /* email NULL: the account is gone */
	struct record_address address;
	struct record_line *lines;
	size_t line_count;
	/* One for each of the times that the order has; or none. */
	struct record_event *events;
	size_t event_count;
	const char *idempotency_key, *idempotency_request;
	int64_t shipping_cents, tax_cents;
	int64_t created_at, paid_at, shipped_at, delivered_at, cancelled_at;
};

struct record_policy {
	const char *topic, *text;
	int64_t updated_at;
};

struct record_setting {
	const char *key, *value;
};

struct record_message {
	const char *email, *role, *text, *engine, *model, *context;
	int64_t conversation, created_at;
};

/* A product's picture. */
struct record_image {
	const char *sku;
	void *bytes; /* the record's */
	size_t len;
};

enum record_type {
	RECORD_PRODUCT,
	RECORD_USER,
	RECORD_REVIEW,
	RECORD_ORDER,
	RECORD_POLICY,
	RECORD_SETTING,
	RECORD_MESSAGE,
	RECORD_IMAGE,
};

struct record {
	enum record_type type;
	union {
		struct record_product product;
		struct record_user user;
		struct record_review review;
		struct record_order order;
		struct record_policy policy;
		struct record_setting setting;
		struct record_message message;
		struct record_image image;
	} as;
	void *owner; /* what the texts are borrowed from */
};
/* Frees what the record owns; an all-zero struct is fine. */
void record_done(struct record *r);

/*
 * Reads one line. Relative times count from now. INVALID: not JSON, not a record, a key that is
 * missing, unknown or twice there, a value that is not of its kind or out of range. No message
 * quotes a password. NOMEM.
 */
enum shop_status record_parse(const char *line, size_t len, int64_t now, struct record *ret,
			      struct shop_error *err);

/* The same rules for values that come from elsewhere: texts too long or not text, numbers out of
 * range, what is missing. The record owns nothing. INVALID as above. */
enum shop_status record_check(const struct record *r, struct shop_error *err);

/* The settings that the program knows; NULL from record_setting_key() behind the last of them. */
const char *record_setting_key(size_t n);
/* One line on what it is for, by its key; NULL: not known. */
const char *record_setting_about(const char *key);
/* The known key that is nearest to a misspelt one; NULL: none is near. */
const char *record_setting_nearest(const char *key);
