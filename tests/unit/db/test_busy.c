/* SPDX-License-Identifier: MIT */
/* Waiting for another writer: until he is done, or until the user has had enough. */
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "support/store.h"

static void sleep_ms(long ms)
{
	nanosleep(&(struct timespec){ .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 }, NULL);
}

/* Another process that writes for a while; it has begun when this returns. */
static pid_t hold(const struct store *s, long ms)
{
	int begun[2];
	char byte = 0;
	assert_int_equal(pipe(begun), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct db *db = NULL;
		struct txn *txn = NULL;
		int bad = db_open(s->path, /* write= */ true, &db, NULL) ||
			  db_begin(db, /* write= */ true, &txn, NULL);
		if (write(begun[1], &byte, 1) != 1)
			_exit(2);
		sleep_ms(ms);
		_exit(bad);
	}
	assert_int_equal(read(begun[0], &byte, 1), 1);
	close(begun[0]);
	close(begun[1]);
	return child;
}

static void done(pid_t child)
{
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void test_waits(void **state)
{
	struct store *s = *state;
	struct txn *txn = NULL;
	pid_t child = hold(s, 300);
	int64_t start = clock_monotonic_ms();
	assert_int_equal(db_begin(s->db, /* write= */ true, &txn, &s->err), SHOP_OK);
	int64_t waited = clock_monotonic_ms() - start;
	assert_true(waited >= 200 && waited < 5000);
	txn_rollback(&txn);
	done(child);
}

static bool enough(void *ctx)
{
	int *asked = ctx;
	return ++*asked > 5;
}

static void test_interrupted(void **state)
{
	struct store *s = *state;
	struct txn *txn = NULL;
	int asked = 0;
	pid_t child = hold(s, 3000);
	db_on_progress(s->db, enough, &asked);
	int64_t start = clock_monotonic_ms();
	assert_int_equal(db_begin(s->db, /* write= */ true, &txn, &s->err), SHOP_E_CANCELLED);
	assert_int_equal(s->err.status, SHOP_E_CANCELLED);
	assert_true(clock_monotonic_ms() - start < 2000);
	assert_null(txn);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	/* Nothing of it stays in the way. */
	db_on_progress(s->db, NULL, NULL);
	assert_int_equal(db_begin(s->db, /* write= */ true, &txn, &s->err), SHOP_OK);
	txn_rollback(&txn);
}

int main(void)
{
	const struct CMUnitTest tests[] = { STORE_TEST(test_waits), STORE_TEST(test_interrupted) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
