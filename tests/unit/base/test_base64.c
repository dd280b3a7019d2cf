/* SPDX-License-Identifier: MIT */
/* Base64: the examples of RFC 4648, all lengths there and back, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/base64.h"

static void test_examples(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "", "" },
		{ "f", "Zg==" },
		{ "fo", "Zm8=" },
		{ "foo", "Zm9v" },
		{ "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" },
		{ "\xff\xfe\xfb", "//77" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf b;
		buf_init(&b, 100);
		base64_put(&b, rows[i][0], strlen(rows[i][0]));
		assert_string_equal(buf_text(&b), rows[i][1]);
		buf_done(&b);
	}
}

static void test_there_and_back(void **state)
{
	(void)state;
	unsigned char bytes[3000];
	uint32_t n = 1;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)((n = n * 1664525 + 1013904223) >> 24);
	for (size_t len = 0; len <= sizeof(bytes); len += len < 20 ? 1 : 149) {
		struct buf b;
		buf_init(&b, 5000);
		base64_put(&b, bytes, len);
		assert_int_equal(b.len, (len + 2) / 3 * 4);
		size_t got = 0;
		unsigned char *back = malloc(base64_size(b.len) + 1);
		assert_non_null(back);
		assert_true(base64_get(buf_text(&b), b.len, back, &got));
		assert_int_equal(got, len);
		assert_memory_equal(back, bytes, len);
		free(back);
		buf_done(&b);
	}
}

static void test_refused(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"Z",    "Zg",   "Zg=",  "Zg===", "Zg==Zg==", "Z===", "====", "Zm9v\n",
		"Zm 9", "Zm9-", "Zm9_", "=m9v",  "Zm=v",     "Zh==", /* bits that stand for nothing
								      */
		"Zm9=",
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char bytes[16];
		size_t len;
		if (base64_get(rows[i], strlen(rows[i]), bytes, &len))
			fail_msg("'%s' was read", rows[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
