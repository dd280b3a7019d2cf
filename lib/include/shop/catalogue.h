/* SPDX-License-Identifier: MIT */
#pragma once

/* Changing the catalogue: for admins. */

#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/product.h"
#include "shop/store.h"

/*
 * What a product is to be. Of a text, NULL leaves it as it is (for a new product: none) and ""
 * takes it away; of a number, SHOP_NONE leaves it as it is (for a new product the price is needed,
 * and the stock is 0). Start from SHOP_PRODUCT_EDIT_NONE. Texts are borrowed.
 */
struct shop_product_edit {
	const char *sku;  /* of a new product: needed */
	const char *name; /* the same; and never "" */
	const char *brand, *category, *description, *group;
	const char *image; /* a web address, or the path of a picture */
	int64_t price_cents, stock;
	struct shop_texts attributes; /* NAME=VALUE; NAME= takes one away */
};
#define SHOP_PRODUCT_EDIT_NONE                                                                     \
	{                                                                                          \
		.price_cents = SHOP_NONE, .stock = SHOP_NONE                                       \
	}

/* EXISTS: the SKU is taken; INVALID: a value that is not acceptable, or one that is missing. */
SHOP_API enum shop_status shop_product_create(struct shop *shop,
					      const struct shop_product_edit *edit, int64_t *ret_id,
					      struct shop_error *err);
/* product: number or SKU. NOT_FOUND; and as above. What was ordered stays as it was ordered. */
SHOP_API enum shop_status shop_product_update(struct shop *shop, const char *product,
					      const struct shop_product_edit *edit, int64_t *ret_id,
					      struct shop_error *err);

/* Deletes a product with its reviews and its picture. Orders keep what was bought. *ret is what it
 * was, freed with shop_product_done(). NOT_FOUND. */
SHOP_API enum shop_status shop_product_delete(struct shop *shop, const char *product,
					      struct shop_product *ret, struct shop_error *err);

/* A picture that is kept in the store. */
struct shop_image {
	char *media_type; /* image/png, image/jpeg, image/webp or image/gif; NULL: there is none */
	void *bytes;
	size_t len;
};
SHOP_API void shop_image_done(struct shop_image *image);

/* A product's picture; with its bytes, or only what it is. Anybody may look. */
SHOP_API enum shop_status shop_product_image(struct shop *shop, int64_t id, struct shop_image *ret,
					     struct shop_error *err);
SHOP_API enum shop_status shop_product_image_about(struct shop *shop, int64_t id,
						   struct shop_image *ret, struct shop_error *err);

/* Takes a picture into the store: a file, "-" is standard input. What it is is told by its content.
 * INVALID: larger than 5 MiB, or not a PNG, JPEG, WebP or GIF; NOT_FOUND: no such product, or no
 * such file; IO. */
SHOP_API enum shop_status shop_product_upload(struct shop *shop, const char *product,
					      const char *path, int64_t *ret_id,
					      struct shop_error *err);
