/* SPDX-License-Identifier: MIT */
/* What can happen to an order: every status against every step, and who may do it. */
#include "order_scene.h"

enum { STEPS = 4, STATUSES = 5 };

typedef enum shop_status step_fn(struct shop *shop, int64_t id, struct shop_order *ret,
				 struct shop_error *err);

static step_fn *const steps[STEPS] = {
	[SHOP_STEP_PAY] = shop_order_pay,
	[SHOP_STEP_SHIP] = shop_order_ship,
	[SHOP_STEP_DELIVER] = shop_order_deliver,
	[SHOP_STEP_CANCEL] = shop_order_cancel,
};

static enum shop_status step(struct scene *s, enum shop_order_step which, int64_t id,
			     struct shop_order *ret)
{
	memset(ret, 0, sizeof(*ret));
	memset(&s->err, 0, sizeof(s->err));
	enum shop_status st = steps[which](s->shop, id, ret, &s->err);
	assert_int_equal(s->err.status, st);
	return st;
}

/* A new order of alice's, brought into the status by the admin; nobody else's help is needed. */
static int64_t order_in(struct scene *s, enum shop_order_status status, const char *payment)
{
	static const enum shop_order_step paths[STATUSES][STEPS] = {
		[SHOP_ORDER_PAID] = { SHOP_STEP_PAY },
		[SHOP_ORDER_SHIPPED] = { SHOP_STEP_PAY, SHOP_STEP_SHIP },
		[SHOP_ORDER_DELIVERED] = { SHOP_STEP_PAY, SHOP_STEP_SHIP, SHOP_STEP_DELIVER },
		[SHOP_ORDER_CANCELLED] = { SHOP_STEP_CANCEL },
	};
	static const size_t lengths[STATUSES] = { 0, 1, 2, 3, 1 };
	act(s, ALICE, SHOP_SCOPE_FULL);
	int64_t id = order_one(s, "A-1", 1, payment);
	act(s, ADMIN, SHOP_SCOPE_FULL);
	for (size_t i = 0; i < lengths[status]; i++) {
		struct shop_order o;
		assert_int_equal(step(s, paths[status][i], id, &o), SHOP_OK);
		shop_order_done(&o);
	}
	return id;
}

static enum shop_order_status status_of(struct scene *s, int64_t id)
{
	struct shop_order o;
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_equal(shop_order_get(s->shop, id, &o, &s->err), SHOP_OK);
	enum shop_order_status status = o.status;
	shop_order_done(&o);
	return status;
}

/* Rows: from; columns: pay, ship, deliver, cancel. -1: refused, and nothing changes. */
static void check_moves(struct scene *s, const char *payment, const int want[STATUSES][STEPS])
{
	for (int from = 0; from < STATUSES; from++)
		for (int which = 0; which < STEPS; which++) {
			sql(s, "UPDATE product SET stock = 10 WHERE id = 1");
			int64_t id = order_in(s, (enum shop_order_status)from, payment);
			struct shop_order before, o;
			assert_int_equal(shop_order_get(s->shop, id, &before, &s->err), SHOP_OK);
			bool can = shop_order_can(&before, (enum shop_order_step)which);
			size_t events = before.event_count;
			shop_order_done(&before);
			enum shop_status st = step(s, (enum shop_order_step)which, id, &o);
			assert_int_equal(can, want[from][which] >= 0);
			assert_int_equal(st, can ? SHOP_OK : SHOP_E_CONFLICT);
			if (can) {
				assert_int_equal(o.status, want[from][which]);
				assert_int_equal(o.event_count, events + 1);
				shop_order_done(&o);
			}
			assert_int_equal(status_of(s, id), can ? want[from][which] : from);
		}
}

static void test_moves(void **state)
{
	enum { PENDING, PAID, SHIPPED, DELIVERED, CANCELLED, NO = -1 };
	static const int card[STATUSES][STEPS] = {
		{ PAID, NO, NO, CANCELLED }, { NO, SHIPPED, NO, CANCELLED },
		{ NO, NO, DELIVERED, NO },   { NO, NO, NO, NO },
		{ NO, NO, NO, NO },
	};
	static const int on_delivery[STATUSES][STEPS] = {
		{ PAID, SHIPPED, NO, CANCELLED },
		{ NO, SHIPPED, NO, CANCELLED },
		{ NO, NO, DELIVERED, NO },
		{ NO, NO, NO, NO },
		{ NO, NO, NO, NO },
	};
	check_moves(*state, "card", card);
	check_moves(*state, "cash_on_delivery", on_delivery);
}

/* Sent first and paid afterwards: the status stays, and it is paid once. */
static void test_paid_on_delivery(void **state)
{
	struct scene *s = *state;
	int64_t id = order_one(s, "A-1", 1, "cash_on_delivery");
	struct shop_order o;
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_equal(step(s, SHOP_STEP_SHIP, id, &o), SHOP_OK);
	assert_int_equal(o.paid_at, SHOP_NONE);
	shop_order_done(&o);
	assert_int_equal(step(s, SHOP_STEP_DELIVER, id, &o), SHOP_OK);
	shop_order_done(&o);
	assert_int_equal(step(s, SHOP_STEP_PAY, id, &o), SHOP_OK);
	assert_int_equal(o.status, SHOP_ORDER_DELIVERED);
	assert_int_equal(o.paid_at, NOW);
	assert_string_equal(o.events[3].kind, "paid");
	assert_string_equal(o.events[3].actor, "admin");
	shop_order_done(&o);
	assert_int_equal(step(s, SHOP_STEP_PAY, id, &o), SHOP_E_CONFLICT);
}

static void test_cancel_gives_back(void **state)
{
	struct scene *s = *state;
	struct shop_order_item items[] = { { "A-1", 3 }, { "B-2", 2 } };
	struct shop_order_request in = { .items = items, .item_count = 2 };
	struct shop_order o;
	assert_int_equal(shop_order_add(s->shop, &in, &o, &s->err), SHOP_OK);
	int64_t id = o.id, total = o.total_cents;
	assert_int_equal(shop_order_refund_cents(&o), 0);
	shop_order_done(&o);
	assert_int_equal(step(s, SHOP_STEP_PAY, id, &o), SHOP_OK);
	assert_int_equal(shop_order_refund_cents(&o), 0);
	shop_order_done(&o);
	/* One product is gone meanwhile: there is nothing to put it back to. */
	sql(s, "PRAGMA foreign_keys = ON; DELETE FROM product WHERE id = 2");
	assert_int_equal(step(s, SHOP_STEP_CANCEL, id, &o), SHOP_OK);
	assert_int_equal(o.cancelled_at, NOW);
	assert_int_equal(shop_order_refund_cents(&o), total);
	assert_string_equal(o.events[2].actor, "customer");
	shop_order_done(&o);
	assert_int_equal(sql(s, "SELECT stock FROM product WHERE id = 1"), 10);
	/* Not a second time. */
	assert_int_equal(step(s, SHOP_STEP_CANCEL, id, &o), SHOP_E_CONFLICT);
	assert_int_equal(sql(s, "SELECT stock FROM product WHERE id = 1"), 10);
}

/* The same answer for what is somebody else's and what is not there. */
static void test_rights(void **state)
{
	struct scene *s = *state;
	int64_t id = order_one(s, "A-1", 1, NULL);
	struct shop_order o;
	struct shop_error missing;
	act(s, BOB, SHOP_SCOPE_FULL);
	for (int which = 0; which < STEPS; which++) {
		bool admins = which == SHOP_STEP_SHIP || which == SHOP_STEP_DELIVER;
		enum shop_status want = admins ? SHOP_E_DENIED : SHOP_E_NOT_FOUND;
		assert_int_equal(step(s, (enum shop_order_step)which, id + 1, &o), want);
		missing = s->err;
		assert_int_equal(step(s, (enum shop_order_step)which, id, &o), want);
		assert_string_equal(s->err.hint, missing.hint);
	}
	assert_int_equal(shop_order_get(s->shop, id, &o, &s->err), SHOP_E_NOT_FOUND);
	act(s, ALICE, SHOP_SCOPE_READ);
	for (int which = 0; which < STEPS; which++)
		assert_int_equal(step(s, (enum shop_order_step)which, id, &o), SHOP_E_DENIED);
	act(s, ADMIN, SHOP_SCOPE_READ);
	for (int which = 0; which < STEPS; which++)
		assert_int_equal(step(s, (enum shop_order_step)which, id, &o), SHOP_E_DENIED);
	act(s, SHOP_NONE, SHOP_SCOPE_FULL);
	for (int which = 0; which < STEPS; which++)
		assert_int_equal(step(s, (enum shop_order_step)which, id, &o),
				 SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(status_of(s, id), SHOP_ORDER_PENDING);
	assert_int_equal(sql(s, "SELECT count(*) FROM order_event"), 1);
}

/* A clock that was set back does not turn the timeline round. */
static void test_time(void **state)
{
	struct scene *s = *state;
	int64_t id = order_one(s, "A-1", 1, NULL);
	struct shop_order o;
	shop_set_now(s->shop, NOW - 1000, 0);
	assert_int_equal(step(s, SHOP_STEP_PAY, id, &o), SHOP_OK);
	assert_int_equal(o.paid_at, NOW);
	shop_order_done(&o);
	shop_set_now(s->shop, NOW + 5, 0);
	assert_int_equal(step(s, SHOP_STEP_CANCEL, id, &o), SHOP_OK);
	assert_int_equal(o.cancelled_at, NOW + 5);
	assert_int_equal(o.paid_at, NOW);
	shop_order_done(&o);
}

static enum shop_status count_one(void *ctx, const struct shop_order *o, struct shop_error *err)
{
	int64_t *left = ctx;
	assert_true(o->line_count == 1 && o->event_count >= 1);
	(void)err;
	return --*left > 0 ? SHOP_OK : SHOP_E_CANCELLED;
}

static void test_lists(void **state)
{
	struct scene *s = *state;
	struct shop_order_filter all = { .since = SHOP_NONE,
					 .until = SHOP_NONE,
					 .limit = SHOP_NONE };
	struct shop_orders list = { 0 };
	for (int i = 0; i < 4; i++) {
		shop_set_now(s->shop, NOW + i, 0);
		order_one(s, "A-1", 1, NULL);
	}
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_equal(shop_order_list(s->shop, &all, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 0);
	all.everybody = true;
	all.since = NOW + 1;
	all.until = NOW + 2;
	assert_int_equal(shop_order_list(s->shop, &all, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].created_at, NOW + 2);
	assert_string_equal(list.items[0].email, "alice@example.com");
	shop_orders_done(&list);
	all.until = SHOP_NONE;
	all.offset = 1;
	all.limit = 1;
	assert_int_equal(shop_order_list(s->shop, &all, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].created_at, NOW + 2);
	shop_orders_done(&list);
	act(s, ALICE, SHOP_SCOPE_FULL);
	assert_int_equal(shop_order_list(s->shop, &all, &list, &s->err), SHOP_E_DENIED);
	all = (struct shop_order_filter){ SHOP_NONE, SHOP_NONE, 1u << SHOP_ORDER_PAID,
					  SHOP_NONE, 0,         false };
	assert_int_equal(shop_order_list(s->shop, &all, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 0);
	all.statuses = 0;
	int64_t left = 3;
	assert_int_equal(shop_order_each(s->shop, &all, count_one, &left, NULL), SHOP_E_CANCELLED);
	assert_int_equal(left, 0);
}

static void test_open(void **state)
{
	struct scene *s = *state;
	struct shop_orders list = { 0 };
	struct shop_order o;
	assert_int_equal(shop_order_open(s->shop, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 0);
	int64_t first = order_one(s, "A-1", 1, NULL), second = order_one(s, "A-1", 1, NULL);
	assert_int_equal(shop_order_open(s->shop, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 2);
	shop_orders_done(&list);
	assert_int_equal(step(s, SHOP_STEP_CANCEL, second, &o), SHOP_OK);
	shop_order_done(&o);
	assert_int_equal(shop_order_open(s->shop, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].id, first);
	shop_orders_done(&list);
	assert_int_equal(step(s, SHOP_STEP_CANCEL, first, &o), SHOP_OK);
	shop_order_done(&o);
	/* Nothing is under way: the latest. */
	assert_int_equal(shop_order_open(s->shop, &list, &s->err), SHOP_OK);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].id, second);
	shop_orders_done(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCENE_TEST(test_moves),
		SCENE_TEST(test_paid_on_delivery),
		SCENE_TEST(test_cancel_gives_back),
		SCENE_TEST(test_rights),
		SCENE_TEST(test_time),
		SCENE_TEST(test_lists),
		SCENE_TEST(test_open),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
