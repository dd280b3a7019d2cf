/* SPDX-License-Identifier: MIT */
/* Rows of Django's models: which is which, what it is called, and what becomes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/django.h"
#include "shop/time.h"

static struct django_row read_row(const char *text)
{
	struct django_row row = { 0 };
	struct shop_error err = { 0 };
	bool is_row = false;
	if (django_read(text, strlen(text), &row, &is_row, &err) != SHOP_OK || !is_row)
		fail_msg("%s: %s", text, err.text);
	return row;
}

static void test_kinds(void **state)
{
	(void)state;
	static const struct {
		const char *model;
		enum django_kind kind;
	} rows[] = {
		{ "base.product", DJANGO_PRODUCT },     { "store.Product", DJANGO_PRODUCT },
		{ "product", DJANGO_PRODUCT },          { "auth.user", DJANGO_USER },
		{ "accounts.customuser", DJANGO_USER }, { "shop.order", DJANGO_ORDER },
		{ "shop.orderitem", DJANGO_ITEM },      { "shop.order_item", DJANGO_ITEM },
		{ "shop.OrderItem", DJANGO_ITEM },      { "a.b.shippingaddress", DJANGO_ADDRESS },
		{ "base.review", DJANGO_REVIEW },       { "catalog.category", DJANGO_CATEGORY },
		{ "catalog.brand", DJANGO_BRAND },      { "auth.permission", DJANGO_OTHER },
		{ "sessions.session", DJANGO_OTHER },   { "base.productx", DJANGO_OTHER },
		{ "base.produc", DJANGO_OTHER },        { "", DJANGO_OTHER },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[128];
		snprintf(text, sizeof(text), "{\"model\":\"%s\",\"pk\":1,\"fields\":{}}",
			 rows[i].model);
		struct django_row row = read_row(text);
		if (row.kind != rows[i].kind)
			fail_msg("%s is %d", rows[i].model, row.kind);
		django_row_done(&row);
	}
}

/* Keys are numbers, texts, or lists whose first part is a name. */
static void test_keys(void **state)
{
	(void)state;
	struct django_row row =
		read_row("{\"model\":\"x.review\",\"pk\":\"0b-uuid\",\"fields\":{\"product\":7,"
			 "\"user\":[\"john\"]}}");
	assert_string_equal(row.pk, "0b-uuid");
	assert_string_equal(row.of, "7");
	assert_string_equal(row.by, "john");
	django_row_done(&row);
	row = read_row("{\"model\":\"x.orderitem\",\"fields\":{\"_id\":3,\"order\":12}}");
	assert_string_equal(row.pk, "3");
	assert_string_equal(row.of, "12");
	django_row_done(&row);
	row = read_row("{\"model\":\"x.product\",\"pk\":5,\"fields\":{\"name\":\"A\"}}");
	assert_string_equal(row.name, "P-5");
	django_row_done(&row);
	row = read_row("{\"model\":\"x.product\",\"pk\":5,\"fields\":{\"SKU\":\"ab 1\"}}");
	assert_string_equal(row.name, "ab 1");
	django_row_done(&row);
	row = read_row("{\"model\":\"x.user\",\"pk\":1,\"fields\":{\"username\":\"a@b.c\","
		       "\"email\":\"\"}}");
	assert_string_equal(row.name, "a@b.c");
	django_row_done(&row);
}

static void test_not_a_row(void **state)
{
	(void)state;
	static const char *const wrong[] = { "{\"model\":\"x.product\",\"pk\":1}", "{", "[]x",
					     "{\"model\":\"x.user\",\"fields\":[]}" };
	struct django_row row = { 0 };
	struct shop_error err;
	bool is_row = true;
	assert_int_equal(django_read("{\"type\":\"x\"}", 12, &row, &is_row, &err), SHOP_OK);
	assert_false(is_row);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_int_equal(django_read(wrong[i], strlen(wrong[i]), &row, &is_row, &err),
				 SHOP_E_INVALID);
}

static struct record product(const char *fields, const char **why)
{
	char text[1024];
	struct record r = { 0 };
	struct shop_error err = { 0 };
	const struct django_names names = { .currency = "USD", .brand = "Kes", .category = "A/B" };
	snprintf(text, sizeof(text), "{\"model\":\"x.product\",\"pk\":5,\"fields\":{%s}}", fields);
	struct django_row row = read_row(text);
	if (django_product(&row, &names, &r, why, &err) != SHOP_OK)
		fail_msg("%s: %s", fields, err.text);
	django_row_done(&row);
	return r;
}

static void test_product(void **state)
{
	(void)state;
	const char *why;
	struct record r = product("\"title\":\"Lamp\",\"price\":\"129.99\",\"countInStock\":7,"
				  "\"image\":\"/media/a.png\",\"description\":null,"
				  "\"created_at\":\"2021-05-05T12:00:00.123\",\"color\":\"red\","
				  "\"specs\":{\"weight\":1.5,\"size\":3},\"rating\":\"4.5\"",
				  &why);
	const struct record_product *p = &r.as.product;
	assert_null(why);
	assert_string_equal(p->name, "Lamp");
	assert_string_equal(p->brand, "Kes");
	assert_string_equal(p->category, "A/B");
	assert_int_equal(p->price_cents, 12999);
	assert_int_equal(p->stock, 7);
	assert_string_equal(p->image, "media/a.png");
	assert_null(p->description);
	assert_int_equal(p->created_at, 1620216000);
	assert_int_equal(p->attribute_count, 3);
	assert_string_equal(p->attributes[0].name, "weight");
	assert_string_equal(p->attributes[0].value, "1.5");
	assert_string_equal(p->attributes[2].name, "color");
	record_done(&r);
	product("\"price\":\"1\"", &why);
	assert_string_equal(why, "a product without a name");
	static const char *const priceless[] = { "\"name\":\"A\"", "\"name\":\"A\",\"price\":null",
						 "\"name\":\"A\",\"price\":\"\"" };
	for (size_t i = 0; i < sizeof(priceless) / sizeof(priceless[0]); i++) {
		product(priceless[i], &why);
		assert_string_equal(why, "a product without a price");
	}
	static const char *const below[] = { "-1", "-0.01", "\"-5.00\"" };
	for (size_t i = 0; i < sizeof(below) / sizeof(below[0]); i++) {
		char fields[64];
		snprintf(fields, sizeof(fields), "\"name\":\"A\",\"price\":%s", below[i]);
		product(fields, &why);
		assert_string_equal(why, "a product with a price below zero");
	}
}

static void test_amounts(void **state)
{
	(void)state;
	static const struct {
		const char *price;
		int64_t cents;
	} rows[] = {
		{ "\"129.99\"", 12999 },
		{ "129.99", 12999 },
		{ "129", 12900 },
		{ "\"0.1\"", 10 },
		{ "\"1.005\"", 101 },
		{ "\"1.004999\"", 100 },
		{ "\"12.\"", 1200 },
		{ "19.989999999", 1999 },
		{ "\"1000000000.00\"", 100000000000 },
		{ "0.29", 29 },
		{ "1.1", 110 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char fields[128];
		const char *why;
		snprintf(fields, sizeof(fields), "\"name\":\"A\",\"price\":%s", rows[i].price);
		struct record r = product(fields, &why);
		assert_int_equal(r.as.product.price_cents, rows[i].cents);
		record_done(&r);
	}
	static const char *const wrong[] = { "\"five\"", "true", "\"1,5\"", "\".\"",
					     "\"99999999999999999999\"" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		char text[128];
		struct record r = { 0 };
		struct shop_error err = { 0 };
		const char *why;
		const struct django_names names = { .currency = "USD" };
		snprintf(text, sizeof(text),
			 "{\"model\":\"x.product\",\"pk\":5,\"fields\":{\"name\":\"A\","
			 "\"price\":%s}}",
			 wrong[i]);
		struct django_row row = read_row(text);
		assert_int_equal(django_product(&row, &names, &r, &why, &err), SHOP_E_INVALID);
		assert_string_equal(err.text, "price_cents: expected an amount such as 129.99");
		django_row_done(&row);
	}
}

static void test_user(void **state)
{
	(void)state;
	struct record r = { 0 };
	struct shop_error err = { 0 };
	const char *why;
	struct django_row row = read_row(
		"{\"model\":\"auth.user\",\"pk\":1,\"fields\":{\"email\":\"a@b.c\","
		"\"first_name\":\"Ada\",\"last_name\":\"Love\",\"is_staff\":true,"
		"\"password\":\"pbkdf2_sha256$1$a$b\",\"date_joined\":\"2021-01-01T00:00:00Z\"}}");
	assert_int_equal(django_user(&row, &r, &why, &err), SHOP_OK);
	assert_string_equal(r.as.user.name, "Ada Love");
	assert_string_equal(r.as.user.role, "admin");
	assert_string_equal(r.as.user.password_hash, "!");
	record_done(&r);
	django_row_done(&row);
	row = read_row(
		"{\"model\":\"auth.user\",\"pk\":1,\"fields\":{\"email\":\"a@b.c\","
		"\"username\":\"ada\",\"password\":\"argon2$argon2id$v=19$m=8,t=1,p=1$s$h\"}}");
	assert_int_equal(django_user(&row, &r, &why, &err), SHOP_OK);
	assert_string_equal(r.as.user.name, "ada");
	assert_null(r.as.user.role);
	assert_string_equal(r.as.user.password_hash, "$argon2id$v=19$m=8,t=1,p=1$s$h");
	record_done(&r);
	django_row_done(&row);
	row = read_row("{\"model\":\"auth.user\",\"pk\":1,\"fields\":{\"username\":\"ada\"}}");
	assert_int_equal(django_user(&row, &r, &why, &err), SHOP_OK);
	assert_string_equal(why, "a user without an e-mail address");
	django_row_done(&row);
}

/* The order of these fields, with one line of it. */
static struct record order(const char *fields, const char **why)
{
	char text[1024];
	struct record r = { 0 };
	struct shop_error err = { 0 };
	struct django_order *o = NULL;
	const struct django_names names = { .currency = "USD", .customer = "a@b.c" };
	snprintf(text, sizeof(text), "{\"model\":\"x.order\",\"pk\":7,\"fields\":{%s}}", fields);
	struct django_row row = read_row(text);
	struct django_row item = read_row("{\"model\":\"x.orderitem\",\"pk\":1,\"fields\":{"
					  "\"name\":\"Lamp\",\"qty\":2,\"price\":\"5.50\"}}");
	if (django_order_begin(&row, &names, &o, &err) ||
	    django_order_item(o, &item, "LAMP", &err) || django_order_end(&o, &r, why, &err))
		fail_msg("%s: %s", fields, err.text);
	django_row_done(&row);
	django_row_done(&item);
	return r;
}

static void test_order(void **state)
{
	(void)state;
	const char *why;
	struct record r = order("\"paymentMethod\":\"Credit Card\",\"taxPrice\":\"1.00\","
				"\"isPaid\":true,\"paidAt\":null,\"isDelivered\":false,"
				"\"deliveredAt\":\"2021-06-03T00:00:00Z\","
				"\"createdAt\":\"2021-06-02T00:00:00Z\"",
				&why);
	const struct record_order *o = &r.as.order;
	assert_null(why);
	assert_int_equal(o->id, 7);
	assert_string_equal(o->email, "a@b.c");
	assert_string_equal(o->payment_method, "credit_card");
	assert_int_equal(o->tax_cents, 100);
	assert_int_equal(o->shipping_cents, 0);
	/* Paid at no known time; and what is not delivered was not, whatever the time says. */
	assert_true(o->paid_at == o->created_at);
	assert_true(o->delivered_at == SHOP_NONE);
	assert_int_equal(o->line_count, 1);
	assert_string_equal(o->lines[0].sku, "LAMP");
	assert_int_equal(o->lines[0].price_cents, 550);
	assert_int_equal(o->lines[0].quantity, 2);
	record_done(&r);
	r = order("\"status\":\"Cancelled\",\"created\":\"2021-06-02\"", &why);
	assert_true(r.as.order.cancelled_at == r.as.order.created_at);
	assert_string_equal(r.as.order.payment_method, "unknown");
	record_done(&r);
	/* Clocks of two machines. */
	r = order("\"isPaid\":true,\"paidAt\":\"2021-06-01T23:59:59Z\","
		  "\"createdAt\":\"2021-06-02T00:00:00Z\"",
		  &why);
	assert_true(r.as.order.paid_at == r.as.order.created_at);
	record_done(&r);
}

static enum shop_status gather(void *ctx, const char *field, const char *why,
			       struct shop_error *err)
{
	(void)err;
	char *fields = ctx;
	const char *mark = strstr(why, "below zero") != NULL ? "< 0 " : "";
	snprintf(fields + strlen(fields), 256 - strlen(fields), "%s %s", field, mark);
	return SHOP_OK;
}

static void test_left_out(void **state)
{
	(void)state;
	char fields[256] = "";
	struct shop_error err;
	struct django_row row = read_row(
		"{\"model\":\"x.product\",\"pk\":1,\"fields\":{\"name\":\"A\",\"price\":\"1\","
		"\"color\":\"red\",\"weight_kg\":2,\"featured\":true,\"old\":false,\"tags\":[1],"
		"\"none\":null,\"empty\":\"\",\"countInStock\":1}}");
	assert_int_equal(django_left_out(&row, gather, fields, &err), SHOP_OK);
	assert_string_equal(fields, "weight_kg featured tags ");
	django_row_done(&row);
	fields[0] = '\0';
	row = read_row(
		"{\"model\":\"x.product\",\"pk\":1,\"fields\":{\"name\":\"A\",\"price\":\"1\","
		"\"countInStock\":-3}}");
	assert_int_equal(django_left_out(&row, gather, fields, &err), SHOP_OK);
	assert_string_equal(fields, "countInStock < 0 ");
	django_row_done(&row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),     cmocka_unit_test(test_keys),
		cmocka_unit_test(test_not_a_row), cmocka_unit_test(test_product),
		cmocka_unit_test(test_amounts),   cmocka_unit_test(test_user),
		cmocka_unit_test(test_order),     cmocka_unit_test(test_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
