/* SPDX-License-Identifier: MIT */
/* The words of answers about products: lists, superlatives, counts. */
#include "answer.h"

static void test_nothing_found(void **state)
{
	(void)state;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "smartwatch");
	struct evidence e = found(NULL, 0);
	says(&u, &e, "I found no smartwatches.");
	u.asks = true;
	u.query.price_max_cents = 999;
	says(&u, &e, "No, I found no smartwatches under $10.00.");
	e.instead = (struct shop_products){ &stride, 1 };
	e.instead_outside = true;
	u.asks = false;
	says(&u, &e,
	     "Nothing under $10.00; the cheapest smartwatch is Stride Smartwatch Lite, at $49.90, "
	     "32 "
	     "in stock, rated 3.25 (4 reviews).");
	char *dropped[] = { "round" };
	e.partly = true;
	e.dropped = (struct texts){ dropped, 1 };
	u.query.text = (char[]){ "round smartwatch" };
	says(&u, &e,
	     "The catalogue doesn't say which are 'round', so I left that out. Nothing under "
	     "$10.00; the cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, "
	     "rated 3.25 (4 reviews).");
	e.partly = false;
	e.dropped.count = 0;
	u.query.text = (char[]){ "smartwatch" };
	u.query.price_max_cents = SHOP_NONE;
	u.query.price_min_cents = 50000;
	says(&u, &e,
	     "Nothing from $500.00 up; the most expensive smartwatch is Stride Smartwatch Lite, at "
	     "$49.90, 32 in stock, rated 3.25 (4 reviews).");
	u.query.price_min_cents = SHOP_NONE;
	e.instead = (struct shop_products){ 0 };
	e.instead_outside = false;
	e.products = (struct shop_products){ &calla, 1 };
	e.gone = true;
	u.query.in_stock = u.asks = true;
	says(&u, &e, "No, Calla Smartwatch is sold out; it costs $164.00.");
	struct shop_product gone[] = { calla, calla };
	e.products = (struct shop_products){ gone, 2 };
	says(&u, &e,
	     "No, all smartwatches are sold out:\n"
	     "1. Calla Smartwatch \xE2\x80\x94 $164.00, sold out, rated 4.0 (1 review)\n"
	     "2. Calla Smartwatch \xE2\x80\x94 $164.00, sold out, rated 4.0 (1 review)");
}

static void test_unknown_words(void **state)
{
	(void)state;
	char *unknown[] = { "unicorn", "saddles" };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "unicorn saddles");
	struct evidence e = found(NULL, 0);
	u.unknown = (struct texts){ unknown, 2 };
	says(&u, &e,
	     "I found no unicorn saddles. No product here has 'unicorn' or 'saddles' in its "
	     "description.");
	char *dropped[] = { "waterproof" };
	struct understanding w = ask(SHOP_INTENT_PRODUCT_SEARCH, "waterproof smartwatches");
	struct evidence some = found(&stride, 1);
	some.partly = true;
	some.dropped = (struct texts){ dropped, 1 };
	w.asks = true;
	says(&w, &some,
	     "The catalogue doesn't say which are 'waterproof', so I left that out. I found one "
	     "smartwatch: Stride Smartwatch Lite \xE2\x80\x94 $49.90, 32 in stock, rated 3.25 (4 "
	     "reviews).");
	some.dropped.count = 0;
	says(&w, &some,
	     "Nothing matches every word; these match some of them. I found one product: Stride "
	     "Smartwatch Lite \xE2\x80\x94 $49.90, 32 in stock, rated 3.25 (4 reviews).");
}

static void test_lists(void **state)
{
	(void)state;
	struct shop_product list[] = { stride, orbit, calla };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "smartwatch");
	struct evidence e = found(list, 3);
	e.total = 17;
	e.in_stock = 12;
	e.price_low = 4990;
	e.price_high = 34900;
	says(&u, &e,
	     "I found 17 smartwatches, 12 of them in stock:\n"
	     "1. Stride Smartwatch Lite \xE2\x80\x94 $49.90, 32 in stock, rated 3.25 (4 reviews)\n"
	     "2. Orbit Smartwatch Mini \xE2\x80\x94 $98.00, 1 in stock\n"
	     "3. Calla Smartwatch \xE2\x80\x94 $164.00, sold out, rated 4.0 (1 review)\n"
	     "and 14 more\n"
	     "Prices go from $49.90 to $349.00.");
	e.total = 3;
	e.in_stock = 3;
	u.asks = true;
	u.query.sort = SHOP_SORT_PRICE;
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_int_equal(
		strncmp(reply,
			"Yes, there are 3 smartwatches, all of them in stock, cheapest first:\n",
			68),
		0);
	assert_null(strstr(reply, "more"));
	free(reply);
	e.in_stock = 0;
	reply = compose(&u, &e);
	assert_non_null(reply);
	assert_int_equal(strncmp(reply, "There are 3 smartwatches, all of them sold out", 46), 0);
	free(reply);
	struct evidence one = found(&calla, 1);
	u.query.sort = SHOP_SORT_RELEVANCE;
	says(&u, &one,
	     "There is one smartwatch: Calla Smartwatch \xE2\x80\x94 $164.00, sold out, rated 4.0 "
	     "(1 "
	     "review).");
	u.asks = false;
	u.query.limit = 3;
	e.total = 17;
	reply = compose(&u, &e);
	assert_non_null(reply);
	assert_int_equal(strncmp(reply, "Here are 3 of 17 smartwatches", 29), 0);
	assert_null(strstr(reply, "and 14 more"));
	free(reply);
}

/* No more than ten unless more was asked for. */
static void test_long_lists(void **state)
{
	(void)state;
	struct shop_product list[30];
	for (size_t i = 0; i < COUNT(list); i++)
		list[i] = stride;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "smartwatch");
	struct evidence e = found(list, COUNT(list));
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_non_null(strstr(reply, "\n10. "));
	assert_null(strstr(reply, "\n11. "));
	assert_non_null(strstr(reply, "\nand 20 more"));
	free(reply);
	u.all = true;
	reply = compose(&u, &e);
	assert_non_null(reply);
	assert_non_null(strstr(reply, "\n30. "));
	assert_null(strstr(reply, "more"));
	free(reply);
}

static void test_superlatives(void **state)
{
	(void)state;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "smartwatches");
	struct evidence e = found(&stride, 1);
	u.superlative = true;
	u.query.sort = SHOP_SORT_PRICE;
	u.query.limit = 1;
	e.total = 11;
	e.tied = 1;
	says(&u, &e,
	     "The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated "
	     "3.25 (4 "
	     "reviews). 1 other costs the same.");
	e.tied = 0;
	u.offset = 1;
	e.products.items = &orbit;
	says(&u, &e,
	     "The second cheapest smartwatch is Orbit Smartwatch Mini, at $98.00, 1 in stock.");
	u.offset = 0;
	u.query.reverse = true;
	e.products.items = &calla;
	e.instead = (struct shop_products){ &orbit, 1 };
	says(&u, &e,
	     "The most expensive smartwatch is Calla Smartwatch, at $164.00, sold out, rated 4.0 "
	     "(1 "
	     "review). The most expensive that can be bought now is Orbit Smartwatch Mini, at "
	     "$98.00, "
	     "1 in stock.");
	e.instead.count = 0;
	u.query.sort = SHOP_SORT_NEWEST;
	u.query.reverse = false;
	e.products.items = &orbit;
	says(&u, &e,
	     "The newest smartwatch is Orbit Smartwatch Mini, at $98.00, 1 in stock, added on 16 "
	     "October "
	     "2026.");
	u.query.sort = SHOP_SORT_RATING;
	says(&u, &e,
	     "None of these has a review yet:\n1. Orbit Smartwatch Mini \xE2\x80\x94 $98.00, 1 in "
	     "stock");
	u.offset = 20;
	e.products.count = 0;
	says(&u, &e, "There are only 11 smartwatches.");
}

static void test_several_superlatives(void **state)
{
	(void)state;
	struct shop_product list[] = { stride, orbit };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "headphone");
	struct evidence e = found(list, 2);
	u.superlative = true;
	u.query.sort = SHOP_SORT_PRICE;
	u.query.limit = 2;
	e.total = 9;
	says(&u, &e,
	     "The 2 cheapest headphones are:\n"
	     "1. Stride Smartwatch Lite \xE2\x80\x94 $49.90, 32 in stock, rated 3.25 (4 reviews)\n"
	     "2. Orbit Smartwatch Mini \xE2\x80\x94 $98.00, 1 in stock");
	u.query.limit = 5;
	e.total = 2;
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_int_equal(strncmp(reply, "There are only 2 headphones, cheapest first:", 44), 0);
	free(reply);
}

static void test_counts(void **state)
{
	(void)state;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_COUNT, "smartwatch");
	struct evidence e = found(NULL, 0);
	e.total = 11;
	e.things = 9;
	e.in_stock = 10;
	e.price_low = 4990;
	e.price_high = 34900;
	says(&u, &e,
	     "There are 9 smartwatches, or 11 with every variant counted, 10 of them in stock. "
	     "They cost "
	     "from $49.90 to $349.00.");
	e.things = 11;
	u.query.in_stock = true;
	says(&u, &e, "There are 11 smartwatches in stock. They cost from $49.90 to $349.00.");
	u.query.in_stock = false;
	e.total = e.things = e.in_stock = 1;
	says(&u, &e, "There is one smartwatch.");
	e.total = e.things = 0;
	says(&u, &e, "I found no smartwatches.");
}

static void test_wanted(void **state)
{
	(void)state;
	char *attributes[] = { "color=red", "=cotton", "size=m" }, *brands[] = { "Acme", "Foo" };
	char *denied[] = { "material=polyester" };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "shirt");
	struct evidence e = found(NULL, 0);
	u.query.attributes = attributes;
	u.query.attribute_count = 3;
	u.query.brands = brands;
	u.query.brand_count = 2;
	u.query.price_min_cents = 2001;
	u.query.price_max_cents = 4999;
	u.query.min_rating_centi = 450;
	u.not_attributes = (struct texts){ denied, 1 };
	says(&u, &e,
	     "I found no red cotton shirts from Acme or Foo in size M without 'polyester' over "
	     "$20.00 and "
	     "under $50.00 rated at least 4.5.");
	u.query.price_min_cents = SHOP_NONE;
	u.query.price_max_cents = 4989; /* cheaper than 49.90 */
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_non_null(strstr(reply, " under $49.90 "));
	free(reply);
	u.query.price_min_cents = 2000;
	u.query.price_max_cents = 5000;
	u.query.attribute_count = u.query.brand_count = u.not_attributes.count = 0;
	u.query.min_rating_centi = SHOP_NONE;
	u.foreign_currency = true;
	says(&u, &e,
	     "I found no shirts between $20.00 and $50.00.\nPrices here are in USD, so I took your "
	     "amount "
	     "as that.");
	u = ask(SHOP_INTENT_PRODUCT_SEARCH, "iphone 12 case");
	says(&u, &e, "I found no products for 'iphone 12 case'.");
	char *categories[] = { "Electronics/Wearables/Smartwatches" };
	u = ask(SHOP_INTENT_PRODUCT_SEARCH, NULL);
	says(&u, &e, "I found no products.");
	u.query.categories = categories;
	u.query.category_count = 1;
	says(&u, &e, "I found no smartwatches.");
}

static void test_lists_of_names(void **state)
{
	(void)state;
	char *names[] = { "Acme", "Foo" };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_FACT, "headphones");
	struct evidence e = found(NULL, 0);
	u.list_brands = true;
	e.values = (struct texts){ names, 2 };
	says(&u, &e, "The brands of headphones here are Acme and Foo.");
	u = ask(SHOP_INTENT_PRODUCT_SEARCH, NULL);
	u.list_categories = true;
	says(&u, &e, "The shop sells Acme and Foo.");
}

static void test_corrections(void **state)
{
	(void)state;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_SEARCH, "smartwatch");
	struct evidence e = found(NULL, 0);
	e.corrections[0] = (struct correction){ "smartwach", "smartwatch" };
	e.corrections[1] = (struct correction){ "blak", "black" };
	e.correction_count = 2;
	says(&u, &e,
	     "I found no smartwatches.\nI took 'smartwach' for 'smartwatch' and 'blak' for "
	     "'black'.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_found),  cmocka_unit_test(test_unknown_words),
		cmocka_unit_test(test_lists),          cmocka_unit_test(test_long_lists),
		cmocka_unit_test(test_superlatives),   cmocka_unit_test(test_several_superlatives),
		cmocka_unit_test(test_counts),         cmocka_unit_test(test_wanted),
		cmocka_unit_test(test_lists_of_names), cmocka_unit_test(test_corrections),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
