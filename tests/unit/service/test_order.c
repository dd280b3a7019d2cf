/* SPDX-License-Identifier: MIT */
/* Orders as their customers see them, and what an imported one becomes. */
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

#define NOW  INT64_C(1795341600) /* 2026-11-22T10:00:00Z */
#define HOUR INT64_C(3600)
#define DAY  (24 * HOUR)

/* Nobody logs in with it. */
#define HASH                                                                                       \
	"$argon2id$v=19$m=4096,t=2,p=1$bG9uZ2Vyc2FsdHdoaWNoaXNsb25nZXI$"                           \
	"fwORTRRLbxyfD8EG/dQOMg4z2fdi4GCf"
#define USER(name)                                                                                 \
	"{\"type\":\"user\",\"email\":\"" name "@example.com\",\"name\":\"" name                   \
	"\",\"password_hash\":\"" HASH "\"}\n"
#define ORDER(id, name, at, rest)                                                                  \
	"{\"type\":\"order\",\"id\":" id ",\"email\":\"" name                                      \
	"@example.com\",\"created_at\":\"" at                                                      \
	"\",\"payment_method\":\"card\",\"shipping_cents\":590,"                                   \
	"\"tax_cents\":41,\"items\":[{\"sku\":\"LAMP\",\"quantity\":3,\"price_cents\":1000},"      \
	"{\"sku\":\"GONE\",\"name\":\"Old mug\",\"category\":\"Home\",\"quantity\":1,"             \
	"\"price_cents\":5}]" rest "}\n"

static const char records[] =
	"{\"type\":\"product\",\"sku\":\"LAMP\",\"name\":\"Lamp\",\"category\":\"Home/Light\","
	"\"price_cents\":1290,\"stock\":3}\n" USER("al") USER("bo") ORDER("11", "al", "-9d", "")
		ORDER("12", "al", "-8d",
		      ",\"paid_at\":\"-7d\",\"shipped_at\":\"-6d\",\"delivered_at\":\"-5d\","
		      "\"address\":{\"line\":\"1 Road\",\"city\":\"Town\","
		      "\"postal_code\":\"P1\",\"country\":\"Z\"}") ORDER("13", "al", "-7d",
									 ",\"paid_at\":\"-7d\"")
			ORDER("14", "al", "-7d", ",\"paid_at\":\"-6d\",\"cancelled_at\":\"-5d\"")
				ORDER("15", "bo", "-6d",
				      ",\"shipped_at\":\"-5d\",\"paid_at\":\"-4d\"");

struct fixture {
	char folder[SCRATCH_PATH_SIZE], store[SCRATCH_PATH_SIZE], file[SCRATCH_PATH_SIZE];
	struct shop *shop;
	struct shop_error err;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	assert_non_null(f);
	scratch_make(f->folder);
	scratch_path(f->store, f->folder, "shop.db");
	scratch_path(f->file, f->folder, "data.jsonl");
	FILE *out = fopen(f->file, "w");
	assert_non_null(out);
	assert_true(fputs(records, out) >= 0);
	assert_int_equal(fclose(out), 0);
	struct shop_init in = { f->store, "admin@example.com", "Admin", "admin password", f->file,
				NOW };
	if (shop_init(&in, &f->err) != SHOP_OK)
		fail_msg("%s", f->err.text);
	assert_int_equal(shop_open(f->store, SHOP_WRITE, &f->shop, &f->err), SHOP_OK);
	shop_set_now(f->shop, NOW, 0);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	shop_close(f->shop);
	scratch_remove(f->folder);
	free(f);
	return 0;
}

static void act_as(struct fixture *f, const char *name, enum shop_role role)
{
	char text[256];
	snprintf(text, sizeof(text), "SELECT id FROM customer WHERE email = '%s@example.com'",
		 name);
	f->shop->actor.customer = scratch_sql(f->store, text);
	f->shop->actor.role = role;
	assert_true(f->shop->actor.customer > 0);
}

static void test_get(void **state)
{
	struct fixture *f = *state;
	struct shop_order o;
	act_as(f, "al", SHOP_ROLE_CUSTOMER);
	assert_int_equal(shop_order_get(f->shop, 12, &o, &f->err), SHOP_OK);
	assert_int_equal(o.id, 12);
	assert_int_equal(o.status, SHOP_ORDER_DELIVERED);
	assert_int_equal(o.items_cents, 3005);
	assert_int_equal(o.shipping_cents, 590);
	assert_int_equal(o.tax_cents, 41);
	assert_int_equal(o.total_cents, 3636);
	assert_string_equal(o.currency, "USD");
	assert_string_equal(o.payment_method, "card");
	assert_string_equal(o.address_line, "1 Road");
	assert_string_equal(o.city, "Town");
	assert_string_equal(o.postal_code, "P1");
	assert_string_equal(o.country, "Z");
	assert_int_equal(o.created_at, NOW - 8 * DAY);
	assert_int_equal(o.paid_at, NOW - 7 * DAY);
	assert_int_equal(o.delivered_at, NOW - 5 * DAY);
	assert_int_equal(o.cancelled_at, SHOP_NONE);
	shop_order_done(&o);
	shop_order_done(&o);
}

static void test_lines(void **state)
{
	struct fixture *f = *state;
	struct shop_order o;
	act_as(f, "al", SHOP_ROLE_CUSTOMER);
	assert_int_equal(shop_order_get(f->shop, 11, &o, &f->err), SHOP_OK);
	assert_null(o.address_line);
	assert_int_equal(o.line_count, 2);
	assert_int_equal(o.lines[0].product_id,
			 scratch_sql(f->store, "SELECT id FROM product WHERE sku = 'LAMP'"));
	assert_string_equal(o.lines[0].sku, "LAMP");
	assert_string_equal(o.lines[0].name, "Lamp");
	assert_string_equal(o.lines[0].category, "Home/Light");
	assert_int_equal(o.lines[0].price_cents, 1000);
	assert_int_equal(o.lines[0].quantity, 3);
	assert_int_equal(o.lines[1].product_id, SHOP_NONE);
	assert_string_equal(o.lines[1].name, "Old mug");
	assert_string_equal(o.lines[1].category, "Home");
	shop_order_done(&o);
}

static void expect_events(struct fixture *f, int64_t id, const char *kinds)
{
	struct shop_order o;
	char got[128] = "";
	assert_int_equal(shop_order_get(f->shop, id, &o, &f->err), SHOP_OK);
	for (size_t i = 0; i < o.event_count; i++) {
		assert_string_equal(o.events[i].actor, "import");
		assert_true(i == 0 || o.events[i].at >= o.events[i - 1].at);
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s ", o.events[i].kind);
	}
	assert_string_equal(got, kinds);
	shop_order_done(&o);
}

static void test_events(void **state)
{
	struct fixture *f = *state;
	act_as(f, "admin", SHOP_ROLE_ADMIN);
	expect_events(f, 11, "placed ");
	expect_events(f, 12, "placed paid shipped delivered ");
	/* At the same second */
	expect_events(f, 13, "placed paid ");
	expect_events(f, 14, "placed paid cancelled ");
	/* Paid when it arrived */
	expect_events(f, 15, "placed shipped paid ");
}

static void test_status(void **state)
{
	static const struct {
		int64_t id;
		enum shop_order_status status;
		const char *word;
	} rows[] = {
		{ 11, SHOP_ORDER_PENDING, "pending" }, { 12, SHOP_ORDER_DELIVERED, "delivered" },
		{ 13, SHOP_ORDER_PAID, "paid" },       { 14, SHOP_ORDER_CANCELLED, "cancelled" },
		{ 15, SHOP_ORDER_SHIPPED, "shipped" },
	};
	struct fixture *f = *state;
	act_as(f, "admin", SHOP_ROLE_ADMIN);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shop_order o;
		assert_int_equal(shop_order_get(f->shop, rows[i].id, &o, &f->err), SHOP_OK);
		assert_int_equal(o.status, rows[i].status);
		assert_string_equal(shop_order_status_word(o.status), rows[i].word);
		shop_order_done(&o);
	}
}

/* Somebody else's order is an order that is not there, down to the last word. */
static void test_others(void **state)
{
	struct fixture *f = *state;
	struct shop_order o;
	assert_int_equal(shop_order_get(f->shop, 15, &o, &f->err), SHOP_E_NOT_LOGGED_IN);
	act_as(f, "al", SHOP_ROLE_CUSTOMER);
	assert_int_equal(shop_order_get(f->shop, 99, &o, &f->err), SHOP_E_NOT_FOUND);
	assert_string_equal(f->err.text, "there is no order #99");
	assert_int_equal(shop_order_get(f->shop, 15, &o, &f->err), SHOP_E_NOT_FOUND);
	assert_string_equal(f->err.text, "there is no order #15");
	act_as(f, "bo", SHOP_ROLE_CUSTOMER);
	assert_int_equal(shop_order_get(f->shop, 15, &o, &f->err), SHOP_OK);
	shop_order_done(&o);
	act_as(f, "admin", SHOP_ROLE_ADMIN);
	assert_int_equal(shop_order_get(f->shop, 15, &o, &f->err), SHOP_OK);
	shop_order_done(&o);
}

static void expect_list(struct fixture *f, const struct shop_order_filter *filter, const char *ids)
{
	struct shop_orders list;
	char got[128] = "";
	assert_int_equal(shop_order_list(f->shop, filter, &list, &f->err), SHOP_OK);
	for (size_t i = 0; i < list.count; i++) {
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d ",
			 (int)list.items[i].id);
		/* The parts are there, too. */
		assert_int_equal(list.items[i].line_count, 2);
		assert_true(list.items[i].event_count >= 1);
	}
	assert_string_equal(got, ids);
	shop_orders_done(&list);
}

static void test_list(void **state)
{
	struct fixture *f = *state;
	const struct shop_order_filter all = { .since = SHOP_NONE,
					       .until = SHOP_NONE,
					       .limit = SHOP_NONE };
	struct shop_orders list;
	assert_int_equal(shop_order_list(f->shop, &all, &list, &f->err), SHOP_E_NOT_LOGGED_IN);
	act_as(f, "al", SHOP_ROLE_CUSTOMER);
	expect_list(f, &all, "14 13 12 11 ");
	act_as(f, "bo", SHOP_ROLE_CUSTOMER);
	expect_list(f, &all, "15 ");
	/* An admin's own are none. */
	act_as(f, "admin", SHOP_ROLE_ADMIN);
	expect_list(f, &all, "");
}

static void test_filter(void **state)
{
	struct fixture *f = *state;
	struct shop_order_filter filter = { .since = NOW - 8 * DAY,
					    .until = SHOP_NONE,
					    .limit = SHOP_NONE };
	act_as(f, "al", SHOP_ROLE_CUSTOMER);
	expect_list(f, &filter, "14 13 12 ");
	filter.since++;
	expect_list(f, &filter, "14 13 ");
	filter = (struct shop_order_filter){ .since = SHOP_NONE,
					     .until = NOW - 8 * DAY,
					     .limit = SHOP_NONE };
	expect_list(f, &filter, "12 11 ");
	filter.until--;
	expect_list(f, &filter, "11 ");
	filter.until = SHOP_NONE;
	filter.statuses = 1U << SHOP_ORDER_PENDING | 1U << SHOP_ORDER_CANCELLED;
	expect_list(f, &filter, "14 11 ");
	filter.statuses = 1U << SHOP_ORDER_DELIVERED;
	expect_list(f, &filter, "12 ");
	filter.statuses = 0;
	filter.limit = 3;
	expect_list(f, &filter, "14 13 12 ");
	filter.limit = 0;
	expect_list(f, &filter, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_get),    TEST(test_lines), TEST(test_events), TEST(test_status),
		TEST(test_others), TEST(test_list),  TEST(test_filter),
	};
	return cmocka_run_group_tests_name("service/order", tests, NULL, NULL);
}
