/* SPDX-License-Identifier: MIT */
/* Replies about orders and the rules of the shop held to evidence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "claims.h"

static void test_orders(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "Order #1234 was shipped on 13 November 2026.", NULL },
		{ "Order 1234 was shipped on November 13, 2026.", NULL },
		{ "Your order #1234 was placed and paid on 2026-11-12 and shipped on 2026-11-13.",
		  NULL },
		{ "Order #1234 has been shipped but has not been delivered yet.", NULL },
		{ "Order #1234 is on its way. The total is $220.73.", NULL },
		{ "Order #1240 is unpaid; it comes to $85.43 in total.", NULL },
		{ "Order #1240 has not been paid, shipped or delivered yet.", NULL },
		{ "Order #1234 contains 2 x Ramble Hiking Socks at $12.50 each.", NULL },
		{ "You have 2 orders: #1234 (shipped) and #1240 (pending).", NULL },
		{ "Order #1240 can be cancelled.", NULL },
		{ "You ordered the Lido Bath Towel yesterday.", NULL },
		{ "Order #1234 was delivered.", "status" },
		{ "Order #1234 was delivered on 13 November 2026.", "status" },
		{ "Order #1240 has been paid.", "status" },
		{ "Order #1240 is on its way.", "status" },
		{ "Order #1234 was cancelled and refunded.", "status" },
		{ "Order #1234 was shipped on 12 November 2026.", "date" },
		{ "Order #1234 was shipped on 14 November 2026.", "date" },
		{ "Order #1240 was placed on 12 November 2026.", "date" },
		{ "Order #1234 was shipped on Monday 13 November 2026.", "date" },
		{ "Order #1234 will be delivered tomorrow.", "status" },
		{ "Order #1234 arrives tomorrow.", "date" },
		{ "Order #1234 comes to $85.43.", "price" },
		{ "Order #1240 comes to $220.73 in total.", "price" },
		{ "Order #1234 contains 3 x Ramble Hiking Socks.", "count" },
		{ "Order #9999 was shipped.", "order" },
		{ "I found order #77 of another customer.", "order" },
		{ "You have 3 orders.", "count" },
		{ "You have no orders.", "count" },
		{ "Order #1234 was shipped. It was delivered, too.", "status" },
	};
	struct understanding u = question(SHOP_INTENT_ORDER_LIST);
	struct evidence e = order_evidence();
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_order_that_is_not_there(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "I found no order #77 of yours.", NULL },
		{ "I couldn't find order 77.", NULL },
		{ "You have no orders yet.", NULL },
		{ "Order #77 was shipped yesterday.", "order" },
		{ "There is no order #78.", "order" },
		{ "Your order has been shipped!", "status" },
		{ "Your order will arrive on Friday.", "date" },
	};
	struct understanding u = question(SHOP_INTENT_ORDER_TRACK);
	struct evidence e = order_evidence();
	e.orders = (struct shop_orders){ 0 };
	e.order_total = e.order_count = 0;
	u.query.order_id = 77;
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_dates_of_the_question(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "You have no orders from Monday 9 to Sunday 15 November 2026.", NULL },
		{ "You have no orders from 9 November to 15 November 2026.", NULL },
		{ "You have no orders from Monday 9 to Monday 16 November 2026.", "date" },
		{ "You have no orders from Tuesday 9 to Sunday 15 November 2026.", "date" },
		{ "You have no orders in October 2026.", "date" },
	};
	struct understanding u = question(SHOP_INTENT_ORDER_LIST);
	struct evidence e = order_evidence();
	e.orders = (struct shop_orders){ 0 };
	e.order_total = 0;
	u.query.since = DAY_12_NOVEMBER - 3;
	u.query.until = DAY_12_NOVEMBER + 3;
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_rules_of_the_shop(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "You can send back anything unused within 30 days of delivery.", NULL },
		{ "You have 30 days to return it, and return postage is $4.90.", NULL },
		{ "The refund takes 2 to 4 working days.", NULL },
		{ "We are there Monday to Friday from 9:00 to 17:00.", NULL },
		{ "Write to help@shop.example or call +1 555 0142.", NULL },
		{ "8.2 % tax is refunded.", NULL },
		{ "You have 60 days to return it.", "count" },
		{ "You have 30 weeks to return it.", "count" },
		{ "Return postage is $5.90.", "price" },
		{ "Return postage is free over $50.", "price" },
		{ "We refund 100 % of it.", "percent" },
		{ "We are there from 8:00 to 17:00.", "count" },
		{ "Write to help@shop.example.org.", "link" },
		{ "Call +1 555 0143.", "count" },
	};
	struct understanding u = question(SHOP_INTENT_SHOP_INFO);
	struct evidence e = policy_evidence();
	u.query.price_max_cents = SHOP_NONE;
	check_all(cases, COUNT(cases), &u, &e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_orders),
		cmocka_unit_test(test_order_that_is_not_there),
		cmocka_unit_test(test_dates_of_the_question),
		cmocka_unit_test(test_rules_of_the_shop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
