/* SPDX-License-Identifier: MIT */
/* Columns that share a width, and text that is cut to one. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ui/fit.h"
#include "ui/wrap.h"

static size_t total(const struct fit_column *c, size_t count)
{
	size_t sum = 0, shown = 0;
	for (size_t i = 0; i < count; i++) {
		sum += c[i].hidden ? 0 : c[i].width;
		shown += c[i].hidden ? 0 : 1;
	}
	return sum + shown - 1;
}

static void test_enough(void **state)
{
	(void)state;
	struct fit_column c[] = { { .natural = 4, .title = 6 },
				  { .natural = 30, .title = 4, .gives = true } };
	fit_columns(c, 2, 80);
	assert_int_equal(c[0].width, 6);
	assert_int_equal(c[1].width, 30);
}

/* The widest gives first, until they are level. */
static void test_narrow(void **state)
{
	(void)state;
	struct fit_column c[] = { { .natural = 10, .title = 2 },
				  { .natural = 40, .title = 4, .gives = true },
				  { .natural = 20, .title = 4, .gives = true } };
	fit_columns(c, 3, 60);
	assert_int_equal(c[0].width, 10);
	assert_int_equal(c[1].width, 28);
	assert_int_equal(c[2].width, 20);
	fit_columns(c, 3, 50);
	assert_int_equal(c[1].width, 19);
	assert_int_equal(c[2].width, 19);
	assert_int_equal(total(c, 3), 50);
}

/* What yields does so only where giving is not enough; numbers never; titles stay. */
static void test_narrower(void **state)
{
	(void)state;
	struct fit_column c[] = { { .natural = 12, .title = 2 },
				  { .natural = 40, .title = 4, .gives = true },
				  { .natural = 20, .title = 9, .yields = true } };
	fit_columns(c, 3, 52);
	assert_int_equal(c[1].width, 18);
	assert_int_equal(c[2].width, 20);
	fit_columns(c, 3, 40);
	assert_int_equal(total(c, 3), 40);
	assert_int_equal(c[0].width, 12);
	assert_true(c[2].width < 20);
	fit_columns(c, 3, 10);
	assert_int_equal(c[0].width, 12);
	assert_int_equal(c[1].width, 6);
	assert_int_equal(c[2].width, 9);
}

static void test_hidden(void **state)
{
	(void)state;
	struct fit_column c[] = { { .natural = 30, .title = 2, .gives = true },
				  { .natural = 500, .title = 4, .gives = true, .hidden = true } };
	fit_columns(c, 2, 40);
	assert_int_equal(c[0].width, 30);
}

/* A cell may be of any length: that takes no time. */
static void test_huge(void **state)
{
	(void)state;
	struct fit_column c[] = { { .natural = SIZE_MAX / 4, .title = 2, .gives = true },
				  { .natural = SIZE_MAX / 4, .title = 2, .yields = true } };
	fit_columns(c, 2, 80);
	assert_int_equal(total(c, 2), 80);
}

static void test_text(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t width;
		const char *utf8, *ascii;
	} all[] = {
		{ "", 5, "", "" },
		{ "short", 5, "short", "short" },
		{ "longer", 5, "long…", "lo..." },
		{ "ab cdef", 4, "ab…", "a..." },
		{ "漢字漢字", 8, "漢字漢字", "漢字漢字" },
		{ "漢字漢字", 7, "漢字漢…", "漢字..." },
		{ "漢字漢字", 6, "漢字…", "漢..." },
		{ "é́é́é́", 2, "é́…", "" },
		{ "longer", 1, "…", "" },
		{ "longer", 0, "", "" },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		char *text = fit_text(all[i].text, all[i].width, true);
		assert_string_equal(text, all[i].utf8);
		free(text);
		text = fit_text(all[i].text, all[i].width, false);
		assert_string_equal(text, all[i].ascii);
		free(text);
	}
}

/* Of whatever there is, what is left is never wider, and whole characters. */
static void test_prefix(void **state)
{
	(void)state;
	static const char text[] = "a漢é́\xFF\xE6z字";
	for (size_t width = 0; width < 12; width++) {
		char piece[sizeof(text)] = "";
		size_t n = wrap_prefix(text, width);
		memcpy(piece, text, n);
		assert_true(wrap_columns(piece) <= width);
		assert_true((text[n] & 0xC0) != 0x80);
	}
	assert_int_equal(wrap_prefix(text, 100), strlen(text));
}

static int set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_enough),   cmocka_unit_test(test_narrow),
		cmocka_unit_test(test_narrower), cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_huge),     cmocka_unit_test(test_text),
		cmocka_unit_test(test_prefix),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
