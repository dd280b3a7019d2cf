/* SPDX-License-Identifier: MIT */
/* What others commit is noticed, and what oneself does is not. */
#include "support/store.h"

static void test_changed_elsewhere(void **state)
{
	struct store *s = *state;
	struct db *other = NULL;
	assert_int_equal(db_open(s->path, /* write= */ true, &other, &s->err), SHOP_OK);
	/* What cannot be known may have happened. */
	assert_true(db_changed_elsewhere(s->db));
	assert_false(db_changed_elsewhere(s->db));
	scratch_sql(s->path, "INSERT INTO brand (name) VALUES ('A')");
	assert_true(db_changed_elsewhere(s->db));
	assert_false(db_changed_elsewhere(s->db));
	/* Reading changes nothing. */
	scratch_sql(s->path, "SELECT count(*) FROM brand");
	assert_false(db_changed_elsewhere(s->db));
	struct txn *txn = NULL;
	int64_t id;
	assert_int_equal(db_begin(s->db, /* write= */ true, &txn, &s->err), SHOP_OK);
	assert_int_equal(
		db_run_int(s->db, STMT_BRAND_INSERT, DB_ARGS((const char *)"B"), &id, &s->err),
		SHOP_OK);
	assert_int_equal(txn_commit(&txn, &s->err), SHOP_OK);
	assert_false(db_changed_elsewhere(s->db));
	(void)db_changed_elsewhere(other);
	assert_int_equal(db_begin(s->db, /* write= */ true, &txn, &s->err), SHOP_OK);
	assert_int_equal(
		db_run_int(s->db, STMT_BRAND_INSERT, DB_ARGS((const char *)"C"), &id, &s->err),
		SHOP_OK);
	assert_false(db_changed_elsewhere(other));
	assert_int_equal(txn_commit(&txn, &s->err), SHOP_OK);
	assert_true(db_changed_elsewhere(other));
	db_close(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = { STORE_TEST(test_changed_elsewhere) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
