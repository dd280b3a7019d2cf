/* SPDX-License-Identifier: MIT */
/* Looks up what a product filter names, and says what was meant where there is no such name. */
#include "service/filter.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"

enum { LIST_MAX = 4 * 1024 * 1024, NEAR_MAX = 3 };

/* The name in `names` (a statement with one column of text) that is nearest to `word`. */
static enum shop_status nearest_name(struct shop *shop, enum db_statement names, const char *word,
				     char *out, size_t size, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	char norm[256];
	size_t best = NEAR_MAX + 1;
	bool row = true;
	out[0] = '\0';
	words_normal(word, norm, sizeof(norm));
	enum shop_status st = db_query(shop->db, names, DB_NO_ARGS, &s, err);
	while (!st && (st = stmt_step(s, &row, err)) == SHOP_OK && row) {
		char other[256];
		const char *name = stmt_text(s, 0), *slash = strrchr(name, '/');
		words_normal(slash != NULL ? slash + 1 : name, other, sizeof(other));
		size_t limit = strlen(norm) / 3 < NEAR_MAX ? strlen(norm) / 3 : NEAR_MAX;
		size_t distance = word_distance(norm, other, limit);
		if (distance <= limit && distance < best) {
			best = distance;
			snprintf(out, size, "%s", name);
		}
	}
	return st;
}

static enum shop_status unknown_name(struct shop *shop, const char *what, const char *plural,
				     enum db_statement names, const char *name,
				     struct shop_error *err)
{
	char meant[256];
	enum shop_status st = nearest_name(shop, names, name, meant, sizeof(meant), err);
	if (st)
		return st;
	shop_error_set(err, SHOP_E_INVALID, "this store has no %s '%s'", what, name);
	if (meant[0] != '\0')
		shop_error_hint(err, "did you mean '%s'?", meant);
	else
		shop_error_hint(err, "'shop products list --json' shows the %s that there are",
				plural);
	return SHOP_E_INVALID;
}

/* Appends the ids that a statement finds for one name; *ret: how many. */
static enum shop_status ids_append(struct shop *shop, enum db_statement find, const char *name,
				   struct buf *list, size_t *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = true;
	*ret = 0;
	enum shop_status st = db_query(shop->db, find, DB_ARGS(name), &s, err);
	while (!st && (st = stmt_step(s, &row, err)) == SHOP_OK && row) {
		buf_printf(list, "%s%" PRId64, list->len > 1 ? "," : "", stmt_int(s, 0));
		(*ret)++;
	}
	return st;
}

struct names {
	const char *what, *plural;
	enum db_statement find, all;
};

static enum shop_status names_resolve(struct shop *shop, const struct shop_texts *texts,
				      const struct names *kind, struct buf *list,
				      struct shop_error *err)
{
	if (texts->count == 0)
		return SHOP_OK;
	buf_putc(list, '[');
	for (size_t i = 0; i < texts->count; i++) {
		size_t found = 0;
		enum shop_status st =
			ids_append(shop, kind->find, texts->items[i], list, &found, err);
		if (!st && found == 0)
			st = unknown_name(shop, kind->what, kind->plural, kind->all,
					  texts->items[i], err);
		if (st)
			return st;
	}
	buf_putc(list, ']');
	return list->failed ? out_of_memory(err) : SHOP_OK;
}

static enum shop_status attribute_append(struct shop *shop, const char *text, struct buf *list,
					 struct shop_error *err)
{
	const char *equals = strchr(text, '=');
	char name[256], norm[512];
	if (equals == NULL || (size_t)(equals - text) >= sizeof(name))
		return shop_error_set(err, SHOP_E_INVALID, "expected NAME=VALUE, got '%s'", text);
	snprintf(name, sizeof(name), "%.*s", (int)(equals - text), text);
	if (words_normal(equals + 1, norm, sizeof(norm)) == 0)
		return shop_error_set(err, SHOP_E_INVALID, "attribute '%s' needs a value", name);
	size_t found = 1;
	enum shop_status st = SHOP_OK;
	buf_puts(list, list->len > 1 ? ",[" : "[");
	if (name[0] == '\0') {
		buf_puts(list, "null");
	} else {
		CLEANUP(stmt_reset) struct stmt *s = NULL;
		bool row = false;
		st = db_query(shop->db, STMT_ATTRIBUTE_FIND, DB_ARGS((const char *)name), &s, err);
		if (!st)
			st = stmt_step(s, &row, err);
		found = row ? 1 : 0;
		if (row)
			buf_printf(list, "%" PRId64, stmt_int(s, 0));
	}
	if (!st && found == 0)
		st = unknown_name(shop, "attribute", "attributes", STMT_ATTRIBUTE_NAMES, name, err);
	/* Normal forms have no character that JSON would escape. */
	buf_printf(list, ",\" %s \"]", norm);
	return st;
}

static enum shop_status attributes_resolve(struct shop *shop, const struct shop_texts *texts,
					   struct buf *list, struct shop_error *err)
{
	if (texts->count == 0)
		return SHOP_OK;
	buf_putc(list, '[');
	for (size_t i = 0; i < texts->count; i++) {
		enum shop_status st = attribute_append(shop, texts->items[i], list, err);
		if (st)
			return st;
	}
	buf_putc(list, ']');
	return list->failed ? out_of_memory(err) : SHOP_OK;
}

static struct db_arg list_arg(const struct buf *list)
{
	return db_arg_text(list->len > 0 ? list->data : NULL);
}

static void args_fill(struct filter *f, const struct shop_product_filter *from)
{
	const struct db_arg args[FILTER_ARGS] = {
		list_arg(&f->lists[0]),
		list_arg(&f->lists[1]),
		list_arg(&f->lists[2]),
		list_arg(&f->lists[3]),
		db_arg_unless(from->price_min_cents, SHOP_NONE),
		db_arg_unless(from->price_max_cents, SHOP_NONE),
		db_arg_unless(from->rating_min_centi, SHOP_NONE),
		db_arg_int(from->in_stock ? 1 : 0),
		db_arg_int(from->sold_out ? 1 : 0),
		list_arg(&f->lists[4]),
		list_arg(&f->lists[5]),
	};
	memcpy(f->args, args, sizeof(args));
}

enum shop_status filter_init(struct filter *f, struct shop *shop,
			     const struct shop_product_filter *from, struct shop_error *err)
{
	static const struct names brands = { "brand", "brands", STMT_BRAND_FIND, STMT_BRAND_NAMES };
	static const struct names categories = { "category", "categories", STMT_CATEGORY_FIND,
						 STMT_CATEGORY_PATHS };
	for (size_t i = 0; i < 6; i++)
		buf_init(&f->lists[i], LIST_MAX);
	enum shop_status st = names_resolve(shop, &from->brands, &brands, &f->lists[0], err);
	if (!st)
		st = names_resolve(shop, &from->not_brands, &brands, &f->lists[1], err);
	if (!st)
		st = names_resolve(shop, &from->categories, &categories, &f->lists[2], err);
	if (!st)
		st = names_resolve(shop, &from->not_categories, &categories, &f->lists[3], err);
	if (!st)
		st = attributes_resolve(shop, &from->attributes, &f->lists[4], err);
	if (!st)
		st = attributes_resolve(shop, &from->not_attributes, &f->lists[5], err);
	args_fill(f, from);
	return st;
}

void filter_done(struct filter *f)
{
	for (size_t i = 0; i < 6; i++)
		buf_done(&f->lists[i]);
}
