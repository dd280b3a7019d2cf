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

/* One order with its lines and events; customer limits it to his (0: anybody's). NOT_FOUND. */
enum shop_status order_get(struct db *db, int64_t id, int64_t customer, struct shop_order *ret,
			   struct shop_error *err);

/* A customer's orders with their lines and events, newest first. To see one state of the store, the
 * caller holds a transaction. */
enum shop_status order_list(struct db *db, int64_t customer, const struct shop_order_filter *filter,
			    struct shop_orders *ret, struct shop_error *err);

/* An order from outside. Texts are borrowed. */
struct order_record_line {
	const char *sku;
	const char *name, *category; /* NULL: the product's */
	int64_t price_cents, quantity;
};
struct order_record {
	int64_t id, customer; /* customer 0: of an account that is gone */
	const char *currency, *payment_method;
	const char *address_line, *city, *postal_code, *country; /* or NULL */
	int64_t shipping_cents, tax_cents;
	int64_t created_at, paid_at, shipped_at, delivered_at, cancelled_at; /* or SHOP_NONE */
	const struct order_record_line *lines;
	size_t line_count;
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
