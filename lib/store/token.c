/* SPDX-License-Identifier: MIT */
/* Tokens and tries: rows to structs and back. */
#include "store/token.h"

#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"
#include "store/customer.h"

const char *scope_word(enum shop_scope scope)
{
	return scope == SHOP_SCOPE_FULL ? "full" : "read";
}

enum shop_scope scope_from(const char *word)
{
	return strcmp(word, "full") == 0 ? SHOP_SCOPE_FULL : SHOP_SCOPE_READ;
}

enum shop_status token_find(struct db *db, const char *id, struct token_row *ret,
			    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_TOKEN_BY_ID, DB_ARGS(id), &s, err);
	if (st)
		return st;
	*ret = (struct token_row){ 0 };
	if (s != NULL)
		*ret = (struct token_row){
			.customer = stmt_int(s, 0),
			.scope = scope_from(stmt_text(s, 1)),
			.issued_at = stmt_int(s, 2),
			.expires_at = stmt_int(s, 3),
			.revoked_at = stmt_int_or(s, 4, SHOP_NONE),
			.role = role_from(stmt_text(s, 5)),
			.tokens_after = stmt_int(s, 6),
			.login = strcmp(stmt_text(s, 7), TOKEN_LOGIN) == 0,
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

void token_done(struct shop_token *token)
{
	free(token->name);
	*token = (struct shop_token){ 0 };
}

void tokens_done(struct shop_tokens *list)
{
	for (size_t i = 0; i < list->count; i++)
		token_done(&list->items[i]);
	free(list->items);
	*list = (struct shop_tokens){ 0 };
}

static bool tokens_add(struct shop_tokens *list, struct stmt *s, int64_t now)
{
	struct shop_token *items = array_room(list->items, list->count, sizeof(*items));
	if (items == NULL)
		return false;
	list->items = items;
	struct shop_token *t = &items[list->count++];
	*t = (struct shop_token){
		.name = strdup(stmt_text(s, 1)),
		.login = strcmp(stmt_text(s, 1), TOKEN_LOGIN) == 0,
		.scope = scope_from(stmt_text(s, 2)),
		.issued_at = stmt_int(s, 3),
		.expires_at = stmt_int(s, 4),
	};
	size_t len = strnlen(stmt_text(s, 0), sizeof(t->id) - 1);
	memcpy(t->id, stmt_text(s, 0), len);
	t->state = stmt_int(s, 5) != 0    ? SHOP_TOKEN_REVOKED
		   : t->expires_at <= now ? SHOP_TOKEN_EXPIRED
					  : SHOP_TOKEN_ACTIVE;
	return t->name != NULL;
}

enum shop_status token_list(struct db *db, int64_t customer, int64_t now, struct shop_tokens *ret,
			    struct shop_error *err)
{
	CLEANUP(tokens_done) struct shop_tokens list = { 0 };
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_TOKEN_LIST, DB_ARGS(customer), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		if (!tokens_add(&list, s, now))
			return out_of_memory(err);
	if (!st) {
		*ret = list;
		list = (struct shop_tokens){ 0 };
	}
	return st;
}

enum shop_status token_revoke(struct db *db, const char *id, int64_t now, struct shop_error *err)
{
	return db_run(db, STMT_TOKEN_REVOKE, DB_ARGS(id, now), NULL, err);
}

enum shop_status token_revoke_all(struct db *db, int64_t customer, int64_t now,
				  struct shop_error *err)
{
	return db_run(db, STMT_TOKEN_REVOKE_ALL, DB_ARGS(customer, now), NULL, err);
}

enum shop_status token_delete_expired(struct db *db, int64_t customer, int64_t now,
				      struct shop_error *err)
{
	return db_run(db, STMT_TOKEN_DELETE_EXPIRED, DB_ARGS(customer, now), NULL, err);
}

enum shop_status token_inherit(struct db *db, const char *id, const char *from,
			       struct shop_error *err)
{
	enum shop_status st = db_run(db, STMT_TOKEN_INHERIT, DB_ARGS(id, from), NULL, err);
	return st ? st : db_run(db, STMT_TOKEN_INHERIT_TOLD, DB_ARGS(id, from), NULL, err);
}

enum shop_status login_try_get(struct db *db, int64_t address, struct login_tries *ret,
			       struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_LOGIN_TRY_GET, DB_ARGS(address), &s, err);
	*ret = (struct login_tries){ 0 };
	if (!st && s != NULL)
		*ret = (struct login_tries){ stmt_int(s, 0), stmt_int(s, 1) };
	return st;
}

enum shop_status login_try_add(struct db *db, int64_t address, int64_t now, int64_t since,
			       struct shop_error *err)
{
	return db_run(db, STMT_LOGIN_TRY_ADD, DB_ARGS(address, now, since), NULL, err);
}

enum shop_status login_try_forget(struct db *db, int64_t address, struct shop_error *err)
{
	return db_run(db, STMT_LOGIN_TRY_FORGET, DB_ARGS(address), NULL, err);
}

enum shop_status login_try_trim(struct db *db, int64_t since, int64_t keep, struct shop_error *err)
{
	return db_run(db, STMT_LOGIN_TRY_TRIM, DB_ARGS(since, keep), NULL, err);
}
