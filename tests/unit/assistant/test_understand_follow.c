/* SPDX-License-Identifier: MIT */
/* Messages that go on from what was said before. */
#include "understood.h"

static void shirts_shown(struct chat_context *c)
{
	context_init(c);
	c->known = true;
	c->intent = SHOP_INTENT_PRODUCT_SEARCH;
	c->text = strdup("shirts");
	assert_non_null(c->text);
	assert_true(texts_add(&c->attributes, "color=red"));
	static const int64_t ids[] = { 11, 12, 13 }, prices[] = { 3000, 4000, 5000 };
	memcpy(c->products, ids, sizeof(ids));
	memcpy(c->prices, prices, sizeof(prices));
	c->product_count = 3;
}

static void test_changed_wishes(void **state)
{
	(void)state;
	struct chat_context context;
	shirts_shown(&context);
	static const struct question rows[] = {
		{ "and in black?",
		  "product_search certain text=shirts attribute=color=black follow" },
		{ "under 50?",
		  "product_search certain text=shirts attribute=color=red max=4999 follow" },
		{ "and between 20 and 40?", "product_search certain text=shirts "
					    "attribute=color=red min=2000 max=4000 follow" },
		{ "any in cotton?", "product_search certain text=shirts attribute=material=cotton "
				    "attribute=color=red asks follow" },
		{ "in size M", "product_search certain text=shirts attribute=size=m "
			       "attribute=color=red follow" },
		{ "which are waterproof?",
		  "product_search certain text=waterproof shirts attribute=color=red follow" },
		{ "and in blue?", "product_search certain text=blue shirts follow unknown=blue" },
		{ "not red", "product_search certain text=shirts follow not_attribute=color=red" },
		{ "without polyester", "product_search certain text=shirts attribute=color=red "
				       "follow not_attribute=material=polyester" },
		{ "only in stock",
		  "product_search certain text=shirts attribute=color=red in_stock follow" },
		{ "what about Samsung?",
		  "product_search certain text=shirts brand=Samsung attribute=color=red follow" },
		{ "something cheaper", "product_search certain text=shirts attribute=color=red "
				       "max=2999 sort=price follow" },
		{ "cheaper ones?", "product_search certain text=shirts attribute=color=red "
				   "max=2999 sort=price follow" },
		{ "more expensive", "product_search certain text=shirts attribute=color=red "
				    "min=5001 sort=price follow" },
		{ "the cheapest one", "product_search certain text=shirts attribute=color=red "
				      "sort=price limit=1 superlative follow" },
		{ "sort them by price",
		  "product_search certain text=shirts attribute=color=red sort=price follow" },
		{ "show me more",
		  "product_search certain text=shirts attribute=color=red all follow" },
		{ "and headphones?", "product_search certain text=headphones follow" },
		{ "ok and headphones?", "product_search certain text=headphones follow" },
		{ "what about books?", "product_search certain text=books follow" },
	};
	CHECK_AFTER(&context, rows);
	context_done(&context);
}

static void test_what_was_shown(void **state)
{
	(void)state;
	struct chat_context context;
	shirts_shown(&context);
	static const struct question rows[] = {
		{ "the second one", "product_fact certain follow fact=about ref=12" },
		{ "and the third?", "product_fact certain follow fact=about ref=13" },
		{ "show me the first one", "product_fact certain follow fact=about ref=11" },
		{ "is it in stock?",
		  "product_fact certain in_stock asks follow fact=stock ref=11" },
		{ "how much is it?", "product_fact certain follow fact=price ref=11" },
		{ "what do people say about it?",
		  "product_fact certain follow fact=rating ref=11" },
		{ "what colours does it come in",
		  "product_fact certain follow fact=colour ref=11" },
		{ "tell me more about the second one",
		  "product_fact certain follow fact=about ref=12" },
		{ "compare them", "product_compare certain ref=11 ref=12 ref=13" },
		{ "compare the first two", "product_compare certain ref=11 ref=12" },
		{ "order two of them", "order_action ref=11 quantity=2 action=buy" },
		{ "buy the second one", "order_action ref=12 action=buy" },
		{ "add the first one to my cart", "order_action ref=11 action=buy" },
	};
	CHECK_AFTER(&context, rows);
	context_done(&context);
}

static void test_a_new_subject(void **state)
{
	(void)state;
	struct chat_context context;
	shirts_shown(&context);
	static const struct question rows[] = {
		{ "show me laptops", "product_search certain text=laptops" },
		{ "a mug", "product_search text=mug" },
		{ "what did I order last week",
		  "order_list certain since=2026-11-09 until=2026-11-15" },
		{ "thanks", "greeting thanks" },
	};
	CHECK_AFTER(&context, rows);
	context_done(&context);
}

static void test_orders_spoken_of(void **state)
{
	(void)state;
	struct chat_context context;
	context_init(&context);
	context.known = true;
	context.intent = SHOP_INTENT_ORDER_LIST;
	context.order_id = 77;
	static const struct question rows[] = {
		{ "and in March?", "order_list certain since=2026-03-01 until=2026-03-31 follow" },
		{ "what about last month?",
		  "order_list certain since=2026-10-01 until=2026-10-31 follow" },
		{ "only the unpaid ones", "order_list certain statuses=1" },
		{ "is it paid?", "order_track certain order=77 follow" },
		{ "how much was it?", "order_track certain order=77 follow" },
		{ "what was in it?", "order_track certain order=77 follow" },
		{ "where is it?", "order_track certain order=77" },
		{ "when will it arrive?", "order_track certain order=77" },
		{ "cancel it", "order_action certain order=77 action=cancel" },
		{ "pay it", "order_action certain order=77 action=pay" },
		{ "show me red shirts", "product_search certain text=shirts attribute=color=red" },
		{ "is it in stock?", "product_fact certain in_stock asks fact=stock" },
	};
	CHECK_AFTER(&context, rows);
	context_done(&context);
}

/* "and in March?" behind a sum is a sum again. */
static void test_orders_listed(void **state)
{
	(void)state;
	struct chat_context context;
	context_init(&context);
	context.known = true;
	context.intent = SHOP_INTENT_ORDER_LIST;
	context.order_id = context.orders[0] = 77;
	context.orders[1] = 66;
	context.order_count = 2;
	context.since = day_from_civil(2026, 11, 9);
	context.until = day_from_civil(2026, 11, 15);
	static const struct question rows[] = {
		{ "and 1231?", "order_track certain order=1231" },
		{ "what about 1231", "order_track certain order=1231" },
		{ "and the week before?",
		  "order_list certain since=2026-11-02 until=2026-11-08 follow" },
		{ "which of them are paid?",
		  "order_list certain since=2026-11-09 until=2026-11-15 follow statuses=2" },
		{ "cancel the second one", "order_action certain order=66 action=cancel" },
		{ "pay the first", "order_action certain order=77 action=pay" },
		{ "where is the second one", "order_track certain order=66" },
	};
	CHECK_AFTER(&context, rows);
	context_done(&context);
}

static void test_sums_go_on(void **state)
{
	(void)state;
	struct chat_context context;
	context_init(&context);
	context.known = true;
	context.intent = SHOP_INTENT_ORDER_COUNT;
	context.spent = true;
	static const struct question rows[] = {
		{ "and in March?",
		  "order_count certain since=2026-03-01 until=2026-03-31 follow spent" },
	};
	CHECK_AFTER(&context, rows);
	context_done(&context);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changed_wishes), cmocka_unit_test(test_what_was_shown),
		cmocka_unit_test(test_a_new_subject),  cmocka_unit_test(test_orders_spoken_of),
		cmocka_unit_test(test_orders_listed),  cmocka_unit_test(test_sums_go_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
