/* SPDX-License-Identifier: MIT */
/* A list as CSV (RFC 4180): one header of keys, amounts in minor units, times in UTC. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "shop/time.h"
#include "ui/clean.h"
#include "ui/printer.h"

enum { NOT_IN_CSV = COLUMN_TEXT_ONLY | COLUMN_SCREEN_ONLY };

/* A spreadsheet takes what begins so for a formula and runs it; the text may be anybody's. */
static bool is_formula(const char *text)
{
	return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
}

static void put_text(struct emit *e, const char *text)
{
	char *clean = clean_copy(text, /* one_line= */ true);
	if (clean == NULL) {
		e->failed = true;
		return;
	}
	bool quoted = is_formula(text) || strpbrk(clean, ",\"'") != NULL;
	fputs(quoted ? "\"" : "", e->out);
	fputs(is_formula(text) ? "'" : "", e->out);
	for (const char *p = clean; *p != '\0'; p++)
		fprintf(e->out, *p == '"' ? "\"\"" : "%c", *p);
	fputs(quoted ? "\"" : "", e->out);
	free(clean);
}

static void put_day(struct emit *e, int64_t day)
{
	char text[SHOP_TIME_SIZE];
	fprintf(e->out, "%.10s", shop_time_format(day * 86400, text));
}

static void put_cell(struct emit *e, enum cell_kind kind, const struct cell *cell)
{
	char text[SHOP_TIME_SIZE];
	if (cell->null)
		return;
	switch (kind) {
	case CELL_TEXT:
		put_text(e, cell->text);
		break;
	case CELL_NUMBER:
	case CELL_MONEY:
	case CELL_STARS:
	case CELL_BAR:
		fprintf(e->out, "%" PRId64, cell->number);
		break;
	case CELL_RATING:
		fprintf(e->out, "%" PRId64 ".%02d", cell->number / 100, (int)(cell->number % 100));
		break;
	case CELL_TIME:
		fputs(shop_time_format(cell->number, text), e->out);
		break;
	case CELL_DAY:
		put_day(e, cell->number);
		break;
	case CELL_BOOL:
		fputs(cell->number != 0 ? "true" : "false", e->out);
		break;
	}
}

static void put_header(struct emit *e, const struct emit_level *level)
{
	bool any = false;
	for (size_t i = 0; i < level->column_count; i++) {
		if ((level->columns[i].flags & NOT_IN_CSV) != 0)
			continue;
		fprintf(e->out, "%s%s", any ? "," : "", level->columns[i].key);
		any = true;
	}
	fputs("\r\n", e->out);
}

static void csv_row(struct emit *e, const struct cell *cells)
{
	const struct emit_level *level = &e->levels[e->depth - 1];
	bool any = false;
	/* It waits for the first row: a failure before that leaves nothing. */
	if (!level->any)
		put_header(e, level);
	for (size_t i = 0; i < level->column_count; i++) {
		const struct column *c = &level->columns[i];
		if ((c->flags & NOT_IN_CSV) != 0)
			continue;
		fputs(any ? "," : "", e->out);
		put_cell(e, c->kind, &cells[i]);
		any = true;
	}
	fputs("\r\n", e->out);
}

static void csv_list_end(struct emit *e)
{
	if (!e->levels[e->depth - 1].any)
		put_header(e, &e->levels[e->depth - 1]);
}

/* Only a list is a table; what else is said has no place in one. */
static void csv_end(struct emit *e)
{
	(void)e;
}

static void csv_begin(struct emit *e, const char *key, const char *title)
{
	(void)e;
	(void)key;
	(void)title;
}

static void csv_field(struct emit *e, const struct column *column, const struct cell *cell)
{
	(void)e;
	(void)column;
	(void)cell;
}

static void csv_texts(struct emit *e, const char *key, const char *title, const char *const *texts,
		      size_t count)
{
	(void)e;
	(void)key;
	(void)title;
	(void)texts;
	(void)count;
}

static void csv_prose(struct emit *e, const char *key, const char *text)
{
	(void)e;
	(void)key;
	(void)text;
}

const struct printer csv_printer = {
	.list_begin = csv_begin,
	.row = csv_row,
	.list_end = csv_list_end,
	.record_begin = csv_begin,
	.field = csv_field,
	.record_end = csv_end,
	.texts = csv_texts,
	.prose = csv_prose,
};
