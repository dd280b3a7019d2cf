/* SPDX-License-Identifier: MIT */
/* Arrays that grow, and the hash of texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/memory.h"

/* Every place is there to be written to, and what was written before stays. */
static void test_array_room(void **state)
{
	(void)state;
	enum { COUNT = 1000 };
	int *items = NULL;
	for (size_t n = 0; n < COUNT; n++) {
		int *more = array_room(items, n, sizeof(*more));
		assert_non_null(more);
		items = more;
		items[n] = (int)n;
	}
	for (size_t n = 0; n < COUNT; n++)
		assert_int_equal(items[n], n);
	free(items);
}

static void test_out_of_memory(void **state)
{
	(void)state;
	struct shop_error err = { 0 };
	assert_int_equal(out_of_memory(&err), SHOP_E_NOMEM);
	assert_int_equal(err.status, SHOP_E_NOMEM);
	assert_string_equal(err.text, "out of memory");
	assert_int_equal(out_of_memory(NULL), SHOP_E_NOMEM);
}

/* Values that the authors of FNV publish for its 64-bit variant 1a. */
static void test_hash(void **state)
{
	(void)state;
	assert_true(hash_text("") == UINT64_C(0xcbf29ce484222325));
	assert_true(hash_text("a") == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(hash_text("foobar") == UINT64_C(0x85944171f73967e8));
	assert_true(hash_byte(hash_text("fooba"), 'r') == hash_text("foobar"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_array_room),
		cmocka_unit_test(test_out_of_memory),
		cmocka_unit_test(test_hash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
