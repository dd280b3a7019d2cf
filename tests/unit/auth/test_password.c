/* SPDX-License-Identifier: MIT */
/* Passwords: what is hashed is recognised, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "auth/auth.h"

extern const struct auth_ops auth_module;

static void hash_of(const char *password, char out[AUTH_HASH_SIZE])
{
	struct shop_error err = { 0 };
	assert_int_equal(auth_module.password_hash(password, out, &err), SHOP_OK);
}

static void test_recognises_only_the_password(void **state)
{
	(void)state;
	char hash[AUTH_HASH_SIZE];
	hash_of("correct horse", hash);
	assert_true(auth_module.password_matches(hash, "correct horse"));
	assert_false(auth_module.password_matches(hash, "correct hors"));
	assert_false(auth_module.password_matches(hash, "correct horse "));
	assert_false(auth_module.password_matches(hash, "Correct horse"));
	assert_false(auth_module.password_matches(hash, ""));
}

static void test_hash_names_its_cost_and_hides_the_password(void **state)
{
	(void)state;
	char first[AUTH_HASH_SIZE], second[AUTH_HASH_SIZE];
	hash_of("correct horse", first);
	hash_of("correct horse", second);
	assert_string_not_equal(first, second); /* salted */
	const char *cost = "$argon2id$v=19$m=65536,t=2,p=1$";
	assert_int_equal(strncmp(first, cost, strlen(cost)), 0);
	assert_null(strstr(first, "correct"));
}

static void test_bytes_beyond_ascii_count(void **state)
{
	(void)state;
	char hash[AUTH_HASH_SIZE];
	hash_of("\xff\x01 \xc3\xa9", hash);
	assert_true(auth_module.password_matches(hash, "\xff\x01 \xc3\xa9"));
	assert_false(auth_module.password_matches(hash, "\xff\x01 \xc3\xa8"));
}

static void test_damaged_hash_never_matches(void **state)
{
	(void)state;
	static const char *const hashes[] = {
		"",
		"secret-password",
		"$argon2id$",
		"$argon2id$v=19$m=65536,t=2,p=1$",
		"$argon2id$v=19$m=65536,t=2,p=1$$",
		"$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0$",
		"$argon2id$v=19$m=,t=2,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0c2FsdHNhbHQ",
		"$argon2id$v=19$m=-1,t=2,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0c2FsdHNhbHQ",
		/* Three quarters of a terabyte, and years. */
		"$argon2id$v=19$m=805306368,t=2,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0c2FsdHNhbHQ",
		"$argon2id$v=19$m=65536,t=999999999,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0c2FsdHNh",
		"$argon2i$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0$c2FsdHNhbHRzYWx0c2FsdHNhbHQ",
	};
	for (size_t i = 0; i < sizeof(hashes) / sizeof(hashes[0]); i++)
		assert_false(auth_module.password_matches(hashes[i], "secret-password"));
	char longer[4096];
	memset(longer, 'A', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	assert_false(auth_module.password_matches(longer, "secret-password"));
}

static double seconds_of(const char *hash)
{
	struct timespec from, to;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	assert_false(auth_module.password_matches(hash, "a wrong password"));
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* Processor time, least of several: what another process does at the time hardly shows. */
static void test_no_hash_and_a_damaged_one_take_as_long(void **state)
{
	(void)state;
	/* What an import may bring: one that costs less, and one with bits too many at its end. */
	static const char cheap[] = "$argon2id$v=19$m=4096,t=2,p=1$bG9uZ2Vyc2FsdHdoaWNoaXNsb25nZXI$"
				    "fwORTRRLbxyfD8EG/dQOMg4z2fdi4GCf";
	enum { HASHES = 5 };
	char hash[AUTH_HASH_SIZE], odd[AUTH_HASH_SIZE];
	hash_of("correct horse", hash);
	memcpy(odd, hash, sizeof(odd));
	odd[strlen(odd) - 1]++;
	const char *hashes[HASHES] = { hash, NULL, "damaged", cheap, odd };
	double least[HASHES] = { 1e9, 1e9, 1e9, 1e9, 1e9 };
	for (int round = 0; round < 5; round++)
		for (int i = 0; i < HASHES; i++) {
			double s = seconds_of(hashes[i]);
			least[i] = s < least[i] ? s : least[i];
		}
	for (int i = 1; i < HASHES; i++) {
		assert_true(least[i] > least[0] * 0.7);
		assert_true(least[i] < least[0] * 1.4);
	}
}

static void test_random_is_random(void **state)
{
	(void)state;
	unsigned char a[AUTH_KEY_SIZE], b[AUTH_KEY_SIZE];
	struct auth_claims c = { 0 }, d = { 0 };
	assert_int_equal(auth_module.key_make(a, NULL), SHOP_OK);
	assert_int_equal(auth_module.key_make(b, NULL), SHOP_OK);
	assert_memory_not_equal(a, b, sizeof(a));
	assert_int_equal(auth_module.id_make(&c, NULL), SHOP_OK);
	assert_int_equal(auth_module.id_make(&d, NULL), SHOP_OK);
	assert_string_not_equal(c.id, d.id);
	assert_int_equal(strspn(c.id, "0123456789abcdef"), AUTH_ID_SIZE - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_recognises_only_the_password),
		cmocka_unit_test(test_hash_names_its_cost_and_hides_the_password),
		cmocka_unit_test(test_bytes_beyond_ascii_count),
		cmocka_unit_test(test_damaged_hash_never_matches),
		cmocka_unit_test(test_no_hash_and_a_damaged_one_take_as_long),
		cmocka_unit_test(test_random_is_random),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
