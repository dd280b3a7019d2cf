/* SPDX-License-Identifier: MIT */
/* Orders as their customers see them, and all of them for admins. */
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

/* Begins reading the orders that the filter is about, if the actor may see them; *ret_customer is
 * whose they are: 0 stands for everybody. */
static enum shop_status list_begin(struct shop *shop, const struct shop_order_filter *filter,
				   int64_t *ret_customer, struct txn **ret, struct shop_error *err)
{
	*ret_customer = filter->everybody ? 0 : shop->actor.customer;
	enum shop_status st =
		filter->everybody ? actor_need_admin(shop, err) : actor_need_login(shop, err);
	return st ? st : db_begin(shop->db, /* write= */ false, ret, err);
}

enum shop_status shop_order_list(struct shop *shop, const struct shop_order_filter *filter,
				 struct shop_orders *ret, struct shop_error *err)
{
	int64_t customer;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = list_begin(shop, filter, &customer, &txn, err);
	return st ? st : order_list(shop->db, customer, filter, ret, err);
}

enum shop_status shop_order_each(struct shop *shop, const struct shop_order_filter *filter,
				 enum shop_status (*each)(void *ctx, const struct shop_order *o,
							  struct shop_error *err),
				 void *ctx, struct shop_error *err)
{
	int64_t customer;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = list_begin(shop, filter, &customer, &txn, err);
	return st ? st : order_each(shop->db, customer, filter, each, ctx, err);
}

enum shop_status shop_order_open(struct shop *shop, struct shop_orders *ret, struct shop_error *err)
{
	struct shop_order_filter open = { .since = SHOP_NONE,
					  .until = SHOP_NONE,
					  .statuses = 1u << SHOP_ORDER_PENDING |
						      1u << SHOP_ORDER_PAID |
						      1u << SHOP_ORDER_SHIPPED,
					  .limit = SHOP_NONE };
	struct shop_order_filter latest = { .since = SHOP_NONE, .until = SHOP_NONE, .limit = 1 };
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ false, &txn, err);
	if (!st)
		st = order_list(shop->db, shop->actor.customer, &open, ret, err);
	if (!st && ret->count == 0)
		st = order_list(shop->db, shop->actor.customer, &latest, ret, err);
	return st;
}
