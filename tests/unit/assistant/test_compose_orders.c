/* SPDX-License-Identifier: MIT */
/* The words of answers about orders, actions, and the shop itself. */
#include "answer.h"

static struct shop_order_line lines[] = {
	{ .name = "Lido Bath Towel", .quantity = 2, .price_cents = 2450 },
	{ .name = "Spoon", .quantity = 1, .price_cents = 300 }
};

static struct shop_order order_of(enum shop_order_status status)
{
	const int64_t at = NOVEMBER_12 * (int64_t)DAY + 3600;
	bool shipped = status == SHOP_ORDER_SHIPPED || status == SHOP_ORDER_DELIVERED;
	return (struct shop_order){
		.id = 1234,
		.status = status,
		.total_cents = 6223,
		.currency = "USD",
		.created_at = at,
		.paid_at = status == SHOP_ORDER_PENDING ? SHOP_NONE : at + 60,
		.shipped_at = shipped ? at + DAY : SHOP_NONE,
		.delivered_at = status == SHOP_ORDER_DELIVERED ? at + 3 * DAY : SHOP_NONE,
		.cancelled_at = status == SHOP_ORDER_CANCELLED ? at + DAY : SHOP_NONE,
		.lines = lines,
		.line_count = 2
	};
}

static struct evidence ordered(struct shop_order *order, size_t count)
{
	struct evidence e = found(NULL, 0);
	e.orders = (struct shop_orders){ order, count };
	e.order_total = (int64_t)count;
	e.order_count = 5;
	return e;
}

#define ROW                                                                                        \
	"#1234 (shipped), ordered on 12 November 2026: 2 \xC3\x97 Lido Bath Towel and 1 \xC3\x97 " \
	"Spoon "                                                                                   \
	"\xE2\x80\x94 $62.23 in all"

static void test_order_lists(void **state)
{
	(void)state;
	struct shop_order order = order_of(SHOP_ORDER_SHIPPED);
	struct understanding u = ask(SHOP_INTENT_ORDER_LIST, NULL);
	struct evidence e = ordered(&order, 1);
	says(&u, &e, "You have one order:\n" ROW);
	u.query.since = 20765;
	u.query.until = 20771;
	says(&u, &e, "You have one order from Sunday 8 to Saturday 14 November 2026:\n" ROW);
	u.query.text = (char[]){ "towel" };
	u.asks = true;
	says(&u, &e,
	     "Yes, you have one order with 'towel' from Sunday 8 to Saturday 14 November "
	     "2026:\n" ROW);
	e.words_missed = true;
	says(&u, &e, "No, none of your orders has 'towel' in it; this is your latest one:\n" ROW);
	e = ordered(NULL, 0);
	says(&u, &e,
	     "No, you have no orders with 'towel' from Sunday 8 to Saturday 14 November 2026.");
	e.order_count = 0;
	says(&u, &e, "No, you have no orders yet.");
	u = ask(SHOP_INTENT_ORDER_LIST, NULL);
	e = ordered(NULL, 0);
	u.statuses = 1u << SHOP_ORDER_PENDING;
	says(&u, &e, "You have no unpaid orders.");
	u.statuses = 1u << SHOP_ORDER_SHIPPED | 1u << SHOP_ORDER_DELIVERED;
	says(&u, &e, "You have no shipped or delivered orders.");
	u = ask(SHOP_INTENT_ORDER_LIST, NULL);
	u.last = true;
	e = ordered(&order, 1);
	says(&u, &e, "Your latest order is " ROW ".");
	u.others = true;
	says(&u, &e, "I only know of your own orders. Your latest order is " ROW ".");
}

static void test_tracking(void **state)
{
	(void)state;
	struct shop_order order = order_of(SHOP_ORDER_SHIPPED);
	struct understanding u = ask(SHOP_INTENT_ORDER_TRACK, NULL);
	struct evidence e = ordered(&order, 1);
	says(&u, &e,
	     "Order #1234 has been shipped and has not been delivered yet. It was ordered on 12 "
	     "November "
	     "2026, paid on 12 November 2026 and shipped on 13 November 2026. Order #1234 contains "
	     "2 "
	     "\xC3\x97 Lido Bath Towel and 1 \xC3\x97 Spoon \xE2\x80\x94 $62.23 in all.");
	static const char *const states[] = {
		[SHOP_ORDER_PENDING] =
			"Order #1234 has not been paid yet. It was ordered on 12 November 2026.",
		[SHOP_ORDER_PAID] = "Order #1234 has been paid and has not been shipped yet.",
		[SHOP_ORDER_SHIPPED] =
			"Order #1234 has been shipped and has not been delivered yet.",
		[SHOP_ORDER_DELIVERED] = "Order #1234 has been delivered.",
		[SHOP_ORDER_CANCELLED] = "Order #1234 was cancelled.",
	};
	for (size_t i = 0; i < COUNT(states); i++) {
		order = order_of((enum shop_order_status)i);
		char *reply = compose(&u, &e);
		assert_non_null(reply);
		assert_int_equal(strncmp(reply, states[i], strlen(states[i])), 0);
		free(reply);
	}
	e = ordered(NULL, 0);
	u.query.order_id = 77;
	says(&u, &e, "I found no order #77 of yours.");
}

/* A night in one time zone is the day before in another. */
static void test_days_are_local(void **state)
{
	(void)state;
	assert_int_equal(local_day(0, 0), 0);
	assert_int_equal(local_day(-1, 0), -1);
	assert_int_equal(local_day(DAY - 1, 3600), 1);
	assert_int_equal(local_day(0, -3600), -1);
	assert_int_equal(local_day(INT64_MAX, 3600), INT64_MAX / DAY);
	struct buf b;
	buf_init(&b, 1000);
	put_days(&b, 20818, 20823);
	buf_putc(&b, '|');
	put_days(&b, 20785, 20791);
	buf_putc(&b, '|');
	put_days(&b, SHOP_NONE, 20779);
	buf_putc(&b, '|');
	put_days(&b, 20779, SHOP_NONE);
	buf_putc(&b, '|');
	put_days(&b, 20779, 20779);
	assert_string_equal(buf_text(&b),
			    "from Thursday 31 December 2026 to Tuesday 5 January 2027|"
			    "from Saturday 28 November to Friday 4 December 2026|"
			    "until Sunday 22 November 2026|since Sunday 22 November 2026|"
			    "on Sunday 22 November 2026");
	buf_done(&b);
}

static void test_order_counts(void **state)
{
	(void)state;
	struct shop_order order = order_of(SHOP_ORDER_SHIPPED);
	struct understanding u = ask(SHOP_INTENT_ORDER_COUNT, NULL);
	struct evidence e = ordered(&order, 1);
	e.order_total = 3;
	says(&u, &e, "You have 3 orders.");
	e.order_total = 1;
	e.spent_cents = 6223;
	u.spent = true;
	u.query.since = u.query.until = NOVEMBER_12;
	says(&u, &e,
	     "You spent $62.23 on Thursday 12 November 2026, in one order. That is items, tax and "
	     "shipping; "
	     "orders that are not paid or were cancelled are left out.");
	u.query.text = (char[]){ "towels" };
	e.spent_cents = 4900;
	says(&u, &e,
	     "You spent $49.00 on 'towels' on Thursday 12 November 2026, in one order. That is the "
	     "price of "
	     "these goods; orders that are not paid or were cancelled are left out.");
}

static void test_actions(void **state)
{
	(void)state;
	struct shop_order order = order_of(SHOP_ORDER_PENDING);
	struct understanding u = ask(SHOP_INTENT_ORDER_ACTION, NULL);
	struct evidence e = found(&stride, 1);
	u.quantity = 2;
	u.query.command = (char[]){ "shop order add 9:2" };
	says(&u, &e,
	     "Stride Smartwatch Lite costs $49.90; 32 are in stock. For 2 of them:\n"
	     "    shop order add 9:2\nNothing has been ordered yet.");
	u.quantity = 40;
	says(&u, &e, "Stride Smartwatch Lite has only 32 in stock, fewer than you want.");
	e.products.items = &calla;
	e.instead = (struct shop_products){ &orbit, 1 };
	says(&u, &e,
	     "Calla Smartwatch is sold out, so it can't be ordered now.\nInstead there is Orbit "
	     "Smartwatch "
	     "Mini \xE2\x80\x94 $98.00, 1 in stock.");
	e = ordered(&order, 1);
	u.action = ACTION_CANCEL;
	u.query.command = (char[]){ "shop order cancel 1234" };
	says(&u, &e,
	     "Order #1234, ordered on 12 November 2026, comes to $62.23. To cancel it:\n"
	     "    shop order cancel 1234\nNothing has been cancelled yet.");
	order = order_of(SHOP_ORDER_SHIPPED);
	says(&u, &e, "Order #1234 has been shipped, so it can no longer be cancelled.");
	u.action = ACTION_PAY;
	says(&u, &e, "Order #1234 has been paid already.");
	order = order_of(SHOP_ORDER_CANCELLED);
	says(&u, &e, "Order #1234 was cancelled, so there is nothing to pay.");
	struct shop_order two[] = { order_of(SHOP_ORDER_PENDING), order_of(SHOP_ORDER_PENDING) };
	e = ordered(two, 2);
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_null(strstr(reply, "shop order")); /* which one is not known */
	free(reply);
}

static void test_rules_and_account(void **state)
{
	(void)state;
	char *topics[] = { "returns", "shipping" };
	struct understanding u = ask(SHOP_INTENT_SHOP_INFO, NULL);
	struct evidence e = found(NULL, 0);
	u.topic = (char[]){ "gift wrap" };
	e.topics = (struct texts){ topics, 2 };
	says(&u, &e,
	     "The shop has not written anything down about 'gift wrap'. It has rules about returns "
	     "and "
	     "shipping.");
	e.topics.count = 0;
	says(&u, &e, "The shop has not written anything down about 'gift wrap'.");
	e.topic = (char[]){ "returns" };
	e.policy = (char[]){ "Within 30 days.\n" };
	says(&u, &e, "The shop says about returns: Within 30 days.");
	u = ask(SHOP_INTENT_ACCOUNT, NULL);
	u.account = CUE_ACCOUNT_PASSWORD;
	u.query.command = (char[]){ "shop profile update" };
	says(&u, &e, "To change your password:\n    shop profile update");
	u.account = CUE_ACCOUNT_DELETE;
	u.query.command = NULL;
	says(&u, &e, "I can't do that from here; please ask the people of the shop.");
	u = ask(SHOP_INTENT_UNSUPPORTED, NULL);
	says(&u, &e,
	     "Sorry, I can only help with this shop's products, your orders and the shop's rules.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_lists),    cmocka_unit_test(test_tracking),
		cmocka_unit_test(test_days_are_local), cmocka_unit_test(test_order_counts),
		cmocka_unit_test(test_actions),        cmocka_unit_test(test_rules_and_account),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
