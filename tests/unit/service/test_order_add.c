/* SPDX-License-Identifier: MIT */
/* Placing orders: what is computed, what is refused, and that nothing is done by halves. */
#include "order_scene.h"

#include "service/order_money.h"

static enum shop_status add(struct scene *s, const struct shop_order_request *in,
			    struct shop_order *ret)
{
	memset(ret, 0, sizeof(*ret));
	memset(&s->err, 0, sizeof(s->err));
	enum shop_status st = shop_order_add(s->shop, in, ret, &s->err);
	assert_int_equal(s->err.status, st);
	assert_true((ret->id != 0) == (st == SHOP_OK));
	return st;
}

/* Nothing is there that was not before, and nothing is missing. */
static void assert_untouched(struct scene *s)
{
	assert_int_equal(sql(s, "SELECT count(*) FROM purchase"), 0);
	assert_int_equal(sql(s, "SELECT count(*) FROM order_line"), 0);
	assert_int_equal(sql(s, "SELECT count(*) FROM order_event"), 0);
	assert_int_equal(sql(s, "SELECT count(*) FROM order_key"), 0);
	assert_int_equal(sql(s, "SELECT sum(stock) FROM product"), 1000015);
}

static void test_order(void **state)
{
	struct scene *s = *state;
	struct shop_order_item items[] = { { "#1", 2 }, { "B-2", 1 }, { "1", 3 } };
	struct shop_order_request in = { .items = items, .item_count = 3 };
	struct shop_order o;
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	assert_int_equal(o.status, SHOP_ORDER_PENDING);
	assert_int_equal(o.customer_id, ALICE);
	assert_int_equal(o.created_at, NOW);
	assert_int_equal(o.line_count, 2);
	assert_int_equal(o.lines[0].product_id, 1);
	assert_string_equal(o.lines[0].sku, "A-1");
	assert_string_equal(o.lines[0].name, "Apple");
	assert_string_equal(o.lines[0].category, "Things/Small");
	assert_int_equal(o.lines[0].price_cents, 125);
	assert_int_equal(o.lines[0].quantity, 5);
	assert_string_equal(o.lines[1].category, "");
	assert_int_equal(o.items_cents, 5 * 125 + 3799);
	assert_int_equal(o.shipping_cents, 590);
	assert_int_equal(o.tax_cents, 363); /* 8.2 % of 4424 are 362.768 */
	assert_int_equal(o.total_cents, 4424 + 590 + 363);
	assert_string_equal(o.currency, "EUR");
	assert_string_equal(o.payment_method, "card");
	assert_string_equal(o.address_line, "1 Elm");
	assert_string_equal(o.country, "Oz");
	assert_int_equal(o.event_count, 1);
	assert_string_equal(o.events[0].kind, "placed");
	assert_string_equal(o.events[0].actor, "customer");
	assert_int_equal(o.events[0].at, NOW);
	shop_order_done(&o);
	assert_int_equal(sql(s, "SELECT stock FROM product WHERE id = 1"), 5);
	assert_int_equal(sql(s, "SELECT stock FROM product WHERE id = 2"), 4);
}

/* What was bought stays what it was. */
static void test_copies(void **state)
{
	struct scene *s = *state;
	int64_t id = order_one(s, "A-1", 1, NULL);
	sql(s, "UPDATE product SET name = 'Pear', price_cents = 1, sku = 'P-1' WHERE id = 1");
	struct shop_order o;
	assert_int_equal(shop_order_get(s->shop, id, &o, &s->err), SHOP_OK);
	assert_string_equal(o.lines[0].name, "Apple");
	assert_string_equal(o.lines[0].sku, "A-1");
	assert_int_equal(o.lines[0].price_cents, 125);
	shop_order_done(&o);
}

static void test_address(void **state)
{
	struct scene *s = *state;
	static const char *const bad[] = {
		"",        "Elm",    "a, b, c",   ",b,c,d",      "a,,c,d",
		"a,b, ,d", "a,b,c,", "a\n,b,c,d", "a\xff,b,c,d", "a, b, c, \033[31m",
	};
	struct shop_order_item item = { "A-1", 1 };
	struct shop_order_request in = { .items = &item, .item_count = 1 };
	struct shop_order o;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		in.address = bad[i];
		assert_int_equal(add(s, &in, &o), SHOP_E_INVALID);
	}
	char long_address[512];
	snprintf(long_address, sizeof(long_address), "%0201d, b, c, d", 1);
	in.address = long_address;
	assert_int_equal(add(s, &in, &o), SHOP_E_INVALID);
	/* Bob's profile has none. */
	act(s, BOB, SHOP_SCOPE_FULL);
	in.address = NULL;
	assert_int_equal(add(s, &in, &o), SHOP_E_INVALID);
	assert_untouched(s);
	in.address = " Flat 2, 14 Larch St ,  Łódź, 90-001 , Poland ";
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	assert_string_equal(o.address_line, "Flat 2, 14 Larch St");
	assert_string_equal(o.city, "Łódź");
	assert_string_equal(o.postal_code, "90-001");
	assert_string_equal(o.country, "Poland");
	shop_order_done(&o);
}

static void test_refused(void **state)
{
	struct scene *s = *state;
	static const struct {
		struct shop_order_item items[3];
		size_t count;
		const char *payment;
		enum shop_status want;
	} rows[] = {
		{ { { "A-1", 1 } }, 0, NULL, SHOP_E_INVALID },
		{ { { "A-1", 0 } }, 1, NULL, SHOP_E_INVALID },
		{ { { "A-1", -1 } }, 1, NULL, SHOP_E_INVALID },
		{ { { "A-1", INT64_MIN } }, 1, NULL, SHOP_E_INVALID },
		{ { { "A-1", 1000001 } }, 1, NULL, SHOP_E_INVALID },
		{ { { "A-1", INT64_MAX } }, 1, NULL, SHOP_E_INVALID },
		{ { { "A-1", 1 } }, 1, "cheque", SHOP_E_INVALID },
		{ { { "A-1", 1 } }, 1, "car", SHOP_E_INVALID },
		{ { { "A-1", 1 } }, 1, "card,cash_on_delivery", SHOP_E_INVALID },
		{ { { "A-1", 1 } }, 1, "", SHOP_E_INVALID },
		{ { { "Z-9", 1 } }, 1, NULL, SHOP_E_NOT_FOUND },
		{ { { "", 1 } }, 1, NULL, SHOP_E_NOT_FOUND },
		{ { { "#99", 1 } }, 1, NULL, SHOP_E_NOT_FOUND },
		{ { { "A-1", 11 } }, 1, NULL, SHOP_E_OUT_OF_STOCK },
		{ { { "D-4", 1 } }, 1, NULL, SHOP_E_OUT_OF_STOCK },
		/* The last item of several is what fails. */
		{ { { "A-1", 1 }, { "B-2", 6 } }, 2, NULL, SHOP_E_OUT_OF_STOCK },
		{ { { "A-1", 1 }, { "Z-9", 1 } }, 2, NULL, SHOP_E_NOT_FOUND },
		{ { { "A-1", 5 }, { "1", 4 }, { "#1", 2 } }, 3, NULL, SHOP_E_OUT_OF_STOCK },
		/* Together too many, though no one of them is. */
		{ { { "C-3", 600000 }, { "C-3", 600000 } }, 2, NULL, SHOP_E_INVALID },
		/* Sums that are too large. */
		{ { { "C-3", 1 } }, 1, NULL, SHOP_E_INVALID },
		{ { { "C-3", 1000000 } }, 1, NULL, SHOP_E_INVALID },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shop_order_request in = { .items = rows[i].items,
						 .item_count = rows[i].count,
						 .payment = rows[i].payment,
						 .key = "key" };
		struct shop_order o;
		assert_int_equal(add(s, &in, &o), rows[i].want);
		assert_untouched(s);
	}
}

static void test_too_many_items(void **state)
{
	struct scene *s = *state;
	struct shop_order_item items[SHOP_ORDER_ITEMS_MAX + 1];
	struct shop_order o;
	for (size_t i = 0; i < SHOP_ORDER_ITEMS_MAX + 1; i++)
		items[i] = (struct shop_order_item){ "D-4", 1 };
	struct shop_order_request in = { .items = items, .item_count = SHOP_ORDER_ITEMS_MAX + 1 };
	sql(s, "UPDATE product SET stock = 1000 WHERE sku = 'D-4'");
	assert_int_equal(add(s, &in, &o), SHOP_E_INVALID);
	in.item_count--;
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	assert_int_equal(o.lines[0].quantity, SHOP_ORDER_ITEMS_MAX);
	shop_order_done(&o);
}

static void test_rights(void **state)
{
	struct scene *s = *state;
	struct shop_order_item item = { "A-1", 1 };
	struct shop_order_request in = { .items = &item, .item_count = 1 };
	struct shop_order o;
	act(s, SHOP_NONE, SHOP_SCOPE_FULL);
	assert_int_equal(add(s, &in, &o), SHOP_E_NOT_LOGGED_IN);
	act(s, ALICE, SHOP_SCOPE_READ);
	assert_int_equal(add(s, &in, &o), SHOP_E_DENIED);
	/* Deleted while logged in. */
	act(s, 77, SHOP_SCOPE_FULL);
	assert_int_equal(add(s, &in, &o), SHOP_E_LOGIN_EXPIRED);
	assert_untouched(s);
}

static void test_key(void **state)
{
	struct scene *s = *state;
	struct shop_order_item items[] = { { "A-1", 2 }, { "B-2", 1 } };
	struct shop_order_request in = { .items = items, .item_count = 2, .key = "k-1" };
	struct shop_order o;
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	int64_t id = o.id;
	shop_order_done(&o);
	/* The same again, also when what it needs is gone, gives the same order as it is now. */
	sql(s, "UPDATE product SET stock = 0; DELETE FROM product WHERE id = 2;"
	       "UPDATE customer SET city = NULL; UPDATE setting SET value = 'cheque'"
	       " WHERE key = 'payment_methods'");
	assert_int_equal(shop_order_pay(s->shop, id, &o, &s->err), SHOP_OK);
	shop_order_done(&o);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(add(s, &in, &o), SHOP_OK);
		assert_int_equal(o.id, id);
		assert_int_equal(o.status, SHOP_ORDER_PAID);
		assert_int_equal(o.lines[0].quantity, 2);
		shop_order_done(&o);
	}
	assert_int_equal(sql(s, "SELECT count(*) FROM purchase"), 1);
	/* Any other request is another. */
	struct shop_order_request other = in;
	other.item_count = 1;
	assert_int_equal(add(s, &other, &o), SHOP_E_CONFLICT);
	other = in;
	other.payment = "card";
	assert_int_equal(add(s, &other, &o), SHOP_E_CONFLICT);
	other = in;
	other.address = "1 Elm, Ash, Z9, Oz";
	assert_int_equal(add(s, &other, &o), SHOP_E_CONFLICT);
	items[0].quantity = 1;
	assert_int_equal(add(s, &in, &o), SHOP_E_CONFLICT);
	assert_int_equal(sql(s, "SELECT count(*) FROM purchase"), 1);
}

/* Keys are each customer's own, and what failed has used none up. */
static void test_key_scope(void **state)
{
	struct scene *s = *state;
	struct shop_order_item item = { "A-1", 100 };
	struct shop_order_request in = {
		.items = &item, .item_count = 1, .address = "a, b, c, d", .key = "k"
	};
	struct shop_order o;
	assert_int_equal(add(s, &in, &o), SHOP_E_OUT_OF_STOCK);
	item.quantity = 1;
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	int64_t first = o.id;
	shop_order_done(&o);
	act(s, BOB, SHOP_SCOPE_FULL);
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	assert_int_not_equal(o.id, first);
	shop_order_done(&o);
	static const char *const bad[] = { "", "a b", "a\n", "\xc3\xa9", "\x7f" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		in.key = bad[i];
		assert_int_equal(add(s, &in, &o), SHOP_E_INVALID);
	}
	char key[SHOP_ORDER_KEY_MAX + 2];
	memset(key, 'k', sizeof(key));
	key[SHOP_ORDER_KEY_MAX + 1] = '\0';
	in.key = key;
	assert_int_equal(add(s, &in, &o), SHOP_E_INVALID);
	key[SHOP_ORDER_KEY_MAX] = '\0';
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	shop_order_done(&o);
}

static void test_settings(void **state)
{
	struct scene *s = *state;
	static const char *const broken[] = { "x", "-1", "1.5", "10001", "99999999999999999999",
					      " 1" };
	struct shop_order_item item = { "A-1", 1 };
	struct shop_order_request in = { .items = &item, .item_count = 1 };
	struct shop_order o;
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		char text[128];
		snprintf(text, sizeof(text),
			 "UPDATE setting SET value = '%s' WHERE key = 'tax_basis_points'",
			 broken[i]);
		sql(s, text);
		assert_int_equal(add(s, &in, &o), SHOP_E_FAILED);
	}
	sql(s, "DELETE FROM setting WHERE key = 'payment_methods'");
	sql(s, "UPDATE setting SET value = '0' WHERE key = 'tax_basis_points'");
	assert_int_equal(add(s, &in, &o), SHOP_E_FAILED);
	assert_untouched(s);
	/* What is not set costs nothing. */
	sql(s, "DELETE FROM setting");
	sql(s, "INSERT INTO setting VALUES ('payment_methods', 'shells')");
	assert_int_equal(add(s, &in, &o), SHOP_OK);
	assert_int_equal(o.total_cents, 125);
	assert_string_equal(o.payment_method, "shells");
	shop_order_done(&o);
}

static void test_money(void **state)
{
	(void)state;
	static const struct {
		int64_t price, quantity, basis_points, shipping, from;
		int64_t want_tax, want_shipping; /* want_tax SHOP_NONE: refused */
	} rows[] = {
		{ 100, 1, 0, 0, SHOP_NONE, 0, 0 },
		{ 100, 1, 10000, 5, SHOP_NONE, 100, 5 },
		{ 1, 1, 4999, 0, SHOP_NONE, 0, 0 },
		{ 1, 1, 5000, 0, SHOP_NONE, 1, 0 }, /* exactly half goes up */
		{ 3, 1, 5000, 0, SHOP_NONE, 2, 0 },
		{ 7499, 1, 0, 590, 7500, 0, 590 },
		{ 7500, 1, 0, 590, 7500, 0, 0 },
		{ 0, 1, 820, 590, 0, 0, 0 },
		{ 999999999999, 1, 0, 1, SHOP_NONE, 0, 1 },
		{ 999999999999, 1, 0, 2, SHOP_NONE, SHOP_NONE, 0 },
		{ INT64_MAX, 1, 0, 0, SHOP_NONE, SHOP_NONE, 0 },
		{ INT64_MAX, 2, 0, 0, SHOP_NONE, SHOP_NONE, 0 },
		{ INT64_MAX / 2, 1, 10000, 0, SHOP_NONE, SHOP_NONE, 0 },
		{ 1, INT64_MAX, 10000, INT64_MAX, SHOP_NONE, SHOP_NONE, 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shop_order_line line = { .price_cents = rows[i].price,
						.quantity = rows[i].quantity };
		struct shop_order o = { .lines = &line, .line_count = 1 };
		struct order_rates rates = { rows[i].basis_points, rows[i].shipping, rows[i].from };
		struct shop_error err = { 0 };
		bool fits = rows[i].want_tax != SHOP_NONE;
		assert_int_equal(order_count_money(&o, &rates, &err),
				 fits ? SHOP_OK : SHOP_E_INVALID);
		if (!fits)
			continue;
		assert_int_equal(o.tax_cents, rows[i].want_tax);
		assert_int_equal(o.shipping_cents, rows[i].want_shipping);
		assert_int_equal(o.total_cents, o.items_cents + o.tax_cents + o.shipping_cents);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCENE_TEST(test_order),    SCENE_TEST(test_copies),
		SCENE_TEST(test_address),  SCENE_TEST(test_refused),
		SCENE_TEST(test_rights),   SCENE_TEST(test_too_many_items),
		SCENE_TEST(test_key),      SCENE_TEST(test_key_scope),
		SCENE_TEST(test_settings), cmocka_unit_test(test_money),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
