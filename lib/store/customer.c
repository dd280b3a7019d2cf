/* SPDX-License-Identifier: MIT */
/* Customers: rows to structs and back. */
#include "store/customer.h"

#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"

const char *role_word(enum shop_role role)
{
	return role == SHOP_ROLE_ADMIN ? "admin" : "customer";
}

enum shop_role role_from(const char *word)
{
	return strcmp(word, "admin") == 0 ? SHOP_ROLE_ADMIN : SHOP_ROLE_CUSTOMER;
}

void customer_done(struct shop_customer *c)
{
	free(c->email);
	free(c->name);
	free(c->address_line);
	free(c->city);
	free(c->postal_code);
	free(c->country);
	*c = (struct shop_customer){ 0 };
}

void customer_row_done(struct customer_row *row)
{
	customer_done(&row->customer);
	free(row->password_hash);
	*row = (struct customer_row){ 0 };
}

static enum shop_status customer_read(struct stmt *s, struct customer_row *ret,
				      struct shop_error *err)
{
	bool ok = true;
	struct customer_row row = {
		.customer = {
			.id = stmt_int(s, 0),
			.email = stmt_copy(s, 1, &ok),
			.name = stmt_copy(s, 2, &ok),
			.role = role_from(stmt_text(s, 3)),
			.address_line = stmt_copy(s, 4, &ok),
			.city = stmt_copy(s, 5, &ok),
			.postal_code = stmt_copy(s, 6, &ok),
			.country = stmt_copy(s, 7, &ok),
			.created_at = stmt_int(s, 8),
		},
		.password_hash = stmt_copy(s, 9, &ok),
		.tokens_after = stmt_int(s, 10),
	};
	if (!ok) {
		customer_row_done(&row);
		return out_of_memory(err);
	}
	*ret = row;
	return SHOP_OK;
}

static enum shop_status customer_find(struct db *db, enum db_statement id, struct db_arg key,
				      struct customer_row *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, id, &key, 1, &s, err);
	if (st)
		return st;
	if (s != NULL)
		return customer_read(s, ret, err);
	*ret = (struct customer_row){ 0 };
	return SHOP_OK;
}

enum shop_status customer_find_email(struct db *db, const char *email, struct customer_row *ret,
				     struct shop_error *err)
{
	return customer_find(db, STMT_CUSTOMER_BY_EMAIL, db_arg_text(email), ret, err);
}

enum shop_status customer_find_id(struct db *db, int64_t id, struct customer_row *ret,
				  struct shop_error *err)
{
	return customer_find(db, STMT_CUSTOMER_BY_ID, db_arg_int(id), ret, err);
}

enum shop_status customer_insert(struct db *db, const struct customer_new *c, int64_t *ret_id,
				 struct shop_error *err)
{
	struct shop_error local;
	enum shop_status st = db_run_int(
		db, STMT_CUSTOMER_INSERT,
		DB_ARGS(c->email, c->name, role_word(c->role), c->password_hash, c->created_at),
		ret_id, &local);
	if (st == SHOP_E_EXISTS)
		return shop_error_set(err, st, "the e-mail address '%s' is taken", c->email);
	if (st && err != NULL)
		*err = local;
	return st;
}

static enum shop_status row_pass(struct stmt *s, customer_each_fn each, void *ctx,
				 struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = customer_read(s, &row, err);
	return st ? st : each(ctx, &row, err);
}

enum shop_status customer_each(struct db *db, const struct customer_range *range,
			       customer_each_fn each, void *ctx, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_CUSTOMER_LIST,
				       DB_ARGS(range->role, db_arg_unless(range->limit, SHOP_NONE),
					       db_arg_unless(range->offset, SHOP_NONE)),
				       &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		st = row_pass(s, each, ctx, err);
	return st;
}

enum shop_status customer_count(struct db *db, int64_t id, struct customer_counts *ret,
				struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_CUSTOMER_COUNTS, DB_ARGS(id), &s, err);
	if (!st && s != NULL)
		*ret = (struct customer_counts){ .orders = stmt_int(s, 0),
						 .open_orders = stmt_int(s, 1),
						 .reviews = stmt_int(s, 2) };
	return st;
}

enum shop_status customer_delete(struct db *db, int64_t id, const char *author,
				 struct shop_error *err)
{
	enum shop_status st = db_run(db, STMT_CUSTOMER_FORGET_ORDERS, DB_ARGS(id), NULL, err);
	if (!st)
		st = db_run(db, STMT_CUSTOMER_FORGET_REVIEWS, DB_ARGS(id, author), NULL, err);
	return st ? st : db_run(db, STMT_CUSTOMER_DELETE, DB_ARGS(id), NULL, err);
}
