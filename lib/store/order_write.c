/* SPDX-License-Identifier: MIT */
/* Places orders and moves them on. */
#include "store/order_write.h"

#include <string.h>

#include "base/cleanup.h"

enum shop_status order_line_insert(struct db *db, int64_t id, int64_t position,
				   const struct shop_order_line *l, struct shop_error *err)
{
	return db_run(db, STMT_ORDER_LINE_INSERT,
		      DB_ARGS(id, position, db_arg_unless(l->product_id, SHOP_NONE), l->sku,
			      l->name, l->category, l->price_cents, l->quantity),
		      NULL, err);
}

enum shop_status order_insert(struct db *db, const struct shop_order *o, int64_t *ret_id,
			      struct shop_error *err)
{
	int64_t id = 0;
	enum shop_status st =
		db_run_int(db, STMT_ORDER_INSERT,
			   DB_ARGS(o->customer_id, o->currency, o->items_cents, o->shipping_cents,
				   o->tax_cents, o->total_cents, o->payment_method, o->address_line,
				   o->city, o->postal_code, o->country, o->created_at),
			   &id, err);
	for (size_t i = 0; !st && i < o->line_count; i++)
		st = order_line_insert(db, id, (int64_t)i + 1, &o->lines[i], err);
	if (!st)
		*ret_id = id;
	return st;
}

enum shop_status order_event_append(struct db *db, int64_t id, const struct order_event_new *event,
				    struct shop_error *err)
{
	return db_run(db, STMT_ORDER_EVENT_APPEND,
		      DB_ARGS(id, event->at, event->kind, event->actor), NULL, err);
}

enum shop_status order_move(struct db *db, int64_t id, const struct order_move *move,
			    bool *ret_moved, struct shop_error *err)
{
	int64_t changes = 0;
	enum shop_status st =
		db_run(db, STMT_ORDER_MOVE,
		       DB_ARGS(id, order_status_word(move->from), order_status_word(move->to),
			       move->event.kind, move->event.at),
		       &changes, err);
	*ret_moved = !st && changes == 1;
	return *ret_moved ? order_event_append(db, id, &move->event, err) : st;
}

enum shop_status order_stock_take(struct db *db, int64_t product, int64_t quantity, bool *ret_taken,
				  struct shop_error *err)
{
	int64_t changes = 0;
	enum shop_status st =
		db_run(db, STMT_STOCK_TAKE, DB_ARGS(product, quantity), &changes, err);
	*ret_taken = !st && changes == 1;
	return st;
}

enum shop_status order_stock_give_back(struct db *db, int64_t id, struct shop_error *err)
{
	return db_run(db, STMT_STOCK_GIVE_BACK, DB_ARGS(id), NULL, err);
}

enum shop_status order_key_find(struct db *db, int64_t customer, const char *key,
				const char *request, int64_t *ret_id, bool *ret_same,
				struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_ORDER_KEY_FIND, DB_ARGS(customer, key), &s, err);
	if (st)
		return st;
	*ret_id = s != NULL ? stmt_int(s, 0) : 0;
	*ret_same = s != NULL && strcmp(stmt_text(s, 1), request) == 0;
	return SHOP_OK;
}

enum shop_status order_key_insert(struct db *db, const struct order_key_new *key,
				  struct shop_error *err)
{
	return db_run(db, STMT_ORDER_KEY_INSERT,
		      DB_ARGS(key->customer, key->key, key->request, key->order), NULL, err);
}
