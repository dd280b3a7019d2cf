/* SPDX-License-Identifier: MIT */
#pragma once

/* Orders that are placed here, and what happens to them. All of it within a write transaction;
 * nothing here checks rights. */

#include "store/order.h"

/* Stores a pending order with its lines; id and events of *o do not matter. */
enum shop_status order_insert(struct db *db, const struct shop_order *o, int64_t *ret_id,
			      struct shop_error *err);

/* The line at a position, from 1, of an order that is there. */
enum shop_status order_line_insert(struct db *db, int64_t id, int64_t position,
				   const struct shop_order_line *l, struct shop_error *err);

/* Appends to the timeline. kind: placed, paid ...; actor: customer, admin. EXISTS: it has happened.
 */
struct order_event_new {
	const char *kind, *actor;
	int64_t at;
};
enum shop_status order_event_append(struct db *db, int64_t id, const struct order_event_new *event,
				    struct shop_error *err);

/* From one status to another by an event, which is appended. *ret_moved is false, and nothing is
 * changed, if the order is not in that status. */
struct order_move {
	enum shop_order_status from, to;
	struct order_event_new event;
};
enum shop_status order_move(struct db *db, int64_t id, const struct order_move *move,
			    bool *ret_moved, struct shop_error *err);

/* Takes pieces of a product out of stock; *ret_taken is false, and nothing is changed, if there are
 * fewer. */
enum shop_status order_stock_take(struct db *db, int64_t product, int64_t quantity, bool *ret_taken,
				  struct shop_error *err);
/* Puts back what the order took; nothing for products that are gone. */
enum shop_status order_stock_give_back(struct db *db, int64_t id, struct shop_error *err);

/* What a customer's key stands for: *ret_id is 0 if nothing yet; *ret_same tells whether the
 * request was the same. */
enum shop_status order_key_find(struct db *db, int64_t customer, const char *key,
				const char *request, int64_t *ret_id, bool *ret_same,
				struct shop_error *err);
struct order_key_new {
	int64_t customer, order;
	const char *key, *request;
};
enum shop_status order_key_insert(struct db *db, const struct order_key_new *key,
				  struct shop_error *err);
