/* SPDX-License-Identifier: MIT */
#pragma once

/* A store of its own for each test, records to read into it, and a look at what stands there
 * afterwards. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "service/service.h"
#include "support/scratch.h"

#define NOW INT64_C(1795341600) /* 2026-11-22T10:00:00Z */
#define DAY INT64_C(86400)

#define ADMIN    "admin@example.com"
#define PASSWORD "admin password"

/* Hashes of "secret88" of the reference implementation, with one lane and with four. */
#define HASH_1                                                                                     \
	"$argon2id$v=19$m=4096,t=2,p=1$bG9uZ2Vyc2FsdHdoaWNoaXNsb25nZXI$"                           \
	"fwORTRRLbxyfD8EG/dQOMg4z2fdi4GCf"
#define HASH_4                                                                                     \
	"$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$"                                              \
	"xlp7jc9xIquJmKq//kUcSeh+tWBGRxRxnS7jMk+45jY"

#define USER "{\"type\":\"user\",\"email\":\"al@example.com\",\"name\":\"Al\","
#define AL   USER "\"password_hash\":\"" HASH_1 "\"}\n"
#define BO                                                                                         \
	"{\"type\":\"user\",\"email\":\"bo@example.com\",\"name\":\"Bo\",\"password_hash\":"       \
	"\"" HASH_4 "\"}\n"
#define LAMP(x)                                                                                    \
	"{\"type\":\"product\",\"sku\":\"LAMP\",\"name\":\"Lamp\",\"price_cents\":1290,\"stock\":" \
	"3" x "}\n"
#define MUG(x)                                                                                     \
	"{\"type\":\"product\",\"sku\":\"MUG\",\"name\":\"Mug\",\"price_cents\":500,\"stock\":9" x \
	"}\n"
#define REVIEW(email, rating)                                                                      \
	"{\"type\":\"review\",\"sku\":\"LAMP\",\"email\":" email ",\"rating\":" rating             \
	",\"comment\":\"c\",\"created_at\":\"-3d\"}\n"
#define ORDER(id, email, rest)                                                                     \
	"{\"type\":\"order\",\"id\":" id ",\"email\":\"" email "\",\"created_at\":\"-2d\","        \
	"\"payment_method\":\"card\",\"shipping_cents\":100,\"tax_cents\":20," rest "}\n"
#define LAMP_LINE "\"items\":[{\"sku\":\"LAMP\",\"quantity\":2,\"price_cents\":1000}]"
#define MESSAGE(email, number, text)                                                               \
	"{\"type\":\"message\",\"email\":\"" email "\",\"conversation\":" number                   \
	",\"role\":\"user\",\"text\":\"" text "\",\"created_at\":\"2026-11-20T10:00:00Z\"}\n"

struct fixture {
	char folder[SCRATCH_PATH_SIZE], store[SCRATCH_PATH_SIZE], file[SCRATCH_PATH_SIZE];
	struct shop *shop;
	struct shop_import_counts counts;
	struct shop_error err;
};

static inline enum shop_status init(struct fixture *f, const char *demo)
{
	struct shop_init in = {
		.uri = f->store,
		.email = ADMIN,
		.name = "Admin",
		.password = PASSWORD,
		.demo = demo,
		.now = NOW,
	};
	return shop_init(&in, &f->err);
}

/* The admin that init() makes, without a token; test_rights() is about others. */
static inline void act_as_admin(struct shop *shop)
{
	shop->actor.customer = 1;
	shop->actor.role = SHOP_ROLE_ADMIN;
	shop->actor.scope = SHOP_SCOPE_FULL;
}

static inline void open_store(struct fixture *f)
{
	assert_int_equal(shop_open(f->store, SHOP_WRITE, &f->shop, &f->err), SHOP_OK);
	shop_set_now(f->shop, NOW, 0);
	act_as_admin(f->shop);
}

static inline int set_up_folder(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	assert_non_null(f);
	scratch_make(f->folder);
	scratch_path(f->store, f->folder, "shop.db");
	scratch_path(f->file, f->folder, "data.jsonl");
	*state = f;
	return 0;
}

static inline int set_up(void **state)
{
	set_up_folder(state);
	struct fixture *f = *state;
	assert_int_equal(init(f, NULL), SHOP_OK);
	open_store(f);
	return 0;
}

static inline int tear_down(void **state)
{
	struct fixture *f = *state;
	shop_close(f->shop);
	scratch_remove(f->folder);
	free(f);
	return 0;
}

static inline void write_file(const struct fixture *f, const char *name, const void *bytes,
			      size_t len)
{
	char path[SCRATCH_PATH_SIZE];
	FILE *out = fopen(scratch_path(path, f->folder, name), "wb");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	assert_int_equal(fclose(out), 0);
}

static inline void write_data(const struct fixture *f, const char *text)
{
	write_file(f, "data.jsonl", text, strlen(text));
}

static inline enum shop_status load_batch(struct fixture *f, const char *text, int64_t batch)
{
	write_data(f, text);
	const struct shop_import in = { .path = f->file, .batch = batch };
	memset(&f->err, 0, sizeof(f->err));
	return shop_import(f->shop, &in, &f->counts, &f->err);
}

static inline enum shop_status load(struct fixture *f, const char *text)
{
	return load_batch(f, text, SHOP_NONE);
}

static inline void load_well(struct fixture *f, const char *text)
{
	if (load(f, text) != SHOP_OK)
		fail_msg("%s", f->err.text);
}

static inline void refuse(struct fixture *f, const char *text, enum shop_status st,
			  const char *message)
{
	assert_int_equal(load(f, text), st);
	assert_string_equal(f->err.text, message);
}

static inline int64_t sql(const struct fixture *f, const char *text)
{
	return scratch_sql(f->store, text);
}

static inline void expect_counts(const struct fixture *f, int64_t created, int64_t updated,
				 int64_t unchanged)
{
	assert_int_equal(f->counts.created, created);
	assert_int_equal(f->counts.updated, updated);
	assert_int_equal(f->counts.unchanged, unchanged);
}
