/* SPDX-License-Identifier: MIT */
/* Words that state nothing by themselves, and tools by their names: tables that are searched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/plain.c"
#include "assistant/tools.h"

/* What is out of order would never be found. */
static void test_every_row_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (plain_word(rows[i].word) != rows[i].plain)
			fail_msg("'%s' is not found", rows[i].word);
		assert_true(i == 0 || strcmp(rows[i - 1].word, rows[i].word) < 0);
	}
}

static void test_kinds(void **state)
{
	(void)state;
	assert_int_equal(plain_word("the"), PLAIN_FREE);
	assert_int_equal(plain_word("it"), PLAIN_REFERS);
	assert_int_equal(plain_word("yes"), PLAIN_AFFIRMS);
	assert_int_equal(plain_word("doesnt"), PLAIN_DENIES);
	assert_int_equal(plain_word("price"), PLAIN_EXAMINED);
	/* each of these would let an invention pass */
	static const char *const stating[] = { "free",   "waterproof", "warranty",
					       "refund", "tax",        "discount",
					       "today",  "tomorrow",   "few",
					       "" };
	for (size_t i = 0; i < sizeof(stating) / sizeof(stating[0]); i++)
		assert_int_equal(plain_word(stating[i]), PLAIN_NOT);
}

static void test_tools(void **state)
{
	(void)state;
	for (enum tool tool = 0; tool < TOOLS; tool++)
		assert_int_equal(tool_find(tool_texts[tool].name), tool);
	assert_int_equal(tool_find("cancel_order"), TOOLS);
	assert_int_equal(tool_find(""), TOOLS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_row_is_found),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_tools),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
