/* SPDX-License-Identifier: MIT */
/* Statements with a row or none, and columns with a value or none. */
#include <string.h>

#include "base/cleanup.h"
#include "support/store.h"

static void test_first(void **state)
{
	struct store *store = *state;
	struct db *db = store->db;
	struct stmt *s = NULL;
	scratch_sql(store->path, "INSERT INTO brand (id, name) VALUES (7, 'Acme')");
	assert_int_equal(db_first(db, STMT_BRAND_ID, DB_ARGS("acme"), &s, NULL), SHOP_OK);
	assert_null(s);
	assert_int_equal(db_first(db, STMT_BRAND_ID, DB_ARGS("Acme"), &s, NULL), SHOP_OK);
	assert_non_null(s);
	assert_int_equal(stmt_int(s, 0), 7);
	stmt_reset(&s);
}

static void test_find_int(void **state)
{
	struct store *s = *state;
	int64_t found = -1;
	scratch_sql(s->path, "INSERT INTO brand (id, name) VALUES (7, 'Acme')");
	scratch_sql(s->path, "INSERT INTO customer (id, email, name, role, password_hash, "
			     "created_at) VALUES (1, 'a@example.com', 'A', 'customer', '!', 0);"
			     "INSERT INTO token (id, customer_id, name, scope, issued_at, "
			     "expires_at) VALUES ('t', 1, 'login', 'full', 0, 1)");
	assert_int_equal(db_find_int(s->db, STMT_BRAND_ID, DB_ARGS("Acme"), &found, NULL), SHOP_OK);
	assert_int_equal(found, 7);
	assert_int_equal(db_find_int(s->db, STMT_BRAND_ID, DB_ARGS("acme"), &found, NULL), SHOP_OK);
	assert_int_equal(found, 0);
	/* NULL counts as none: a login that is in no conversation. */
	found = -1;
	assert_int_equal(db_find_int(s->db, STMT_CONVERSATION_CURRENT, DB_ARGS("t"), &found, NULL),
			 SHOP_OK);
	assert_int_equal(found, 0);
}

static void test_copy(void **state)
{
	struct store *store = *state;
	struct stmt *s = NULL;
	bool ok = true;
	scratch_sql(store->path, "INSERT INTO product (id, sku, name, price_cents, stock, "
				 "description, attributes, things, image, created_at, updated_at) "
				 "VALUES (1, 'A', 'Lamp', 1, 1, '', '', '', NULL, 0, 0)");
	assert_int_equal(db_first(store->db, STMT_PRODUCT_REFERS, DB_ARGS(1), &s, NULL), SHOP_OK);
	assert_non_null(s);
	assert_string_equal(stmt_text_or_null(s, 2), "Lamp");
	assert_null(stmt_text_or_null(s, 3));
	assert_string_equal(stmt_text(s, 3), "");
	assert_null(stmt_copy(s, 3, &ok));
	CLEANUP(free_charp) char *name = stmt_copy(s, 2, &ok);
	assert_true(ok);
	/* What went wrong before stays told. */
	ok = false;
	assert_null(stmt_copy(s, 3, &ok));
	assert_false(ok);
	stmt_reset(&s);
	assert_string_equal(name, "Lamp");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(test_first),
		STORE_TEST(test_find_int),
		STORE_TEST(test_copy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
