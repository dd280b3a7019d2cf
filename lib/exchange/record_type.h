/* SPDX-License-Identifier: MIT */
#pragma once

/* What each type of record brings to record.c. */

#include "exchange/field.h"
#include "exchange/record.h"

struct record_type_info {
	const char *word;
	struct field_table table;
	/* What no single key can tell; may be NULL. */
	enum shop_status (*check)(const struct record *r, struct shop_error *err);
};

extern const struct record_type_info record_type_product;
extern const struct record_type_info record_type_user;
extern const struct record_type_info record_type_review;
extern const struct record_type_info record_type_order;
extern const struct record_type_info record_type_policy;
extern const struct record_type_info record_type_setting;
extern const struct record_type_info record_type_message;
extern const struct record_type_info record_type_image;

/* "product" ...; static. */
const char *record_type_word(enum record_type type);
/* By its word; NULL: there is none. */
const struct record_type_info *record_type_find(const char *word);

/* Makes a record of an object, which is taken over also after an error. INVALID, NOMEM. */
enum shop_status record_read(const struct field_source *from, json_t *object, struct record *ret,
			     struct shop_error *err);

/* An object of line, city, postal_code and country; the member at the field's offset is a struct
 * record_address. */
enum shop_status record_read_address(const struct field_source *from, const struct field *field,
				     json_t *value, void *to, struct shop_error *err);

/* The attributes of a product that did not come as JSON. */
enum shop_status record_check_attributes(const struct record_product *p, struct shop_error *err);

/* Three capital letters (ISO 4217). */
bool record_is_currency(const char *text);

/* Longest texts, in bytes. */
enum {
	SKU_MAX = 64,
	TITLE_MAX = 500,
	NAME_MAX_BYTES = 400,
	CATEGORY_MAX = 500,
	EMAIL_MAX = 254,
	WORD_MAX = 64,
	ADDRESS_MAX = 200,
	PATH_TEXT_MAX = 1024,
	PROSE_MAX = 64 * 1024,
	SECRET_MAX = 1024,
	CONTEXT_MAX = 256 * 1024,
	IMAGE_BYTES_MAX = 5 * 1024 * 1024,
};
/* Sums stay far from the end of 64 bits. */
#define CENTS_MAX    INT64_C(1000000000000)
#define QUANTITY_MAX INT64_C(1000000)
#define STOCK_MAX    INT64_C(1000000000000)
#define ID_MAX       INT64_MAX
