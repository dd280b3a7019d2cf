/* SPDX-License-Identifier: MIT */
#pragma once

/* Orders: what was bought, paid, shipped and delivered, and when. */

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
	int64_t id;
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

/* One order of the acting customer (any, for an admin). NOT_FOUND also for somebody else's. */
SHOP_API enum shop_status shop_order_get(struct shop *shop, int64_t id, struct shop_order *ret,
					 struct shop_error *err);

/* Which of the acting customer's orders, newest first. */
struct shop_order_filter {
	int64_t since, until; /* of created_at, inclusive; SHOP_NONE: open */
	unsigned statuses;    /* 1 << enum shop_order_status ...; 0: any */
	int64_t limit;	      /* SHOP_NONE: all */
};
SHOP_API enum shop_status shop_order_list(struct shop *shop, const struct shop_order_filter *filter,
					  struct shop_orders *ret, struct shop_error *err);
