/* SPDX-License-Identifier: MIT */
/* Named tokens: what they may do, how long, and how they end. */
#include "account_scene.h"

enum { HOUR = 60 * 60, DAY = 24 * HOUR };

static void act(struct fixture *f, const char *token)
{
	assert_int_equal(authenticate(f, token), SHOP_OK);
}

static void act_as(struct fixture *f, const char *email, const char *password)
{
	char *token = login(f, email, password);
	act(f, token);
	free(token);
}

static enum shop_status try_create(struct fixture *f, const char *name, enum shop_scope scope,
				   int64_t lifetime)
{
	struct shop_token_wish wish = { name, scope, lifetime };
	struct shop_token token;
	char *text = NULL;
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_token_create(f->shop, &wish, &text, &token, &f->err);
	if (st == SHOP_OK)
		shop_token_done(&token);
	assert_true((text != NULL) == (st == SHOP_OK));
	free(text);
	return st;
}

static char *make(struct fixture *f, const char *name, enum shop_scope scope, int64_t lifetime,
		  struct shop_token *ret)
{
	struct shop_token_wish wish = { name, scope, lifetime };
	char *text = NULL;
	assert_int_equal(shop_token_create(f->shop, &wish, &text, ret, &f->err), SHOP_OK);
	return text;
}

static enum shop_status end_token(struct fixture *f, const char *name)
{
	struct shop_token token;
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_token_revoke(f->shop, name, &token, &f->err);
	if (st == SHOP_OK) {
		assert_int_equal(token.state, SHOP_TOKEN_REVOKED);
		shop_token_done(&token);
	}
	return st;
}

static void test_is_what_was_wished(void **state)
{
	struct fixture *f = *state;
	struct shop_token token;
	struct shop_identity who;
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	char *text = make(f, "cron", SHOP_SCOPE_READ, 90 * DAY, &token);
	assert_string_equal(token.name, "cron");
	assert_int_equal(token.scope, SHOP_SCOPE_READ);
	assert_int_equal(token.state, SHOP_TOKEN_ACTIVE);
	assert_true(token.expires_at - token.issued_at == 90 * DAY);
	assert_false(token.login || token.current);
	assert_int_equal(strlen(token.id), 32);
	act(f, text);
	assert_int_equal(shop_whoami(f->shop, &who, &f->err), SHOP_OK);
	assert_true(who.customer.id == f->alice);
	assert_int_equal(who.scope, SHOP_SCOPE_READ);
	assert_true(who.expires_at == token.expires_at);
	shop_identity_done(&who);
	/* It may read, and change nothing. */
	assert_int_equal(try_create(f, "more", SHOP_SCOPE_READ, HOUR), SHOP_E_DENIED);
	assert_int_equal(end_token(f, "cron"), SHOP_E_DENIED);
	assert_int_equal(shop_logout(f->shop, &f->err), SHOP_OK);
	shop_token_done(&token);
	free(text);
}

static void test_limits(void **state)
{
	struct fixture *f = *state;
	char name[103];
	assert_int_equal(try_create(f, "x", SHOP_SCOPE_READ, HOUR), SHOP_E_NOT_LOGGED_IN);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(try_create(f, "a", SHOP_SCOPE_READ, 1), SHOP_OK);
	assert_int_equal(try_create(f, "b", SHOP_SCOPE_FULL, 366 * DAY), SHOP_OK);
	assert_int_equal(try_create(f, "c", SHOP_SCOPE_READ, 366 * DAY + 1), SHOP_E_INVALID);
	assert_int_equal(try_create(f, "c", SHOP_SCOPE_READ, 0), SHOP_E_INVALID);
	assert_int_equal(try_create(f, "c", SHOP_SCOPE_READ, -1), SHOP_E_INVALID);
	assert_int_equal(try_create(f, "c", SHOP_SCOPE_READ, SHOP_NONE), SHOP_E_INVALID);
	static const char *const names[] = { "", " ", "login", "a\nb", "a\x1b[0m", "\xff" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (try_create(f, names[i], SHOP_SCOPE_READ, HOUR) != SHOP_E_INVALID)
			fail_msg("took the name number %zu", i);
	memset(name, 'n', sizeof(name));
	name[101] = '\0';
	assert_int_equal(try_create(f, name, SHOP_SCOPE_READ, HOUR), SHOP_E_INVALID);
	name[100] = '\0';
	assert_int_equal(try_create(f, name, SHOP_SCOPE_READ, HOUR), SHOP_OK);
	assert_int_equal(sql(f, "SELECT count(*) FROM token WHERE name <> 'login'"), 3);
}

static void test_names(void **state)
{
	struct fixture *f = *state;
	act_as(f, ADMIN_EMAIL, ADMIN_PASSWORD);
	assert_int_equal(try_create(f, "cron", SHOP_SCOPE_READ, HOUR), SHOP_OK);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	/* Another's is no hindrance, and cannot be seen or ended. */
	assert_int_equal(end_token(f, "cron"), SHOP_E_NOT_FOUND);
	assert_int_equal(try_create(f, "cron", SHOP_SCOPE_READ, HOUR), SHOP_OK);
	assert_int_equal(try_create(f, "cron", SHOP_SCOPE_FULL, HOUR), SHOP_E_EXISTS);
	assert_int_equal(end_token(f, "cron"), SHOP_OK);
	assert_int_equal(end_token(f, "cron"), SHOP_E_CONFLICT);
	/* The name is free again when the token is over. */
	assert_int_equal(try_create(f, "cron", SHOP_SCOPE_READ, HOUR), SHOP_OK);
	assert_int_equal(end_token(f, "cron"), SHOP_OK);
	assert_int_equal(try_create(f, "cron", SHOP_SCOPE_READ, HOUR), SHOP_OK);
	sql(f, "UPDATE token SET expires_at = 1 WHERE name = 'cron'");
	assert_int_equal(end_token(f, "cron"), SHOP_E_CONFLICT);
	assert_int_equal(try_create(f, "cron", SHOP_SCOPE_READ, HOUR), SHOP_OK);
}

static void test_revoked_token(void **state)
{
	struct fixture *f = *state;
	struct shop_token token;
	char beginning[9], *mine = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	act(f, mine);
	char *text = make(f, "cron", SHOP_SCOPE_FULL, HOUR, &token);
	memcpy(beginning, token.id, 8);
	beginning[7] = '\0';
	assert_int_equal(end_token(f, beginning), SHOP_E_NOT_FOUND);
	memcpy(beginning, token.id, 9);
	beginning[8] = '\0';
	act(f, text);
	act(f, mine);
	assert_int_equal(end_token(f, beginning), SHOP_OK);
	assert_int_equal(authenticate(f, text), SHOP_E_LOGIN_EXPIRED);
	act(f, mine);
	assert_int_equal(end_token(f, token.id), SHOP_E_CONFLICT);
	shop_token_done(&token);
	free(text);
	/* Logins all have one name; each is ended by its id, one's own too. */
	free(login(f, ALICE_EMAIL, ALICE_PASSWORD));
	assert_int_equal(end_token(f, "login"), SHOP_E_CONFLICT);
	struct shop_tokens list;
	assert_int_equal(shop_token_list(f->shop, &list, &f->err), SHOP_OK);
	assert_int_equal(list.count, 3);
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].current)
			assert_int_equal(end_token(f, list.items[i].id), SHOP_OK);
	shop_tokens_done(&list);
	assert_int_equal(shop_token_list(f->shop, &list, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(authenticate(f, mine), SHOP_E_LOGIN_EXPIRED);
	free(mine);
}

static void test_list_tells_what_became_of_them(void **state)
{
	struct fixture *f = *state;
	struct shop_tokens list;
	assert_int_equal(shop_token_list(f->shop, &list, &f->err), SHOP_E_NOT_LOGGED_IN);
	act_as(f, ADMIN_EMAIL, ADMIN_PASSWORD);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(try_create(f, "a", SHOP_SCOPE_READ, HOUR), SHOP_OK);
	assert_int_equal(try_create(f, "b", SHOP_SCOPE_FULL, HOUR), SHOP_OK);
	assert_int_equal(try_create(f, "c", SHOP_SCOPE_FULL, HOUR), SHOP_OK);
	assert_int_equal(end_token(f, "b"), SHOP_OK);
	sql(f, "UPDATE token SET expires_at = 5 WHERE name = 'c'");
	assert_int_equal(shop_token_list(f->shop, &list, &f->err), SHOP_OK);
	assert_int_equal(list.count, 4);
	int seen = 0;
	for (size_t i = 0; i < list.count; i++) {
		const struct shop_token *t = &list.items[i];
		char c = t->name[0];
		seen += c == 'a' ? 1 : c == 'b' ? 10 : c == 'c' ? 100 : 1000;
		assert_int_equal(t->state, c == 'b'   ? SHOP_TOKEN_REVOKED
					   : c == 'c' ? SHOP_TOKEN_EXPIRED
						      : SHOP_TOKEN_ACTIVE);
		assert_int_equal(t->scope, c == 'a' ? SHOP_SCOPE_READ : SHOP_SCOPE_FULL);
		assert_int_equal(t->login, c == 'l');
		assert_int_equal(t->current, c == 'l');
		assert_string_equal(shop_token_state_word(t->state), c == 'b'   ? "revoked"
								     : c == 'c' ? "expired"
										: "active");
	}
	assert_int_equal(seen, 1111);
	shop_tokens_done(&list);
}

/* Whoever finds a token must not be able to keep its rights for ever. */
static void test_token_of_a_token(void **state)
{
	struct fixture *f = *state;
	struct shop_token first, second;
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	char *text = make(f, "first", SHOP_SCOPE_FULL, HOUR, &first);
	act(f, text);
	free(make(f, "second", SHOP_SCOPE_FULL, DAY, &second));
	assert_true(second.expires_at == first.expires_at);
	shop_token_done(&second);
	free(make(f, "third", SHOP_SCOPE_READ, 60, &second));
	assert_true(second.expires_at < first.expires_at);
	shop_token_done(&second);
	shop_token_done(&first);
	free(text);
}

/* A handle that stays open is told by the store as well. */
static void test_handle_asks_again(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *change, *why;
	} rows[] = {
		{ "UPDATE token SET revoked_at = 1", "the login has been revoked" },
		{ "UPDATE token SET expires_at = 1", "the login has expired" },
		{ "UPDATE customer SET tokens_after = 1 + strftime('%s', 'now', '+1 day')",
		  "the login has been revoked" },
		{ "DELETE FROM customer WHERE email = '" ALICE_EMAIL "'",
		  "this account has been deleted" },
	};
	struct shop_tokens list;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sql(f, "UPDATE customer SET tokens_after = 0");
		act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
		sql(f, rows[i].change);
		assert_int_equal(shop_token_list(f->shop, &list, &f->err), SHOP_E_LOGIN_EXPIRED);
		assert_string_equal(f->err.text, rows[i].why);
		assert_int_equal(shop_token_list(f->shop, &list, &f->err), SHOP_E_NOT_LOGGED_IN);
	}
	act_as(f, ADMIN_EMAIL, ADMIN_PASSWORD);
	sql(f, "UPDATE token SET scope = 'read'");
	assert_int_equal(try_create(f, "x", SHOP_SCOPE_READ, HOUR), SHOP_E_DENIED);
}

static void test_words(void **state)
{
	(void)state;
	enum shop_scope scope;
	assert_true(shop_scope_find("read", &scope) && scope == SHOP_SCOPE_READ);
	assert_true(shop_scope_find("full", &scope) && scope == SHOP_SCOPE_FULL);
	assert_false(shop_scope_find("Full", &scope));
	assert_string_equal(shop_scope_word(SHOP_SCOPE_READ), "read");
	assert_string_equal(shop_scope_word(SHOP_SCOPE_FULL), "full");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_is_what_was_wished),
		TEST(test_limits),
		TEST(test_names),
		TEST(test_revoked_token),
		TEST(test_list_tells_what_became_of_them),
		TEST(test_token_of_a_token),
		TEST(test_handle_asks_again),
		cmocka_unit_test(test_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
