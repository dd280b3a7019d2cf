/* SPDX-License-Identifier: MIT */
/* Products: rows to structs, and one way to write them that keeps the index in step. */
#include "store/product.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/cleanup.h"
#include "base/text.h"

enum { ATTRIBUTES_TEXT_MAX = 256 * 1024, URL_MAX = 8192 };

static char *text_or_null(struct stmt *s, int column)
{
	/* Borrowed: product_copy() makes it the struct's own. */
	return stmt_is_null(s, column) ? NULL : (char *)(uintptr_t)stmt_text(s, column);
}

void product_row_read(struct stmt *s, struct shop_product *ret)
{
	*ret = (struct shop_product){
		.id = stmt_int(s, 0),
		.sku = text_or_null(s, 1),
		.name = text_or_null(s, 2),
		.brand = text_or_null(s, 3),
		.category = text_or_null(s, 4),
		.price_cents = stmt_int(s, 5),
		.stock = stmt_int(s, 6),
		.description = text_or_null(s, 7),
		.group = text_or_null(s, 8),
		.image = text_or_null(s, 9),
		.url = text_or_null(s, 10), /* still the pattern */
		.rating_centi = stmt_int(s, 11),
		.reviews = stmt_int(s, 12),
		.created_at = stmt_int(s, 13),
	};
}

static void put_encoded(struct buf *b, const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		bool plain = text_is_alpha(*p) || text_is_digit(*p) || strchr("-._~", *p) != NULL;
		if (plain)
			buf_putc(b, *p);
		else
			buf_printf(b, "%%%02X", (unsigned)(unsigned char)*p);
	}
}

enum shop_status product_url(const struct shop_product *row, char **ret, struct shop_error *err)
{
	struct buf b;
	*ret = NULL;
	if (row->url == NULL)
		return SHOP_OK;
	buf_init(&b, URL_MAX);
	const char *brace = strchr(row->url, '{');
	bool sku = brace != NULL && strncmp(brace, "{sku}", 5) == 0;
	bool id = brace != NULL && strncmp(brace, "{id}", 4) == 0;
	if (sku || id) {
		buf_append(&b, row->url, (size_t)(brace - row->url));
		if (sku)
			put_encoded(&b, row->sku);
		else
			buf_printf(&b, "%" PRId64, row->id);
		buf_puts(&b, brace + (sku ? 5 : 4));
	} else {
		buf_puts(&b, row->url);
	}
	*ret = buf_take(&b);
	buf_done(&b);
	return *ret != NULL ? SHOP_OK : shop_error_set(err, SHOP_E_NOMEM, "out of memory");
}

static bool copy_text(char **to, const char *from)
{
	*to = from != NULL ? strdup(from) : NULL;
	return from == NULL || *to != NULL;
}

enum shop_status product_copy(const struct shop_product *from, struct shop_product *ret,
			      struct shop_error *err)
{
	struct shop_product p = *from;
	bool ok = copy_text(&p.sku, from->sku);
	ok = copy_text(&p.name, from->name) && ok;
	ok = copy_text(&p.brand, from->brand) && ok;
	ok = copy_text(&p.category, from->category) && ok;
	ok = copy_text(&p.description, from->description) && ok;
	ok = copy_text(&p.group, from->group) && ok;
	ok = copy_text(&p.image, from->image) && ok;
	ok = copy_text(&p.url, from->url) && ok;
	if (!ok) {
		shop_product_done(&p);
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	}
	*ret = p;
	return SHOP_OK;
}

void shop_product_done(struct shop_product *p)
{
	free(p->sku);
	free(p->name);
	free(p->brand);
	free(p->category);
	free(p->description);
	free(p->group);
	free(p->image);
	free(p->url);
	*p = (struct shop_product){ 0 };
}

enum shop_status product_row_copy(struct stmt *s, struct shop_product *ret, struct shop_error *err)
{
	struct shop_product p;
	CLEANUP(free_charp) char *url = NULL;
	product_row_read(s, &p);
	enum shop_status st = product_url(&p, &url, err);
	p.url = url;
	return st ? st : product_copy(&p, ret, err);
}

static enum shop_status product_one(struct db *db, enum db_statement id, const struct db_arg *args,
				    size_t count, struct shop_product *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, id, args, count, &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (st)
		return st;
	if (!row)
		return SHOP_E_NOT_FOUND;
	return product_row_copy(s, ret, err);
}

enum shop_status product_by_id(struct db *db, int64_t id, struct shop_product *ret,
			       struct shop_error *err)
{
	enum shop_status st = product_one(db, STMT_PRODUCT_BY_ID, DB_ARGS(id), ret, err);
	if (st == SHOP_E_NOT_FOUND)
		shop_error_set(err, st, "there is no product #%" PRId64, id);
	return st;
}

enum shop_status product_by_sku(struct db *db, const char *sku, struct shop_product *ret,
				struct shop_error *err)
{
	enum shop_status st = product_one(db, STMT_PRODUCT_BY_SKU, DB_ARGS(sku), ret, err);
	if (st == SHOP_E_NOT_FOUND)
		shop_error_set(err, st, "there is no product '%s'", sku);
	return st;
}

enum shop_status product_id_by_sku(struct db *db, const char *sku, int64_t *ret,
				   struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_PRODUCT_ID_BY_SKU, DB_ARGS(sku), &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (!st)
		*ret = row ? stmt_int(s, 0) : 0;
	return st;
}

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
	int64_t *values;	/* of the attributes */
	struct buf attributes; /* the same as text */
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

static enum shop_status put_new(struct db *db, const struct put *put, int64_t *ret_id,
				struct shop_error *err)
{
	const struct product_record *p = put->record;
	enum shop_status st = db_run_int(
		db, STMT_PRODUCT_INSERT,
		DB_ARGS(p->sku, p->name, id_or_null(put->brand), id_or_null(put->category),
			p->price_cents, p->stock, p->description, buf_text(&put->attributes),
			text_or_none(p->group), text_or_none(p->image), p->created_at, put->now,
			things_or_empty(p)),
		ret_id, err);
	if (!st)
		st = attributes_write(db, *ret_id, put->values, p->attribute_count, err);
	if (!st)
		st = db_run(db, STMT_PRODUCT_TEXT_INDEX, DB_ARGS(*ret_id), NULL, err);
	return st;
}

static enum shop_status put_update(struct db *db, const struct put *put, int64_t id,
				   struct shop_error *err)
{
	const struct product_record *p = put->record;
	/* The index can only forget a text that is still there. */
	enum shop_status st = db_run(db, STMT_PRODUCT_TEXT_UNINDEX, DB_ARGS(id), NULL, err);
	if (!st)
		st = db_run(db, STMT_PRODUCT_UPDATE,
			    DB_ARGS(id, p->name, id_or_null(put->brand), id_or_null(put->category),
				    p->price_cents, p->stock, p->description,
				    buf_text(&put->attributes), text_or_none(p->group),
				    text_or_none(p->image), p->created_at, put->now,
				    things_or_empty(p)),
			    NULL, err);
	if (!st)
		st = db_run(db, STMT_PRODUCT_ATTRIBUTES_DELETE, DB_ARGS(id), NULL, err);
	if (!st)
		st = attributes_write(db, id, put->values, p->attribute_count, err);
	if (!st)
		st = db_run(db, STMT_PRODUCT_TEXT_INDEX, DB_ARGS(id), NULL, err);
	return st;
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

static enum shop_status put_write(struct db *db, struct put *put, int64_t *id,
				  enum product_change *ret_change, struct shop_error *err)
{
	bool same = false;
	enum shop_status st = product_id_by_sku(db, put->record->sku, id, err);
	if (st)
		return st;
	if (*id == 0) {
		*ret_change = PRODUCT_CREATED;
		return put_new(db, put, id, err);
	}
	st = put_is_same(db, put, *id, &same, err);
	*ret_change = same ? PRODUCT_UNCHANGED : PRODUCT_UPDATED;
	return st || same ? st : put_update(db, put, *id, err);
}

enum shop_status product_put(struct db *db, struct catalogue_cache *cache,
			     const struct product_record *p, int64_t now, int64_t *ret_id,
			     enum product_change *ret_change, struct shop_error *err)
{
	struct put put = { .record = p, .now = now };
	buf_init(&put.attributes, ATTRIBUTES_TEXT_MAX);
	put.values = calloc(p->attribute_count + 1, sizeof(*put.values));
	enum shop_status st = put.values != NULL ?
				      put_resolve(db, cache, &put, err) :
				      shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	if (!st)
		st = put_write(db, &put, ret_id, ret_change, err);
	if (!st && *ret_change != PRODUCT_UNCHANGED)
		st = words_put(db, cache, p->name, err);
	free(put.values);
	buf_done(&put.attributes);
	return st;
}

enum shop_status product_image_put(struct db *db, int64_t id, const char *media_type,
				   const void *bytes, size_t len, struct shop_error *err)
{
	return db_run(db, STMT_PRODUCT_IMAGE_PUT, DB_ARGS(id, media_type, db_arg_bytes(bytes, len)),
		      NULL, err);
}

enum shop_status product_rating_refresh(struct db *db, int64_t id, struct shop_error *err)
{
	return db_run(db, STMT_PRODUCT_RATING_REFRESH, DB_ARGS(id), NULL, err);
}
