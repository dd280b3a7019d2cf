/* SPDX-License-Identifier: MIT */
/* Many want what few can have: each piece is sold once, and everybody gets an answer. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "stress/box.h"

enum { BUYERS = 64, PIECES = 5, OUT_OF_STOCK = 6 };

static void start_all(const struct box *b, struct run runs[BUYERS])
{
	static const char *const words[] = { "order", "add",    "S-5", "--address",
					     ADDRESS, "--json", NULL };
	int gate[2];
	assert_int_equal(pipe2(gate, O_CLOEXEC), 0);
	for (int i = 0; i < BUYERS; i++) {
		char name[32];
		snprintf(name, sizeof(name), "buyer-%d", i);
		struct start how = { ALICE + i % (PEOPLE - ALICE), gate, name, words };
		box_start(b, &how, &runs[i]);
	}
	close(gate[0]);
	close(gate[1]);
}

static void test_rush(void **state)
{
	(void)state;
	struct box b;
	static struct run runs[BUYERS];
	int64_t sold = 0, refused = 0;
	char query[256];
	box_make(&b, "{\"type\":\"product\",\"sku\":\"S-5\",\"name\":\"Five\",\"price_cents\":999,"
		     "\"stock\":5,\"description\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"}\n");
	int64_t start = box_ms();
	start_all(&b, runs);
	for (int i = 0; i < BUYERS; i++) {
		int code = run_wait(&runs[i]);
		int64_t id = run_order(&runs[i]);
		if (code != 0 && code != OUT_OF_STOCK)
			fail_msg("buyer %d ended with %d: see %s/log", i, code, b.folder);
		assert_true((id != 0) == (code == 0));
		refused += code == OUT_OF_STOCK;
		if (code != 0)
			continue;
		sold++;
		snprintf(query, sizeof(query),
			 "SELECT (SELECT count(*) FROM purchase WHERE id = %lld) +"
			 " (SELECT sum(quantity) FROM order_line WHERE purchase_id = %lld) +"
			 " (SELECT count(*) FROM order_event WHERE purchase_id = %lld)",
			 (long long)id, (long long)id, (long long)id);
		assert_int_equal(scratch_sql(b.store, query), 3);
	}
	printf("%d processes took %lld ms\n", BUYERS, (long long)(box_ms() - start));
	assert_int_equal(sold, PIECES);
	assert_int_equal(refused, BUYERS - PIECES);
	assert_int_equal(scratch_sql(b.store, "SELECT stock FROM product"), 0);
	assert_int_equal(scratch_sql(b.store, "SELECT count(*) FROM purchase"), PIECES);
	box_check(&b);
	box_remove(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rush) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
