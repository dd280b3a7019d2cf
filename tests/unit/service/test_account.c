/* SPDX-License-Identifier: MIT */
/* Customers and logins through the public interface, against a store of its own for each test.
 * What time would bring (an expiry, a wait that is over) is written into the store's rows. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "account_scene.h"

static enum shop_status try_register(struct fixture *f, const char *email, const char *name,
				     const char *password)
{
	struct shop_registration in = { email, name, password };
	int64_t id = -1;
	enum shop_status st = shop_register(f->shop, &in, &id, &f->err);
	assert_true(st == SHOP_OK ? id > 0 : id == -1);
	return st;
}

static void test_login_says_who(void **state)
{
	struct fixture *f = *state;
	struct shop_identity who;
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_string_equal(f->err.hint, "run 'shop login' first");
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_OK);
	assert_true(who.customer.id == f->alice);
	assert_string_equal(who.customer.email, ALICE_EMAIL);
	assert_string_equal(who.customer.name, "Alice");
	assert_null(who.customer.city);
	assert_string_equal(shop_role_word(who.customer.role), "customer");
	assert_int_equal(who.scope, SHOP_SCOPE_FULL);
	int64_t days =
		sql(f, "SELECT (expires_at - strftime('%s', 'now') + 60) / 86400 FROM token");
	assert_int_equal(days, 30);
	assert_true(who.expires_at == sql(f, "SELECT expires_at FROM token"));
	shop_identity_done(&who);
	free(token);
}

static void test_first_admin_logs_in(void **state)
{
	struct fixture *f = *state;
	struct shop_identity who;
	char *token = login(f, ADMIN_EMAIL, ADMIN_PASSWORD);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_OK);
	assert_string_equal(shop_role_word(who.customer.role), "admin");
	shop_identity_done(&who);
	free(token);
}

static void test_email_in_any_case(void **state)
{
	struct fixture *f = *state;
	free(login(f, "ALICE@Example.COM", ALICE_PASSWORD));
	assert_int_equal(try_register(f, "Alice@EXAMPLE.com", "Another", "another password"),
			 SHOP_E_EXISTS);
	assert_non_null(strstr(f->err.text, "'Alice@EXAMPLE.com'"));
}

static void test_wrong_answers_are_the_same(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(try_login(f, ALICE_EMAIL, "not her password"), SHOP_E_NOT_LOGGED_IN);
	struct shop_error wrong = f->err;
	static const char *const others[] = {
		"nobody@example.com", "", "alice", "%", "alice@%", "' OR 1 = 1 --", "\xff@\xff"
	};
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		assert_int_equal(try_login(f, others[i], ALICE_PASSWORD), SHOP_E_NOT_LOGGED_IN);
		assert_string_equal(f->err.text, wrong.text);
		assert_string_equal(f->err.hint, wrong.hint);
	}
	/* Each address is counted for itself, whether there is an account or not. */
	assert_int_equal(sql(f, "SELECT max(count) FROM login_try"), 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 8);
	assert_int_equal(sql(f, "SELECT count(*) FROM token"), 0);
}

static void test_huge_inputs(void **state)
{
	struct fixture *f = *state;
	size_t size = 8 * 1024 * 1024;
	char *huge = malloc(size);
	assert_non_null(huge);
	memset(huge, 'a', size);
	huge[size - 1] = '\0';
	assert_int_equal(try_login(f, huge, huge), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(try_login(f, ALICE_EMAIL, huge), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(authenticate(f, huge), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(try_register(f, huge, "A", ALICE_PASSWORD), SHOP_E_INVALID);
	assert_int_equal(try_register(f, "a@b", huge, ALICE_PASSWORD), SHOP_E_INVALID);
	assert_int_equal(try_register(f, "a@b", "A", huge), SHOP_E_INVALID);
	free(huge);
}

static void test_registration_is_checked(void **state)
{
	struct fixture *f = *state;
	static const char *const emails[] = { "",          "@",           "a@",
					      "@b",        "ab",          "a@b@c",
					      "a b@c",     "a@b c",       "a@b\n",
					      "a@\x1b[0m", "\ta@b",       "a@b\x7f",
					      "a@\xffz",   "a@b\xc2\x85", "a\xe2\x80\xae@b" };
	for (size_t i = 0; i < sizeof(emails) / sizeof(emails[0]); i++)
		if (try_register(f, emails[i], "A", ALICE_PASSWORD) != SHOP_E_INVALID)
			fail_msg("took the e-mail address number %zu", i);
	static const char *const names[] = { "",         " ",    "  \xc2\xa0 ",   "A\nB",
					     "A\x1b[0m", "\xc3", "A\xe2\x80\xaeZ" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (try_register(f, "a@b", names[i], ALICE_PASSWORD) != SHOP_E_INVALID)
			fail_msg("took the name number %zu", i);
	assert_int_equal(try_register(f, "a@b", "A", "1234567"), SHOP_E_INVALID);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer"), 2);
}

static void test_limits_are_inclusive(void **state)
{
	struct fixture *f = *state;
	char email[256], name[256] = "", password[258];
	memset(email, 'x', sizeof(email));
	email[1] = '@';
	email[255] = '\0';
	assert_int_equal(try_register(f, email, "A", ALICE_PASSWORD), SHOP_E_INVALID);
	email[254] = '\0';
	assert_int_equal(try_register(f, email, "A", ALICE_PASSWORD), SHOP_OK);
	for (int i = 0; i < 100; i++)
		memcpy(name + 2 * i, "\xc3\xa9", 3);
	assert_int_equal(try_register(f, "n@b", name, ALICE_PASSWORD), SHOP_OK);
	strncat(name, "e", 2);
	assert_int_equal(try_register(f, "m@b", name, ALICE_PASSWORD), SHOP_E_INVALID);
	memset(password, 'p', sizeof(password));
	password[257] = '\0';
	assert_int_equal(try_register(f, "p@b", "A", password), SHOP_E_INVALID);
	password[256] = '\0';
	assert_int_equal(try_register(f, "p@b", "A", password), SHOP_OK);
	free(login(f, "p@b", password));
	password[255] = '\0';
	assert_int_equal(try_login(f, "p@b", password), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(try_register(f, "q@b", "A", "12345678"), SHOP_OK);
}

static void test_logout_revokes_this_login_alone(void **state)
{
	struct fixture *f = *state;
	char *first = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	char *second = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_string_not_equal(first, second);
	assert_int_equal(shop_logout(f->shop, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(authenticate(f, first), SHOP_OK);
	assert_int_equal(shop_logout(f->shop, &f->err), SHOP_OK);
	assert_int_equal(shop_logout(f->shop, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(authenticate(f, first), SHOP_E_LOGIN_EXPIRED);
	assert_string_equal(f->err.hint, "run 'shop login' again");
	assert_int_equal(authenticate(f, second), SHOP_OK);
	free(first);
	free(second);
}

/* Each row: what happens in the store after the login, and what becomes of the login. */
static void test_store_decides(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *change;
		enum shop_status expected;
	} cases[] = {
		{ "UPDATE token SET expires_at = strftime('%s', 'now') + 0", SHOP_E_LOGIN_EXPIRED },
		{ "UPDATE token SET revoked_at = 1", SHOP_E_LOGIN_EXPIRED },
		{ "UPDATE customer SET tokens_after = 1 + strftime('%s', 'now', '+5 seconds')",
		  SHOP_E_LOGIN_EXPIRED },
		{ "UPDATE customer SET tokens_after = (SELECT max(issued_at) FROM token)",
		  SHOP_OK },
		{ "UPDATE token SET customer_id = 1", SHOP_E_NOT_LOGGED_IN },
		{ "DELETE FROM token", SHOP_E_NOT_LOGGED_IN },
		{ "UPDATE customer SET name = 'Changed'", SHOP_OK },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sql(f, "UPDATE customer SET tokens_after = 0");
		char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
		assert_int_equal(authenticate(f, token), SHOP_OK);
		sql(f, cases[i].change);
		if (authenticate(f, token) != cases[i].expected)
			fail_msg("after: %s", cases[i].change);
		free(token);
	}
}

static void test_role_and_scope_come_from_the_store(void **state)
{
	struct fixture *f = *state;
	struct shop_identity who;
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	sql(f, "UPDATE customer SET role = 'admin'");
	sql(f, "UPDATE token SET scope = 'read'");
	assert_int_equal(authenticate(f, token), SHOP_OK);
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_OK);
	assert_int_equal(who.customer.role, SHOP_ROLE_ADMIN);
	assert_int_equal(who.scope, SHOP_SCOPE_READ);
	shop_identity_done(&who);
	free(token);
}

static void test_deleted_customer(void **state)
{
	struct fixture *f = *state;
	struct shop_identity who;
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	sql(f, "DELETE FROM customer WHERE email = '" ALICE_EMAIL "'");
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_E_LOGIN_EXPIRED);
	assert_int_equal(authenticate(f, token), SHOP_E_NOT_LOGGED_IN);
	free(token);
}

static void test_login_drops_expired_tokens(void **state)
{
	struct fixture *f = *state;
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
	free(login(f, ADMIN_EMAIL, ADMIN_PASSWORD));
	sql(f, "UPDATE token SET expires_at = 1");
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
	assert_int_equal(sql(f, "SELECT count(*) FROM token"), 2);
	assert_int_equal(sql(f, "SELECT count(*) FROM token WHERE expires_at > 1"), 1);
}

static void fail_at(struct fixture *f, const char *email, int times)
{
	for (int i = 0; i < times; i++) {
		assert_int_equal(try_login(f, email, "not the password"), SHOP_E_NOT_LOGGED_IN);
		assert_null(strstr(f->err.text, "too many"));
	}
}

static void fail_times(struct fixture *f, int times)
{
	fail_at(f, ALICE_EMAIL, times);
}

static bool refused_early_at(struct fixture *f, const char *email)
{
	return try_login(f, email, ALICE_PASSWORD) == SHOP_E_NOT_LOGGED_IN &&
	       strcmp(f->err.text, "too many failed logins") == 0 &&
	       strncmp(f->err.hint, "try again in ", 13) == 0;
}

static bool refused_early(struct fixture *f)
{
	return refused_early_at(f, ALICE_EMAIL);
}

static void test_success_forgives(void **state)
{
	struct fixture *f = *state;
	fail_times(f, 4);
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 0);
	fail_times(f, 4);
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
}

static void test_guessing_is_slowed(void **state)
{
	struct fixture *f = *state;
	fail_times(f, 5);
	assert_true(refused_early(f));
	/* A refusal is no try: it does not make the wait longer. */
	assert_int_equal(sql(f, "SELECT count FROM login_try"), 5);
	free(login(f, ADMIN_EMAIL, ADMIN_PASSWORD));
	sql(f, "UPDATE login_try SET last_at = last_at - 20");
	assert_true(refused_early(f));
	sql(f, "UPDATE login_try SET last_at = last_at - 10");
	fail_times(f, 1);
	sql(f, "UPDATE login_try SET last_at = last_at - 50");
	assert_true(refused_early(f));
	sql(f, "UPDATE login_try SET last_at = last_at - 10");
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 0);
}

/* Being slowed down must not tell that there is an account. */
static void test_guessing_is_slowed_where_nobody_is(void **state)
{
	struct fixture *f = *state;
	fail_at(f, "nobody@example.com", 5);
	struct shop_error strange;
	assert_true(refused_early_at(f, "NOBODY@example.com"));
	strange = f->err;
	fail_times(f, 5);
	assert_true(refused_early(f));
	assert_string_equal(strange.text, f->err.text);
	assert_true(refused_early_at(f, "nobody@example.com"));
	free(login(f, ADMIN_EMAIL, ADMIN_PASSWORD));
}

static void test_tries_are_forgotten(void **state)
{
	struct fixture *f = *state;
	fail_times(f, 4);
	sql(f, "UPDATE login_try SET last_at = last_at - 86401");
	fail_times(f, 1);
	assert_int_equal(sql(f, "SELECT count FROM login_try"), 1);
	/* Made-up addresses cannot fill the store. */
	sql(f, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
	       " INSERT INTO login_try SELECT -i, 1, strftime('%s', 'now') - 60 FROM n");
	fail_times(f, 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 10000);
	assert_int_equal(sql(f, "SELECT max(count) FROM login_try"), 2);
}

static void test_wait_has_a_limit(void **state)
{
	struct fixture *f = *state;
	fail_times(f, 1);
	sql(f, "UPDATE login_try SET count = 9223372036854775800");
	assert_true(refused_early(f));
	sql(f, "UPDATE login_try SET last_at = last_at - 890");
	assert_true(refused_early(f));
	sql(f, "UPDATE login_try SET last_at = last_at - 10");
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
	/* A clock that was set back by a year. */
	fail_times(f, 1);
	sql(f, "UPDATE login_try SET count = 9, last_at = strftime('%s', 'now', '+1 year')");
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
}

static void write_key(struct fixture *f, const char *text, mode_t mode)
{
	unlink(f->key_path);
	int fd = open(f->key_path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	assert_int_equal(fchmod(fd, mode), 0);
	close(fd);
}

#define HEX63 "00112233445566778899aabbccddeeff00112233445566778899aabbccddeef"
#define HEX64 HEX63 "f"

static void test_key_file_is_private(void **state)
{
	struct fixture *f = *state;
	struct stat sb;
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(stat(f->key_path, &sb), 0);
	assert_int_equal(sb.st_mode & 07777, 0600);
	assert_int_equal(sb.st_size, 65);
	static const mode_t open_modes[] = { 0640, 0604, 0620, 0602, 0610, 0644, 0666 };
	for (size_t i = 0; i < sizeof(open_modes) / sizeof(open_modes[0]); i++) {
		assert_int_equal(chmod(f->key_path, open_modes[i]), 0);
		assert_int_equal(authenticate(f, token), SHOP_E_IO);
		assert_non_null(strstr(f->err.hint, "chmod 600"));
		assert_int_equal(try_login(f, ALICE_EMAIL, ALICE_PASSWORD), SHOP_E_IO);
		sql(f, "DELETE FROM login_try");
	}
	assert_int_equal(chmod(f->key_path, 0600), 0);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	assert_int_equal(chmod(f->key_path, 0400), 0);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	free(token);
}

static void test_damaged_key_file(void **state)
{
	struct fixture *f = *state;
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	static const char *const texts[] = {
		"",           "\n",        HEX64,       HEX64 "0\n",
		HEX64 "\n\n", HEX63 "g\n", HEX63 "F\n", "0x" HEX64 "\n"
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		write_key(f, texts[i], 0600);
		assert_int_equal(authenticate(f, token), SHOP_E_IO);
		assert_non_null(strstr(f->err.text, "damaged"));
	}
	unlink(f->key_path);
	assert_int_equal(mkdir(f->key_path, 0700), 0);
	assert_int_equal(authenticate(f, token), SHOP_E_IO);
	assert_int_equal(rmdir(f->key_path), 0);
	assert_int_equal(mkfifo(f->key_path, 0600), 0);
	assert_int_equal(authenticate(f, token), SHOP_E_IO);
	free(token);
}

static void test_other_or_lost_key(void **state)
{
	struct fixture *f = *state;
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	write_key(f, HEX64 "\n", 0600);
	assert_int_equal(authenticate(f, token), SHOP_E_NOT_LOGGED_IN);
	unlink(f->key_path);
	assert_int_equal(authenticate(f, token), SHOP_E_NOT_LOGGED_IN);
	/* Looking at a token makes no key. */
	assert_int_equal(access(f->key_path, F_OK), -1);
	char *again = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(authenticate(f, again), SHOP_OK);
	assert_int_equal(authenticate(f, token), SHOP_E_NOT_LOGGED_IN);
	free(token);
	free(again);
}

/* A process that logs in and sends its token through the pipe. */
static void login_and_send(struct fixture *f, int to)
{
	char *token = NULL, record[1024] = "";
	struct shop *shop = NULL;
	if (shop_open(f->path, SHOP_WRITE, &shop, &f->err) == SHOP_OK &&
	    shop_login(shop, ADMIN_EMAIL, ADMIN_PASSWORD, &token, &f->err) == SHOP_OK)
		snprintf(record, sizeof(record), "%s", token);
	free(token);
	shop_close(shop);
	_exit(write(to, record, sizeof(record)) == (ssize_t)sizeof(record) ? 0 : 1);
}

static void test_processes_agree_on_one_key(void **state)
{
	struct fixture *f = *state;
	enum { PROCESSES = 4 };
	int ends[2], status;
	assert_int_equal(pipe(ends), 0);
	/* A connection must not be carried into another process. */
	shop_close(f->shop);
	f->shop = NULL;
	for (int round = 0; round < 5; round++) {
		unlink(f->key_path);
		for (int i = 0; i < PROCESSES; i++)
			if (fork() == 0)
				login_and_send(f, ends[1]);
		for (int i = 0; i < PROCESSES; i++) {
			assert_true(wait(&status) > 0);
			assert_int_equal(status, 0);
		}
		f->shop = open_store(f);
		for (int i = 0; i < PROCESSES; i++) {
			char token[1024];
			assert_int_equal(read(ends[0], token, sizeof(token)), sizeof(token));
			assert_int_equal(authenticate(f, token), SHOP_OK);
		}
		shop_close(f->shop);
		f->shop = NULL;
	}
	close(ends[0]);
	close(ends[1]);
}

static void test_token_of_another_store(void **state)
{
	struct fixture *mine = *state;
	void *other_state = NULL;
	set_up(&other_state);
	struct fixture *other = other_state;
	char *token = login(other, ALICE_EMAIL, ALICE_PASSWORD);
	free(login(mine, ALICE_EMAIL, ALICE_PASSWORD));
	assert_int_equal(authenticate(mine, token), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(authenticate(other, token), SHOP_OK);
	free(token);
	assert_int_equal(tear_down(&other_state), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_login_says_who),
		TEST(test_first_admin_logs_in),
		TEST(test_email_in_any_case),
		TEST(test_wrong_answers_are_the_same),
		TEST(test_huge_inputs),
		TEST(test_registration_is_checked),
		TEST(test_limits_are_inclusive),
		TEST(test_logout_revokes_this_login_alone),
		TEST(test_store_decides),
		TEST(test_role_and_scope_come_from_the_store),
		TEST(test_deleted_customer),
		TEST(test_login_drops_expired_tokens),
		TEST(test_success_forgives),
		TEST(test_guessing_is_slowed),
		TEST(test_guessing_is_slowed_where_nobody_is),
		TEST(test_tries_are_forgotten),
		TEST(test_wait_has_a_limit),
		TEST(test_key_file_is_private),
		TEST(test_damaged_key_file),
		TEST(test_other_or_lost_key),
		TEST(test_processes_agree_on_one_key),
		TEST(test_token_of_another_store),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
