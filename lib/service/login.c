/* SPDX-License-Identifier: MIT */
/* Logging in and out: passwords to tokens, and tokens to who is acting. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "service/account.h"
#include "service/actor.h"
#include "service/guess.h"
#include "service/key.h"
#include "service/token.h"
#include "store/token.h"

static enum shop_status refuse_wrong(struct shop_error *err)
{
	shop_error_set(err, SHOP_E_NOT_LOGGED_IN, "the e-mail address or password is wrong");
	shop_error_hint(err, "try again, or run 'shop register' if you have no account");
	return SHOP_E_NOT_LOGGED_IN;
}

/* Looks the account up, unless it is too early for a try: row->customer.id is 0 without one. */
static enum shop_status login_begin(struct shop *shop, const char *email, struct customer_row *row,
				    struct shop_error *err)
{
	int64_t wait = 0;
	enum shop_status st = guess_wait(shop->db, email, clock_now(), &wait, err);
	if (!st && wait > 0)
		return guess_refuse(SHOP_E_NOT_LOGGED_IN, wait, err);
	return st ? st : customer_find_email(shop->db, email, row, err);
}

/* Makes the token, unless the account has changed while the password was looked at. */
static enum shop_status login_issue(struct shop *shop, const struct customer_row *row,
				    char **ret_token, struct shop_error *err)
{
	bool made = false;
	const struct token_order order = { .owner = row,
					   .name = TOKEN_LOGIN,
					   .scope = SHOP_SCOPE_FULL,
					   .lifetime = LOGIN_TTL_SECONDS,
					   .latest = SHOP_NONE };
	CLEANUP(token_made_done) struct token_made token = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = token_make(shop, &order, &token, &made, err);
	if (!st && !made)
		return refuse_wrong(err);
	if (!st)
		st = token_delete_expired(shop->db, row->customer.id, clock_now(), err);
	if (!st)
		st = txn_commit(&txn, err);
	if (!st)
		*ret_token = TAKE(token.text);
	return st;
}

enum shop_status shop_login(struct shop *shop, const char *email, const char *password,
			    char **ret_token, struct shop_error *err)
{
	const struct auth_ops *auth = module_symbol(AUTH_MODULE, AUTH_SYMBOL, err);
	if (auth == NULL)
		return SHOP_E_FAILED;
	/* No account has such an address or password: what is huge need not be worked at. */
	if (strnlen(email, EMAIL_BYTES_MAX + 1) > EMAIL_BYTES_MAX)
		email = "";
	if (strnlen(password, SHOP_PASSWORD_MAX + 1) > SHOP_PASSWORD_MAX)
		password = "";
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = login_begin(shop, email, &row, err);
	if (st)
		return st;
	bool right = auth->password_matches(row.password_hash, password);
	st = guess_settle(shop->db, email, right, SHOP_E_NOT_LOGGED_IN, err);
	if (!st && !right)
		return refuse_wrong(err);
	return st ? st : login_issue(shop, &row, ret_token, err);
}

static enum shop_status token_verify(const struct shop *shop, const char *token, int64_t now,
				     struct auth_claims *ret, struct shop_error *err)
{
	const struct auth_ops *auth = module_symbol(AUTH_MODULE, AUTH_SYMBOL, err);
	if (auth == NULL)
		return SHOP_E_FAILED;
	unsigned char key[AUTH_KEY_SIZE];
	struct shop_error local;
	enum shop_status st = key_read(shop->path, key, &local);
	/* Without a key, no login of this store can have been made. */
	if (st == SHOP_E_NOT_FOUND)
		return actor_unknown(err);
	if (st && err != NULL)
		*err = local;
	if (!st)
		st = auth->token_check(key, token, now, ret, err);
	explicit_bzero(key, sizeof(key));
	return st;
}

enum shop_status shop_authenticate(struct shop *shop, const char *token, struct shop_error *err)
{
	int64_t now = clock_now();
	struct auth_claims claims;
	actor_clear(shop);
	enum shop_status st = token_verify(shop, token, now, &claims, err);
	return st ? st : actor_set(shop, &claims, now, err);
}

enum shop_status shop_logout(struct shop *shop, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = token_revoke(shop->db, shop->actor.token_id, clock_now(), err);
	if (!st)
		st = txn_commit(&txn, err);
	if (!st)
		actor_clear(shop);
	return st;
}
