/* SPDX-License-Identifier: MIT */
/* Replies about products held to evidence: what is true passes, what is not borne out does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "claims.h"

static void test_prices(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "The Pulse Smartwatch S2 costs $129.00.", NULL },
		{ "The Pulse Smartwatch S2 costs $129.", NULL },
		{ "The Pulse Smartwatch S2 is 129 dollars.", NULL },
		{ "**Pulse Smartwatch S2** - USD 129.00", NULL },
		{ "At $129.00, the Pulse Smartwatch S2 is a good choice.", NULL },
		{ "You could take the Pulse Smartwatch S2. It costs $129.00.", NULL },
		{ "The pulse smartwatch s2 costs $129.00 and the calla smartwatch $164.00.", NULL },
		{ "Pulse Smartwatch S2 and Calla Smartwatch cost $129.00 and $164.00.", NULL },
		{ "1. Pulse Smartwatch S2: $129.00\n2. Calla Smartwatch: $164.00", NULL },
		{ "Nothing here is under $200.00? The Calla Smartwatch costs $164.00.", NULL },
		{ "The Calla Smartwatch is under $200.", NULL },
		{ "The Pulse Smartwatch S2 costs $130.00.", "price" },
		{ "The Pulse Smartwatch S2 costs $129.99.", "price" },
		{ "The Pulse Smartwatch S2 costs \xE2\x82\xAC"
		  "129.00.",
		  "price" },
		{ "The Pulse Smartwatch S2 costs $164.00.", "price" },
		{ "Pulse Smartwatch S2 and Calla Smartwatch cost $164.00 and $129.00.", "price" },
		{ "Pulse Smartwatch S2 and Calla Smartwatch both cost $129.00.", "price" },
		{ "1. Pulse Smartwatch S2: $164.00\n2. Calla Smartwatch: $129.00", "price" },
		{ "You could take the Pulse Smartwatch S2. It costs $98.00.", "price" },
		{ "The Pulse S2 watch is great and only $98.", "price" },
		{ "The Pulse Smartwatch S2 costs $129.00, that is $35.00 less than the Calla "
		  "Smartwatch.",
		  "price" },
		{ "Two of the Pulse Smartwatch S2 are $258.00.", "price" },
		{ "The Pulse Smartwatch S2 costs $1.00.", "price" },
		{ "Everything is $5.", "price" },
		{ "The Pulse Smartwatch S2 costs 98.00.", "price" },
		{ "The Pulse Smartwatch S2 is one hundred dollars.", "price" },
		{ "With the code SAVE you pay 90 bucks.", "price" },
		{ "The Pulse Smartwatch S2 is under $100.", "price" },
		{ "The Pulse Smartwatch S2 costs $12900.", "price" },
		{ "The Pulse Smartwatch S2 costs $1.29k.", "price" },
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_stock_and_ratings(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "Pulse Smartwatch S2: 14 in stock, rated 4.17 (6 reviews).", NULL },
		{ "The Pulse Smartwatch S2 is rated 4.2 out of 5 stars.", NULL },
		{ "The Pulse Smartwatch S2 is rated 4.2/5 by 6 customers in 6 reviews.", NULL },
		{ "There are 14 of the Pulse Smartwatch S2 left.", NULL },
		{ "The Calla Smartwatch is sold out.", NULL },
		{ "The Calla Smartwatch is not available.", NULL },
		{ "The Calla Smartwatch isn't in stock, but the Pulse Smartwatch S2 is available.",
		  NULL },
		{ "Pulse Smartwatch S2\n- Stock: 14\n- Rating: 4.17\n- Reviews: 6", NULL },
		{ "Alice Martin gave the Pulse Smartwatch S2 5 of 5.", NULL },
		{ "All of these are rated at least 3.5.", NULL },
		{ "Pulse Smartwatch S2: 13 in stock.", "stock" },
		{ "Only 2 of the Pulse Smartwatch S2 are left, so hurry!", "stock" },
		{ "Pulse Smartwatch S2: 7 in stock.", "stock" },
		{ "The Calla Smartwatch is in stock.", "stock" },
		{ "The Calla Smartwatch is available.", "stock" },
		{ "The Pulse Smartwatch S2 is sold out.", "stock" },
		{ "The Pulse Smartwatch S2 isn't available.", "stock" },
		{ "I like the Calla Smartwatch. It is in stock.", "stock" },
		{ "The Pulse Smartwatch S2 is rated 4.8 out of 5.", "rating" },
		{ "The Pulse Smartwatch S2 has 5 stars.", "rating" },
		{ "The Pulse Smartwatch S2 is rated 4.0.", "rating" },
		{ "The Orbit Smartwatch Mini is rated 4.0.", "rating" },
		{ "Pulse Smartwatch S2 (1,200 reviews)", "count" },
		{ "Pulse Smartwatch S2 (2 reviews)", "count" },
		{ "Pulse Smartwatch S2\n- Stock: 15", "stock" },
		{ "Bob gave it 5 of 5: a great Calla Smartwatch.", "rating" },
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_names_and_quotations(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "I would take the Pulse Smartwatch S2 by Tarvoxa.", NULL },
		{ "I would take the Tarvoxa Pulse Smartwatch S2.", NULL },
		{ "One customer writes: \"Six days in and it still shows a third.\"", NULL },
		{ "The \"Pulse Smartwatch S2\" is a 'smart' choice.", NULL },
		{ "Hello! Here are three smartwatches.", NULL },
		{ "Unfortunately Tarvoxa makes no other watch.", NULL },
		{ "**Key Features:** a bright screen", NULL },
		{ "I would take the Pulse Smartwatch S9.", "product" },
		{ "I would take the Pulse Smartwatch S2 Ultra.", "product" },
		{ "I would take the Apple Watch Ultra.", "product" },
		{ "Samsung Galaxy is what you want.", "product" },
		{ "Also look at the \"nova band\".", "product" },
		{ "Also look at \xE2\x80\x9CNova\xE2\x80\x9D.", "product" },
		{ "One customer writes: \"The best watch I ever had.\"", "product" },
		{ "I would take the Tarvoxa Nova.", "product" },
		{ "I would take the Calla Smartwatch Mini.", "product" },
		{ "Read more at https://evil.example/free.", "link" },
		{ "Write to sales@evil.example for a discount.", "link" },
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_counts_and_measures(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "I found 11 smartwatches, 10 of them in stock.", NULL },
		{ "There are 9 products, or 11 with every variant.", NULL },
		{ "I found 11 products from $49.90 to $349.00.", NULL },
		{ "Here are 3 products:\nPulse Smartwatch S2\nCalla Smartwatch\nOrbit Smartwatch "
		  "Mini",
		  NULL },
		{ "Here are three of 11 products.", NULL },
		{ "Pulse Smartwatch S2, Calla Smartwatch and 9 more.", NULL },
		{ "The Pulse Smartwatch S2 lasts 7 days and is 42 mm wide.", NULL },
		{ "The Pulse Smartwatch S2 is 100 % silicone.", NULL },
		{ "The Pulse Smartwatch S2 tracks 40 sports.", NULL },
		{ "The case of the Pulse Smartwatch S2 measures 42mm.", NULL },
		{ "I found 12 products.", "count" },
		{ "I found 11 products, 9 of them in stock.", "stock" },
		{ "Pulse Smartwatch S2 and 8 more.", "count" },
		{ "The Pulse Smartwatch S2 lasts 9 days.", "count" },
		{ "The Pulse Smartwatch S2 lasts 4 days.", "count" },
		{ "The Pulse Smartwatch S2 lasts seven weeks.", "count" },
		{ "The Pulse Smartwatch S2 is 50 % off.", "percent" },
		{ "The Calla Smartwatch is 100 % silicone.", "percent" },
		{ "It comes with 24/7 support.", "count" },
		{ "The Pulse Smartwatch S2 arrives in 2 days.", "count" },
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	check_all(cases, COUNT(cases), &u, &e);
}

static void test_ranks(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "Of Pulse Smartwatch S2, Calla Smartwatch and Orbit Smartwatch Mini, the "
		  "cheapest is the "
		  "Orbit Smartwatch Mini.",
		  NULL },
		{ "The Orbit Smartwatch Mini is cheaper than the Calla Smartwatch.", NULL },
		{ "The Calla Smartwatch is more expensive than the Pulse Smartwatch S2.", NULL },
		{ "The Pulse Smartwatch S2 is better rated than the Calla Smartwatch.", NULL },
		{ "The Pulse Smartwatch S2 isn't the cheapest.", NULL },
		{ "The Calla Smartwatch is one of the cheapest.", NULL },
		{ "The cheapest smartwatch is the Calla Smartwatch, at $164.00.", "price" },
		{ "The Pulse Smartwatch S2 is the cheapest.", "price" },
		{ "The Calla Smartwatch is cheaper than the Orbit Smartwatch Mini.", "price" },
		{ "The Orbit Smartwatch Mini is the most expensive.", "price" },
		{ "The Calla Smartwatch is better rated than the Pulse Smartwatch S2.", "rating" },
		{ "The Pulse Smartwatch S2 and the Calla Smartwatch: the best rated is the Calla "
		  "Smartwatch.",
		  "rating" },
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	check_all(cases, COUNT(cases), &u, &e);
	/* what the store sorted to the front is the first, whatever else is known */
	const struct claim_case sorted = { "The cheapest smartwatch is the Pulse Smartwatch S2.",
					   NULL };
	u.query.sort = SHOP_SORT_PRICE;
	check(&sorted, &u, &e);
}

static void test_repeats_of_the_question(void **state)
{
	(void)state;
	static const struct claim_case cases[] = {
		{ "I found nothing for 'iphone 12 case' under $200.00.", NULL },
		{ "I found no iphone 12 case.", NULL },
		{ "There is no Iphone 12 here.", NULL },
		{ "I found no iphone 13 case.", "count" },
		{ "I found nothing for 'iphone 13 case'.", "product" },
		{ "I found nothing under $100.00.", "price" },
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	e.products.count = 0;
	e.total = 0;
	u.query.text = (char[]){ "iphone 12 case" };
	check_all(cases, COUNT(cases), &u, &e);
	/* without the question nothing is a repetition of it */
	const struct claim_case alone = { "I found nothing under $200.00.", "price" };
	check(&alone, NULL, &e);
}

static void test_sources(void **state)
{
	(void)state;
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	struct verdict v;
	assert_true(verify("Pulse Smartwatch S2 \xE2\x80\x94 $129.00, 14 in stock, under $200.00",
			   &u, &e, &v));
	assert_true(v.grounded);
	assert_int_equal(v.count, 5);
	static const char *const expected[][3] = {
		{ "product", "Pulse Smartwatch S2", "product:1" },
		{ "price", "$129.00", "product:1" },
		{ "stock", "14", "product:1" },
		{ "price", "$200.00", "question" },
		{ "stock", "stock", "product:1" },
	};
	for (size_t i = 0; i < v.count; i++) {
		assert_string_equal(v.claims[i].kind, expected[i][0]);
		assert_string_equal(v.claims[i].text, expected[i][1]);
		assert_string_equal(v.claims[i].source, expected[i][2]);
	}
	verdict_done(&v);
	assert_int_equal(v.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prices),
		cmocka_unit_test(test_stock_and_ratings),
		cmocka_unit_test(test_names_and_quotations),
		cmocka_unit_test(test_counts_and_measures),
		cmocka_unit_test(test_ranks),
		cmocka_unit_test(test_repeats_of_the_question),
		cmocka_unit_test(test_sources),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
