/* SPDX-License-Identifier: MIT */
#pragma once

/* A store with an admin and a customer, used through the public interface: set_up and tear_down of
 * a test whose state is a struct fixture. What time would bring (an expiry, a wait that is over) is
 * written into the store's rows. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "shop.h"
#include "support/scratch.h"

#define ADMIN_EMAIL    "admin@example.com"
#define ADMIN_PASSWORD "admin password"
#define ALICE_EMAIL    "alice@example.com"
#define ALICE_PASSWORD "alice password"

enum { PATH_SIZE = 256 };

struct fixture {
	char folder[PATH_SIZE / 2], path[PATH_SIZE], key_path[PATH_SIZE + 8];
	struct shop *shop;
	int64_t alice;
	struct shop_error err;
};

static inline struct shop *open_store(struct fixture *f)
{
	struct shop *shop = NULL;
	assert_int_equal(shop_open(f->path, SHOP_WRITE, &shop, &f->err), SHOP_OK);
	return shop;
}

static inline int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	assert_non_null(f);
	const char *parent = getenv("TMPDIR");
	snprintf(f->folder, sizeof(f->folder), "%s/shop-account-XXXXXX",
		 parent != NULL ? parent : P_tmpdir);
	assert_non_null(mkdtemp(f->folder));
	snprintf(f->path, sizeof(f->path), "%s/shop.db", f->folder);
	snprintf(f->key_path, sizeof(f->key_path), "%s.key", f->path);
	struct shop_init init = { .uri = f->path,
				  .email = ADMIN_EMAIL,
				  .name = "Admin",
				  .password = ADMIN_PASSWORD,
				  .now = SHOP_NONE };
	assert_int_equal(shop_init(&init, &f->err), SHOP_OK);
	f->shop = open_store(f);
	struct shop_registration alice = { ALICE_EMAIL, "Alice", ALICE_PASSWORD };
	assert_int_equal(shop_register(f->shop, &alice, &f->alice, &f->err), SHOP_OK);
	*state = f;
	return 0;
}

static inline int tear_down(void **state)
{
	static const char *const endings[] = { "", "-wal", "-shm", ".key" };
	struct fixture *f = *state;
	char path[PATH_SIZE + 8];
	shop_close(f->shop);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", f->path, endings[i]);
		unlink(path);
	}
	/* Nothing else may be left behind. */
	int rc = rmdir(f->folder);
	free(f);
	return rc;
}

/* Changes the store behind the library's back; returns the number that the SQL selects. */
static inline int64_t sql(struct fixture *f, const char *text)
{
	return scratch_sql(f->path, text);
}

static inline char *login(struct fixture *f, const char *email, const char *password)
{
	char *token = NULL;
	assert_int_equal(shop_login(f->shop, email, password, &token, &f->err), SHOP_OK);
	assert_non_null(token);
	return token;
}

static inline enum shop_status try_login(struct fixture *f, const char *email, const char *password)
{
	char *token = NULL;
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_login(f->shop, email, password, &token, &f->err);
	assert_true((token != NULL) == (st == SHOP_OK));
	free(token);
	return st;
}

static inline enum shop_status authenticate(struct fixture *f, const char *token)
{
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_authenticate(f->shop, token, &f->err);
	assert_int_equal(f->err.status, st);
	struct shop_identity who;
	/* Whoever is refused is nobody, also where somebody acted before. */
	if (st != SHOP_OK)
		assert_int_equal(shop_whoami(f->shop, &who, NULL), SHOP_E_NOT_LOGGED_IN);
	return st;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
