/* SPDX-License-Identifier: MIT */
/* Questions about products: what is asked, and what is none of a shop's business. */
#include "understood.h"

static void test_superlatives(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "What's the cheapest smartwatch?",
		  "product_search certain text=smartwatch sort=price limit=1 superlative" },
		{ "the three cheapest laptops",
		  "product_search certain text=laptops sort=price limit=3 superlative" },
		{ "second cheapest laptop",
		  "product_search certain text=laptop sort=price limit=1 superlative offset=1" },
		{ "what is your most expensive product?",
		  "product_search certain sort=-price limit=1 superlative" },
		{ "which product do you have the most of?",
		  "product_search certain sort=stock limit=1 superlative" },
		{ "best rated headphones",
		  "product_search certain text=headphones sort=rating limit=1 superlative" },
		{ "the newest books",
		  "product_search certain text=books sort=newest limit=1 superlative" },
		{ "what's the worst rated laptop",
		  "product_search certain text=laptop sort=-rating limit=1 superlative" },
		{ "top 5 laptops",
		  "product_search certain text=laptops sort=rating limit=5 superlative" },
		{ "cheapest red shirt in stock",
		  "product_search certain text=shirt attribute=color=red sort=price limit=1 "
		  "in_stock superlative" },
	};
	CHECK(rows);
}

static void test_bounds(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "laptops under $1000", "product_search certain text=laptops max=99999" },
		{ "$50 laptops or less", "product_search certain text=laptops max=5000" },
		{ "laptops, up to fifty dollars", "product_search certain text=laptops max=5000" },
		{ "over 20 shirts", "product_search certain text=shirts min=2001" },
		{ "shirts from 20 to 40 euros",
		  "product_search certain text=shirts min=2000 max=4000 foreign" },
		{ "between 20 and 40 shirts",
		  "product_search certain text=shirts min=2000 max=4000" },
		{ "shirts around 30 dollars",
		  "product_search certain text=shirts min=2550 max=3450" },
		{ "a laptop for $500", "product_search certain text=laptop max=50000" },
		{ "at least 4 stars", "product_search certain rating=400" },
		{ "headphones rated above 4", "product_search certain text=headphones rating=401" },
		{ "something under 10", "product_search certain max=999" },
	};
	CHECK(rows);
}

static void test_descriptions(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "red cotton shirt, not polyester",
		  "product_search certain text=shirt attribute=color=red attribute=material=cotton "
		  "not_attribute=material=polyester" },
		{ "anything but Samsung", "product_search certain not_brand=Samsung" },
		{ "a phone that's not from Kestrel",
		  "product_search certain text=phone not_brand=Kestrel" },
		{ "a laptop without a strap", "product_search certain text=laptop not=strap" },
		{ "non polyester shirts",
		  "product_search certain text=shirts not_attribute=material=polyester" },
		{ "a non slip mug", "product_search text=non slip mug unknown=slip" },
		{ "shirts in a red color", "product_search text=shirts attribute=color=red" },
		{ "a shirt in size M", "product_search text=shirt attribute=size=m" },
		{ "I'm looking for a laptop for gaming",
		  "product_search certain text=gaming laptop" },
		{ "books of poetry", "product_search text=poetry books" },
		{ "contact lenses", "product_search text=contact lenses" },
		{ "a 15 inch display", "product_search text=display measure=~15 inch" },
		{ "gift box", "product_search text=gift box unknown=box" },
	};
	CHECK(rows);
}

static void test_availability_and_counts(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "do you have red shirts?",
		  "product_search certain text=shirts attribute=color=red in_stock asks" },
		{ "are there any waterproof phones",
		  "product_search certain text=waterproof phones asks" },
		{ "which headphones are available?",
		  "product_search certain text=headphones in_stock" },
		{ "how many smartwatches are left?",
		  "product_count certain text=smartwatches in_stock" },
		{ "is the Pulse S2 sold out?",
		  "product_fact certain text=pulse s2 asks fact=stock name=pulse s2 unknown=s2" },
		{ "which laptops are sold out", "product_search certain text=laptops sold_out" },
		{ "how many cotton shirts do you have?",
		  "product_count certain text=shirts attribute=material=cotton" },
		{ "which brands of headphones do you have?",
		  "product_fact certain text=headphones brands" },
		{ "what do you sell?", "product_search certain categories" },
		{ "list all products", "product_search certain all" },
	};
	CHECK(rows);
}

static void test_facts_and_comparisons(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "compare the Pulse S2 and the Slow Train",
		  "product_compare part=pulse s2 part=slow train" },
		{ "which is better rated, the Pulse S2 or the Kestrel Mini?",
		  "product_compare brand=Kestrel part=pulse s2 part=kestrel mini" },
		{ "who wrote The Slow Train?", "product_fact text=slow train fact=author name=slow "
					       "train unknown=slow unknown=train" },
		{ "what colours does the Pulse S2 come in?",
		  "product_fact text=pulse s2 fact=colour name=pulse s2 unknown=s2" },
		{ "what do people say about the Pulse S2?",
		  "product_fact text=pulse s2 fact=rating name=pulse s2 unknown=s2" },
		{ "how much is the Pulse S2",
		  "product_fact text=pulse s2 fact=price name=pulse s2 unknown=s2" },
		{ "tell me about the Pulse S2",
		  "product_fact text=pulse s2 fact=about name=pulse s2 unknown=s2" },
		{ "recommend a gift for kids", "recommend text=kids sort=rating limit=3 in_stock" },
		{ "what should I buy for my mother", "recommend sort=rating limit=3 in_stock" },
	};
	CHECK(rows);
}

static void test_what_is_none_of_ours(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "what's the weather like", "unsupported text=weather" },
		{ "who is the president", "unsupported text=president" },
		{ "tell me a joke", "unsupported text=joke" },
		{ "is there a vaccine for ebola",
		  "product_search text=ebola vaccine asks unknown=vaccine unknown=ebola" },
		{ "is there a lamp", "product_search certain text=lamp asks" },
		{ "i need to hire a plumber",
		  "product_search text=hire plumber unknown=hire unknown=plumber" },
		{ "i need a waterproof jacket", "product_search certain text=waterproof jacket" },
		{ "where can I buy shoes on amazon", "unsupported text=shoes unknown=shoes" },
		{ "what battery percentage is my phone at",
		  "unsupported text=phone battery percentage unknown=battery unknown=percentage" },
		{ "a case for my phone", "product_search text=phone case" },
		{ "how many planets are there", "product_count text=planets unknown=planets" },
		{ "where do eggs come from",
		  "unsupported text=eggs fact=origin name=eggs unknown=eggs" },
		{ "where does the pulse lamp come from",
		  "product_fact text=pulse lamp fact=origin name=pulse lamp" },
		{ "how many pages has the pulse weather",
		  "product_fact text=pages pulse weather fact=page name=pulse weather "
		  "unknown=pages" },
		{ "how do I wash the pulse lamp",
		  "product_fact text=wash pulse lamp fact=care name=pulse lamp unknown=wash" },
		{ "when do I sow the pulse lamp",
		  "product_fact text=sow pulse lamp fact=sow name=pulse lamp unknown=sow" },
		{ "the lamp that you have sold for the longest",
		  "product_search certain text=lamp sort=-newest limit=1 superlative" },
		{ "list lamps from cheapest to dearest",
		  "product_search certain text=lamps sort=price in_order" },
		{ "where can I find lamps", "product_search certain text=lamps" },
		{ "where are your lamps", "product_search text=lamps" },
		{ "why is the sky blue", "unsupported text=sky blue unknown=sky unknown=blue" },
		{ "?!", "unsupported" },
		{ "the", "unsupported" },
	};
	CHECK(rows);
}

/* The same questions as people also ask them. */
static void test_other_words(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "could you tell me which laptop is the least expensive?",
		  "product_search certain text=laptop sort=price limit=1 superlative" },
		{ "what do you have for under 20 bucks", "product_search certain max=1999" },
		{ "i don't want to spend more than 50 dollars on headphones",
		  "product_search certain text=headphones max=5000" },
		{ "which phone costs the most",
		  "product_search certain text=phone sort=-price limit=1 superlative" },
		{ "whats ur cheapest phone",
		  "product_search certain text=phone sort=price limit=1 superlative" },
		{ "the best three headphones",
		  "product_search certain text=headphones sort=rating limit=3 superlative" },
		{ "which smartwatch do people like most",
		  "product_search certain text=smartwatch sort=rating limit=1 superlative" },
		{ "what's new in books",
		  "product_search certain text=books sort=newest limit=1 superlative" },
		{ "is there any Samsung phone in stock right now?",
		  "product_search certain text=phone brand=Samsung in_stock asks" },
		{ "how many different brands of phones are there",
		  "product_fact certain text=phones brands" },
		{ "shirts except polyester ones",
		  "product_search certain text=shirts not_attribute=material=polyester" },
		{ "red or black shirts", "product_search text=shirts attribute=color=red|black" },
		{ "is the Pulse S2 better than the Kestrel Mini?",
		  "product_compare brand=Kestrel part=pulse s2 part=kestrel mini" },
		{ "something cheaper than $20", "product_search certain max=1999 sort=price" },
		{ "does the Pulse S2 have good reviews?",
		  "product_fact text=pulse s2 sort=rating fact=rating name=pulse s2 unknown=s2" },
		{ "laptops with good reviews", "product_search certain text=laptops sort=rating" },
		{ "which materials is the Oak shirt made of",
		  "product_fact certain text=oak shirt fact=material name=oak shirt unknown=oak" },
		{ "how expensive is the Pulse S2",
		  "product_fact text=pulse s2 fact=price name=pulse s2 unknown=s2" },
		{ "i need a present for my dad under 50",
		  "recommend max=4999 sort=rating limit=3 in_stock" },
		{ "i want to see all lamps", "product_search certain text=lamps all" },
	};
	CHECK(rows);
}

static void test_brands_do_not_repeat(void **state)
{
	(void)state;
	struct understanding u;
	understand_text("a Samsung phone or a SAMSUNG laptop", NULL, &u);
	assert_int_equal(u.query.brand_count, 1);
	assert_string_equal(u.query.brands[0], "Samsung");
	understanding_done(&u);
}

/* Whatever is typed, something is understood, and what it holds can be freed. */
static void test_any_bytes(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"\xff",   "\xe2\x80",  "my order #", "not ", "cheapest ", "$",
		"and ",   "compare ",  "under 5 ",   "'",    "\x01\x1b[", "order 1 ",
		"a b c ", "in march ", "M ",         "red ", "size ",     "%s%n ",
		"one ",   "non ",      "second ",
	};
	char text[8193];
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		for (size_t j = 0; j < sizeof(parts) / sizeof(parts[0]); j++) {
			size_t len = 0, size = i == j ? sizeof(text) : 120;
			while (len + 24 < size)
				len += (size_t)snprintf(text + len, 12, "%s",
							parts[len % 3 == 0 ? i : j]);
			struct understanding u;
			understand_text(text, NULL, &u);
			understand_command(&u, "USD", NULL, 0);
			understanding_done(&u);
		}
	}
}

static void test_long_messages_are_cut_not_broken(void **state)
{
	(void)state;
	char text[4096] = "";
	size_t len = 0;
	for (int i = 0; i < 200; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len, "word%d ", i);
	struct understanding u;
	understand_text(text, NULL, &u);
	assert_int_equal(u.query.intent, SHOP_INTENT_PRODUCT_SEARCH);
	assert_int_equal(u.unknown.count, UNDERSTAND_WORDS);
	understanding_done(&u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_superlatives),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_descriptions),
		cmocka_unit_test(test_availability_and_counts),
		cmocka_unit_test(test_facts_and_comparisons),
		cmocka_unit_test(test_what_is_none_of_ours),
		cmocka_unit_test(test_other_words),
		cmocka_unit_test(test_brands_do_not_repeat),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_long_messages_are_cut_not_broken),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
