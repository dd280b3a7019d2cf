/* SPDX-License-Identifier: MIT */
/* Wishes that take more than words and prices: what must not be, what will do, sizes, and products
 * held against each other. */
#include "understood.h"

static void test_denied(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "smartwatch without a gaming strap",
		  "product_search certain text=smartwatch not=gaming strap" },
		{ "smartwatch without a black strap",
		  "product_search certain text=smartwatch not=black strap" },
		{ "shirts that are neither black nor cotton",
		  "product_search certain text=shirts not_attribute=color=black "
		  "not_attribute=material=cotton" },
		{ "headphones but not the pulse 4",
		  "product_search certain text=headphones not=pulse 4" },
		{ "headphones but no lamp", "product_search certain text=headphones not=lamp" },
		{ "phones not from Samsung or Kestrel",
		  "product_search certain text=phones not_brand=Samsung not_brand=Kestrel" },
		{ "anything except Samsung phones",
		  "product_search certain text=phones not_brand=Samsung" },
		{ "shirts not polyester, black or red",
		  "product_search certain text=shirts not_attribute=material=polyester "
		  "not_attribute=color=black not_attribute=color=red" },
		{ "shirts not red under $50",
		  "product_search certain text=shirts max=4999 not_attribute=color=red" },
		{ "books other than poetry", "product_search certain text=books not=poetry" },
		{ "non-black gaming lamps",
		  "product_search certain text=gaming lamps not_attribute=color=black" },
		{ "phone without 5G", "product_search certain text=phone not=5g" },
		{ "not red shirts", "product_search certain text=shirts not_attribute=color=red" },
		{ "laptop without a strap for gaming",
		  "product_search certain text=gaming laptop not=strap" },
	};
	CHECK(rows);
}

static void test_alternatives(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "a book or a shirt", "product_search text=book or shirt" },
		{ "shirts and books under 20",
		  "product_search certain text=shirts or books max=1999" },
		{ "wireless or gaming headphones",
		  "product_search text=wireless headphones or gaming headphones" },
		{ "headphones for gaming or poetry",
		  "product_search text=gaming headphones or poetry headphones" },
		{ "black or red shirt", "product_search text=shirt attribute=color=black|red" },
		{ "a black or cotton shirt",
		  "product_search text=shirt attribute=color|material=black|cotton" },
		{ "Samsung or Kestrel phone",
		  "product_search text=phone brand=Samsung brand=Kestrel" },
		{ "zorblax or Kestrel phone",
		  "product_search text=phone brand=Kestrel unknown=zorblax" },
		{ "black cotton shirt",
		  "product_search text=shirt attribute=color=black attribute=material=cotton" },
	};
	CHECK(rows);
}

static void test_sizes(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "24 inch lamp", "product_search text=lamp measure=~24 inch" },
		{ "laptop with at least 16 GB gaming",
		  "product_search text=gaming laptop measure=>=16 GB" },
		{ "lamp longer than 2 m", "product_search text=lamp measure=>2 m" },
		{ "lamp over 1.5 m", "product_search text=lamp measure=>1.5 m" },
		{ "500ml mug or more", "product_search text=mug measure=~500 ml" },
		{ "a mug of 500 ml or more", "product_search text=mug measure=>=500 ml" },
		{ "lamps between 20 and 30 cm",
		  "product_search text=lamps measure=>=20 cm measure=<=30 cm" },
		{ "27\" or larger lamp", "product_search text=lamp measure=>=27 inch" },
		{ "jacket size 42", "product_search text=jacket measure=~42" },
	};
	CHECK(rows);
}

static void test_ratings(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "headphones rating over 4.5 under $20",
		  "product_search certain text=headphones max=1999 rating=451" },
		{ "headphones rated over 4 under 20",
		  "product_search certain text=headphones max=1999 rating=401" },
		{ "laptops under 3 stars", "product_search certain text=laptops max_rating=299" },
		{ "laptops with 2 stars or less",
		  "product_search certain text=laptops max_rating=200" },
		{ "laptops rated at most 3", "product_search certain text=laptops max_rating=300" },
	};
	CHECK(rows);
}

static void test_held_against(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "laptops cheaper than the pulse 13",
		  "product_search certain text=laptops sort=price cheaper_than=pulse 13" },
		{ "anything better rated than the pulse lamp",
		  "product_search certain better_than=pulse lamp" },
		{ "which phones are more expensive than the pulse lamp",
		  "product_search certain text=phones sort=price dearer_than=pulse lamp" },
		{ "is the pulse lamp cheaper than the pulse mug",
		  "product_compare sort=price part=pulse lamp part=pulse mug" },
		{ "cheapest and most expensive laptop",
		  "product_compare certain text=laptop sort=price limit=1 superlative end0=price "
		  "end1=-price" },
		{ "compare the pulse lamp and the cheapest mug",
		  "product_compare sort=price limit=1 superlative part=pulse lamp part=mug "
		  "end1=price" },
		{ "pulse and lamp or pulse mug, which is cheaper",
		  "product_compare sort=price part=pulse and lamp part=pulse mug" },
	};
	CHECK(rows);
}

static void test_features(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "does the pulse lamp have gaming",
		  "product_fact text=pulse lamp gaming fact=feature name=pulse lamp "
		  "feature=gaming" },
		{ "is the pulse lamp waterproof", "product_fact text=pulse lamp waterproof asks "
						  "fact=feature name=pulse lamp waterproof" },
		{ "does our pulse have gaming", "product_search text=pulse gaming" },
		{ "how many pages does the pulse have",
		  "product_fact text=pages pulse fact=page name=pulse unknown=pages" },
	};
	CHECK(rows);
}

static void test_availability(void **state)
{
	(void)state;
	static const struct question rows[] = {
		{ "any cotton shirts left?",
		  "product_search text=shirts attribute=material=cotton in_stock asks" },
		{ "can I buy the pulse lamp right now",
		  "product_search certain text=pulse lamp in_stock asks" },
		{ "are any lamps sold out?", "product_search certain text=lamps sold_out asks" },
		{ "is the pulse lamp sold out?",
		  "product_fact certain text=pulse lamp asks fact=stock name=pulse lamp" },
	};
	CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_denied),       cmocka_unit_test(test_alternatives),
		cmocka_unit_test(test_sizes),        cmocka_unit_test(test_ratings),
		cmocka_unit_test(test_held_against), cmocka_unit_test(test_features),
		cmocka_unit_test(test_availability),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
