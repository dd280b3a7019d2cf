/* SPDX-License-Identifier: MIT */
/* Products: rows to structs. What writes them stands in product_put.c. */
#include "store/product.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/cleanup.h"
#include "base/memory.h"
#include "base/text.h"

enum { URL_MAX = 8192 };

static char *text_or_null(struct stmt *s, int column)
{
	/* Borrowed: product_copy() makes it the struct's own. */
	return (char *)(uintptr_t)stmt_text_or_null(s, column);
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
	return *ret != NULL ? SHOP_OK : out_of_memory(err);
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
		return out_of_memory(err);
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
	enum shop_status st = db_first(db, id, args, count, &s, err);
	if (st)
		return st;
	if (s == NULL)
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
	return db_find_int(db, STMT_PRODUCT_ID_BY_SKU, DB_ARGS(sku), ret, err);
}
