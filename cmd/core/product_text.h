/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A product as a text to be edited: "key: value" a line, '#' begins a line that says nothing, and
 * the description is all that stands below its key.
 */

#include "core/product_view.h"

/* A text that was read: pieces of it, which it keeps. */
struct product_text {
	char *text;
	const char *sku, *name, *brand, *category, *price, *stock, *group, *image, *description;
	const char **attributes; /* NAME=VALUE */
	size_t attribute_count;
	int price_line, stock_line; /* where they stand, from 1 */
};
void product_text_done(struct product_text *t);

/* The caller frees it; NULL: no memory. */
char *product_text_write(const struct product_details *d, const char *currency);

/* Reads a text (taken over, also where that fails). INVALID: names the line. */
enum shop_status product_text_read(char *text, struct product_text *ret, struct shop_error *err);

/* What is to be changed to get from one to the other; pieces of both, and of `attributes`. */
struct product_text_change {
	struct shop_product_edit edit;
	const char **attributes;
	char **removals; /* NAME= */
	size_t attribute_count, removal_count;
	bool any;
};
/* INVALID: a price or a stock that is none. */
enum shop_status product_text_compare(const struct product_text *from,
				      const struct product_text *to, const char *currency,
				      struct product_text_change *ret, struct shop_error *err);
void product_text_change_done(struct product_text_change *c);
