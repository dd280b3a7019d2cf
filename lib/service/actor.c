/* SPDX-License-Identifier: MIT */
/* The rules of who may do what: each use case asks here before it does anything. Roles and rights
 * are the store's to say at every call, also on a handle that has been open for long. */
#include "service/actor.h"

#include <string.h>

#include "base/clock.h"
#include "store/token.h"

void actor_clear(struct shop *shop)
{
	shop->actor.customer = SHOP_NONE;
	shop->actor.role = SHOP_ROLE_CUSTOMER;
	shop->actor.scope = SHOP_SCOPE_READ;
	shop->actor.token_id[0] = '\0';
	shop->actor.login = false;
	shop->actor.expires_at = 0;
}

static enum shop_status refuse(enum shop_status st, const char *why, struct shop_error *err)
{
	shop_error_set(err, st, "%s", why);
	shop_error_hint(err, "run 'shop login' %s", st == SHOP_E_LOGIN_EXPIRED ? "again" : "first");
	return st;
}

enum shop_status actor_unknown(struct shop_error *err)
{
	return refuse(SHOP_E_NOT_LOGGED_IN, "the login is not one of this store", err);
}

enum shop_status actor_gone(struct shop_error *err)
{
	shop_error_set(err, SHOP_E_LOGIN_EXPIRED, "this account has been deleted");
	shop_error_hint(err, "run 'shop login' with another");
	return SHOP_E_LOGIN_EXPIRED;
}

/* What the store says about a token that is of our making. */
static enum shop_status token_allow(const struct token_row *row, const struct auth_claims *claims,
				    int64_t now, struct shop_error *err)
{
	if (row->customer != claims->customer)
		return actor_unknown(err);
	if (row->revoked_at != SHOP_NONE || row->issued_at < row->tokens_after)
		return refuse(SHOP_E_LOGIN_EXPIRED, "the login has been revoked", err);
	if (row->expires_at <= now || claims->expires_at <= now)
		return refuse(SHOP_E_LOGIN_EXPIRED, "the login has expired", err);
	return SHOP_OK;
}

enum shop_status actor_set(struct shop *shop, const struct auth_claims *claims, int64_t now,
			   struct shop_error *err)
{
	struct token_row row;
	actor_clear(shop);
	enum shop_status st = token_find(shop->db, claims->id, &row, err);
	if (!st)
		st = token_allow(&row, claims, now, err);
	if (st)
		return st;
	shop->actor.customer = row.customer;
	shop->actor.role = row.role;
	shop->actor.scope = row.scope;
	shop->actor.login = row.login;
	shop->actor.expires_at =
		row.expires_at < claims->expires_at ? row.expires_at : claims->expires_at;
	memcpy(shop->actor.token_id, claims->id, sizeof(claims->id));
	return SHOP_OK;
}

/* What was true when the login was checked need not be any more. */
static enum shop_status actor_renew(struct shop *shop, struct shop_error *err)
{
	if (shop->actor.token_id[0] == '\0')
		return SHOP_OK;
	struct shop_error local;
	struct auth_claims claims = { .customer = shop->actor.customer,
				      .expires_at = shop->actor.expires_at };
	memcpy(claims.id, shop->actor.token_id, sizeof(claims.id));
	enum shop_status st = actor_set(shop, &claims, clock_now(), &local);
	/* It was known before. */
	if (st == SHOP_E_NOT_LOGGED_IN)
		return actor_gone(err);
	if (st && err != NULL)
		*err = local;
	return st;
}

enum shop_status actor_need_login(struct shop *shop, struct shop_error *err)
{
	if (shop->actor.customer == SHOP_NONE)
		return refuse(SHOP_E_NOT_LOGGED_IN, "you are not logged in", err);
	return actor_renew(shop, err);
}

enum shop_status actor_need_write(struct shop *shop, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st || shop->actor.scope == SHOP_SCOPE_FULL)
		return st;
	st = shop_error_set(err, SHOP_E_DENIED, "this token may read, and change nothing");
	shop_error_hint(err, "log in with your password, or use a token with full rights");
	return st;
}

enum shop_status actor_need_admin(struct shop *shop, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st || shop->actor.role == SHOP_ROLE_ADMIN)
		return st;
	return shop_error_set(err, SHOP_E_DENIED, "only an admin may do this");
}

enum shop_status actor_need_admin_write(struct shop *shop, struct shop_error *err)
{
	enum shop_status st = actor_need_write(shop, err);
	return st ? st : actor_need_admin(shop, err);
}
