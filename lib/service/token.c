/* SPDX-License-Identifier: MIT */
/* Tokens: how they are made, listed and ended. */
#include "service/token.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "service/account.h"
#include "service/key.h"
#include "store/token.h"

const char *shop_scope_word(enum shop_scope scope)
{
	return scope_word(scope);
}

bool shop_scope_find(const char *word, enum shop_scope *ret)
{
	*ret = scope_from(word);
	return strcmp(word, scope_word(*ret)) == 0;
}

const char *shop_token_state_word(enum shop_token_state state)
{
	static const char *const words[] = { "active", "expired", "revoked" };
	return words[state];
}

void shop_token_done(struct shop_token *token)
{
	token_done(token);
}

void shop_tokens_done(struct shop_tokens *list)
{
	tokens_done(list);
}

void token_made_done(struct token_made *made)
{
	if (made->text != NULL)
		explicit_bzero(made->text, strlen(made->text));
	free(made->text);
	*made = (struct token_made){ 0 };
}

static enum shop_status token_sign(struct shop *shop, struct token_made *made,
				   struct shop_error *err)
{
	unsigned char key[AUTH_KEY_SIZE];
	const struct auth_ops *auth = module_symbol(AUTH_MODULE, AUTH_SYMBOL, err);
	const struct auth_issue_ops *issue =
		auth != NULL ? module_symbol(AUTH_ISSUE_MODULE, AUTH_ISSUE_SYMBOL, err) : NULL;
	if (issue == NULL)
		return SHOP_E_FAILED;
	enum shop_status st = auth->id_make(&made->claims, err);
	if (!st)
		st = key_ensure(shop->path, auth, key, err);
	if (!st)
		st = issue->token_issue(key, &made->claims, &made->text, err);
	explicit_bzero(key, sizeof(key));
	return st;
}

enum shop_status token_make(struct shop *shop, const struct token_order *order,
			    struct token_made *ret, bool *ret_made, struct shop_error *err)
{
	int64_t now = clock_now();
	CLEANUP(token_made_done) struct token_made made = { 0 };
	struct auth_claims *claims = &made.claims;
	claims->customer = order->owner->customer.id;
	/* Where a clock was set back, a new token is still newer than what voided the old. */
	claims->issued_at = now > order->owner->tokens_after ? now : order->owner->tokens_after;
	claims->expires_at = claims->issued_at + order->lifetime;
	if (order->latest != SHOP_NONE && claims->expires_at > order->latest)
		claims->expires_at = order->latest;
	if (claims->expires_at <= claims->issued_at)
		return shop_error_set(err, SHOP_E_LOGIN_EXPIRED, "the login has expired");
	enum shop_status st = token_sign(shop, &made, err);
	if (st)
		return st;
	struct token_new row = {
		.id = claims->id,
		.name = order->name,
		.customer = claims->customer,
		.issued_at = claims->issued_at,
		.expires_at = claims->expires_at,
		.scope = order->scope,
		.password_hash = order->owner->password_hash,
	};
	st = token_insert(shop->db, &row, ret_made, err);
	if (!st && *ret_made) {
		*ret = made;
		made = (struct token_made){ 0 };
	}
	return st;
}

static enum shop_status check_wish(const struct shop_token_wish *in, struct shop_error *err)
{
	enum shop_status st = account_check_name(in->name, err);
	if (st)
		return st;
	if (strcmp(in->name, TOKEN_LOGIN) == 0)
		return shop_error_set(err, SHOP_E_INVALID, "'%s' is what logging in makes",
				      in->name);
	if (in->lifetime > 0 && in->lifetime <= SHOP_TOKEN_LIFETIME_MAX)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "a token lasts up to %d days",
			      (int)(SHOP_TOKEN_LIFETIME_MAX / (24 * 60 * 60)));
}

static enum shop_status list_own(struct shop *shop, struct shop_tokens *ret, struct shop_error *err)
{
	enum shop_status st = token_list(shop->db, shop->actor.customer, clock_now(), ret, err);
	for (size_t i = 0; !st && i < ret->count; i++)
		ret->items[i].current = strcmp(ret->items[i].id, shop->actor.token_id) == 0;
	return st;
}

static enum shop_status check_free(struct shop *shop, const char *name, struct shop_error *err)
{
	CLEANUP(tokens_done) struct shop_tokens list = { 0 };
	enum shop_status st = list_own(shop, &list, err);
	for (size_t i = 0; !st && i < list.count; i++) {
		if (strcmp(list.items[i].name, name) != 0 ||
		    list.items[i].state != SHOP_TOKEN_ACTIVE)
			continue;
		st = shop_error_set(err, SHOP_E_EXISTS, "there is a token '%s' already", name);
		shop_error_hint(err, "'shop token revoke' ends it");
	}
	return st;
}

/* Within a write transaction. */
static enum shop_status create(struct shop *shop, const struct shop_token_wish *in,
			       struct token_made *made, struct shop_error *err)
{
	bool done = false;
	CLEANUP(customer_row_done) struct customer_row owner = { 0 };
	enum shop_status st = check_free(shop, in->name, err);
	if (!st)
		st = customer_find_id(shop->db, shop->actor.customer, &owner, err);
	if (st)
		return st;
	struct token_order order = { .owner = &owner,
				     .name = in->name,
				     .scope = in->scope,
				     .lifetime = in->lifetime,
				     .latest = shop->actor.login ? SHOP_NONE
								 : shop->actor.expires_at };
	if (owner.customer.id != 0)
		st = token_make(shop, &order, made, &done, err);
	if (!st && !done)
		return actor_gone(err);
	return st;
}

enum shop_status shop_token_create(struct shop *shop, const struct shop_token_wish *in,
				   char **ret_text, struct shop_token *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = check_wish(in, err);
	if (st)
		return st;
	CLEANUP(token_made_done) struct token_made made = { 0 };
	CLEANUP(free_charp) char *name = strdup(in->name);
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = name != NULL ? db_begin(shop->db, /* write= */ true, &txn, err) : out_of_memory(err);
	if (!st)
		st = create(shop, in, &made, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		return st;
	*ret = (struct shop_token){ .name = TAKE(name),
				    .scope = in->scope,
				    .issued_at = made.claims.issued_at,
				    .expires_at = made.claims.expires_at,
				    .state = SHOP_TOKEN_ACTIVE };
	memcpy(ret->id, made.claims.id, sizeof(made.claims.id));
	*ret_text = TAKE(made.text);
	return SHOP_OK;
}

enum shop_status shop_token_list(struct shop *shop, struct shop_tokens *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	return st ? st : list_own(shop, ret, err);
}

/* A name counts more than the beginning of an id, and an active token more than one that is
 * over. */
static int rank(const struct shop_token *t, const char *name)
{
	int active = t->state == SHOP_TOKEN_ACTIVE ? 1 : 0;
	if (strcmp(t->name, name) == 0)
		return 2 + active;
	size_t len = strlen(name);
	return len >= SHOP_TOKEN_ID_MIN && strncmp(t->id, name, len) == 0 ? active : -1;
}

static enum shop_status choose(const struct shop_tokens *list, const char *name, size_t *ret,
			       struct shop_error *err)
{
	int best = -1, count = 0;
	for (size_t i = 0; i < list->count; i++) {
		int r = rank(&list->items[i], name);
		count = r > best ? 1 : count + (r == best ? 1 : 0);
		if (r > best) {
			best = r;
			*ret = i;
		}
	}
	enum shop_status st = SHOP_OK;
	if (best < 0) {
		st = shop_error_set(err, SHOP_E_NOT_FOUND, "there is no token '%s'", name);
		shop_error_hint(err, "'shop token list' shows those there are");
	} else if (list->items[*ret].state != SHOP_TOKEN_ACTIVE) {
		st = shop_error_set(err, SHOP_E_CONFLICT, "the token '%s' is over already", name);
	} else if (count > 1) {
		st = shop_error_set(err, SHOP_E_CONFLICT, "'%s' means %d tokens", name, count);
		shop_error_hint(err, "name one by its id: 'shop token list' shows it");
	}
	return st;
}

enum shop_status shop_token_revoke(struct shop *shop, const char *name, struct shop_token *ret,
				   struct shop_error *err)
{
	size_t at = 0;
	enum shop_status st = actor_need_write(shop, err);
	if (st)
		return st;
	CLEANUP(tokens_done) struct shop_tokens list = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = list_own(shop, &list, err);
	if (!st)
		st = choose(&list, name, &at, err);
	if (!st)
		st = token_revoke(shop->db, list.items[at].id, clock_now(), err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		return st;
	*ret = list.items[at];
	ret->state = SHOP_TOKEN_REVOKED;
	list.items[at].name = NULL;
	if (ret->current)
		actor_clear(shop);
	return SHOP_OK;
}
