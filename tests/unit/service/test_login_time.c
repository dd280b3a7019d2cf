/* SPDX-License-Identifier: MIT */
/*
 * How long a login takes must not tell whether there is an account. Measured is the time on the
 * processor, which other programs take nothing of, and of several runs the middle one. The bound is
 * generous: what it is there to find, a password that is not looked at where nobody is, makes the
 * difference a hundredfold.
 */
#include <time.h>

#include "account_scene.h"

enum { RUNS = 9 };

static double processor_seconds(void)
{
	struct timespec t;
	assert_int_equal(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t), 0);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double measure(struct fixture *f, const char *email)
{
	/* Being slowed down is another answer, and not what is measured. */
	sql(f, "DELETE FROM login_try");
	double start = processor_seconds();
	assert_int_equal(try_login(f, email, "not the password"), SHOP_E_NOT_LOGGED_IN);
	assert_null(strstr(f->err.text, "too many"));
	return processor_seconds() - start;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y ? 1 : 0;
}

static double middle(double times[RUNS])
{
	qsort(times, RUNS, sizeof(times[0]), compare);
	return times[RUNS / 2];
}

static void test_same_time(void **state)
{
	struct fixture *f = *state;
	double known[RUNS], unknown[RUNS], huge[RUNS];
	static char address[100000];
	memset(address, 'x', sizeof(address) - 1);
	/* In turns, so that a machine that slows down does so for all. */
	for (int i = 0; i < RUNS; i++) {
		known[i] = measure(f, ALICE_EMAIL);
		unknown[i] = measure(f, "nobody@example.com");
		huge[i] = measure(f, address);
	}
	double a = middle(known), b = middle(unknown), c = middle(huge);
	print_message("known %.1f ms, unknown %.1f ms, huge %.1f ms\n", 1e3 * a, 1e3 * b, 1e3 * c);
	assert_true(a < 1.5 * b && b < 1.5 * a);
	assert_true(a < 1.5 * c && c < 1.5 * a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_same_time) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
