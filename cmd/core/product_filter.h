/* SPDX-License-Identifier: MIT */
#pragma once

/* The options that narrow and order a list of products, shared by list and search. */

#include "core/command.h"

struct product_options {
	struct shop_texts categories, brands, attributes;
	struct shop_texts not_texts, not_brands, not_attributes;
	const char *min_price, *max_price, *min_rating, *max_rating, *sort;
	bool in_stock, sold_out, thing;
	int64_t limit, offset;
};

/* The rows for a command whose option struct T has such a member m. */
#define PRODUCT_OPTIONS(T, m)                                                                      \
	OPT_TEXTS(T, m.categories, 'c', "category", "PATH", "only this category, and those below", \
		  .values = "@category"),                                                          \
		OPT_TEXTS(T, m.brands, 'b', "brand", "BRAND", "only this brand",                   \
			  .values = "@brand"),                                                     \
		OPT_TEXTS(T, m.attributes, 'a', "attribute", "NAME=VALUE",                         \
			  "only with this attribute"),                                             \
		OPT_TEXT(T, m.min_price, 0, "min-price", "AMOUNT", "only from this price"),        \
		OPT_TEXT(T, m.max_price, 0, "max-price", "AMOUNT", "only up to this price"),       \
		OPT_TEXT(T, m.min_rating, 0, "min-rating", "STARS", "only rated so or better"),    \
		OPT_TEXT(T, m.max_rating, 0, "max-rating", "STARS", "only rated so or worse"),     \
		OPT_TEXTS(T, m.not_texts, 0, "not", "WORDS", "only without these words"),          \
		OPT_TEXTS(T, m.not_brands, 0, "not-brand", "BRAND", "not this brand",              \
			  .values = "@brand"),                                                     \
		OPT_TEXTS(T, m.not_attributes, 0, "not-attribute", "NAME=VALUE",                   \
			  "only without this attribute"),                                          \
		OPT_FLAG(T, m.thing, 0, "thing", "only what the words name, nothing for it"),      \
		OPT_FLAG(T, m.in_stock, 0, "in-stock", "only what can be bought"),                 \
		OPT_FLAG(T, m.sold_out, 0, "sold-out", "only what is sold out"),                   \
		OPT_TEXT(                                                                          \
			T, m.sort, 's', "sort", "ORDER", "order; '-' turns it round",              \
			.values =                                                                  \
				"relevance|-relevance|price|-price|rating|-rating|newest|-newest|" \
				"stock|-stock|name|-name"),                                        \
		OPT_INT(T, m.limit, 'n', "limit", "N", "show at most N", 1, INT32_MAX),            \
		OPT_INT(T, m.offset, 0, "offset", "N", "leave out the first N", 0, INT32_MAX)

/* What the options say, as a filter; its texts belong to the options. INVALID. */
enum shop_status product_filter_make(struct cmd_context *cx, const struct product_options *o,
				     struct shop_product_filter *ret);
