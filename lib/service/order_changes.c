/* SPDX-License-Identifier: MIT */
/*
 * What has changed since a login asked last. What it has been told stands in the store, by login:
 * it goes where the token goes, whatever the machine, the home folder or the way the token is
 * named, and a cron job's is never mixed with a person's.
 */
#include <errno.h>
#include <limits.h>
#include <string.h>

#include "base/turn.h"
#include "service/key.h"
#include "service/service.h"
#include "store/order.h"

enum { TURN_WAIT_MS = 10000 };

/* One after the other for each login: else two calls would tell the same. The key file lends its
 * name for that, since it is there wherever there are logins. */
static enum shop_status take_turn(struct shop *shop, int *ret_turn, struct shop_error *err)
{
	char path[PATH_MAX];
	enum shop_status st = key_path(shop->path, "", path, err);
	if (st)
		return st;
	*ret_turn = turn_wait(path, shop->actor.token_id, TURN_WAIT_MS);
	if (*ret_turn >= 0)
		return SHOP_OK;
	if (errno != EAGAIN)
		return shop_error_set(err, SHOP_E_IO, "cannot lock '%s': %s", path,
				      strerror(errno));
	st = shop_error_set(err, SHOP_E_BUSY, "this login is being told of changes already");
	shop_error_hint(err, "wait until the other call has ended");
	return st;
}

static bool came_before(const int64_t *ids, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (ids[i] == ids[at])
			return true;
	return false;
}

static enum shop_status read_some(struct shop *shop, const int64_t *ids, size_t count,
				  struct shop_orders *list, struct shop_error *err)
{
	bool any = shop->actor.role == SHOP_ROLE_ADMIN;
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < count; i++) {
		if (came_before(ids, i))
			continue;
		CLEANUP(shop_order_done) struct shop_order order = { 0 };
		st = order_get(shop->db, ids[i], any ? 0 : shop->actor.customer, &order, err);
		if (!st)
			st = order_keep_untold(shop->db, &order, shop->actor.token_id, err);
		if (st || order.event_count == 0)
			continue;
		st = orders_add(list, &order, err);
		order = (struct shop_order){ 0 };
	}
	return st;
}

static enum shop_status read_changes(struct shop *shop, const int64_t *ids, size_t count,
				     struct shop_orders *ret, struct shop_error *err)
{
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ false, &txn, err);
	if (st)
		return st;
	return count > 0 ? read_some(shop, ids, count, ret, err)
			 : order_untold(shop->db, shop->actor.customer, shop->actor.token_id, ret,
					err);
}

/* A store that is being written to for long is found out before anything is told. */
static enum shop_status wait_for_store(struct shop *shop, struct shop_error *err)
{
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	return db_begin(shop->db, /* write= */ true, &txn, err);
}

static enum shop_status remember(struct shop *shop, const struct shop_orders *told,
				 struct shop_error *err)
{
	if (told->count == 0)
		return SHOP_OK;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ true, &txn, err);
	for (size_t i = 0; !st && i < told->count; i++)
		st = order_told(shop->db, &told->items[i], shop->actor.token_id, err);
	return st ? st : txn_commit(&txn, err);
}

enum shop_status shop_order_changes(struct shop *shop, const int64_t *ids, size_t count,
				    enum shop_status (*tell)(void *ctx,
							     const struct shop_orders *changed,
							     struct shop_error *err),
				    void *ctx, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	CLEANUP(turn_end) int turn = -1;
	CLEANUP(shop_orders_done) struct shop_orders changed = { 0 };
	st = take_turn(shop, &turn, err);
	if (!st)
		st = read_changes(shop, ids, count, &changed, err);
	if (!st && changed.count > 0)
		st = wait_for_store(shop, err);
	if (!st)
		st = tell(ctx, &changed, err);
	return st ? st : remember(shop, &changed, err);
}
