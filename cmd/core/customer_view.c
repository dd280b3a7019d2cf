/* SPDX-License-Identifier: MIT */
/* Shows accounts. */
#include "core/customer_view.h"

#include "core/address_view.h"
#include "ui/emit.h"

static const struct column columns[] = {
	{ "id", "ID", CELL_NUMBER, 0 },
	{ "email", "E-mail", CELL_TEXT, 0 },
	{ "name", "Name", CELL_TEXT, COLUMN_SHRINK },
	{ "role", "Role", CELL_TEXT, 0 },
	{ "created_at", "Since", CELL_TIME, COLUMN_SPARE },
};
enum { CELLS = sizeof(columns) / sizeof(columns[0]) };

static void customer_cells(const struct shop_customer *c, struct cell out[CELLS])
{
	size_t n = 0;
	out[n++] = cell_number(c->id);
	out[n++] = cell_text(c->email);
	out[n++] = cell_text(c->name);
	out[n++] = cell_text(shop_role_word(c->role));
	out[n++] = cell_number(c->created_at);
}

void customer_emit(struct cmd_context *cx, const struct shop_customer *c)
{
	const struct shop_address address = { c->address_line, c->city, c->postal_code,
					      c->country };
	struct cell cells[CELLS];
	customer_cells(c, cells);
	for (size_t i = 0; i < CELLS; i++)
		emit_field(cx->out, &columns[i], cells[i]);
	address_emit(cx->out, &address);
}

void user_emit(struct cmd_context *cx, const struct shop_user *user, bool programs)
{
	static const struct column orders = { "orders", "Orders", CELL_NUMBER, 0 };
	static const struct column open = { "open_orders", "Open orders", CELL_NUMBER, 0 };
	static const struct column reviews = { "reviews", "Reviews", CELL_NUMBER, 0 };
	emit_record_begin(cx->out, NULL, NULL);
	if (programs)
		emit_programs_begin(cx->out);
	customer_emit(cx, &user->customer);
	emit_field(cx->out, &orders, cell_number(user->orders));
	emit_field(cx->out, &open, cell_number(user->open_orders));
	emit_field(cx->out, &reviews, cell_number(user->reviews));
	if (programs)
		emit_programs_end(cx->out);
	emit_record_end(cx->out);
}

static enum shop_status row_emit(void *ctx, const struct shop_customer *c, struct shop_error *err)
{
	(void)err;
	struct cell cells[CELLS];
	customer_cells(c, cells);
	emit_row(ctx, cells);
	return SHOP_OK;
}

enum shop_status user_list_emit(struct cmd_context *cx, const struct shop_user_filter *filter)
{
	emit_list_begin(cx->out, NULL, NULL, columns, CELLS);
	enum shop_status st = shop_user_each(cx->shop, filter, row_emit, cx->out, &cx->err);
	if (!st)
		emit_list_end(cx->out);
	return st;
}
