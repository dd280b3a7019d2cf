/* SPDX-License-Identifier: MIT */
/* Lines for pipes: one record a line, tab-separated, nothing cut short, no header. */
#include "ui/printer.h"

enum { NOT_IN_LINES = COLUMN_JSON_ONLY | COLUMN_SCREEN_ONLY };

static void lines_list_begin(struct emit *e, const char *key, const char *title)
{
	(void)e;
	(void)key;
	(void)title;
}

static void lines_row(struct emit *e, const struct cell *cells)
{
	const struct emit_level *level = &e->levels[e->depth - 1];
	/* A list inside a record says which it is, so that its lines can be told apart. */
	bool first = e->depth < 2 || level->key == NULL;
	if (!first)
		fputs(level->key, e->out);
	for (size_t i = 0; i < level->column_count; i++) {
		const struct column *c = &level->columns[i];
		if ((c->flags & NOT_IN_LINES) != 0)
			continue;
		char buf[CELL_SIZE];
		if (!first)
			fputc('\t', e->out);
		emit_clean(e, cell_format(e, c->kind, &cells[i], buf), /* one_line= */ true);
		first = false;
	}
	fputc('\n', e->out);
}

static void lines_end(struct emit *e)
{
	(void)e;
}

/* Records one after the other are separated by an empty line. */
static void lines_record_begin(struct emit *e, const char *key, const char *title)
{
	(void)key;
	(void)title;
	if (e->depth == 2 && e->levels[0].list && e->levels[0].any)
		fputc('\n', e->out);
}

/* A record inside a record says which it is: "attributes.color". */
static void put_key(struct emit *e, const char *key)
{
	const char *inside = e->depth > 1 ? e->levels[e->depth - 1].key : NULL;
	if (inside != NULL)
		fprintf(e->out, "%s.", inside);
	emit_clean(e, key, /* one_line= */ true);
	fputc('\t', e->out);
}

static void lines_field(struct emit *e, const struct column *column, const struct cell *cell)
{
	if ((column->flags & NOT_IN_LINES) != 0)
		return;
	char buf[CELL_SIZE];
	put_key(e, column->key);
	emit_clean(e, cell_format(e, column->kind, cell, buf), /* one_line= */ true);
	fputc('\n', e->out);
}

static void lines_texts(struct emit *e, const char *key, const char *title,
			const char *const *texts, size_t count)
{
	(void)title;
	for (size_t i = 0; i < count; i++) {
		put_key(e, key);
		emit_clean(e, texts[i], /* one_line= */ true);
		fputc('\n', e->out);
	}
}

static void lines_prose(struct emit *e, const char *key, const char *text)
{
	(void)key;
	emit_clean(e, text, /* one_line= */ false);
	fputc('\n', e->out);
}

const struct printer lines_printer = {
	.list_begin = lines_list_begin,
	.row = lines_row,
	.list_end = lines_end,
	.record_begin = lines_record_begin,
	.field = lines_field,
	.record_end = lines_end,
	.texts = lines_texts,
	.prose = lines_prose,
};
