/* SPDX-License-Identifier: MIT */
/* Orders as their customers see them. */
#include "store/order.h"

#include "service/service.h"

const char *shop_order_status_word(enum shop_order_status status)
{
	return order_status_word(status);
}

void shop_order_done(struct shop_order *o)
{
	order_done(o);
}

void shop_orders_done(struct shop_orders *list)
{
	orders_done(list);
}

enum shop_status shop_order_get(struct shop *shop, int64_t id, struct shop_order *ret,
				struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	bool any = shop->actor.role == SHOP_ROLE_ADMIN;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	/* An order and its parts are to be of one moment. */
	st = db_begin(shop->db, /* write= */ false, &txn, err);
	return st ? st : order_get(shop->db, id, any ? 0 : shop->actor.customer, ret, err);
}

enum shop_status shop_order_list(struct shop *shop, const struct shop_order_filter *filter,
				 struct shop_orders *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ false, &txn, err);
	return st ? st : order_list(shop->db, shop->actor.customer, filter, ret, err);
}
