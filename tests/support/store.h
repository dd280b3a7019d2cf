/* SPDX-License-Identifier: MIT */
#pragma once

/* An empty store in a folder of its own, open for writing: set_up and tear_down of a test whose
 * state is a struct store. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "db/db.h"
#include "support/scratch.h"

struct store {
	char folder[SCRATCH_PATH_SIZE], path[SCRATCH_PATH_SIZE];
	struct db *db;
	struct shop_error err;
};

static inline int store_set_up(void **state)
{
	struct store *s = calloc(1, sizeof(*s));
	struct txn *txn = NULL;
	assert_non_null(s);
	scratch_make(s->folder);
	scratch_path(s->path, s->folder, "shop.db");
	assert_int_equal(db_create(s->path, &s->db, &txn, &s->err), SHOP_OK);
	assert_int_equal(txn_commit(&txn, &s->err), SHOP_OK);
	assert_int_equal(db_publish(&s->db, &s->err), SHOP_OK);
	assert_int_equal(db_open(s->path, /* write= */ true, &s->db, &s->err), SHOP_OK);
	*state = s;
	return 0;
}

static inline int store_tear_down(void **state)
{
	struct store *s = *state;
	db_close(s->db);
	scratch_remove(s->folder);
	free(s);
	return 0;
}

#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, store_set_up, store_tear_down)
