/* SPDX-License-Identifier: MIT */
#pragma once

/* The options that say what a product is to be, shared by create and update. */

#include "core/command.h"

struct product_edit_options {
	const char *sku, *name, *price, *brand, *category, *description, *group, *image;
	int64_t stock;
	struct shop_texts attributes;
};

/* The rows for a command whose option struct T has such a member m. */
#define PRODUCT_EDIT_OPTIONS(T, m)                                                                 \
	OPT_TEXT(T, m.sku, 0, "sku", "SKU", "the shop's own code for it"),                         \
		OPT_TEXT(T, m.name, 0, "name", "NAME", "what it is called"),                       \
		OPT_TEXT(T, m.price, 'p', "price", "AMOUNT", "its price, such as 129.99"),         \
		OPT_INT(T, m.stock, 0, "stock", "N", "how many there are", 0,                      \
			INT64_C(1000000000000)),                                                   \
		OPT_TEXT(T, m.brand, 'b', "brand", "BRAND", "who makes it", .values = "@brand"),   \
		OPT_TEXT(T, m.category, 'c', "category", "PATH",                                   \
			 "where it belongs, such as Books/Travel", .values = "@category"),         \
		OPT_TEXT(T, m.description, 'd', "description", "TEXT",                             \
			 "what is to be said of it"),                                              \
		OPT_TEXTS(T, m.attributes, 'a', "attribute", "NAME=VALUE",                         \
			  "a property of it; NAME= takes one away"),                               \
		OPT_TEXT(T, m.group, 0, "group", "GROUP",                                          \
			 "the same for all variants of a product"),                                \
		OPT_TEXT(T, m.image, 0, "image", "URL", "web address of its picture")

/* Makes the product that is called so what the options say, or a new one if name is NULL, and shows
 * it. INVALID. */
enum shop_status product_edit_run(struct cmd_context *cx, const char *name,
				  const struct product_edit_options *o);

/* Shows the product of that id with all its details. */
enum shop_status product_edited_emit(struct cmd_context *cx, int64_t id);
