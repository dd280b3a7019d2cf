/* SPDX-License-Identifier: MIT */
/* Processes that are killed at any moment: the store stays whole, and what was reported is there.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "stress/box.h"

enum { SIDE_BY_SIDE = 4, TIMED = 5 };

static const char *const add_words[] = { "order", "add",    "S-100000", "--address",
					 ADDRESS, "--json", NULL };

/* What there is to see of a round. */
struct tally {
	int64_t started, killed, reported, missing;
};

/* How long an order takes when nothing happens to it. */
static int64_t usual_us(const struct box *b)
{
	int64_t start = box_ms();
	for (int i = 0; i < TIMED; i++)
		assert_int_equal(box_run(b, ALICE, add_words), 0);
	return (box_ms() - start) * 1000 / TIMED;
}

static void write_import(const struct box *b, const char *name)
{
	char path[SCRATCH_PATH_SIZE];
	FILE *f = fopen(scratch_path(path, b->folder, name), "w");
	assert_non_null(f);
	for (int i = 0; i < 200; i++)
		fprintf(f,
			"{\"type\":\"product\",\"sku\":\"%s-%d\",\"name\":\"Import "
			"%d\",\"price_cents\":"
			"1,\"stock\":3,\"description\":\"\",\"created_at\":\"2026-01-01T00:00:"
			"00Z\"}\n",
			name, i, i);
	fclose(f);
}

static void start(struct box *b, int i, struct run *run)
{
	char name[32], path[SCRATCH_PATH_SIZE];
	const char *import_words[] = { "admin", "import", path, NULL };
	snprintf(name, sizeof(name), "run-%d", i);
	struct start how = { ALICE + i % 3, NULL, name, add_words };
	if (i % 4 == 3) {
		snprintf(name, sizeof(name), "I%u", box_random(b, 1000000));
		write_import(b, name);
		scratch_path(path, b->folder, name);
		snprintf(name, sizeof(name), "run-%d", i);
		how.words = import_words;
		how.who = ADMIN;
	}
	box_start(b, &how, run);
}

static void wait_us(int64_t us)
{
	struct timespec t = { .tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000 };
	nanosleep(&t, NULL);
}

static void check_reported(const struct box *b, const struct run *run, struct tally *t)
{
	char query[128];
	int64_t id = run_order(run);
	if (id == 0)
		return;
	t->reported++;
	snprintf(query, sizeof(query), "SELECT count(*) FROM order_event WHERE purchase_id = %lld",
		 (long long)id);
	t->missing += scratch_sql(b->store, query) == 1 ? 0 : 1;
}

/* A few at a time, each killed at a moment of its own up to a bit after it should be done. */
static void round_of(struct box *b, int64_t usual, struct tally *t)
{
	struct run runs[SIDE_BY_SIDE];
	for (int i = 0; i < SIDE_BY_SIDE; i++)
		start(b, i, &runs[i]);
	for (int i = 0; i < SIDE_BY_SIDE; i++) {
		wait_us((int64_t)box_random(b, (unsigned)usual + 1));
		/* If it has ended, it still waits to be asked how. */
		kill(runs[i].pid, SIGKILL);
		int code = run_wait(&runs[i]);
		assert_true(code == 0 || code == 128 + SIGKILL);
		t->started++;
		t->killed += code != 0;
		check_reported(b, &runs[i], t);
	}
}

static void test_kill(void **state)
{
	(void)state;
	struct box b;
	struct tally t = { 0 };
	box_make(&b,
		 "{\"type\":\"product\",\"sku\":\"S-100000\",\"name\":\"Many\",\"price_cents\":999,"
		 "\"stock\":100000,\"description\":\"\",\"created_at\":"
		 "\"2026-01-01T00:00:00Z\"}\n");
	int64_t usual = usual_us(&b), end = box_ms() + box_seconds() * INT64_C(1000);
	while (box_ms() < end)
		round_of(&b, usual, &t);
	printf("%lld started, %lld killed, %lld orders reported (an order takes %lld us)\n",
	       (long long)t.started, (long long)t.killed, (long long)t.reported, (long long)usual);
	assert_true(t.killed > 0 && t.reported > 0);
	assert_int_equal(t.missing, 0);
	box_check(&b);
	/* Who comes next finds it in order, and goes on. */
	assert_int_equal(box_run(&b, ALICE, add_words), 0);
	/* An import is there as a whole or not at all. */
	assert_int_equal(
		scratch_sql(b.store, "SELECT count(*) % 200 FROM product WHERE sku LIKE 'I%'"), 0);
	box_remove(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_kill) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
