/* SPDX-License-Identifier: MIT */
/* Logins at the same moment: the right ones do not count as guesses, and the wrong ones cannot count
 * as one. */
#include <sys/wait.h>

#include "account_scene.h"

/* More than the tries that are free. */
enum { LOGINS = 9, IN = 0, WRONG = 1, TOO_MANY = 2, ELSE = 3, OUTCOMES = 4 };

static int outcome_of(enum shop_status st, const struct shop_error *err)
{
	if (st == SHOP_OK)
		return IN;
	if (st != SHOP_E_NOT_LOGGED_IN)
		return ELSE;
	return strcmp(err->text, "too many failed logins") == 0 ? TOO_MANY : WRONG;
}

/* Another process, since they are what meets at a store. It begins when the pipe is closed. */
static pid_t login_in_child(struct fixture *f, const char *password, const int gate[2])
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child != 0)
		return child;
	struct shop *shop = NULL;
	struct shop_error err = { 0 };
	char *token = NULL, nothing;
	close(gate[1]);
	enum shop_status st = shop_open(f->path, SHOP_WRITE, &shop, &err);
	if (read(gate[0], &nothing, 1) == 0 && st == SHOP_OK)
		st = shop_login(shop, ALICE_EMAIL, password, &token, &err);
	free(token);
	shop_close(shop);
	_exit(outcome_of(st, &err));
}

static void login_at_once(struct fixture *f, const char *password, int ret[OUTCOMES])
{
	pid_t children[LOGINS];
	int gate[2];
	memset(ret, 0, OUTCOMES * sizeof(ret[0]));
	/* A handle that is open goes on in no other process. */
	shop_close(f->shop);
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < LOGINS; i++)
		children[i] = login_in_child(f, password, gate);
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < LOGINS; i++) {
		int status = 0;
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) < OUTCOMES);
		ret[WEXITSTATUS(status)]++;
	}
	f->shop = open_store(f);
}

static void test_right_ones_hinder_none(void **state)
{
	struct fixture *f = *state;
	int outcomes[OUTCOMES];
	login_at_once(f, ALICE_PASSWORD, outcomes);
	assert_int_equal(outcomes[IN], LOGINS);
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 0);
}

static void test_wrong_ones_count_as_many(void **state)
{
	struct fixture *f = *state;
	int outcomes[OUTCOMES];
	login_at_once(f, "not the password", outcomes);
	assert_int_equal(outcomes[WRONG], 5);
	assert_int_equal(outcomes[TOO_MANY], LOGINS - 5);
	assert_int_equal(sql(f, "SELECT count FROM login_try"), 5);
	/* What was tried too late is no answer, right or wrong. */
	login_at_once(f, ALICE_PASSWORD, outcomes);
	assert_int_equal(outcomes[TOO_MANY], LOGINS);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_right_ones_hinder_none),
					    TEST(test_wrong_ones_count_as_many) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
