/* SPDX-License-Identifier: MIT */
/* Draws a table with libsmartcols: it knows the width of every character, and fits the terminal. */
#include <libsmartcols.h>

#include "ui/table.h"

__attribute__((visibility("default"))) bool table_draw(FILE *out, const struct table *t);

static bool add_columns(struct libscols_table *table, const struct table *t)
{
	for (size_t i = 0; i < t->column_count; i++) {
		const struct table_column *c = &t->columns[i];
		int flags = (c->right ? SCOLS_FL_RIGHT : 0) | (c->shrink ? SCOLS_FL_TRUNC : 0) |
			    (c->wrap ? SCOLS_FL_WRAP : 0) | (c->hidden ? SCOLS_FL_HIDDEN : 0);
		struct libscols_column *column = scols_table_new_column(
			table, c->title, c->shrink || c->wrap ? 0.3 : 1, flags);
		if (column == NULL)
			return false;
		/* The text brings its line breaks along, between words. */
		if (c->wrap) {
			scols_column_set_safechars(column, "\n");
			scols_column_set_wrapfunc(column, scols_wrapnl_chunksize,
						  scols_wrapnl_nextchunk, NULL);
		}
		if (t->color)
			scols_cell_set_color(scols_column_get_header(column), "bold");
	}
	return true;
}

static bool add_rows(struct libscols_table *table, const struct table *t)
{
	for (size_t r = 0; r < t->row_count; r++) {
		struct libscols_line *line = scols_table_new_line(table, NULL);
		if (line == NULL)
			return false;
		for (size_t c = 0; c < t->column_count; c++) {
			size_t at = r * t->column_count + c;
			if (scols_line_set_data(line, c, t->cells[at]) != 0)
				return false;
			if (t->color && t->colors[at] != NULL)
				scols_cell_set_color(scols_line_get_cell(line, c), t->colors[at]);
		}
	}
	return true;
}

bool table_draw(FILE *out, const struct table *t)
{
	struct libscols_table *table = scols_new_table();
	if (table == NULL)
		return false;
	scols_table_set_stream(table, out);
	scols_table_set_termforce(table, SCOLS_TERMFORCE_ALWAYS);
	scols_table_set_termwidth(table, (size_t)t->width);
	scols_table_enable_colors(table, t->color);
	scols_table_enable_noheadings(table, !t->heading);
	bool ok = add_columns(table, t) && add_rows(table, t) && scols_print_table(table) == 0;
	scols_unref_table(table);
	return ok;
}
