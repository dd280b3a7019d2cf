/* SPDX-License-Identifier: MIT */
/* Tables and records for people at a terminal. Rows are gathered and drawn in batches, so that a
 * list of any length takes bounded memory. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/clean.h"
#include "ui/fit.h"
#include "ui/link.h"
#include "ui/module.h"
#include "ui/pager.h"
#include "ui/printer.h"
#include "ui/screen.h"
#include "ui/symbols.h"
#include "ui/table.h"
#include "ui/wrap.h"

enum { BATCH_ROWS = 1000, BATCH_COLUMNS = 16, LABEL_WIDTH = 16 };

/* What a column that can give up width still needs to be of use. */
enum { SHRUNK_WIDTH = 16 };

struct batch {
	char **cells;
	const char **colors; /* of the cells, borrowed */
	size_t rows;
	bool drawn;        /* an earlier batch of this list had the titles */
	unsigned left_out; /* 1 << n: the n-th column shown, in this list */
};

/* A list that is longer than the screen gets a pager. */
static void page(struct emit *e, size_t rows)
{
	size_t height = screen_height(STDOUT_FILENO);
	if (e->how.pager == NULL || e->pager != 0 || e->how.dumb || e->depth != 1 || height == 0 ||
	    rows + 2 <= height)
		return;
	fflush(e->out);
	e->pager = pager_start(e->how.pager);
}

/* What stands left of a field's value; attributes bring labels of any kind. Returns how many
 * columns it takes. */
static size_t print_label(struct emit *e, const char *label)
{
	char *clean = clean_copy(label, /* one_line= */ true);
	size_t columns = clean != NULL ? wrap_columns(clean) : 0;
	e->failed = e->failed || clean == NULL;
	fprintf(e->out, "%s%*s ", clean != NULL ? clean : "",
		columns < LABEL_WIDTH ? (int)(LABEL_WIDTH - columns) : 0, "");
	free(clean);
	return (columns < LABEL_WIDTH ? LABEL_WIDTH : columns) + 1;
}

/* Text that begins in column `used` and goes on right of indent. */
static void print_wrapped(struct emit *e, const char *text, size_t used, size_t indent)
{
	char *clean = clean_copy(text, /* one_line= */ indent > 0);
	if (clean == NULL) {
		e->failed = true;
		return;
	}
	struct wrap w = { .width = e->width, .used = used, .indent = indent };
	wrap_write(e->out, clean, &w);
	free(clean);
}

static bool is_shown(const struct column *c)
{
	return (c->flags & COLUMN_JSON_ONLY) == 0;
}

static void draw_plain(struct emit *e, const struct table *t)
{
	for (size_t i = 0; i < t->row_count * t->column_count; i++)
		fprintf(e->out, "%s%s", t->cells[i], (i + 1) % t->column_count == 0 ? "\n" : "  ");
}

/* The columns that people see; returns how many. *ret_spare: 1 << n for each that may be left out.
 */
static size_t columns_choose(const struct emit_level *level, struct table_column *out,
			     unsigned *ret_spare)
{
	size_t n = 0;
	*ret_spare = 0;
	for (size_t i = 0; i < level->column_count && n < BATCH_COLUMNS; i++) {
		const struct column *c = &level->columns[i];
		if (!is_shown(c))
			continue;
		if ((c->flags & COLUMN_SPARE) != 0)
			*ret_spare |= 1u << n;
		out[n++] = (struct table_column){
			.title = c->title,
			.right = c->kind == CELL_NUMBER || c->kind == CELL_MONEY ||
				 c->kind == CELL_RATING,
			.shrink = (c->flags & COLUMN_SHRINK) != 0,
			.wrap = (c->flags & COLUMN_WRAP) != 0,
			.yields = c->kind == CELL_TEXT,
		};
	}
	return n;
}

static struct fit_column column_measure(const struct table *t, size_t column)
{
	const struct table_column *c = &t->columns[column];
	struct fit_column fit = { .title = wrap_columns(c->title),
				  .gives = c->shrink || c->wrap,
				  .yields = c->yields,
				  .hidden = c->hidden };
	for (size_t r = 0; r < t->row_count; r++) {
		size_t cell = wrap_columns(t->cells[r * t->column_count + column]);
		fit.natural = cell > fit.natural ? cell : fit.natural;
	}
	return fit;
}

/* The least width that the column can be shown with, and the space after it. */
static size_t column_needs(const struct table *t, size_t column)
{
	struct fit_column fit = column_measure(t, column);
	size_t width = fit.natural > fit.title ? fit.natural : fit.title;
	if (fit.gives && width > SHRUNK_WIDTH)
		width = SHRUNK_WIDTH;
	return width + 1;
}

/* Leaves out spare columns, the last first, until the rest has room. */
static unsigned leave_out(const struct table *t, unsigned spare)
{
	size_t needed = 0;
	unsigned out = 0;
	for (size_t i = 0; i < t->column_count; i++)
		needed += column_needs(t, i);
	for (size_t i = t->column_count; i-- > 0 && needed > (size_t)t->width + 1;) {
		if ((spare & 1u << i) == 0)
			continue;
		out |= 1u << i;
		needed -= column_needs(t, i);
	}
	return out;
}

static char *wrapped_copy(const char *text, size_t width)
{
	char *copy = NULL;
	size_t size;
	FILE *out = open_memstream(&copy, &size);
	if (out == NULL)
		return NULL;
	wrap_write(out, text, &(struct wrap){ .width = width });
	return fclose(out) == 0 ? copy : NULL;
}

/* Cuts cells short, or breaks them between words, so that the rows have room. */
static void fit_cells(struct emit *e, struct table *t)
{
	struct fit_column fit[BATCH_COLUMNS];
	for (size_t i = 0; i < t->column_count; i++)
		fit[i] = column_measure(t, i);
	fit_columns(fit, t->column_count, (size_t)t->width);
	for (size_t i = 0; i < t->row_count * t->column_count; i++) {
		size_t column = i % t->column_count, width = fit[column].width;
		if (fit[column].natural <= width)
			continue;
		char *text = t->columns[column].wrap ? wrapped_copy(t->cells[i], width)
						     : fit_text(t->cells[i], width, e->utf8);
		e->failed = e->failed || text == NULL;
		if (text == NULL)
			continue;
		free(t->cells[i]);
		t->cells[i] = text;
	}
}

static void batch_empty(struct batch *b, size_t columns)
{
	for (size_t i = 0; i < b->rows * columns; i++) {
		free(b->cells[i]);
		b->cells[i] = NULL;
	}
	b->rows = 0;
}

static void batch_draw(struct emit *e, const struct emit_level *level)
{
	struct batch *b = level->data;
	struct table_column columns[BATCH_COLUMNS];
	unsigned spare;
	size_t n = columns_choose(level, columns, &spare);
	struct table t = { .columns = columns,
			   .column_count = n,
			   .cells = b->cells,
			   .colors = b->colors,
			   .row_count = b->rows,
			   .width = (int)e->width,
			   .color = emit_has_color(e),
			   .heading = !b->drawn };
	/* All batches of a list have the same columns. */
	if (!b->drawn)
		b->left_out = leave_out(&t, spare);
	for (size_t i = 0; i < n; i++)
		columns[i].hidden = (b->left_out & 1u << i) != 0;
	fit_cells(e, &t);
	page(e, b->rows);
	table_draw_fn draw = b->rows > 0 ? (table_draw_fn)ui_module("table", TABLE_SYMBOL) : NULL;
	if (draw == NULL || !draw(e->out, &t))
		draw_plain(e, &t);
	batch_empty(b, n);
	b->drawn = true;
}

static void print_title(struct emit *e, const char *title)
{
	if (title == NULL)
		return;
	emit_tone_begin(e, TONE_TITLE);
	fputs(title, e->out);
	emit_tone_end(e, TONE_TITLE);
	fputc('\n', e->out);
}

static void table_list_begin(struct emit *e, const char *key, const char *title)
{
	(void)key;
	struct emit_level *level = &e->levels[e->depth - 1];
	if (e->depth > 1 ? e->levels[e->depth - 2].any : e->any)
		fputc('\n', e->out);
	print_title(e, title);
	if (level->columns == NULL)
		return;
	struct batch *b = calloc(1, sizeof(*b));
	if (b != NULL) {
		b->cells = calloc((size_t)BATCH_ROWS * BATCH_COLUMNS, sizeof(*b->cells));
		b->colors = calloc((size_t)BATCH_ROWS * BATCH_COLUMNS, sizeof(*b->colors));
	}
	level->data = b;
	e->failed = e->failed || b == NULL || b->cells == NULL || b->colors == NULL;
}

static void table_row(struct emit *e, const struct cell *cells)
{
	struct emit_level *level = &e->levels[e->depth - 1];
	struct batch *b = level->data;
	if (e->failed)
		return;
	size_t shown = 0;
	for (size_t i = 0; i < level->column_count; i++)
		shown += is_shown(&level->columns[i]) ? 1 : 0;
	size_t n = 0;
	for (size_t i = 0; i < level->column_count && n < BATCH_COLUMNS; i++) {
		char buf[CELL_SIZE];
		if (!is_shown(&level->columns[i]))
			continue;
		/* What takes several lines anyway keeps its own. */
		bool one_line = (level->columns[i].flags & COLUMN_WRAP) == 0;
		char *copy = clean_copy(cell_format(e, level->columns[i].kind, &cells[i], buf),
					one_line);
		e->failed = e->failed || copy == NULL;
		b->cells[b->rows * shown + n] = copy;
		b->colors[b->rows * shown + n++] = tone_sequence(cells[i].tone);
	}
	b->rows++;
	if (b->rows == BATCH_ROWS)
		batch_draw(e, level);
}

static void batch_free(struct emit_level *level)
{
	struct batch *b = level->data;
	if (b != NULL) {
		free(b->cells);
		free(b->colors);
	}
	free(b);
	level->data = NULL;
}

static void table_list_end(struct emit *e)
{
	struct emit_level *level = &e->levels[e->depth - 1];
	e->any = e->any || level->any;
	if (level->columns == NULL || e->failed)
		return;
	struct batch *b = level->data;
	if (b->rows > 0)
		batch_draw(e, level);
	batch_free(level);
}

static void table_record_begin(struct emit *e, const char *key, const char *title)
{
	(void)key;
	if (e->depth > 1 && e->levels[e->depth - 2].any)
		fputc('\n', e->out);
	print_title(e, e->depth > 1 ? title : NULL);
}

/* Stars left of a rating. Returns how many columns they take. */
static size_t print_stars(struct emit *e, int64_t centi)
{
	char stars[STARS_SIZE];
	emit_tone_begin(e, TONE_STARS);
	fputs(stars_text(centi, e->utf8, stars), e->out);
	emit_tone_end(e, TONE_STARS);
	fputc(' ', e->out);
	return STARS_MAX + 1;
}

static void table_field(struct emit *e, const struct column *column, const struct cell *cell)
{
	if (!is_shown(column) || cell->null)
		return;
	char buf[CELL_SIZE];
	size_t used = print_label(e, column->title != NULL ? column->title : column->key);
	if (column->kind == CELL_RATING)
		used += print_stars(e, cell->number);
	char link[LINK_SIZE];
	bool leads = e->links && e->pager == 0 && link_clean(cell->link, link);
	emit_tone_begin(e, cell->tone);
	if (leads)
		link_begin(e->out, link);
	print_wrapped(e, cell_format(e, column->kind, cell, buf), used, LABEL_WIDTH + 1);
	if (leads)
		link_end(e->out);
	emit_tone_end(e, cell->tone);
	fputc('\n', e->out);
}

static void table_record_end(struct emit *e)
{
	(void)e;
}

static void table_texts(struct emit *e, const char *key, const char *title,
			const char *const *texts, size_t count)
{
	(void)key;
	if (count == 0)
		return;
	print_label(e, title != NULL ? title : key);
	for (size_t i = 0; i < count; i++) {
		fputs(i > 0 ? ", " : "", e->out);
		emit_clean(e, texts[i], /* one_line= */ true);
	}
	fputc('\n', e->out);
}

static void table_prose(struct emit *e, const char *key, const char *text)
{
	(void)key;
	print_wrapped(e, text, /* used= */ 0, /* indent= */ 0);
	fputc('\n', e->out);
	if (e->depth > 0)
		e->levels[e->depth - 1].any = true;
}

static void table_free(struct emit *e)
{
	for (size_t i = 0; i < e->depth; i++) {
		struct batch *b = e->levels[i].data;
		for (size_t c = 0; b != NULL && c < (size_t)BATCH_ROWS * BATCH_COLUMNS; c++)
			free(b->cells != NULL ? b->cells[c] : NULL);
		batch_free(&e->levels[i]);
	}
}

const struct printer table_printer = {
	.list_begin = table_list_begin,
	.row = table_row,
	.list_end = table_list_end,
	.record_begin = table_record_begin,
	.field = table_field,
	.record_end = table_record_end,
	.texts = table_texts,
	.prose = table_prose,
	.free = table_free,
};
