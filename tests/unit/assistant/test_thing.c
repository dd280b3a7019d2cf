/* SPDX-License-Identifier: MIT */
/* The thing itself, not its accessory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/lexicon.h"
#include "assistant/thing.h"

static struct thing asked_for(const char *text)
{
	struct word words[16];
	struct thing t;
	size_t count = words_split(text, strlen(text), words, 16);
	thing_from_words(words, count, lexicon_synonym, &t);
	return t;
}

struct row {
	const char *wanted;
	struct thing_product product;
	bool is;
};

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct thing t = asked_for(rows[i].wanted);
		if (thing_is(&t, &rows[i].product) != rows[i].is)
			fail_msg("'%s' %s a %s", rows[i].product.name, rows[i].is ? "is" : "is not",
				 rows[i].wanted);
	}
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof((rows)[0]))

static void test_the_shelf_tells(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "smartwatch", { "Pulse S2", "Electronics/Wearables/Smartwatches", "" }, true },
		{ "smart watch", { "Pulse S2", "Electronics/Wearables/Smartwatches", "" }, true },
		{ "smartwatch",
		  { "Silicone Strap", "Electronics/Wearables/Watch straps", "" },
		  false },
		{ "laptop", { "Corrie 16", "Computers/Laptops", "" }, true },
		{ "notebook", { "Corrie 16", "Computers/Laptops", "" }, true },
		{ "laptop", { "Felt Sleeve 13", "Computers/Laptop sleeves", "" }, false },
		{ "laptop", { "Charger 65 W", "Computers/Laptops/Accessories", "" }, false },
		{ "instrument", { "Boom Set", "Instruments/Drums", "" }, true },
		{ "printer", { "DR-2", "Printers/Printer Drums", "" }, false },
		{ "magazine", { "Home", "Books & Magazines", "" }, true },
		{ "book", { "Home", "Books & Magazines", "" }, true },
	};
	CHECK(rows);
}

static void test_the_name_tells_where_the_shelf_does_not(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "phone", { "Vale 5 Smartphone, 128 GB", "Misc", "" }, true },
		{ "phone", { "Case for Vale 5 Smartphone", "Misc", "" }, false },
		{ "phone", { "Phone Case, Black", "Misc", "" }, false },
		{ "case", { "Phone Case, Black", "Misc", "" }, true },
		{ "camera", { "Heron M2 Mirrorless Camera with Bag", NULL, NULL }, true },
		{ "bag", { "Heron M2 Mirrorless Camera with Bag", NULL, NULL }, false },
		{ "charger", { "Charger for Watches", "", "" }, true },
		{ "watch", { "Charger for Watches", "", "" }, false },
		{ "lamp", { "", "", "" }, false },
	};
	CHECK(rows);
}

static void test_what_is_asked_for(void **state)
{
	(void)state;
	static const struct {
		const char *text, *head; /* NULL: no thing */
	} rows[] = {
		{ "leather strap for smartwatch", "strap" },
		{ "red cotton shirts", "shirt" },
		{ "laptop 15", "laptop" },
		{ "15", NULL },
		{ "", NULL },
		{ "for", "for" },
		{ "mug, blue", "mug" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct thing t = asked_for(rows[i].text);
		if (rows[i].head == NULL) {
			assert_int_equal(t.count, 0);
			continue;
		}
		assert_true(t.count > 0 && t.count <= THING_HEADS_MAX);
		assert_string_equal(t.heads[0], rows[i].head);
	}
	/* Who names no thing is content with any. */
	struct thing none = asked_for("");
	struct thing_product lamp = { "Lamp", "Home/Lamps", "" };
	assert_true(thing_is(&none, &lamp));
}

/* The words that the index keeps are those that thing_is() says yes to. */
static void test_heads_agree(void **state)
{
	(void)state;
	static const struct thing_product products[] = {
		{ "Pulse S2", "Electronics/Wearables/Smartwatches", "" },
		{ "Vale 5 Smartphone, 128 GB", "Misc", "" },
		{ "Phone Case, Black", "Misc", "" },
		{ "Heron M2 Mirrorless Camera with Bag", "Photo/Cameras", "" },
	};
	static const char *const words[] = { "smartwatch", "smartphone", "case",
					     "camera",     "bag",        "strap" };
	for (size_t i = 0; i < sizeof(products) / sizeof(products[0]); i++) {
		struct buf b;
		buf_init(&b, 4096);
		thing_heads(&products[i], &b);
		assert_false(b.failed);
		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
			struct word w[2];
			struct thing t;
			char marked[64];
			snprintf(marked, sizeof(marked), "%s%s", words[k], THING_MARK);
			size_t count = words_split(words[k], strlen(words[k]), w, 2);
			thing_from_words(w, count, NULL, &t);
			bool kept = strstr(buf_text(&b), marked) != NULL;
			if (kept != thing_is(&t, &products[i]))
				fail_msg("'%s' and '%s': %s", products[i].name, words[k],
					 buf_text(&b));
		}
		buf_done(&b);
	}
}

static void test_any_text(void **state)
{
	(void)state;
	char name[4096];
	memset(name, 'x', sizeof(name) - 1);
	for (size_t i = 0; i + 3 < sizeof(name); i += 3)
		name[i] = ' ';
	name[sizeof(name) - 1] = '\0';
	const struct thing_product products[] = {
		{ name, name, name },
		{ "\xff\xfe", "//\xe2\x80//", ":::\n\n:" },
		{ "", "/", "type" },
		{ ",,,", "a/b/c/d/e/f/g", "type: \nkind:" },
	};
	for (size_t i = 0; i < sizeof(products) / sizeof(products[0]); i++) {
		struct thing t = asked_for("smart watch");
		struct buf b;
		assert_false(thing_is(&t, &products[i]));
		buf_init(&b, 65536);
		thing_heads(&products[i], &b);
		buf_done(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_shelf_tells),
		cmocka_unit_test(test_the_name_tells_where_the_shelf_does_not),
		cmocka_unit_test(test_what_is_asked_for),
		cmocka_unit_test(test_heads_agree),
		cmocka_unit_test(test_any_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
