/* SPDX-License-Identifier: MIT */
#pragma once

/* Rows of the catalogue. Functions that write expect a write transaction. */

#include "db/db.h"
#include "shop/catalogue.h"
#include "store/catalogue.h"
#include "store/change.h"

/* The columns that every statement returning products has first, in this order. Texts are borrowed
 * from the row: valid until its statement is stepped or reset. */
void product_row_read(struct stmt *s, struct shop_product *ret);
enum { PRODUCT_COLUMNS = 14 };

/* The product's page: the row's url is still the store's pattern, with {sku} or {id} in it. *ret is
 * the caller's, NULL where the store has no pattern. */
enum shop_status product_url(const struct shop_product *row, char **ret, struct shop_error *err);

/* The row with its url, as a copy that owns its texts. NOMEM. */
enum shop_status product_row_copy(struct stmt *s, struct shop_product *ret, struct shop_error *err);

/* A copy that owns its texts. NOMEM. */
enum shop_status product_copy(const struct shop_product *from, struct shop_product *ret,
			      struct shop_error *err);

/* What is stored of a product; texts are borrowed, and NULL or "" where there is none. */
struct product_record {
	int64_t id; /* that a new product is to have, if nothing else has it; 0: any */
	const char *sku, *name, *brand, *category, *description, *group, *image;
	const char *things; /* what it is, as thing_heads() writes it */
	int64_t price_cents, stock, created_at;
	const struct shop_attribute *attributes;
	size_t attribute_count;
};

/* The id of a SKU, or 0. */
enum shop_status product_id_by_sku(struct db *db, const char *sku, int64_t *ret,
				   struct shop_error *err);

/* Puts a product in, or changes the one with this SKU; index and vocabulary follow, and what
 * nothing uses any more goes (see catalogue.h). A picture that was kept goes with its name. cache:
 * see catalogue.h; may be NULL. */
enum shop_status product_put(struct db *db, struct catalogue_cache *cache,
			     const struct product_record *p, int64_t now, int64_t *ret_id,
			     enum change *ret_change, struct shop_error *err);

/* EXISTS: it is another product's. */
enum shop_status product_sku_set(struct db *db, int64_t id, const char *sku,
				 struct shop_error *err);

/* With its reviews, its picture and what was there for its sake alone. Lines of orders keep what
 * they have copied. */
enum shop_status product_delete(struct db *db, int64_t id, struct shop_error *err);

/* The picture that is kept of a product; product_image_about(): without its bytes. */
enum shop_status product_image_about(struct db *db, int64_t id, struct shop_image *ret,
				     struct shop_error *err);
enum shop_status product_image_get(struct db *db, int64_t id, struct shop_image *ret,
				   struct shop_error *err);
/* ret_changed may be NULL. */
enum shop_status product_image_put(struct db *db, int64_t id, const struct shop_image *image,
				   bool *ret_changed, struct shop_error *err);

/* Recomputes rating and count from the reviews. */
enum shop_status product_rating_refresh(struct db *db, int64_t id, struct shop_error *err);

enum shop_status product_by_id(struct db *db, int64_t id, struct shop_product *ret,
			       struct shop_error *err);
enum shop_status product_by_sku(struct db *db, const char *sku, struct shop_product *ret,
				struct shop_error *err);
