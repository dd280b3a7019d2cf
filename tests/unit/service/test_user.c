/* SPDX-License-Identifier: MIT */
/* Admins look after accounts: by whom, what it changes, and what stays. */
#include "account_scene.h"

static void act_as(struct fixture *f, const char *email, const char *password)
{
	char *token = login(f, email, password);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	free(token);
}

static void act_as_admin(struct fixture *f)
{
	act_as(f, ADMIN_EMAIL, ADMIN_PASSWORD);
}

static enum shop_status update(struct fixture *f, const char *name,
			       const struct shop_user_change *in)
{
	struct shop_user user;
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_user_update(f->shop, name, in, &user, &f->err);
	if (st == SHOP_OK)
		shop_user_done(&user);
	return st;
}

static enum shop_status set_role(struct fixture *f, const char *name, enum shop_role role)
{
	struct shop_user_change in = { .role = &role };
	return update(f, name, &in);
}

static enum shop_status delete (struct fixture *f, const char *name) {
	struct shop_user user; memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_user_delete(f->shop, name, &user, &f->err);
	if (st == SHOP_OK) shop_user_done(&user);
	return st;
}

static enum shop_status join(void *ctx, const struct shop_customer *c, struct shop_error *err)
{
	(void)err;
	char *text = ctx;
	snprintf(text + strlen(text), 256 - strlen(text), "%s ", c->email);
	return SHOP_OK;
}

static enum shop_status list(struct fixture *f, const enum shop_role *role, int64_t limit,
			     int64_t offset, char text[256])
{
	struct shop_user_filter filter = { role, limit, offset };
	text[0] = '\0';
	return shop_user_each(f->shop, &filter, join, text, &f->err);
}

static void test_who_may(void **state)
{
	struct fixture *f = *state;
	char text[256];
	struct shop_user user;
	struct shop_user_change name = { .name = "B" };
	static const enum shop_status expected[] = { SHOP_E_NOT_LOGGED_IN, SHOP_E_DENIED,
						     SHOP_E_DENIED };
	for (int i = 0; i < 3; i++) {
		if (i == 1)
			act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
		/* Her own account, and one that is not there, are no different. */
		const char *who = i == 2 ? "nobody@example.com" : ALICE_EMAIL;
		assert_int_equal(list(f, NULL, SHOP_NONE, SHOP_NONE, text), expected[i]);
		assert_int_equal(shop_user_get(f->shop, who, &user, &f->err), expected[i]);
		assert_int_equal(update(f, who, &name), expected[i]);
		assert_int_equal(delete (f, who), expected[i]);
	}
	act_as_admin(f);
	sql(f, "UPDATE token SET scope = 'read'");
	assert_int_equal(list(f, NULL, SHOP_NONE, SHOP_NONE, text), SHOP_OK);
	assert_int_equal(shop_user_get(f->shop, ALICE_EMAIL, &user, &f->err), SHOP_OK);
	shop_user_done(&user);
	assert_int_equal(update(f, ALICE_EMAIL, &name), SHOP_E_DENIED);
	assert_int_equal(delete (f, ALICE_EMAIL), SHOP_E_DENIED);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE name = 'Alice'"), 1);
}

static void test_list(void **state)
{
	struct fixture *f = *state;
	char text[256];
	enum shop_role admin = SHOP_ROLE_ADMIN, customer = SHOP_ROLE_CUSTOMER;
	struct shop_registration bob = { "bob@example.com", "Bob", "bob's password" };
	int64_t id;
	assert_int_equal(shop_register(f->shop, &bob, &id, &f->err), SHOP_OK);
	act_as_admin(f);
	static const char all[] = ADMIN_EMAIL " " ALICE_EMAIL " bob@example.com ";
	assert_int_equal(list(f, NULL, SHOP_NONE, SHOP_NONE, text), SHOP_OK);
	assert_string_equal(text, all);
	list(f, &admin, SHOP_NONE, SHOP_NONE, text);
	assert_string_equal(text, ADMIN_EMAIL " ");
	list(f, &customer, 1, SHOP_NONE, text);
	assert_string_equal(text, ALICE_EMAIL " ");
	list(f, NULL, SHOP_NONE, 2, text);
	assert_string_equal(text, "bob@example.com ");
	list(f, NULL, 5, 3, text);
	assert_string_equal(text, "");
}

static void test_get(void **state)
{
	struct fixture *f = *state;
	struct shop_user user;
	char number[32];
	act_as_admin(f);
	snprintf(number, sizeof(number), "#%lld", (long long)f->alice);
	const char *const names[] = { ALICE_EMAIL, "ALICE@EXAMPLE.COM", number, number + 1 };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_int_equal(shop_user_get(f->shop, names[i], &user, &f->err), SHOP_OK);
		assert_true(user.customer.id == f->alice);
		assert_true(user.orders == 0 && user.open_orders == 0 && user.reviews == 0);
		shop_user_done(&user);
	}
	static const char *const none[] = { "",
					    "#",
					    "0",
					    "-2",
					    "99",
					    "2x",
					    "9999999999999999999999",
					    "alice",
					    "%",
					    "' OR 1 = 1 --" };
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (shop_user_get(f->shop, none[i], &user, &f->err) != SHOP_E_NOT_FOUND)
			fail_msg("found '%s'", none[i]);
}

static void test_update(void **state)
{
	struct fixture *f = *state;
	struct shop_user user;
	enum shop_role admin = SHOP_ROLE_ADMIN;
	act_as_admin(f);
	struct shop_user_change in = { .name = "A", .email = "a@example.com", .role = &admin };
	assert_int_equal(shop_user_update(f->shop, ALICE_EMAIL, &in, &user, &f->err), SHOP_OK);
	assert_true(user.customer.id == f->alice);
	assert_string_equal(user.customer.name, "A");
	assert_string_equal(user.customer.email, "a@example.com");
	assert_int_equal(user.customer.role, SHOP_ROLE_ADMIN);
	shop_user_done(&user);
	free(login(f, "a@example.com", ALICE_PASSWORD));
	static const struct {
		struct shop_user_change in;
		enum shop_status expected;
	} rows[] = {
		{ { 0 }, SHOP_E_INVALID },
		{ { .name = "" }, SHOP_E_INVALID },
		{ { .email = "x" }, SHOP_E_INVALID },
		{ { .name = "B", .email = ADMIN_EMAIL }, SHOP_E_EXISTS },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(update(f, "a@example.com", &rows[i].in), rows[i].expected);
	assert_int_equal(update(f, "nobody@example.com", &in), SHOP_E_NOT_FOUND);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE name IN ('A', 'Admin')"), 2);
}

static void test_role_counts_at_once(void **state)
{
	struct fixture *f = *state;
	char text[256];
	char *alice = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	act_as_admin(f);
	assert_int_equal(set_role(f, ALICE_EMAIL, SHOP_ROLE_ADMIN), SHOP_OK);
	assert_int_equal(authenticate(f, alice), SHOP_OK);
	assert_int_equal(list(f, NULL, 1, SHOP_NONE, text), SHOP_OK);
	/* Demoted while the handle is open, and for the token that was made as an admin. */
	assert_int_equal(set_role(f, ALICE_EMAIL, SHOP_ROLE_CUSTOMER), SHOP_OK);
	assert_int_equal(list(f, NULL, 1, SHOP_NONE, text), SHOP_E_DENIED);
	assert_int_equal(set_role(f, ALICE_EMAIL, SHOP_ROLE_ADMIN), SHOP_E_DENIED);
	assert_int_equal(authenticate(f, alice), SHOP_OK);
	assert_int_equal(list(f, NULL, 1, SHOP_NONE, text), SHOP_E_DENIED);
	free(alice);
}

static void test_last_admin_stays(void **state)
{
	struct fixture *f = *state;
	act_as_admin(f);
	struct shop_user_change name = { .name = "Root" };
	assert_int_equal(set_role(f, ADMIN_EMAIL, SHOP_ROLE_CUSTOMER), SHOP_E_CONFLICT);
	assert_int_equal(delete (f, ADMIN_EMAIL), SHOP_E_CONFLICT);
	assert_int_equal(set_role(f, ADMIN_EMAIL, SHOP_ROLE_ADMIN), SHOP_OK);
	assert_int_equal(update(f, ADMIN_EMAIL, &name), SHOP_OK);
	assert_int_equal(set_role(f, ALICE_EMAIL, SHOP_ROLE_ADMIN), SHOP_OK);
	assert_int_equal(delete (f, ADMIN_EMAIL), SHOP_OK);
	/* Who has deleted himself is nobody. */
	assert_int_equal(delete (f, ALICE_EMAIL), SHOP_E_NOT_LOGGED_IN);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(delete (f, ALICE_EMAIL), SHOP_E_CONFLICT);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE role = 'admin'"), 1);
}

static void test_orders_stay_without_the_person(void **state)
{
	struct fixture *f = *state;
	struct shop_user user;
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	sql(f, "INSERT INTO product (id, sku, name, price_cents, stock, description, attributes, "
	       "things, created_at, updated_at) VALUES (1, 'S', 'N', 1, 1, '', '', '', 1, 1)");
	sql(f, "INSERT INTO purchase (id, customer_id, currency, items_cents, shipping_cents, "
	       "tax_cents, total_cents, payment_method, address_line, city, postal_code, country, "
	       "status, created_at) SELECT 7, id, 'USD', 5, 0, 0, 5, 'card', 'Elm St 1', 'Town', "
	       "'123', 'Land', 'paid', 1 FROM customer WHERE email = '" ALICE_EMAIL "'");
	sql(f, "INSERT INTO review (product_id, customer_id, author, rating, comment, created_at) "
	       "SELECT 1, id, 'Alice', 5, 'good', 1 FROM customer WHERE email = '" ALICE_EMAIL "'");
	sql(f, "INSERT INTO conversation (customer_id, created_at) "
	       "SELECT id, 1 FROM customer WHERE email = '" ALICE_EMAIL "'");
	act_as_admin(f);
	assert_int_equal(shop_user_delete(f->shop, ALICE_EMAIL, &user, &f->err), SHOP_OK);
	assert_string_equal(user.customer.email, ALICE_EMAIL);
	assert_true(user.orders == 1 && user.open_orders == 1 && user.reviews == 1);
	shop_user_done(&user);
	assert_int_equal(sql(f,
			     "SELECT count(*) FROM purchase WHERE id = 7 AND total_cents = 5 AND "
			     "coalesce(customer_id, address_line, city, postal_code, country) "
			     "IS NULL"),
			 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM review WHERE rating = 5 AND comment = 'good' "
				"AND customer_id IS NULL AND author NOT LIKE '%alice%'"),
			 1);
	assert_int_equal(sql(f,
			     "SELECT (SELECT count(*) FROM conversation) + (SELECT count(*) FROM "
			     "token WHERE customer_id <> (SELECT id FROM customer))"),
			 0);
	assert_int_equal(authenticate(f, token), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(try_login(f, ALICE_EMAIL, ALICE_PASSWORD), SHOP_E_NOT_LOGGED_IN);
	/* Whoever comes after, perhaps under the same number, is not let in by the old token. */
	struct shop_registration again = { ALICE_EMAIL, "Alice", ALICE_PASSWORD };
	int64_t id;
	assert_int_equal(shop_register(f->shop, &again, &id, &f->err), SHOP_OK);
	assert_int_equal(authenticate(f, token), SHOP_E_NOT_LOGGED_IN);
	free(token);
}

static void test_words(void **state)
{
	(void)state;
	enum shop_role role;
	assert_true(shop_role_find("admin", &role) && role == SHOP_ROLE_ADMIN);
	assert_true(shop_role_find("customer", &role) && role == SHOP_ROLE_CUSTOMER);
	assert_false(shop_role_find("Admin", &role) || shop_role_find("", &role));
}

static void test_new_password(void **state)
{
	struct fixture *f = *state;
	struct shop_user_change in = { .password = "another password" };
	act_as_admin(f);
	char *token = login(f, ALICE_EMAIL, ALICE_PASSWORD);
	for (int i = 0; i < 5; i++)
		assert_int_equal(try_login(f, ALICE_EMAIL, "a wrong one"), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(update(f, ALICE_EMAIL, &in), SHOP_OK);
	/* The old one is over, and what was made with it; the new one need not wait. */
	free(login(f, ALICE_EMAIL, "another password"));
	assert_int_equal(try_login(f, ALICE_EMAIL, ALICE_PASSWORD), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(authenticate(f, token), SHOP_E_LOGIN_EXPIRED);
	free(token);
	act_as_admin(f);
	in.password = "short";
	assert_int_equal(update(f, ALICE_EMAIL, &in), SHOP_E_INVALID);
	free(login(f, ALICE_EMAIL, "another password"));
	/* A token alone is not worth the account. */
	in.password = "long enough";
	assert_int_equal(update(f, ADMIN_EMAIL, &in), SHOP_E_DENIED);
	free(login(f, ADMIN_EMAIL, ADMIN_PASSWORD));
	act_as(f, ALICE_EMAIL, "another password");
	assert_int_equal(update(f, ADMIN_EMAIL, &in), SHOP_E_DENIED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_new_password),
		TEST(test_who_may),
		TEST(test_list),
		TEST(test_get),
		TEST(test_update),
		TEST(test_role_counts_at_once),
		TEST(test_last_admin_stays),
		TEST(test_orders_stay_without_the_person),
		cmocka_unit_test(test_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
