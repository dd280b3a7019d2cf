/* SPDX-License-Identifier: MIT */
/* Logging in and out: passwords to tokens, and tokens to who is acting. */
#include <stdlib.h>
#include <string.h>

#include "auth/auth.h"
#include "base/clock.h"
#include "service/account.h"
#include "service/key.h"
#include "service/service.h"
#include "store/customer.h"

/* A month: a shell that is used now and then need not ask for the password every week. */
enum { LOGIN_TTL_SECONDS = 30 * 24 * 60 * 60 };

/*
 * Guessing is slowed for each account: after five tries in a row that failed, the next has to wait
 * 30 seconds, and each further one twice as long, up to a quarter of an hour (NIST SP 800-63B,
 * 5.2.2 asks for such a limit). Longer would let a stranger lock the owner out. Nothing sleeps: a
 * try that comes too early is refused. An e-mail address that is not known is not counted, since
 * there is no row to count in: that sixth answer tells whether there is an account, and the five
 * before it do not.
 */
enum { FREE_TRIES = 5, FIRST_WAIT_SECONDS = 30, LONGEST_WAIT_SECONDS = 15 * 60 };

/* How long the account has to wait before the next try; 0: it may try now. */
static int64_t wait_left(const struct customer_row *row, int64_t now)
{
	if (row->failed_logins < FREE_TRIES || row->failed_at == SHOP_NONE)
		return 0;
	int64_t wait = FIRST_WAIT_SECONDS;
	for (int64_t n = FREE_TRIES; n < row->failed_logins && wait < LONGEST_WAIT_SECONDS; n++)
		wait *= 2;
	if (wait > LONGEST_WAIT_SECONDS)
		wait = LONGEST_WAIT_SECONDS;
	/* A clock that was set back must not lock anybody out for longer than that. */
	int64_t passed = now - row->failed_at;
	return passed >= 0 && passed < wait ? wait - passed : 0;
}

static enum shop_status refuse_early(int64_t seconds, struct shop_error *err)
{
	enum shop_status st = shop_error_set(err, SHOP_E_NOT_LOGGED_IN, "too many failed logins");
	shop_error_hint(err, "try again in %lld seconds", (long long)seconds);
	return st;
}

static enum shop_status refuse_wrong(struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_NOT_LOGGED_IN, "the e-mail address or password is wrong");
}

/*
 * Looks the account up (row->customer.id is 0 without one) and counts the try before the password
 * is looked at, so that many tries at the same moment count as many. An unknown e-mail address
 * writes as much, to take as long.
 */
static enum shop_status login_begin(struct shop *shop, const char *email, int64_t now,
				    struct customer_row *row, struct shop_error *err)
{
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = customer_find_email(shop->db, email, row, err);
	if (st)
		return st;
	if (row->customer.id == 0) {
		st = customer_login_pretended(shop->db, err);
	} else {
		int64_t wait = wait_left(row, now);
		if (wait > 0)
			return refuse_early(wait, err);
		st = customer_login_tried(shop->db, row->customer.id, now, err);
	}
	return st ? st : txn_commit(&txn, err);
}

/* Keeps the token, unless the account has changed while the password was looked at. */
static enum shop_status login_commit(struct shop *shop, const struct customer_row *row,
				     const struct auth_claims *claims, struct shop_error *err)
{
	struct token_new token = {
		.id = claims->id,
		.name = "login",
		.customer = claims->customer,
		.issued_at = claims->issued_at,
		.expires_at = claims->expires_at,
		.scope = SHOP_SCOPE_FULL,
		.password_hash = row->password_hash,
	};
	bool made = false;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = token_insert(shop->db, &token, &made, err);
	if (!st && !made)
		return refuse_wrong(err);
	if (!st)
		st = customer_login_succeeded(shop->db, token.customer, err);
	if (!st)
		st = token_delete_expired(shop->db, token.customer, clock_now(), err);
	return st ? st : txn_commit(&txn, err);
}

static enum shop_status login_issue(struct shop *shop, const struct auth_ops *auth,
				    const struct customer_row *row, char **ret_token,
				    struct shop_error *err)
{
	int64_t now = clock_now();
	struct auth_claims claims = { .customer = row->customer.id };
	/* Where a clock was set back, a new login is still newer than what voided the old. */
	claims.issued_at = now > row->tokens_after ? now : row->tokens_after;
	claims.expires_at = claims.issued_at + LOGIN_TTL_SECONDS;
	unsigned char key[AUTH_KEY_SIZE];
	CLEANUP(free_charp) char *token = NULL;
	enum shop_status st = auth->id_make(&claims, err);
	if (!st)
		st = key_ensure(shop->path, auth, key, err);
	if (!st)
		st = auth->token_issue(key, &claims, &token, err);
	explicit_bzero(key, sizeof(key));
	if (!st)
		st = login_commit(shop, row, &claims, err);
	if (!st)
		*ret_token = TAKE(token);
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
	enum shop_status st = login_begin(shop, email, clock_now(), &row, err);
	if (st)
		return st;
	if (!auth->password_matches(row.password_hash, password))
		return refuse_wrong(err);
	return login_issue(shop, auth, &row, ret_token, err);
}

static void actor_clear(struct shop *shop)
{
	shop->actor.customer = SHOP_NONE;
	shop->actor.role = SHOP_ROLE_CUSTOMER;
	shop->actor.scope = SHOP_SCOPE_READ;
	shop->actor.token_id[0] = '\0';
	shop->actor.expires_at = 0;
}

static enum shop_status refuse_token(enum shop_status st, const char *why, struct shop_error *err)
{
	shop_error_set(err, st, "%s", why);
	shop_error_hint(err, "run 'shop login' %s", st == SHOP_E_LOGIN_EXPIRED ? "again" : "first");
	return st;
}

/* What the store says about a token that is of our making. */
static enum shop_status token_allow(const struct token_row *row, const struct auth_claims *claims,
				    int64_t now, struct shop_error *err)
{
	if (row->customer != claims->customer)
		return refuse_token(SHOP_E_NOT_LOGGED_IN, "the login is not one of this store",
				    err);
	if (row->revoked_at != SHOP_NONE || row->issued_at < row->tokens_after)
		return refuse_token(SHOP_E_LOGIN_EXPIRED, "the login has been revoked", err);
	if (row->expires_at <= now)
		return refuse_token(SHOP_E_LOGIN_EXPIRED, "the login has expired", err);
	return SHOP_OK;
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
		return refuse_token(SHOP_E_NOT_LOGGED_IN, "the login is not one of this store",
				    err);
	if (st && err != NULL)
		*err = local;
	if (!st)
		st = auth->token_check(key, token, now, ret, err);
	explicit_bzero(key, sizeof(key));
	return st;
}

enum shop_status shop_authenticate(struct shop *shop, const char *token, struct shop_error *err)
{
	actor_clear(shop);
	int64_t now = clock_now();
	struct auth_claims claims;
	struct token_row row;
	enum shop_status st = token_verify(shop, token, now, &claims, err);
	if (!st)
		st = token_find(shop->db, claims.id, &row, err);
	if (!st)
		st = token_allow(&row, &claims, now, err);
	if (st)
		return st;
	shop->actor.customer = row.customer;
	shop->actor.role = row.role;
	shop->actor.scope = row.scope;
	shop->actor.expires_at =
		row.expires_at < claims.expires_at ? row.expires_at : claims.expires_at;
	memcpy(shop->actor.token_id, claims.id, sizeof(claims.id));
	return SHOP_OK;
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
