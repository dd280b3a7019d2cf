/* SPDX-License-Identifier: MIT */
/* Records: what each type may hold, and how what is wrong is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/record.h"
#include "shop/time.h"

#define NOW        INT64_C(1795341600) /* 2026-11-22T10:00:00Z */
#define DAY        INT64_C(86400)
#define PRODUCT(x) "{\"type\":\"product\",\"sku\":\"A-1\",\"name\":\"Lamp\"," x "}"
#define FINE       "\"price_cents\":1290,\"stock\":3"
#define ORDER(x)                                                                                   \
	"{\"type\":\"order\",\"id\":7,\"email\":\"a@b.c\",\"created_at\":\"2026-11-01T00:00:"      \
	"00Z\","                                                                                   \
	"\"payment_method\":\"card\",\"shipping_cents\":0,\"tax_cents\":0," x "}"
#define ITEM "\"items\":[{\"sku\":\"A\",\"quantity\":1,\"price_cents\":5}]"

static struct record parse(const char *line)
{
	struct record r = { 0 };
	struct shop_error err = { 0 };
	if (record_parse(line, strlen(line), NOW, &r, &err) != SHOP_OK)
		fail_msg("%s: %s", line, err.text);
	return r;
}

static void refuse_hint(const char *line, const char *message, const char *hint)
{
	struct record r = { 0 };
	struct shop_error err = { 0 };
	assert_int_equal(record_parse(line, strlen(line), NOW, &r, &err), SHOP_E_INVALID);
	assert_string_equal(err.text, message);
	assert_string_equal(err.hint, hint);
	assert_null(r.owner);
}

static void refuse(const char *line, const char *message)
{
	refuse_hint(line, message, "");
}

static void test_product(void **state)
{
	(void)state;
	struct record r =
		parse("{\"type\":\"product\",\"sku\":\"EL-1\",\"name\":\"Caf\\u00e9 "
		      "lamp\",\"brand\":\"Kes\","
		      "\"category\":\"A/B\",\"price_cents\":12900,\"currency\":\"USD\",\"stock\":7,"
		      "\"description\":\"one\\ntwo\",\"attributes\":{\"size\":\"4 "
		      "cm\",\"color\":\"red\"},"
		      "\"group\":\"g\",\"image\":\"images/"
		      "1.png\",\"created_at\":\"2026-09-01T08:00:00Z\"}");
	assert_int_equal(r.type, RECORD_PRODUCT);
	const struct record_product *p = &r.as.product;
	assert_string_equal(p->sku, "EL-1");
	assert_string_equal(p->name, "Caf\xC3\xA9 lamp");
	assert_string_equal(p->brand, "Kes");
	assert_string_equal(p->category, "A/B");
	assert_int_equal(p->price_cents, 12900);
	assert_string_equal(p->currency, "USD");
	assert_int_equal(p->stock, 7);
	assert_string_equal(p->description, "one\ntwo");
	/* In the order of the file. */
	assert_int_equal(p->attribute_count, 2);
	assert_string_equal(p->attributes[0].name, "size");
	assert_string_equal(p->attributes[0].value, "4 cm");
	assert_string_equal(p->attributes[1].name, "color");
	assert_string_equal(p->group, "g");
	assert_string_equal(p->image, "images/1.png");
	assert_int_equal(p->created_at, INT64_C(1788249600));
	record_done(&r);
}

static void test_product_least(void **state)
{
	(void)state;
	struct record r = parse(PRODUCT("\"brand\":null," FINE));
	const struct record_product *p = &r.as.product;
	assert_null(p->brand);
	assert_null(p->description);
	assert_int_equal(p->attribute_count, 0);
	assert_int_equal(p->created_at, SHOP_NONE);
	record_done(&r);
}

/* What only people read is kept as it is; output is cleaned. */
static void test_prose(void **state)
{
	(void)state;
	struct record r = parse(PRODUCT("\"description\":\"a\\u001b[2J\\r\\n\\tb\"," FINE));
	assert_string_equal(r.as.product.description, "a\x1B[2J\r\n\tb");
	record_done(&r);
}

static void test_numbers(void **state)
{
	(void)state;
	refuse(PRODUCT("\"stock\":1,\"price_cents\":12.90"),
	       "price_cents: expected a whole number of cents, got '12.90'");
	refuse(PRODUCT("\"stock\":1,\"price_cents\":\"12.90\""),
	       "price_cents: expected a whole number of cents, got '12.90'");
	refuse(PRODUCT("\"stock\":1,\"price_cents\":\"1290\""),
	       "price_cents: expected a whole number of cents without quotes, got '1290'");
	refuse(PRODUCT("\"stock\":1,\"price_cents\":1290.0"),
	       "price_cents: expected a whole number of cents, got '1290.0'");
	refuse(PRODUCT("\"stock\":1,\"price_cents\":1e3"),
	       "price_cents: expected a whole number of cents, got '1e3'");
	refuse(PRODUCT("\"stock\":1,\"price_cents\":-1"),
	       "price_cents: expected a whole number of cents from 0 to 1000000000000, got '-1'");
	refuse(PRODUCT("\"stock\":1,\"price_cents\":9223372036854775807"),
	       "price_cents: expected a whole number of cents from 0 to 1000000000000, "
	       "got '9223372036854775807'");
	refuse(PRODUCT("\"price_cents\":1,\"stock\":true"),
	       "stock: expected a whole number, got true");
	refuse(PRODUCT("\"price_cents\":1,\"stock\":null"),
	       "stock: expected a whole number, got null");
	refuse(PRODUCT("\"price_cents\":1,\"stock\":[1]"),
	       "stock: expected a whole number, got a list");
}

/* The number is quoted as it stands behind its key, not as another that is equal. */
static void test_number_in_line(void **state)
{
	(void)state;
	refuse(ORDER("\"items\":[{\"sku\":\"A\",\"quantity\":1,\"price_cents\":5},"
		     "{\"sku\":\"B\",\"quantity\":1.50,\"price_cents\":1.5}]"),
	       "items[1].quantity: expected a whole number, got '1.50'");
}

static void test_keys(void **state)
{
	(void)state;
	refuse_hint(PRODUCT("\"price_cent\":5," FINE), "price_cent: unknown key",
		    "did you mean 'price_cents'?");
	refuse(PRODUCT("\"weight\":5," FINE), "weight: unknown key");
	refuse("{\"type\":\"product\",\"name\":\"x\"," FINE "}", "sku: is missing");
	refuse(PRODUCT("\"price_cents\":1"), "stock: is missing");
	refuse("{\"type\":\"product\",\"sku\":\"\",\"name\":\"x\"," FINE "}", "sku: is empty");
	refuse("{\"type\":\"product\",\"sku\":\"a\",\"name\":\" \\u0009\"," FINE "}",
	       "name: is empty");
	refuse(PRODUCT("\"brand\":5," FINE), "brand: expected a text, got '5'");
	refuse(PRODUCT("\"group\":\"a\\u001b[2J\"," FINE),
	       "group: expected one line without control characters, got 'a [2J'");
	refuse(PRODUCT("\"group\":\"a\\nb\"," FINE),
	       "group: expected one line without control characters, got 'a b'");
	refuse(PRODUCT("\"group\":\"a\\u0085\"," FINE),
	       "group: expected one line without control characters, got 'a '");
	refuse(PRODUCT("\"currency\":\"usd\"," FINE),
	       "currency: expected three letters such as USD, got 'usd'");
	refuse(PRODUCT("\"attributes\":[]," FINE),
	       "attributes: expected an object of texts, got a list");
	refuse(PRODUCT("\"attributes\":{\"size\":42}," FINE),
	       "attributes.size: expected a text, got '42'");
}

/* Only the beginning of a long value is quoted. */
static void test_long_quote(void **state)
{
	char line[512], message[512], value[200];
	(void)state;
	memset(value, 'v', sizeof(value) - 1);
	value[sizeof(value) - 1] = '\0';
	snprintf(line, sizeof(line), PRODUCT("\"stock\":\"%s\",\"price_cents\":1"), value);
	snprintf(message, sizeof(message), "stock: expected a whole number, got '%.79s'...", value);
	refuse(line, message);
}

static void test_too_long_text(void **state)
{
	(void)state;
	char sku[66], line[256];
	memset(sku, 'x', 65);
	sku[65] = '\0';
	snprintf(line, sizeof(line),
		 "{\"type\":\"product\",\"sku\":\"%s\",\"name\":\"a\"," FINE "}", sku);
	refuse(line, "sku: has 65 bytes, and at most 64 are allowed");
	snprintf(line, sizeof(line),
		 "{\"type\":\"product\",\"sku\":\"%s\",\"name\":\"a\"," FINE "}", sku + 1);
	struct record r = parse(line);
	record_done(&r);
}

/* The message tells the types there are; the hint the one that was meant. */
static void test_unknown_type(void **state)
{
	static const char line[] = "{\"type\":\"prodcut\"}";
	struct record r = { 0 };
	struct shop_error err = { 0 };
	(void)state;
	assert_int_equal(record_parse(line, strlen(line), NOW, &r, &err), SHOP_E_INVALID);
	assert_ptr_equal(strstr(err.text, "type: expected product, "), err.text);
	assert_non_null(strstr(err.text, " or message, got 'prodcut'"));
	assert_string_equal(err.hint, "did you mean 'product'?");
}

static void test_not_records(void **state)
{
	(void)state;
	refuse("[1]", "expected a JSON object");
	refuse("{\"sku\":\"A\"}", "type: is missing");
	refuse(PRODUCT("\"stock\":1,\"stock\":2"), "not JSON: duplicate object key at byte 61");
	refuse("\"\xFF\"", "not JSON: unable to decode byte 0xff at byte 1");
	refuse("{\"type\":\"setting\",\"key\":\"a\\u0000b\",\"value\":\"\"}",
	       "a NUL has no place in a text");
}

/* Neither the parser's words nor ours quote it. */
static void test_password_never_told(void **state)
{
	static const char *const lines[] = {
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":\"hunter22\" "
		"x}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":\"hunter22",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":hunter22}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":[\"hunter22\"]"
		"}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":"
		"\"hunter22\\u0001\"}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password_hash\":{"
		"\"hunter22\":1}}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":\"hunter22\","
		"\"password_hash\":\"hunter22\"}",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct record r = { 0 };
		struct shop_error err = { 0 };
		assert_int_equal(record_parse(lines[i], strlen(lines[i]), NOW, &r, &err),
				 SHOP_E_INVALID);
		assert_null(strstr(err.text, "unter"));
		assert_null(strstr(err.hint, "unter"));
	}
}

static void test_times(void **state)
{
	static const struct {
		const char *text;
		int64_t at;
	} rows[] = {
		{ "-9d", NOW - 9 * DAY },
		{ "-1d2h30m", NOW - DAY - 9000 },
		{ "+5s", NOW + 5 },
		{ "2026-11-22T11:00:00+01:00", NOW },
		{ "2026-11-22", NOW - 36000 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char line[256];
		snprintf(line, sizeof(line), PRODUCT("\"created_at\":\"%s\"," FINE), rows[i].text);
		struct record r = parse(line);
		assert_int_equal(r.as.product.created_at, rows[i].at);
		record_done(&r);
	}
	refuse(PRODUCT("\"created_at\":\"yesterday\"," FINE),
	       "created_at: expected a time such as 2026-11-22T10:00:00Z or -9d, got 'yesterday'");
	refuse(PRODUCT("\"created_at\":17," FINE),
	       "created_at: expected a time such as 2026-11-22T10:00:00Z or -9d, got '17'");
}

static void test_user(void **state)
{
	(void)state;
	struct record r = parse(
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"role\":\"admin\","
		"\"password\":\"12345678\",\"address\":{\"line\":\"1 Road\",\"city\":\"Town\"}}");
	assert_int_equal(r.type, RECORD_USER);
	assert_string_equal(r.as.user.role, "admin");
	assert_true(r.as.user.address.given);
	assert_string_equal(r.as.user.address.city, "Town");
	assert_null(r.as.user.address.country);
	record_done(&r);
	r = parse(
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"address_line\":\"2 Road\","
		"\"city\":\"C\",\"postal_code\":\"P\",\"country\":\"Z\"}");
	assert_true(r.as.user.address.given);
	assert_string_equal(r.as.user.address.line, "2 Road");
	assert_string_equal(r.as.user.address.postal_code, "P");
	assert_string_equal(r.as.user.address.country, "Z");
	record_done(&r);
	r = parse("{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\"}");
	assert_false(r.as.user.address.given);
	record_done(&r);
	refuse("{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"role\":\"root\"}",
	       "role: expected customer or admin, got 'root'");
	refuse("{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"address\":{\"zip\":\"1\"}}",
	       "address.zip: unknown key");
}

static void test_order(void **state)
{
	(void)state;
	struct record r =
		parse(ORDER("\"items\":[{\"sku\":\"A\",\"quantity\":2,\"price_cents\":500},"
			    "{\"sku\":\"B\",\"quantity\":1,\"price_cents\":0,\"name\":\"Gone\","
			    "\"category\":\"X\"}],"
			    "\"paid_at\":\"2026-11-02T00:00:00Z\",\"shipped_at\":null"));
	const struct record_order *o = &r.as.order;
	assert_int_equal(o->line_count, 2);
	assert_int_equal(o->lines[0].quantity, 2);
	assert_int_equal(o->lines[0].price_cents, 500);
	assert_null(o->lines[0].name);
	assert_string_equal(o->lines[1].name, "Gone");
	assert_int_equal(o->paid_at - o->created_at, DAY);
	assert_int_equal(o->shipped_at, SHOP_NONE);
	assert_int_equal(o->cancelled_at, SHOP_NONE);
	record_done(&r);
	refuse(ORDER("\"items\":[]"), "items: is empty");
	refuse(ORDER("\"items\":{}"), "items: expected a list, got an object");
	refuse(ORDER("\"items\":[5]"), "items[0]: expected an object");
	refuse(ORDER("\"items\":[{\"sku\":\"A\",\"quantity\":0,\"price_cents\":5}]"),
	       "items[0].quantity: expected a whole number from 1 to 1000000, got '0'");
	refuse(ORDER("\"paid_at\":\"2026-10-31T23:59:59Z\"," ITEM),
	       "paid_at: is before created_at");
}

static void test_gone_accounts(void **state)
{
	(void)state;
	struct record r =
		parse("{\"type\":\"review\",\"sku\":\"A\",\"email\":null,\"author\":\"Al\","
		      "\"rating\":5,\"created_at\":\"-1d\"}");
	assert_null(r.as.review.email);
	assert_null(r.as.review.comment);
	record_done(&r);
	refuse("{\"type\":\"review\",\"sku\":\"A\",\"rating\":5}", "email: is missing");
	refuse("{\"type\":\"review\",\"sku\":\"A\",\"email\":null,\"rating\":5,\"created_at\":\"-"
	       "1d\"}",
	       "author: is missing, as email is null");
	refuse("{\"type\":\"review\",\"sku\":\"A\",\"email\":null,\"author\":\"A\",\"rating\":5}",
	       "created_at: is missing, as email is null");
	refuse("{\"type\":\"review\",\"sku\":\"A\",\"email\":\"a@b.c\",\"rating\":6}",
	       "rating: expected a whole number from 1 to 5, got '6'");
}

static void test_settings(void **state)
{
	static const char *const fine[][2] = {
		{ "currency", "EUR" },     { "tax_basis_points", "10000" },
		{ "shipping_cents", "0" }, { "payment_methods", "card,pay_pal" },
		{ "shop_name", "A & B" },  { "product_url", "https://x.example/{sku}" },
		{ "anything_else_2", "" },
	};
	static const char *const bad[][3] = {
		{ "currency", "eur",
		  "value: expected three letters such as USD for currency, got 'eur'" },
		{ "tax_basis_points", "10001",
		  "value: expected a whole number from 0 to 10000 for tax_basis_points, got "
		  "'10001'" },
		{ "shipping_cents", "5.90",
		  "value: expected a whole number of cents for shipping_cents, got '5.90'" },
		{ "payment_methods", "card,,x",
		  "value: expected words such as card,paypal for payment_methods, got 'card,,x'" },
		{ "Shop Name", "x",
		  "key: expected a word such as tax_basis_points, got 'Shop Name'" },
	};
	char line[256];
	(void)state;
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++) {
		snprintf(line, sizeof(line),
			 "{\"type\":\"setting\",\"key\":\"%s\",\"value\":\"%s\"}", fine[i][0],
			 fine[i][1]);
		struct record r = parse(line);
		assert_string_equal(r.as.setting.value, fine[i][1]);
		record_done(&r);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		snprintf(line, sizeof(line),
			 "{\"type\":\"setting\",\"key\":\"%s\",\"value\":\"%s\"}", bad[i][0],
			 bad[i][1]);
		refuse(line, bad[i][2]);
	}
}

static void test_message(void **state)
{
	(void)state;
	struct record r =
		parse("{\"type\":\"message\",\"email\":\"a@b.c\",\"conversation\":3,"
		      "\"role\":\"user\",\"text\":\"hi\\nthere\",\"created_at\":\"-1h\"}");
	assert_int_equal(r.type, RECORD_MESSAGE);
	assert_int_equal(r.as.message.conversation, 3);
	assert_null(r.as.message.context);
	record_done(&r);
	refuse("{\"type\":\"message\",\"email\":\"a@b.c\",\"conversation\":3,\"role\":\"system\","
	       "\"text\":\"hi\",\"created_at\":\"-1h\"}",
	       "role: expected user or assistant, got 'system'");
	refuse("{\"type\":\"message\",\"email\":\"a@b.c\",\"conversation\":3,\"role\":\"user\","
	       "\"text\":\"hi\"}",
	       "created_at: is missing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_product),
		cmocka_unit_test(test_product_least),
		cmocka_unit_test(test_prose),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_number_in_line),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_too_long_text),
		cmocka_unit_test(test_long_quote),
		cmocka_unit_test(test_unknown_type),
		cmocka_unit_test(test_not_records),
		cmocka_unit_test(test_password_never_told),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_user),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_gone_accounts),
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_message),
	};
	return cmocka_run_group_tests_name("exchange/record", tests, NULL, NULL);
}
