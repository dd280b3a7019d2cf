/* SPDX-License-Identifier: MIT */
/* Who may do what: every kind of actor against every rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "service/service.h"

enum { OK = SHOP_OK, NOBODY = SHOP_E_NOT_LOGGED_IN, DENIED = SHOP_E_DENIED };

static void test_rules(void **state)
{
	(void)state;
	static const struct {
		int64_t customer;
		enum shop_role role;
		enum shop_scope scope;
		int login, write, admin;
	} rows[] = {
		{ SHOP_NONE, SHOP_ROLE_CUSTOMER, SHOP_SCOPE_FULL, NOBODY, NOBODY, NOBODY },
		{ SHOP_NONE, SHOP_ROLE_ADMIN, SHOP_SCOPE_FULL, NOBODY, NOBODY, NOBODY },
		{ SHOP_NONE, SHOP_ROLE_CUSTOMER, SHOP_SCOPE_READ, NOBODY, NOBODY, NOBODY },
		{ 7, SHOP_ROLE_CUSTOMER, SHOP_SCOPE_FULL, OK, OK, DENIED },
		{ 7, SHOP_ROLE_CUSTOMER, SHOP_SCOPE_READ, OK, DENIED, DENIED },
		{ 7, SHOP_ROLE_ADMIN, SHOP_SCOPE_READ, OK, DENIED, OK },
		{ 7, SHOP_ROLE_ADMIN, SHOP_SCOPE_FULL, OK, OK, OK },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shop shop = { .actor = { .customer = rows[i].customer,
						.role = rows[i].role,
						.scope = rows[i].scope } };
		struct shop_error err = { 0 };
		assert_int_equal(actor_need_login(&shop, &err), rows[i].login);
		assert_int_equal(err.status, rows[i].login);
		assert_int_equal(err.hint[0] != '\0', rows[i].login == NOBODY);
		assert_int_equal(actor_need_write(&shop, NULL), rows[i].write);
		assert_int_equal(actor_need_admin(&shop, NULL), rows[i].admin);
		assert_int_equal(actor_need_admin_write(&shop, NULL),
				 rows[i].write ? rows[i].write : rows[i].admin);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rules) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
