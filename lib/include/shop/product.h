/* SPDX-License-Identifier: MIT */
#pragma once

/* The catalogue: what is sold, and how to find it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

struct shop_product {
	int64_t id;
	char *sku, *name;
	char *brand, *category;     /* NULL: none; a category is a path, top level first */
	int64_t price_cents, stock; /* in the store's currency */
	char *description;          /* "" if none */
	char *group;                /* ties the variants of one product; NULL: none */
	char *image;                /* where its picture is, as it was given; NULL: none */
	char *url;                  /* its page, by the store's settings; NULL: none */
	int64_t rating_centi;       /* average of its reviews in hundredths; 0: no review */
	int64_t reviews;            /* how many reviews */
	int64_t created_at;
};
SHOP_API void shop_product_done(struct shop_product *p);

struct shop_products {
	struct shop_product *items;
	size_t count;
};
SHOP_API void shop_products_done(struct shop_products *list);

enum shop_sort {
	SHOP_SORT_RELEVANCE,
	SHOP_SORT_PRICE,  /* cheapest first */
	SHOP_SORT_RATING, /* best first */
	SHOP_SORT_NEWEST, /* latest first */
	SHOP_SORT_STOCK,  /* most first */
	SHOP_SORT_NAME,   /* A to Z */
};
/* The word for it, "price", and back; find returns false for an unknown word. A leading '-' is the
 * other way round. */
SHOP_API const char *shop_sort_word(enum shop_sort sort, bool reverse);
SHOP_API bool shop_sort_find(const char *word, enum shop_sort *ret, bool *ret_reverse);

/* A list of texts that somebody else owns. */
struct shop_texts {
	const char *const *items;
	size_t count;
};

/*
 * Which products, in which order. {0} with the numbers at SHOP_NONE is all of them:
 * shop_product_filter_init(). Texts are borrowed.
 */
struct shop_product_filter {
	/* words to look for, NULL or "": no search; what stands on either side of an "or" will do */
	const char *text;
	struct shop_texts brands, not_brands;
	struct shop_texts categories, not_categories; /* paths; what is below them counts too */
	/* NAME=VALUE, or =VALUE for any attribute: products that have an attribute of that name
	 * with all words of the value in it. NAME and VALUE may be several, with '|' between them,
	 * of which one will do. NAME>=VALUE, NAME>VALUE, NAME<=VALUE and NAME<VALUE compare sizes
	 * ("16 GB"), and NAME=~VALUE takes what is sold as that size. At most 4 with any of this. */
	struct shop_texts attributes;
	struct shop_texts not_attributes; /* NAME=VALUE as above, without comparisons */
	/* of each, its words must not stand together in the product's name, category or attributes
	 */
	struct shop_texts not_texts;
	int64_t price_min_cents, price_max_cents;   /* inclusive */
	int64_t rating_min_centi, rating_max_centi; /* the latter: of what has been rated */
	bool in_stock, sold_out;                    /* only those; both false: any */
	bool things; /* also by relevance, only what `text` names: no accessories for it */
	enum shop_sort sort;
	bool reverse;
	int64_t limit, offset; /* SHOP_NONE: all */
};
SHOP_API void shop_product_filter_init(struct shop_product_filter *filter);

/*
 * Calls each() for every product that matches, in order; the product is borrowed for the call. A
 * status other than SHOP_OK from each() ends it and is returned. Without text it streams in
 * constant memory. With text and SHOP_SORT_RELEVANCE, products with all words come first, then,
 * if the limit allows, those with some; any other order takes only those with all words that are
 * what the words name (or, if nothing has all words, with any). ret_total (may be NULL): how many
 * match without limit and offset. INVALID: a brand or category that is not there, with a hint.
 */
SHOP_API enum shop_status shop_product_each(
	struct shop *shop, const struct shop_product_filter *filter,
	enum shop_status (*each)(void *ctx, const struct shop_product *p, struct shop_error *err),
	void *ctx, int64_t *ret_total, struct shop_error *err);

/* The same as a list; freed with shop_products_done(). */
SHOP_API enum shop_status shop_product_list(struct shop *shop,
					    const struct shop_product_filter *filter,
					    struct shop_products *ret, int64_t *ret_total,
					    struct shop_error *err);

/* The text with the words that no product has replaced by the nearest that one has, for the caller
 * to free; NULL if all are known, or nothing is near. */
SHOP_API enum shop_status shop_product_correct(struct shop *shop, const char *text, char **ret,
					       struct shop_error *err);

/*
 * What a person may go on to type after a beginning, at most limit (from 0) of them, each kind in
 * the order of the alphabet: brands and categories without regard to case; SKUs as they begin, or
 * in capitals or small letters; the numbers of products for a beginning of digits. It takes the
 * same time in catalogues of any size. about is the product's name, NULL for the others. A status
 * other than SHOP_OK from each() ends it and is returned.
 */
enum shop_name {
	SHOP_NAME_PRODUCT,
	SHOP_NAME_BRAND,
	SHOP_NAME_CATEGORY,
};
SHOP_API enum shop_status
shop_name_each(struct shop *shop, enum shop_name kind, const char *beginning, int64_t limit,
	       enum shop_status (*each)(void *ctx, const char *name, const char *about), void *ctx,
	       struct shop_error *err);

struct shop_attribute {
	char *name, *value;
};
struct shop_attributes {
	struct shop_attribute *items;
	size_t count;
};
SHOP_API void shop_attributes_done(struct shop_attributes *list);

struct shop_review {
	int64_t id;
	char *author; /* the name as it was when the review was written */
	int64_t rating;
	char *comment;
	bool verified; /* the author bought it here */
	int64_t created_at;
};
struct shop_reviews {
	struct shop_review *items;
	size_t count;
};
SHOP_API void shop_reviews_done(struct shop_reviews *list);

/* One product by what a person calls it: an id ("12", "#12") or a SKU. NOT_FOUND. */
SHOP_API enum shop_status shop_product_get(struct shop *shop, const char *name,
					   struct shop_product *ret, struct shop_error *err);
SHOP_API enum shop_status shop_product_attributes(struct shop *shop, int64_t id,
						  struct shop_attributes *ret,
						  struct shop_error *err);
/* Newest first, at most limit (SHOP_NONE: all). */
SHOP_API enum shop_status shop_product_reviews(struct shop *shop, int64_t id, int64_t limit,
					       struct shop_reviews *ret, struct shop_error *err);
/* The acting customer's review of a product, named by id or SKU; one for each customer and product.
 * The product's rating follows at once. INVALID: a rating that is not 1 to 5, a comment that is too
 * long or is not text; NOT_FOUND: no such product; EXISTS: reviewed already. */
struct shop_review_new {
	const char *product;
	int64_t rating;
	const char *comment; /* NULL: none */
};
SHOP_API enum shop_status shop_review_add(struct shop *shop, const struct shop_review_new *in,
					  struct shop_review *ret, struct shop_error *err);
SHOP_API void shop_review_done(struct shop_review *review);

/* The other products of its group. */
SHOP_API enum shop_status shop_product_variants(struct shop *shop, const struct shop_product *p,
						struct shop_products *ret, struct shop_error *err);
