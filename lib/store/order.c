/* SPDX-License-Identifier: MIT */
/* Orders: rows to structs. order_put.c writes those that come from outside. */
#include "store/order.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "store/order_row.h"

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

static enum shop_status no_memory(struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
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

void order_row_done(struct order_row *row)
{
	order_done(&row->order);
	*row = (struct order_row){ 0 };
}

/* A copy of a column; NULL stays NULL. Out of memory is told by *ok. */
static char *column_copy(struct stmt *s, int column, bool *ok)
{
	if (stmt_is_null(s, column))
		return NULL;
	char *copy = strdup(stmt_text(s, column));
	if (copy == NULL)
		*ok = false;
	return copy;
}

/* Room for one more in an array whose room doubles whenever its count is a power of two. */
static bool grow(void *items, size_t count, size_t width)
{
	void **at = items;
	if (count != 0 && (count & (count - 1)) != 0)
		return true;
	void *more = reallocarray(*at, count == 0 ? 1 : 2 * count, width);
	if (more == NULL)
		return false;
	*at = more;
	return true;
}

static bool order_columns(struct stmt *s, struct order_row *ret)
{
	bool ok = true;
	*ret = (struct order_row){
		.order = {
			.id = stmt_int(s, 0),
			.status = status_from(stmt_text(s, 1)),
			.items_cents = stmt_int(s, 2),
			.shipping_cents = stmt_int(s, 3),
			.tax_cents = stmt_int(s, 4),
			.total_cents = stmt_int(s, 5),
			.currency = column_copy(s, 6, &ok),
			.payment_method = column_copy(s, 7, &ok),
			.address_line = column_copy(s, 8, &ok),
			.city = column_copy(s, 9, &ok),
			.postal_code = column_copy(s, 10, &ok),
			.country = column_copy(s, 11, &ok),
			.created_at = stmt_int(s, 12),
			.paid_at = stmt_int_or(s, 13, SHOP_NONE),
			.shipped_at = stmt_int_or(s, 14, SHOP_NONE),
			.delivered_at = stmt_int_or(s, 15, SHOP_NONE),
			.cancelled_at = stmt_int_or(s, 16, SHOP_NONE),
		},
		.customer = stmt_int_or(s, 17, 0),
	};
	return ok;
}

static enum shop_status read_lines(struct db *db, struct shop_order *o, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false, ok = true;
	enum shop_status st = db_query(db, STMT_ORDER_LINES, DB_ARGS(o->id), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		if (!grow(&o->lines, o->line_count, sizeof(*o->lines)))
			return no_memory(err);
		o->lines[o->line_count++] = (struct shop_order_line){
			.product_id = stmt_int_or(s, 0, SHOP_NONE),
			.sku = column_copy(s, 1, &ok),
			.name = column_copy(s, 2, &ok),
			.category = column_copy(s, 3, &ok),
			.price_cents = stmt_int(s, 4),
			.quantity = stmt_int(s, 5),
		};
		if (!ok)
			return no_memory(err);
	}
	return st;
}

static enum shop_status read_events(struct db *db, struct shop_order *o, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false, ok = true;
	enum shop_status st = db_query(db, STMT_ORDER_EVENTS, DB_ARGS(o->id), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		if (!grow(&o->events, o->event_count, sizeof(*o->events)))
			return no_memory(err);
		o->events[o->event_count++] = (struct shop_order_event){
			.at = stmt_int(s, 0),
			.kind = column_copy(s, 1, &ok),
			.actor = column_copy(s, 2, &ok),
		};
		if (!ok)
			return no_memory(err);
	}
	return st;
}

static enum shop_status read_parts(struct db *db, struct shop_order *o, struct shop_error *err)
{
	enum shop_status st = read_lines(db, o, err);
	return st ? st : read_events(db, o, err);
}

enum shop_status order_row_find(struct db *db, int64_t id, int64_t customer, struct order_row *ret,
				struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool found = false;
	*ret = (struct order_row){ 0 };
	enum shop_status st =
		db_query(db, STMT_ORDER_BY_ID, DB_ARGS(id, db_arg_unless(customer, 0)), &s, err);
	if (!st)
		st = stmt_step(s, &found, err);
	if (st || !found)
		return st;
	CLEANUP(order_row_done) struct order_row row;
	if (!order_columns(s, &row))
		return no_memory(err);
	st = read_parts(db, &row.order, err);
	if (!st) {
		*ret = row;
		row = (struct order_row){ 0 };
	}
	return st;
}

enum shop_status order_get(struct db *db, int64_t id, int64_t customer, struct shop_order *ret,
			   struct shop_error *err)
{
	struct order_row row;
	enum shop_status st = order_row_find(db, id, customer, &row, err);
	if (!st && row.order.id == 0)
		return shop_error_set(err, SHOP_E_NOT_FOUND, "there is no order #%" PRId64, id);
	if (!st)
		*ret = row.order;
	return st;
}

/* The orders without their parts. What has been read stands in *list also after an error. */
static enum shop_status list_orders(struct db *db, int64_t customer,
				    const struct shop_order_filter *f, struct shop_orders *list,
				    struct shop_error *err)
{
	_Static_assert(1 << SHOP_ORDER_DELIVERED == 8 && 1 << SHOP_ORDER_CANCELLED == 16,
		       "the bits that ORDER_LIST knows");
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(
		db, STMT_ORDER_LIST,
		DB_ARGS(customer, db_arg_unless(f->since, SHOP_NONE),
			db_arg_unless(f->until, SHOP_NONE), (int64_t)f->statuses,
			db_arg_unless(f->limit, SHOP_NONE)),
		&s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		struct order_row order;
		if (!grow(&list->items, list->count, sizeof(*list->items)))
			return no_memory(err);
		bool ok = order_columns(s, &order);
		list->items[list->count++] = order.order;
		if (!ok)
			return no_memory(err);
	}
	return st;
}

enum shop_status order_list(struct db *db, int64_t customer, const struct shop_order_filter *filter,
			    struct shop_orders *ret, struct shop_error *err)
{
	CLEANUP(orders_done) struct shop_orders list = { 0 };
	enum shop_status st = list_orders(db, customer, filter, &list, err);
	for (size_t i = 0; !st && i < list.count; i++)
		st = read_parts(db, &list.items[i], err);
	if (!st) {
		*ret = list;
		list = (struct shop_orders){ 0 };
	}
	return st;
}
