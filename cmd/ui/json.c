/* SPDX-License-Identifier: MIT */
/* JSON documents (--json) and JSON Lines (--jsonl). A list at the top is written row by row, so
 * that its length does not matter; everything else is built and written at its end. */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "shop/time.h"
#include "ui/clean.h"
#include "ui/printer.h"

enum { NOT_IN_JSON = COLUMN_TEXT_ONLY | COLUMN_SCREEN_ONLY };

/* json_string() refuses what is not UTF-8; text of the store may be anything. */
static json_t *text_value(const char *text)
{
	json_t *v = json_string(text);
	if (v != NULL)
		return v;
	char *clean = clean_copy(text, /* one_line= */ false);
	v = clean != NULL ? json_string(clean) : NULL;
	free(clean);
	return v;
}

/* Puts v (stolen) under a key, which may be text of the store, too. */
static int object_put(json_t *object, const char *key, json_t *v)
{
	if (json_object_set(object, key, v) == 0) {
		json_decref(v);
		return 0;
	}
	char *clean = clean_copy(key, /* one_line= */ false);
	int rc = clean != NULL ? json_object_set(object, clean, v) : -1;
	json_decref(v);
	free(clean);
	return rc;
}

static json_t *time_value(int64_t t)
{
	char text[SHOP_TIME_SIZE];
	return json_string(shop_time_format(t, text));
}

static json_t *day_value(int64_t day)
{
	char text[SHOP_TIME_SIZE];
	shop_time_format(day * 86400, text);
	return json_stringn(text, 10);
}

static json_t *cell_value(enum cell_kind kind, const struct cell *cell)
{
	if (cell->null)
		return json_null();
	switch (kind) {
	case CELL_TEXT:
		return text_value(cell->text);
	case CELL_NUMBER:
	case CELL_MONEY:
	case CELL_STARS:
	case CELL_BAR:
		return json_integer(cell->number);
	case CELL_RATING:
		return json_real((double)cell->number / 100.0);
	case CELL_TIME:
		return time_value(cell->number);
	case CELL_DAY:
		return day_value(cell->number);
	case CELL_BOOL:
		return json_boolean(cell->number != 0);
	}
	return json_null();
}

/* How many bytes at p are a character that steers a terminal and that jansson leaves as it is
 * (DEL, C1, line separators, bidirectional controls); its code in *ret. */
static size_t raw_control(const unsigned char *p, unsigned *ret)
{
	if (p[0] == 0x7F) {
		*ret = p[0];
		return 1;
	}
	if (p[0] == 0xC2 && p[1] >= 0x80 && p[1] <= 0x9F) {
		*ret = p[1];
		return 2;
	}
	if (p[0] != 0xE2 || (p[1] != 0x80 && p[1] != 0x81))
		return 0;
	unsigned c = 0x2000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	bool control = c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
		       (c >= 0x2066 && c <= 0x2069);
	*ret = c;
	return control ? 3 : 0;
}

static void write_escaped(FILE *out, const char *text)
{
	const unsigned char *p = (const unsigned char *)text, *from = p;
	while (*p != '\0') {
		unsigned c;
		size_t n = raw_control(p, &c);
		if (n == 0) {
			p++;
			continue;
		}
		fwrite(from, 1, (size_t)(p - from), out);
		fprintf(out, "\\u%04x", c);
		p += n;
		from = p;
	}
	fwrite(from, 1, (size_t)(p - from), out);
}

static void write_value(struct emit *e, json_t *v)
{
	/* 17 digits are what a double needs; a rating has three. */
	char *text =
		v != NULL ? json_dumps(v, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(6))
			  : NULL;
	if (text == NULL) {
		e->failed = true;
		return;
	}
	write_escaped(e->out, text);
	free(text);
}

/* Is this level a list at the top, whose elements are written as they come? */
static bool is_stream(const struct emit *e, size_t level)
{
	return level == 0 && e->levels[0].list;
}

static void stream_element(struct emit *e, json_t *v)
{
	if (e->how.json)
		fputs(e->levels[0].any ? ",\n" : "[\n", e->out);
	write_value(e, v);
	if (e->how.jsonl)
		fputc('\n', e->out);
	json_decref(v);
	e->levels[0].any = true;
}

/* Puts v (stolen) where it belongs: under its key, in its list, or out. */
static void place(struct emit *e, const char *key, json_t *v)
{
	if (v == NULL) {
		e->failed = true;
		return;
	}
	if (e->depth == 0) {
		/* What is not whole is not shown. */
		if (!e->failed) {
			write_value(e, v);
			fputc('\n', e->out);
		}
		json_decref(v);
		return;
	}
	if (is_stream(e, e->depth - 1)) {
		stream_element(e, v);
		return;
	}
	json_t *parent = e->levels[e->depth - 1].data;
	int rc = key != NULL ? object_put(parent, key, v) : json_array_append_new(parent, v);
	if (rc != 0)
		e->failed = true;
}

static void json_list_begin(struct emit *e, const char *key, const char *title)
{
	(void)key;
	(void)title;
	struct emit_level *level = &e->levels[e->depth - 1];
	/* A stream's bracket waits for its first element: a failure before that leaves nothing. */
	if (is_stream(e, e->depth - 1))
		return;
	level->data = json_array();
}

/* A closed level is placed in the one above it. */
static void close_level(struct emit *e)
{
	struct emit_level *level = &e->levels[e->depth - 1];
	json_t *v = level->data;
	level->data = NULL;
	e->depth--;
	place(e, level->key, v);
	e->depth++;
}

static void json_list_end(struct emit *e)
{
	if (!is_stream(e, e->depth - 1)) {
		close_level(e);
		return;
	}
	if (e->how.json)
		fputs(e->levels[0].any ? "\n]\n" : "[]\n", e->out);
}

static void json_row(struct emit *e, const struct cell *cells)
{
	const struct emit_level *level = &e->levels[e->depth - 1];
	json_t *row = json_object();
	for (size_t i = 0; row != NULL && i < level->column_count; i++) {
		const struct column *c = &level->columns[i];
		if ((c->flags & NOT_IN_JSON) == 0 &&
		    json_object_set_new_nocheck(row, c->key, cell_value(c->kind, &cells[i])) != 0)
			e->failed = true;
	}
	place(e, NULL, row);
}

static void json_record_begin(struct emit *e, const char *key, const char *title)
{
	(void)key;
	(void)title;
	struct emit_level *level = &e->levels[e->depth - 1];
	level->data = json_object();
}

static void json_field(struct emit *e, const struct column *column, const struct cell *cell)
{
	if ((column->flags & NOT_IN_JSON) == 0)
		place(e, column->key, cell_value(column->kind, cell));
}

static void json_texts(struct emit *e, const char *key, const char *title, const char *const *texts,
		       size_t count)
{
	(void)title;
	json_t *list = json_array();
	for (size_t i = 0; list != NULL && i < count; i++)
		if (json_array_append_new(list, text_value(texts[i])) != 0)
			e->failed = true;
	place(e, key, list);
}

static void json_prose(struct emit *e, const char *key, const char *text)
{
	place(e, key, text_value(text));
}

/* What was begun and not ended, on the way out after a failure. */
static void json_free(struct emit *e)
{
	for (size_t i = 0; i < e->depth; i++)
		if (!is_stream(e, i))
			json_decref(e->levels[i].data);
}

const struct printer json_printer = {
	.list_begin = json_list_begin,
	.row = json_row,
	.list_end = json_list_end,
	.record_begin = json_record_begin,
	.field = json_field,
	.record_end = close_level,
	.texts = json_texts,
	.prose = json_prose,
	.free = json_free,
};

static void write_line(FILE *out, json_t *v)
{
	char *text = v != NULL ? json_dumps(v, JSON_COMPACT) : NULL;
	if (text != NULL) {
		write_escaped(out, text);
		fputc('\n', out);
	}
	free(text);
	json_decref(v);
}

void emit_error_json(FILE *out, const struct shop_error *err, int exit)
{
	write_line(out, json_pack("{s:{s:s,s:s,s:s?,s:i}}", "error", "code",
				  shop_status_word(err->status), "message", err->text, "hint",
				  err->hint[0] != '\0' ? err->hint : NULL, "exit", exit));
}

void emit_warning_json(FILE *out, const char *text)
{
	write_line(out, json_pack("{s:{s:s}}", "warning", "message", text));
}
