/* SPDX-License-Identifier: MIT */
#pragma once

/* A small shop for tests of orders: a few products, two customers and an admin, each with a login
 * (full) and a token that may only read. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "service/service.h"
#include "support/store.h"

enum { ALICE = 1, BOB = 2, ADMIN = 3 };
enum { NOW = 1795341600 };

struct scene {
	struct store *store;
	struct shop *shop;
	struct shop_error err;
};

#define SCENE_SQL                                                                                  \
	"INSERT INTO setting (key, value) VALUES ('currency', 'EUR'), ('tax_basis_points', "       \
	"'820'),"                                                                                  \
	" ('shipping_cents', '590'), ('free_shipping_cents', '7500'),"                             \
	" ('payment_methods', 'card,cash_on_delivery');"                                           \
	"INSERT INTO category (id, path) VALUES (1, 'Things/Small');"                              \
	"INSERT INTO product (id, sku, name, category_id, price_cents, stock, description,"        \
	" attributes, things, created_at, updated_at) VALUES"                                      \
	" (1, 'A-1', 'Apple', 1, 125, 10, '', '', '', 0, 0),"                                      \
	" (2, 'B-2', 'Bell', NULL, 3799, 5, '', '', '', 0, 0),"                                    \
	" (3, 'C-3', 'Crown', 1, 1000000000000, 1000000, '', '', '', 0, 0),"                       \
	" (4, 'D-4', 'Dust', NULL, 0, 0, '', '', '', 0, 0);"                                       \
	"INSERT INTO customer (id, email, name, role, password_hash, address_line, city,"          \
	" postal_code, country, created_at) VALUES"                                                \
	" (1, 'alice@example.com', 'Alice', 'customer', '', '1 Elm', 'Ash', 'Z9', 'Oz', 0),"       \
	" (2, 'bob@example.com', 'Bob', 'customer', '', NULL, NULL, NULL, NULL, 0),"               \
	" (3, 'root@example.com', 'Root', 'admin', '', NULL, NULL, NULL, NULL, 0);"

/* Who acts from here on; nobody for SHOP_NONE. */
static inline void act(struct scene *s, int64_t customer, enum shop_scope scope)
{
	s->shop->actor.customer = customer;
	s->shop->actor.role = customer == ADMIN ? SHOP_ROLE_ADMIN : SHOP_ROLE_CUSTOMER;
	s->shop->actor.scope = scope;
	s->shop->actor.token_id[0] = '\0';
}

static inline int64_t sql(struct scene *s, const char *text)
{
	return scratch_sql(s->store->path, text);
}

static inline int scene_set_up(void **state)
{
	struct scene *s = calloc(1, sizeof(*s));
	void *store = NULL;
	assert_non_null(s);
	assert_int_equal(store_set_up(&store), 0);
	s->store = store;
	sql(s, SCENE_SQL);
	assert_int_equal(shop_open(s->store->path, SHOP_WRITE, &s->shop, &s->err), SHOP_OK);
	shop_set_now(s->shop, NOW, 0);
	act(s, ALICE, SHOP_SCOPE_FULL);
	*state = s;
	return 0;
}

static inline int scene_tear_down(void **state)
{
	struct scene *s = *state;
	void *store = s->store;
	shop_close(s->shop);
	free(s);
	return store_tear_down(&store);
}

#define SCENE_TEST(name) cmocka_unit_test_setup_teardown(name, scene_set_up, scene_tear_down)

/* Orders one product; returns the order's number, or 0 with *ret_status. */
static inline int64_t order_one(struct scene *s, const char *product, int64_t quantity,
				const char *payment)
{
	struct shop_order_item item = { product, quantity };
	struct shop_order_request in = { .items = &item, .item_count = 1, .payment = payment };
	struct shop_order order = { 0 };
	assert_int_equal(shop_order_add(s->shop, &in, &order, &s->err), SHOP_OK);
	int64_t id = order.id;
	shop_order_done(&order);
	return id;
}
