/* SPDX-License-Identifier: MIT */
/* Customers and tokens as rows. */
#include <string.h>

#include "store/customer.h"
#include "store/token.h"
#include "support/store.h"

enum { THEN = 1000 };

static int64_t insert(struct store *s, const char *email, enum shop_role role)
{
	struct customer_new c = { email, "Name", "hash", role, THEN };
	int64_t id = 0;
	assert_int_equal(customer_insert(s->db, &c, &id, &s->err), SHOP_OK);
	assert_true(id > 0);
	return id;
}

static void test_comes_back(void **state)
{
	struct store *s = *state;
	struct customer_row row;
	int64_t id = insert(s, "Alice@Example.com", SHOP_ROLE_CUSTOMER);
	assert_int_equal(customer_find_email(s->db, "alice@example.COM", &row, &s->err), SHOP_OK);
	assert_true(row.customer.id == id);
	assert_string_equal(row.customer.email, "Alice@Example.com");
	assert_string_equal(row.customer.name, "Name");
	assert_int_equal(row.customer.role, SHOP_ROLE_CUSTOMER);
	assert_null(row.customer.address_line);
	assert_int_equal(row.customer.created_at, THEN);
	assert_string_equal(row.password_hash, "hash");
	assert_int_equal(row.tokens_after, 0);
	customer_row_done(&row);
	customer_row_done(&row);
	assert_int_equal(customer_find_id(s->db, id, &row, &s->err), SHOP_OK);
	assert_true(row.customer.id == id);
	customer_row_done(&row);
}

static void test_none(void **state)
{
	struct store *s = *state;
	struct customer_row row = { .customer.id = 7 };
	insert(s, "alice@example.com", SHOP_ROLE_CUSTOMER);
	assert_int_equal(customer_find_email(s->db, "%", &row, &s->err), SHOP_OK);
	assert_true(row.customer.id == 0);
	assert_int_equal(customer_find_id(s->db, 99, &row, &s->err), SHOP_OK);
	assert_true(row.customer.id == 0);
	assert_null(row.password_hash);
}

static void test_email_is_taken(void **state)
{
	struct store *s = *state;
	int64_t id = -7;
	insert(s, "alice@example.com", SHOP_ROLE_CUSTOMER);
	struct customer_new again = { "ALICE@example.com", "B", "h", SHOP_ROLE_ADMIN, THEN };
	assert_int_equal(customer_insert(s->db, &again, &id, &s->err), SHOP_E_EXISTS);
	assert_string_equal(s->err.text, "the e-mail address 'ALICE@example.com' is taken");
	assert_true(id == -7);
	assert_int_equal(customer_insert(s->db, &again, &id, NULL), SHOP_E_EXISTS);
}

static void test_roles(void **state)
{
	struct store *s = *state;
	struct customer_row row;
	int64_t id = insert(s, "root@example.com", SHOP_ROLE_ADMIN);
	assert_int_equal(customer_find_id(s->db, id, &row, &s->err), SHOP_OK);
	assert_int_equal(row.customer.role, SHOP_ROLE_ADMIN);
	customer_row_done(&row);
	assert_string_equal(role_word(SHOP_ROLE_ADMIN), "admin");
	assert_string_equal(role_word(SHOP_ROLE_CUSTOMER), "customer");
}

static void test_login_tries(void **state)
{
	struct store *s = *state;
	struct login_tries tries = { 7, 7 };
	assert_int_equal(login_try_get(s->db, 1, &tries, &s->err), SHOP_OK);
	assert_true(tries.count == 0);
	assert_int_equal(login_try_add(s->db, 1, 2000, 1000, &s->err), SHOP_OK);
	assert_int_equal(login_try_add(s->db, 1, 3000, 2000, &s->err), SHOP_OK);
	assert_int_equal(login_try_add(s->db, 2, 2500, 1000, &s->err), SHOP_OK);
	login_try_get(s->db, 1, &tries, &s->err);
	assert_true(tries.count == 2 && tries.last_at == 3000);
	/* The last try was long ago: this one is the first. */
	login_try_add(s->db, 1, 9000, 3001, &s->err);
	login_try_get(s->db, 1, &tries, &s->err);
	assert_true(tries.count == 1 && tries.last_at == 9000);
	assert_int_equal(login_try_trim(s->db, 2501, 10, &s->err), SHOP_OK);
	login_try_get(s->db, 2, &tries, &s->err);
	assert_true(tries.count == 0);
	login_try_add(s->db, 2, 9001, 0, &s->err);
	assert_int_equal(login_try_trim(s->db, 0, 1, &s->err), SHOP_OK);
	assert_int_equal(scratch_sql(s->path, "SELECT sum(address) FROM login_try"), 2);
	assert_int_equal(login_try_forget(s->db, 2, &s->err), SHOP_OK);
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM login_try"), 0);
}

static struct token_new token_of(int64_t customer)
{
	return (struct token_new){ .id = "t1",
				   .name = "login",
				   .customer = customer,
				   .issued_at = 100,
				   .expires_at = 200,
				   .scope = SHOP_SCOPE_READ,
				   .password_hash = "hash" };
}

static void test_tokens(void **state)
{
	struct store *s = *state;
	struct token_row row;
	bool made = false;
	int64_t id = insert(s, "alice@example.com", SHOP_ROLE_ADMIN);
	struct token_new token = token_of(id);
	assert_int_equal(token_insert(s->db, &token, &made, &s->err), SHOP_OK);
	assert_true(made);
	assert_int_equal(token_find(s->db, "t1", &row, &s->err), SHOP_OK);
	assert_true(row.customer == id);
	assert_int_equal(row.scope, SHOP_SCOPE_READ);
	assert_int_equal(row.role, SHOP_ROLE_ADMIN);
	assert_int_equal(row.issued_at, 100);
	assert_int_equal(row.expires_at, 200);
	assert_true(row.revoked_at == SHOP_NONE);
	assert_int_equal(token_revoke(s->db, "t1", 150, &s->err), SHOP_OK);
	assert_int_equal(token_revoke(s->db, "t1", 160, &s->err), SHOP_OK);
	token_find(s->db, "t1", &row, &s->err);
	assert_int_equal(row.revoked_at, 150);
	assert_int_equal(token_find(s->db, "t2", &row, &s->err), SHOP_OK);
	assert_true(row.customer == 0);
}

/* A login that began before the password was changed must not end with a token. */
static void test_token_needs_the_password(void **state)
{
	struct store *s = *state;
	bool made = true;
	int64_t id = insert(s, "alice@example.com", SHOP_ROLE_CUSTOMER);
	struct token_new token = token_of(id);
	token.password_hash = "old hash";
	assert_int_equal(token_insert(s->db, &token, &made, &s->err), SHOP_OK);
	assert_false(made);
	token = token_of(id + 1);
	made = true;
	assert_int_equal(token_insert(s->db, &token, &made, &s->err), SHOP_OK);
	assert_false(made);
	assert_int_equal(scratch_sql(s->path, "SELECT count(*) FROM token"), 0);
}

static void test_expired_tokens_go(void **state)
{
	struct store *s = *state;
	bool made;
	int64_t alice = insert(s, "alice@example.com", SHOP_ROLE_CUSTOMER);
	int64_t bob = insert(s, "bob@example.com", SHOP_ROLE_CUSTOMER);
	struct token_new token = token_of(alice);
	token_insert(s->db, &token, &made, &s->err);
	token.id = "t2";
	token.expires_at = 201;
	token_insert(s->db, &token, &made, &s->err);
	token = token_of(bob);
	token.id = "t3";
	token_insert(s->db, &token, &made, &s->err);
	assert_int_equal(token_delete_expired(s->db, alice, 200, &s->err), SHOP_OK);
	struct token_row row;
	token_find(s->db, "t1", &row, &s->err);
	assert_true(row.customer == 0);
	token_find(s->db, "t2", &row, &s->err);
	assert_true(row.customer == alice);
	token_find(s->db, "t3", &row, &s->err);
	assert_true(row.customer == bob);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(test_comes_back),
		STORE_TEST(test_none),
		STORE_TEST(test_email_is_taken),
		STORE_TEST(test_roles),
		STORE_TEST(test_login_tries),
		STORE_TEST(test_tokens),
		STORE_TEST(test_token_needs_the_password),
		STORE_TEST(test_expired_tokens_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
