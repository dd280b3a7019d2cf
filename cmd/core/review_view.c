/* SPDX-License-Identifier: MIT */
/* Shows reviews. */
#include "core/review_view.h"

#include "ui/emit.h"

static const struct column columns[] = {
	{ "id", NULL, CELL_NUMBER, COLUMN_JSON_ONLY },
	{ "created_at", "Date", CELL_TIME, 0 },
	{ "author", "By", CELL_TEXT, 0 },
	{ "rating", "Stars", CELL_NUMBER, 0 },
	{ "comment", "Comment", CELL_TEXT, COLUMN_WRAP },
	{ "verified", "Bought here", CELL_BOOL, 0 },
};
enum { CELLS = sizeof(columns) / sizeof(columns[0]) };

static void review_cells(const struct shop_review *r, struct cell out[CELLS])
{
	size_t n = 0;
	out[n++] = cell_number(r->id);
	out[n++] = cell_number(r->created_at);
	out[n++] = cell_text(r->author);
	out[n++] = cell_number(r->rating);
	out[n++] = cell_text(r->comment);
	out[n++] = cell_bool(r->verified);
}

void review_list_emit(struct cmd_context *cx, const char *key, const char *title,
		      const struct shop_reviews *list, size_t people)
{
	emit_list_begin(cx->out, key, title, columns, CELLS);
	for (size_t i = 0; i < list->count; i++) {
		struct cell cells[CELLS];
		review_cells(&list->items[i], cells);
		if (i >= people)
			emit_programs_begin(cx->out);
		emit_row(cx->out, cells);
		if (i >= people)
			emit_programs_end(cx->out);
	}
	emit_list_end(cx->out);
}

void review_emit(struct cmd_context *cx, const struct shop_review *review)
{
	struct cell cells[CELLS];
	review_cells(review, cells);
	emit_record_begin(cx->out, NULL, NULL);
	emit_programs_begin(cx->out);
	for (size_t i = 0; i < CELLS; i++)
		emit_field(cx->out, &columns[i], cells[i]);
	emit_programs_end(cx->out);
	emit_record_end(cx->out);
}
