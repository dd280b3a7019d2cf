/* SPDX-License-Identifier: MIT */
/* Records of users: passwords, rights, addresses. */

#include "loader.h"

static enum shop_status login(struct fixture *f, const char *email, const char *password)
{
	CLEANUP(free_charp) char *token = NULL;
	return shop_login(f->shop, email, password, &token, &f->err);
}

static void test_passwords(void **state)
{
	struct fixture *f = *state;
	load_well(f, AL BO "{\"type\":\"user\",\"email\":\"cy@example.com\",\"name\":\"Cy\","
			   "\"password\":\"cy's password\"}\n");
	assert_int_equal(login(f, "al@example.com", "secret88"), SHOP_OK);
	assert_int_equal(login(f, "bo@example.com", "secret88"), SHOP_OK);
	assert_int_equal(login(f, "bo@example.com", "secret89"), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(login(f, "cy@example.com", "cy's password"), SHOP_OK);
	int64_t salt = sql(f, "SELECT unicode(substr(password_hash, 40)) * 1000000 +"
			      " unicode(substr(password_hash, 41)) * 1000 +"
			      " unicode(substr(password_hash, 42))"
			      " FROM customer WHERE email = 'cy@example.com'");
	/* The same password is not hashed again; without one, it stays. */
	load_well(f, "{\"type\":\"user\",\"email\":\"CY@example.com\",\"name\":\"Cy\","
		     "\"password\":\"cy's password\"}\n"
		     "{\"type\":\"user\",\"email\":\"cy@example.com\",\"name\":\"Cy\"}\n");
	expect_counts(f, 0, 2, 0); /* the address as it is written, there and back */
	assert_int_equal(sql(f, "SELECT unicode(substr(password_hash, 40)) * 1000000 +"
				" unicode(substr(password_hash, 41)) * 1000 +"
				" unicode(substr(password_hash, 42))"
				" FROM customer WHERE email = 'cy@example.com'"),
			 salt);
}

static void test_password_change_ends_logins(void **state)
{
	struct fixture *f = *state;
	CLEANUP(free_charp) char *token = NULL;
	load_well(f, AL);
	assert_int_equal(shop_login(f->shop, "al@example.com", "secret88", &token, &f->err),
			 SHOP_OK);
	load_well(f, USER "\"password\":\"another one\"}\n");
	expect_counts(f, 0, 1, 0);
	assert_int_equal(shop_authenticate(f->shop, token, &f->err), SHOP_E_LOGIN_EXPIRED);
	free(TAKE(token));
	assert_int_equal(login(f, "al@example.com", "secret88"), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_login(f->shop, "al@example.com", "another one", &token, &f->err),
			 SHOP_OK);
	assert_int_equal(shop_authenticate(f->shop, token, &f->err), SHOP_OK);
}

static void test_bad_users(void **state)
{
	static const struct {
		const char *line, *message;
	} rows[] = {
		{ USER "\"role\":\"customer\"}",
		  "line 1: password: is missing, and so is password_hash" },
		{ USER "\"password\":\"short\"}",
		  "line 1: password: a password has 8 to 256 bytes" },
		{ "{\"type\":\"user\",\"email\":\"nobody\",\"name\":\"N\",\"password\":"
		  "\"12345678\"}",
		  "line 1: email: 'nobody' is not an e-mail address" },
		{ USER "\"password_hash\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}",
		  "line 1: password_hash: expected an argon2id hash of bearable cost" },
		/* 4 GiB */
		{ USER "\"password_hash\":\"$argon2id$v=19$m=4194304,t=3,p=1$c29tZXNhbHQ$"
		       "xlp7jc9xIquJmKq//kUcSeh+tWBGRxRxnS7jMk+45jY\"}",
		  "line 1: password_hash: expected an argon2id hash of bearable cost" },
		{ USER "\"password_hash\":\"$argon2i$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$"
		       "xlp7jc9xIquJmKq//kUcSeh+tWBGRxRxnS7jMk+45jY\"}",
		  "line 1: password_hash: expected an argon2id hash of bearable cost" },
		{ USER "\"password_hash\":\"$argon2id$v=19$m=16,t=3,p=4$c29tZXNhbHQ$"
		       "xlp7jc9xIquJmKq//kUcSeh+tWBGRxRxnS7jMk+45jY\"}",
		  "line 1: password_hash: expected an argon2id hash of bearable cost" },
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		refuse(f, rows[i].line, SHOP_E_INVALID, rows[i].message);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer"), 1);
}

static void test_last_admin(void **state)
{
	static const char demote[] = "{\"type\":\"user\",\"email\":\"Admin@example.com\","
				     "\"name\":\"Admin\",\"role\":\"customer\"}\n";
	struct fixture *f = *state;
	refuse(f, demote, SHOP_E_CONFLICT, "line 1: role: 'admin@example.com' is the only admin");
	/* Without a role it stays what it is. */
	load_well(f, "{\"type\":\"user\",\"email\":\"admin@example.com\",\"name\":\"Boss\"}\n");
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE role = 'admin'"), 1);
	load_well(f, USER "\"role\":\"admin\",\"password_hash\":\"" HASH_1 "\"}\n");
	load_well(f, demote);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE role = 'admin'"
				" AND email = 'al@example.com'"),
			 1);
}

static void test_address(void **state)
{
	struct fixture *f = *state;
	load_well(f, USER "\"password_hash\":\"" HASH_1 "\",\"address\":{\"line\":\"1 Road\","
			  "\"city\":\"Town\"}}\n");
	/* Not told: kept. Told: all of it. */
	load_well(f, AL);
	expect_counts(f, 0, 0, 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE city = 'Town'"), 1);
	load_well(f, USER "\"address_line\":\"2 Road\"}\n");
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE address_line = '2 Road'"
				" AND city IS NULL"),
			 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_passwords), TEST(test_password_change_ends_logins),
		TEST(test_bad_users), TEST(test_last_admin),
		TEST(test_address),
	};
	return cmocka_run_group_tests_name("service/import_user", tests, NULL, NULL);
}
