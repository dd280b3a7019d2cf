/* SPDX-License-Identifier: MIT */
/* Shows reviews. */
#include "core/review_view.h"

#include "ui/emit.h"

static const struct column columns[] = {
	{ "id", NULL, CELL_NUMBER, COLUMN_JSON_ONLY },
	{ "created_at", "Date", CELL_TIME, 0 },
	{ "author", "By", CELL_TEXT, 0 },
	{ "rating", "Stars", CELL_STARS, 0 },
	{ "comment", "Comment", CELL_TEXT, COLUMN_WRAP },
	{ "verified", "Bought here", CELL_BOOL, COLUMN_SPARE },
};
enum { CELLS = sizeof(columns) / sizeof(columns[0]) };

static void review_cells(const struct shop_review *r, struct cell out[CELLS])
{
	size_t n = 0;
	out[n++] = cell_number(r->id);
	out[n++] = cell_number(r->created_at);
	out[n++] = cell_text(r->author);
	out[n++] = cell_toned(cell_number(r->rating), TONE_STARS);
	out[n++] = cell_text(r->comment);
	out[n++] = cell_bool(r->verified);
}

/* How many gave how many stars: what an average does not tell. Fewer say nothing. */
enum { DISTRIBUTION_FROM = 3, STARS = 5 };

void review_distribution_emit(struct cmd_context *cx, const struct shop_reviews *list)
{
	static const struct column bars[] = {
		{ "stars", "Stars", CELL_STARS, 0 },
		{ "share", "", CELL_BAR, 0 },
		{ "count", "Count", CELL_NUMBER, 0 },
	};
	int64_t counts[STARS + 1] = { 0 };
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].rating >= 1 && list->items[i].rating <= STARS)
			counts[list->items[i].rating]++;
	if (list->count < DISTRIBUTION_FROM)
		return;
	emit_screen_begin(cx->out);
	emit_list_begin(cx->out, "distribution", "Ratings", bars, sizeof(bars) / sizeof(bars[0]));
	for (int64_t stars = STARS; stars >= 1; stars--) {
		const struct cell cells[] = {
			cell_toned(cell_number(stars), TONE_STARS),
			cell_bar(counts[stars], (int64_t)list->count),
			cell_number(counts[stars]),
		};
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
	emit_screen_end(cx->out);
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
