/* SPDX-License-Identifier: MIT */
/* What each login has been told of its orders. */
#include <stdlib.h>

#include "base/cleanup.h"
#include "base/memory.h"
#include "store/order.h"

/* The ids first: an order is read by statements of its own. */
struct ids {
	int64_t *items;
	size_t count;
};

static void ids_done(struct ids *ids)
{
	free(ids->items);
}

static enum shop_status read_ids(struct db *db, int64_t customer, const char *token,
				 struct ids *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_ORDER_UNTOLD, DB_ARGS(customer, token), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		int64_t *more = reallocarray(ret->items, ret->count + 1, sizeof(*more));
		if (more == NULL)
			return out_of_memory(err);
		ret->items = more;
		ret->items[ret->count++] = stmt_int(s, 0);
	}
	return st;
}

enum shop_status order_untold(struct db *db, int64_t customer, const char *token,
			      struct shop_orders *ret, struct shop_error *err)
{
	CLEANUP(orders_done) struct shop_orders list = { 0 };
	CLEANUP(ids_done) struct ids ids = { 0 };
	enum shop_status st = read_ids(db, customer, token, &ids, err);
	for (size_t i = 0; !st && i < ids.count; i++) {
		struct shop_order order;
		st = order_get(db, ids.items[i], customer, &order, err);
		if (!st)
			st = orders_add(&list, &order, err);
		if (!st)
			st = order_keep_untold(db, &list.items[i], token, err);
	}
	if (!st) {
		*ret = list;
		list = (struct shop_orders){ 0 };
	}
	return st;
}

enum shop_status order_told(struct db *db, const struct shop_order *o, const char *token,
			    struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < o->event_count; i++)
		st = db_run(db, STMT_ORDER_TOLD_PUT, DB_ARGS(token, o->id, o->events[i].kind), NULL,
			    err);
	return st;
}
