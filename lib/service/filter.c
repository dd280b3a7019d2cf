/* SPDX-License-Identifier: MIT */
/* Looks up what a product filter names, and says what was meant where there is no such name. */
#include "service/filter.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/measure.h"
#include "base/text.h"
#include "base/words.h"
#include "service/match.h"

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
	else if (names == STMT_ATTRIBUTE_NAMES)
		shop_error_hint(err, "'shop products show ID' shows those of a product");
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

/* One wish for an attribute, taken apart. */
struct wish {
	char name[512];    /* several with '|' between them */
	const char *value; /* likewise */
	bool compares;
	enum measure_relation relation;
};

/* The sign for a comparison at p; its length, 0 if there is none. */
static size_t read_relation(const char *p, struct wish *w)
{
	static const struct {
		const char *sign;
		enum measure_relation relation;
	} signs[] = {
		{ ">=", MEASURE_AT_LEAST }, { "<=", MEASURE_AT_MOST }, { ">", MEASURE_MORE },
		{ "<", MEASURE_LESS },      { "~", MEASURE_NEAR },
	};
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (strncmp(p, signs[i].sign, strlen(signs[i].sign)) != 0)
			continue;
		w->compares = true;
		w->relation = signs[i].relation;
		return strlen(signs[i].sign);
	}
	return 0;
}

/* "name=value", "name>=16 GB", "name=>=16 GB", "name=~13 inch". */
static bool wish_read(const char *text, struct wish *w)
{
	*w = (struct wish){ .relation = MEASURE_EQUAL };
	size_t len = strcspn(text, "=<>");
	if (text[len] == '\0' || len >= sizeof(w->name))
		return false;
	memcpy(w->name, text, len);
	w->name[len] = '\0';
	w->value = text + len;
	if (*w->value == '=')
		w->value++;
	w->value += read_relation(w->value, w);
	w->value += strspn(w->value, " ");
	return true;
}

static bool is_simple(const struct wish *w)
{
	return !w->compares && strchr(w->name, '|') == NULL && strchr(w->value, '|') == NULL;
}

/* What values are held against. */
struct wanted {
	bool compares;
	enum measure_relation relation;
	struct measure measure; /* where the wish compares */
	struct buf norms;       /* else normal forms, between spaces, each with a NUL behind it */
};

/* To be freed whatever it returns. INVALID: it compares with what is no size. */
static enum shop_status wanted_init(struct wanted *a, const struct wish *w, struct shop_error *err)
{
	char one[512], norm[512];
	*a = (struct wanted){ .compares = w->compares, .relation = w->relation };
	buf_init(&a->norms, LIST_MAX);
	if (w->compares && measure_read(w->value, &a->measure, 1) == 0)
		return shop_error_set(err, SHOP_E_INVALID, "'%s' is no size to compare with",
				      w->value);
	for (const char *p = w->value; !w->compares && *p != '\0'; p += *p == '|' ? 1 : 0) {
		size_t len = strcspn(p, "|");
		snprintf(one, sizeof(one), "%.*s", (int)len, p);
		p += len;
		if (words_normal(one, norm, sizeof(norm)) > 0)
			buf_printf(&a->norms, " %s %c", norm, '\0');
	}
	return a->norms.failed ? out_of_memory(err) : SHOP_OK;
}

/* Is one of the measures in `value` what is wished for? */
static bool is_measured(const struct wanted *a, const char *value)
{
	enum { MEASURES_MAX = 8 };
	struct measure list[MEASURES_MAX];
	size_t count = measure_read(value, list, MEASURES_MAX);
	for (size_t i = 0; i < count; i++)
		if (measure_meets(&list[i], a->relation, &a->measure))
			return true;
	return false;
}

/* Does a normal form have all words of one of the values? */
static bool has_one_of(const struct wanted *a, const char *norm)
{
	const char *p = buf_text(&a->norms), *end = p + a->norms.len;
	for (; p < end; p += strlen(p) + 1)
		if (strstr(norm, p) != NULL)
			return true;
	return false;
}

/* The ids of what one attribute (SHOP_NONE: any) has that is wished for. */
static enum shop_status values_of(struct shop *shop, const struct wanted *a, int64_t attribute,
				  struct buf *list, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = true;
	enum shop_status st =
		attribute == SHOP_NONE
			? db_query(shop->db, STMT_ATTRIBUTE_VALUES_ALL, DB_NO_ARGS, &s, err)
			: db_query(shop->db, STMT_ATTRIBUTE_VALUES, DB_ARGS(attribute), &s, err);
	while (!st && (st = stmt_step(s, &row, err)) == SHOP_OK && row) {
		bool is = a->compares ? is_measured(a, stmt_text(s, 1))
				      : has_one_of(a, stmt_text(s, 2));
		if (is)
			buf_printf(list, "%s%" PRId64, list->len > 1 ? "," : "", stmt_int(s, 0));
	}
	return st;
}

static enum shop_status attribute_find(struct shop *shop, const char *name, int64_t *ret,
				       struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	*ret = SHOP_NONE;
	enum shop_status st = db_query(shop->db, STMT_ATTRIBUTE_FIND, DB_ARGS(name), &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (!st && row)
		*ret = stmt_int(s, 0);
	if (!st && !row)
		st = unknown_name(shop, "attribute", "attributes", STMT_ATTRIBUTE_NAMES, name, err);
	return st;
}

/* A wish with several names or values, or a comparison: the values that fulfil it. */
static enum shop_status wish_resolve(struct shop *shop, const struct wish *w, struct filter *f,
				     struct shop_error *err)
{
	if (f->value_count == FILTER_VALUE_LISTS)
		return shop_error_set(err, SHOP_E_INVALID,
				      "at most %d attributes can be compared or have alternatives",
				      FILTER_VALUE_LISTS);
	struct buf *list = &f->values[f->value_count++];
	struct wanted wanted;
	enum shop_status st = wanted_init(&wanted, w, err);
	buf_putc(list, '[');
	const char *p = w->name;
	while (!st) {
		char name[256];
		int64_t attribute = SHOP_NONE;
		size_t len = strcspn(p, "|");
		snprintf(name, sizeof(name), "%.*s", (int)len, p);
		p += len + (p[len] == '|' ? 1 : 0);
		if (name[0] != '\0')
			st = attribute_find(shop, name, &attribute, err);
		if (!st)
			st = values_of(shop, &wanted, attribute, list, err);
		if (*p == '\0')
			break;
	}
	buf_done(&wanted.norms);
	buf_putc(list, ']');
	return st || !list->failed ? st : out_of_memory(err);
}

static enum shop_status attribute_append(struct shop *shop, const struct wish *w, struct buf *list,
					 struct shop_error *err)
{
	char norm[512];
	if (words_normal(w->value, norm, sizeof(norm)) == 0)
		return shop_error_set(err, SHOP_E_INVALID, "attribute '%s' needs a value", w->name);
	enum shop_status st = SHOP_OK;
	int64_t id = SHOP_NONE;
	buf_puts(list, list->len > 1 ? ",[" : "[");
	if (w->name[0] == '\0') {
		buf_puts(list, "null");
	} else {
		st = attribute_find(shop, w->name, &id, err);
		buf_printf(list, "%" PRId64, id);
	}
	/* Normal forms have no character that JSON would escape. */
	buf_printf(list, ",\" %s \"]", norm);
	return st;
}

static enum shop_status attributes_resolve(struct shop *shop, const struct shop_texts *texts,
					   struct filter *f, struct shop_error *err)
{
	struct buf *list = &f->lists[4];
	struct wish w;
	enum shop_status st = SHOP_OK;
	buf_putc(list, '[');
	for (size_t i = 0; !st && i < texts->count; i++) {
		if (!wish_read(texts->items[i], &w))
			return shop_error_set(err, SHOP_E_INVALID, "expected NAME=VALUE, got '%s'",
					      texts->items[i]);
		st = is_simple(&w) ? attribute_append(shop, &w, list, err)
				   : wish_resolve(shop, &w, f, err);
	}
	if (list->len == 1)
		buf_clear(list);
	else
		buf_putc(list, ']');
	return st || !list->failed ? st : out_of_memory(err);
}

/* Each of several names and values is denied by itself. */
static enum shop_status attributes_deny(struct shop *shop, const struct shop_texts *texts,
					struct buf *list, struct shop_error *err)
{
	struct wish w;
	enum shop_status st = SHOP_OK;
	if (texts->count == 0)
		return SHOP_OK;
	buf_putc(list, '[');
	for (size_t i = 0; i < texts->count; i++) {
		if (!wish_read(texts->items[i], &w) || !is_simple(&w))
			return shop_error_set(err, SHOP_E_INVALID,
					      "expected one NAME=VALUE, got '%s'", texts->items[i]);
		st = attribute_append(shop, &w, list, err);
		if (st)
			return st;
	}
	buf_putc(list, ']');
	return list->failed ? out_of_memory(err) : SHOP_OK;
}

/* What must not stand in the texts. "Everything but books" means what is a book, where some is. */
static enum shop_status texts_deny(struct shop *shop, const struct shop_product_filter *from,
				   struct buf *out, struct shop_error *err)
{
	bool alone = from->text == NULL || from->text[0] == '\0';
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < from->not_texts.count; i++) {
		int64_t found = 0;
		struct buf one;
		buf_init(&one, LIST_MAX);
		bool written = alone && match_write_things(from->not_texts.items[i], &one);
		if (written)
			st = db_run_int(shop->db, STMT_PRODUCT_TEXT_MATCHES,
					DB_ARGS(buf_text(&one)), &found, err);
		if (!st && found == 0)
			written = match_write_denied(from->not_texts.items[i], from->text, &one);
		if (!st && found == 0 && written)
			st = db_run_int(shop->db, STMT_PRODUCT_TEXT_MATCHES,
					DB_ARGS(buf_text(&one)), &found, err);
		/* Where the words stand together nowhere, what has them all is meant. */
		if (!st && found == 0)
			written = match_write_has(from->not_texts.items[i], &one);
		if (!st && written)
			buf_printf(out, "%s(%s)", out->len > 0 ? " OR " : "", buf_text(&one));
		if (!st && (one.failed || out->failed))
			st = out_of_memory(err);
		buf_done(&one);
	}
	return st;
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
		db_arg_unless(from->rating_max_centi, SHOP_NONE),
		list_arg(&f->values[0]),
		list_arg(&f->values[1]),
		list_arg(&f->values[2]),
		list_arg(&f->values[3]),
		list_arg(&f->denied),
	};
	size_t set = 0;
	for (size_t i = 0; i < FILTER_ARGS; i++)
		set += args[i].kind != DB_ARG_NULL;
	/* In stock and sold out are always told. */
	f->everything = set == 2 && !from->in_stock && !from->sold_out;
	memcpy(f->args, args, sizeof(args));
}

enum shop_status filter_init(struct filter *f, struct shop *shop,
			     const struct shop_product_filter *from, struct shop_error *err)
{
	static const struct names brands = { "brand", "brands", STMT_BRAND_FIND, STMT_BRAND_NAMES };
	static const struct names categories = { "category", "categories", STMT_CATEGORY_FIND,
						 STMT_CATEGORY_PATHS };
	f->value_count = 0;
	buf_init(&f->denied, LIST_MAX);
	for (size_t i = 0; i < 6; i++)
		buf_init(&f->lists[i], LIST_MAX);
	for (size_t i = 0; i < FILTER_VALUE_LISTS; i++)
		buf_init(&f->values[i], LIST_MAX);
	enum shop_status st = names_resolve(shop, &from->brands, &brands, &f->lists[0], err);
	if (!st)
		st = names_resolve(shop, &from->not_brands, &brands, &f->lists[1], err);
	if (!st)
		st = names_resolve(shop, &from->categories, &categories, &f->lists[2], err);
	if (!st)
		st = names_resolve(shop, &from->not_categories, &categories, &f->lists[3], err);
	if (!st)
		st = attributes_resolve(shop, &from->attributes, f, err);
	if (!st)
		st = attributes_deny(shop, &from->not_attributes, &f->lists[5], err);
	if (!st)
		st = texts_deny(shop, from, &f->denied, err);
	args_fill(f, from);
	return st;
}

void filter_done(struct filter *f)
{
	for (size_t i = 0; i < 6; i++)
		buf_done(&f->lists[i]);
	for (size_t i = 0; i < FILTER_VALUE_LISTS; i++)
		buf_done(&f->values[i]);
	buf_done(&f->denied);
}
