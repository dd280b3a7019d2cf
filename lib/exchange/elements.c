/* SPDX-License-Identifier: MIT */
/* Splits a JSON list into its elements, by brackets and quotation marks alone. */
#include "exchange/elements.h"

#include <string.h>

#include "base/text.h"

void elements_init(struct elements *e, struct lines *lines)
{
	*e = (struct elements){ .lines = lines };
	buf_init(&e->text, LINE_BYTES_MAX);
}

void elements_done(struct elements *e)
{
	buf_done(&e->text);
}

/* The next byte that is no space, used up; '\0' at the end. */
static enum shop_status next_mark(struct elements *e, char *ret, struct shop_error *err)
{
	for (;;) {
		const char *bytes;
		size_t len;
		enum shop_status st = lines_peek(e->lines, &bytes, &len, err);
		*ret = '\0';
		if (st || len == 0)
			return st;
		size_t n = 0;
		while (n < len && text_is_space(bytes[n]))
			n++;
		if (n < len)
			*ret = bytes[n] != '\0' ? bytes[n] : '\1';
		lines_skip(e->lines, n < len ? n + 1 : n);
		if (n < len)
			return SHOP_OK;
	}
}

/* Where in an object the text has come to. */
struct scan {
	size_t depth;
	bool quoted, escaped;
};

/* How many of the bytes belong to the object; it is whole when scan->depth is 0 afterwards. */
static size_t scan_bytes(struct scan *scan, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = bytes[i];
		if (scan->escaped)
			scan->escaped = false;
		else if (scan->quoted && c == '\\')
			scan->escaped = true;
		else if (c == '"')
			scan->quoted = !scan->quoted;
		else if (!scan->quoted && (c == '{' || c == '['))
			scan->depth++;
		else if (!scan->quoted && (c == '}' || c == ']') && --scan->depth == 0)
			return i + 1;
	}
	return len;
}

/* The rest of an object whose bracket has been used up. */
static enum shop_status read_object(struct elements *e, struct shop_error *err)
{
	struct scan scan = { .depth = 1 };
	buf_clear(&e->text);
	buf_putc(&e->text, '{');
	while (scan.depth > 0) {
		const char *bytes;
		size_t len;
		enum shop_status st = lines_peek(e->lines, &bytes, &len, err);
		if (st)
			return st;
		if (len == 0)
			return shop_error_set(err, SHOP_E_INVALID,
					      "not JSON: the list is cut short");
		size_t n = scan_bytes(&scan, bytes, len);
		if (!buf_append(&e->text, bytes, n))
			return shop_error_set(err, SHOP_E_INVALID, "longer than %d bytes",
					      LINE_BYTES_MAX);
		lines_skip(e->lines, n);
	}
	return SHOP_OK;
}

static enum shop_status skip_order_mark(struct elements *e, struct shop_error *err)
{
	const char *bytes;
	size_t len;
	enum shop_status st = lines_peek(e->lines, &bytes, &len, err);
	if (!st && len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		lines_skip(e->lines, 3);
	return st;
}

static enum shop_status expected(const char *what, char got, struct shop_error *err)
{
	if (got == '\0' && strcmp(what, "a list") != 0)
		return shop_error_set(err, SHOP_E_INVALID, "not JSON: the list is cut short");
	return shop_error_set(err, SHOP_E_INVALID, "not JSON: expected %s", what);
}

/* What stands before an element, and its bracket; or the end of the list. */
static enum shop_status read_separator(struct elements *e, bool *ret_end, struct shop_error *err)
{
	bool first = !e->begun;
	char mark = '\0';
	enum shop_status st = first ? skip_order_mark(e, err) : SHOP_OK;
	if (!st)
		st = next_mark(e, &mark, err);
	if (st)
		return st;
	e->begun = true;
	if (first && mark != '[')
		return expected("a list", mark, err);
	if (!first && mark != ',' && mark != ']')
		return expected("a comma or the end of the list", mark, err);
	*ret_end = mark == ']';
	if (*ret_end)
		return SHOP_OK;
	st = next_mark(e, &mark, err);
	if (st)
		return st;
	/* "[]" has its end where others have an element. */
	*ret_end = first && mark == ']';
	return *ret_end || mark == '{' ? SHOP_OK : expected("an object in the list", mark, err);
}

enum shop_status elements_next(struct elements *e, const char **ret_text, size_t *ret_len,
			       bool *ret_some, struct shop_error *err)
{
	char mark = '\0';
	*ret_some = false;
	if (e->ended)
		return SHOP_OK;
	e->number++;
	enum shop_status st = read_separator(e, &e->ended, err);
	if (!st && e->ended)
		st = next_mark(e, &mark, err);
	if (!st && mark != '\0')
		st = shop_error_set(err, SHOP_E_INVALID,
				    "not JSON: something stands behind the list");
	if (st || e->ended)
		return st;
	st = read_object(e, err);
	if (st)
		return st;
	*ret_text = e->text.data;
	*ret_len = e->text.len;
	*ret_some = true;
	return SHOP_OK;
}
