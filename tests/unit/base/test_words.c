/* SPDX-License-Identifier: MIT */
/* Words as the shop compares them: folding, plurals, compounds, distances. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/words.h"

enum { MANY = 64 };

static void check_normal(const char *text, const char *expected)
{
	char out[512];
	words_normal(text, out, sizeof(out));
	if (strcmp(out, expected) != 0)
		fail_msg("'%s' became '%s', not '%s'", text, out, expected);
}

static void test_folding(void **state)
{
	(void)state;
	check_normal("Red COTTON Shirt", "red cotton shirt");
	check_normal("Caf\xc3\xa9 Cr\xc3\xa8me", "cafe creme");
	check_normal("cafe\xcc\x81", "cafe"); /* the accent as a character of its own */
	check_normal("Stra\xc3\x9f"
		     "e \xc3\x86r\xc3\xb8 \xc5\x93uvre",
		     "strasse aero oeuvre");
	check_normal("\xce\x91\xce\x92\xce\x93", "\xce\xb1\xce\xb2\xce\xb3"); /* Greek */
	check_normal("\xd0\x9c\xd0\x98\xd0\xa0 \xd0\x81", "\xd0\xbc\xd0\xb8\xd1\x80 \xd1\x91");
	check_normal("\xe6\xa9\x99\xe5\xad\x90", "\xe6\xa9\x99\xe5\xad\x90");
	check_normal("", "");
	check_normal(" \t\n ", "");
	check_normal("?!, -- \xe2\x80\x94 \xf0\x9f\x98\x80", "");
	check_normal("a\xff"
		     "b",
		     "a b");
}

static void test_apostrophes(void **state)
{
	(void)state;
	check_normal("What's", "what");
	check_normal("the men's shoe", "the men shoe");
	check_normal("the women\xe2\x80\x99s shoe", "the women shoe");
	check_normal("don't", "dont");
	check_normal("'quoted'", "quoted");
}

static void test_plurals(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {
		{ "shirts", "shirt" },
		{ "batteries", "battery" },
		{ "watches", "watch" },
		{ "dresses", "dress" },
		{ "boxes", "box" },
		{ "brushes", "brush" },
		{ "shoes", "shoe" },
		{ "glasses", "glass" },
		{ "knives", "knife" },
		{ "mice", "mouse" },
		{ "dress", "dress" },
		{ "bus", "bus" },
		{ "tennis", "tennis" },
		{ "gas", "gas" },
		{ "tvs", "tv" },
		{ "women", "women" },
		{ "lenses", "lens" },
		{ "cases", "case" },
		{ "headphones", "headphone" },
		{ "is", "is" },
		{ "s", "s" },
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char word[WORD_SIZE];
		snprintf(word, sizeof(word), "%s", pairs[i][0]);
		word_singular(word);
		if (strcmp(word, pairs[i][1]) != 0)
			fail_msg("%s became %s, not %s", pairs[i][0], word, pairs[i][1]);
	}
}

/* Singular and plural of what shops sell must meet, whatever they meet as. */
static void test_plural_meets_singular(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {
		{ "movie", "movies" },      { "cookie", "cookies" },
		{ "battery", "batteries" }, { "charger", "chargers" },
		{ "glove", "gloves" },      { "scarf", "scarves" },
		{ "shelf", "shelves" },     { "potato", "potatoes" },
		{ "quiche", "quiches" },    { "hoodie", "hoodies" },
		{ "blouse", "blouses" },    { "lens", "lenses" },
		{ "watch", "watches" },     { "mattress", "mattresses" },
		{ "brush", "brushes" },     { "fax", "faxes" },
		{ "toy", "toys" },          { "axe", "axes" },
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char one[128], many[128];
		words_normal(pairs[i][0], one, sizeof(one));
		words_normal(pairs[i][1], many, sizeof(many));
		if (strcmp(one, many) != 0)
			fail_msg("%s is %s, but %s is %s", pairs[i][0], one, pairs[i][1], many);
	}
}

static void test_compounds(void **state)
{
	(void)state;
	check_normal("T-shirt", "tshirt");
	check_normal("t shirts", "tshirt");
	check_normal("tshirts", "tshirt");
	check_normal("e-book", "ebook");
	check_normal("x-ray", "xray");
	check_normal("vitamin C tablets", "vitamin c tablet");
	check_normal("size t", "size t");
	check_normal("e - book", "e book");
	check_normal("wi-fi", "wi fi");
}

static void test_places(void **state)
{
	(void)state;
	struct word w[MANY];
	const char *text = "Two  red\xc3\xa9, (big) T-shirts!";
	size_t n = words_split(text, strlen(text), w, MANY);
	assert_int_equal(n, 4);
	static const struct {
		const char *norm, *fold, *from;
		char after;
	} expected[] = {
		{ "two", "two", "Two", ' ' },
		{ "rede", "rede", "red\xc3\xa9", ',' },
		{ "big", "big", "big", ')' },
		{ "tshirt", "tshirts", "T-shirts", '!' },
	};
	for (size_t i = 0; i < 4; i++) {
		assert_string_equal(w[i].norm, expected[i].norm);
		assert_string_equal(w[i].fold, expected[i].fold);
		assert_int_equal(w[i].after, expected[i].after);
		assert_int_equal(w[i].end - w[i].start, strlen(expected[i].from));
		assert_memory_equal(text + w[i].start, expected[i].from, strlen(expected[i].from));
	}
}

static void test_no_more_than_max(void **state)
{
	(void)state;
	struct word w[3];
	assert_int_equal(words_split("a1 b1 c1 d1 e1", 14, w, 3), 3);
	assert_string_equal(w[2].norm, "c1");
	assert_int_equal(words_split("a1", 2, w, 0), 0);
	/* Only the bytes that were named are read. */
	assert_int_equal(words_split("abcdef", 3, w, 3), 1);
	assert_string_equal(w[0].norm, "abc");
}

static void test_long_words_are_cut(void **state)
{
	(void)state;
	char text[1000], out[2000];
	for (size_t i = 0; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "\xc3\xbe", 3); /* thorn: two letters each */
	struct word w[2];
	assert_int_equal(words_split(text, strlen(text), w, 2), 1);
	assert_true(strlen(w[0].fold) < WORD_SIZE);
	for (size_t i = 0; i + 4 < sizeof(text); i += 3)
		memcpy(text + i, "\xe6\xa9\x99", 4);
	assert_int_equal(words_split(text, strlen(text), w, 2), 1);
	assert_true(text_is_utf8(w[0].fold, strlen(w[0].fold)));
	words_normal(text, out, sizeof(out));
	assert_true(strlen(out) < WORD_SIZE);
}

static void test_join_cuts_at_words(void **state)
{
	(void)state;
	struct word w[MANY];
	size_t n = words_split("one two three", 13, w, MANY);
	char out[16];
	assert_string_equal(words_join(w, n, out, 14), "one two three");
	assert_string_equal(words_join(w, n, out, 13), "one two");
	assert_string_equal(words_join(w, n, out, 8), "one two");
	assert_string_equal(words_join(w, n, out, 7), "one");
	assert_string_equal(words_join(w, n, out, 1), "");
	assert_string_equal(words_join(w, 0, out, sizeof(out)), "");
}

/* Straight from the definition, without limit. */
static size_t slow_distance(const char *a, const char *b)
{
	enum { MAX = 16 };
	size_t d[MAX][MAX], la = strlen(a), lb = strlen(b);
	for (size_t i = 0; i <= la; i++) {
		for (size_t j = 0; j <= lb; j++) {
			size_t best = i + j;
			if (i > 0 && j > 0) {
				best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
				if (d[i - 1][j] + 1 < best)
					best = d[i - 1][j] + 1;
				if (d[i][j - 1] + 1 < best)
					best = d[i][j - 1] + 1;
				if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
				    a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
					best = d[i - 2][j - 2] + 1;
			}
			d[i][j] = best;
		}
	}
	return d[la][lb];
}

static void random_word(char out[8], unsigned *seed)
{
	size_t n = (size_t)rand_r(seed) % 8;
	for (size_t i = 0; i < n; i++)
		out[i] = (char)('a' + rand_r(seed) % 3);
	out[n] = '\0';
}

static void test_distance(void **state)
{
	(void)state;
	assert_int_equal(word_distance("smartwatch", "smartwach", 3), 1);
	assert_int_equal(word_distance("shirt", "shrit", 3), 1);
	assert_int_equal(word_distance("shirt", "shirt", 0), 0);
	assert_int_equal(word_distance("", "abc", 3), 3);
	assert_int_equal(word_distance("", "abc", 2), 3);
	unsigned seed = 1;
	for (int i = 0; i < 20000; i++) {
		char a[8], b[8];
		random_word(a, &seed);
		random_word(b, &seed);
		size_t exact = slow_distance(a, b);
		for (size_t limit = 0; limit < 5; limit++) {
			size_t d = word_distance(a, b, limit);
			if (d != (exact <= limit ? exact : limit + 1))
				fail_msg("'%s' and '%s': %zu, not %zu", a, b, d, exact);
		}
	}
}

static void test_distance_of_long_texts(void **state)
{
	(void)state;
	char a[200], b[200];
	memset(a, 'a', sizeof(a));
	memcpy(b, a, sizeof(b));
	a[199] = b[199] = '\0';
	b[100] = 'b';
	assert_int_equal(word_distance(a, b, 3), 4);
	a[47] = b[47] = '\0';
	b[10] = 'b';
	assert_int_equal(word_distance(a, b, 3), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_apostrophes),
		cmocka_unit_test(test_plurals),
		cmocka_unit_test(test_plural_meets_singular),
		cmocka_unit_test(test_compounds),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_no_more_than_max),
		cmocka_unit_test(test_long_words_are_cut),
		cmocka_unit_test(test_join_cuts_at_words),
		cmocka_unit_test(test_distance),
		cmocka_unit_test(test_distance_of_long_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
