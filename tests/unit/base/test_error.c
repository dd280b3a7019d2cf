/* SPDX-License-Identifier: MIT */
/* Error values: set once, safe to print, cut between characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "shop/error.h"

static void test_set_returns_the_status(void **state)
{
	(void)state;
	struct shop_error err;
	memset(&err, 'x', sizeof(err));
	assert_int_equal(shop_error_set(&err, SHOP_E_BUSY, "%s is %d", "it", 7), SHOP_E_BUSY);
	assert_int_equal(err.status, SHOP_E_BUSY);
	assert_string_equal(err.text, "it is 7");
	assert_string_equal(err.hint, "");
	shop_error_hint(&err, "try %s", "again");
	assert_string_equal(err.hint, "try again");
	shop_error_prefix(&err, "line %d: ", 3);
	assert_string_equal(err.text, "line 3: it is 7");
	assert_string_equal(err.hint, "try again");
	/* Set anew, the old hint does not stay. */
	shop_error_set(&err, SHOP_E_IO, "other");
	assert_string_equal(err.hint, "");
}

static void test_nobody_asked(void **state)
{
	(void)state;
	assert_int_equal(shop_error_set(NULL, SHOP_E_IO, "%s", "x"), SHOP_E_IO);
	shop_error_hint(NULL, "%s", "x");
	shop_error_prefix(NULL, "%s", "x");
}

static void test_is_safe_to_print(void **state)
{
	(void)state;
	struct shop_error err;
	shop_error_set(&err, SHOP_E_INVALID, "got '%s'", "a\x1b[2J\nb\xff");
	assert_string_equal(err.text, "got 'a [2J b\xef\xbf\xbd'");
	shop_error_hint(&err, "%s", "c\rd\x9b");
	assert_string_equal(err.hint, "c d\xef\xbf\xbd");
	shop_error_prefix(&err, "%s: ", "\x07");
	assert_string_equal(err.text, " : got 'a [2J b\xef\xbf\xbd'");
}

/* Longer than the struct, and than what formats it: cut, at a character's edge. */
static void test_is_cut(void **state)
{
	(void)state;
	struct shop_error err;
	static char huge[100000];
	for (size_t offset = 0; offset < 4; offset++) {
		memset(huge, 'a', offset);
		for (size_t i = offset; i + 4 < sizeof(huge); i += 3)
			memcpy(huge + i, "\xe2\x82\xac", 4);
		shop_error_set(&err, SHOP_E_INVALID, "%s", huge);
		shop_error_hint(&err, "%s", huge);
		assert_true(strlen(err.text) > sizeof(err.text) - 5);
		assert_true(strlen(err.hint) > sizeof(err.hint) - 5);
		assert_true(text_is_utf8(err.text, strlen(err.text)));
		assert_true(text_is_utf8(err.hint, strlen(err.hint)));
		shop_error_prefix(&err, "%s", huge);
		assert_true(strlen(err.text) < sizeof(err.text));
		assert_true(text_is_utf8(err.text, strlen(err.text)));
	}
}

static void test_words(void **state)
{
	(void)state;
	for (int st = SHOP_E_CANCELLED; st <= SHOP_OK; st++) {
		const char *word = shop_status_word((enum shop_status)st);
		assert_non_null(word);
		assert_true(strspn(word, "abcdefghijklmnopqrstuvwxyz_") == strlen(word) &&
			    word[0] != '\0');
		for (int other = SHOP_E_CANCELLED; other < st; other++)
			assert_string_not_equal(word, shop_status_word((enum shop_status)other));
	}
	assert_string_equal(shop_status_word(SHOP_E_OUT_OF_STOCK), "out_of_stock");
	assert_non_null(shop_status_word((enum shop_status) - 1000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set_returns_the_status),
		cmocka_unit_test(test_nobody_asked),
		cmocka_unit_test(test_is_safe_to_print),
		cmocka_unit_test(test_is_cut),
		cmocka_unit_test(test_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
