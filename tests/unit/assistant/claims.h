/* SPDX-License-Identifier: MIT */
#pragma once

/* A small shop by hand, and replies with the claim that must not pass. Include behind cmocka.h. */

#include "assistant/verify.h"
#include "scene.h"

enum { DAY_12_NOVEMBER = 20769 };

static struct shop_attribute pulse_attributes[] = {
	{ "battery_life", "7 days" },
	{ "case_size", "42 mm" },
	{ "material", "100 % silicone" },
};
static struct shop_attribute calla_attributes[] = {
	{ "battery_life", "4 days" },
	{ "case_size", "40 mm" },
};
static struct shop_review reviews[] = {
	{ .author = "Alice Martin",
	  .rating = 5,
	  .comment = "Six days in and it still shows a third.",
	  .created_at = INT64_C(20700) * SCENE_DAY },
	{ .author = "Bob", .rating = 2, .comment = "I paid $20.00 too much." },
};
static struct shop_product products[] = {
	{ .id = 1,
	  .sku = "EL-0001",
	  .name = "Pulse Smartwatch S2",
	  .brand = "Tarvoxa",
	  .category = "Electronics/Smartwatches",
	  .price_cents = 12900,
	  .stock = 14,
	  .description = "Tracks sleep and 40 sports. It costs $1.00 in the shop next door.",
	  .rating_centi = 417,
	  .reviews = 6,
	  .created_at = INT64_C(20600) * SCENE_DAY },
	{ .id = 2,
	  .sku = "EL-0002",
	  .name = "Calla Smartwatch",
	  .brand = "Quellmar",
	  .category = "Electronics/Smartwatches",
	  .price_cents = 16400,
	  .stock = 0,
	  .description = "Small and golden.",
	  .rating_centi = 400,
	  .reviews = 2,
	  .created_at = INT64_C(20500) * SCENE_DAY },
	{ .id = 3,
	  .sku = "EL-0003",
	  .name = "Orbit Smartwatch Mini",
	  .brand = "Tarvoxa",
	  .category = "Electronics/Smartwatches",
	  .price_cents = 9800,
	  .stock = 7,
	  .description = "",
	  .created_at = INT64_C(20400) * SCENE_DAY },
};

static inline struct evidence product_evidence(void)
{
	struct evidence e = { .currency = "USD",
			      .today = SCENE_TODAY,
			      .total = 11,
			      .in_stock = 10,
			      .things = 9,
			      .price_low = 4990,
			      .price_high = 34900 };
	e.products = (struct shop_products){ products, 3 };
	e.attributes[0] = (struct shop_attributes){ pulse_attributes, 3 };
	e.attributes[1] = (struct shop_attributes){ calla_attributes, 2 };
	e.reviews = (struct shop_reviews){ reviews, 2 };
	return e;
}

static inline int64_t at_day(int64_t day)
{
	return day * SCENE_DAY + 3600;
}

static struct shop_order_line first_lines[] = {
	{ .name = "Ramble Hiking Socks", .sku = "TX-1", .price_cents = 1250, .quantity = 2 },
	{ .name = "Hush 40 Headphones", .sku = "EL-9", .price_cents = 17900, .quantity = 1 },
};
static struct shop_order_line second_lines[] = {
	{ .name = "Lido Bath Towel", .sku = "TX-2", .price_cents = 2450, .quantity = 3 },
};

static inline struct shop_orders some_orders(void)
{
	static struct shop_order orders[2];
	orders[0] = (struct shop_order){ .id = 1234,
					 .status = SHOP_ORDER_SHIPPED,
					 .items_cents = 20400,
					 .tax_cents = 1673,
					 .total_cents = 22073,
					 .currency = "USD",
					 .created_at = at_day(DAY_12_NOVEMBER),
					 .paid_at = at_day(DAY_12_NOVEMBER),
					 .shipped_at = at_day(DAY_12_NOVEMBER + 1),
					 .delivered_at = SHOP_NONE,
					 .cancelled_at = SHOP_NONE,
					 .lines = first_lines,
					 .line_count = 2 };
	orders[1] = (struct shop_order){ .id = 1240,
					 .status = SHOP_ORDER_PENDING,
					 .items_cents = 7350,
					 .shipping_cents = 590,
					 .tax_cents = 603,
					 .total_cents = 8543,
					 .currency = "USD",
					 .created_at = at_day(DAY_12_NOVEMBER + 9),
					 .paid_at = SHOP_NONE,
					 .shipped_at = SHOP_NONE,
					 .delivered_at = SHOP_NONE,
					 .cancelled_at = SHOP_NONE,
					 .lines = second_lines,
					 .line_count = 1 };
	return (struct shop_orders){ orders, 2 };
}

static inline struct evidence order_evidence(void)
{
	struct evidence e = { .currency = "USD",
			      .today = SCENE_TODAY,
			      .in_stock = SHOP_NONE,
			      .things = SHOP_NONE,
			      .price_low = SHOP_NONE,
			      .price_high = SHOP_NONE,
			      .order_total = 2,
			      .order_count = 10 };
	e.orders = some_orders();
	return e;
}

static inline struct evidence policy_evidence(void)
{
	struct evidence e = { .currency = "USD",
			      .today = SCENE_TODAY,
			      .in_stock = SHOP_NONE,
			      .things = SHOP_NONE,
			      .price_low = SHOP_NONE,
			      .price_high = SHOP_NONE };
	e.topic = "returns";
	e.policy =
		"You can send back anything unused within 30 days of delivery. Return postage is "
		"$4.90; 8.2 % tax is refunded within 2 to 4 working days. Write to "
		"help@shop.example or call +1 555 0142, Monday to Friday, 9:00 to 17:00.";
	return e;
}

/* The question: smartwatches under $200, "iphone 12 case" among the words. */
static inline struct understanding question(enum shop_intent intent)
{
	struct understanding u = { 0 };
	understanding_done(&u);
	u.query.intent = intent;
	u.query.price_max_cents = 19999;
	u.query.min_rating_centi = 350;
	return u;
}

struct claim_case {
	const char *reply;
	const char *bad; /* the kind of the claim that is not ok; NULL: all are */
};

static inline void check(const struct claim_case *c, const struct understanding *u,
			 const struct evidence *e)
{
	struct verdict v;
	assert_true(verify(c->reply, u, e, &v));
	const char *bad = NULL;
	for (size_t i = 0; i < v.count; i++)
		if (!v.claims[i].ok &&
		    (bad == NULL || (c->bad != NULL && strcmp(v.claims[i].kind, c->bad) == 0)))
			bad = v.claims[i].kind;
	bool right = c->bad == NULL ? bad == NULL : bad != NULL && strcmp(bad, c->bad) == 0;
	if (!right || v.grounded != (c->bad == NULL)) {
		print_message("%s\n", c->reply);
		for (size_t i = 0; i < v.count; i++)
			print_message("  %s %s '%s' %s\n", v.claims[i].ok ? "ok" : "not ok",
				      v.claims[i].kind, v.claims[i].text,
				      v.claims[i].source != NULL ? v.claims[i].source : "-");
		fail_msg("expected %s", c->bad != NULL ? c->bad : "grounded");
	}
	verdict_done(&v);
}

static inline void check_all(const struct claim_case *cases, size_t count,
			     const struct understanding *u, const struct evidence *e)
{
	for (size_t i = 0; i < count; i++)
		check(&cases[i], u, e);
}

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
