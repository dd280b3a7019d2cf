/* SPDX-License-Identifier: MIT */
/* Orders: rows to structs. order_put.c writes those that come from outside, order_write.c those
 * that are placed here. */
#include "store/order.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"

static const char *const status_words[] = {
	[SHOP_ORDER_PENDING] = "pending",     [SHOP_ORDER_PAID] = "paid",
	[SHOP_ORDER_SHIPPED] = "shipped",     [SHOP_ORDER_DELIVERED] = "delivered",
	[SHOP_ORDER_CANCELLED] = "cancelled",
};

const char *order_status_word(enum shop_order_status status)
{
	return status_words[status];
}

static enum shop_order_status status_from(const char *word)
{
	for (int i = SHOP_ORDER_PENDING; i <= SHOP_ORDER_CANCELLED; i++)
		if (strcmp(word, status_words[i]) == 0)
			return (enum shop_order_status)i;
	return SHOP_ORDER_PENDING;
}

void order_done(struct shop_order *o)
{
	for (size_t i = 0; i < o->line_count; i++) {
		free(o->lines[i].sku);
		free(o->lines[i].name);
		free(o->lines[i].category);
	}
	for (size_t i = 0; i < o->event_count; i++) {
		free(o->events[i].kind);
		free(o->events[i].actor);
	}
	free(o->lines);
	free(o->events);
	free(o->email);
	free(o->currency);
	free(o->payment_method);
	free(o->address_line);
	free(o->city);
	free(o->postal_code);
	free(o->country);
	*o = (struct shop_order){ 0 };
}

void orders_done(struct shop_orders *list)
{
	for (size_t i = 0; i < list->count; i++)
		order_done(&list->items[i]);
	free(list->items);
	*list = (struct shop_orders){ 0 };
}

static bool order_columns(struct stmt *s, struct shop_order *ret)
{
	bool ok = true;
	*ret = (struct shop_order){
		.id = stmt_int(s, 0),
		.status = status_from(stmt_text(s, 1)),
		.items_cents = stmt_int(s, 2),
		.shipping_cents = stmt_int(s, 3),
		.tax_cents = stmt_int(s, 4),
		.total_cents = stmt_int(s, 5),
		.currency = stmt_copy(s, 6, &ok),
		.payment_method = stmt_copy(s, 7, &ok),
		.address_line = stmt_copy(s, 8, &ok),
		.city = stmt_copy(s, 9, &ok),
		.postal_code = stmt_copy(s, 10, &ok),
		.country = stmt_copy(s, 11, &ok),
		.created_at = stmt_int(s, 12),
		.paid_at = stmt_int_or(s, 13, SHOP_NONE),
		.shipped_at = stmt_int_or(s, 14, SHOP_NONE),
		.delivered_at = stmt_int_or(s, 15, SHOP_NONE),
		.cancelled_at = stmt_int_or(s, 16, SHOP_NONE),
		.customer_id = stmt_int_or(s, 17, SHOP_NONE),
		.email = stmt_copy(s, 18, &ok),
	};
	return ok;
}

static enum shop_status read_lines(struct db *db, struct shop_order *o, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false, ok = true;
	enum shop_status st = db_query(db, STMT_ORDER_LINES, DB_ARGS(o->id), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		struct shop_order_line *lines = array_room(o->lines, o->line_count, sizeof(*lines));
		if (lines == NULL)
			return out_of_memory(err);
		o->lines = lines;
		lines[o->line_count++] = (struct shop_order_line){
			.product_id = stmt_int_or(s, 0, SHOP_NONE),
			.sku = stmt_copy(s, 1, &ok),
			.name = stmt_copy(s, 2, &ok),
			.category = stmt_copy(s, 3, &ok),
			.price_cents = stmt_int(s, 4),
			.quantity = stmt_int(s, 5),
		};
		if (!ok)
			return out_of_memory(err);
	}
	return st;
}

/* The events that the statement selects. */
static enum shop_status read_events(struct db *db, enum db_statement id, const struct db_arg *args,
				    size_t count, struct shop_order *o, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false, ok = true;
	enum shop_status st = db_query(db, id, args, count, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		struct shop_order_event *events =
			array_room(o->events, o->event_count, sizeof(*events));
		if (events == NULL)
			return out_of_memory(err);
		o->events = events;
		events[o->event_count++] = (struct shop_order_event){
			.at = stmt_int(s, 0),
			.kind = stmt_copy(s, 1, &ok),
			.actor = stmt_copy(s, 2, &ok),
		};
		if (!ok)
			return out_of_memory(err);
	}
	return st;
}

static enum shop_status read_parts(struct db *db, struct shop_order *o, struct shop_error *err)
{
	enum shop_status st = read_lines(db, o, err);
	return st ? st : read_events(db, STMT_ORDER_EVENTS, DB_ARGS(o->id), o, err);
}

/* The next row as an order without its parts; *ret_row is false, and there is nothing to free, at
 * the end and after an error. */
static enum shop_status next_order(struct stmt *s, struct shop_order *ret, bool *ret_row,
				   struct shop_error *err)
{
	*ret_row = false;
	enum shop_status st = stmt_step(s, ret_row, err);
	if (st || !*ret_row || order_columns(s, ret))
		return st;
	order_done(ret);
	*ret_row = false;
	return out_of_memory(err);
}

enum shop_status order_find(struct db *db, int64_t id, int64_t customer, struct shop_order *ret,
			    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	CLEANUP(order_done) struct shop_order order = { 0 };
	bool row = false;
	*ret = order;
	enum shop_status st =
		db_query(db, STMT_ORDER_BY_ID, DB_ARGS(id, db_arg_unless(customer, 0)), &s, err);
	if (!st)
		st = next_order(s, &order, &row, err);
	if (st || !row)
		return st;
	st = read_parts(db, &order, err);
	if (!st) {
		*ret = order;
		order = (struct shop_order){ 0 };
	}
	return st;
}

enum shop_status order_get(struct db *db, int64_t id, int64_t customer, struct shop_order *ret,
			   struct shop_error *err)
{
	struct shop_order order;
	enum shop_status st = order_find(db, id, customer, &order, err);
	if (st)
		return st;
	if (order.id == 0) {
		st = shop_error_set(err, SHOP_E_NOT_FOUND, "there is no order #%" PRId64, id);
		shop_error_hint(err, customer != 0 ? "'shop order list' shows yours"
						   : "'shop admin order list' shows all");
		return st;
	}
	*ret = order;
	return SHOP_OK;
}

static enum shop_status list_begin(struct db *db, int64_t customer,
				   const struct shop_order_filter *f, struct stmt **ret,
				   struct shop_error *err)
{
	_Static_assert(1 << SHOP_ORDER_DELIVERED == 8 && 1 << SHOP_ORDER_CANCELLED == 16,
		       "the bits that ORDER_FILTER knows");
	struct db_arg args[] = {
		db_arg_unless(f->since, SHOP_NONE),
		db_arg_unless(f->until, SHOP_NONE),
		db_arg_int((int64_t)f->statuses),
		db_arg_unless(f->limit, SHOP_NONE),
		db_arg_int(f->offset),
		db_arg_int(customer),
	};
	size_t count = sizeof(args) / sizeof(args[0]);
	return customer != 0 ? db_query(db, STMT_ORDER_LIST, args, count, ret, err)
			     : db_query(db, STMT_ORDER_LIST_ALL, args, count - 1, ret, err);
}

enum shop_status order_each(struct db *db, int64_t customer, const struct shop_order_filter *filter,
			    enum shop_status (*each)(void *ctx, const struct shop_order *o,
						     struct shop_error *err),
			    void *ctx, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = true;
	enum shop_status st = list_begin(db, customer, filter, &s, err);
	while (!st && row) {
		CLEANUP(order_done) struct shop_order order = { 0 };
		st = next_order(s, &order, &row, err);
		if (!st && row)
			st = read_parts(db, &order, err);
		if (!st && row)
			st = each(ctx, &order, err);
	}
	return st;
}

enum shop_status orders_add(struct shop_orders *list, struct shop_order *o, struct shop_error *err)
{
	struct shop_order *items = array_room(list->items, list->count, sizeof(*items));
	if (items == NULL) {
		order_done(o);
		return out_of_memory(err);
	}
	list->items = items;
	items[list->count++] = *o;
	return SHOP_OK;
}

enum shop_status order_list(struct db *db, int64_t customer, const struct shop_order_filter *filter,
			    struct shop_orders *ret, struct shop_error *err)
{
	CLEANUP(orders_done) struct shop_orders list = { 0 };
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = true;
	enum shop_status st = list_begin(db, customer, filter, &s, err);
	while (!st && row) {
		struct shop_order order;
		st = next_order(s, &order, &row, err);
		if (!st && row)
			st = orders_add(&list, &order, err);
		if (!st && row)
			st = read_parts(db, &list.items[list.count - 1], err);
	}
	if (!st) {
		*ret = list;
		list = (struct shop_orders){ 0 };
	}
	return st;
}

enum shop_status order_keep_untold(struct db *db, struct shop_order *o, const char *token,
				   struct shop_error *err)
{
	for (size_t i = 0; i < o->event_count; i++) {
		free(o->events[i].kind);
		free(o->events[i].actor);
	}
	o->event_count = 0;
	free(o->events);
	o->events = NULL;
	return read_events(db, STMT_ORDER_EVENTS_UNTOLD, DB_ARGS(o->id, token), o, err);
}
