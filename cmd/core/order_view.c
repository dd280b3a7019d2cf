/* SPDX-License-Identifier: MIT */
/* Shows orders. */
#include "core/order_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/address_view.h"
#include "ui/emit.h"
#include "ui/timeline.h"

/* The cells of an order, in the order of the columns below. */
enum { ORDER_CELLS = 15 };

static enum tone status_tone(enum shop_order_status status)
{
	switch (status) {
	case SHOP_ORDER_PENDING:
		return TONE_WARN;
	case SHOP_ORDER_PAID:
	case SHOP_ORDER_SHIPPED:
		return TONE_BUSY;
	case SHOP_ORDER_DELIVERED:
		return TONE_GOOD;
	case SHOP_ORDER_CANCELLED:
		return TONE_BAD;
	}
	return TONE_PLAIN;
}

static struct cell status_cell(const struct shop_order *o)
{
	return cell_toned(cell_text(shop_order_status_word(o->status)), status_tone(o->status));
}

static void lines_emit(struct emit *out, const struct shop_order *o)
{
	static const struct column columns[] = {
		{ "product_id", "Product", CELL_NUMBER, 0 },
		{ "sku", "SKU", CELL_TEXT, 0 },
		{ "name", "Name", CELL_TEXT, COLUMN_SHRINK },
		{ "category", "Category", CELL_TEXT, COLUMN_JSON_ONLY },
		{ "price_cents", "Price", CELL_MONEY, 0 },
		{ "quantity", "Quantity", CELL_NUMBER, 0 },
	};
	emit_list_begin(out, "items", "Items", columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < o->line_count; i++) {
		const struct shop_order_line *l = &o->lines[i];
		const struct cell cells[] = {
			cell_number(l->product_id),  cell_text(l->sku),
			cell_text(l->name),          cell_text(l->category),
			cell_number(l->price_cents), cell_number(l->quantity),
		};
		emit_row(out, cells);
	}
	emit_list_end(out);
}

static void events_emit(struct emit *out, const struct shop_order *o)
{
	static const struct column columns[] = {
		{ "at", "When", CELL_TIME, 0 },
		{ "kind", "What", CELL_TEXT, 0 },
		{ "actor", "By", CELL_TEXT, 0 },
	};
	emit_list_begin(out, "events", "Events", columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < o->event_count; i++) {
		const struct cell cells[] = { cell_number(o->events[i].at),
					      cell_text(o->events[i].kind),
					      cell_text(o->events[i].actor) };
		emit_row(out, cells);
	}
	emit_list_end(out);
}

static void fields_emit(struct emit *out, const struct shop_order *o)
{
	static const struct column columns[ORDER_CELLS] = {
		{ "id", "Order", CELL_NUMBER, 0 },
		{ "status", "Status", CELL_TEXT, 0 },
		{ "created_at", "Placed", CELL_TIME, 0 },
		{ "email", "Customer", CELL_TEXT, 0 },
		{ "items_cents", "Items", CELL_MONEY, 0 },
		{ "shipping_cents", "Shipping", CELL_MONEY, 0 },
		{ "tax_cents", "Tax", CELL_MONEY, 0 },
		{ "total_cents", "Total", CELL_MONEY, 0 },
		{ "refund_cents", "To refund", CELL_MONEY, 0 },
		{ "currency", "Currency", CELL_TEXT, COLUMN_JSON_ONLY },
		{ "payment_method", "Payment", CELL_TEXT, 0 },
		{ "paid_at", "Paid", CELL_TIME, 0 },
		{ "shipped_at", "Shipped", CELL_TIME, 0 },
		{ "delivered_at", "Delivered", CELL_TIME, 0 },
		{ "cancelled_at", "Cancelled", CELL_TIME, 0 },
	};
	int64_t refund = shop_order_refund_cents(o);
	const struct cell cells[ORDER_CELLS] = {
		cell_number(o->id),
		status_cell(o),
		cell_number(o->created_at),
		cell_text(o->email),
		cell_number(o->items_cents),
		cell_number(o->shipping_cents),
		cell_number(o->tax_cents),
		cell_number(o->total_cents),
		cell_number(refund > 0 ? refund : SHOP_NONE),
		cell_text(o->currency),
		cell_text(o->payment_method),
		cell_number(o->paid_at),
		cell_number(o->shipped_at),
		cell_number(o->delivered_at),
		cell_number(o->cancelled_at),
	};
	for (size_t i = 0; i < ORDER_CELLS; i++)
		emit_field(out, &columns[i], cells[i]);
}

static void use_currency(struct emit *out, const struct shop_order *o)
{
	if (o->currency != NULL)
		emit_currency(out, o->currency);
}

static void details_emit(struct emit *out, const struct shop_order *o)
{
	const struct shop_address address = { o->address_line, o->city, o->postal_code,
					      o->country };
	use_currency(out, o);
	emit_record_begin(out, NULL, NULL);
	fields_emit(out, o);
	address_emit(out, &address);
	lines_emit(out, o);
	events_emit(out, o);
	emit_record_end(out);
}

void order_records_emit(struct cmd_context *cx, const char *key, const char *title,
			const struct shop_orders *list)
{
	emit_list_begin(cx->out, key, title, NULL, 0);
	for (size_t i = 0; i < list->count; i++)
		details_emit(cx->out, &list->items[i]);
	emit_list_end(cx->out);
}

void order_emit(struct cmd_context *cx, const struct shop_order *o)
{
	details_emit(cx->out, o);
}

void orders_emit(struct cmd_context *cx, const struct shop_orders *list)
{
	if (list->count == 1)
		details_emit(cx->out, &list->items[0]);
	else
		order_records_emit(cx, NULL, NULL, list);
}

/* "2 × Pulse Smartwatch S2 and 3 more"; the caller frees it, NULL: no memory. */
static char *goods_text(const struct emit *out, const struct shop_order *o)
{
	char *text = NULL;
	const char *times = emit_is_terminal(out) && !emit_has_utf8(out) ? "x" : "×";
	const struct shop_order_line *first = o->lines;
	if (o->line_count == 0)
		return strdup("");
	int n = o->line_count == 1
			? asprintf(&text, "%" PRId64 " %s %s", first->quantity, times, first->name)
			: asprintf(&text, "%" PRId64 " %s %s and %zu more", first->quantity, times,
				   first->name, o->line_count - 1);
	return n >= 0 ? text : NULL;
}

/* Placed, paid, shipped and delivered; and cancelled instead of what is left of them. */
enum { STEPS = 4, STEPS_MAX = STEPS + 1 };

struct order_step {
	const char *kind, *title;
	int64_t at;
};

/* In the order in which they happen: what is paid at the door is paid last. */
static void steps_of(const struct shop_order *o, struct order_step out[STEPS])
{
	const struct order_step paid = { "paid", "Paid", o->paid_at };
	bool at_door =
		o->payment_method != NULL && strcmp(o->payment_method, "cash_on_delivery") == 0;
	size_t n = 0;
	out[n++] = (struct order_step){ "placed", "Placed", o->created_at };
	if (!at_door)
		out[n++] = paid;
	out[n++] = (struct order_step){ "shipped", "Shipped", o->shipped_at };
	out[n++] = (struct order_step){ "delivered", "Delivered", o->delivered_at };
	if (at_door)
		out[n++] = paid;
}

static const char *actor_of(const struct shop_order *o, const char *kind)
{
	for (size_t i = 0; i < o->event_count; i++)
		if (strcmp(o->events[i].kind, kind) == 0)
			return o->events[i].actor;
	return NULL;
}

/* Puts a step where it belongs by its time; of equal times, after the others. */
static void step_insert(struct timeline_step *steps, size_t count, const struct timeline_step *step)
{
	size_t i = count;
	for (; i > 0 && steps[i - 1].at > step->at; i--)
		steps[i] = steps[i - 1];
	steps[i] = *step;
}

/* What has happened, by its time, and what the order still has before it. */
static size_t timeline_make(const struct shop_order *o, struct timeline_step out[STEPS_MAX])
{
	struct order_step steps[STEPS];
	size_t n = 0;
	steps_of(o, steps);
	for (size_t i = 0; i < STEPS; i++) {
		const struct timeline_step done = { steps[i].title, STEP_DONE, steps[i].at,
						    actor_of(o, steps[i].kind) };
		if (done.at != SHOP_NONE)
			step_insert(out, n++, &done);
	}
	if (o->cancelled_at != SHOP_NONE) {
		out[n++] = (struct timeline_step){ "Cancelled", STEP_FAILED, o->cancelled_at,
						   actor_of(o, "cancelled") };
		return n;
	}
	if (n > 0 && n < STEPS)
		out[n - 1].state = STEP_LATEST;
	for (size_t i = 0; i < STEPS; i++)
		if (steps[i].at == SHOP_NONE)
			out[n++] = (struct timeline_step){ steps[i].title, STEP_OPEN, SHOP_NONE,
							   NULL };
	return n;
}

static void timeline_show(struct emit *out, const struct shop_order *o)
{
	struct timeline_step steps[STEPS_MAX];
	size_t n = timeline_make(o, steps);
	emit_timeline(out, steps, n);
}

static void summary_emit(struct emit *out, const struct shop_order *o)
{
	static const struct column columns[] = {
		{ "id", "Order", CELL_NUMBER, 0 },
		{ "status", "Status", CELL_TEXT, 0 },
		{ "goods", "Goods", CELL_TEXT, 0 },
		{ "total_cents", "Total", CELL_MONEY, 0 },
		{ "refund_cents", "To refund", CELL_MONEY, 0 },
	};
	char *goods = goods_text(out, o);
	int64_t refund = shop_order_refund_cents(o);
	const struct cell cells[] = {
		cell_number(o->id),
		status_cell(o),
		cell_text(goods),
		cell_number(o->total_cents),
		cell_number(refund > 0 ? refund : SHOP_NONE),
	};
	emit_record_begin(out, NULL, NULL);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		emit_field(out, &columns[i], cells[i]);
	timeline_show(out, o);
	emit_plain_begin(out);
	events_emit(out, o);
	emit_plain_end(out);
	emit_record_end(out);
	free(goods);
}

void order_track_emit(struct cmd_context *cx, const struct shop_order *o)
{
	use_currency(cx->out, o);
	emit_people_begin(cx->out);
	summary_emit(cx->out, o);
	emit_people_end(cx->out);
	emit_programs_begin(cx->out);
	details_emit(cx->out, o);
	emit_programs_end(cx->out);
}

void orders_track_emit(struct cmd_context *cx, const struct shop_orders *list)
{
	emit_list_begin(cx->out, NULL, NULL, NULL, 0);
	for (size_t i = 0; i < list->count; i++)
		order_track_emit(cx, &list->items[i]);
	emit_list_end(cx->out);
}

struct rows {
	struct emit *out;
	bool any;
};

static enum shop_status row_emit(void *ctx, const struct shop_order *o, struct shop_error *err)
{
	(void)err;
	struct rows *rows = ctx;
	char *goods = goods_text(rows->out, o);
	const struct cell cells[] = {
		cell_number(o->id),           status_cell(o),
		cell_number(o->created_at),   cell_number(o->total_cents),
		cell_text(o->payment_method), cell_text(goods),
		cell_text(o->email),
	};
	use_currency(rows->out, o);
	emit_people_begin(rows->out);
	emit_row(rows->out, cells);
	emit_people_end(rows->out);
	emit_programs_begin(rows->out);
	details_emit(rows->out, o);
	emit_programs_end(rows->out);
	rows->any = true;
	free(goods);
	return SHOP_OK;
}

enum shop_status order_list_emit(struct cmd_context *cx, const struct shop_order_filter *filter)
{
	static const struct column columns[] = {
		{ "id", "Order", CELL_NUMBER, 0 },
		{ "status", "Status", CELL_TEXT, 0 },
		{ "created_at", "Placed", CELL_TIME, 0 },
		{ "total_cents", "Total", CELL_MONEY, 0 },
		{ "payment_method", "Payment", CELL_TEXT, COLUMN_SPARE },
		{ "goods", "Goods", CELL_TEXT, COLUMN_SHRINK },
		{ "email", "Customer", CELL_TEXT, 0 },
	};
	struct emit *out = cx->out;
	struct rows rows = { .out = out };
	size_t all = sizeof(columns) / sizeof(columns[0]);
	emit_people_begin(out);
	emit_list_begin(out, NULL, NULL, columns, filter->everybody ? all : all - 1);
	emit_people_end(out);
	emit_programs_begin(out);
	emit_list_begin(out, NULL, NULL, NULL, 0);
	emit_programs_end(out);
	enum shop_status st = shop_order_each(cx->shop, filter, row_emit, &rows, &cx->err);
	if (st)
		return st;
	emit_list_end(out);
	if (!rows.any)
		emit_note(out, "no orders");
	return SHOP_OK;
}
