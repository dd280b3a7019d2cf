/* SPDX-License-Identifier: MIT */
/* Which rows a reply is about, and whether it answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/mention.h"

#define CLAIM(k, t, s)                                                                             \
	{                                                                                          \
		.kind = (k), .text = (char *)(uintptr_t)(t), .source = (char *)(uintptr_t)(s),     \
		.ok = true                                                                         \
	}
#define VERDICT(...)                                                                               \
	(struct verdict)                                                                           \
	{                                                                                          \
		.claims = (struct shop_claim[]){ __VA_ARGS__ },                                    \
		.count = sizeof((struct shop_claim[]){ __VA_ARGS__ }) / sizeof(struct shop_claim)  \
	}

static void test_order_of_the_reply(void **state)
{
	(void)state;
	struct shop_product products[] = { { .id = 1 }, { .id = 2 }, { .id = 3 } };
	struct shop_order orders[] = { { .id = 10 }, { .id = 11 } };
	struct evidence e = { .products = { products, 3 }, .orders = { orders, 2 } };
	struct verdict v =
		VERDICT(CLAIM("product", "C", "product:3"), CLAIM("price", "$1.00", "product:1"),
			CLAIM("product", "C", "product:3"), CLAIM("order", "#11", "order:11"),
			CLAIM("count", "7", "result"));
	struct mentions m = mention(&v, &e);
	assert_int_equal(m.products, 2);
	assert_int_equal(m.orders, 1);
	assert_int_equal(products[0].id, 3);
	assert_int_equal(products[1].id, 1);
	assert_int_equal(products[2].id, 2);
	assert_int_equal(orders[0].id, 11);
	/* what is not borne out is not spoken of */
	v.claims[0].ok = v.claims[1].ok = v.claims[2].ok = v.claims[3].ok = false;
	m = mention(&v, &e);
	assert_int_equal(m.products + m.orders, 0);
}

static void test_answers(void **state)
{
	(void)state;
	const struct verdict right =
		VERDICT(CLAIM("price", "$5.00", "question"), CLAIM("product", "A", "product:1"),
			CLAIM("price", "$4.00", "product:1"), CLAIM("product", "B", "product:2"));
	const struct verdict first = VERDICT(CLAIM("product", "a", "product:1"));
	const struct verdict second = VERDICT(CLAIM("product", "b", "product:2"));
	const struct verdict both =
		VERDICT(CLAIM("product", "b", "product:2"), CLAIM("product", "a", "product:1"));
	const struct verdict asked = VERDICT(CLAIM("price", "$5.00", "question"));
	assert_true(mention_answers(&first, &right, false));
	assert_false(mention_answers(&second, &right, false));
	assert_false(mention_answers(&asked, &right, false));
	assert_false(mention_answers(&first, &right, true));
	assert_true(mention_answers(&both, &right, true));
	assert_true(mention_answers(&asked, &asked, false));
}

static void test_counts_by_number(void **state)
{
	(void)state;
	const struct verdict right = VERDICT(CLAIM("count", "9", "result"));
	const struct verdict same = VERDICT(CLAIM("count", "9", "result"));
	const struct verdict other = VERDICT(CLAIM("count", "8", "result"));
	assert_true(mention_answers(&same, &right, false));
	assert_false(mention_answers(&other, &right, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_of_the_reply),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_counts_by_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
