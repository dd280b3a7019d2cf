/* SPDX-License-Identifier: MIT */
/* Rows of a table to records: cells are put under their keys, and read as any record is. */
#include "exchange/csv.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "exchange/record_type.h"
#include "shop/money.h"

enum { COLUMNS_MAX = 2000, KEY_SIZE = 512 };

void csv_init(struct csv *c, struct lines *lines, const char *currency)
{
	*c = (struct csv){ .lines = lines, .currency = currency };
	buf_init(&c->head, LINE_BYTES_MAX);
	buf_init(&c->row, LINE_BYTES_MAX);
}

void csv_done(struct csv *c)
{
	buf_done(&c->head);
	buf_done(&c->row);
	free(c->names);
	free(c->cells);
	*c = (struct csv){ 0 };
}

/* Is the row within quotation marks where this line of it ends? They count where a cell begins with
 * one; elsewhere they stand for themselves, as inches do. */
static bool ends_quoted(const char *text, size_t len, const char *delimiters, bool quoted)
{
	bool at_start = !quoted;
	for (size_t i = 0; i < len; i++) {
		bool mark = text[i] == '"';
		if (quoted && mark && i + 1 < len && text[i + 1] == '"')
			i++;
		else if (quoted && mark)
			quoted = false;
		else if (at_start && mark)
			quoted = true;
		at_start = !quoted && strchr(delimiters, text[i]) != NULL;
	}
	return quoted;
}

/* A whole row: lines go on while a quotation mark is open. *ret_some is false at the end. */
static enum shop_status read_row(struct csv *c, struct buf *row, bool *ret_some,
				 struct shop_error *err)
{
	const char *line = NULL;
	size_t len = 0;
	bool quoted = false;
	/* The header says what it is. */
	const char delimiters[] = { c->delimiter, '\0' };
	buf_clear(row);
	do {
		enum shop_status st = lines_next(c->lines, &line, &len, ret_some, err);
		if (st)
			return st;
		if (!*ret_some && !quoted)
			return SHOP_OK;
		if (!*ret_some)
			return shop_error_set(err, SHOP_E_INVALID, "a quotation mark stays open");
		if (!quoted)
			c->number = c->lines->number;
		if (memchr(line, '\0', len) != NULL)
			return shop_error_set(err, SHOP_E_INVALID, "a NUL has no place in a text");
		quoted = ends_quoted(line, len, c->delimiter != '\0' ? delimiters : ",;\t", quoted);
		if (len > 0 && line[len - 1] == '\r')
			len--;
		buf_append(row, line, len);
		if (quoted)
			buf_putc(row, '\n');
	} while (quoted);
	return row->failed
		       ? shop_error_set(err, SHOP_E_INVALID, "longer than %d bytes", LINE_BYTES_MAX)
		       : SHOP_OK;
}

/* Takes the quotation marks off a cell that begins with one, in place. Returns what stands behind
 * it, or NULL if that is neither a delimiter nor the end. */
static char *unquote(char *cell, char delimiter)
{
	char *to = cell, *from = cell + 1;
	for (; *from != '\0'; from++) {
		if (*from == '"' && from[1] != '"')
			break;
		from += *from == '"' ? 1 : 0;
		*to++ = *from;
	}
	char *end = *from == '"' ? from + 1 : from;
	bool fine = *end == delimiter || *end == '\0';
	*to = '\0';
	return fine ? end : NULL;
}

/* Cuts a row into at most max cells, in place. */
static enum shop_status split_row(char *row, char delimiter, char **cells, size_t max,
				  size_t *ret_count, struct shop_error *err)
{
	const char delimiters[] = { delimiter, '\0' };
	size_t n = 0;
	char *p = row;
	for (bool more = true; more;) {
		char *cell = p, *end;
		if (n == max)
			return shop_error_set(err, SHOP_E_INVALID,
					      "more cells than the %zu of the header", max);
		end = *p == '"' ? unquote(p, delimiter) : p + strcspn(p, delimiters);
		if (end == NULL)
			return shop_error_set(
				err, SHOP_E_INVALID,
				"cell %zu: something stands behind its quotation mark", n + 1);
		more = *end == delimiter;
		*end = '\0';
		cells[n++] = cell;
		p = end + 1;
	}
	*ret_count = n;
	return SHOP_OK;
}

/* The first of comma, semicolon and tab that stands outside quotation marks. */
static char find_delimiter(const char *head)
{
	bool quoted = false;
	for (const char *p = head; *p != '\0'; p++) {
		if (*p == '"')
			quoted = !quoted;
		else if (!quoted && strchr(",;\t", *p) != NULL)
			return *p;
	}
	return ',';
}

static char *trim(char *text)
{
	while (text_is_space(*text))
		text++;
	for (size_t n = strlen(text); n > 0 && text_is_space(text[n - 1]); n--)
		text[n - 1] = '\0';
	return text;
}

static enum shop_status check_names(struct csv *c, struct shop_error *err)
{
	for (size_t i = 0; i < c->count; i++) {
		c->names[i] = trim(c->names[i]);
		if (!field_is_name(c->names[i], KEY_SIZE - 1))
			return shop_error_set(err, SHOP_E_INVALID, "column %zu has no name", i + 1);
		for (size_t j = 0; j < i; j++)
			if (strcmp(c->names[i], c->names[j]) == 0)
				return shop_error_set(err, SHOP_E_INVALID,
						      "the column '%.60s' is there twice",
						      c->names[i]);
	}
	return SHOP_OK;
}

/* The header: the first row. */
static enum shop_status read_head(struct csv *c, bool *ret_some, struct shop_error *err)
{
	enum shop_status st = read_row(c, &c->head, ret_some, err);
	if (st || !*ret_some)
		return st;
	c->delimiter = find_delimiter(buf_text(&c->head));
	size_t max = 1;
	for (const char *p = buf_text(&c->head); *p != '\0'; p++)
		max += *p == c->delimiter ? 1 : 0;
	if (max > COLUMNS_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "at most %d columns are allowed",
				      COLUMNS_MAX);
	c->names = calloc(max, sizeof(*c->names));
	c->cells = calloc(max, sizeof(*c->cells));
	if (c->names == NULL || c->cells == NULL || !buf_puts(&c->head, ""))
		return out_of_memory(err);
	st = split_row(c->head.data, c->delimiter, c->names, max, &c->count, err);
	return st ? st : check_names(c, err);
}

/* "12" as a number; what is none stays a text, and is refused with its key. */
static json_t *number_value(const char *cell)
{
	char *end;
	errno = 0;
	long long n = strtoll(cell, &end, 10);
	bool plain = cell[0] == '-' ? text_is_digit(cell[1]) : text_is_digit(cell[0]);
	return plain && errno == 0 && *end == '\0' ? json_integer(n) : json_string(cell);
}

static const struct field *field_find(const struct record_type_info *type, const char *key)
{
	for (size_t i = 0; i < type->table.count; i++)
		if (strcmp(type->table.fields[i].key, key) == 0)
			return &type->table.fields[i];
	return NULL;
}

static enum shop_status not_text(const char *key, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_INVALID, "%.60s: is not UTF-8 text", key);
}

/* "attributes.color": into the object of the first part. */
static enum shop_status put_nested(json_t *object, const char *name, const char *dot,
				   const char *cell, struct shop_error *err)
{
	char key[KEY_SIZE];
	memcpy(key, name, (size_t)(dot - name));
	key[dot - name] = '\0';
	json_t *inner = json_object_get(object, key);
	if (inner == NULL) {
		inner = json_object();
		if (json_object_set_new(object, key, inner) != 0)
			return not_text(name, err);
	}
	return json_object_set_new(inner, dot + 1, json_string(cell)) == 0 ? SHOP_OK
									   : not_text(name, err);
}

static enum shop_status put_amount(const struct csv *c, json_t *object, const char *cell,
				   struct shop_error *err)
{
	int64_t cents = 0;
	enum shop_status st = shop_money_parse(cell, c->currency, &cents, err);
	if (st) {
		shop_error_prefix(err, "price: ");
		return st;
	}
	json_object_set_new(object, "price_cents", json_integer(cents));
	return SHOP_OK;
}

static enum shop_status put_cell(const struct csv *c, const struct record_type_info *type,
				 json_t *object, size_t at, struct shop_error *err)
{
	const char *name = c->names[at], *cell = c->cells[at], *dot = strchr(name, '.');
	if (cell[0] == '\0')
		return SHOP_OK;
	if (dot != NULL && dot != name && dot[1] != '\0')
		return put_nested(object, name, dot, cell, err);
	if (type == &record_type_product && strcmp(name, "price") == 0)
		return put_amount(c, object, cell, err);
	const struct field *field = type != NULL ? field_find(type, name) : NULL;
	bool number = field != NULL && (field->kind == FIELD_INT || field->kind == FIELD_CENTS);
	json_t *value = number ? number_value(cell) : json_string(cell);
	return json_object_set_new(object, name, value) == 0 ? SHOP_OK : not_text(name, err);
}

/* What the rows are; a word that is none is told when the record is read. */
static const struct record_type_info *row_type(const struct csv *c, const char **ret_word)
{
	*ret_word = "product";
	for (size_t i = 0; i < c->count; i++)
		if (strcmp(c->names[i], "type") == 0)
			*ret_word = c->cells[i];
	return record_type_find(*ret_word);
}

static enum shop_status row_record(struct csv *c, int64_t now, struct record *ret,
				   struct shop_error *err)
{
	const char *word;
	const struct record_type_info *type = row_type(c, &word);
	const struct field_source from = { .now = now, .line = "", .len = 0 };
	json_t *object = json_object();
	enum shop_status st = object != NULL ? SHOP_OK : out_of_memory(err);
	for (size_t i = 0; !st && i < c->count; i++)
		st = put_cell(c, type, object, i, err);
	if (!st && json_object_set_new(object, "type", json_string(word)) != 0)
		st = not_text("type", err);
	if (!st)
		return record_read(&from, object, ret, err);
	json_decref(object);
	return st;
}

enum shop_status csv_next(struct csv *c, int64_t now, struct record *ret, bool *ret_some,
			  struct shop_error *err)
{
	size_t count = 0;
	enum shop_status st = c->names == NULL ? read_head(c, ret_some, err) : SHOP_OK;
	if (st || (c->names == NULL && !*ret_some))
		return st;
	do
		st = read_row(c, &c->row, ret_some, err);
	while (!st && *ret_some && c->row.len == 0);
	if (st || !*ret_some)
		return st;
	st = split_row(c->row.data, c->delimiter, c->cells, c->count, &count, err);
	if (!st && count < c->count)
		st = shop_error_set(err, SHOP_E_INVALID, "has %zu cells, and the header has %zu",
				    count, c->count);
	return st ? st : row_record(c, now, ret, err);
}
