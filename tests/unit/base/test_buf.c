/* SPDX-License-Identifier: MIT */
/* The buffer: growth, its limit, errors that stick, hand-over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

static void test_empty_is_a_text(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 10);
	assert_string_equal(buf_text(&b), "");
	assert_true(buf_append(&b, "", 0));
	assert_string_equal(buf_text(&b), "");
	char *taken = buf_take(&b);
	assert_non_null(taken);
	assert_string_equal(taken, "");
	free(taken);
}

static void test_appends(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 1000);
	assert_true(buf_puts(&b, "ab"));
	assert_true(buf_putc(&b, 'c'));
	assert_true(buf_append(&b, "d\0e", 3));
	assert_int_equal(b.len, 6);
	assert_memory_equal(buf_text(&b), "abcd\0e", 7);
	assert_true(buf_printf(&b, "%d-%s", 7, "x"));
	assert_memory_equal(buf_text(&b), "abcd\0e7-x", 10);
	buf_clear(&b);
	assert_int_equal(b.len, 0);
	assert_string_equal(buf_text(&b), "");
	buf_done(&b);
	assert_null(b.data);
}

static void test_grows_byte_by_byte(void **state)
{
	(void)state;
	enum { MANY = 100000 };
	struct buf b;
	buf_init(&b, MANY);
	for (int i = 0; i < MANY; i++)
		assert_true(buf_putc(&b, (char)('a' + i % 26)));
	assert_int_equal(b.len, MANY);
	assert_int_equal(strlen(buf_text(&b)), MANY);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(buf_text(&b)[i], 'a' + i % 26);
	buf_done(&b);
}

/* The limit is inclusive, and what goes over it leaves no part behind. */
static void test_limit(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 5);
	assert_true(buf_puts(&b, "12345"));
	assert_false(buf_putc(&b, '6'));
	assert_string_equal(buf_text(&b), "12345");
	buf_done(&b);

	buf_init(&b, 5);
	assert_false(buf_printf(&b, "%s", "123456"));
	assert_string_equal(buf_text(&b), "");
	buf_done(&b);
}

static void test_errors_stick(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 3);
	assert_true(buf_puts(&b, "ab"));
	assert_false(buf_puts(&b, "cd"));
	assert_true(b.failed);
	assert_false(buf_putc(&b, 'c'));
	assert_false(buf_append(&b, "", 0));
	assert_null(buf_take(&b));
	/* Taken or not, it is empty, and good for another try. */
	assert_true(buf_puts(&b, "abc"));
	assert_false(buf_putc(&b, 'd'));
	buf_clear(&b);
	assert_true(buf_puts(&b, "xyz"));
	char *taken = buf_take(&b);
	assert_string_equal(taken, "xyz");
	free(taken);
}

/* Sizes near the end of size_t must not wrap round the check. */
static void test_huge_append(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 100);
	assert_true(buf_puts(&b, "a"));
	assert_false(buf_append(&b, "b", SIZE_MAX));
	assert_false(buf_append(&b, "b", SIZE_MAX - 1));
	assert_string_equal(buf_text(&b), "a");
	buf_done(&b);
}

static void test_take_hands_over(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 100);
	buf_puts(&b, "first");
	char *first = buf_take(&b);
	buf_puts(&b, "second");
	char *second = buf_take(&b);
	assert_string_equal(first, "first");
	assert_string_equal(second, "second");
	assert_null(b.data);
	free(first);
	free(second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty_is_a_text),    cmocka_unit_test(test_appends),
		cmocka_unit_test(test_grows_byte_by_byte), cmocka_unit_test(test_limit),
		cmocka_unit_test(test_errors_stick),       cmocka_unit_test(test_huge_append),
		cmocka_unit_test(test_take_hands_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
