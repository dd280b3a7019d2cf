/* SPDX-License-Identifier: MIT */
/* UTF-8 from outside: every kind of wrong byte, and what may reach a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "shop/text.h"

/* Every character there is survives the way out and back; nothing else does. */
static void test_every_character_round_trips(void **state)
{
	(void)state;
	for (uint32_t c = 1; c <= 0x10FFFF; c++) {
		char bytes[8] = "";
		size_t used, n = text_encode(c, bytes);
		bool surrogate = c >= 0xD800 && c <= 0xDFFF;
		uint32_t back = text_decode(bytes, n, &used);
		if (surrogate) {
			assert_int_equal(back, TEXT_REPLACEMENT);
			assert_int_equal(used, 1);
			assert_false(text_is_utf8(bytes, n));
			continue;
		}
		assert_int_equal(back, c);
		assert_int_equal(used, n);
		assert_true(text_is_utf8(bytes, n));
		/* Cut short, it is not a character any more. */
		if (n > 1) {
			assert_int_equal(text_decode(bytes, n - 1, &used), TEXT_REPLACEMENT);
			assert_int_equal(used, 1);
		}
	}
}

static void test_wrong_bytes(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"\x80",             /* a tail alone */
		"\xBF",             /* the last tail */
		"\xC0\x80",         /* NUL, overlong */
		"\xC1\xBF",         /* DEL, overlong */
		"\xE0\x80\x80",     /* overlong of three */
		"\xE0\x9F\xBF",     /* the largest of those */
		"\xF0\x8F\xBF\xBF", /* overlong of four */
		"\xED\xA0\x80",     /* the first surrogate */
		"\xED\xBF\xBF",     /* the last one */
		"\xF4\x90\x80\x80", /* one beyond the last character */
		"\xF5\x80\x80\x80", /* a lead that cannot be */
		"\xF8\x88\x80\x80\x80",
		"\xFE",
		"\xFF",
		"\xC3",
		"\xE2\x82",
		"\xF0\x9F\x98",
		"\xC3(",
		"\xE2\x28\xA1",
		"\xE2\x82(",
		"\xF0\x28\x8C\xBC",
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		size_t used = 0, len = strlen(wrong[i]);
		if (text_decode(wrong[i], len, &used) != TEXT_REPLACEMENT || used != 1)
			fail_msg("row %zu was taken for a character", i);
		if (text_is_utf8(wrong[i], len))
			fail_msg("row %zu was taken for UTF-8", i);
	}
	assert_true(text_is_utf8("\xEF\xBF\xBD", 3)); /* the replacement itself */
	assert_true(text_is_utf8("", 0));
}

static void check_clean(const char *from, size_t len, bool one_line, const char *expected)
{
	char to[256];
	size_t n = shop_text_clean(to, sizeof(to), from, len, one_line);
	assert_string_equal(to, expected);
	assert_int_equal(n, strlen(expected));
}

static void test_clean(void **state)
{
	(void)state;
	check_clean("plain text", 10, true, "plain text");
	check_clean("a\tb\nc", 5, false, "a\tb\nc");
	check_clean("a\tb\nc", 5, true, "a b c");
	check_clean("a\rb\x1b[31mred\x07", 12, false, "a b [31mred ");
	check_clean("a\0b", 3, false, "a b");
	check_clean("\x7f\xc2\x85\xc2\x9b"
		    "5n",
		    7, false, "   5n"); /* DEL, NEL, CSI */
	check_clean("caf\xc3\xa9 \xe2\x82\xac", 9, true, "caf\xc3\xa9 \xe2\x82\xac");
	check_clean("\xf0\x9f\x98\x80", 4, true, "\xf0\x9f\x98\x80");
	check_clean("\xe2\x80\xae"
		    "gpj",
		    6, true, " gpj"); /* right-to-left override */
	check_clean("a\xff\xc3", 3, true, "a\xef\xbf\xbd\xef\xbf\xbd");
	check_clean("", 0, true, "");
}

/* Whatever comes in, nothing that steers a terminal comes out, and what comes out is UTF-8. */
static void test_clean_two_bytes(void **state)
{
	(void)state;
	for (int a = 0; a < 256; a++) {
		for (int b = 0; b < 256; b++) {
			char from[2] = { (char)a, (char)b }, to[8];
			size_t n = shop_text_clean(to, sizeof(to), from, 2, false), used;
			assert_int_equal(n, strlen(to));
			assert_true(text_is_utf8(to, n));
			for (size_t i = 0; i < n; i += used) {
				uint32_t c = text_decode(to + i, n - i, &used);
				assert_true(!text_is_control(c) || c == '\n' || c == '\t');
			}
		}
	}
}

/* What does not fit is cut between characters. */
static void test_clean_cuts_at_characters(void **state)
{
	(void)state;
	const char *from = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z";
	static const char *const expected[] = {
		"",
		"a",
		"a",
		"a\xc3\xa9",
		"a\xc3\xa9",
		"a\xc3\xa9",
		"a\xc3\xa9\xe2\x82\xac",
		"a\xc3\xa9\xe2\x82\xac",
		"a\xc3\xa9\xe2\x82\xac",
		"a\xc3\xa9\xe2\x82\xac",
		"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
		"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z",
	};
	for (size_t size = 1; size <= 12; size++) {
		char *to = malloc(size);
		assert_non_null(to);
		size_t n = shop_text_clean(to, size, from, strlen(from), true);
		assert_string_equal(to, expected[size - 1]);
		assert_int_equal(n, strlen(to));
		free(to);
	}
}

/* "size 3 * len + 1 always suffices": every byte may become a replacement of three. */
static void test_clean_worst_case(void **state)
{
	(void)state;
	enum { LEN = 1000 };
	char *from = malloc(LEN), *to = malloc(3 * LEN + 1);
	assert_non_null(from);
	assert_non_null(to);
	memset(from, 0xFF, LEN);
	assert_int_equal(shop_text_clean(to, 3 * LEN + 1, from, LEN, true), 3 * LEN);
	free(from);
	free(to);
}

static void test_controls(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x100; c++)
		assert_int_equal(text_is_control(c),
				 c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0));
	static const uint32_t bidirectional[] = { 0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
						  0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069 };
	for (size_t i = 0; i < sizeof(bidirectional) / sizeof(bidirectional[0]); i++)
		assert_true(text_is_control(bidirectional[i]));
	assert_true(text_is_control(0x2028) && text_is_control(0x2029));
	assert_false(text_is_control(0x20AC) || text_is_control(0x1F600) ||
		     text_is_control(0x200B));
}

static void test_ascii(void **state)
{
	(void)state;
	for (int i = -128; i < 128; i++) {
		char c = (char)i;
		assert_int_equal(text_is_digit(c), c >= '0' && c <= '9');
		assert_int_equal(text_is_space(c), strchr(" \t\n\v\f\r", c) != NULL && c != '\0');
		bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
		assert_int_equal(text_is_alpha(c), upper || lower);
		assert_int_equal(text_lower(c), upper ? c - 'A' + 'a' : c);
	}
	assert_true(text_equal_nocase("", ""));
	assert_true(text_equal_nocase("AbC", "aBc"));
	assert_false(text_equal_nocase("abc", "ab"));
	assert_false(text_equal_nocase("ab", "abc"));
	assert_false(text_equal_nocase("[", "{")); /* 32 apart, and no letters */
}

static bool plain(const char *text, bool one_line)
{
	return text_is_plain(text, strlen(text), one_line);
}

static void test_plain(void **state)
{
	(void)state;
	assert_true(plain("", true));
	assert_true(plain("caf\xC3\xA9 \xF0\x9F\x98\x80", true));
	assert_false(plain("caf\xC3", true));
	assert_false(plain("a\x1B[31m", false));
	assert_false(plain("a\xE2\x80\xAE"
			   "b",
			   false));
	assert_false(plain("a\nb", true) || plain("a\tb", true));
	assert_true(plain("a\n\tb", false));
	assert_false(plain("a\rb", false));
	assert_false(text_is_plain("a\0b", 3, false));
}

static void test_same(void **state)
{
	(void)state;
	assert_true(text_same(NULL, NULL) && text_same("", "") && text_same("a", "a"));
	assert_false(text_same(NULL, "") || text_same("", NULL) || text_same("a", "A"));
}

static void test_id(void **state)
{
	(void)state;
	static const char *const none[] = {
		"",    "#",   "-1", "+1",  " 1", "1 ",
		"##1", "#-1", "1a", "0x1", "A1", "9223372036854775808"
	};
	int64_t id = -1;
	assert_true(text_id("12", &id) && id == 12);
	assert_true(text_id("#7", &id) && id == 7);
	assert_true(text_id("9223372036854775807", &id) && id == INT64_MAX);
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_false(text_id(none[i], &id));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_character_round_trips),
		cmocka_unit_test(test_wrong_bytes),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_clean_two_bytes),
		cmocka_unit_test(test_clean_cuts_at_characters),
		cmocka_unit_test(test_clean_worst_case),
		cmocka_unit_test(test_controls),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_id),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
