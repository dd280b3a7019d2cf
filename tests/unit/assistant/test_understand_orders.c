/* SPDX-License-Identifier: MIT */
/* Questions about one's own orders, actions, the shop's rules, the account; and courtesy. */
#include "understood.h"

static void test_lists_and_sums(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "what did I order last week?",
		  "order_list certain since=2026-11-09 until=2026-11-15" },
		{ "what did I order yesterday",
		  "order_list certain since=2026-11-21 until=2026-11-21" },
		{ "orders in march", "order_list certain since=2026-03-01 until=2026-03-31" },
		{ "what was my last order", "order_list certain limit=1 last" },
		{ "my first order", "order_list certain limit=1 first" },
		{ "show my orders since the 3rd", "order_list certain since=2026-11-03" },
		{ "my orders between March 3 and April 2",
		  "order_list certain since=2026-03-03 until=2026-04-02" },
		{ "when did I order the headphones?", "order_list certain text=headphones" },
		{ "did I order two things of the same last week?",
		  "order_list certain since=2026-11-09 until=2026-11-15 asks" },
		{ "did I order a book last week?",
		  "order_list certain text=book since=2026-11-09 until=2026-11-15 asks" },
		{ "have I ever ordered a Samsung phone",
		  "order_list certain text=phone brand=Samsung asks" },
		{ "how many orders did I place this year",
		  "order_count certain since=2026-01-01 until=2026-12-31" },
		{ "how much did I spend last month?",
		  "order_count certain since=2026-10-01 until=2026-10-31 spent" },
		{ "how much have I spent on books this year?",
		  "order_count certain text=books since=2026-01-01 until=2026-12-31 spent" },
		{ "which orders are unpaid", "order_list certain statuses=1" },
		{ "what hasn't been delivered yet", "order_list certain statuses=7" },
		{ "orders that have not been delivered yet", "order_list certain statuses=7" },
		{ "which of my orders haven't been paid", "order_list certain statuses=1" },
		{ "paid but not shipped", "order_list certain statuses=2" },
		{ "orders that have not been shipped", "order_list certain statuses=3" },
		{ "was anything cancelled", "order_list certain statuses=16" },
		{ "my last three orders", "order_list certain limit=3 last" },
		{ "what have I ordered so far", "order_list certain" },
		{ "orders in the past 7 days",
		  "order_list certain since=2026-11-16 until=2026-11-22" },
		{ "did I already order a mug", "order_list certain text=mug asks" },
		{ "the order with the mug", "order_list certain text=mug" },
		{ "did you cancel any of my orders", "order_list certain statuses=16" },
		{ "orders older than three months", "order_list certain until=2026-08-21" },
		{ "my total for september",
		  "order_count certain since=2026-09-01 until=2026-09-30 spent" },
		{ "total of my purchases this year",
		  "order_count certain since=2026-01-01 until=2026-12-31 spent" },
		{ "how much were my orders", "order_count certain spent" },
		{ "which of my orders were cancelled", "order_list certain statuses=16" },
	};
	CHECK(rows);
}

static void test_tracking(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "track my order with ID #1234", "order_track certain order=1234" },
		{ "track order 1234", "order_track certain order=1234" },
		{ "1234", "order_track certain order=1234" },
		{ "#1234", "order_track certain order=1234" },
		{ "where is my order 1234?", "order_track certain order=1234" },
		{ "order 99999999999999999999", "order_track certain order=922337203685477580" },
		{ "when will my order arrive", "order_track certain" },
		{ "was the order delivered", "order_track certain" },
		{ "has my package been shipped yet", "order_track certain" },
		{ "has 1240 shipped already?", "order_track certain order=1240" },
		{ "has my parcel left yet? it's 1234", "order_track certain order=1234" },
		{ "when did order 1234 ship", "order_track certain order=1234" },
		{ "has my last order been paid", "order_track certain limit=1 last" },
		{ "track my latest order", "order_track certain limit=1 last" },
		{ "did you ship 1234 yet", "order_track certain order=1234" },
		{ "tracking info for 1234", "order_track certain order=1234" },
		{ "track 1236 and 1240", "order_track certain order=1236" },
		{ "where is my lamp", "order_track text=lamp" },
	};
	CHECK(rows);
}

static void test_actions(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "order two of them", "order_action quantity=2 action=buy" },
		{ "order 3 red shirts", "order_action text=shirts attribute=color=red name=red "
					"shirts quantity=3 action=buy" },
		{ "please order the red shirt",
		  "order_action text=shirt attribute=color=red name=red shirt action=buy" },
		{ "buy the Pulse S2",
		  "order_action text=pulse s2 name=pulse s2 unknown=s2 action=buy" },
		{ "I need you to buy me a mug", "order_action text=mug name=mug action=buy" },
		{ "I want everything ordered", "order_action action=buy" },
		{ "cancel order 12", "order_action certain order=12 action=cancel" },
		{ "cancel my order", "order_action certain action=cancel" },
		{ "pay order 12", "order_action certain order=12 action=pay" },
		{ "I'd like to buy a lamp", "product_search certain text=lamp" },
		{ "I want to buy the lamp", "order_action text=lamp name=lamp action=buy" },
		{ "I want to buy two lamps",
		  "order_action text=lamps name=lamps quantity=2 action=buy" },
		{ "I want to buy the cheapest lamp",
		  "product_search certain text=lamp sort=price limit=1 superlative" },
		{ "order 3 jars of mugs",
		  "order_action text=mugs name=mugs quantity=3 action=buy" },
		{ "get me two pairs of red shirts",
		  "order_action text=shirts attribute=color=red name=red shirts quantity=2 "
		  "action=buy" },
		{ "add two mugs to my order",
		  "order_action text=mugs name=mugs quantity=2 action=buy" },
		{ "stop order 12", "order_action certain order=12 action=cancel" },
		{ "I changed my mind about 1240, cancel please",
		  "order_action certain order=1240 action=cancel" },
		{ "cancel my last order", "order_action certain last action=cancel" },
		{ "cancel the order with the lamp",
		  "order_action certain text=lamp action=cancel" },
		{ "cancel the order from yesterday",
		  "order_action certain since=2026-11-21 until=2026-11-21 action=cancel" },
		{ "pay for the lamp", "order_action text=lamp action=pay" },
		{ "pay my unpaid order", "order_action certain statuses=1 action=pay" },
		{ "where can I buy a lamp", "product_search certain text=lamp asks" },
	};
	CHECK(rows);
}

static void test_rules_account_and_courtesy(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "what is your return policy", "shop_info topic=return policy" },
		{ "I want to return my shirt", "shop_info topic=return shirt" },
		{ "return shirts", "shop_info topic=return shirt" },
		{ "do you ship to Canada?", "shop_info topic=do you ship canada" },
		{ "how can I pay", "shop_info topic=how can i pay" },
		{ "is there a warranty on laptops?", "shop_info topic=warranty laptop" },
		{ "can I send it back", "shop_info topic=send it back" },
		{ "is delivery free", "shop_info topic=delivery free" },
		{ "my lamp is broken", "shop_info topic=lamp broken" },
		{ "when does the shop open on monday", "shop_info topic=open monday" },
		{ "what address do you have for me", "account who" },
		{ "can I speak to a person", "shop_info topic=speak person" },
		{ "when do you post parcels", "shop_info topic=post parcel" },
		{ "can I correct my name", "account name" },
		{ "how do I update my e-mail address", "account email" },
		{ "how do I contact you", "shop_info topic=contact you" },
		{ "what are your opening hours", "shop_info topic=opening hour" },
		{ "contact lenses", "product_search text=contact lenses" },
		{ "change my password", "account password" },
		{ "log me out", "account logout" },
		{ "delete my account", "account delete" },
		{ "thanks", "greeting thanks" },
		{ "hello there", "greeting hello" },
		{ "bye", "greeting bye" },
		{ "what can you do", "greeting help" },
		{ "thanks, and show me red shirts",
		  "product_search certain text=shirts attribute=color=red" },
	};
	CHECK(rows);
}

static void test_other_people(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "show me all orders of other customers", "order_list others" },
		{ "show me the orders of alice@example.com", "order_list others" },
		{ "what has Bob bought", "order_list others" },
		{ "Carol's last order", "order_list others" },
		{ "what did the previous customer order", "order_list others" },
		{ "yesterday's order", "order_list certain since=2026-11-21 until=2026-11-21" },
		{ "what did Bob order?", "order_list others" },
	};
	CHECK(rows);
}

/* The same questions as people also ask them. */
static void test_other_words(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "list my purchases from last month",
		  "order_list certain since=2026-10-01 until=2026-10-31" },
		{ "everything I ordered since october", "order_list certain since=2026-10-01" },
		{ "what's in order 1234", "order_track certain order=1234" },
		{ "has order 1234 been paid", "order_track certain order=1234" },
		{ "i still haven't received my order", "order_track certain" },
		{ "orders delivered last week",
		  "order_list certain since=2026-11-09 until=2026-11-15 statuses=8" },
		{ "how many times did i order headphones", "order_count certain text=headphones" },
		{ "how much money have i spent here", "order_count certain spent" },
		{ "did i pay for order 12", "order_track certain order=12" },
		{ "i'll take two mugs", "order_action text=mugs name=mugs quantity=2 action=buy" },
		{ "put 3 mugs in my basket",
		  "order_action text=mugs name=mugs quantity=3 action=buy" },
		{ "where are you located", "shop_info topic=where are you located" },
		{ "how do i register", "account register" },
		{ "thank you so much, bye", "greeting bye" },
		{ "are you a robot?", "greeting help" },
		{ "what's 2+2", "unsupported text=2 2 unknown=2" },
	};
	CHECK(rows);
}

static void test_command(void **state)
{
	(void)state;
	static const struct {
		const char *text, *command;
	} rows[] = {
		{ "my orders since the 3rd", "shop order list --since 2026-11-03" },
		{ "which orders are unpaid", "shop order list --status pending" },
		{ "track order 1234", "shop order track 1234" },
		{ "cancel order 12", "shop order cancel 7" },
		{ "order two of them", "shop order add 7:2" },
		{ "how do I change my password", "shop profile update" },
		{ "the cheapest red shirt under $30",
		  "shop products search shirt --attribute color=red --max-price 29.99 --sort price "
		  "--limit 1" },
		{ "Samsung phones in stock",
		  "shop products search phones --thing --brand Samsung --in-stock" },
	};
	const int64_t ids[] = { 7 };
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct understanding u;
		understand_text(rows[i].text, NULL, &u);
		bool acts = u.query.intent == SHOP_INTENT_ORDER_ACTION;
		understand_command(&u, "USD", ids, acts ? 1 : 0);
		assert_non_null(u.query.command);
		assert_string_equal(u.query.command, rows[i].command);
		understanding_done(&u);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists_and_sums),
		cmocka_unit_test(test_tracking),
		cmocka_unit_test(test_actions),
		cmocka_unit_test(test_rules_account_and_courtesy),
		cmocka_unit_test(test_other_people),
		cmocka_unit_test(test_other_words),
		cmocka_unit_test(test_command),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
