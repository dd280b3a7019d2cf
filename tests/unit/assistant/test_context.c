/* SPDX-License-Identifier: MIT */
/* The memory of a conversation: what is written is read back, and nothing else harms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/context.h"

static void assert_same_texts(const struct texts *a, const struct texts *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++)
		assert_string_equal(a->items[i], b->items[i]);
}

static void fill(struct chat_context *c)
{
	context_init(c);
	c->intent = SHOP_INTENT_PRODUCT_SEARCH;
	c->text = strdup("red shirt's \"best\" \xC3\xA9");
	assert_non_null(c->text);
	assert_true(texts_add(&c->brands, "Two Words"));
	assert_true(texts_add(&c->brands, "other"));
	assert_true(texts_add(&c->categories, "Clothing/Shirts"));
	assert_true(texts_add(&c->attributes, "color=red"));
	c->price_min_cents = 0;
	c->price_max_cents = INT64_MAX;
	c->min_rating_centi = 450;
	c->in_stock = c->reverse = c->spent = true;
	c->sort = SHOP_SORT_PRICE;
	c->since = 20000;
	c->until = 20006;
	c->order_id = c->orders[0] = 1234;
	c->orders[1] = 1230;
	c->order_count = 2;
	for (int i = 0; i < CONTEXT_ROWS; i++) {
		c->products[i] = i + 1;
		c->prices[i] = i * 100;
	}
	c->product_count = CONTEXT_ROWS;
}

static void test_is_read_back(void **state)
{
	(void)state;
	struct chat_context a, b;
	fill(&a);
	char *text = context_write(&a);
	assert_non_null(text);
	assert_true(context_read(text, &b));
	assert_true(b.known);
	assert_int_equal(b.intent, a.intent);
	assert_string_equal(b.text, a.text);
	assert_same_texts(&a.brands, &b.brands);
	assert_same_texts(&a.categories, &b.categories);
	assert_same_texts(&a.attributes, &b.attributes);
	assert_int_equal(b.price_min_cents, 0);
	assert_int_equal(b.price_max_cents, INT64_MAX);
	assert_int_equal(b.min_rating_centi, 450);
	assert_true(b.in_stock && b.reverse && b.spent);
	assert_int_equal(b.sort, SHOP_SORT_PRICE);
	assert_int_equal(b.order_id, 1234);
	assert_int_equal(b.order_count, 2);
	assert_int_equal(b.orders[1], 1230);
	assert_int_equal(b.since, 20000);
	assert_int_equal(b.until, 20006);
	assert_int_equal(b.product_count, CONTEXT_ROWS);
	assert_memory_equal(a.products, b.products, sizeof(a.products));
	assert_memory_equal(a.prices, b.prices, sizeof(a.prices));
	free(text);
	context_done(&a);
	context_done(&b);
}

static void test_an_empty_one_holds_nothing(void **state)
{
	(void)state;
	struct chat_context a, b;
	context_init(&a);
	char *text = context_write(&a);
	assert_non_null(text);
	assert_true(context_read(text, &b));
	assert_null(b.text);
	assert_int_equal(b.intent, SHOP_INTENT_UNSUPPORTED);
	assert_int_equal(b.price_min_cents, SHOP_NONE);
	assert_int_equal(b.order_id, SHOP_NONE);
	assert_int_equal(b.product_count, 0);
	free(text);
	context_done(&b);
	assert_true(context_read("", &b));
	assert_false(b.known);
	context_done(&b);
}

/* A value cannot make lines of its own. */
static void test_values_stay_on_their_line(void **state)
{
	(void)state;
	struct chat_context a, b;
	context_init(&a);
	a.text = strdup("shirts\norder 99\r\nproduct 5 1");
	assert_non_null(a.text);
	char *text = context_write(&a);
	assert_non_null(text);
	assert_true(context_read(text, &b));
	assert_string_equal(b.text, "shirts order 99  product 5 1");
	assert_int_equal(b.order_id, SHOP_NONE);
	assert_int_equal(b.product_count, 0);
	free(text);
	context_done(&a);
	context_done(&b);
}

static void test_what_it_does_not_know_is_skipped(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"nonsense",
		"future_name 5\n",
		"min abc\nmax -5\nrating 99999999999999999999999\n",
		"intent 99\nintent -1\n",
		"sort sideways\n",
		"product\nproduct x\nproduct -1 5\n",
		"\n\n\n \n",
		"text",
		"order 12 34\x01\xff",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct chat_context c;
		assert_true(context_read(texts[i], &c));
		assert_int_equal(c.intent, SHOP_INTENT_UNSUPPORTED);
		assert_int_equal(c.sort, SHOP_SORT_RELEVANCE);
		assert_int_equal(c.price_min_cents, SHOP_NONE);
		assert_int_equal(c.price_max_cents, SHOP_NONE);
		assert_int_equal(c.min_rating_centi, SHOP_NONE);
		assert_int_equal(c.product_count, 0);
		context_done(&c);
	}
}

static void test_limits(void **state)
{
	(void)state;
	struct chat_context c;
	char text[8192];
	size_t len = 0;
	for (int i = 0; i < 3 * CONTEXT_ROWS; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len, "product %d 5\n", i);
	assert_true(context_read(text, &c));
	assert_int_equal(c.product_count, CONTEXT_ROWS);
	context_done(&c);
	/* A line that is too long is none. */
	memset(text, 'x', sizeof(text) - 1);
	memcpy(text, "text ", 5);
	memcpy(text + 4000, "\norder 7\n", 9);
	text[sizeof(text) - 1] = '\0';
	assert_true(context_read(text, &c));
	assert_null(c.text);
	assert_int_equal(c.order_id, 7);
	context_done(&c);
}

static void test_the_last_text_counts(void **state)
{
	(void)state;
	struct chat_context c;
	assert_true(context_read("text a\ntext b\nbrand x\nbrand x\n", &c));
	assert_string_equal(c.text, "b");
	assert_int_equal(c.brands.count, 1);
	context_done(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_is_read_back),
		cmocka_unit_test(test_an_empty_one_holds_nothing),
		cmocka_unit_test(test_values_stay_on_their_line),
		cmocka_unit_test(test_what_it_does_not_know_is_skipped),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_the_last_text_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
