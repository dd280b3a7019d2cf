/* SPDX-License-Identifier: MIT */
/* The rules of who may do what: each use case asks here before it does anything. */
#include "service/service.h"

enum shop_status actor_need_login(const struct shop *shop, struct shop_error *err)
{
	if (shop->actor.customer != SHOP_NONE)
		return SHOP_OK;
	enum shop_status st = shop_error_set(err, SHOP_E_NOT_LOGGED_IN, "you are not logged in");
	shop_error_hint(err, "run 'shop login' first");
	return st;
}

enum shop_status actor_need_write(const struct shop *shop, struct shop_error *err)
{
	if (shop->actor.owner)
		return SHOP_OK;
	enum shop_status st = actor_need_login(shop, err);
	if (st || shop->actor.scope == SHOP_SCOPE_FULL)
		return st;
	st = shop_error_set(err, SHOP_E_DENIED, "this token may read, and change nothing");
	shop_error_hint(err, "log in with your password, or use a token with full rights");
	return st;
}

enum shop_status actor_need_admin(const struct shop *shop, struct shop_error *err)
{
	if (shop->actor.owner)
		return SHOP_OK;
	enum shop_status st = actor_need_login(shop, err);
	if (st || shop->actor.role == SHOP_ROLE_ADMIN)
		return st;
	return shop_error_set(err, SHOP_E_DENIED, "only an admin may do this");
}
