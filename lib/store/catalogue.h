/* SPDX-License-Identifier: MIT */
#pragma once

/* The names that products share: brands, categories, attributes and their values, and the
 * vocabulary that is learnt from them. Functions that write expect a write transaction. */

#include "db/db.h"

/* Remembers what a load of many records has asked before. */
struct catalogue_cache;
struct catalogue_cache *catalogue_cache_new(void);
void catalogue_cache_free(struct catalogue_cache *cache);
/* For a store that others have written to since: what it remembers may be gone. */
void catalogue_cache_clear(struct catalogue_cache *cache);

/* The row's id, made where missing; 0 for NULL or "". cache may be NULL. */
enum shop_status brand_put(struct db *db, struct catalogue_cache *cache, const char *name,
			   int64_t *ret, struct shop_error *err);
/* path in the form category_path() makes; the categories above it are made too. */
enum shop_status category_put(struct db *db, struct catalogue_cache *cache, const char *path,
			      int64_t *ret, struct shop_error *err);
enum shop_status attribute_value_put(struct db *db, struct catalogue_cache *cache, const char *name,
				     const char *value, int64_t *ret, struct shop_error *err);

/* Remembers the words of a name, for the correction of typing errors. */
enum shop_status words_put(struct db *db, struct catalogue_cache *cache, const char *name,
			   struct shop_error *err);

/*
 * What no product uses any more goes, so that nobody is led to it: the row of that id, what is only
 * there for its sake (categories above it, an attribute without values) and what shoppers could
 * call it. What is used stays. Words of a name go if no product's name has them.
 */
enum shop_status brand_drop_unused(struct db *db, struct catalogue_cache *cache, int64_t id,
				   struct shop_error *err);
enum shop_status category_drop_unused(struct db *db, struct catalogue_cache *cache, int64_t id,
				      struct shop_error *err);
enum shop_status attribute_value_drop_unused(struct db *db, struct catalogue_cache *cache,
					     int64_t id, struct shop_error *err);
enum shop_status words_drop_unused(struct db *db, struct catalogue_cache *cache, const char *name,
				   struct shop_error *err);

enum { CATEGORY_PATH_SIZE = 512 };
/* The path without empty segments and without spaces around the slashes. False: too long. */
bool category_path(const char *text, char out[CATEGORY_PATH_SIZE]);
