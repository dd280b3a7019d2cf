/* SPDX-License-Identifier: MIT */
/* Shows conversations, row by row as the store hands them over. */
#include "core/conversation_view.h"

#include "ui/emit.h"

struct rows {
	struct emit *out;
	bool any;
};

static enum shop_status message_row(void *ctx, const struct shop_message *m, struct shop_error *err)
{
	(void)err;
	struct rows *rows = ctx;
	const struct cell cells[] = {
		cell_number(m->id),  cell_number(m->conversation), cell_number(m->created_at),
		cell_text(m->role),  cell_text(m->text),           cell_text(m->engine),
		cell_text(m->model),
	};
	emit_row(rows->out, cells);
	rows->any = true;
	return SHOP_OK;
}

enum shop_status history_emit(struct cmd_context *cx, const struct shop_history_filter *filter)
{
	static const struct column columns[] = {
		{ "id", NULL, CELL_NUMBER, COLUMN_JSON_ONLY },
		{ "conversation", "Conversation", CELL_NUMBER, COLUMN_SPARE },
		{ "created_at", "Time", CELL_TIME, 0 },
		{ "role", "Who", CELL_TEXT, 0 },
		{ "text", "Text", CELL_TEXT, COLUMN_WRAP },
		{ "engine", NULL, CELL_TEXT, COLUMN_JSON_ONLY },
		{ "model", NULL, CELL_TEXT, COLUMN_JSON_ONLY },
	};
	struct rows rows = { .out = cx->out };
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	enum shop_status st = shop_history_each(cx->shop, filter, message_row, &rows, &cx->err);
	if (st)
		return st;
	emit_list_end(cx->out);
	if (!rows.any)
		emit_note(cx->out, "no messages");
	return SHOP_OK;
}

static enum shop_status conversation_row(void *ctx, const struct shop_conversation *c,
					 struct shop_error *err)
{
	(void)err;
	struct rows *rows = ctx;
	const struct cell cells[] = {
		cell_number(c->id),       cell_number(c->created_at), cell_number(c->last_at),
		cell_number(c->messages), cell_bool(c->current),      cell_text(c->question),
	};
	emit_row(rows->out, cells);
	rows->any = true;
	return SHOP_OK;
}

enum shop_status conversation_list_emit(struct cmd_context *cx, int64_t limit)
{
	static const struct column columns[] = {
		{ "id", "Conversation", CELL_NUMBER, 0 },
		{ "created_at", "Begun", CELL_TIME, COLUMN_SPARE },
		{ "last_at", "Last message", CELL_TIME, 0 },
		{ "messages", "Messages", CELL_NUMBER, 0 },
		{ "current", "Current", CELL_BOOL, 0 },
		{ "question", "First question", CELL_TEXT, COLUMN_SHRINK },
	};
	struct rows rows = { .out = cx->out };
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	enum shop_status st =
		shop_conversation_each(cx->shop, limit, conversation_row, &rows, &cx->err);
	if (st)
		return st;
	emit_list_end(cx->out);
	if (!rows.any)
		emit_note(cx->out, "no conversations");
	return SHOP_OK;
}
