/* SPDX-License-Identifier: MIT */
#pragma once

/* Orders as rows. Nothing here checks rights: lib/service does. */

#include "db/db.h"
#include "shop/order.h"
#include "store/change.h"

/* "pending" ...; static. */
const char *order_status_word(enum shop_order_status status);

void order_done(struct shop_order *o);
void orders_done(struct shop_orders *list);
/* Adds the order to the list, which takes it over; it is freed if there is no room. NOMEM. */
enum shop_status orders_add(struct shop_orders *list, struct shop_order *o, struct shop_error *err);

/* ret->id is 0 if there is none that is the customer's (0: anybody's); else order_done() is the
 * caller's. */
enum shop_status order_find(struct db *db, int64_t id, int64_t customer, struct shop_order *ret,
			    struct shop_error *err);

/* One order with its lines and events; customer limits it to his (0: anybody's). NOT_FOUND. */
enum shop_status order_get(struct db *db, int64_t id, int64_t customer, struct shop_order *ret,
			   struct shop_error *err);

/* A customer's orders (0: everybody's) with their lines and events, newest first. To see one state
 * of the store, the caller holds a transaction. each() sees one at a time: the length does not
 * matter. */
enum shop_status order_each(struct db *db, int64_t customer, const struct shop_order_filter *filter,
			    enum shop_status (*each)(void *ctx, const struct shop_order *o,
						     struct shop_error *err),
			    void *ctx, struct shop_error *err);
enum shop_status order_list(struct db *db, int64_t customer, const struct shop_order_filter *filter,
			    struct shop_orders *ret, struct shop_error *err);

/*
 * What a login (token) has been told of. order_untold(): the orders of the customer with events
 * that it has not, newest first, with those events alone. order_keep_untold(): leaves only such
 * events in an order that was read. order_told(): they have been told now; in a write transaction.
 */
enum shop_status order_untold(struct db *db, int64_t customer, const char *token,
			      struct shop_orders *ret, struct shop_error *err);
enum shop_status order_keep_untold(struct db *db, struct shop_order *o, const char *token,
				   struct shop_error *err);
enum shop_status order_told(struct db *db, const struct shop_order *o, const char *token,
			    struct shop_error *err);

/* An order from outside. Texts are borrowed. */
struct order_record_line {
	const char *sku;
	const char *name, *category; /* NULL: the product's */
	const char *product;         /* SKU of the product now; "": it is gone; NULL: as sku says */
	int64_t price_cents, quantity;
};
struct order_record_event {
	const char *kind, *actor;
	int64_t at;
};
struct order_record {
	int64_t id, customer; /* customer 0: of an account that is gone */
	const char *currency, *payment_method;
	const char *address_line, *city, *postal_code, *country; /* or NULL */
	int64_t shipping_cents, tax_cents;
	int64_t created_at, paid_at, shipped_at, delivered_at, cancelled_at; /* or SHOP_NONE */
	const struct order_record_line *lines;
	size_t line_count;
	/* As they are to stand; none: made of the times, and those that stand there keep their
	 * actor */
	const struct order_record_event *events;
	size_t event_count;
	const char *key, *request; /* that the customer asked with; NULL: none */
};

/*
 * Puts an order in under its own id, or changes the one that has it; status and events follow from
 * the times. A line takes name and category from the record, else from the line that stands there
 * already, else from the product. Stock is not touched. Within a write transaction.
 * INVALID: a sum that is too large, or a line that has neither product nor name; CONFLICT: the id
 * is another customer's order.
 */
enum shop_status order_put(struct db *db, const struct order_record *o, enum change *ret_change,
			   struct shop_error *err);
