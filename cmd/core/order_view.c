/* SPDX-License-Identifier: MIT */
/* Shows orders. */
#include "core/order_view.h"

#include "ui/emit.h"

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

static void address_emit(struct emit *out, const struct shop_order *o)
{
	static const struct column line = { "line", "Street", CELL_TEXT, 0 };
	static const struct column city = { "city", "City", CELL_TEXT, 0 };
	static const struct column postal_code = { "postal_code", "Postal code", CELL_TEXT, 0 };
	static const struct column country = { "country", "Country", CELL_TEXT, 0 };
	static const struct column none = { "address", "Address", CELL_TEXT, 0 };
	if (o->address_line == NULL && o->city == NULL && o->country == NULL) {
		emit_field(out, &none, cell_text(NULL));
		return;
	}
	emit_record_begin(out, "address", "Address");
	emit_field(out, &line, cell_text(o->address_line));
	emit_field(out, &city, cell_text(o->city));
	emit_field(out, &postal_code, cell_text(o->postal_code));
	emit_field(out, &country, cell_text(o->country));
	emit_record_end(out);
}

static void order_emit(struct emit *out, const struct shop_order *o)
{
	static const struct column columns[] = {
		{ "id", "Order", CELL_NUMBER, 0 },
		{ "status", "Status", CELL_TEXT, 0 },
		{ "created_at", "Placed", CELL_TIME, 0 },
		{ "items_cents", "Items", CELL_MONEY, 0 },
		{ "shipping_cents", "Shipping", CELL_MONEY, 0 },
		{ "tax_cents", "Tax", CELL_MONEY, 0 },
		{ "total_cents", "Total", CELL_MONEY, 0 },
		{ "currency", "Currency", CELL_TEXT, COLUMN_JSON_ONLY },
		{ "payment_method", "Payment", CELL_TEXT, 0 },
		{ "paid_at", "Paid", CELL_TIME, 0 },
		{ "shipped_at", "Shipped", CELL_TIME, 0 },
		{ "delivered_at", "Delivered", CELL_TIME, 0 },
		{ "cancelled_at", "Cancelled", CELL_TIME, 0 },
	};
	const struct cell cells[] = {
		cell_number(o->id),
		cell_text(shop_order_status_word(o->status)),
		cell_number(o->created_at),
		cell_number(o->items_cents),
		cell_number(o->shipping_cents),
		cell_number(o->tax_cents),
		cell_number(o->total_cents),
		cell_text(o->currency),
		cell_text(o->payment_method),
		cell_number(o->paid_at),
		cell_number(o->shipped_at),
		cell_number(o->delivered_at),
		cell_number(o->cancelled_at),
	};
	if (o->currency != NULL)
		emit_currency(out, o->currency);
	emit_record_begin(out, NULL, NULL);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		emit_field(out, &columns[i], cells[i]);
	address_emit(out, o);
	lines_emit(out, o);
	events_emit(out, o);
	emit_record_end(out);
}

void order_records_emit(struct cmd_context *cx, const char *key, const char *title,
			const struct shop_orders *list)
{
	emit_list_begin(cx->out, key, title, NULL, 0);
	for (size_t i = 0; i < list->count; i++)
		order_emit(cx->out, &list->items[i]);
	emit_list_end(cx->out);
}
