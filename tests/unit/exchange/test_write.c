/* SPDX-License-Identifier: MIT */
/* Records to lines: what is written is read back as the same record, whatever is in its texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/write.h"
#include "shop/time.h"

/* A line that record_write() makes is what it makes of the record that is read from it. */
static void same_again(const char *line)
{
	struct record r = { 0 };
	struct shop_error err = { 0 };
	struct buf b;
	buf_init(&b, 1 << 20);
	if (record_parse(line, strlen(line), 0, &r, &err) != SHOP_OK)
		fail_msg("%s: %s", line, err.text);
	record_write(&r, &b);
	assert_int_equal(b.data[b.len - 1], '\n');
	b.data[b.len - 1] = '\0';
	assert_string_equal(b.data, line);
	record_done(&r);
	buf_done(&b);
}

static void test_every_type(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"{\"type\":\"product\",\"sku\":\"A\",\"id\":12,\"name\":\"Lamp\",\"brand\":\"B\","
		"\"category\":\"A/B\",\"price_cents\":1,\"currency\":\"USD\",\"stock\":2,"
		"\"description\":\"d\",\"attributes\":{\"size\":\"1\",\"color\":\"red\"},"
		"\"group\":\"g\",\"image\":\"i.png\",\"created_at\":\"2026-11-01T00:00:00Z\"}",
		"{\"type\":\"product\",\"sku\":\"A\",\"name\":\"Lamp\",\"price_cents\":1,\"stock\":"
		"2}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"role\":\"admin\","
		"\"password_hash\":\"!\",\"address\":{\"line\":\"l\",\"city\":\"c\","
		"\"postal_code\":\"p\",\"country\":\"US\"},\"created_at\":\"2026-11-01T00:00:"
		"00Z\"}",
		"{\"type\":\"user\",\"email\":\"a@b.c\",\"name\":\"A\",\"password\":\"secret 88\"}",
		"{\"type\":\"review\",\"sku\":\"A\",\"email\":null,\"author\":\"X\",\"rating\":5,"
		"\"comment\":\"c\",\"created_at\":\"2026-11-01T00:00:00Z\"}",
		"{\"type\":\"order\",\"id\":7,\"email\":\"a@b.c\","
		"\"created_at\":\"2026-11-01T00:00:00Z\",\"payment_method\":\"card\","
		"\"currency\":\"EUR\",\"address\":{\"city\":\"c\"},\"items\":[{\"sku\":\"A\","
		"\"product\":\"\",\"name\":\"n\",\"category\":\"\",\"quantity\":2,\"price_cents\":"
		"3},"
		"{\"sku\":\"B\",\"quantity\":1,\"price_cents\":0}],\"shipping_cents\":4,"
		"\"tax_cents\":5,\"paid_at\":\"2026-11-02T00:00:00Z\",\"shipped_at\":null,"
		"\"delivered_at\":null,\"cancelled_at\":null,\"events\":["
		"{\"at\":\"2026-11-01T00:00:00Z\",\"kind\":\"placed\",\"actor\":\"customer\"},"
		"{\"at\":\"2026-11-02T00:00:00Z\",\"kind\":\"paid\",\"actor\":\"admin\"}],"
		"\"idempotency_key\":\"k\",\"idempotency_request\":\"r\"}",
		"{\"type\":\"policy\",\"topic\":\"t\",\"text\":\"x\","
		"\"updated_at\":\"2026-11-01T00:00:00Z\"}",
		"{\"type\":\"setting\",\"key\":\"k\",\"value\":\"\"}",
		"{\"type\":\"message\",\"email\":\"a@b.c\",\"conversation\":3,\"role\":\"user\","
		"\"text\":\"x\",\"engine\":\"builtin\",\"model\":\"m\",\"context\":\"c\","
		"\"created_at\":\"2026-11-01T00:00:00Z\"}",
		"{\"type\":\"image\",\"sku\":\"A\",\"data\":\"iVBORw==\"}",
	};
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		same_again(lines[i]);
}

static void write_comment(struct buf *b, const char *comment)
{
	const struct record r = { .type = RECORD_REVIEW,
				  .as.review = { .sku = "A",
						 .email = "a@b.c",
						 .rating = 1,
						 .comment = comment,
						 .created_at = SHOP_NONE } };
	buf_clear(b);
	record_write(&r, b);
	assert_false(b->failed);
}

static void test_texts(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		/* the text, and how it comes back; NULL: just so */
		{ "plain", NULL },
		{ "\"quoted\" \\ back / slash", NULL },
		{ "one\ntwo\r\n\tthree", NULL },
		{ "caf\xC3\xA9 \xE6\x9D\xB1 \xF0\x9F\x8D\x95", NULL },
		{ "\x01\x1B[31m\x7F \xC2\x9B \xE2\x80\xAE \xE2\x80\xA8", NULL },
		{ "bad \xFF\xC3( \xED\xA0\x80.", "bad \xEF\xBF\xBD\xEF\xBF\xBD( "
						 "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD." },
		{ "{\"type\":\"user\"}", NULL },
		{ "{", NULL },
	};
	struct buf b;
	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct record r = { 0 };
		struct shop_error err = { 0 };
		write_comment(&b, rows[i][0]);
		for (const char *p = b.data; p < b.data + b.len - 1; p++)
			assert_true((unsigned char)*p >= 0x20 && *p != 0x7F);
		if (record_parse(b.data, b.len, 0, &r, &err) != SHOP_OK)
			fail_msg("row %zu: %s: %s", i, err.text, b.data);
		assert_string_equal(r.as.review.comment,
				    rows[i][1] != NULL ? rows[i][1] : rows[i][0]);
		record_done(&r);
	}
	buf_done(&b);
}

static void test_picture(void **state)
{
	(void)state;
	unsigned char bytes[] = { 0, 1, 2, 0xFF, 0, '"', '\n' };
	const struct record r = { .type = RECORD_IMAGE, .as.image = { "A", bytes, sizeof(bytes) } };
	struct record back = { 0 };
	struct shop_error err = { 0 };
	struct buf b;
	buf_init(&b, 1000);
	record_write(&r, &b);
	assert_int_equal(record_parse(b.data, b.len, 0, &back, &err), SHOP_OK);
	assert_int_equal(back.as.image.len, sizeof(bytes));
	assert_memory_equal(back.as.image.bytes, bytes, sizeof(bytes));
	record_done(&back);
	buf_done(&b);
}

/* What does not fit is told, and not cut. */
static void test_too_long(void **state)
{
	(void)state;
	const struct record r = { .type = RECORD_POLICY,
				  .as.policy = { "topic", "a text of some length", 0 } };
	struct buf b;
	buf_init(&b, 40);
	record_write(&r, &b);
	assert_true(b.failed);
	buf_done(&b);
}

static void refuse(const char *line, const char *message)
{
	struct record r = { 0 };
	struct shop_error err = { 0 };
	assert_int_equal(record_parse(line, strlen(line), 0, &r, &err), SHOP_E_INVALID);
	assert_string_equal(err.text, message);
}

#define EVENTS(x)                                                                                  \
	"{\"type\":\"order\",\"id\":7,\"email\":null,\"created_at\":\"2026-11-01T00:00:00Z\","     \
	"\"payment_method\":\"card\",\"items\":[{\"sku\":\"A\",\"quantity\":1,\"price_cents\":0}]" \
	","                                                                                        \
	"\"shipping_cents\":0,\"tax_cents\":0,\"events\":[" x "]}"
#define PLACED(kind, at, actor) "{\"at\":\"" at "\",\"kind\":\"" kind "\",\"actor\":\"" actor "\"}"

/* Events say who it was, and nothing else than the times do. */
static void test_events(void **state)
{
	(void)state;
	refuse(EVENTS(""), "events: expected one for each time of the order");
	refuse(EVENTS(PLACED("placed", "2026-11-01T00:00:01Z", "admin")),
	       "events[0].at: is not the order's time for it");
	refuse(EVENTS(PLACED("paid", "2026-11-01T00:00:00Z", "admin")),
	       "events[0].at: is not the order's time for it");
	refuse(EVENTS(PLACED("eaten", "2026-11-01T00:00:00Z", "admin")),
	       "events[0].kind: did not expect 'eaten'");
	refuse(EVENTS(PLACED("placed", "2026-11-01T00:00:00Z", "god")),
	       "events[0].actor: expected customer, admin or import, got 'god'");
	refuse(EVENTS("5"), "events[0]: expected an object");
	refuse("{\"type\":\"image\",\"sku\":\"A\",\"data\":\"no base64\"}",
	       "data: expected base64");
}

static void refuse_values(struct record r, const char *message)
{
	struct shop_error err = { 0 };
	assert_int_equal(record_check(&r, &err), SHOP_E_INVALID);
	assert_string_equal(err.text, message);
}

/* Values that did not come as JSON are under the same rules. */
static void test_check(void **state)
{
	(void)state;
	char long_sku[80];
	memset(long_sku, 'x', sizeof(long_sku));
	long_sku[70] = '\0';
	struct shop_attribute empty = { (char *)"color", (char *)" " };
	struct shop_attribute odd = { (char *)"a\nb", (char *)"x" };
	const struct record fine = { .type = RECORD_PRODUCT,
				     .as.product = { .sku = "A", .name = "B", .created_at = 5 } };
	assert_int_equal(record_check(&fine, NULL), SHOP_OK);
	struct record r = fine;
	r.as.product.sku = NULL;
	refuse_values(r, "sku: is missing");
	r.as.product.sku = long_sku;
	refuse_values(r, "sku: has 70 bytes, and at most 64 are allowed");
	r.as.product.sku = "a\tb";
	refuse_values(r, "sku: expected one line without control characters, got 'a b'");
	r = fine;
	r.as.product.name = "\xFF";
	refuse_values(r, "name: is not UTF-8 text");
	r = fine;
	r.as.product.price_cents = -1;
	refuse_values(r, "price_cents: expected a whole number of cents from 0 to 1000000000000, "
			 "got '-1'");
	r = fine;
	r.as.product.attributes = &empty;
	r.as.product.attribute_count = 1;
	refuse_values(r, "attributes.color: is empty");
	r.as.product.attributes = &odd;
	refuse_values(r, "attributes: a name is one line of 1 to 200 bytes");
	refuse_values((struct record){ .type = RECORD_SETTING,
				       .as.setting = { "tax_basis_points", "8.2" } },
		      "value: expected a whole number from 0 to 10000 for tax_basis_points, got "
		      "'8.2'");
	refuse_values((struct record){ .type = RECORD_SETTING,
				       .as.setting = { "product_url", "javascript:alert(1)" } },
		      "value: expected an address such as https://shop.example/p/{sku} for "
		      "product_url, got 'javascript:alert(1)'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_type), cmocka_unit_test(test_texts),
		cmocka_unit_test(test_picture),    cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_events),     cmocka_unit_test(test_check),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
