/* SPDX-License-Identifier: MIT */
/* What Django wrote: rows wait in a temporary table until all are there, and then become records in
 * the order in which they name each other. */
#include <stdio.h>
#include <string.h>

#include "service/import.h"
#include "store/customer.h"

/* Deeper trees of categories are circles. */
enum { LEVELS_MAX = 8, NAME_SIZE = 1024 };

static enum shop_status stage_begin(struct import *im, struct shop_error *err)
{
	static const enum db_statement steps[] = { STMT_STAGE_TABLE, STMT_STAGE_INDEX_KEY,
						   STMT_STAGE_INDEX_NATURAL, STMT_STAGE_INDEX_OF,
						   STMT_STAGE_CLEAR };
	if (im->in->batch != SHOP_NONE)
		return shop_error_set(
			err, SHOP_E_INVALID,
			"a list that Django wrote is read as a whole, not in batches");
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < sizeof(steps) / sizeof(steps[0]); i++)
		st = db_run(im->shop->db, steps[i], DB_NO_ARGS, NULL, err);
	im->staged = !st;
	return st;
}

struct left_out {
	struct import *im;
	const char *model;
};

static enum shop_status field_left_out(void *ctx, const char *field, const char *why,
				       struct shop_error *err)
{
	const struct left_out *l = ctx;
	char what[NAME_SIZE];
	snprintf(what, sizeof(what), "%.100s.%.100s", l->model, field);
	return import_skip(l->im, what, why, err);
}

enum shop_status import_django_row(struct import *im, const struct django_row *row,
				   struct shop_error *err)
{
	struct left_out left = { im, row->model };
	enum shop_status st = im->staged ? SHOP_OK : stage_begin(im, err);
	if (!st && row->kind == DJANGO_OTHER)
		return import_skip(im, row->model, "nothing that a store keeps", err);
	if (!st)
		st = django_left_out(row, field_left_out, &left, err);
	if (st)
		return st;
	return db_run(im->shop->db, STMT_STAGE_ADD,
		      DB_ARGS((int64_t)row->kind, row->model, row->pk, row->natural, row->of,
			      row->by, row->name, row->fields),
		      NULL, err);
}

/* Looks up what a row of that kind is called here; "" for none. `of` (may be NULL) gets what that
 * one belongs to. */
static enum shop_status find_name(struct import *im, enum django_kind kind, const char *key,
				  char name[NAME_SIZE], char of[NAME_SIZE], struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	name[0] = '\0';
	if (key[0] == '\0')
		return SHOP_OK;
	enum shop_status st =
		db_first(im->shop->db, STMT_STAGE_NAMED, DB_ARGS((int64_t)kind, key), &s, err);
	if (st || s == NULL)
		return st;
	snprintf(name, NAME_SIZE, "%s", stmt_text(s, 0));
	if (of != NULL)
		snprintf(of, NAME_SIZE, "%s", stmt_text(s, 1));
	return SHOP_OK;
}

/* The path of a category: its name behind those above it. A text that is no key is a path itself.
 */
static enum shop_status find_path(struct import *im, const char *key, char path[NAME_SIZE],
				  struct shop_error *err)
{
	char at[NAME_SIZE], name[NAME_SIZE], of[NAME_SIZE] = "";
	enum shop_status st = SHOP_OK;
	snprintf(at, sizeof(at), "%s", key);
	path[0] = '\0';
	for (int level = 0; !st && at[0] != '\0' && level < LEVELS_MAX; level++) {
		char longer[2 * NAME_SIZE + 2];
		of[0] = '\0';
		st = find_name(im, DJANGO_CATEGORY, at, name, of, err);
		if (st || name[0] == '\0')
			break;
		snprintf(longer, sizeof(longer), "%s%s%s", name, path[0] != '\0' ? "/" : "", path);
		snprintf(path, NAME_SIZE, "%.*s", NAME_SIZE - 1, longer);
		memcpy(at, of, sizeof(at));
	}
	return st;
}

/* The row that a statement is at; its texts are borrowed from there. */
static struct django_row row_of(struct stmt *s, enum django_kind kind)
{
	return (struct django_row){
		.kind = kind,
		.model = stmt_text(s, 0),
		.pk = (char *)(uintptr_t)stmt_text(s, 1),
		.of = (char *)(uintptr_t)stmt_text(s, 2),
		.by = (char *)(uintptr_t)stmt_text(s, 3),
		.name = (char *)(uintptr_t)stmt_text(s, 4),
		.fields = (char *)(uintptr_t)stmt_text(s, 5),
	};
}

static enum shop_status put_or_skip(struct import *im, const struct django_row *row,
				    const struct record *r, const char *why, struct shop_error *err)
{
	return why != NULL ? import_skip(im, row->model, why, err) : import_put(im, r, err);
}

/* A password that cannot be compared with here is left as it is where there is one already. */
static enum shop_status settle_password(struct import *im, struct record_user *u,
					struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row old = { 0 };
	if (import_hash_usable(u->password_hash))
		return SHOP_OK;
	enum shop_status st = customer_find_email(im->shop->db, u->email, &old, err);
	if (st)
		return st;
	bool has_one = old.customer.id != 0 && strcmp(old.password_hash, "!") != 0;
	u->password_hash = old.customer.id == 0 ? "!" : NULL;
	im->counts.passwords_lost += has_one ? 0 : 1;
	return SHOP_OK;
}

static enum shop_status put_user(struct import *im, struct stmt *s, struct shop_error *err)
{
	CLEANUP(record_done) struct record r = { 0 };
	const struct django_row row = row_of(s, DJANGO_USER);
	const char *why = NULL;
	enum shop_status st = django_user(&row, &r, &why, err);
	if (!st && why == NULL)
		st = settle_password(im, &r.as.user, err);
	return st ? st : put_or_skip(im, &row, &r, why, err);
}

static const char *or_none(const char *text)
{
	return text[0] != '\0' ? text : NULL;
}

/* Brand and category are texts, or keys of rows that have them. */
static enum shop_status put_product(struct import *im, struct stmt *s, struct shop_error *err)
{
	CLEANUP(record_done) struct record r = { 0 };
	CLEANUP(django_keys_done) struct django_keys keys = { 0 };
	const struct django_row row = row_of(s, DJANGO_PRODUCT);
	char brand[NAME_SIZE], category[NAME_SIZE];
	const char *why = NULL;
	enum shop_status st = django_keys_read(&row, &keys, err);
	if (!st)
		st = find_name(im, DJANGO_BRAND, keys.brand, brand, NULL, err);
	if (!st)
		st = find_path(im, keys.category, category, err);
	if (st)
		return st;
	struct django_names names = { .currency = shop_currency(im->shop),
				      .brand = or_none(brand),
				      .category = or_none(category) };
	if (names.brand == NULL && keys.brand_is_text)
		names.brand = keys.brand;
	if (names.category == NULL && keys.category_is_text)
		names.category = keys.category;
	st = django_product(&row, &names, &r, &why, err);
	if (!st && why != NULL)
		st = db_run(im->shop->db, STMT_STAGE_UNNAME, DB_ARGS(stmt_int(s, 6)), NULL, err);
	return st ? st : put_or_skip(im, &row, &r, why, err);
}

static enum shop_status put_review(struct import *im, struct stmt *s, struct shop_error *err)
{
	CLEANUP(record_done) struct record r = { 0 };
	const struct django_row row = row_of(s, DJANGO_REVIEW);
	char product[NAME_SIZE], customer[NAME_SIZE];
	const char *why = NULL;
	int64_t later = 0;
	enum shop_status st = find_name(im, DJANGO_PRODUCT, row.of, product, NULL, err);
	if (!st)
		st = find_name(im, DJANGO_USER, row.by, customer, NULL, err);
	if (!st && row.by[0] != '\0')
		st = db_run_int(im->shop->db, STMT_STAGE_LATER,
				DB_ARGS((int64_t)DJANGO_REVIEW, row.of, row.by, stmt_int(s, 6)),
				&later, err);
	if (st)
		return st;
	const struct django_names names = { .product = or_none(product),
					    .customer = or_none(customer) };
	if (later != 0)
		why = "a review that its author wrote again";
	else
		st = django_review(&row, &names, &r, &why, err);
	return st ? st : put_or_skip(im, &row, &r, why, err);
}

static enum shop_status add_items(struct import *im, struct django_order *order, const char *pk,
				  struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool more = false;
	char sku[NAME_SIZE];
	enum shop_status st = db_query(im->shop->db, STMT_STAGE_PARTS,
				       DB_ARGS((int64_t)DJANGO_ITEM, pk), &s, err);
	while (!st && !(st = stmt_step(s, &more, err)) && more) {
		CLEANUP(django_keys_done) struct django_keys keys = { 0 };
		const struct django_row row = row_of(s, DJANGO_ITEM);
		st = django_keys_read(&row, &keys, err);
		if (!st)
			st = find_name(im, DJANGO_PRODUCT, keys.product, sku, NULL, err);
		if (!st)
			st = django_order_item(order, &row, or_none(sku), err);
	}
	return st;
}

static enum shop_status add_address(struct import *im, struct django_order *order, const char *pk,
				    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool more = false;
	enum shop_status st = db_query(im->shop->db, STMT_STAGE_PARTS,
				       DB_ARGS((int64_t)DJANGO_ADDRESS, pk), &s, err);
	while (!st && !(st = stmt_step(s, &more, err)) && more) {
		const struct django_row row = row_of(s, DJANGO_ADDRESS);
		st = django_order_address(order, &row, err);
	}
	return st;
}

static enum shop_status put_order(struct import *im, struct stmt *s, struct shop_error *err)
{
	CLEANUP(record_done) struct record r = { 0 };
	CLEANUP(django_order_free) struct django_order *order = NULL;
	const struct django_row row = row_of(s, DJANGO_ORDER);
	char customer[NAME_SIZE];
	const char *why = NULL;
	enum shop_status st = find_name(im, DJANGO_USER, row.by, customer, NULL, err);
	if (st)
		return st;
	const struct django_names names = { .currency = shop_currency(im->shop),
					    .customer = or_none(customer) };
	st = django_order_begin(&row, &names, &order, err);
	if (!st)
		st = add_items(im, order, row.pk, err);
	if (!st)
		st = add_address(im, order, row.pk, err);
	if (!st)
		st = django_order_end(&order, &r, &why, err);
	return st ? st : put_or_skip(im, &row, &r, why, err);
}

static enum shop_status put_rows(struct import *im, enum django_kind kind,
				 enum shop_status (*each)(struct import *, struct stmt *,
							  struct shop_error *),
				 struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool more = false;
	enum shop_status st =
		db_query(im->shop->db, STMT_STAGE_ROWS, DB_ARGS((int64_t)kind), &s, err);
	while (!st && !(st = stmt_step(s, &more, err)) && more) {
		st = each(im, s, err);
		if (st)
			shop_error_prefix(err, "%.100s %.60s: ", stmt_text(s, 0), stmt_text(s, 1));
	}
	return st;
}

enum shop_status import_django_end(struct import *im, struct shop_error *err)
{
	enum shop_status st = put_rows(im, DJANGO_USER, put_user, err);
	if (!st)
		st = put_rows(im, DJANGO_PRODUCT, put_product, err);
	if (!st)
		st = put_rows(im, DJANGO_REVIEW, put_review, err);
	if (!st)
		st = put_rows(im, DJANGO_ORDER, put_order, err);
	return st ? st : db_run(im->shop->db, STMT_STAGE_CLEAR, DB_NO_ARGS, NULL, err);
}
