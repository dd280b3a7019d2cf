/* SPDX-License-Identifier: MIT */
#pragma once

/* Orders: what was bought, paid, shipped and delivered, and when. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

enum shop_order_status {
	SHOP_ORDER_PENDING,
	SHOP_ORDER_PAID,
	SHOP_ORDER_SHIPPED,
	SHOP_ORDER_DELIVERED,
	SHOP_ORDER_CANCELLED,
};
/* "pending" ...; static. */
SHOP_API const char *shop_order_status_word(enum shop_order_status status);

struct shop_order_line {
	int64_t product_id; /* SHOP_NONE: the product is gone */
	char *sku, *name, *category;
	int64_t price_cents, quantity;
};

struct shop_order_event {
	int64_t at;
	char *kind;  /* placed, paid, shipped, delivered, cancelled */
	char *actor; /* customer, admin, import */
};

struct shop_order {
	int64_t id, customer_id; /* customer_id: SHOP_NONE if the account is gone, and email NULL */
	char *email;
	enum shop_order_status status;
	int64_t items_cents, shipping_cents, tax_cents, total_cents;
	char *currency, *payment_method;
	char *address_line, *city, *postal_code, *country; /* NULL: none was given */
	int64_t created_at, paid_at, shipped_at, delivered_at, cancelled_at; /* or SHOP_NONE */
	struct shop_order_line *lines;
	size_t line_count;
	struct shop_order_event *events;
	size_t event_count;
};
SHOP_API void shop_order_done(struct shop_order *o);

struct shop_orders {
	struct shop_order *items;
	size_t count;
};
SHOP_API void shop_orders_done(struct shop_orders *list);

/*
 * What can happen to an order after it was placed. Whether it can is a matter of its status, and
 * nothing happens twice:
 *   pay      pending; also shipped and delivered, where it was sent to be paid on delivery
 *   ship     paid; pending, if it is to be paid on delivery (cash_on_delivery)
 *   deliver  shipped
 *   cancel   pending, paid; what was paid is to be given back then
 */
enum shop_order_step { SHOP_STEP_PAY, SHOP_STEP_SHIP, SHOP_STEP_DELIVER, SHOP_STEP_CANCEL };
SHOP_API bool shop_order_can(const struct shop_order *o, enum shop_order_step step);

/* What is to be given back to the customer: the total of an order that was paid and cancelled. */
SHOP_API int64_t shop_order_refund_cents(const struct shop_order *o);

/* One order of the acting customer (any, for an admin). NOT_FOUND also for somebody else's. */
SHOP_API enum shop_status shop_order_get(struct shop *shop, int64_t id, struct shop_order *ret,
					 struct shop_error *err);

/* Which of the acting customer's orders, newest first. */
struct shop_order_filter {
	int64_t since, until; /* of created_at, inclusive; SHOP_NONE: open */
	unsigned statuses;    /* 1 << enum shop_order_status ...; 0: any */
	int64_t limit;        /* SHOP_NONE: all */
	int64_t offset;       /* how many to leave out first */
	bool everybody;       /* all customers' orders: an admin's to ask for */
};
SHOP_API enum shop_status shop_order_list(struct shop *shop, const struct shop_order_filter *filter,
					  struct shop_orders *ret, struct shop_error *err);
/* The same one by one, in constant memory. each() may end it by a status of its own. */
SHOP_API enum shop_status shop_order_each(struct shop *shop, const struct shop_order_filter *filter,
					  enum shop_status (*each)(void *ctx,
								   const struct shop_order *o,
								   struct shop_error *err),
					  void *ctx, struct shop_error *err);

/* The acting customer's orders that are under way (neither delivered nor cancelled), newest first;
 * if none is, the latest. */
SHOP_API enum shop_status shop_order_open(struct shop *shop, struct shop_orders *ret,
					  struct shop_error *err);

/*
 * Places an order. Prices, shipping, tax and total are the store's to compute: tax is
 * tax_basis_points of the items' sum, rounded half up; shipping is shipping_cents, or nothing from
 * a sum of free_shipping_cents on. The same product named twice is one line with the sum.
 *
 * key makes trying again safe: the same request with the same key is answered with the order that
 * the first one made. The same means: the same products, quantities, address and payment method as
 * they are written here.
 *
 * INVALID: nothing to order, a quantity, address or payment method that is not acceptable, a sum
 * that is too large; NOT_FOUND: no such product; OUT_OF_STOCK; CONFLICT: the key belongs to another
 * request. Either all of it is ordered or nothing.
 */
enum { SHOP_ORDER_ITEMS_MAX = 100, SHOP_ORDER_QUANTITY_MAX = 1000000, SHOP_ORDER_KEY_MAX = 200 };
struct shop_order_item {
	const char *product; /* number or SKU, as for shop_product_get() */
	int64_t quantity;
};
struct shop_order_request {
	const struct shop_order_item *items;
	size_t item_count;
	const char *address; /* "LINE, CITY, POSTAL CODE, COUNTRY"; NULL: that of the profile */
	const char *payment; /* one of the store's methods; NULL: the first of them */
	const char *key;     /* NULL: none */
};
SHOP_API enum shop_status shop_order_add(struct shop *shop, const struct shop_order_request *in,
					 struct shop_order *ret, struct shop_error *err);

/*
 * Does a step with an order, and returns it as it is then. Paying and cancelling is for its
 * customer and for admins, the rest for admins. Cancelling puts the goods back into stock.
 * NOT_FOUND also for somebody else's order; CONFLICT: the step cannot be done now.
 */
SHOP_API enum shop_status shop_order_pay(struct shop *shop, int64_t id, struct shop_order *ret,
					 struct shop_error *err);
SHOP_API enum shop_status shop_order_ship(struct shop *shop, int64_t id, struct shop_order *ret,
					  struct shop_error *err);
SHOP_API enum shop_status shop_order_deliver(struct shop *shop, int64_t id, struct shop_order *ret,
					     struct shop_error *err);
SHOP_API enum shop_status shop_order_cancel(struct shop *shop, int64_t id, struct shop_order *ret,
					    struct shop_error *err);

/*
 * Calls tell() with the orders that have events of which the acting login has not been told, newest
 * first, each with these events alone; at the first call of a login, these are all. ids narrows it
 * to some orders (any that the login may see), count 0: all of the acting customer's. tell() is
 * called also if there are none.
 *
 * They count as told when tell() has returned SHOP_OK, so that none is lost; calls of one login
 * wait for each other, so that none is told twice. Only if the process ends right after tell() is
 * it told again. A login that may only read is good enough. NOT_FOUND for an id; BUSY: another call
 * of this login goes on and on.
 */
SHOP_API enum shop_status
shop_order_changes(struct shop *shop, const int64_t *ids, size_t count,
		   enum shop_status (*tell)(void *ctx, const struct shop_orders *changed,
					    struct shop_error *err),
		   void *ctx, struct shop_error *err);
