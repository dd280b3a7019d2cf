/* SPDX-License-Identifier: MIT */
/* What counts as being said in a reply. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "eval/judge.h"

static void test_whole_words(void **state)
{
	(void)state;
	assert_true(judge_mentions("It costs $129.00, 7 in stock.", "$129.00"));
	assert_true(judge_mentions("It costs \u20AC1,290.00.", "\u20AC1,290.00"));
	assert_true(judge_mentions("made by acme and sold", "Acme"));
	assert_false(judge_mentions("It costs $1,129.00.", "$129.00"));
	assert_false(judge_mentions("It costs $129.005.", "$129.00"));
	assert_false(judge_mentions("redwood", "red"));
	assert_false(judge_mentions("coloured", "red"));
	assert_false(judge_mentions("", "red"));
	assert_false(judge_mentions("anything", ""));
}

static void test_numbers(void **state)
{
	(void)state;
	assert_true(judge_mentions("There are 12 shirts.", "12"));
	assert_true(judge_mentions("There are 12.", "12"));
	assert_true(judge_mentions("You have one order.", "1"));
	assert_true(judge_mentions("There are no shirts.", "0"));
	assert_false(judge_mentions("There are 120 shirts.", "12"));
	assert_false(judge_mentions("From $12.00 on.", "12"));
	assert_false(judge_mentions("Rated 12.5.", "12"));
	assert_false(judge_mentions("Order #12 is paid.", "12"));
	assert_false(judge_mentions("You have nobody.", "0"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole_words),
		cmocka_unit_test(test_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
