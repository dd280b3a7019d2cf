/* SPDX-License-Identifier: MIT */
/* A customer's own account, as he changes it. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "service/account.h"
#include "service/actor.h"
#include "service/guess.h"
#include "service/token.h"
#include "store/customer_put.h"
#include "store/token.h"

static enum shop_status check(const struct shop_profile_change *in, struct shop_error *err)
{
	if (in->name == NULL && in->email == NULL && in->address == NULL && !in->no_address &&
	    in->new_password == NULL) {
		shop_error_set(err, SHOP_E_INVALID, "there is nothing to change");
		shop_error_hint(err, "'shop profile update --help' shows what can be changed");
		return SHOP_E_INVALID;
	}
	return account_check_given(in->name, in->email, err);
}

/* The acting customer, unless it is too early for a try of his password. */
static enum shop_status prove_begin(struct shop *shop, struct customer_row *row,
				    struct shop_error *err)
{
	int64_t wait = 0;
	enum shop_status st = customer_find_id(shop->db, shop->actor.customer, row, err);
	if (!st && row->customer.id == 0)
		return actor_gone(err);
	if (!st)
		st = guess_wait(shop->db, row->customer.email, clock_now(), &wait, err);
	return st || wait == 0 ? st : guess_refuse(SHOP_E_DENIED, wait, err);
}

/*
 * Who has found a terminal or a token must not be able to keep the account by a new password: so
 * the current one is asked for, and guessing it is slowed as it is for a login.
 */
static enum shop_status prove(struct shop *shop, const char *password, struct customer_row *row,
			      struct shop_error *err)
{
	const struct auth_ops *auth = module_symbol(AUTH_MODULE, AUTH_SYMBOL, err);
	if (auth == NULL)
		return SHOP_E_FAILED;
	enum shop_status st = prove_begin(shop, row, err);
	if (st)
		return st;
	bool huge = strnlen(password, SHOP_PASSWORD_MAX + 1) > SHOP_PASSWORD_MAX;
	bool right = !huge && auth->password_matches(row->password_hash, password);
	st = guess_settle(shop->db, row->customer.email, right, SHOP_E_DENIED, err);
	return st || right ? st
			   : shop_error_set(err, SHOP_E_DENIED, "the current password is wrong");
}

static void address_set(struct customer_change *c, const struct shop_address *a)
{
	static const struct shop_address none = { 0 };
	a = a != NULL ? a : &none;
	c->address_line = a->line;
	c->city = a->city;
	c->postal_code = a->postal_code;
	c->country = a->country;
}

static enum shop_status rewrite(struct shop *shop, const struct customer_row *row,
				const struct shop_profile_change *in, const char *hash,
				struct shop_error *err)
{
	struct customer_change change = customer_unchanged(row);
	if (in->email != NULL)
		change.email = in->email;
	if (in->name != NULL)
		change.name = in->name;
	if (hash != NULL)
		customer_set_password(&change, hash, clock_now());
	if (in->address != NULL || in->no_address)
		address_set(&change, in->no_address ? NULL : in->address);
	return customer_rewrite(shop->db, &change, err);
}

/* Ends all tokens of the customer and makes a login, which goes on where the acting one was. */
static enum shop_status relogin(struct shop *shop, struct token_made *ret, struct shop_error *err)
{
	bool made = false;
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = token_revoke_all(shop->db, shop->actor.customer, clock_now(), err);
	if (!st)
		st = customer_find_id(shop->db, shop->actor.customer, &row, err);
	struct token_order order = { .owner = &row,
				     .name = TOKEN_LOGIN,
				     .scope = SHOP_SCOPE_FULL,
				     .lifetime = LOGIN_TTL_SECONDS,
				     .latest = SHOP_NONE };
	if (!st)
		st = token_make(shop, &order, ret, &made, err);
	if (!st && !made)
		return actor_gone(err);
	return st ? st : token_inherit(shop->db, ret->claims.id, shop->actor.token_id, err);
}

/* A password that is to be another. */
struct new_password {
	struct customer_row proved; /* the account as it was when the current one was looked at */
	char hash[AUTH_HASH_SIZE];
};

/* fresh NULL: the password stays. */
static enum shop_status commit(struct shop *shop, const struct shop_profile_change *in,
			       const struct new_password *fresh, struct token_made *ret,
			       struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = customer_find_id(shop->db, shop->actor.customer, &row, err);
	if (!st && row.customer.id == 0)
		return actor_gone(err);
	if (!st && fresh != NULL && strcmp(row.password_hash, fresh->proved.password_hash) != 0)
		return shop_error_set(err, SHOP_E_CONFLICT,
				      "the password has been changed meanwhile");
	if (!st)
		st = rewrite(shop, &row, in, fresh != NULL ? fresh->hash : NULL, err);
	if (!st && fresh != NULL)
		st = relogin(shop, ret, err);
	return st ? st : txn_commit(&txn, err);
}

static enum shop_status password_prepare(struct shop *shop, const struct shop_profile_change *in,
					 struct new_password *fresh, struct shop_error *err)
{
	enum shop_status st = account_check_password(in->new_password, err);
	if (!st)
		st = prove(shop, in->password != NULL ? in->password : "", &fresh->proved, err);
	return st ? st : account_hash(in->new_password, fresh->hash, err);
}

enum shop_status shop_profile_update(struct shop *shop, const struct shop_profile_change *in,
				     char **ret_token, struct shop_error *err)
{
	struct new_password fresh = { 0 };
	bool wanted = in->new_password != NULL;
	CLEANUP(token_made_done) struct token_made token = { 0 };
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = check(in, err);
	if (!st && wanted)
		st = password_prepare(shop, in, &fresh, err);
	if (!st)
		st = commit(shop, in, wanted ? &fresh : NULL, &token, err);
	customer_row_done(&fresh.proved);
	if (st)
		return st;
	*ret_token = TAKE(token.text);
	return wanted ? actor_set(shop, &token.claims, clock_now(), err) : SHOP_OK;
}
