/* SPDX-License-Identifier: MIT */
/* Shows tokens: never the token itself, which only its maker has. */
#include "core/token_view.h"

#include "ui/emit.h"

static const struct column columns[] = {
	{ "id", "ID", CELL_TEXT, COLUMN_SHRINK },
	{ "name", "Name", CELL_TEXT, 0 },
	{ "scope", "Scope", CELL_TEXT, 0 },
	{ "issued_at", "Made", CELL_TIME, COLUMN_SPARE },
	{ "expires_at", "Valid until", CELL_TIME, 0 },
	{ "state", "State", CELL_TEXT, 0 },
	{ "current", "This one", CELL_BOOL, COLUMN_SPARE },
};
enum { CELLS = sizeof(columns) / sizeof(columns[0]) };

static void token_cells(const struct shop_token *t, struct cell out[CELLS])
{
	size_t n = 0;
	out[n++] = cell_text(t->id);
	out[n++] = cell_text(t->name);
	out[n++] = cell_text(shop_scope_word(t->scope));
	out[n++] = cell_number(t->issued_at);
	out[n++] = cell_number(t->expires_at);
	out[n++] = cell_text(shop_token_state_word(t->state));
	out[n++] = cell_bool(t->current);
}

void token_emit(struct cmd_context *cx, const struct shop_token *token)
{
	struct cell cells[CELLS];
	token_cells(token, cells);
	emit_programs_begin(cx->out);
	for (size_t i = 0; i < CELLS; i++)
		emit_field(cx->out, &columns[i], cells[i]);
	emit_programs_end(cx->out);
}

void token_list_emit(struct cmd_context *cx, const struct shop_tokens *list)
{
	emit_list_begin(cx->out, NULL, NULL, columns, CELLS);
	for (size_t i = 0; i < list->count; i++) {
		struct cell cells[CELLS];
		token_cells(&list->items[i], cells);
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
}
