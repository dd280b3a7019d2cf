/* SPDX-License-Identifier: MIT */
/* A customer changes his account: what may be changed, by whom, and what a new password ends. */
#include "account_scene.h"

static enum shop_status update(struct fixture *f, const struct shop_profile_change *in,
			       char **ret_token)
{
	char *token = NULL;
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_profile_update(f->shop, in, &token, &f->err);
	if (st == SHOP_OK)
		assert_true((token != NULL) == (in->new_password != NULL));
	else
		assert_null(token);
	if (ret_token != NULL)
		*ret_token = token;
	else
		free(token);
	return st;
}

static enum shop_status update_password(struct fixture *f, const char *current, const char *fresh,
					char **ret_token)
{
	struct shop_profile_change in = { .password = current, .new_password = fresh };
	return update(f, &in, ret_token);
}

static char *act_as_alice(struct fixture *f)
{
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	return token;
}

static struct shop_identity me(struct fixture *f)
{
	struct shop_identity who;
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_OK);
	return who;
}

static void test_everything_changes(void **state)
{
	struct fixture *f = *state;
	free(act_as_alice(f));
	struct shop_address address = { "1 Elm St, Apt 2", "Town", "12 345", "Land" };
	struct shop_profile_change in = { .name = "Alice B",
					  .email = "new@example.com",
					  .address = &address };
	assert_int_equal(update(f, &in, NULL), SHOP_OK);
	struct shop_identity who = me(f);
	assert_true(who.customer.id == f->alice);
	assert_string_equal(who.customer.name, "Alice B");
	assert_string_equal(who.customer.email, "new@example.com");
	assert_string_equal(who.customer.address_line, "1 Elm St, Apt 2");
	assert_string_equal(who.customer.city, "Town");
	assert_string_equal(who.customer.postal_code, "12 345");
	assert_string_equal(who.customer.country, "Land");
	int64_t made = who.customer.created_at;
	shop_identity_done(&who);
	free(login(f, "new@example.com", ALICE_PASSWORD));
	assert_int_equal(try_login(f, ALICE_EMAIL, ALICE_PASSWORD), SHOP_E_NOT_LOGGED_IN);
	/* One thing alone leaves the others. */
	struct shop_profile_change name = { .name = "A" };
	assert_int_equal(update(f, &name, NULL), SHOP_OK);
	struct shop_profile_change none = { .no_address = true };
	assert_int_equal(update(f, &none, NULL), SHOP_OK);
	who = me(f);
	assert_string_equal(who.customer.name, "A");
	assert_string_equal(who.customer.email, "new@example.com");
	assert_null(who.customer.address_line);
	assert_null(who.customer.country);
	assert_true(who.customer.created_at == made);
	shop_identity_done(&who);
}

static void test_nothing_changes(void **state)
{
	struct fixture *f = *state;
	free(act_as_alice(f));
	static const struct {
		struct shop_profile_change in;
		enum shop_status expected;
	} rows[] = {
		{ { 0 }, SHOP_E_INVALID },
		{ { .password = ALICE_PASSWORD }, SHOP_E_INVALID },
		{ { .name = "" }, SHOP_E_INVALID },
		{ { .name = "B\n" }, SHOP_E_INVALID },
		{ { .name = "B", .email = "nothing" }, SHOP_E_INVALID },
		{ { .name = "B", .email = ADMIN_EMAIL }, SHOP_E_EXISTS },
		{ { .name = "B", .email = "ADMIN@EXAMPLE.com" }, SHOP_E_EXISTS },
		{ { .name = "B", .password = ALICE_PASSWORD, .new_password = "short" },
		  SHOP_E_INVALID },
		{ { .name = "B", .password = "not hers at all", .new_password = "long enough" },
		  SHOP_E_DENIED },
		{ { .name = "B", .new_password = "long enough" }, SHOP_E_DENIED },
		{ { .email = ADMIN_EMAIL,
		    .password = ALICE_PASSWORD,
		    .new_password = "long enough" },
		  SHOP_E_EXISTS },
	};
	int64_t before = sql(f, "SELECT count(*) FROM customer WHERE name = 'Alice' AND email = "
				"'" ALICE_EMAIL "' AND tokens_after = 0");
	assert_int_equal(before, 1);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (update(f, &rows[i].in, NULL) != rows[i].expected)
			fail_msg("row %zu: %s", i, f->err.text);
		assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE name = 'Alice' AND "
					"email = '" ALICE_EMAIL "' AND tokens_after = 0"),
				 1);
	}
	assert_int_equal(sql(f, "SELECT count(*) FROM token WHERE revoked_at IS NULL"), 1);
	/* What looks like the same address may be written otherwise. */
	struct shop_profile_change same = { .email = "Alice@Example.com" };
	assert_int_equal(update(f, &same, NULL), SHOP_OK);
}

static void test_who_may(void **state)
{
	struct fixture *f = *state;
	struct shop_profile_change in = { .name = "B" };
	assert_int_equal(update(f, &in, NULL), SHOP_E_NOT_LOGGED_IN);
	free(act_as_alice(f));
	sql(f, "UPDATE token SET scope = 'read'");
	assert_int_equal(update(f, &in, NULL), SHOP_E_DENIED);
	assert_int_equal(update_password(f, ALICE_PASSWORD, "long enough", NULL), SHOP_E_DENIED);
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 0);
}

static void test_new_password_ends_the_old(void **state)
{
	struct fixture *f = *state;
	char *other = login(f, ALICE_EMAIL, ALICE_PASSWORD), *fresh = NULL;
	char *admin = login(f, ADMIN_EMAIL, ADMIN_PASSWORD);
	char *old = act_as_alice(f), *named = NULL;
	struct shop_token_wish wish = { "cron", SHOP_SCOPE_READ, 3600 };
	struct shop_token made;
	assert_int_equal(shop_token_create(f->shop, &wish, &named, &made, &f->err), SHOP_OK);
	shop_token_done(&made);
	assert_int_equal(update_password(f, ALICE_PASSWORD, "another password", &fresh), SHOP_OK);
	/* The handle goes on, with the new login. */
	struct shop_identity who = me(f);
	assert_true(who.customer.id == f->alice);
	assert_int_equal(who.scope, SHOP_SCOPE_FULL);
	shop_identity_done(&who);
	assert_int_equal(authenticate(f, old), SHOP_E_LOGIN_EXPIRED);
	assert_string_equal(f->err.text, "the login has been revoked");
	assert_int_equal(authenticate(f, other), SHOP_E_LOGIN_EXPIRED);
	assert_int_equal(authenticate(f, named), SHOP_E_LOGIN_EXPIRED);
	assert_int_equal(authenticate(f, fresh), SHOP_OK);
	assert_int_equal(authenticate(f, admin), SHOP_OK);
	assert_int_equal(try_login(f, ALICE_EMAIL, ALICE_PASSWORD), SHOP_E_NOT_LOGGED_IN);
	free(login(f, ALICE_EMAIL, "another password"));
	free(other);
	free(fresh);
	free(admin);
	free(old);
	free(named);
}

/* Also within one second, which is as fine as times are. */
static void test_twice_in_a_second(void **state)
{
	struct fixture *f = *state;
	char *first = NULL, *second = NULL;
	free(act_as_alice(f));
	assert_int_equal(update_password(f, ALICE_PASSWORD, "password two", &first), SHOP_OK);
	assert_int_equal(update_password(f, "password two", "password three", &second), SHOP_OK);
	assert_int_equal(authenticate(f, first), SHOP_E_LOGIN_EXPIRED);
	assert_int_equal(authenticate(f, second), SHOP_OK);
	assert_int_equal(sql(f, "SELECT count(*) FROM token WHERE revoked_at IS NULL"), 1);
	free(first);
	free(second);
}

static void test_login_goes_on(void **state)
{
	struct fixture *f = *state;
	struct shop_chat question = { .message = "hello", .conversation = SHOP_NONE };
	struct shop_answer answer;
	free(act_as_alice(f));
	assert_int_equal(shop_chat_ask(f->shop, &question, &answer, &f->err), SHOP_OK);
	int64_t conversation = answer.conversation;
	shop_answer_done(&answer);
	assert_int_equal(update_password(f, ALICE_PASSWORD, "another password", NULL), SHOP_OK);
	assert_int_equal(shop_chat_ask(f->shop, &question, &answer, &f->err), SHOP_OK);
	assert_true(answer.conversation == conversation);
	shop_answer_done(&answer);
}

static void test_guessing_the_current_one(void **state)
{
	struct fixture *f = *state;
	free(act_as_alice(f));
	for (int i = 0; i < 5; i++) {
		assert_int_equal(update_password(f, "a guess of it", "long enough", NULL),
				 SHOP_E_DENIED);
		assert_string_equal(f->err.text, "the current password is wrong");
	}
	assert_int_equal(update_password(f, ALICE_PASSWORD, "long enough", NULL), SHOP_E_DENIED);
	assert_string_equal(f->err.text, "too many failed logins");
	/* The same count as that of logins. */
	assert_int_equal(try_login(f, ALICE_EMAIL, ALICE_PASSWORD), SHOP_E_NOT_LOGGED_IN);
	sql(f, "UPDATE login_try SET last_at = last_at - 30");
	assert_int_equal(update_password(f, ALICE_PASSWORD, "long enough", NULL), SHOP_OK);
	assert_int_equal(sql(f, "SELECT count(*) FROM login_try"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_everything_changes),
		TEST(test_nothing_changes),
		TEST(test_who_may),
		TEST(test_new_password_ends_the_old),
		TEST(test_twice_in_a_second),
		TEST(test_login_goes_on),
		TEST(test_guessing_the_current_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
