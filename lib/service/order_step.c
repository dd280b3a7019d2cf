/* SPDX-License-Identifier: MIT */
/* What can happen to an order: the rules, and doing it. */
#include <inttypes.h>
#include <string.h>

#include "service/service.h"
#include "store/order_write.h"

/* The only list of what is possible. A step that has been done is never possible again. */
static const struct {
	enum shop_order_step step;
	enum shop_order_status from, to;
	bool on_delivery; /* only if it is to be paid on delivery */
} moves[] = {
	{ SHOP_STEP_PAY, SHOP_ORDER_PENDING, SHOP_ORDER_PAID, false },
	{ SHOP_STEP_PAY, SHOP_ORDER_SHIPPED, SHOP_ORDER_SHIPPED, false },
	{ SHOP_STEP_PAY, SHOP_ORDER_DELIVERED, SHOP_ORDER_DELIVERED, false },
	{ SHOP_STEP_SHIP, SHOP_ORDER_PAID, SHOP_ORDER_SHIPPED, false },
	{ SHOP_STEP_SHIP, SHOP_ORDER_PENDING, SHOP_ORDER_SHIPPED, true },
	{ SHOP_STEP_DELIVER, SHOP_ORDER_SHIPPED, SHOP_ORDER_DELIVERED, false },
	{ SHOP_STEP_CANCEL, SHOP_ORDER_PENDING, SHOP_ORDER_CANCELLED, false },
	{ SHOP_STEP_CANCEL, SHOP_ORDER_PAID, SHOP_ORDER_CANCELLED, false },
};

/* A step by the event that it makes, which is also how it is spoken of. */
static const char *const kinds[] = {
	[SHOP_STEP_PAY] = "paid",
	[SHOP_STEP_SHIP] = "shipped",
	[SHOP_STEP_DELIVER] = "delivered",
	[SHOP_STEP_CANCEL] = "cancelled",
};

static int64_t done_at(const struct shop_order *o, enum shop_order_step step)
{
	switch (step) {
	case SHOP_STEP_PAY:
		return o->paid_at;
	case SHOP_STEP_SHIP:
		return o->shipped_at;
	case SHOP_STEP_DELIVER:
		return o->delivered_at;
	case SHOP_STEP_CANCEL:
		break;
	}
	return o->cancelled_at;
}

static bool find_move(const struct shop_order *o, enum shop_order_step step,
		      enum shop_order_status *ret_to)
{
	bool on_delivery =
		o->payment_method != NULL && strcmp(o->payment_method, "cash_on_delivery") == 0;
	if (done_at(o, step) != SHOP_NONE)
		return false;
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		if (moves[i].step == step && moves[i].from == o->status &&
		    (!moves[i].on_delivery || on_delivery)) {
			*ret_to = moves[i].to;
			return true;
		}
	return false;
}

bool shop_order_can(const struct shop_order *o, enum shop_order_step step)
{
	enum shop_order_status to;
	return find_move(o, step, &to);
}

int64_t shop_order_refund_cents(const struct shop_order *o)
{
	return o->paid_at != SHOP_NONE && o->cancelled_at != SHOP_NONE ? o->total_cents : 0;
}

static enum shop_status refuse(const struct shop_order *o, enum shop_order_step step,
			       struct shop_error *err)
{
	const char *status = order_status_word(o->status);
	if (done_at(o, step) != SHOP_NONE)
		return shop_error_set(err, SHOP_E_CONFLICT, "order #%" PRId64 " was %s already",
				      o->id, kinds[step]);
	shop_error_set(err, SHOP_E_CONFLICT, "order #%" PRId64 " is %s, and cannot be %s", o->id,
		       status, kinds[step]);
	if (step == SHOP_STEP_SHIP && o->status == SHOP_ORDER_PENDING)
		shop_error_hint(err, "it has to be paid first: 'shop admin order pay %" PRId64 "'",
				o->id);
	else if (step == SHOP_STEP_DELIVER && o->status != SHOP_ORDER_CANCELLED)
		shop_error_hint(err, "it has to be shipped first");
	return SHOP_E_CONFLICT;
}

/* A clock that was set back does not turn the timeline round. */
static int64_t time_of_step(const struct shop *shop, const struct shop_order *o)
{
	int64_t at = shop_now(shop);
	if (at < o->created_at)
		at = o->created_at;
	for (size_t i = 0; i < o->event_count; i++)
		if (at < o->events[i].at)
			at = o->events[i].at;
	return at;
}

/* Within the write transaction in which the order was read. */
static enum shop_status make_step(struct shop *shop, const struct shop_order *o,
				  enum shop_order_step step, struct shop_error *err)
{
	bool own = o->customer_id == shop->actor.customer;
	bool admins = step == SHOP_STEP_SHIP || step == SHOP_STEP_DELIVER;
	bool moved = false;
	struct order_move move = { .from = o->status,
				   .event = { .kind = kinds[step],
					      .actor = own && !admins ? "customer" : "admin",
					      .at = time_of_step(shop, o) } };
	if (!find_move(o, step, &move.to))
		return refuse(o, step, err);
	enum shop_status st = order_move(shop->db, o->id, &move, &moved, err);
	if (!st && !moved)
		return shop_error_set(err, SHOP_E_FAILED, "order #%" PRId64 " did not move", o->id);
	return st || step != SHOP_STEP_CANCEL ? st : order_stock_give_back(shop->db, o->id, err);
}

static enum shop_status do_step(struct shop *shop, int64_t id, enum shop_order_step step,
				struct shop_order *ret, struct shop_error *err)
{
	CLEANUP(shop_order_done) struct shop_order before = { 0 };
	CLEANUP(shop_order_done) struct shop_order after = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_write(shop, err);
	if (st)
		return st;
	int64_t customer = shop->actor.role == SHOP_ROLE_ADMIN ? 0 : shop->actor.customer;
	st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = order_get(shop->db, id, customer, &before, err);
	if (!st)
		st = make_step(shop, &before, step, err);
	if (!st)
		st = order_get(shop->db, id, customer, &after, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (!st) {
		*ret = after;
		after = (struct shop_order){ 0 };
	}
	return st;
}

static enum shop_status do_admin_step(struct shop *shop, int64_t id, enum shop_order_step step,
				      struct shop_order *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	return st ? st : do_step(shop, id, step, ret, err);
}

enum shop_status shop_order_pay(struct shop *shop, int64_t id, struct shop_order *ret,
				struct shop_error *err)
{
	return do_step(shop, id, SHOP_STEP_PAY, ret, err);
}

enum shop_status shop_order_ship(struct shop *shop, int64_t id, struct shop_order *ret,
				 struct shop_error *err)
{
	return do_admin_step(shop, id, SHOP_STEP_SHIP, ret, err);
}

enum shop_status shop_order_deliver(struct shop *shop, int64_t id, struct shop_order *ret,
				    struct shop_error *err)
{
	return do_admin_step(shop, id, SHOP_STEP_DELIVER, ret, err);
}

enum shop_status shop_order_cancel(struct shop *shop, int64_t id, struct shop_order *ret,
				   struct shop_error *err)
{
	return do_step(shop, id, SHOP_STEP_CANCEL, ret, err);
}
