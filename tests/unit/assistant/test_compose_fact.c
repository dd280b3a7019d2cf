/* SPDX-License-Identifier: MIT */
/* The words of answers about one product, and of comparisons. */
#include "answer.h"

static void test_facts(void **state)
{
	(void)state;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_FACT, NULL);
	struct evidence e = found(&stride, 1);
	u.fact = FACT_PRICE;
	says(&u, &e, "Stride Smartwatch Lite costs $49.90; 32 are in stock.");
	e.products.items = &calla;
	says(&u, &e, "Calla Smartwatch costs $164.00, but it is sold out.");
	u.fact = FACT_STOCK;
	says(&u, &e, "Calla Smartwatch is sold out; it costs $164.00.");
	u.asks = u.query.in_stock = true;
	says(&u, &e, "No, Calla Smartwatch is sold out; it costs $164.00.");
	e.products.items = &orbit;
	says(&u, &e, "Yes, Orbit Smartwatch Mini is in stock, with 1 left, at $98.00.");
	u.fact = FACT_RATING;
	says(&u, &e, "Orbit Smartwatch Mini has no reviews yet.");
	struct shop_review reviews[] = {
		{ .author = "Alice", .rating = 4, .comment = "Say \"yes\"\nto it." },
		{ .author = "", .rating = 2, .comment = "" }
	};
	e.products.items = &calla;
	e.reviews = (struct shop_reviews){ reviews, 2 };
	says(&u, &e,
	     "Calla Smartwatch is rated 4.0 out of 5 (1 review).\n"
	     "Alice, 4 of 5: \"Say 'yes' to it.\"\nA customer, 2 of 5.");
	e = found(NULL, 0);
	u.name = (char[]){ "calla 9" };
	says(&u, &e, "I found no product called 'calla 9'.");
}

static void asks_for(struct understanding *u, const char *attribute)
{
	u->fact = FACT_ATTRIBUTE;
	snprintf(u->attribute, sizeof(u->attribute), "%s", attribute);
}

static void test_attributes(void **state)
{
	(void)state;
	struct shop_attribute attributes[] = { { "color", "gold" }, { "battery_life", "4 days" } };
	char *colors[] = { "black", "olive", "silver" };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_FACT, NULL);
	struct evidence e = found(&calla, 1);
	e.attributes[0] = (struct shop_attributes){ attributes, 2 };
	asks_for(&u, "battery life");
	says(&u, &e, "The battery life of Calla Smartwatch is 4 days.");
	asks_for(&u, "weight");
	says(&u, &e, "The catalogue doesn't say what the weight of Calla Smartwatch is.");
	asks_for(&u, "author");
	says(&u, &e, "The catalogue doesn't say who wrote Calla Smartwatch.");
	asks_for(&u, "color");
	e.values = (struct texts){ colors, 3 };
	says(&u, &e, "The colors of Calla Smartwatch are black, olive and silver.");
	struct shop_product list[] = { calla, stride };
	e.products = (struct shop_products){ list, 2 };
	u.query.text = (char[]){ "smartwatch" };
	says(&u, &e, "The colors of smartwatches are black, olive and silver.");
	u.query.text = NULL;
	e.products = (struct shop_products){ &calla, 1 };
	u.fact = FACT_ABOUT;
	e.values.count = 0;
	says(&u, &e,
	     "Calla Smartwatch: $164.00, sold out, rated 4.0 (1 review).\n"
	     "The catalogue says: \"Small and golden.\"\n"
	     "Details: color gold, battery life 4 days.");
}

static void test_comparisons(void **state)
{
	(void)state;
	struct shop_attribute first[] = { { "color", "gold" }, { "case", "round" } };
	struct shop_attribute second[] = { { "color", "black" }, { "case", "round" } };
	struct shop_product list[] = { calla, stride };
	struct understanding u = ask(SHOP_INTENT_PRODUCT_COMPARE, NULL);
	struct evidence e = found(list, 2);
	e.attributes[0] = (struct shop_attributes){ first, 2 };
	e.attributes[1] = (struct shop_attributes){ second, 2 };
	says(&u, &e,
	     "Calla Smartwatch \xE2\x80\x94 $164.00, sold out, rated 4.0 (1 review); color gold\n"
	     "Stride Smartwatch Lite \xE2\x80\x94 $49.90, 32 in stock, rated 3.25 (4 reviews); "
	     "color black\n"
	     "Stride Smartwatch Lite is cheaper.\n"
	     "Calla Smartwatch is better rated.");
	char *missing[] = { "pulse s9" };
	e.products.count = 1;
	e.dropped = (struct texts){ missing, 1 };
	says(&u, &e,
	     "I found no product called 'pulse s9'.\nThere is only Calla Smartwatch \xE2\x80\x94 "
	     "$164.00, sold "
	     "out, rated 4.0 (1 review).");
	struct shop_product same[] = { stride, orbit, stride };
	same[2].name = (char[]){ "Other" };
	e = found(same, 3);
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_non_null(strstr(reply, "\n2 of them are equally cheap."));
	assert_null(strstr(reply, "better rated")); /* one of them has no review */
	free(reply);
}

/* Nothing that is kept in a store can steer a terminal or a line. */
static void test_texts_are_clean(void **state)
{
	(void)state;
	struct shop_product p = stride;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_FACT, NULL);
	struct evidence e = found(&p, 1);
	u.fact = FACT_PRICE;
	p.name = (char[]){ "A\x1b[2J\nB\xC2\x9B"
			   "C\xE2\x80\xAE"
			   "D\xff" };
	says(&u, &e, "A [2J B C D\xEF\xBF\xBD costs $49.90; 32 are in stock.");
	p.name = (char[]){ " \t " };
	says(&u, &e, "EL-9 costs $49.90; 32 are in stock.");
	char longer[4000];
	memset(longer, 'A', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	p.name = longer;
	char *reply = compose(&u, &e);
	assert_non_null(reply);
	assert_true(strlen(reply) < 400);
	assert_non_null(strstr(reply, "A\xE2\x80\xA6 costs"));
	free(reply);
}

static void test_currencies(void **state)
{
	(void)state;
	struct understanding u = ask(SHOP_INTENT_PRODUCT_FACT, NULL);
	struct evidence e = found(&stride, 1);
	u.fact = FACT_PRICE;
	e.currency = "JPY";
	says(&u, &e,
	     "Stride Smartwatch Lite costs \xC2\xA5"
	     "4,990; 32 are in stock.");
	e.currency = "KWD";
	says(&u, &e, "Stride Smartwatch Lite costs KWD 4.990; 32 are in stock.");
	e.currency = "JPY";
	e.products.count = 0;
	u = ask(SHOP_INTENT_PRODUCT_SEARCH, "smartwatch");
	u.query.price_max_cents = 4999;
	says(&u, &e,
	     "I found no smartwatches under \xC2\xA5"
	     "5,000.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),       cmocka_unit_test(test_attributes),
		cmocka_unit_test(test_comparisons), cmocka_unit_test(test_texts_are_clean),
		cmocka_unit_test(test_currencies),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
