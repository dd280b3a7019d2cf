/* SPDX-License-Identifier: MIT */
/* Products: one way to write them, and one to delete them, that keep index, words and vocabulary in
 * step. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/cleanup.h"
#include "base/memory.h"
#include "store/product.h"

enum { ATTRIBUTES_TEXT_MAX = 256 * 1024 };

static struct db_arg id_or_null(int64_t id)
{
	return db_arg_unless(id, 0);
}

static struct db_arg text_or_none(const char *text)
{
	return db_arg_text(text != NULL && text[0] != '\0' ? text : NULL);
}

static enum shop_status attributes_write(struct db *db, int64_t id, const int64_t *values,
					 size_t count, struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < count; i++)
		st = db_run(db, STMT_PRODUCT_ATTRIBUTE_INSERT,
			    DB_ARGS(id, (int64_t)i + 1, values[i]), NULL, err);
	return st;
}

static const char *things_or_empty(const struct product_record *p)
{
	return p->things != NULL ? p->things : "";
}

struct put {
	const struct product_record *record;
	int64_t brand, category, now;
	int64_t *values;       /* of the attributes */
	struct buf attributes; /* the same as text */
	int64_t id;
	enum change change;
};

static enum shop_status put_resolve(struct db *db, struct catalogue_cache *cache, struct put *put,
				    struct shop_error *err)
{
	const struct product_record *p = put->record;
	enum shop_status st = brand_put(db, cache, p->brand, &put->brand, err);
	if (!st)
		st = category_put(db, cache, p->category, &put->category, err);
	for (size_t i = 0; !st && i < p->attribute_count; i++) {
		const struct shop_attribute *a = &p->attributes[i];
		st = attribute_value_put(db, cache, a->name, a->value, &put->values[i], err);
		buf_printf(&put->attributes, "%s%s: %s", i > 0 ? "\n" : "", a->name, a->value);
	}
	if (!st && put->attributes.failed)
		return shop_error_set(err, SHOP_E_INVALID, "too many attributes");
	return st;
}

/* With the texts as they are, and below without RETURNING: a statement that also reads makes the
 * index write what it has gathered after every single product. */
static enum shop_status index_text(struct db *db, const struct put *put, int64_t id,
				   struct shop_error *err)
{
	const struct product_record *p = put->record;
	return db_run(db, STMT_PRODUCT_TEXT_INDEX,
		      DB_ARGS(id, p->name, text_or_none(p->brand), text_or_none(p->category),
			      buf_text(&put->attributes), p->description, things_or_empty(p)),
		      NULL, err);
}

static enum shop_status put_new(struct db *db, const struct put *put, int64_t *ret_id,
				struct shop_error *err)
{
	const struct product_record *p = put->record;
	enum shop_status st =
		db_run(db, STMT_PRODUCT_INSERT,
		       DB_ARGS(p->sku, p->name, id_or_null(put->brand), id_or_null(put->category),
			       p->price_cents, p->stock, p->description, buf_text(&put->attributes),
			       text_or_none(p->group), text_or_none(p->image), p->created_at,
			       put->now, things_or_empty(p), id_or_null(p->id)),
		       NULL, err);
	if (!st)
		st = product_id_by_sku(db, p->sku, ret_id, err);
	if (!st)
		st = attributes_write(db, *ret_id, put->values, p->attribute_count, err);
	if (!st)
		st = index_text(db, put, *ret_id, err);
	return st;
}

/* What a product that is stored refers to. */
struct refers {
	int64_t brand, category; /* 0: none */
	char *name, *image;      /* image: NULL without */
	int64_t *values;         /* of its attributes */
	size_t count;
};

static void refers_done(struct refers *r)
{
	free(r->name);
	free(r->image);
	free(r->values);
	*r = (struct refers){ 0 };
}

static bool refers_add(struct refers *r, int64_t value)
{
	int64_t *values = reallocarray(r->values, r->count + 1, sizeof(*values));
	if (values == NULL)
		return false;
	r->values = values;
	values[r->count++] = value;
	return true;
}

static enum shop_status refers_row(struct db *db, int64_t id, struct refers *r,
				   struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_PRODUCT_REFERS, DB_ARGS(id), &s, err);
	if (st || s == NULL)
		return st;
	r->brand = stmt_int_or(s, 0, 0);
	r->category = stmt_int_or(s, 1, 0);
	bool ok = true;
	r->name = stmt_copy(s, 2, &ok);
	r->image = stmt_copy(s, 3, &ok);
	return ok ? SHOP_OK : out_of_memory(err);
}

static enum shop_status refers_read(struct db *db, int64_t id, struct refers *r,
				    struct shop_error *err)
{
	enum shop_status st = refers_row(db, id, r, err);
	if (st)
		return st;
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	st = db_query(db, STMT_PRODUCT_VALUE_IDS, DB_ARGS(id), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		if (!refers_add(r, stmt_int(s, 0)))
			return out_of_memory(err);
	return st;
}

static bool has_value(const struct put *put, int64_t value)
{
	for (size_t i = 0; put != NULL && i < put->record->attribute_count; i++)
		if (put->values[i] == value)
			return true;
	return false;
}

/* Drops what only the product as it was referred to; put is what it is now, NULL if it is gone. */
static enum shop_status drop_unused(struct db *db, struct catalogue_cache *cache,
				    const struct refers *old, const struct put *put,
				    struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < old->count; i++)
		if (!has_value(put, old->values[i]))
			st = attribute_value_drop_unused(db, cache, old->values[i], err);
	if (!st && old->brand != 0 && (put == NULL || put->brand != old->brand))
		st = brand_drop_unused(db, cache, old->brand, err);
	if (!st && old->category != 0 && (put == NULL || put->category != old->category))
		st = category_drop_unused(db, cache, old->category, err);
	if (!st && (put == NULL || strcmp(put->record->name, old->name) != 0))
		st = words_drop_unused(db, cache, old->name, err);
	return st;
}

static bool same_values(const struct put *put, const struct refers *old)
{
	return put->record->attribute_count == old->count &&
	       (old->count == 0 ||
		memcmp(put->values, old->values, old->count * sizeof(*old->values)) == 0);
}

/* A picture that was kept is not the one that another name stands for. */
static bool same_image(const struct put *put, const struct refers *old)
{
	const char *image = put->record->image != NULL ? put->record->image : "";
	return strcmp(image, old->image != NULL ? old->image : "") == 0;
}

static enum shop_status update_row(struct db *db, const struct put *put, int64_t id,
				   struct shop_error *err)
{
	const struct product_record *p = put->record;
	return db_run(db, STMT_PRODUCT_UPDATE,
		      DB_ARGS(id, p->name, id_or_null(put->brand), id_or_null(put->category),
			      p->price_cents, p->stock, p->description, buf_text(&put->attributes),
			      text_or_none(p->group), text_or_none(p->image), p->created_at,
			      put->now, things_or_empty(p)),
		      NULL, err);
}

static enum shop_status put_update(struct db *db, struct catalogue_cache *cache,
				   const struct put *put, int64_t id, struct shop_error *err)
{
	CLEANUP(refers_done) struct refers old = { 0 };
	enum shop_status st = refers_read(db, id, &old, err);
	/* The index can only forget a text that is still there. */
	if (!st)
		st = db_run(db, STMT_PRODUCT_TEXT_UNINDEX, DB_ARGS(id), NULL, err);
	if (!st)
		st = update_row(db, put, id, err);
	if (!st && !same_values(put, &old)) {
		st = db_run(db, STMT_PRODUCT_ATTRIBUTES_DELETE, DB_ARGS(id), NULL, err);
		if (!st)
			st = attributes_write(db, id, put->values, put->record->attribute_count,
					      err);
	}
	if (!st && !same_image(put, &old))
		st = db_run(db, STMT_PRODUCT_IMAGE_DELETE, DB_ARGS(id), NULL, err);
	if (!st)
		st = index_text(db, put, id, err);
	return st ? st : drop_unused(db, cache, &old, put, err);
}

/* Is the product that is stored just this one? */
static enum shop_status put_is_same(struct db *db, const struct put *put, int64_t id, bool *ret,
				    struct shop_error *err)
{
	const struct product_record *p = put->record;
	int64_t same = 0;
	enum shop_status st =
		db_run_int(db, STMT_PRODUCT_IS,
			   DB_ARGS(id, p->name, id_or_null(put->brand), id_or_null(put->category),
				   p->price_cents, p->stock, p->description,
				   buf_text(&put->attributes), text_or_none(p->group),
				   text_or_none(p->image), p->created_at, things_or_empty(p)),
			   &same, err);
	*ret = same != 0;
	return st;
}

static enum shop_status put_write(struct db *db, struct catalogue_cache *cache, struct put *put,
				  struct shop_error *err)
{
	bool same = false;
	enum shop_status st = product_id_by_sku(db, put->record->sku, &put->id, err);
	if (st)
		return st;
	put->change = CHANGE_CREATED;
	if (put->id == 0)
		return put_new(db, put, &put->id, err);
	st = put_is_same(db, put, put->id, &same, err);
	put->change = same ? CHANGE_UNCHANGED : CHANGE_UPDATED;
	return st || same ? st : put_update(db, cache, put, put->id, err);
}

enum shop_status product_put(struct db *db, struct catalogue_cache *cache,
			     const struct product_record *p, int64_t now, int64_t *ret_id,
			     enum change *ret_change, struct shop_error *err)
{
	struct put put = { .record = p, .now = now };
	buf_init(&put.attributes, ATTRIBUTES_TEXT_MAX);
	put.values = calloc(p->attribute_count + 1, sizeof(*put.values));
	enum shop_status st =
		put.values != NULL ? put_resolve(db, cache, &put, err) : out_of_memory(err);
	if (!st)
		st = put_write(db, cache, &put, err);
	if (!st && put.change != CHANGE_UNCHANGED)
		st = words_put(db, cache, p->name, err);
	*ret_id = put.id;
	*ret_change = put.change;
	free(put.values);
	buf_done(&put.attributes);
	return st;
}

enum shop_status product_sku_set(struct db *db, int64_t id, const char *sku, struct shop_error *err)
{
	int64_t other = 0;
	enum shop_status st = product_id_by_sku(db, sku, &other, err);
	if (!st && other != 0 && other != id)
		return shop_error_set(err, SHOP_E_EXISTS, "there is a product '%s' already", sku);
	return st ? st : db_run(db, STMT_PRODUCT_SKU_SET, DB_ARGS(id, sku), NULL, err);
}

enum shop_status product_delete(struct db *db, int64_t id, struct shop_error *err)
{
	CLEANUP(refers_done) struct refers old = { 0 };
	enum shop_status st = refers_read(db, id, &old, err);
	if (!st)
		st = db_run(db, STMT_PRODUCT_TEXT_UNINDEX, DB_ARGS(id), NULL, err);
	/* Attributes, picture and reviews go with it; lines of orders stay, without it. */
	if (!st)
		st = db_run(db, STMT_PRODUCT_DELETE, DB_ARGS(id), NULL, err);
	return st ? st : drop_unused(db, /* cache= */ NULL, &old, /* put= */ NULL, err);
}

void shop_image_done(struct shop_image *image)
{
	free(image->media_type);
	free(image->bytes);
	*image = (struct shop_image){ 0 };
}

enum shop_status product_image_about(struct db *db, int64_t id, struct shop_image *ret,
				     struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_PRODUCT_IMAGE_ABOUT, DB_ARGS(id), &s, err);
	if (st)
		return st;
	*ret = (struct shop_image){ .media_type = s != NULL ? strdup(stmt_text(s, 0)) : NULL,
				    .len = s != NULL ? (size_t)stmt_int(s, 1) : 0 };
	if (s != NULL && ret->media_type == NULL)
		return out_of_memory(err);
	return SHOP_OK;
}

enum shop_status product_image_get(struct db *db, int64_t id, struct shop_image *ret,
				   struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	CLEANUP(shop_image_done) struct shop_image image = { 0 };
	enum shop_status st = db_first(db, STMT_PRODUCT_IMAGE_GET, DB_ARGS(id), &s, err);
	if (st || s == NULL)
		return st;
	const void *bytes = stmt_bytes(s, 1, &image.len);
	image.media_type = strdup(stmt_text(s, 0));
	image.bytes = malloc(image.len + 1);
	if (image.media_type == NULL || image.bytes == NULL)
		return out_of_memory(err);
	if (image.len > 0)
		memcpy(image.bytes, bytes, image.len);
	*ret = image;
	image = (struct shop_image){ 0 };
	return SHOP_OK;
}

enum shop_status product_image_put(struct db *db, int64_t id, const struct shop_image *image,
				   bool *ret_changed, struct shop_error *err)
{
	int64_t changes = 0;
	enum shop_status st =
		db_run(db, STMT_PRODUCT_IMAGE_PUT,
		       DB_ARGS(id, image->media_type, db_arg_bytes(image->bytes, image->len)),
		       &changes, err);
	if (!st && ret_changed != NULL)
		*ret_changed = changes != 0;
	return st;
}

enum shop_status product_rating_refresh(struct db *db, int64_t id, struct shop_error *err)
{
	return db_run(db, STMT_PRODUCT_RATING_REFRESH, DB_ARGS(id), NULL, err);
}
