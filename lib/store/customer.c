/* SPDX-License-Identifier: MIT */
/* Customers and tokens: rows to structs and back. */
#include "store/customer.h"

#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"

const char *role_word(enum shop_role role)
{
	return role == SHOP_ROLE_ADMIN ? "admin" : "customer";
}

/* What is not known has no rights. */
static enum shop_role role_from(const char *word)
{
	return strcmp(word, "admin") == 0 ? SHOP_ROLE_ADMIN : SHOP_ROLE_CUSTOMER;
}

static const char *scope_word(enum shop_scope scope)
{
	return scope == SHOP_SCOPE_FULL ? "full" : "read";
}

static enum shop_scope scope_from(const char *word)
{
	return strcmp(word, "full") == 0 ? SHOP_SCOPE_FULL : SHOP_SCOPE_READ;
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

/* A copy of a column; NULL stays NULL. Out of memory is told by *ok. */
static char *column_copy(struct stmt *s, int column, bool *ok)
{
	if (stmt_is_null(s, column))
		return NULL;
	char *copy = strdup(stmt_text(s, column));
	if (copy == NULL)
		*ok = false;
	return copy;
}

static enum shop_status customer_read(struct stmt *s, struct customer_row *ret,
				      struct shop_error *err)
{
	bool ok = true;
	struct customer_row row = {
		.customer = {
			.id = stmt_int(s, 0),
			.email = column_copy(s, 1, &ok),
			.name = column_copy(s, 2, &ok),
			.role = role_from(stmt_text(s, 3)),
			.address_line = column_copy(s, 4, &ok),
			.city = column_copy(s, 5, &ok),
			.postal_code = column_copy(s, 6, &ok),
			.country = column_copy(s, 7, &ok),
			.created_at = stmt_int(s, 8),
		},
		.password_hash = column_copy(s, 9, &ok),
		.tokens_after = stmt_int(s, 10),
		.failed_logins = stmt_int(s, 11),
		.failed_at = stmt_int_or(s, 12, SHOP_NONE),
	};
	if (!ok) {
		customer_row_done(&row);
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	}
	*ret = row;
	return SHOP_OK;
}

static enum shop_status customer_find(struct db *db, enum db_statement id, struct db_arg key,
				      struct customer_row *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, id, &key, 1, &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (st)
		return st;
	if (row)
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

enum shop_status customer_login_tried(struct db *db, int64_t id, int64_t now,
				      struct shop_error *err)
{
	return db_run(db, STMT_CUSTOMER_LOGIN_TRIED, DB_ARGS(id, now), NULL, err);
}

enum shop_status customer_login_succeeded(struct db *db, int64_t id, struct shop_error *err)
{
	return db_run(db, STMT_CUSTOMER_LOGIN_SUCCEEDED, DB_ARGS(id), NULL, err);
}

enum shop_status customer_login_pretended(struct db *db, struct shop_error *err)
{
	enum shop_status st = db_run(db, STMT_CUSTOMER_PAD, DB_NO_ARGS, NULL, err);
	return st ? st : db_run(db, STMT_CUSTOMER_UNPAD, DB_NO_ARGS, NULL, err);
}

enum shop_status token_find(struct db *db, const char *id, struct token_row *ret,
			    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_TOKEN_BY_ID, DB_ARGS(id), &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (st)
		return st;
	*ret = (struct token_row){ 0 };
	if (row)
		*ret = (struct token_row){
			.customer = stmt_int(s, 0),
			.scope = scope_from(stmt_text(s, 1)),
			.issued_at = stmt_int(s, 2),
			.expires_at = stmt_int(s, 3),
			.revoked_at = stmt_int_or(s, 4, SHOP_NONE),
			.role = role_from(stmt_text(s, 5)),
			.tokens_after = stmt_int(s, 6),
		};
	return SHOP_OK;
}

enum shop_status token_insert(struct db *db, const struct token_new *token, bool *ret_made,
			      struct shop_error *err)
{
	int64_t changes = 0;
	enum shop_status st =
		db_run(db, STMT_TOKEN_INSERT,
		       DB_ARGS(token->id, token->customer, token->name, scope_word(token->scope),
			       token->issued_at, token->expires_at, token->password_hash),
		       &changes, err);
	if (!st)
		*ret_made = changes == 1;
	return st;
}

enum shop_status token_revoke(struct db *db, const char *id, int64_t now, struct shop_error *err)
{
	return db_run(db, STMT_TOKEN_REVOKE, DB_ARGS(id, now), NULL, err);
}

enum shop_status token_delete_expired(struct db *db, int64_t customer, int64_t now,
				      struct shop_error *err)
{
	return db_run(db, STMT_TOKEN_DELETE_EXPIRED, DB_ARGS(customer, now), NULL, err);
}
