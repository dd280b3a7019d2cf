/* SPDX-License-Identifier: MIT */
/* Reports: what counts as a sale, where periods begin, what is in which sum, and who may look. */
#include "order_scene.h"

static const char purchases[] =
	"INSERT INTO purchase (id, customer_id, currency, items_cents, shipping_cents, tax_cents,"
	" total_cents, payment_method, status, created_at, paid_at, cancelled_at) VALUES"
	/* 2026-01-31 23:59:59, a Saturday; 2026-02-01 00:00:00; 2026-02-02, a Monday */
	" (1, 1, 'EUR', 200, 10, 3, 213, 'card', 'paid', 1769903999, 1769903999, NULL),"
	" (2, 1, 'EUR', 400, 20, 5, 425, 'card', 'delivered', 1769904000, 1769904000, NULL),"
	" (3, 2, 'EUR', 800, 0, 7, 807, 'card', 'shipped', 1769990400, 1769990400, NULL),"
	" (4, 2, 'EUR', 1600, 0, 0, 1600, 'card', 'pending', 1769990400, NULL, NULL),"
	" (5, 2, 'EUR', 3200, 0, 0, 3200, 'card', 'cancelled', 1769990400, 1769990400, 1769990500),"
	" (6, NULL, 'EUR', 6400, 0, 0, 6400, 'card', 'paid', 1769990400, 1769990401, NULL),"
	" (7, 3, 'USD', 12800, 0, 0, 12800, 'card', 'paid', 1769990400, 1769990402, NULL);"
	"INSERT INTO order_line (purchase_id, position, product_id, sku, name, category,"
	" price_cents, quantity) VALUES"
	" (1, 1, 1, 'A-1', 'Apple', '', 100, 2), (2, 1, 1, 'OLD', 'Old apple', '', 100, 1),"
	" (2, 2, 2, 'B-2', 'Bell', '', 150, 2), (3, 1, 2, 'B-2', 'Bell', '', 800, 1),"
	" (4, 1, 1, 'A-1', 'Apple', '', 1600, 1), (5, 1, 1, 'A-1', 'Apple', '', 3200, 1),"
	" (6, 1, NULL, 'G-1', 'Gone', '', 3200, 2), (7, 1, 1, 'A-1', 'Apple', '', 12800, 1);";

static int set_up(void **state)
{
	int rc = scene_set_up(state);
	struct scene *s = *state;
	if (rc == 0)
		sql(s, purchases);
	return rc;
}

static void sales(struct scene *s, enum shop_period by, struct shop_sales *ret)
{
	const struct shop_sales_request in = { { SHOP_NONE, SHOP_NONE }, by, SHOP_NONE };
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_equal(shop_report_sales(s->shop, &in, ret, &s->err), SHOP_OK);
}

static void test_total(void **state)
{
	struct shop_sales r;
	sales(*state, SHOP_BY_DAY, &r);
	assert_string_equal(r.currency, "EUR");
	assert_int_equal(r.total.orders, 4);
	assert_int_equal(r.total.units, 2 + 3 + 1 + 2);
	assert_int_equal(r.total.items_cents, 7800);
	assert_int_equal(r.total.shipping_cents, 30);
	assert_int_equal(r.total.tax_cents, 15);
	assert_int_equal(r.total.total_cents, 7845);
	assert_int_equal(r.other_orders, 1);
	shop_sales_done(&r);
}

static void period_is(const struct shop_sales *r, size_t at, int32_t day, int64_t cents)
{
	assert_true(at < r->period_count);
	assert_int_equal(r->periods[at].day, day);
	assert_int_equal(r->periods[at].sums.total_cents, cents);
}

static void test_periods(void **state)
{
	struct shop_sales r;
	int32_t last = shop_day_from_date(2026, 1, 31);
	sales(*state, SHOP_BY_DAY, &r);
	assert_int_equal(r.period_count, 3);
	period_is(&r, 0, last, 213);
	period_is(&r, 1, last + 1, 425);
	period_is(&r, 2, last + 2, 7207);
	shop_sales_done(&r);
	sales(*state, SHOP_BY_WEEK, &r);
	assert_int_equal(r.period_count, 2);
	period_is(&r, 0, shop_day_from_date(2026, 1, 26), 638);
	period_is(&r, 1, shop_day_from_date(2026, 2, 2), 7207);
	shop_sales_done(&r);
	sales(*state, SHOP_BY_MONTH, &r);
	assert_int_equal(r.period_count, 2);
	period_is(&r, 0, shop_day_from_date(2026, 1, 1), 213);
	period_is(&r, 1, shop_day_from_date(2026, 2, 1), 7632);
	shop_sales_done(&r);
}

/* A day is one of the place where it is asked. */
static void test_place(void **state)
{
	struct scene *s = *state;
	struct shop_sales r;
	shop_set_now(s->shop, NOW, 3600);
	sales(s, SHOP_BY_MONTH, &r);
	assert_int_equal(r.period_count, 1);
	period_is(&r, 0, shop_day_from_date(2026, 2, 1), 7845);
	shop_sales_done(&r);
	shop_set_now(s->shop, NOW, -3600);
	sales(s, SHOP_BY_MONTH, &r);
	period_is(&r, 0, shop_day_from_date(2026, 1, 1), 638);
	shop_sales_done(&r);
}

/* Months without a sale are there, years are not; before 1970 there are days as well. */
static void test_gaps(void **state)
{
	struct scene *s = *state;
	struct shop_sales r;
	sql(s, "UPDATE purchase SET paid_at = -1 WHERE id = 1;"
	       "UPDATE purchase SET paid_at = 1764547200 WHERE id = 2");
	sales(s, SHOP_BY_MONTH, &r);
	assert_int_equal(r.period_count, 4);
	period_is(&r, 0, shop_day_from_date(1969, 12, 1), 213);
	period_is(&r, 1, shop_day_from_date(2025, 12, 1), 425);
	period_is(&r, 2, shop_day_from_date(2026, 1, 1), 0);
	period_is(&r, 3, shop_day_from_date(2026, 2, 1), 7207);
	shop_sales_done(&r);
	sales(s, SHOP_BY_WEEK, &r);
	period_is(&r, 0, shop_day_from_date(1969, 12, 29), 213);
	shop_sales_done(&r);
}

static void test_products(void **state)
{
	struct shop_sales r;
	sales(*state, SHOP_BY_DAY, &r);
	assert_int_equal(r.product_count, 3);
	assert_int_equal(r.products[0].id, SHOP_NONE);
	assert_string_equal(r.products[0].sku, "G-1");
	assert_int_equal(r.products[0].cents, 6400);
	assert_int_equal(r.products[0].units, 2);
	assert_int_equal(r.products[1].id, 2);
	assert_int_equal(r.products[1].cents, 1100);
	assert_int_equal(r.products[2].id, 1);
	assert_string_equal(r.products[2].sku, "A-1");
	assert_string_equal(r.products[2].name, "Apple");
	assert_int_equal(r.products[2].units, 3);
	shop_sales_done(&r);
}

static void test_range(void **state)
{
	struct scene *s = *state;
	struct shop_sales r;
	struct shop_sales_request in = { { 1769904000, 1769990400 }, SHOP_BY_DAY, 1 };
	act(s, ADMIN, SHOP_SCOPE_READ);
	assert_int_equal(shop_report_sales(s->shop, &in, &r, &s->err), SHOP_OK);
	assert_int_equal(r.total.total_cents, 425 + 807);
	assert_int_equal(r.product_count, 1);
	shop_sales_done(&r);
	in.range.until = in.range.since - 1;
	assert_int_equal(shop_report_sales(s->shop, &in, &r, &s->err), SHOP_E_INVALID);
}

/* Sums beyond what a number holds are no sums. */
static void test_large(void **state)
{
	struct scene *s = *state;
	struct shop_sales r;
	const struct shop_sales_request in = { { SHOP_NONE, SHOP_NONE }, SHOP_BY_DAY, SHOP_NONE };
	sql(s, "UPDATE purchase SET items_cents = 9000000000000000000, shipping_cents = 0,"
	       " tax_cents = 0, total_cents = 9000000000000000000 WHERE id IN (1, 2)");
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_not_equal(shop_report_sales(s->shop, &in, &r, &s->err), SHOP_OK);
	assert_null(r.periods);
}

struct stock {
	struct shop_stock_row rows[8];
	size_t count;
};

static enum shop_status stock_take(void *ctx, const struct shop_stock_row *row,
				   struct shop_error *err)
{
	struct stock *all = ctx;
	(void)err;
	assert_true(all->count < 8);
	all->rows[all->count++] = *row;
	return SHOP_OK;
}

static void test_stock(void **state)
{
	struct scene *s = *state;
	struct stock all = { .count = 0 };
	const struct shop_stock_request in = { 30, SHOP_NONE };
	act(s, ADMIN, SHOP_SCOPE_FULL);
	shop_set_now(s->shop, 1769990400, 0);
	assert_int_equal(shop_report_stock(s->shop, &in, stock_take, &all, &s->err), SHOP_OK);
	assert_int_equal(all.count, 3);
	/* 10 apples, and 5 of them ordered, one of it unpaid, one in another currency; 5 bells, 3. */
	assert_int_equal(all.rows[0].id, 2);
	assert_int_equal(all.rows[0].sold, 3);
	assert_int_equal(all.rows[0].days_left, 50);
	assert_int_equal(all.rows[1].id, 1);
	assert_int_equal(all.rows[1].sold, 5);
	assert_int_equal(all.rows[1].days_left, 60);
	assert_int_equal(all.rows[2].id, 4);
	assert_int_equal(all.rows[2].sold, 0);
	assert_int_equal(all.rows[2].days_left, SHOP_NONE);
}

static void test_stock_days(void **state)
{
	struct scene *s = *state;
	struct stock all = { .count = 0 };
	struct shop_stock_request in = { 1, 1 };
	act(s, ADMIN, SHOP_SCOPE_FULL);
	/* A second after midnight a day ago, what was ordered then is too old. */
	shop_set_now(s->shop, 1769904000 + 86400, 0);
	assert_int_equal(shop_report_stock(s->shop, &in, stock_take, &all, &s->err), SHOP_OK);
	assert_int_equal(all.count, 1);
	assert_int_equal(all.rows[0].id, 1);
	assert_int_equal(all.rows[0].sold, 2);
	for (in.days = -1; in.days < 5000; in.days += in.days == -1 ? 1 : 3661)
		assert_int_equal(shop_report_stock(s->shop, &in, stock_take, &all, &s->err),
				 SHOP_E_INVALID);
}

static void test_customers(void **state)
{
	struct scene *s = *state;
	struct shop_customers_report r;
	struct shop_customers_request in = { { SHOP_NONE, SHOP_NONE }, SHOP_NONE };
	sql(s, "UPDATE customer SET created_at = 1769990400 WHERE id = 2");
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_equal(shop_report_customers(s->shop, &in, &r, &s->err), SHOP_OK);
	assert_int_equal(r.customers, 3);
	assert_int_equal(r.buyers, 3);
	assert_int_equal(r.returning, 1);
	assert_int_equal(r.orders, 4);
	assert_int_equal(r.other_orders, 1);
	assert_int_equal(r.cents, 7845);
	assert_int_equal(r.best_count, 2);
	assert_string_equal(r.best[0].email, "bob@example.com");
	assert_int_equal(r.best[0].cents, 807);
	assert_int_equal(r.best[1].cents, 638);
	assert_int_equal(r.best[1].orders, 2);
	shop_customers_report_done(&r);
	/* The second sale need not be in the time that is asked for, but before its end. */
	in.range = (struct shop_report_range){ 1769904000, 1769904000 };
	assert_int_equal(shop_report_customers(s->shop, &in, &r, &s->err), SHOP_OK);
	assert_int_equal(r.new_accounts, 0);
	assert_int_equal(r.buyers, 1);
	assert_int_equal(r.returning, 1);
	shop_customers_report_done(&r);
	in.range = (struct shop_report_range){ SHOP_NONE, 1769903999 };
	assert_int_equal(shop_report_customers(s->shop, &in, &r, &s->err), SHOP_OK);
	assert_int_equal(r.buyers, 1);
	assert_int_equal(r.returning, 0);
	shop_customers_report_done(&r);
}

static void test_rights(void **state)
{
	struct scene *s = *state;
	struct shop_sales sales;
	struct shop_customers_report customers;
	struct stock all = { .count = 0 };
	const struct shop_sales_request a = { { SHOP_NONE, SHOP_NONE }, SHOP_BY_DAY, SHOP_NONE };
	const struct shop_stock_request b = { 30, SHOP_NONE };
	const struct shop_customers_request c = { { SHOP_NONE, SHOP_NONE }, SHOP_NONE };
	static const struct {
		int64_t who;
		enum shop_status st;
	} rows[] = { { SHOP_NONE, SHOP_E_NOT_LOGGED_IN }, { ALICE, SHOP_E_DENIED } };
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		act(s, rows[i].who, SHOP_SCOPE_FULL);
		assert_int_equal(shop_report_sales(s->shop, &a, &sales, &s->err), rows[i].st);
		assert_int_equal(shop_report_stock(s->shop, &b, stock_take, &all, &s->err),
				 rows[i].st);
		assert_int_equal(shop_report_customers(s->shop, &c, &customers, &s->err),
				 rows[i].st);
	}
	assert_int_equal(all.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_total),  TEST(test_periods),   TEST(test_place),      TEST(test_gaps),
		TEST(test_range),  TEST(test_products),  TEST(test_large),      TEST(test_stock),
		TEST(test_rights), TEST(test_customers), TEST(test_stock_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
