/* SPDX-License-Identifier: MIT */
/* Phrases and small classes of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/lexicon.h"
#include "assistant/lexicon_tables.h"

struct table {
	const char *name;
	const struct lexicon_row *rows;
	size_t count;
};

static size_t tables(struct table out[3])
{
	out[0] = (struct table){ "products", lexicon_products, lexicon_products_count };
	out[1] = (struct table){ "orders", lexicon_orders, lexicon_orders_count };
	out[2] = (struct table){ "courtesy", lexicon_courtesy, lexicon_courtesy_count };
	return 3;
}

/* They are searched by halving. */
static void test_tables_are_sorted(void **state)
{
	(void)state;
	struct table all[3];
	for (size_t i = 0; i < tables(all); i++)
		for (size_t j = 1; j < all[i].count; j++)
			if (strcmp(all[i].rows[j - 1].phrase, all[i].rows[j].phrase) >= 0)
				fail_msg("%s: '%s' stands before '%s'", all[i].name,
					 all[i].rows[j - 1].phrase, all[i].rows[j].phrase);
}

/* Every phrase is written as words_split() would make it, and is found with its cue, alone and with
 * other words around it. */
static void test_every_phrase_is_found(void **state)
{
	(void)state;
	struct table all[3];
	for (size_t i = 0; i < tables(all); i++) {
		for (size_t j = 0; j < all[i].count; j++) {
			char text[128];
			struct word words[16];
			enum cue cue = CUE_NONE;
			const struct lexicon_row *row = &all[i].rows[j];
			snprintf(text, sizeof(text), "zzz %s zzz", row->phrase);
			size_t count = words_split(text, strlen(text), words, 16);
			size_t n = lexicon_find(words, count, 1, &cue);
			if (n != count - 2 || cue != row->cue)
				fail_msg("'%s': %zu words, cue %d", row->phrase, n, (int)cue);
			assert_int_equal(lexicon_phrase(words, count, 1, row->phrase), n);
			assert_int_equal(lexicon_find(words, count, 0, &cue), 0);
		}
	}
}

static void test_the_longest_phrase_wins(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t count;
		enum cue cue;
	} rows[] = {
		{ "cheapest first", 2, CUE_CHEAP },  { "cheapest laptop", 1, CUE_CHEAPEST },
		{ "in stock", 2, CUE_IN_STOCK },     { "in", 1, CUE_PREPOSITION },
		{ "not in stock", 3, CUE_SOLD_OUT }, { "notebook", 0, CUE_NONE },
		{ "stocks", 1, CUE_OFF_TOPIC },      { "MY ORDER", 2, CUE_MY_ORDER },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct word words[8];
		enum cue cue = CUE_NONE;
		size_t count = words_split(rows[i].text, strlen(rows[i].text), words, 8);
		assert_int_equal(lexicon_find(words, count, 0, &cue), rows[i].count);
		assert_int_equal(cue, rows[i].cue);
	}
}

static void test_known_words_and_corrections(void **state)
{
	(void)state;
	static const char *const known[] = { "cheapest", "stock", "yesterday", "cities",
					     "trainers" };
	static const char *const strange[] = { "chepest", "kestrel", "", "stoc", "zzz" };
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		assert_true(lexicon_knows(known[i]));
	for (size_t i = 0; i < sizeof(strange) / sizeof(strange[0]); i++)
		assert_false(lexicon_knows(strange[i]));
	assert_string_equal(lexicon_correct("chepest"), "cheapest");
	assert_string_equal(lexicon_correct("recomend"), "recommend");
	assert_string_equal(lexicon_correct("yesteday"), "yesterday");
	assert_null(lexicon_correct("cat"));
	assert_null(lexicon_correct("kestrel"));
	assert_null(lexicon_correct(""));
}

static void test_classes(void **state)
{
	(void)state;
	assert_true(lexicon_is_colour("red"));
	assert_false(lexicon_is_colour("re"));
	assert_true(lexicon_is_material("cotton"));
	assert_false(lexicon_is_material(""));
	assert_string_equal(lexicon_size("medium"), "m");
	assert_null(lexicon_size("mediumm"));
	assert_true(lexicon_is_facet("shirt_size"));
	assert_false(lexicon_is_facet("weight"));
	assert_string_equal(lexicon_topic("refund"), "returns");
	assert_null(lexicon_topic("shirt"));
}

/* A ring: everything in it leads to everything else in it, and never to itself. */
static void test_synonyms_are_mutual(void **state)
{
	(void)state;
	static const char *const words[] = { "tv", "phone", "sneaker", "sofa", "laptop", "grey" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *other;
		assert_non_null(lexicon_synonym(words[i], 0));
		for (size_t n = 0; (other = lexicon_synonym(words[i], n)) != NULL; n++) {
			bool back = false;
			const char *third;
			assert_string_not_equal(other, words[i]);
			for (size_t k = 0; (third = lexicon_synonym(other, k)) != NULL; k++)
				back |= strcmp(third, words[i]) == 0;
			if (strchr(other, ' ') == NULL)
				assert_true(back);
		}
	}
	assert_null(lexicon_synonym("kestrel", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tables_are_sorted),
		cmocka_unit_test(test_every_phrase_is_found),
		cmocka_unit_test(test_the_longest_phrase_wins),
		cmocka_unit_test(test_known_words_and_corrections),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_synonyms_are_mutual),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
